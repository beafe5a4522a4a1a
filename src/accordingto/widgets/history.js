// Undo and redo of an answer: one history an exercise, shared by all views of its model.

import { same } from "./dom.js";

const PAUSE_MS = 1000; // between two keys that begin a new step
const histories = new WeakMap();

/** The history of a model's whole answer. */
export function answersOf(model) {
  if (!histories.has(model)) histories.set(model, makeHistory());
  return histories.get(model);
}

/** The same for a control that steps by itself: it is given its own field, and edits with it. */
export function historyOf(model, field) {
  const whole = answersOf(model);
  const step = (way) => {
    const answer = whole[way]();
    return answer && (answer[field] ?? null);
  };
  return { push() {}, meet() {}, undo: () => step("undo"), redo: () => step("redo") };
}

/** An answer without its empty fields: one that was emptied is the same as one never given. */
const given = (answer) => Object.fromEntries(Object.entries(answer).filter(([, value]) => value !== null));

function makeHistory() {
  let past = [];
  let future = [];
  let now;
  let typed = { field: "", at: 0 };
  const step = (from, onto) => {
    if (!from.length) return undefined;
    onto.push(now);
    now = from.pop();
    typed = { field: "", at: 0 };
    return now;
  };
  return {
    /** Remember what stood before an edit; keys typed into one text on end are one step. */
    record(before, after, field = "", at = performance.now()) {
      if (now && same(given(after), given(now))) return; // it is a step of this history
      const goesOn = field && typed.field === field && at - typed.at < PAUSE_MS && same(before, now);
      if (!goesOn) past.push(before);
      future = [];
      now = after;
      typed = { field, at };
    },
    undo: () => step(past, future),
    redo: () => step(future, past),
    canUndo: () => past.length > 0,
    canRedo: () => future.length > 0,
    /** Forget everything when the answer was changed from elsewhere. */
    meet(answer) {
      if (now === undefined || same(given(answer), given(now))) return;
      past = [];
      future = [];
      now = undefined;
    },
  };
}
