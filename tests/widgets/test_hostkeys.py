"""A shortcut of the notebook's own is heard there, also from inside an exercise."""

from __future__ import annotations

import pytest

from blank_page import BlankPage

TEXT = {"part": "text", "field": "text", "label": "Your text"}


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ("Control+s", ["Control", "s"]),
        ("Meta+s", ["Meta", "s"]),
        ("Control+b", ["Control", "b"]),
        ("Control+Shift+C", ["Control", "Shift", "C"]),
        ("Control+,", ["Control", ","]),
    ],
)
def test_a_shortcut_of_the_host_is_told_from_outside(
    blank: BlankPage, keys: str, told: list[str]
) -> None:
    shown = blank.show(TEXT, answer={"text": "So."})
    shown.get_by_label("Your text").press(keys)
    assert blank.page.evaluate("pageKeys") == told[-1:]
    assert blank.answer() == {"text": "So."}


@pytest.mark.parametrize(
    "keys", [*(f"Control+{letter}" for letter in "acvxzy"), "Control+Shift+v", "Control+Shift+z"]
)
def test_what_edits_a_text_stays_in_it(blank: BlankPage, keys: str) -> None:
    blank.show(TEXT).get_by_label("Your text").press(keys)
    assert blank.page.evaluate("pageKeys") == []


@pytest.mark.parametrize("is_taken", [True, False])
def test_the_browser_hears_of_it_where_the_host_does_nothing(
    own_blank: BlankPage, is_taken: bool
) -> None:
    field = own_blank.show(TEXT).get_by_label("Your text")
    own_blank.page.evaluate(
        """(isTaken) => {
          document.addEventListener('keydown', (event) => isTaken && event.preventDefault());
          addEventListener('keydown', (event) => (window.prevented = event.defaultPrevented), true);
          document.querySelector('.at-live').addEventListener(
            'keydown', (event) => setTimeout(() => (window.prevented = event.defaultPrevented)));
        }""",
        is_taken,
    )
    field.press("Control+k")
    assert (
        own_blank.page.evaluate("new Promise((tell) => setTimeout(() => tell(prevented)))")
        is is_taken
    )
