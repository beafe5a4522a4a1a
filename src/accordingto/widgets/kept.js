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
    /**
     * The copies that windows have left, each with a way to forget it, the oldest first. A window
     * that is still there may have kept a newer one meanwhile, and that is not forgotten.
     */
    found() {
      const keys = attempt(() => Object.keys(localStorage)) ?? [];
      return keys
        .filter((key) => key === place || key.startsWith(`${place}:`))
        .flatMap((key) => copiesAt(key, forget))
        .filter(({ copy }) => copy)
        .map((one) => ({ ...one, copy: named(one.copy) }))
        .sort((one, other) => one.copy.at.localeCompare(other.copy.at));
    },
  };
}

/** What is kept under a name: earlier kits kept several copies there. */
function copiesAt(key, forget) {
  const written = attempt(() => localStorage.getItem(key));
  const isStill = () => attempt(() => localStorage.getItem(key)) === written;
  const copies = [attempt(() => JSON.parse(written ?? "null"))].flat();
  return copies.map((copy) => ({ copy, forget: () => isStill() && forget(key) }));
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
