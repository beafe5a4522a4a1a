import pytest

from accordingto.exercises import AnswerError, Material, Outcome, Part
from accordingto.exercises.kinds.number import Diagnosis, Number, NumberAnswer

QUESTION = Number(
    id="1.1",
    kind="number",
    title="t",
    objective="o",
    prompt="p",
    value=12,
    unit="quotations",
    tolerance=0.5,
    why="twelve",
    otherwise="count again",
    look=(1,),
    wrong=(
        Diagnosis(value=13, why="the title too", tolerance=1, credit=0.5, look=(2, 3)),
        Diagnosis(value=14, why="never reached: 13 comes first"),
        Diagnosis(value=11, why="one escaped"),
    ),
)


@pytest.mark.parametrize(
    ("given", "credit", "verdict", "headline", "why", "look"),
    [
        (12, 1.0, "right", "Right", "twelve", (1,)),
        (11.5, 1.0, "right", "Right", "twelve", (1,)),
        (12.5, 1.0, "right", "Right", "twelve", (1,)),
        (12.51, 0.5, "partly", "Partly right", "the title too", (2, 3)),
        (14, 0.5, "partly", "Partly right", "the title too", (2, 3)),
        (14.01, 0.0, "wrong", "Not this number", "count again", (1,)),
        (11, 0.0, "wrong", "Not this number", "one escaped", ()),
        (11.01, 0.0, "wrong", "Not this number", "count again", (1,)),
        (-12, 0.0, "wrong", "Not this number", "count again", (1,)),
        (1e308, 0.0, "wrong", "Not this number", "count again", (1,)),
    ],
)
def test_a_number_is_right_diagnosed_or_neither(
    material: Material,
    given: float,
    credit: float,
    verdict: str,
    headline: str,
    why: str,
    look: tuple[int, ...],
) -> None:
    part = Part(verdict=verdict, text=why, look=look)  # type: ignore[arg-type]
    expected = Outcome(credit=credit, headline=headline, parts=(part,))
    assert QUESTION.score(NumberAnswer(value=given), material) == expected


def test_nought_is_a_number_and_nothing_is_none(material: Material) -> None:
    assert QUESTION.score(NumberAnswer(), material) == Outcome(credit=0.0, headline="No number yet")
    assert QUESTION.score(NumberAnswer(value=0.0), material).headline == "Not this number"


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_no_ordinary_number_is_refused(value: float) -> None:
    with pytest.raises(AnswerError, match=r"expected an ordinary number$"):
        QUESTION.answer({"value": value})


@pytest.mark.parametrize("value", ["12", True, [12], 10**400])
def test_what_only_looks_like_a_number_is_refused(value: object) -> None:
    with pytest.raises(AnswerError, match=r"^exercise 1.1: this is no answer to it: "):
        QUESTION.answer({"value": value})
