// Saving: every edit carries a revision, and the kernel acknowledges it once it is on the disk.
// A kernel that is gone stays silent; then the answer is kept in this browser and said unsaved.

const PATIENCE_MS = 3000;
const savers = new WeakMap();

/** The one saver of a model, shared by all its views. */
function saverOf(model) {
  if (!savers.has(model)) savers.set(model, makeSaver(model));
  return savers.get(model);
}

function makeSaver(model) {
  const { store } = model.get("shape");
  const copy = keptPlace(store);
  const offers = makeOffers(store, copy, model.get("answer"));
  const listeners = new Set();
  const waiting = [];
  let onDisk = model.get("answer");
  let kept = true;
  let unsaved = false;
  let timer = null;

  const tell = () => listeners.forEach((listener) => listener());
  const isSettled = () => model.get("saved_rev") >= model.get("rev");
  const settle = () => {
    if (!isSettled()) return;
    clearTimeout(timer);
    copy.remove();
    unsaved = false;
    tell();
    waiting.splice(0).forEach((message) => model.send(message));
  };
  const push = (answer) => {
    if (isSettled()) onDisk = model.get("answer");
    model.set("answer", answer);
    model.set("rev", Math.max(model.get("rev"), model.get("saved_rev")) + 1);
    kept = copy.write({ answer, at: Date.now(), over: onDisk });
    clearTimeout(timer);
    timer = setTimeout(() => {
      unsaved = true;
      tell();
    }, PATIENCE_MS);
    attempt(() => model.save_changes()); // a dead connection may throw; the timer speaks for it
  };
  const save = (answer) => {
    waiting.length = 0; // what was pressed was meant for the answer before this edit
    push(answer);
  };
  model.on("change:saved_rev", settle);

  return {
    save,
    /**
     * Do something with the answer: sent once the answer is saved, so that it cannot overtake it.
     * A button that is pressed again and again while the kernel is silent is pressed once.
     */
    act(message) {
      if (!waiting.some((one) => same(one, message))) waiting.push(message);
      push(model.get("answer"));
    },
    restore() {
      save(offers.take(model.get("answer")));
      tell();
    },
    discard() {
      offers.drop();
      tell();
    },
    isUnsaved: () => unsaved,
    /** Whether this browser keeps the answer meanwhile. */
    isKept: () => kept,
    /** What this browser offers back, or null. */
    offered: offers.first,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
