"""Cards by keyboard alone, by dragging, and the board's own laws."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Locator, Page, expect

from blank_page import BlankPage

CARDS = [{"id": "a", "label": "Axios"}, {"id": "b", "label": "Biden"}, {"id": "c", "label": "Cy"}]
DEEPEST = 3
CLASSES = [{"id": "p", "label": "Person"}, {"id": "o", "label": "Outlet"}]


def board(mode: str) -> dict[str, Any]:
    part = {"part": "cards", "field": "cards", "label": "Cards", "cards": CARDS, "mode": mode}
    more: dict[str, dict[str, Any]] = {
        "sort": {"classes": CLASSES},
        "parsons": {"deepest": DEEPEST},
    }
    return part | more.get(mode, {})


def press(shown: Locator, card: str, keys: str) -> None:
    grip = shown.get_by_role("button", name=card, exact=True)
    grip.focus()
    for key in keys.split():
        grip.press(key)
        expect(grip).to_be_focused()


@pytest.mark.parametrize(
    ("mode", "card", "keys", "answer"),
    [
        ("order", "Axios", "Space ArrowDown Space", ["b", "a", "c"]),
        ("order", "Axios", "Enter ArrowDown ArrowDown ArrowDown Enter", ["b", "c", "a"]),
        ("order", "Cy", "Space ArrowUp ArrowUp ArrowUp", ["c", "a", "b"]),
        ("order", "Cy", "Space ArrowLeft ArrowRight", None),
        ("order", "Axios", "ArrowDown", None),
        ("chain", "Cy", "Space ArrowRight Space", ["c"]),
        ("chain", "Cy", "Space ArrowRight ArrowLeft Space", []),
        ("parsons", "Biden", "Space ArrowRight ArrowRight", [{"id": "b", "indent": 1}]),
        ("parsons", "Biden", "Space ArrowRight ArrowLeft", []),
        ("sort", "Cy", "Space ArrowRight Space", {"c": "p"}),
        ("sort", "Cy", "Space ArrowDown ArrowDown ArrowDown", {"c": "o"}),
        ("sort", "Cy", "Space ArrowRight ArrowLeft", {}),
    ],
)
def test_a_card_is_moved_by_keys(
    blank: BlankPage, mode: str, card: str, keys: str, answer: Any
) -> None:
    press(blank.show(board(mode)), card, keys)
    assert blank.answer().get("cards") == answer
    assert blank.page.evaluate("pageKeys") == []


def test_escape_takes_a_card_back_to_no_answer(blank: BlankPage) -> None:
    press(blank.show(board("order")), "Axios", "Space ArrowDown ArrowDown Escape")
    assert blank.answer()["cards"] is None


def test_what_happens_to_a_card_is_said(blank: BlankPage) -> None:
    shown = blank.show(board("chain"), answer={"cards": ["a"]})
    said = shown.get_by_role("status")
    for keys, words in [
        ("Space", "Cy: Not used. Picked up"),
        ("ArrowRight", "Cy: place 2 of 2"),
        ("ArrowUp", "Cy: place 1 of 2"),
        ("Space", "Cy: place 1 of 2. Put down"),
    ]:
        press(shown, "Cy", keys)
        expect(said).to_have_text(words)
    expect(shown.get_by_role("button", name="Cy", exact=True)).to_have_attribute(
        "aria-pressed", "false"
    )


def test_a_card_that_is_left_is_put_down(blank: BlankPage) -> None:
    shown = blank.show(board("order"))
    press(shown, "Axios", "Space")
    shown.get_by_role("button", name="Biden", exact=True).focus()
    press(shown, "Axios", "ArrowDown")
    assert blank.answer() == {}


def test_a_card_that_is_held_by_keys_hears_a_press_of_its_own_buttons(blank: BlankPage) -> None:
    shown = blank.show(board("order"))
    press(shown, "Axios", "Space")
    shown.get_by_role("button", name="Move down: Axios").click()
    assert blank.answer()["cards"] == ["b", "a", "c"]


def test_a_line_is_indented_no_deeper_than_the_part_allows(blank: BlankPage) -> None:
    deepest = {"cards": [{"id": "b", "indent": DEEPEST}]}
    shown = blank.show(board("parsons"), answer={"cards": [{"id": "b", "indent": 1}]})
    more = shown.get_by_role("button", name="Indent more: Biden")
    more.click()
    more.click()
    expect(more).to_be_disabled()
    press(shown, "Biden", "Space ArrowRight Space")
    assert blank.answer() == deepest
    shown.get_by_role("button", name="Indent less: Biden").click()
    expect(more).to_be_enabled()


@pytest.mark.parametrize(
    ("mode", "onto", "answer"),
    [("chain", "The chain", ["b"]), ("sort", "Outlet", {"b": "o"})],
)
def test_a_card_is_dragged_onto_an_empty_place(
    blank: BlankPage, mode: str, onto: str, answer: Any
) -> None:
    shown = blank.show(board(mode))
    shown.locator("[data-id=b]").drag_to(shown.get_by_role("list", name=onto))
    assert blank.answer() == {"cards": answer}


def test_a_card_is_dragged_downwards(blank: BlankPage) -> None:
    shown = blank.show(board("order"))
    shown.locator("[data-id=a]").drag_to(shown.locator("[data-id=b]"))
    assert blank.answer() == {"cards": ["b", "a", "c"]}


def test_a_locked_board_stays(blank: BlankPage) -> None:
    shown = blank.show(board("order"), locked=True)
    press(shown, "Axios", "Space ArrowDown")
    shown.locator("[data-id=a]").drag_to(shown.locator("[data-id=c]"))
    expect(shown.get_by_role("button", name="Move down: Axios")).to_be_disabled()
    assert blank.answer() == {}


def test_two_views_stay_in_step(blank: BlankPage) -> None:
    shown = blank.show(board("order"), views=2)
    press(shown, "Axios", "Space ArrowDown")
    second = blank.page.locator(".at-live").nth(1)
    assert second.locator(".at-grip").all_text_contents() == ["Biden", "Axios", "Cy"]


@pytest.fixture(scope="module")
def pure(browser: Browser) -> Iterator[Page]:
    blank = BlankPage(browser)
    source = (files("accordingto.widgets") / "board.js").read_text(encoding="utf-8")
    names = "rowsOf, valueOf, steered, putAt"
    blank.page.evaluate(f"() => {{ {source}; window.board = {{ {names} }}; }}")
    yield blank.page
    blank.page.close()


KEYS = st.lists(
    st.tuples(
        st.sampled_from("abc"), st.sampled_from(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"])
    ),
    max_size=12,
)


@given(mode=st.sampled_from(["order", "chain", "parsons", "sort"]), keys=KEYS)
@settings(max_examples=60)
def test_no_key_loses_a_card_and_an_answer_comes_back_as_it_went(
    pure: Page, mode: str, keys: list[tuple[str, str]]
) -> None:
    ids, answer, again = pure.evaluate(
        """([part, keys]) => {
          let rows = board.rowsOf(part, null);
          keys.forEach(([id, key]) => (rows = board.steered(part, rows, id, key)));
          const answer = board.valueOf(part, rows);
          const again = board.valueOf(part, board.rowsOf(part, answer));
          return [rows.map((row) => row.id).sort(), answer, again];
        }""",
        [board(mode), keys],
    )
    assert ids == ["a", "b", "c"]
    assert answer == again
