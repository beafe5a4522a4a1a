// A link to an exercise of a notebook that is open: JupyterLab goes where it reckons the cell to be,
// which is elsewhere once what is above is drawn, and leaves the keys where they were.

import { standingInView, watch } from "./inview.js";

/** Bring an exercise into view, and the keys to its `title`, whenever a link to its `address` is followed. */
export function comeWhenCalled(root, title, address) {
  const follow = ({ target }) => {
    const link = target.closest?.("a[href*='#cell-id=']");
    if (link && placeOf(link) === address) arrive(root, title);
  };
  document.addEventListener("click", follow, { capture: true });
  return () => document.removeEventListener("click", follow, { capture: true });
}

/** Where a link leads, as the kit writes it: JupyterLab puts the folder before it, and more behind. */
const placeOf = ({ pathname, hash }) => decodeURIComponent(pathname.split("/").at(-1) + hash);

function arrive(root, title) {
  const isThere = standingInView(root);
  let isShown = false;
  watch(() => {
    if (!root.checkVisibility()) return isShown || !root.isConnected; // at first it is behind another
    isShown = true;
    if (!root.contains(document.activeElement)) title.focus({ preventScroll: true });
    return isThere();
  });
}
