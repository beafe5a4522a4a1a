// What this browser keeps when neither a page nor a kernel lasts: for each exercise of each kit, and
// for each user of a shared server, one copy a window. Another window finds those that were left.

export function keptCopies(store, window) {
  const config = attempt(() => JSON.parse(document.getElementById("jupyter-config-data")?.textContent ?? "null"));
  const place = `accordingto:${config?.baseUrl ?? "/"}${store}`;
  const mine = `${place}:window:${window}`;
  const forget = (key) => attempt(() => localStorage.removeItem(key));
  return {
    /** Whether it is kept now. */
    write: (copy) => isDone(() => localStorage.setItem(mine, JSON.stringify(copy))),
    remove: () => forget(mine),
    /** The copies that windows have left, each with a way to forget it, the oldest first. */
    found() {
      const keys = attempt(() => Object.keys(localStorage)) ?? [];
      return keys
        .filter((key) => key === place || key.startsWith(`${place}:`))
        .flatMap((key) => [attempt(() => JSON.parse(localStorage.getItem(key) ?? "null"))].flat().map((copy) => ({ copy, forget: () => forget(key) })))
        .filter(({ copy }) => copy)
        .map((one) => ({ ...one, copy: named(one.copy) }))
        .sort((one, other) => one.copy.at.localeCompare(other.copy.at));
    },
  };
}

/** A copy as this kit writes it: earlier ones had neither a name nor that of what they were over. */
function named({ answer, at, edit, over, dropped }) {
  const when = new Date(at ?? Date.now()).toISOString();
  return { answer, at: when, edit: edit ?? freshName(), over: Array.isArray(over) && edit ? over : [], dropped };
}

/** A name that no other window, and no other copy, has. */
export const freshName = () => Math.random().toString(36).slice(2, 12);

/** Storage may be full or forbidden, a connection gone; an exercise works without them. */
export function attempt(action) {
  try {
    return action();
  } catch {
    return null;
  }
}

/** Whether an action came to its end. */
const isDone = (action) => attempt(() => [action()]) !== null;
