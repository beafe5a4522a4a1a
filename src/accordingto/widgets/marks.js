// Marks on a text: by mouse, touch and keyboard; they may nest and overlap.

import { group } from "./controls.js";
import { freshId } from "./dom.js";
import { historyOf } from "./history.js";
import { chosenWords, markEditing, markReshaping } from "./markactions.js";
import { makeMarkCursor } from "./markcursor.js";
import { markFrame } from "./markframe.js";
import { keysHelp, markKeys } from "./markkeys.js";
import { makeMarkList } from "./marklist.js";
import { makeMarkState } from "./markstate.js";
import { makeMarkText } from "./marktext.js";
import { markToolbar } from "./marktools.js";
import { lookAtParagraph, markFinding } from "./markways.js";
import { makeStatements } from "./statements.js";
import { listenToTaps } from "./taps.js";

/** `steps` undoes and redoes in place of the history of the marks alone, where they are one control of several. */
export function marks(part, edit, { model, announce, steps = {} }) {
  const state = makeMarkState(part, edit, historyOf(model, part.field));
  const base = freshId("mark");
  const idOf = (mark) => `${base}-${mark.start}-${mark.end}-${state.labelIndex(mark)}-${mark.record ?? 0}`;
  const text = makeMarkText(part.text, state.paragraphs, looksOf(part, state, idOf));
  const cursor = makeMarkCursor(part.text, text);
  const statements = part.linked ? makeStatements(part, announce, (current) => showCurrent(text.el, current)) : null;
  const around = { state, text, cursor, statements, announce };
  const editing = markEditing(part, around);
  const does = { ...editing, ...markReshaping(part, around, editing), ...markFinding(part, around), ...steps };

  const list = makeMarkList(part, { text: text.el, words: state.wordsIn, idOf, ...does });
  const keys = keysHelp(part);
  nameText(text.el, part, keys);
  text.el.addEventListener("keydown", markKeys(part, does, statements));
  listenToTaps(text, does.tap);
  const frame = markFrame(part, around, does);
  return {
    el: group(part, markToolbar(part, does, statements), frame.el, keys.el, list.el),
    update(value) {
      const before = state.made();
      state.meet(value);
      text.keepingSelection(() => {
        text.redraw(before, state.made());
        list.update(state.made());
        statements?.update(state.made());
      });
      frame.update();
    },
    slotsOf(ref) {
      const mark = state.at(Number(ref));
      return mark ? list.slotsOf(mark) : [];
    },
    /** The chosen words as code points, or null. */
    chosen() {
      const place = chosenWords(part, around);
      return place && state.inPoints({ start: place[0], end: place[1] });
    },
    /** Go into the text, to the first mark of a label. */
    enter(label) {
      const mark = state.made().find((one) => one.label === label) ?? state.made()[0];
      if (mark) does.find(mark);
      else text.el.focus();
    },
    look: (number) => lookAtParagraph(text, cursor, number),
    close: frame.close,
  };
}

/** How a mark looks in the text: its hue, its sign and number, and the row that tells of it. */
const looksOf = (part, state, idOf) => (mark) => ({
  class: `at-hue-${state.labelIndex(mark) + 1}`,
  "data-badge": part.labels[state.labelIndex(mark)].sign + (mark.record ?? ""),
  "aria-details": idOf(mark),
});

/** The statement in hand stands out in the text. */
function showCurrent(el, current) {
  el.querySelectorAll(".at-thread").forEach((one) => one.classList.toggle("at-current", Number(one.dataset.statement) === current));
}

/**
 * Who listens is told what the text is for, and its keys. A text box that cannot be written in is
 * what screen readers give the keys to; an application they take for a document of its own.
 */
function nameText(el, part, keys) {
  const names = {
    role: "textbox",
    "aria-multiline": "true",
    "aria-readonly": "true",
    "aria-roledescription": "text to mark",
    "aria-label": part.label,
    "aria-describedby": keys.id,
  };
  for (const [name, value] of Object.entries(names)) el.setAttribute(name, value);
}
