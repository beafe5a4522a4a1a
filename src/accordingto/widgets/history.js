// Undo and redo of one field, shared by all views of a model.

const histories = new WeakMap();

function historyOf(model, field) {
  if (!histories.has(model)) histories.set(model, new Map());
  const fields = histories.get(model);
  if (!fields.has(field)) fields.set(field, makeHistory());
  return fields.get(field);
}

function makeHistory() {
  let past = [];
  let future = [];
  let expected;
  const step = (from, onto, now) => {
    if (!from.length) return undefined;
    onto.push(now);
    expected = from.pop();
    return expected;
  };
  return {
    /** Remember what stood before an edit. */
    push(before, after) {
      past.push(before);
      future = [];
      expected = after;
    },
    undo: (now) => step(past, future, now),
    redo: (now) => step(future, past, now),
    /** Forget everything when the answer was changed from elsewhere. */
    meet(value) {
      if (expected === undefined || same(value, expected)) return;
      past = [];
      future = [];
      expected = undefined;
    },
  };
}
