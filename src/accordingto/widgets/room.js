// Whether a browser has room left for somebody's work, and what is said before it has none.

const ROOM = 20_000_000; // bytes: a few sessions of work, and time to act

export const SHORT = "This browser has little room left for your work. Press Keep my work now, and keep that file.";

/** Whether the browser can keep little more; false where it does not say. */
export async function isShort() {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  return quota !== undefined && usage !== undefined && quota - usage < ROOM;
}
