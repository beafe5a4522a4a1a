// The list of the marks made: each can be found in the text, called otherwise, and removed. Marks
// that are linked stand in one row a statement, and each can go to another.

import { h } from "./dom.js";
import { makeMarkRow } from "./markrow.js";
import { markKey } from "./marktext.js";

/**
 * @param {{labels: {value: string, name: string, sign: string}[], linked: boolean}} part
 * @param {{text: Element, words: Function, idOf: Function, find: Function, alter: Function, remove: Function}} does
 */
export function makeMarkList(part, does) {
  const rows = new Map();
  const none = h("li", { class: "at-none" }, "No marks yet.");
  const list = h("ol", { class: `at-mark-list${part.linked ? " at-by-statement" : ""}`, "aria-label": part.linked ? "Your statements" : "Your marks" }, none);
  const rowOf = (mark) => rows.get(markKey(mark));
  const statements = part.linked ? statementLines(part.labels, rowOf) : null;

  /** Bring the rows in step with the marks. */
  const draw = (marks) => {
    const byKey = new Map(marks.map((mark) => [markKey(mark), mark]));
    for (const key of rows.keys()) if (!byKey.has(key)) rows.delete(key);
    for (const [key, mark] of byKey) if (!rows.has(key)) rows.set(key, makeMarkRow(part, does, mark));
    const lines = statements ? statements.linesOf(marks) : [...byKey.keys()].map((key) => rows.get(key).el);
    bringInOrder(list, marks.length ? lines : [none]);
  };
  return {
    el: list,
    /** Show these marks, which are in the order of the text. */
    update: (marks) => keepingFocus(list, rows, does.text, () => draw(marks)),
    slotsOf: (mark) => [statements ? statements.slotOf(mark) : rowOf(mark)?.slot].filter(Boolean),
  };
}

/** The rows of the statements, each with its parts in it and room for a verdict. */
function statementLines(labels, rowOf) {
  const drawn = new Map();
  const lineOf = (record) => {
    if (!drawn.has(record)) {
      const parts = h("ul", { class: "at-statement-parts" });
      const lacking = h("span", { class: "at-lacking" });
      const slot = h("span", { class: "at-beside" });
      const head = h("div", { class: "at-statement-head" }, h("span", { class: "at-statement-name" }, `Statement ${record}`), " ", lacking, slot);
      drawn.set(record, { el: h("li", { class: "at-statement" }, head, parts), parts, lacking, slot });
    }
    return drawn.get(record);
  };
  const linesOf = (marks) => {
    const numbers = [...new Set(marks.map((mark) => mark.record))].sort((one, other) => one - other);
    marks.forEach((mark) => rowOf(mark).offer(numbers.at(-1) + 1));
    return numbers.map((record) => {
      const own = marks.filter((mark) => mark.record === record);
      const { el, parts, lacking } = lineOf(record);
      bringInOrder(parts, own.map((mark) => rowOf(mark).el));
      const missing = labels.filter(({ value }) => own.every((mark) => mark.label !== value));
      lacking.textContent = missing.length ? `no ${missing.map(({ name }) => name.toLowerCase()).join(", no ")} yet` : "";
      return el;
    });
  };
  return { linesOf, slotOf: (mark) => drawn.get(mark.record)?.slot };
}

/** The children of a box are these, in this order; those that stand rightly are not moved. */
function bringInOrder(box, elements) {
  const wanted = new Set(elements);
  [...box.children].filter((child) => !wanted.has(child)).forEach((child) => child.remove());
  let place = box.firstElementChild;
  for (const el of elements) {
    if (place === el) place = place.nextElementSibling;
    else box.insertBefore(el, place);
  }
}

const controlsOf = (line) => [...(line?.querySelectorAll("select, button") ?? [])];

/** Focus stays with its mark under another name; where that is gone, at its place, or in the text. */
function keepingFocus(list, rows, text, change) {
  const focused = document.activeElement;
  if (!list.contains(focused)) return void change();
  const lines = () => [...list.querySelectorAll(".at-mark-row")];
  const index = lines().findIndex((line) => line.contains(focused));
  const held = [...rows.values()].find(({ el }) => el.contains(focused));
  const control = controlsOf(held?.el).indexOf(focused);
  change();
  if (control < 0 || list.contains(focused)) return;
  const same = [...rows.values()].find(({ mark }) => mark.start === held.mark.start && mark.end === held.mark.end);
  const line = same?.el ?? lines()[index] ?? lines().at(-1);
  (controlsOf(line)[control] ?? text).focus({ preventScroll: true });
}
