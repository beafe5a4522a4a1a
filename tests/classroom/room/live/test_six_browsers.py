"""Six students, each with a browser, a notebook and a kernel; a teacher with the wall."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from accordingto.notebooks.copy import start
from classroom.room.live.open_rooms import LESSON, SHEET, Open, open_room, soon
from real_lab import Lab

pytestmark = pytest.mark.slow  # six kernels and seven pages

VOTED: Any = next(question for question in SHEET if question.vote)
STUDENTS = 6
CELLS = (
    f'from accordingto import lesson\nask = lesson("{LESSON}")',
    "ask.join()",
    f'ask("{VOTED.id}")',
)


def chosen(number: int) -> Any:
    return VOTED.options[number % len(VOTED.options)]


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Lab]:
    """JupyterLab on six working copies, each with a page of its own."""
    root = tmp_path_factory.mktemp("kits")
    for number in range(STUDENTS):
        kit = root / "notebooks" / f"s{number}"
        start(kit)
        page = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(one) for one in CELLS])
        page.metadata.kernelspec = {"name": "python3", "display_name": "Python 3"}
        nbformat.write(page, kit / "notebooks" / "room.ipynb")
    running = Lab(root, tmp_path_factory.mktemp("home"), browser)
    yield running
    running.close()


def sit_down(lab: Lab, room: Open, number: int) -> Page:
    """Open the notebook, and join by the bar, by keys alone."""
    page = lab.open(f"s{number}/notebooks/room.ipynb")
    lab.run_all(page)
    page.get_by_label("Address of the room").focus()
    for words in (room.address, room.code, f"student {number}"):
        page.keyboard.type(words)
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".at-join-told")).to_contain_text("In the room", timeout=60_000)
    return page


def exercise(page: Page) -> Any:
    return page.locator(".at-live", has_text=VOTED.title)


def test_six_students_join_answer_and_vote_and_the_wall_shows_it(
    lab: Lab, browser: Browser, tmp_path: Path
) -> None:
    with open_room(tmp_path / "room", key="k") as room:
        wall = browser.new_context(viewport={"width": 1280, "height": 720}).new_page()
        wall.goto(f"{room.address}/teacher?key=k")
        on_wall = wall.locator(f"[id='x{VOTED.id}']")
        pages = [sit_down(lab, room, number) for number in range(STUDENTS)]
        for number, page in enumerate(pages):
            exercise(page).get_by_label(chosen(number).text).check()
            noun = "answer" if number == 0 else "answers"
            expect(on_wall.locator(".lead")).to_contain_text(f"{number + 1} {noun}")
        members = room.room.members
        assert members.names == [f"student {number}" for number in range(STUDENTS)]
        assert [one.entries[VOTED.id].answer["choice"] for one in members] == [
            chosen(number).value for number in range(STUDENTS)
        ]
        assert "student" not in on_wall.inner_text()
        for page in pages:
            exercise(page).get_by_role("button", name="Vote").press("Enter")
        assert soon(lambda: all(one.entries[VOTED.id].attempts for one in members), 20)
        expect(exercise(pages[0]).locator(".class-view")).to_have_count(0)
        room.room.held = False
        for page in pages:
            expect(exercise(page).locator(".class-view")).to_contain_text(f"of {STUDENTS}")
        assert_accessible(pages[0])
        leave_by_keys(pages[0])
        exercise(pages[0]).get_by_label(chosen(1).text).check()
        exercise(pages[1]).get_by_label(chosen(2).text).check()
        assert soon(lambda: _choice_of(room, 1) == chosen(2).value, 20)
        assert _choice_of(room, 0) == chosen(0).value  # who has left sends nothing more
        for page in [*pages, wall]:
            page.context.close()


def _choice_of(room: Open, number: int) -> Any:
    return list(room.room.members)[number].entries[VOTED.id].answer["choice"]


def leave_by_keys(page: Page) -> None:
    page.get_by_role("button", name="Leave").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".at-join-told")).to_contain_text("You have left the room.")


def assert_accessible(page: Page) -> None:
    found = Axe().run(page, context=".at-join").response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
