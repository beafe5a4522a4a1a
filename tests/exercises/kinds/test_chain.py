from itertools import product

import msgspec
import pytest

from accordingto.content import Content
from accordingto.exercises import AnswerError, Material, Sheet
from accordingto.exercises.kinds.chain import Chain, ChainAnswer
from asked import question

ASKED = question("chain")  # a b c; a c is worth .75; d and e are decoys


@pytest.mark.parametrize(
    ("built", "credit", "headline"),
    [
        ("abc", 1.0, "The whole chain"),
        ("ac", 0.75, "Can be defended"),
        ("ab", (2 / 3 + 1 / 2) / 2, "2 of 3 hands found"),
        ("abcd", (2 / 3 + 1) / 2, "3 of 3 hands found, 1 too many"),
        ("dabce", (1 / 3 + 1) / 2, "3 of 3 hands found, 2 too many"),
        ("cab", (1 + 1 / 2) / 2, "3 of 3 hands found, in another order"),
        ("de", 0.0, "0 of 3 hands found, 2 too many"),
        ("", 0.0, "0 of 3 hands found"),
    ],
)
def test_the_nearest_chain_that_counts_gives_the_credit(
    material: Material, built: str, credit: float, headline: str
) -> None:
    outcome = ASKED.score(ASKED.answer({"chain": list(built)}), material)
    assert outcome.credit == pytest.approx(credit)
    assert outcome.headline == headline


@pytest.mark.parametrize(
    ("built", "verdicts"),
    [
        # the nearest is a c: nothing stands between them but the one too many
        ("adc", {"a": "right", "d": "wrong", "c": "right"}),
        # of a b c the one too many is d: b follows a all the same
        ("adbc", {"a": "right", "d": "wrong", "b": "right", "c": "right"}),
        ("dabc", {"d": "wrong", "a": "right", "b": "right", "c": "right"}),
        ("bac", {"b": "partly", "a": "partly", "c": "right"}),
        ("ab", {"a": "right", "b": "right", "c": "missing"}),
    ],
)
def test_one_too_many_is_blamed_and_not_the_one_that_follows_it(
    material: Material, built: str, verdicts: dict[str, str]
) -> None:
    outcome = ASKED.score(ASKED.answer({"chain": list(built)}), material)
    assert {part.ref: part.verdict for part in outcome.parts} == verdicts


def test_a_hand_too_many_in_3_3_is_told_as_one_and_nobody_else_is_blamed() -> None:
    sheet = Sheet.of("03-what-reportedly-hides")
    asked = sheet["3.3"]
    answer = asked.answer({"chain": ["biden", "cnn", "axios", "article"]})
    outcome = asked.score(answer, sheet.material(asked))
    assert outcome.headline == "3 of 3 hands found, 1 too many"
    assert [(part.verdict, part.label, part.text) for part in outcome.parts] == [
        (
            "right",
            "Joe Biden",
            "He is said to have spoken them to Netanyahu, so the chain begins here.",
        ),
        (
            "wrong",
            "CNN",
            "CNN is named in paragraph 8, for another message. Paragraph 10 names Axios only.",
        ),
        ("right", "Axios", "“According to Axios”: the article has the words from there."),
        ("right", "this article", "The last hand before you."),
    ]


def test_the_reason_of_a_chain_that_earns_part_is_said_of_its_own_card() -> None:
    sheet = Sheet.of("03-what-reportedly-hides")
    asked = sheet["3.4"]
    assert isinstance(asked, Chain)
    built = ChainAnswer(chain=("rubio", "cnn", "axios", "article"))
    outcome = asked.score(built, sheet.material(asked))
    told = {part.ref: (part.verdict, part.text) for part in outcome.parts}
    assert told["cnn"] == ("partly", asked.accept[0].why)
    assert [verdict for verdict, _ in told.values()] == ["right", "partly", "wrong", "right"]
    assert outcome.headline == "3 of 3 hands found, 1 too many"


def test_a_card_that_belongs_elsewhere_is_told_so(material: Material) -> None:
    outcome = ASKED.score(ASKED.answer({"chain": list("ba")}), material)
    assert outcome.parts[0].text.startswith("It belongs, but not in this place. ")


def test_a_chain_that_can_be_defended_earns_no_less_than_as_a_wrong_one(
    material: Material,
) -> None:
    assert isinstance(ASKED, Chain)
    other = msgspec.structs.replace(ASKED.accept[0], credit=0.25)
    with pytest.raises(ValueError, match=r"^accept a, c: expected a credit of 0\.33 or more$"):
        msgspec.structs.replace(ASKED, accept=(other,)).check(material)


def test_no_card_too_many_makes_a_chain_of_the_kit_worth_more() -> None:
    for sheet in map(Sheet.of, (*Content.kit().lessons(), "gallery")):
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
