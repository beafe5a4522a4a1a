// Undo, redo and clear: one mechanism for every kind, on the whole answer.

import { button, h, same } from "./dom.js";
import { answersOf } from "./history.js";

const WORDS = { undo: ["Undone", "Nothing to undo."], redo: ["Done again", "Nothing to redo."] };
const CLEARED = "Your answer is cleared. Undo brings it back.";

/**
 * The steps of an exercise: `edit` is what its controls call, `el` its buttons. Ctrl Z is left to a
 * text field, which undoes letter by letter, and to a control that has `keys` of its own.
 */
export function makeSteps(model, saver, announce, { hasButtons }) {
  const history = answersOf(model);
  const empty = model.get("shape").empty ?? {}; // of what the controls take: a wording that was drawn stays
  const save = (answer) => {
    saver.save(answer);
    draw();
  };
  const step = (way) => {
    const answer = history[way]();
    announce(WORDS[way][answer ? 0 : 1]);
    if (answer) save(answer);
  };
  const clear = () => {
    const after = { ...saver.shown(), ...empty };
    history.record(saver.shown(), after);
    save(after);
    announce(CLEARED);
  };
  const small = (label, action) => button(label, action, { class: "at-small" });
  const undo = small("Undo", () => step("undo"));
  const redo = small("Redo", () => step("redo"));
  const wipe = small("Clear my answer", clear);
  const takes = Object.keys(empty).length > 0;
  const el = takes && h("div", { class: "at-steps", role: "group", "aria-label": "Change my answer" }, hasButtons && undo, hasButtons && redo, wipe);
  const isEmpty = (answer) => Object.keys(empty).every((field) => same(answer[field], empty[field]));
  const draw = () => {
    setDisabled(undo, !history.canUndo());
    setDisabled(redo, !history.canRedo());
    setDisabled(wipe, isEmpty(saver.shown()));
  };
  return {
    el,
    step,
    edit(field, value, isTyped = false) {
      const before = saver.shown();
      const after = { ...before, [field]: value };
      history.record(before, after, isTyped ? field : "");
      save(after);
    },
    /** In step with an answer, which another window may have given. */
    meet() {
      history.meet(saver.shown());
      draw();
    },
    onKey(event) {
      const way = wayOf(event);
      if (!way || event.defaultPrevented || event.target.closest("textarea, input[type=text]")) return;
      event.preventDefault();
      step(way);
    },
  };
}

/** A button that has the focus keeps it: one that is disabled would lose it. */
function setDisabled(one, is) {
  if (one === document.activeElement) one.setAttribute("aria-disabled", String(is));
  else {
    one.disabled = is;
    one.removeAttribute("aria-disabled");
  }
}

function wayOf({ key, ctrlKey, metaKey, altKey, shiftKey }) {
  if (!(ctrlKey || metaKey) || altKey) return null;
  const letter = key.toLowerCase();
  if (letter === "y" || (letter === "z" && shiftKey)) return "redo";
  return letter === "z" ? "undo" : null;
}
