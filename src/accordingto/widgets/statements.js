// Linked marks: source, cue and content of one attribution, which a student knows as a statement.

import { button, h } from "./dom.js";
import { offerStatements } from "./markrow.js";

/**
 * Which statement a new mark belongs to: the one in hand, unless that has its source or cue
 * already, or has all and the mark stands in another paragraph. Then the next begins.
 * @param {{start: number, end: number, label: string}} mark
 * @param {{start: number, end: number, label: string, record?: number}[]} made
 * @param {number} current
 * @param {{labels: {value: string, once?: boolean}[], paragraphOf: (at: number) => any}} about
 */
export function statementOf(mark, made, current, { labels, paragraphOf }) {
  const own = made.filter((one) => one.record === current);
  const isOnce = labels.find(({ value }) => value === mark.label)?.once;
  const isSecond = isOnce && own.some((one) => one.label === mark.label && !touches(one, mark));
  const isWhole = labels.every(({ value }) => own.some((one) => one.label === value));
  const isElsewhere = own.every((one) => paragraphOf(one.start) !== paragraphOf(mark.start));
  if (!isSecond && !(isWhole && isElsewhere)) return current;
  return Math.max(0, ...made.map((one) => one.record ?? 0)) + 1;
}

/** What a new mark of its statement stands in for: the same part marked otherwise before. */
export function replacedBy(mark, made, { labels }) {
  const isOnce = labels.find(({ value }) => value === mark.label)?.once;
  return made.filter((one) => isOnce && one.record === mark.record && one.label === mark.label && touches(one, mark));
}

const touches = (one, other) => one.start < other.end && other.start < one.end;

/**
 * A chooser of the statement that the next mark belongs to, and buttons for a new one and for the
 * same one: what was chosen so is where the next mark goes, be it a second source.
 */
export function makeStatements(part, announce, onCurrent) {
  let current = 1;
  let isAsked = false; // that the next mark goes to the one in hand, whatever that has
  let used = 1; // the last that has marks
  let begun = 0; // one that was asked for, and has no mark yet
  let earlier = 1; // the one in hand before a mark began the next
  const menu = h("select", { class: "at-menu", "aria-label": "Statement of the next mark", onchange: () => choose(Number(menu.value)) });
  const last = () => Math.max(used, begun);
  const draw = () => {
    offerStatements(menu, last());
    menu.value = String(current);
    same.setAttribute("aria-pressed", String(isAsked));
    onCurrent(current);
  };
  const take = (record, asked) => {
    current = Math.max(1, Math.min(record, last()));
    isAsked = asked;
    draw();
  };
  const choose = (record) => {
    take(record, true);
    announce(`Statement ${current}`);
  };
  const goOn = () => {
    take(current, !isAsked);
    announce(isAsked ? `The next mark is a further part of statement ${current}` : `Statement ${current}`);
  };
  const begin = () => {
    begun = used + 1;
    choose(begun);
  };
  const same = button("Same statement", goOn, { keeps: true, "aria-keyshortcuts": "T" });
  const el = h("span", { class: "at-statements" }, menu, same, button("New statement", begin, { keeps: true, "aria-keyshortcuts": "R" }));
  draw();
  return {
    el,
    current: () => current,
    begin,
    goOn,
    step: (way) => choose(current + way),
    /** Go on with the statement of a mark that was chosen; nothing is said of it. */
    follow: ({ record }) => take(record, false),
    /** The statement that a mark goes to; whether it begins there. */
    place(mark, made, paragraphOf) {
      const record = isAsked ? current : statementOf(mark, made, current, { labels: part.labels, paragraphOf });
      return { record, begins: record > last() };
    },
    /** A mark was put into a statement, and the next goes where it belongs. */
    took({ record, begins }) {
      if (begins) earlier = current;
      current = record;
      isAsked = false;
    },
    /** Offer every statement that the marks use, and the one that was begun. */
    update(marks) {
      used = Math.max(1, ...marks.map((mark) => mark.record ?? 1));
      if (begun <= used) begun = 0;
      if (current > last()) current = Math.min(earlier, last());
      draw();
    },
  };
}
