import pytest

from accordingto.exercises import AnswerError, Material
from asked import question

ASKED = question("chain")  # a b c; a c is worth .75; d and e are decoys


@pytest.mark.parametrize(
    ("built", "credit", "headline"),
    [
        ("abc", 1.0, "The whole chain"),
        ("ac", 0.75, "Can be defended"),
        ("ab", (2 / 3 + 1 / 2) / 2, "2 of 3 hands found"),
        ("abcd", (2 / 3 + 1) / 2, "3 of 3 hands found"),
        ("de", 0.0, "0 of 3 hands found"),
        ("", 0.0, "0 of 3 hands found"),
    ],
)
def test_the_nearest_chain_that_counts_gives_the_credit(
    material: Material, built: str, credit: float, headline: str
) -> None:
    outcome = ASKED.score(ASKED.answer({"chain": list(built)}), material)
    assert outcome.credit == pytest.approx(credit)
    assert outcome.headline == headline


def test_a_card_is_right_after_the_card_it_should_follow(material: Material) -> None:
    outcome = ASKED.score(ASKED.answer({"chain": list("adc")}), material)
    verdicts = [(part.ref, part.verdict) for part in outcome.parts]
    assert verdicts == [("a", "right"), ("d", "wrong"), ("c", "partly"), ("b", "missing")]


def test_a_card_that_belongs_elsewhere_is_told_so(material: Material) -> None:
    outcome = ASKED.score(ASKED.answer({"chain": ["c"]}), material)
    assert outcome.parts[0].text.startswith("It belongs, but not in this place. ")


@pytest.mark.parametrize(("chain", "said"), [("aa", "there twice"), ("az", "no card 'z'")])
def test_a_card_twice_or_one_that_is_none_is_refused(chain: str, said: str) -> None:
    with pytest.raises(AnswerError, match=said):
        ASKED.answer({"chain": list(chain)})
