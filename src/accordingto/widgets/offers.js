// Answers that would have been lost, and are offered back: those that the kernel tells of, and those
// that a browser kept, which the kernel is told.

/**
 * The offers of one view.
 * @param {any} model
 * @param {(content: any, onTaken?: () => any) => string} push sends a message to the kernel
 */
export function makeOffers(model, push) {
  const dropped = new Set(); // whether or not the kernel knows it yet
  const next = () => (model.get("state").offers ?? []).find((one) => !dropped.has(one.edit)) ?? null;
  /** Have a copy offered back; `forget` is called once the kernel has it. */
  const bring = (copy, forget) => push({ do: "offer", which: copy.edit, answer: copy.answer, at: copy.at, over: copy.over }, forget);
  return {
    /** The one to offer now, or null. */
    next,
    bring,
    /** Drop it. */
    drop() {
      const which = next()?.edit;
      dropped.add(which);
      push({ do: "drop", which }, () => dropped.delete(which));
    },
    /** Those that were dropped, and may be on the disk still. */
    dropped: () => [...dropped],
    /** What windows have left in this browser: what they dropped is dropped, the rest is brought. */
    take(found) {
      found.forEach(({ copy, forget }) => {
        (copy.dropped ?? []).forEach((which) => push({ do: "drop", which }));
        if (copy.answer) bring(copy, forget);
        else forget();
      });
    },
  };
}
