"""Whether the head of an exercise comes into view, and stays there."""

from __future__ import annotations

import time
from typing import Any

from playwright.sync_api import Page

PATIENCE_SECONDS = 30
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


def stands_in_view(page: Page, find: str, asked: Any = None) -> bool:
    """Whether the head that `find` finds, a function of the page, stands in view whole.

    `find` is asked frame by frame, with `asked`, and gives nothing while there is no such head.
    """
    stands: bool = page.evaluate(_STANDS % find, asked)
    return stands


def comes_into_view(page: Page, find: str, asked: Any = None) -> None:
    """Wait until it stands there.

    `wait_for_function` would not: for it a promise is a yes, whatever becomes of the promise.
    """
    until = time.monotonic() + PATIENCE_SECONDS
    while not stands_in_view(page, find, asked):
        assert time.monotonic() < until, "it does not come into view"
