// Keys inside an exercise: its own stay here, and the host's are handed on to it.

const EDITING = "acvxzy"; // of a text, with Ctrl or the command key
const FORWARDED = ["key", "code", "keyCode", "ctrlKey", "metaKey", "shiftKey", "altKey"];

/**
 * Keys meant for a control must not reach the notebook, where `d d` deletes the cell. A shortcut
 * that is the notebook's own, as Ctrl+S, is told to it from outside the exercise.
 */
export function keepKeys(root) {
  root.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.defaultPrevented || !isHosts(event)) return;
    const isTaken = tellHost(root, event);
    if (isTaken || event.key.toLowerCase() === "s") event.preventDefault(); // the browser would save its page
  });
  ["keyup", "keypress"].forEach((type) => root.addEventListener(type, (event) => event.stopPropagation()));
}

/** Whether a key is the host's: a letter, digit or sign with Ctrl, which edits no text. */
export function isHosts({ key, ctrlKey, metaKey, shiftKey, altKey }) {
  if (!(ctrlKey || metaKey) || altKey || key.length !== 1 || key === " ") return false;
  const letter = key.toLowerCase();
  return !EDITING.includes(letter) || (shiftKey && letter !== "z" && letter !== "v");
}

/** Press the host's key for saving, which is another on a Mac; whether it did something. */
export function pressSave(root) {
  const accel = /Mac|iP/.test(navigator.platform) ? "metaKey" : "ctrlKey";
  return tellHost(root, { key: "s", code: "KeyS", keyCode: 83, [accel]: true });
}

/** Whether the host did something at the key, which it hears beside the exercise. */
function tellHost(root, event) {
  const told = Object.fromEntries(FORWARDED.map((name) => [name, event[name]]));
  return !root.parentElement.dispatchEvent(new KeyboardEvent("keydown", { ...told, bubbles: true, cancelable: true }));
}
