"""A law: whatever is done in however many windows, no answer that was ever saved is lost.

The windows are real ones of a real browser, the kernels real processes, which stand still, are
killed at their work, and meet at one answer file.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kernels import TEXT
from stored_page import StoredPage

QUICK, MANY = 40, 500  # sequences of steps; the many take minutes
MOST_WINDOWS, MOST_KERNELS = 4, 3
PREDICTED = msgspec.structs.replace(TEXT, reveal="Look again.")
Step = tuple[str, int]
DEEDS = {
    "key": 6,
    "carry": 5,
    "check": 2,
    "restore": 2,
    "drop": 1,
    "stop": 1,
    "go on": 2,
    "restart": 1,
    "window": 1,
    "copy": 1,
    "look": 1,
}
TWO_ANSWERS = [("window", 0), ("key", 0), ("key", 1), ("carry", 0)]  # the first is offered back
STEPS = st.tuples(
    st.sampled_from([deed for deed, share in DEEDS.items() for _ in range(share)]),
    st.integers(0, MOST_WINDOWS - 1),
)


GIVEN = given(st.lists(STEPS, max_size=14), st.sampled_from([TEXT, PREDICTED]))


@settings(max_examples=QUICK, suppress_health_check=[HealthCheck.function_scoped_fixture])
@GIVEN
@example([("copy", 0), ("key", 0), ("key", 0), ("carry", 0), ("key", 1)], TEXT)
@example([("window", 0), ("key", 0), ("key", 1), ("carry", 0), ("key", 0)], TEXT)
@example([("key", 0), ("stop", 0), ("key", 0), ("restart", 0), ("key", 0)], TEXT)
@example([("key", 0), ("check", 0), ("window", 0), ("key", 1), ("check", 0)], PREDICTED)
@example([*TWO_ANSWERS, ("restore", 0), ("carry", 0), ("key", 0)], TEXT)
@example([*TWO_ANSWERS, ("copy", 0), ("restore", 0), ("key", 2), ("carry", 0), ("key", 0)], TEXT)
def test_nothing_that_was_written_is_lost(
    stored_page: StoredPage, steps: list[Step], question: Any
) -> None:
    nothing_is_lost(stored_page, steps, question)


@pytest.mark.slow
@pytest.mark.timeout(1800)
@settings(max_examples=MANY, suppress_health_check=[HealthCheck.function_scoped_fixture])
@GIVEN
def test_nothing_is_lost_in_many_sequences(
    stored_page: StoredPage, steps: list[Step], question: Any
) -> None:
    nothing_is_lost(stored_page, steps, question)


def nothing_is_lost(stored: StoredPage, steps: list[Step], question: Any) -> None:
    """Do these steps on an exercise that nobody has answered, and look at what became of it."""
    with tempfile.TemporaryDirectory() as folder:
        stored.begin(Path(folder), question)
        hands = Hands(stored)
        for step in steps:
            hands.do(*step)
        for kernel in stored.kernels:
            kernel.go_on()
        stored.settle()
        hands.check_rest()
        hands.check_nothing_lost()
        stored.end()


class Hands:
    """What people do, and what must be true of it afterwards.

    Each key writes a sign that no other key writes, so that a text tells which keys made it.
    """

    def __init__(self, stored: StoredPage) -> None:
        self.stored = stored
        self.typed: list[tuple[str, str]] = []  # what was shown before a key, and its sign
        stored.run()

    def do(self, deed: str, which: int) -> None:
        stored = self.stored
        windows = list(stored.on)
        window = windows[which % len(windows)]
        kernel = which % len(stored.kernels)
        if deed == "key":
            sign = chr(ord("一") + len(self.typed))
            self.typed.append((stored.type(window, sign), sign))
        elif deed == "carry":
            stored.carry()
        elif deed == "check":
            stored.press(window, "Check") or stored.press(window, "Lock my prediction")
        elif deed in ("restore", "drop"):
            stored.press(window, f"{deed.capitalize()} it")
        elif deed == "stop":
            stored.carry()
            stored.kernels[kernel].stop()
        elif deed == "go on":
            stored.kernels[kernel].go_on()
        elif deed == "restart":
            stored.restart(kernel)
        elif deed == "window" and len(windows) < MOST_WINDOWS:
            stored.open(kernel)
        elif deed == "copy" and len(stored.kernels) < MOST_KERNELS:
            stored.run()
        elif deed == "look":
            stored.kernels[kernel].tell("look")

    def check_rest(self) -> None:
        """Every view shows what is on the disk, and no answer is left in the browser alone."""
        entry = self.stored.kept()
        on_disk = (entry.answer.get("text") or "") if entry else ""
        assert set(self.stored.texts().values()) == {on_disk}
        assert self.stored.copies() == []

    def check_nothing_lost(self) -> None:
        """Acknowledged or not, each text is kept, or was replaced where it was seen."""
        entry = self.stored.kept()
        kept = {""}
        if entry:
            kept.add(entry.answer.get("text") or "")
            kept |= {one.answer.get("text") or "" for one in entry.attempts}
        written = {text + sign for text, sign in self.typed}
        written |= {one["answer"].get("text") or "" for one in self.stored.acknowledged}
        replaced = {text for text, sign in self.typed if any(sign in one for one in written)}
        assert written - replaced <= kept
