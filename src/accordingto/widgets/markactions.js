// What buttons, keys and the list do with marks; each change and each way is said.

import { edgeDragged, edgeStepped } from "./markedges.js";
import { trimmed } from "./offsets.js";
import { withQuotationMarks } from "./quotationmarks.js";
import { replacedBy } from "./statements.js";

/**
 * The chosen words without white space at the edges, within paragraphs that follow each other.
 * @returns {[number, number] | null}
 */
export function chosenWords(part, { state, text, cursor }) {
  const range = cursor.chosen();
  const line = range && text.lineAt(range[0] + 1);
  if (!line) return null;
  const bare = trimmed(part.text, ...range);
  if (!bare) return null;
  const { paragraphs } = state;
  const isGapless = ({ end }, index) => end >= bare[1] || end <= bare[0] || !part.text.slice(end, paragraphs[index + 1]?.start).trim();
  return paragraphs.every(isGapless) ? bare : trimmed(part.text, range[0], Math.min(range[1], line.end));
}

/** The mark under what is chosen: the shortest one there, or nothing. */
export const markHere = (part, around) => around.state.over(...(chosenWords(part, around) ?? [-1, -1]))[0];

/** Making, changing and removing marks. */
export function markEditing(part, around) {
  const { state, cursor, statements, announce } = around;
  const say = (words, mark) => announce(`${words}: ${state.wordsIn(mark)}`);
  const paragraphOf = (at) => state.paragraphs.find(({ end }) => at <= end);
  const label = ({ value }) => {
    const words = chosenWords(part, around);
    if (!words) return void announce("First select the words to mark.");
    const bare = { start: words[0], end: words[1], label: value };
    const place = statements?.place(bare, state.made(), paragraphOf);
    const mark = place ? { ...bare, record: place.record } : bare;
    const here = state.alike(mark);
    if (here.some((one) => one.label === value)) return void say(`Already marked as ${state.nameOf(mark)}`, mark);
    statements?.took(place);
    state.put(mark, [...here, ...(place ? replacedBy(mark, state.made(), part) : [])]);
    say(`${place?.begins ? `Statement ${place.record} begins. ` : ""}Marked as ${state.nameOf(mark)}`, mark);
  };
  const alter = (mark, now) => {
    const next = state.alter(mark, now);
    say(`Now ${state.nameOf(next)}`, next);
    return next;
  };
  const remove = (mark) => {
    state.remove(mark);
    say("Removed", mark);
  };
  return {
    label,
    labelAndGo(one) {
      label(one);
      cursor.release(); // so that the mark is seen, and not the selection on top of it
    },
    alter,
    remove,
    removeHere() {
      const mark = markHere(part, around);
      if (mark) remove(mark);
      else announce("There is no mark here.");
    },
    undo: () => announce(state.step("undo")),
    redo: () => announce(state.step("redo")),
  };
}

/** Giving a mark other edges, or what is chosen. */
export function markReshaping(part, around, { alter }) {
  const { cursor, announce } = around;
  const reshape = (mark, range) => {
    if (range.start === mark.start && range.end === mark.end) return void announce("This edge goes no further.");
    const { start, end } = alter(mark, { start: range.start, end: range.end });
    cursor.choose(start, end);
  };
  return {
    stepEdge(edge, way, by) {
      const mark = markHere(part, around);
      if (!mark) return announce("There is no mark here.");
      return reshape(mark, edgeStepped(part.text, cursor.stops(), mark, edge, way, by));
    },
    dragged: (mark, edge, at, byCharacter) => edgeDragged(cursor.stops(), mark, edge, at, byCharacter),
    reshape,
    /** Take in the quotation marks beside what is chosen, and beside the mark that it is. */
    takeIn() {
      const place = chosenWords(part, around);
      const wide = place && withQuotationMarks(part.text, place);
      if (!wide) return announce("There is no quotation mark beside it.");
      const [mark] = around.state.over(...place).filter((one) => one.start === place[0] && one.end === place[1]);
      if (mark) return reshape(mark, { start: wide[0], end: wide[1] });
      cursor.choose(...wide);
      return announce(part.text.slice(...wide));
    },
  };
}
