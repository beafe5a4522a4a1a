"""Cards by keyboard alone, by dragging, and the board's own laws."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Locator, Page, expect

from blank_page import BlankPage, Blanks
from hands import Hand, Keys, Mouse

CARDS = [{"id": "a", "label": "Axios"}, {"id": "b", "label": "Biden"}, {"id": "c", "label": "Cy"}]
DEEPEST = 3
CLASSES = [{"id": "p", "label": "Person"}, {"id": "o", "label": "Outlet"}]

# Every piece of what a card says lies inside it.
IS_WHOLE = """(card) => {
  const [words, box] = [document.createRange(), card.getBoundingClientRect()];
  words.selectNodeContents(card);
  return [...words.getClientRects()].every(({left, right, top, bottom}) =>
    left > box.left - 1 && right < box.right + 1 && top > box.top - 1 && bottom < box.bottom + 1);
}"""


def board(mode: str) -> dict[str, Any]:
    part = {"part": "cards", "field": "cards", "label": "Cards", "cards": CARDS, "mode": mode}
    more: dict[str, dict[str, Any]] = {
        "sort": {"classes": CLASSES},
        "parsons": {"deepest": DEEPEST},
        "chain": {"first": "whose words", "last": "this page"},
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
        ("chain", "Cy", "Space ArrowUp Space", ["c"]),
        ("chain", "Cy", "Space ArrowUp ArrowDown Space", []),
        ("chain", "Cy", "Space ArrowRight ArrowLeft ArrowDown Space", None),
        ("parsons", "Biden", "Space ArrowRight ArrowRight", [{"id": "b", "indent": 1}]),
        ("parsons", "Biden", "Space ArrowRight ArrowLeft", []),
        ("sort", "Cy", "Space ArrowRight Space", {"c": "p"}),
        ("sort", "Cy", "Space ArrowDown ArrowDown ArrowDown", {"c": "o"}),
        ("sort", "Cy", "Space ArrowRight ArrowLeft", {}),
        ("sort", "Cy", "0", None),
        ("sort", "Cy", "3", None),
    ],
)
def test_a_card_is_moved_by_keys(
    blank: BlankPage, mode: str, card: str, keys: str, answer: Any
) -> None:
    press(blank.show(board(mode)), card, keys)
    assert blank.answer().get("cards") == answer
    assert blank.page.evaluate("pageKeys") == []


def middles(shown: Locator) -> list[tuple[float, float]]:
    boxes = shown.locator("ol .at-card").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect().toJSON())"
    )
    return [(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2) for box in boxes]


def test_a_chain_lies_in_a_row_and_the_arrow_keys_go_where_it_goes(blank: BlankPage) -> None:
    shown = blank.show(board("chain"), answer={"cards": ["a", "b"]})
    (left, top), (right, same_top) = middles(shown)
    assert left < right
    assert top == same_top
    tray = shown.get_by_role("list", name="Not used").bounding_box()
    assert tray
    assert tray["y"] > top
    press(shown, "Axios", "Space ArrowRight")
    assert blank.answer() == {"cards": ["b", "a"]}
    press(shown, "Axios", "ArrowLeft")
    assert blank.answer() == {"cards": ["a", "b"]}
    press(shown, "Axios", "ArrowLeft ArrowUp")  # there is nothing further on these sides
    assert blank.answer() == {"cards": ["a", "b"]}
    press(shown, "Axios", "ArrowDown")
    assert blank.answer() == {"cards": ["b"]}


def test_a_chain_that_goes_downwards_is_gone_along_by_up_and_down(blanks: Blanks) -> None:
    narrow = blanks(width=360)
    shown = narrow.show(board("chain"), answer={"cards": ["a", "b"]})
    (_, high), (_, low) = middles(shown)
    assert high < low
    press(shown, "Axios", "Space ArrowDown")
    assert narrow.answer() == {"cards": ["b", "a"]}
    press(shown, "Axios", "ArrowRight ArrowLeft ArrowUp ArrowUp")
    assert narrow.answer() == {"cards": ["a", "b"]}
    press(shown, "Axios", "ArrowDown ArrowDown")  # past the end lies the tray
    assert narrow.answer() == {"cards": ["b"]}
    press(shown, "Axios", "ArrowUp")
    assert narrow.answer() == {"cards": ["b", "a"]}


def test_a_hand_that_is_not_disclosed_has_a_broken_edge(blank: BlankPage) -> None:
    cards = [CARDS[0], CARDS[1] | {"undisclosed": True}]
    shown = blank.show(board("chain") | {"cards": cards}, answer={"cards": ["a", "b"]})
    edges = "(all) => all.map((one) => getComputedStyle(one).borderTopStyle)"
    assert shown.locator("ol .at-card").evaluate_all(edges) == ["solid", "dashed"]


def test_digits_sort_a_pile_and_lead_on_to_its_next_card(blank: BlankPage) -> None:
    shown = blank.show(board("sort"))
    grip = {name: shown.get_by_role("button", name=name, exact=True) for name in ("Axios", "Cy")}
    grip["Axios"].press("2")
    assert blank.answer() == {"cards": {"a": "o"}}
    expect(shown.get_by_role("status")).to_have_text("Axios: Outlet")
    expect(shown.get_by_role("button", name="Biden", exact=True)).to_be_focused()
    blank.page.keyboard.press("1")
    expect(grip["Cy"]).to_be_focused()
    blank.page.keyboard.press("2")
    assert blank.answer() == {"cards": {"a": "o", "b": "p", "c": "o"}}
    expect(grip["Cy"]).to_be_focused()  # the pile is empty
    blank.page.keyboard.press("0")
    assert blank.answer() == {"cards": {"a": "o", "b": "p"}}
    assert blank.page.evaluate("pageKeys") == []


def test_the_classes_stay_in_view_beside_a_long_pile(blank: BlankPage) -> None:
    many = [{"id": str(n), "label": f"Card {n}, which has some words"} for n in range(30)]
    shown = blank.show(board("sort") | {"cards": many})
    pile, *classes = (one.bounding_box() for one in shown.locator(".at-place").all())
    assert pile
    assert pile["height"] < 600
    for one in classes:
        assert one
        assert pile["y"] <= one["y"]
        assert one["y"] + one["height"] <= pile["y"] + pile["height"]
        assert one["x"] >= pile["x"] + pile["width"]


def test_once_all_are_sorted_a_class_is_as_long_as_its_cards(blank: BlankPage) -> None:
    many = [{"id": str(n), "label": f"Card {n}, which has some words"} for n in range(9)]
    sorted_so = {card["id"]: "p" for card in many}
    left_one = dict(list(sorted_so.items())[1:])
    is_cut = "(all) => all.map((one) => one.scrollHeight > one.clientHeight + 1)"
    shown = blank.show(board("sort") | {"cards": many}, answer={"cards": left_one})
    assert shown.locator(".at-stack").evaluate_all(is_cut) == [False, True, False]
    shown = blank.show(board("sort") | {"cards": many}, answer={"cards": sorted_so})
    assert shown.locator(".at-stack").evaluate_all(is_cut) == [False, False, False]


@pytest.mark.parametrize("way", [Mouse, Keys])
def test_a_card_that_is_placed_keeps_its_text_whole(blank: BlankPage, way: type[Hand]) -> None:
    words = "one deckhand, who asked not to be named because the talks had not ended, and a second"
    shown = blank.show(board("sort") | {"cards": [{"id": "a", "label": words}]})
    way(blank.page).sort(shown, words, "Outlet")
    assert blank.answer() == {"cards": {"a": "o"}}
    card = shown.locator('li[data-id="a"]')
    expect(card).to_contain_text(words)
    assert card.evaluate(IS_WHOLE)


def test_escape_takes_a_card_back_to_no_answer(blank: BlankPage) -> None:
    press(blank.show(board("order")), "Axios", "Space ArrowDown ArrowDown Escape")
    assert blank.answer()["cards"] is None


def test_what_happens_to_a_card_is_said(blank: BlankPage) -> None:
    shown = blank.show(board("chain"), answer={"cards": ["a"]})
    said = shown.get_by_role("status")
    for keys, words in [
        ("Space", "Cy: Not used. Picked up"),
        ("ArrowUp", "Cy: place 2 of 2"),
        ("ArrowLeft", "Cy: place 1 of 2"),
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


def test_two_views_stay_in_step(blank: BlankPage) -> None:
    shown = blank.show(board("order"), views=2)
    press(shown, "Axios", "Space ArrowDown")
    second = blank.page.locator(".at-live").nth(1)
    assert second.locator(".at-grip").all_text_contents() == ["Biden", "Axios", "Cy"]


@pytest.fixture(scope="module")
def pure(browser: Browser) -> Iterator[Page]:
    blank = BlankPage(browser)
    yield blank.offer("board.js")
    blank.page.close()


KEYS = st.lists(
    st.tuples(
        st.sampled_from("abc"), st.sampled_from(["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"])
    ),
    max_size=12,
)


@given(mode=st.sampled_from(["order", "chain", "parsons", "sort"]), keys=KEYS, is_row=st.booleans())
@settings(max_examples=60)
def test_no_key_loses_a_card_and_an_answer_comes_back_as_it_went(
    pure: Page, mode: str, keys: list[tuple[str, str]], is_row: bool
) -> None:
    ids, answer, again = pure.evaluate(
        """([part, keys, isRow]) => {
          let rows = module.rowsOf(part, null);
          keys.forEach(([id, key]) => (rows = module.steered(part, rows, id, key, isRow)));
          const answer = module.valueOf(part, rows);
          const again = module.valueOf(part, module.rowsOf(part, answer));
          return [rows.map((row) => row.id).sort(), answer, again];
        }""",
        [board(mode), keys, is_row],
    )
    assert ids == ["a", "b", "c"]
    assert answer == again
