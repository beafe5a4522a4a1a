"""Markup in whatever a student gives: the live face shows it as written, and obeys nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest
from playwright.sync_api import Browser, Locator, expect

from accordingto.notebooks.live import LiveExercise
from asked import question
from blank_page import BlankPage
from evil import EVIL, EVIL_NAME, OBEYED
from kernels import EXERCISE, LESSON, lesson
from stored_page import StoredPage


@pytest.fixture
def stored(browser: Browser, tmp_path: Path) -> StoredPage:
    return StoredPage(browser, tmp_path / EVIL_NAME)


def expect_nothing_obeyed(here: Locator) -> None:
    expect(here.locator(OBEYED)).to_have_count(0)
    assert here.page.title() == "Exercise"


def test_in_a_text_that_is_checked_and_in_one_that_is_offered_back(stored: StoredPage) -> None:
    window = stored.run()
    stored.type(window, EVIL)
    stored.settle()
    stored.press(window, "Check")
    stored.settle()
    expect(stored.view(window).locator(".at-feedback")).to_contain_text("Named.")
    expect_nothing_obeyed(stored.view(window))
    stored.kernels[0].kill()
    stored.type(window, EVIL)
    stored.restart(0)
    stored.settle()
    again = stored.view(max(stored.on))
    expect(again.get_by_role("button", name="Restore it")).to_be_visible()
    expect_nothing_obeyed(again)
    stored.end()


def test_in_the_name_of_the_folder_that_cannot_keep_an_answer(stored: StoredPage) -> None:
    (stored.folder / f"{LESSON}.json").mkdir(parents=True)
    window = stored.run()
    stored.type(window, "Bea")
    stored.settle()
    here = stored.view(window)
    expect(here).to_contain_text(EVIL_NAME)
    expect_nothing_obeyed(here)
    stored.end()


def gives(text: str) -> list[Any]:
    return [EVIL]


def raises(text: str) -> list[Any]:
    raise ValueError(EVIL)


def shows(text: str) -> Any:
    return type(EVIL, (), {"__repr__": lambda self: EVIL})()


@pytest.mark.parametrize("function", [gives, raises, shows])
def test_in_what_a_function_returns_or_raises(
    blank: BlankPage, tmp_path: Path, function: Callable[[str], Any]
) -> None:
    code: Any = question("code")
    asked = msgspec.structs.replace(code, measure="equal", cases=code.cases[:1])
    desk = lesson(tmp_path, asked)
    desk(EXERCISE, function)
    live = LiveExercise.of(desk, asked).widget
    blank.page.evaluate("(all) => window.show(...all)", [live.shape, live.answer, live.state])
    here = blank.page.locator(".at-live")
    expect(here.locator(".at-feedback")).to_contain_text("</dd><script>")
    expect_nothing_obeyed(here)
