from itertools import product

import msgspec
import pytest

from accordingto.exercises import AnswerError, Material, Sheet
from accordingto.exercises.kinds.chain import Chain, ChainAnswer
from accordingto.exercises.sheet import lesson_names
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


def test_a_chain_that_can_be_defended_earns_no_less_than_as_a_wrong_one(
    material: Material,
) -> None:
    assert isinstance(ASKED, Chain)
    other = msgspec.structs.replace(ASKED.accept[0], credit=0.25)
    with pytest.raises(ValueError, match=r"^accept a, c: expected a credit of 0\.33 or more$"):
        msgspec.structs.replace(ASKED, accept=(other,)).check(material)


def test_no_card_too_many_makes_a_chain_of_the_kit_worth_more() -> None:
    for sheet in map(Sheet.of, (*lesson_names(), "gallery")):
        for chain in (one for one in sheet if isinstance(one, Chain)):
            at, best = sheet.material(chain), {chain.chain, *(o.chain for o in chain.accept)}
            for other in chain.accept:
                for card, place in product(chain.cards, range(len(other.chain) + 1)):
                    longer = (*other.chain[:place], card.id, *other.chain[place:])
                    if card.id not in other.chain and longer not in best:
                        earned = chain.score(ChainAnswer(chain=longer), at).credit
                        assert earned is not None
                        assert earned <= other.credit


@pytest.mark.parametrize(("chain", "said"), [("aa", "there twice"), ("az", "no card 'z'")])
def test_a_card_twice_or_one_that_is_none_is_refused(chain: str, said: str) -> None:
    with pytest.raises(AnswerError, match=said):
        ASKED.answer({"chain": list(chain)})
