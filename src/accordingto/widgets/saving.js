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
  const copy = keptCopy(model.get("shape").store);
  const listeners = new Set();
  const waiting = [];
  const found = copy.read();
  let offer = found && !same(found.answer, model.get("answer")) ? found : null;
  let unsaved = false;
  let timer = null;

  const tell = () => listeners.forEach((listener) => listener());
  const settle = () => {
    if (model.get("saved_rev") < model.get("rev")) return;
    clearTimeout(timer);
    copy.remove();
    unsaved = false;
    tell();
    waiting.splice(0).forEach((message) => model.send(message));
  };
  const save = (answer) => {
    model.set("answer", answer);
    model.set("rev", Math.max(model.get("rev"), model.get("saved_rev")) + 1);
    copy.write(answer);
    clearTimeout(timer);
    timer = setTimeout(() => {
      unsaved = true;
      tell();
    }, PATIENCE_MS);
    attempt(() => model.save_changes()); // a dead connection may throw; the timer speaks for it
  };
  const closeOffer = () => {
    offer = null;
    tell();
  };
  model.on("change:saved_rev", settle);

  return {
    save,
    /** Do something with the answer: sent once the answer is saved, so that it cannot overtake it. */
    act(message) {
      waiting.push(message);
      save(model.get("answer"));
    },
    restore() {
      const { answer } = offer;
      closeOffer();
      save(answer);
    },
    discard() {
      if (!unsaved) copy.remove();
      closeOffer();
    },
    isUnsaved: () => unsaved,
    /** What this browser kept because no kernel acknowledged it: {answer, at}, or null. */
    offered: () => offer,
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** The place of one exercise's answer in this browser, apart for each user of a shared server and, by `store`, each kit of a user. */
function keptCopy(store) {
  const config = attempt(() => JSON.parse(document.getElementById("jupyter-config-data").textContent));
  const key = `accordingto:${config?.baseUrl ?? "/"}${store}`;
  return {
    read: () => attempt(() => JSON.parse(localStorage.getItem(key))),
    write: (answer) => attempt(() => localStorage.setItem(key, JSON.stringify({ answer, at: Date.now() }))),
    remove: () => attempt(() => localStorage.removeItem(key)),
  };
}

/** Storage may be full or forbidden, a connection gone; an exercise works without them. */
function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}
