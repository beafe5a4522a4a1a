// The question in view: once a cell has run, Jupyter shows the next one, and a long exercise between
// them is pushed out of sight.

// Frames at rest, before which Jupyter may scroll and what is above be drawn: not seconds, of which a
// busy machine has many and draws nothing in them.
const FRAMES = 72;
const ROOM = 120; // pixels of a question that are to be seen at least
const DEEDS = ["wheel", "keydown", "pointerdown"];

/** Keep the head of an exercise in view at first, if its cell has just been run by hand. */
export function keepInView(root) {
  const next = root.closest(".jp-Cell")?.nextElementSibling;
  if (next?.matches(".jp-mod-active")) watch(standingInView(root));
}

/** Ask at every frame whether something is done, until it is or the reader does something. */
export function watch(isDone) {
  let isLeft = false;
  const leave = () => (isLeft = true);
  DEEDS.forEach((deed) => document.addEventListener(deed, leave, { capture: true, once: true }));
  const look = () => {
    if (!isLeft && !isDone()) requestAnimationFrame(look);
    else DEEDS.forEach((deed) => document.removeEventListener(deed, leave, { capture: true }));
  };
  look();
}

/** What brings the head of an exercise into view, frame by frame, and says whether it stands there. */
export function standingInView(root) {
  const panel = root.closest(".jp-WindowedPanel-outer");
  let [place, still] = [0, 0];
  return () => {
    if (!panel || !root.isConnected) return true;
    const [{ top }, seen] = [root.getBoundingClientRect(), panel.getBoundingClientRect()];
    [place, still] = [top, top === place ? still + 1 : 0];
    if (top < seen.top || top > seen.bottom - ROOM) root.scrollIntoView({ block: "start" });
    return still > FRAMES;
  };
}
