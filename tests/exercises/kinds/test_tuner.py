from types import SimpleNamespace
from typing import Any

import pytest

from accordingto.exercises import AnswerError, Material
from accordingto.exercises.kinds.tuner import TunerAnswer, cues_found
from accordingto.readings import Score
from accordingto.widgets.views.tuner import code
from asked import question

ASKED: Any = question("tuner")  # two cues stand on the page, “said” and “said”


@pytest.mark.parametrize(
    ("words", "right", "found"),
    [
        ((), 0, 0),
        (("said",), 2, 2),
        (("SAID",), 2, 2),
        (("sai",), 0, 0),
        (("said", "boat"), 2, 3),
        (("said Bea",), 1, 1),
        (("(",), 0, 0),
    ],
)
def test_a_hit_is_right_where_it_meets_a_cue(
    material: Material, words: tuple[str, ...], right: int, found: int
) -> None:
    assert cues_found(words, material) == Score(right, found, 2)


@pytest.mark.parametrize(
    ("words", "credit"), [(["said"], 1.0), (["said", "boat", "pier"], 0.5), ([], 0.0)]
)
def test_credit_goes_by_bands_of_f(material: Material, words: list[str], credit: float) -> None:
    outcome = ASKED.score(ASKED.answer({"words": words}), material)
    assert outcome.credit == credit
    assert outcome.parts[1].label == "On an article it has not seen"


def test_the_figures_are_said_in_words(material: Material) -> None:
    outcome = ASKED.score(ASKED.answer({"words": ["said", "boat"]}), material)
    assert outcome.headline == "F 0.80; full marks from 0.90"
    assert outcome.parts[0].text == (
        "2 of the 2 cues found (recall 1.00); 1 found that is no cue (precision 0.67). F 0.80."
    )


@pytest.mark.parametrize("words", [[" "], ["x" * 61], ["a", "a"], [str(n) for n in range(201)]])
def test_no_word_an_endless_one_one_twice_or_too_many_are_refused(words: list[str]) -> None:
    with pytest.raises(AnswerError, match="this is no answer to it"):
        ASKED.answer({"words": words})


@pytest.mark.parametrize("words", [("said",), ("said", "boat"), ("said", "said Bea"), ("sai",)])
def test_the_code_that_is_shown_does_what_the_widget_does(
    material: Material, words: tuple[str, ...]
) -> None:
    shown = code(ASKED, TunerAnswer(words=words)).strip().removeprefix("```python")
    ran: dict[str, Any] = {
        "ask": SimpleNamespace(article=material.article, expert=material.reading)
    }
    exec(shown.removesuffix("```"), ran)
    score = cues_found(words, material)
    assert (ran["right"], ran["wrong"]) == (score.right, score.found - score.right)
    assert (ran["recall"], ran["f"]) == pytest.approx((score.recall, score.f))
