"""From a file to a lesson that runs, corrections included: acts are counted, seconds told."""

from __future__ import annotations

import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from accordingto.authoring.making import made
from accordingto.content import Content
from accordingto.pages.correcting.kept import log_of
from accordingto.pages.correcting.reading import READER
from accordingto.readings import Attribution, read_written
from hands_at_work import Keys, Mouse, Person
from made_lessons import PAGES
from notebook_files import write
from real_lab import Lab
from walking import expect_saved

MOST_ACTS, MOST_EACH = 200, 6
COMMANDS = 6  # the two commands; the notebook and the lesson opened, and run
Mend = Callable[[Person], None]


def to(name: str, letters: str) -> Mend:
    return lambda person: person.words_of(name, letters)


def form(letter: str) -> Mend:
    return lambda person: person.form(letter)


def adds(sentence: str, letters: str = "") -> Mend:
    return lambda person: person.add(sentence, letters)


# What a careful person mends in the machine's draft, by the statement's id: all else is right.
MENDS: dict[str, dict[str, Mend]] = {
    "dam-at-orrin": {"A10": to("Idris Boateng", "id"), "A18": to("A letter", "le")},
    "pharmacist-on-trial": {
        "A13": to("a notebook", "n"),
        "A25": to("the Calderholt Lantern", "c"),
    },
    "bees-and-the-lamp": {
        "A06": to("Priya Holm", "pri"),
        "A07": to("the study", "st"),
        "A10": form("s"),
        "A14": to("Lumenar", "l"),
        "A25": to("Priya Holm", "p"),
    },
}
# What it missed, put in when the queue is at a statement of the same paragraph.
MISSED: dict[str, dict[str, Mend]] = {
    "bees-and-the-lamp": {"A06": adds("Holm distanced herself from those words.")}
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
    """JupyterLab stands open; from the file on everything that somebody waits for is timed."""
    page, clock = lab.begun(), Clock(lab)
    with clock("article"):
        command("article", str(PAGES / name / "article.txt"), "--name", kept, kit=lab.kit)
    acts, mended = corrected(lab, page, kept, hands, clock)
    with clock("lesson"):
        solving, name = lesson_made(kept, lab.kit)
    clock.opens("opened and run", page, f"{name}.ipynb")
    with clock.beside("the solution"):
        solving.communicate(timeout=60)
    assert solving.returncode == 0
    lesson = made(kept, Content(lab.kit))
    expect(page.locator(".at-live").filter(visible=True).first).to_be_visible()
    clock.stop()
    page.context.close()
    lab.end_sessions()
    exercises = [one for part in lesson.plan.parts for one in part.exercises]
    print(f"{name}, {hands.__name__}: {acts + COMMANDS} acts, mending took {mended}, {clock}")
    assert not lesson.is_draft
    assert all(most <= MOST_EACH for most in mended)
    assert len(exercises) >= 10
    assert len({one["kind"] for one in exercises}) >= 6
    assert acts + COMMANDS <= MOST_ACTS


def waits_for_corrected(folder: Path, mends: int) -> None:
    """What the kernel does after the last key is done when the folder says so."""
    until = time.monotonic() + 20
    while sum(one.what != "kept" for one in log_of(folder)) < mends:
        assert time.monotonic() < until, "the folder does not say so"
        time.sleep(0.05)
    assert read_written(folder)[1].reader == READER


class Clock:
    """The seconds for which somebody waits for the machine, and those of a processor.

    In it are the commands from their start; JupyterLab's opening of a notebook, its kernel's start
    and all cells, until the page changes no more; every act of a correction until a frame shows
    what follows from it; and after the last of them until the folder holds all. The lesson is
    opened once the command says that it is there; its solution is made meanwhile, and what that
    takes longer stands beside: nobody waits for it. Of the processor it knows the commands and the
    kernels; the pages and the server have theirs beside.
    """

    def __init__(self, lab: Lab) -> None:
        self.waits: dict[str, float] = {}
        self._lab, self._kernels = lab, 0.0
        self._commands = _of_commands()
        self._beside = ""

    @contextmanager
    def __call__(self, part: str) -> Iterator[None]:
        since = time.monotonic()
        yield
        self.waits[part] = self.waits.get(part, 0) + time.monotonic() - since

    def opens(self, part: str, page: Page, notebook: str) -> None:
        """Open a notebook and run it, without the time for which it is seen to change no more."""
        since = time.monotonic()
        self._lab.open_in(page, notebook)
        still = self._lab.run_all(page)
        self.waits[part] = time.monotonic() - since - still

    @contextmanager
    def beside(self, part: str) -> Iterator[None]:
        """Time what nobody waits for."""
        since = time.monotonic()
        yield
        self._beside = f"{part} {time.monotonic() - since:.1f}"

    def stop(self) -> None:
        """Take what the kernels that run have used, before they are gone."""
        times = [one.cpu_times() for one in self._lab.kernels()]
        self._kernels += sum(one.user + one.system for one in times)

    @property
    def seconds(self) -> float:
        return sum(self.waits.values())

    def __str__(self) -> str:
        parts = ", ".join(f"{part} {one:.1f}" for part, one in self.waits.items())
        used = f"{_of_commands() - self._commands:.1f} and {self._kernels:.1f} s of a processor"
        return (
            f"{self.seconds:.1f} s: {parts}; then {self._beside}; commands and kernels took {used}"
        )


def _of_commands() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def command(*words: str, kit: Path) -> None:
    subprocess.run([sys.executable, "-m", "accordingto", *words, "--kit", str(kit)], check=True)


def lesson_made(name: str, kit: Path) -> tuple[subprocess.Popen[str], str]:
    """Make a lesson up to where its notebook can be opened; the command, and the lesson's name."""
    words = [sys.executable, "-m", "accordingto", "lesson", name, "--kit", str(kit)]
    making = subprocess.Popen(words, stdout=subprocess.PIPE, text=True)
    assert making.stdout
    for line in making.stdout:
        if line.startswith("built: notebooks/"):
            return making, Path(line.removeprefix("built: ").partition(".ipynb")[0]).name
    raise AssertionError("no lesson was made")


def in_order(statements: Iterable[Attribution]) -> list[str]:
    """The ids of the statements that stand in no other, in the order of the page."""
    outer = [one for one in statements if not one.embedded_in]
    return [one.id for one in sorted(outer, key=lambda one: min(*one.content, *one.cue))]


def corrected(
    lab: Lab, page: Page, name: str, hands: type[Keys | Mouse], clock: Clock
) -> tuple[int, list[int]]:
    """Correct the draft to its end; return the acts in all, and those that each mending took."""
    folder = lab.kit / "seeds" / name
    drafted = read_written(folder)[1].attributions
    write(
        lab.kit / "notebooks" / "mine.ipynb",
        [f"from accordingto import correct\ncorrect({name!r});"],
    )
    clock.opens("the queue", page, "mine.ipynb")
    person = hands(page)
    person.begin()
    mended = []
    for id in in_order(drafted):
        before = person.acts
        mends = [of[id] for of in (MISSED.get(name, {}), MENDS[name]) if id in of]
        for mend in mends:
            mend(person)
            person.yes()
            mended.append(person.acts - before)
            before = person.acts
        if id not in MENDS[name]:
            person.yes()
    while "All were looked at" not in person.title.inner_text():
        person.yes()
    clock.waits["corrections"] = person.waited
    with clock("saved"):
        expect_saved(page)
        waits_for_corrected(folder, len(mended))
    clock.stop()
    lab.end_sessions("mine.ipynb")
    return person.acts, mended
