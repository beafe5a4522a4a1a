"""The lessons at work in Firefox, out of the same folder: no server, and no other host."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from accordingto.classroom import wall
from accordingto.classroom.course import Course
from accordingto.classroom.hand_in.collect import collect
from accordingto.classroom.hand_out.making import make
from accordingto.content import Content
from accordingto.exercises import Question
from browser_edition import PROBLEMS
from classroom.pupils import LESSON, SHEET, Class, points
from firefox import ENTER, Firefox
from real_lab import ALL_CELLS_RAN, DO, KERNEL_IS_IDLE, NOTEBOOK_AT_REST
from served import Served

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]

NUMBER: Any = next(
    question for question in SHEET if question.kind == "number" and not question.reveal
)
BAR = "[aria-label='Your work']"
TEXTS = "(found) => [...document.querySelectorAll(found)].map((one) => one.innerText)"
VALUE = "(found) => document.querySelector(found).value"
IS_RIGHT = "document.querySelector(\"%s .at-headline\")?.textContent.startsWith('Right')"
ASK = "(address) => fetch(address).then(() => 'came', () => 'refused')"
TITLE = """(title) => [...document.querySelectorAll('.at-live h3')]
  .find((one) => one.textContent.startsWith(title)).id"""


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    running = Firefox(tmp_path_factory.mktemp("firefox"))
    yield running
    running.close()


def run_all(firefox: Firefox) -> None:
    """Wait for Python, and run every cell to the end without a problem."""
    firefox.wait(KERNEL_IS_IDLE)
    firefox.run(DO, "notebook:run-all-cells")
    firefox.wait(f"({ALL_CELLS_RAN})()")
    firefox.run(NOTEBOOK_AT_REST)
    assert firefox.run(TEXTS, PROBLEMS) == []


def open_page(firefox: Firefox, site: Served, name: str) -> None:
    firefox.open(f"{site.address}/kit/run/notebooks/index.html?path={name}.ipynb")


def exercise(firefox: Firefox, question: Question[Any]) -> str:
    """The selector of an exercise, which is found by its heading."""
    title = firefox.run(TITLE, f"{question.id} {question.title}")
    return f"[aria-labelledby='{title}']"


def test_an_answer_is_kept_handed_in_and_graded(
    firefox: Firefox, site: Served, tmp_path: Path
) -> None:
    open_page(firefox, site, LESSON)
    run_all(firefox)
    here = exercise(firefox, NUMBER)
    firefox.click(f"{here} input")
    firefox.type(f"{NUMBER.value:g}{ENTER}")
    firefox.wait(IS_RIGHT % here)
    firefox.reload()
    run_all(firefox)
    assert firefox.run(VALUE, f"{exercise(firefox, NUMBER)} input") == f"{NUMBER.value:g}"

    firefox.click(f"{BAR} input[type=text]")
    firefox.type("ann")
    firefox.click(f"{BAR} .at-action")
    path = firefox.downloaded()
    make(tmp_path / "course", [LESSON])
    pupils = Class(Course(tmp_path / "course"))
    (done,) = collect(pupils.course, LESSON, [path])
    assert (path.name, done.student, done.did) == (f"ann_{LESSON}.zip", "ann", "new")
    earned = points(pupils.marks()["ann"])
    wall.close()
    assert earned[NUMBER.id] == NUMBER.points
    assert not any(got for exercise_id, got in earned.items() if exercise_id != NUMBER.id)
    assert firefox.outside == []


@pytest.mark.parametrize("lesson", [*Content.kit().lessons(), "gallery"])
def test_every_lesson_runs_to_its_end(firefox: Firefox, site: Served, lesson: str) -> None:
    open_page(firefox, site, lesson)
    run_all(firefox)
    assert firefox.outside == []


def test_the_glossary_is_read(firefox: Firefox, site: Served) -> None:
    open_page(firefox, site, "glossary")
    firefox.wait("document.querySelectorAll('.jp-RenderedMarkdown tbody tr').length > 50")
    assert firefox.outside == []


def test_another_host_is_refused_and_counted(firefox: Firefox, site: Served) -> None:
    firefox.open(f"{site.address}/kit/index.html")
    assert firefox.run(ASK, "http://another.example/news") == "refused"
    assert firefox.outside == ["http://another.example/news"]
    firefox.outside.clear()
