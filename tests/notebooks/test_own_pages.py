"""The pages of one's own, in a browser: home, one's own work, and the summary of a lesson."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from accordingto.exercises import Question, Sheet
from accordingto.exercises.edits import Edit
from accordingto.notebooks.copy import start
from accordingto.notebooks.home import home, home_page
from accordingto.notebooks.lesson import Lesson
from accordingto.notebooks.my_work import my_work
from walking import mistaken

FIRST, GALLERY = "00-start-here", "gallery"


@pytest.fixture(scope="module")
def notebooks(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working copy in which every kind of exercise was answered once wrong and once right."""
    kit = tmp_path_factory.mktemp("kit")
    start(kit)
    folder = kit / "notebooks"
    for name in (FIRST, GALLERY):
        lesson = Lesson(Sheet.of(name), folder / "answers")
        for question in lesson.sheet:
            answer(lesson, question)
    return folder


def answer(lesson: Lesson, question: Question[Any]) -> None:
    """Answer wrong, then right; say of the last one what a reader can say beside an answer."""
    key: Any = msgspec.to_builtins(question.key(lesson.sheet.material(question)))
    is_once = question.kind in ("code", "experiment")
    for data in (key,) if is_once else (mistaken(question, key), key):
        lesson.answer(question.id, data)
        while (did := action(lesson, question)) in ("predict", "vote"):
            lesson.do(question.id, did)
            lesson.answer(question.id, data)
        lesson.do(question.id, did)
    if question.kind == "free text":
        say(lesson, question.id, "mark", "1")
    say(lesson, question.id, "otherwise", "The page says: “so”, and <b>no</b> more.")


def action(lesson: Lesson, question: Question[Any]) -> str:
    return lesson.turn(question, lesson.store.entry(question.id)).actions[0]


def say(lesson: Lesson, exercise: str, deed: Any, which: str) -> None:
    entry = lesson.store.entry(exercise)
    assert entry
    lesson.edit(exercise, Edit(id=f"w.{deed}", answer=entry.answer, do=deed, which=which))


@pytest.fixture(params=["light", "dark"])
def page(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """An empty page, by day and by night."""
    context = browser.new_context(color_scheme=request.param)
    yield context.new_page()
    context.close()


def expect_well_made(page: Page, html: str) -> None:
    """axe finds nothing, and on a phone nothing is wider than the page."""
    page.set_content(html)
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.set_viewport_size({"width": 360, "height": 720})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_home_before_and_after_answers(page: Page, notebooks: Path, tmp_path: Path) -> None:
    start(tmp_path)
    untouched = tmp_path / "notebooks"
    expect_well_made(page, home_page(home(untouched), untouched))
    expect_well_made(page, home_page(home(notebooks), notebooks))
    expect(page.get_by_role("row", name="Start here")).to_contain_text("9 of 9")


def test_ones_own_work_in_every_kind(page: Page, notebooks: Path) -> None:
    expect_well_made(page, my_work(notebooks, GALLERY))
    expect(page.get_by_role("region")).to_have_count(len(Sheet.of(GALLERY).questions))
