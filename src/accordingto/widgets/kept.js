// Kept places: what this browser keeps when neither a page nor a kernel lasts.

/** A place in this browser, apart for each user of a shared server and, by its name, each exercise of each kit. */
function keptPlace(name) {
  const config = attempt(() => JSON.parse(document.getElementById("jupyter-config-data").textContent));
  const key = `accordingto:${config?.baseUrl ?? "/"}${name}`;
  return {
    read: () => attempt(() => JSON.parse(localStorage.getItem(key))),
    /** Whether it is kept now. */
    write: (value) => isDone(() => localStorage.setItem(key, JSON.stringify(value))),
    /** Whether nothing is kept now. */
    remove: () => isDone(() => localStorage.removeItem(key)),
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

/** Whether an action came to its end. */
const isDone = (action) => attempt(() => [action()]) !== null;
