"""The teacher's page of a room in a real browser: it follows, and is set, by keys alone."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from accordingto.notebooks.lesson import Lesson
from accordingto.notebooks.room.seat import join
from classroom.room.classes import Simulated
from classroom.room.live.open_rooms import SHEET, Open, open_room

VOTED = next(question.id for question in SHEET if question.vote)
CLASS = Simulated(SHEET)
SOON = 2.0  # seconds from an answer's being saved to its being projected


def opened(browser: Browser, room: Open, scheme: str = "light") -> Page:
    page = browser.new_page(
        viewport={"width": 1280, "height": 720},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page.goto(f"{room.address}/teacher?key={room.room.key}")
    return page


def fill(room: Open, readers: int) -> None:
    for number in range(readers):
        member = room.room.members.of(room.room.members.join(""))
        assert member is not None
        room.room.members.keep(member, CLASS.entries(number))


def test_an_answer_is_projected_soon_and_the_reveal_is_given_and_exercises_closed_by_keys(
    browser: Browser, tmp_path: Path
) -> None:
    with open_room(tmp_path / "room") as room:
        fill(room, 6)
        page = opened(browser, room)
        faults: list[str] = []
        page.on("pageerror", lambda error: faults.append(str(error)))
        exercise = page.locator(f"[id='x{VOTED}']")
        expect(exercise.locator(".lead")).to_contain_text("6 answers")
        expect(page.locator(".reveal")).to_have_count(0)
        home = Lesson(SHEET, tmp_path / "ann")
        mine = join(home.store, room.address, room.code, "Ann", print)
        began = time.monotonic()
        home.answer(VOTED, CLASS.entries(1)[VOTED].answer)
        expect(exercise.locator(".lead")).to_contain_text("7 answers")
        assert time.monotonic() - began < 2 * SOON  # of a busy machine; measured apart
        mine.leave()
        page.locator(".room > summary").focus()
        page.keyboard.press("Enter")
        page.locator("#held").focus()
        page.keyboard.press("Space")
        expect(page.locator(".reveal").first).to_be_attached()
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        expect(page.locator("#told")).to_have_text("Done.")
        assert room.room.closed == {next(iter(SHEET.questions))}
        assert "Ann" not in page.content()
        page.locator("#who > summary").focus()
        page.keyboard.press("Enter")
        expect(page.locator("#names li")).to_have_text(
            [*(f"reader-00{n}" for n in range(1, 7)), "Ann"]
        )
        assert faults == []
        page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_the_teachers_page_and_in_the_hall(
    browser: Browser, tmp_path: Path, scheme: str
) -> None:
    with open_room(tmp_path / "room") as room:
        fill(room, 6)
        page = opened(browser, room, scheme)
        page.context.set_default_timeout(60_000)
        for address in ("", "/"):
            if address:
                page.goto(room.address + address)
            page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
            found = Axe().run(page).response["violations"]
            assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
        page.close()
