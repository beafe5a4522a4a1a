"""From a file to a lesson that runs, corrections included, with each act and second counted."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from accordingto.authoring.making import made
from accordingto.cli import main
from accordingto.content import Content
from accordingto.pages.correcting.kept import log_of
from accordingto.pages.correcting.reading import READER
from accordingto.readings import Attribution, read_written
from hands_at_work import Keys, Mouse, Person
from made_lessons import PAGES
from notebook_files import write
from real_lab import Lab

MOST_ACTS, MOST_EACH, MOST_SECONDS = 200, 6, 10
COMMANDS = 6  # the two commands; the notebook and the lesson opened, and run
Mend = Callable[[Person], None]


def to(name: str, letters: str) -> Mend:
    return lambda person: person.words_of(name, letters)


def form(letter: str) -> Mend:
    return lambda person: person.form(letter)


def adds(content: str, source: str, cue: str) -> Mend:
    return lambda person: person.add(content, source, cue)


# What a careful person mends in the machine's draft, by the statement's id: all else is right.
MENDS: dict[str, dict[str, Mend]] = {
    "dam-at-orrin": {"A10": to("Idris Boateng", "id"), "A17": to("A letter", "le")},
    "pharmacist-on-trial": {
        "A12": to("a notebook", "n"),
        "A21": to("Beatrix Amadi", "b"),
        "A22": to("Beatrix Amadi", "b"),
    },
    "bees-and-the-lamp": {
        "A05": to("Priya Holm", "pri"),
        "A06": to("the study", "st"),
        "A09": form("s"),
        "A13": to("Lumenar", "l"),
        "A21": to("Priya Holm", "p"),
    },
}
# What it missed, put in when the queue is at a statement of the same paragraph.
MISSED: dict[str, dict[str, Mend]] = {
    "pharmacist-on-trial": {
        "A23": adds("the jurors not to look anything up.", "The judge, Beatrix Amadi,", "warned")
    }
}


@pytest.fixture
def kept(lab: Lab, name: str) -> Iterator[str]:
    """The name that the page is kept by; it is gone afterwards, so that it is new once more."""
    yield name
    shutil.rmtree(lab.kit / "seeds" / name)


@pytest.mark.slow
@pytest.mark.parametrize("hands", [Keys, Mouse])
@pytest.mark.parametrize("name", list(MENDS))
def test_from_a_file_to_a_lesson_that_runs(
    lab: Lab, name: str, kept: str, hands: type[Keys | Mouse]
) -> None:
    clock = Clock()
    with clock:
        command("article", str(PAGES / name / "article.txt"), "--name", kept, kit=lab.kit)
    acts, mended = corrected(lab, kept, hands, clock)
    with clock:
        command("lesson", kept, kit=lab.kit)
    lesson = made(kept, Content(lab.kit))
    page = lab.open(f"{lesson.name}.ipynb")
    with clock:
        lab.run_all(page)
    expect(page.locator(".at-live").first).to_be_visible()
    page.context.close()
    lab.end_sessions()
    exercises = [one for part in lesson.plan.parts for one in part.exercises]
    print(f"{name}, {hands.__name__}: {acts + COMMANDS} acts, mending took {mended}, {clock.told}")
    assert not lesson.is_draft
    assert all(most <= MOST_EACH for most in mended)
    assert len(exercises) >= 10
    assert len({one["kind"] for one in exercises}) >= 6
    assert acts + COMMANDS <= MOST_ACTS
    if os.getloadavg()[0] < (os.cpu_count() or 1):  # a busy machine tells nothing of the kit
        assert clock.seconds <= MOST_SECONDS


def waits_for_corrected(folder: Path, mends: int) -> None:
    """What the kernel does after the last key is done when the folder says so."""
    until = time.monotonic() + 20
    while sum(one.what != "kept" for one in log_of(folder)) < mends:
        assert time.monotonic() < until, "the folder does not say so"
        time.sleep(0.05)
    assert read_written(folder)[1].reader == READER


class Clock:
    """The seconds in which somebody waits for the machine, each wait by itself."""

    def __init__(self) -> None:
        self.waits: list[float] = []

    def __enter__(self) -> None:
        self._since = time.monotonic()

    def __exit__(self, *_: object) -> None:
        self.waits.append(time.monotonic() - self._since)

    @property
    def seconds(self) -> float:
        return sum(self.waits)

    @property
    def told(self) -> str:
        return f"{self.seconds:.1f} s, " + " + ".join(f"{one:.1f}" for one in self.waits)


def command(*words: str, kit: Path) -> None:
    assert main([*words, "--kit", str(kit)]) == 0


def in_order(statements: Iterable[Attribution]) -> list[str]:
    """The ids of the statements that stand in no other, in the order of the page."""
    outer = [one for one in statements if not one.embedded_in]
    return [one.id for one in sorted(outer, key=lambda one: min(*one.content, *one.cue))]


def corrected(
    lab: Lab, name: str, hands: type[Keys | Mouse], clock: Clock
) -> tuple[int, list[int]]:
    """Correct the draft to its end; return the acts in all, and those that each mending took."""
    folder = lab.kit / "seeds" / name
    drafted = read_written(folder)[1].attributions
    write(
        lab.kit / "notebooks" / "mine.ipynb",
        [f"from accordingto import correct\ncorrect({name!r});"],
    )
    page = lab.open("mine.ipynb")
    page.set_viewport_size({"width": 1280, "height": 900})
    with clock:
        lab.run_all(page)
    person = hands(page)
    person.begin()
    mended = []
    for id in in_order(drafted):
        before = person.acts
        if mend := MENDS[name].get(id):
            mend(person)
            person.yes()
            mended.append(person.acts - before)
            continue
        if add := MISSED.get(name, {}).get(id):
            add(person)
        person.yes()
    while "All were looked at" not in person.title.inner_text():
        person.yes()
    expect(page.locator(".at-saved")).to_contain_text("saved")
    waits_for_corrected(folder, len(mended))
    page.context.close()
    lab.end_sessions("mine.ipynb")
    return person.acts, mended
