import pytest

from accordingto.exercises import Material, Outcome, Part
from accordingto.exercises.kinds.choose_one import ChooseOne, ChooseOneAnswer, Option


def question(*options: tuple[str, float]) -> ChooseOne:
    return ChooseOne(
        id="1.1",
        kind="choose one",
        title="t",
        objective="o",
        prompt="p",
        options=tuple(
            Option(value=value, text=value.upper(), why=f"why {value}", credit=credit, look=(2,))
            for value, credit in options
        ),
    )


@pytest.mark.parametrize(
    ("choice", "credit", "verdict", "headline"),
    [
        ("a", 1.0, "right", "Right"),
        ("b", 0.4, "partly", "Partly right"),
        ("c", 0.0, "wrong", "Not this one"),
    ],
)
def test_an_option_earns_its_credit_and_says_why(
    material: Material, choice: str, credit: float, verdict: str, headline: str
) -> None:
    asked = question(("a", 1), ("b", 0.4), ("c", 0))
    part = Part(verdict=verdict, text=f"why {choice}", ref=choice, look=(2,))  # type: ignore[arg-type]
    expected = Outcome(credit=credit, headline=headline, parts=(part,))
    assert asked.score(ChooseOneAnswer(choice=choice), material) == expected


def test_no_choice_earns_nothing(material: Material) -> None:
    outcome = question(("a", 1)).score(ChooseOneAnswer(), material)
    assert outcome == Outcome(credit=0.0, headline="Nothing chosen yet")


def test_the_key_is_the_first_option_of_full_credit(material: Material) -> None:
    assert question(("a", 0.9), ("b", 1), ("c", 1)).key(material).choice == "b"


def test_a_question_without_a_full_credit_or_with_an_option_twice_is_refused(
    material: Material,
) -> None:
    with pytest.raises(ValueError, match=r"^expected one option with `credit: 1`$"):
        question(("a", 0.9)).check(material)
    with pytest.raises(ValueError, match=r"^the option 'a' is there twice$"):
        question(("a", 0), ("b", 1), ("a", 1)).check(material)
