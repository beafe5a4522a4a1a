"""Whether the head of an exercise is in view, and stays there."""

from __future__ import annotations

# For twenty frames in the same place: Jupyter scrolls too, and what is above is drawn.
_STANDS = """async (asked) => {
  const find = %s;
  let [place, still] = [null, 0];
  while (still < 20) {
    await new Promise(requestAnimationFrame);
    const head = find(asked);
    if (!head) return false;
    const panel = head.closest('.jp-WindowedPanel-outer').getBoundingClientRect();
    const {top, bottom} = head.getBoundingClientRect();
    if (top < panel.top - 1 || bottom > panel.bottom + 1) return false;
    still = top === place ? still + 1 : 0;
    place = top;
  }
  return true;
}"""


def stands_in_view(find: str) -> str:
    """A function for the page: whether the head that `find` finds, frame by frame, stands in view.

    `find` is a function of the page too; it gives nothing while there is no such head.
    """
    return _STANDS % find
