// The marks that are made and every change of them; nothing here is on the screen.
// The answer holds code points, all else UTF-16 units: `inUnits` and `inPoints` are the border.

import { byPlace, markKey } from "./marktext.js";
import { offsetsOf } from "./offsets.js";

const STEPS = { undo: "Undone", redo: "Done again" };
const MOST_SAID = 3; // marks named when a step is said

export function makeMarkState(part, edit, history) {
  const { toUnits, toPoints } = offsetsOf(part.text);
  const inUnits = (mark) => ({ ...mark, start: toUnits(mark.start), end: toUnits(mark.end) });
  const inPoints = (mark) => ({ ...mark, start: toPoints(mark.start), end: toPoints(mark.end) });
  let answer = null;
  let made = [];

  const change = (next) => {
    const value = next.sort(byPlace).map(inPoints);
    history.push(answer, value);
    edit(value);
  };
  const replaced = (mark, next) => [...made.filter((one) => ![mark, next].some((other) => markKey(one) === markKey(other))), next];
  const names = namesOf(part);
  return {
    /** The paragraphs that are shown, with their numbers on the page. */
    paragraphs: part.paragraphs.map(([start, end], index) => ({
      ...inUnits({ start, end }),
      number: part.numbers?.[index] ?? index + 1,
    })),
    /** The marks in the order of the text. */
    made: () => made,
    /** Those over some part of a range, the shortest first. */
    over: (start, end) => shortestFirst(made.filter((mark) => mark.start < end && mark.end > start)),
    /** Those of exactly the place and record of another. */
    alike: (mark) => made.filter((one) => one.start === mark.start && one.end === mark.end && one.record === mark.record),
    inPoints,
    ...names,
    /** Put in a mark, in place of others. */
    put: (mark, instead) => change([...made.filter((one) => !instead.includes(one)), mark]),
    /** Another label, another statement or other edges for a mark; the mark as it is then. */
    alter(mark, now) {
      const next = { ...mark, ...now };
      change(replaced(mark, next));
      return next;
    },
    remove: (mark) => change(made.filter((one) => markKey(one) !== markKey(mark))),
    /** Undo or redo; what is to be said of it. */
    step(way) {
      const value = history[way](answer);
      if (value === undefined) return `Nothing to ${way}.`;
      const before = made;
      edit(value);
      return [STEPS[way], ...names.differences(before, (value ?? []).map(inUnits))].join(". ");
    },
    /** In step with an answer. */
    meet(value) {
      history.meet(value ?? null);
      answer = value ?? null;
      made = (answer ?? []).map(inUnits).sort(byPlace);
    },
    /** The mark that feedback means by its place in the answer, or nothing. */
    at: (index) => answer?.[index] && inUnits(answer[index]),
  };
}

const shortestFirst = (marks) => [...marks].sort((one, other) => one.end - one.start - (other.end - other.start));

/** How marks are called. */
function namesOf(part) {
  const labelIndex = (mark) => Math.max(0, part.labels.findIndex((label) => label.value === mark.label));
  const nameOf = (mark) => part.labels[labelIndex(mark)].name + (mark.record ? ` of statement ${mark.record}` : "");
  const wordsIn = (mark) => part.text.slice(mark.start, mark.end);
  /** What went and what came, in words. */
  const differences = (before, after) => {
    const [stood, stands] = [before, after].map((marks) => new Set(marks.map(markKey)));
    const gone = before.filter((mark) => !stands.has(markKey(mark))).map((mark) => `Gone: ${nameOf(mark)}, ${wordsIn(mark)}`);
    const come = after.filter((mark) => !stood.has(markKey(mark))).map((mark) => `Back: ${nameOf(mark)}, ${wordsIn(mark)}`);
    return [...gone, ...come].slice(0, MOST_SAID);
  };
  return { labelIndex, nameOf, wordsIn, differences };
}
