import msgspec
import pytest

from accordingto.exercises import AnswerError, Material
from accordingto.exercises.kinds.sort_cards import SortCards
from accordingto.widgets.views.sort_cards import parts
from asked import question

ASKED = question("sort cards")


@pytest.mark.parametrize(
    ("classes", "credit", "verdicts"),
    [
        ({"q1": "direct", "q2": "scare"}, 1.0, ["right", "right"]),
        ({"q1": "direct", "q2": "direct"}, 0.75, ["right", "partly"]),
        ({"q1": "scare"}, 0.0, ["wrong", "missing"]),
    ],
)
def test_the_mean_over_the_cards(
    material: Material, classes: dict[str, str], credit: float, verdicts: list[str]
) -> None:
    outcome = ASKED.score(ASKED.answer({"classes": classes}), material)
    assert outcome.credit == credit
    assert [part.verdict for part in outcome.parts] == verdicts
    assert [part.ref for part in outcome.parts] == ["q1", "q2"]


def test_a_class_that_is_not_offered_is_refused() -> None:
    with pytest.raises(AnswerError, match="there is no option 'other'"):
        ASKED.answer({"classes": {"q1": "other"}})


def test_where_a_card_stands_says_nothing_of_its_class(material: Material) -> None:
    assert isinstance(ASKED, SortCards)
    turned = msgspec.structs.replace(ASKED, cards=ASKED.cards[::-1])
    shown = [[card["id"] for card in parts(one, material)[0]["cards"]] for one in (ASKED, turned)]
    assert shown[0] == shown[1]
    assert sorted(shown[0]) == ["q1", "q2"]
    assert turned.without_key() == ASKED.without_key()
