// The question in view: once a cell has run, Jupyter shows the next one, and a long exercise between
// them is pushed out of sight.

const SECONDS = 1.2; // in which Jupyter scrolls, and what is above may still be drawn
const ROOM = 120; // pixels of a question that are to be seen at least

/** Keep the head of an exercise in view at first, if its cell has just been run by hand. */
export function keepInView(root) {
  const next = root.closest(".jp-Cell")?.nextElementSibling;
  const panel = root.closest(".jp-WindowedPanel-outer");
  if (!panel || !next?.matches(".jp-mod-active")) return;
  const until = performance.now() + 1000 * SECONDS;
  let isLeft = false;
  const leave = () => (isLeft = true);
  const deeds = ["wheel", "keydown", "pointerdown"];
  deeds.forEach((deed) => document.addEventListener(deed, leave, { capture: true, once: true }));
  const look = () => {
    if (isLeft || performance.now() > until || !root.isConnected) {
      deeds.forEach((deed) => document.removeEventListener(deed, leave, { capture: true }));
      return;
    }
    const [{ top }, seen] = [root.getBoundingClientRect(), panel.getBoundingClientRect()];
    if (top < seen.top || top > seen.bottom - ROOM) root.scrollIntoView({ block: "start" });
    requestAnimationFrame(look);
  };
  look();
}
