import pytest

from accordingto.exercises import AnswerError, Material, Outcome, Part
from accordingto.exercises.kinds.free_text import FreeText, FreeTextAnswer, Level

QUESTION = FreeText(
    id="1.1",
    kind="free text",
    title="t",
    objective="o",
    prompt="p",
    rubric=(
        Level(marks=0, text="None.", sample="No."),
        Level(marks=2, text="Both.", sample="Bea says, Cy denies."),
    ),
    self_check=("who", "how"),
)
RUBRIC = (
    Part(verdict="note", label="2 of 2", text="Both. For example: Bea says, Cy denies."),
    Part(verdict="note", label="0 of 2", text="None. For example: No."),
)


@pytest.mark.parametrize("text", [None, "", " \n\t"])
def test_nothing_written_is_said(material: Material, text: str | None) -> None:
    expected = Outcome(credit=None, headline="Nothing written yet")
    assert QUESTION.score(FreeTextAnswer(text=text), material) == expected


def test_what_is_written_gets_no_credit_but_open_points_and_the_rubric(material: Material) -> None:
    outcome = QUESTION.score(FreeTextAnswer(text="She says.", checked=("how",)), material)
    still = Part(verdict="note", label="Still to check", text="who")
    assert outcome == Outcome(
        credit=None, headline="Kept. A person marks this one", parts=(still, *RUBRIC)
    )


def test_the_key_is_the_best_sample_with_every_point_ticked(material: Material) -> None:
    key = QUESTION.key(material)
    assert key == FreeTextAnswer(text="Bea says, Cy denies.", checked=("who", "how"))
    assert QUESTION.score(key, material).parts == RUBRIC


def test_only_points_of_the_self_check_can_be_ticked() -> None:
    with pytest.raises(AnswerError, match=r"there is no point 'why'$"):
        QUESTION.answer({"text": "x", "checked": ["who", "why"]})
