import pytest

from accordingto.exercises import AnswerError, Material
from asked import question

ASKED = question("order")  # a b c d, of which b and c are tied: five pairs count


@pytest.mark.parametrize(
    ("order", "credit"),
    [("abcd", 1.0), ("acbd", 1.0), ("bacd", 0.6), ("dcba", 0.0), ("adbc", 0.2)],
)
def test_pairs_in_order_less_pairs_out_of_order(
    material: Material, order: str, credit: float
) -> None:
    outcome = ASKED.score(ASKED.answer({"order": list(order)}), material)
    assert outcome.credit == pytest.approx(credit)


def test_a_card_is_right_where_all_its_pairs_are(material: Material) -> None:
    outcome = ASKED.score(ASKED.answer({"order": list("bacd")}), material)
    assert outcome.headline == "4 of 5 pairs stand in the right order"
    verdicts = {part.ref: part.verdict for part in outcome.parts}
    assert verdicts == {"a": "partly", "b": "wrong", "c": "right", "d": "right"}
    assert [part.text for part in outcome.parts] == [
        "1 card stands on the wrong side of it. w",
        "1 card stands on the wrong side of it. w",
        "w",
        "w",
    ]


@pytest.mark.parametrize("order", ["abc", "aabc", "abcde", "abce"])
def test_an_order_that_leaves_out_repeats_or_invents_a_card_is_refused(order: str) -> None:
    with pytest.raises(AnswerError, match="expected every card once, of a, b, c, d"):
        ASKED.answer({"order": list(order)})
