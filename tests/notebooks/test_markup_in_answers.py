"""Markup in whatever a student gives: one's own pages show it as written, and obey nothing."""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

import msgspec
import nbformat
import pytest
from playwright.sync_api import Browser, Page

from accordingto.exercises import Sheet
from accordingto.exercises.answers import AnswerFile
from accordingto.exercises.entries import Attempt, Entry
from accordingto.exercises.kinds.code import Code
from accordingto.exercises.kinds.free_text import FreeText
from accordingto.notebooks.copy import start
from accordingto.notebooks.home import home, home_page
from accordingto.notebooks.lesson import Lesson
from accordingto.notebooks.my_work import my_work
from accordingto.widgets.progress import line_html
from evil import EVIL, EVIL_NAME, OBEYED

NAME = "04-inside-the-quotation-marks"
SHEET = Sheet.of(NAME)
# The home page has ways of its own, to the lessons.
OBEYED_AT_HOME = OBEYED.replace("a:not([href^='#'])", "a[href*='elsewhere'], a[href*='y.png']")


@pytest.fixture
def notebooks(tmp_path: Path) -> Path:
    """A kit in which every field of an answer file that holds words holds markup, by hand."""
    start(tmp_path / EVIL_NAME)
    folder = tmp_path / EVIL_NAME / "notebooks"
    entries = {question.id: given(question) for question in SHEET}
    entries[EVIL] = entries[SHEET.questions[next(iter(SHEET.questions))].id]
    (folder / "answers").mkdir()
    file = AnswerFile(notebook=EVIL, exercises=entries)
    (folder / "answers" / f"{NAME}.json").write_bytes(msgspec.json.encode(file))
    code = next(one for one in SHEET if isinstance(one, Code))
    cell = nbformat.v4.new_code_cell(f"def {code.function}(text):\n    return {EVIL!r}")
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), folder / f"{NAME}.ipynb")
    return folder


def given(question: Any) -> Entry:
    """An answer that was checked, with words beside it, and with one that is offered back."""
    answer: dict[str, Any] = msgspec.to_builtins(question.begin())
    if isinstance(question, FreeText):
        answer["text"] = EVIL
    said = [
        Attempt(did=did, answer=answer, at=EVIL, edit=EVIL, note=EVIL, credit=0.0)
        for did in ("check", "otherwise", "displaced", EVIL)
    ]
    return Entry(digest=EVIL, answer=answer, at=EVIL, edit=EVIL, attempts=tuple(said))


def shown(browser: Browser, html: str) -> Page:
    """A page that has asked the network for nothing."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.set_content(html)
    assert asked == []
    return page


def test_in_the_page_of_ones_own_work(notebooks: Path, browser: Browser) -> None:
    html = my_work(notebooks, NAME)
    assert html.count(escape(EVIL)) >= len(SHEET.questions)  # the reasons, and a text
    page = shown(browser, html)
    assert page.locator(OBEYED).count() == 0
    assert page.title().startswith("My work: ")
    assert EVIL in page.locator("pre").first.inner_text()


def test_in_the_home_page_and_the_line_on_progress(notebooks: Path, browser: Browser) -> None:
    found = home(notebooks)
    lesson = Lesson(SHEET, notebooks / "answers")
    summary: Any = lesson.summary()
    for html in (
        home_page(found, notebooks),
        found.html(),
        line_html(lesson.progress),
        summary._repr_html_(),
    ):
        page = shown(browser, html)
        assert page.locator(OBEYED_AT_HOME).count() == 0
        assert page.title() in ("", "All lessons")
