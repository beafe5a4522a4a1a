"""Two answers side by side: chosen by keys, seen on the wall without names, and taken away."""

from __future__ import annotations

import json
from pathlib import Path
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from accordingto.classroom.room.live.two import NotTwo, choices, two_of
from accordingto.classroom.room.respondents import Respondent
from accordingto.exercises.flow import answered
from classroom.room.live.open_rooms import SHEET, Open, open_room

NUMBER = next(question.id for question in SHEET if question.kind == "number")
GUESSES = (3, 3, 9)


def readers(*guesses: int) -> list[Respondent]:
    question = SHEET[NUMBER]
    return [
        Respondent(f"number {n}", {NUMBER: answered(question, None, {"value": guess})})
        for n, guess in enumerate(guesses)
    ]


def fill(room: Open) -> None:
    for reader in readers(*GUESSES):
        member = room.room.members.of(room.room.members.join(f"Ann {reader.name}"))
        assert member is not None
        room.room.members.keep(member, dict(reader.entries))


def test_readers_of_one_answer_are_one_choice_and_their_order_tells_nothing() -> None:
    there, back = readers(*GUESSES), readers(*reversed(GUESSES))
    assert sorted(one.readers for one in choices(SHEET, NUMBER, there)) == [1, 2]
    assert choices(SHEET, NUMBER, there) == choices(SHEET, NUMBER, back)


def test_two_different_answers_are_shown_and_nothing_else() -> None:
    class_ = readers(1, 2, 3)
    first, second, third = (one.key for one in choices(SHEET, NUMBER, class_))
    assert [one.key for one in two_of(SHEET, NUMBER, [third, first], class_).chosen] == [
        third,
        first,
    ]
    for wrong in ([], [first], [first, first], [first, "x"], [first, second, third]):
        with pytest.raises(NotTwo, match="Choose two answers"):
            two_of(SHEET, NUMBER, wrong, class_)


def test_who_has_not_answered_and_what_no_longer_fits_is_no_choice() -> None:
    question = SHEET[NUMBER]
    unfit = answered(question, None, {"value": 3})
    unfit.answer["value"] = "three"
    empty = Respondent("a", {})
    assert choices(SHEET, NUMBER, [empty, Respondent("b", {NUMBER: unfit})]) == []


def opened(browser: Browser, room: Open, scheme: str = "light") -> Page:
    context = browser.new_context(
        viewport={"width": 1280, "height": 720},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(f"{room.address}/teacher?key={room.room.key}")
    return page


def test_two_are_chosen_by_keys_shown_without_names_and_taken_away(
    browser: Browser, tmp_path: Path
) -> None:
    with open_room(tmp_path / "room") as room:
        fill(room)
        wall = opened(browser, room)
        wall.locator(".room > summary").focus()
        wall.keyboard.press("Enter")
        link = wall.get_by_role("link", name="Two answers, side by side")
        link.focus()
        with wall.context.expect_page() as tab:
            wall.keyboard.press("Enter")
        own = tab.value
        own.get_by_label("Exercise").select_option(NUMBER)
        own.get_by_role("button", name="See its answers").press("Enter")
        boxes = own.get_by_role("checkbox")
        expect(boxes).to_have_count(2)
        boxes.first.press("Space")
        own.get_by_role("button", name="Show these two").press("Enter")
        expect(own.get_by_role("status")).to_contain_text("Choose two answers")
        expect(wall.locator("#above h2")).to_have_count(0)
        boxes.first.press("Space")
        boxes.last.press("Space")
        own.get_by_role("button", name="Show these two").press("Enter")
        expect(own.get_by_role("status")).to_have_text("They stand on the projected page now.")
        expect(wall.locator("#above .side")).to_have_count(2)
        sides = sorted(wall.locator("#above .side dd").all_inner_texts())
        assert sides == ["3 sentences", "9 sentences"]
        wall.reload()
        expect(wall.locator("#above .side")).to_have_count(2)
        for page in (wall, own):
            assert "Ann" not in page.content()
            assert "reader-0" not in page.content()
        own.get_by_role("button", name="Take the two away").click()
        expect(own.get_by_role("status")).to_have_text("They are taken away.")
        expect(wall.locator("#above .side")).to_have_count(0)
        wall.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_two_are_chosen_and_shown(
    browser: Browser, tmp_path: Path, scheme: str
) -> None:
    with open_room(tmp_path / "room") as room:
        fill(room)
        keys = [one.key for one in choices(SHEET, NUMBER, room.room.members)]
        room.room.two = two_of(SHEET, NUMBER, keys, room.room.members)
        page = opened(browser, room, scheme)
        page.context.set_default_timeout(60_000)
        for address in ("/teacher", f"/teacher/two?exercise={NUMBER}"):
            page.goto(room.address + address)
            found = Axe().run(page).response["violations"]
            assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
        page.context.close()


def test_only_the_teacher_chooses_and_only_of_what_is_open(tmp_path: Path) -> None:
    with open_room(tmp_path / "room", key="k") as room:
        fill(room)
        assert room.asked(f"/teacher/two?exercise={NUMBER}")[0] == 403
        shown = urlencode(
            {
                "deed": "show",
                "key": [one.key for one in choices(SHEET, NUMBER, room.room.members)],
            },
            doseq=True,
        ).encode()
        assert room.asked(f"/teacher/two?exercise={NUMBER}", shown)[0] == 403
        room.room.closed.add(NUMBER)
        status, said = room.asked(f"/teacher/two?key=k&exercise={NUMBER}", shown)
        assert (status, room.room.two) == (400, None)
        assert f"{NUMBER} is closed" in json.loads(said)["refused"]
        assert "checkbox" not in room.asked(f"/teacher/two?key=k&exercise={NUMBER}")[1]
        room.room.closed.clear()
        assert room.asked(f"/teacher/two?key=k&exercise={NUMBER}", shown)[0] == 200
        assert room.room.two is not None
