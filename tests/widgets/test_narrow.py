"""Exercises on a phone: nothing is cut, and words have the width that there is."""

from __future__ import annotations

from typing import Any

import pytest

from blank_page import BlankPage, Blanks
from marking import MARKS

OPTIONS = [
    {"value": value, "label": value} for value in ("direct", "mixed", "indirect", "act only")
]
SLOT = {"id": "s", "label": "Label", "options": OPTIONS}
MATRIX: dict[str, Any] = {
    "part": "matrix",
    "field": "rows",
    "label": "Choose for each row",
    "rows": [{"id": "r", "label": "staunchly affirming their alliance with the Israelis (1)"}],
    "slots": [SLOT],
}
RADIOS: dict[str, Any] = {
    "part": "radios",
    "field": "choice",
    "label": "Choose one",
    "options": [{"value": "a", "label": "US officials on Sunday sought to strike a balance (1)"}],
}
STATEMENTS = {**MARKS, "linked": True}
IS_INSIDE = """(one) => {
  const [part, prompt] = [one, one.closest('.at-live').querySelector('.at-prompt')]
    .map((each) => each.getBoundingClientRect());
  return part.left >= prompt.left - 1 && part.right <= prompt.right + 1;
}"""


@pytest.fixture
def phone(blanks: Blanks) -> BlankPage:
    return blanks(width=280)  # what a notebook leaves of 360 pixels


def test_the_words_of_a_row_have_the_whole_width(phone: BlankPage) -> None:
    shown = phone.show(MATRIX, page="One.")
    row, table = shown.locator("tbody th"), shown.locator("table")
    wide = [one.evaluate("(one) => one.clientWidth") for one in (row, table)]
    assert wide[0] >= 0.9 * wide[1]


def test_no_tool_of_marking_is_cut(phone: BlankPage) -> None:
    shown = phone.show(STATEMENTS)
    tools = shown.locator(".at-toolbar").get_by_role("button").filter(visible=True).all()
    assert len(tools) > 3
    for tool in tools:
        assert tool.evaluate(IS_INSIDE), tool.inner_text()


def test_a_way_to_the_page_stands_in_line_with_the_words_of_its_option(phone: BlankPage) -> None:
    shown = phone.show(RADIOS, page="One.")
    words, way = shown.locator(".at-option label span"), shown.locator(".at-way-after")
    left = [one.evaluate("(one) => one.getBoundingClientRect().left") for one in (words, way)]
    assert left[1] == pytest.approx(left[0], abs=2)
    assert way.evaluate(IS_INSIDE)
