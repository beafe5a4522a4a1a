from typing import Any

import msgspec
import pytest

from accordingto.exercises import Material
from accordingto.exercises.kinds.select_all import SelectAll, Tickable
from accordingto.widgets.views.select_all import parts
from asked import question

ASKED: Any = question("select all")


@pytest.mark.parametrize(
    ("ticked", "credit", "headline"),
    [
        ("", 0.0, "0 of 2 found"),
        ("a", 0.5, "1 of 2 found"),
        ("ab", 1.0, "2 of 2 found"),
        ("abe", 1.0, "2 of 2 found"),
        ("ac", 0.0, "1 of 2 found, and 1 that does not fit"),
        ("abcd", 0.0, "2 of 2 found, and 2 that do not fit"),
        ("abc", 0.5, "2 of 2 found, and 1 that does not fit"),
    ],
)
def test_a_wrong_tick_costs_what_a_right_one_earns(
    material: Material, ticked: str, credit: float, headline: str
) -> None:
    outcome = ASKED.score(ASKED.answer({"choices": list(ticked)}), material)
    assert (outcome.credit, outcome.headline) == (credit, headline)


def test_each_option_that_says_something_is_explained(material: Material) -> None:
    outcome = ASKED.score(ASKED.answer({"choices": ["a", "c", "e"]}), material)
    verdicts = [(part.ref, part.verdict) for part in outcome.parts]
    assert verdicts == [("a", "right"), ("b", "missing"), ("c", "wrong"), ("e", "note")]


def test_one_that_has_nothing_right_is_refused(material: Material) -> None:
    options = (Tickable(value="a", text="A", right="either", why="w"),)
    asked = SelectAll(
        id="1", kind="select all", title="t", objective="o", prompt="p", options=options
    )
    with pytest.raises(ValueError, match=r"^expected one option with `right: true`$"):
        asked.check(material)


def test_where_an_option_stands_says_nothing_of_whether_it_is_right(material: Material) -> None:
    shown = [one["value"] for one in parts(ASKED, material)[0]["options"]]
    assert sorted(shown) == list("abcde")
    assert shown != list("abcde")  # as they are written, what is right comes first
    turned = msgspec.structs.replace(ASKED, options=ASKED.options[::-1])
    assert [one["value"] for one in parts(turned, material)[0]["options"]] == shown
    assert turned.without_key() == ASKED.without_key()
