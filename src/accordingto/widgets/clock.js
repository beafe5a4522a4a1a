// Times: always those of the reader's own clock, wherever the kernel runs.

/** A time of the answer file as "14:03", or as the reader's language writes it. */
export const clockOf = (at) => new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });

/** Put the times of outputs that are no widget, such as the line on progress, in the reader's own. */
export function keepClocks() {
  /** @type {HTMLCollectionOf<HTMLTimeElement>} */
  const clocks = document.getElementsByTagName("time");
  const set = () => {
    for (const clock of clocks) {
      // A page that does not trust an output shows it without its attributes.
      if (!clock.classList.contains("at-clock") || !clock.dateTime) continue;
      const own = clockOf(clock.dateTime);
      if (clock.textContent !== own) clock.textContent = own;
    }
  };
  set();
  const watch = new MutationObserver(set);
  watch.observe(document.body, { childList: true, subtree: true });
  return () => watch.disconnect();
}
