// The question in view: once a cell has run, Jupyter shows the next one, and a long exercise between
// them is pushed out of sight.

// Frames at rest, before which Jupyter may scroll and what is above be drawn: not seconds, of which a
// busy machine has many and draws nothing in them.
const FRAMES = 72;
const ROOM = 120; // pixels of a question that are to be seen at least

/** Keep the head of an exercise in view at first, if its cell has just been run by hand. */
export function keepInView(root) {
  const next = root.closest(".jp-Cell")?.nextElementSibling;
  const panel = root.closest(".jp-WindowedPanel-outer");
  if (!panel || !next?.matches(".jp-mod-active")) return;
  let isLeft = false;
  let [place, still] = [0, 0];
  const leave = () => (isLeft = true);
  const deeds = ["wheel", "keydown", "pointerdown"];
  deeds.forEach((deed) => document.addEventListener(deed, leave, { capture: true, once: true }));
  const look = () => {
    if (isLeft || still > FRAMES || !root.isConnected) {
      deeds.forEach((deed) => document.removeEventListener(deed, leave, { capture: true }));
      return;
    }
    const [{ top }, seen] = [root.getBoundingClientRect(), panel.getBoundingClientRect()];
    [place, still] = [top, top === place ? still + 1 : 0];
    if (top < seen.top || top > seen.bottom - ROOM) root.scrollIntoView({ block: "start" });
    requestAnimationFrame(look);
  };
  look();
}
