from typing import Any

import pytest

from accordingto.exercises import AnswerError, Material
from asked import question

ASKED = question("parsons")  # def, then one and two either way round, then back


def lines(*placed: tuple[str, int]) -> dict[str, Any]:
    return {"lines": [{"id": line, "indent": indent} for line, indent in placed]}


RIGHT = [("def", 0), ("one", 1), ("two", 1), ("back", 1)]


@pytest.mark.parametrize(
    ("placed", "credit", "headline"),
    [
        (RIGHT, 1.0, "4 of 4 lines in place"),
        ([RIGHT[0], RIGHT[2], RIGHT[1], RIGHT[3]], 1.0, "4 of 4 lines in place"),
        ([("def", 0), ("one", 1), ("two", 0), ("back", 1)], 0.875, "3 of 4 lines in place"),
        ([*RIGHT, ("bad", 1)], 0.875, "4 of 4 lines in place, 1 too many"),
        ([("bad", 0)], 0.0, "0 of 4 lines in place, 1 too many"),
    ],
)
def test_lines_their_order_and_their_indent_count(
    material: Material, placed: list[tuple[str, int]], credit: float, headline: str
) -> None:
    outcome = ASKED.score(ASKED.answer(lines(*placed)), material)
    assert outcome.credit == pytest.approx(credit)
    assert outcome.headline == headline


def test_what_is_wrong_with_a_line_is_said_of_that_line(material: Material) -> None:
    placed = lines(("back", 1), ("bad", 1), ("def", 1))
    outcome = ASKED.score(ASKED.answer(placed), material)
    assert [(part.ref, part.verdict, part.text) for part in outcome.parts] == [
        ("back", "partly", "It belongs here, but not in this place. w"),
        ("bad", "wrong", "w"),
        (
            "def",
            "partly",
            "It belongs here, but not in this place. Look at how far it is indented. w",
        ),
        ("one", "missing", "w"),
        ("two", "missing", "w"),
    ]


def test_a_line_is_not_blamed_for_one_too_many_or_one_missing_before_it(
    material: Material,
) -> None:
    placed = lines(("def", 0), ("bad", 1), ("two", 1), ("back", 1))
    outcome = ASKED.score(ASKED.answer(placed), material)
    verdicts = {part.ref: part.verdict for part in outcome.parts}
    assert verdicts == {
        "def": "right",
        "bad": "wrong",
        "two": "right",
        "back": "right",
        "one": "missing",
    }
    assert outcome.headline == "3 of 4 lines in place, 1 too many"


@pytest.mark.parametrize("indent", [-1, 9, 1.5])
def test_an_indent_off_the_page_is_refused(indent: float) -> None:
    with pytest.raises(AnswerError, match="this is no answer to it"):
        ASKED.answer({"lines": [{"id": "def", "indent": indent}]})
