import msgspec
import pytest

from accordingto.exercises import AnswerError, Material
from accordingto.exercises.kinds.rate import Rate, Wording

ASKED = Rate(
    id="1",
    kind="rate",
    title="t",
    objective="o",
    prompt="p",
    points=0,
    low="not at all",
    high="very",
    wordings=(Wording(value="said", text="He said"), Wording(value="warned", text="He warned")),
    after="Compare.",
)


def test_a_wording_is_drawn_and_drawing_it_is_no_answer() -> None:
    drawn = {ASKED.begin().wording for _ in range(200)}
    assert drawn == {"said", "warned"}
    assert ASKED.untouched(ASKED.begin())


def test_a_rating_is_kept_and_not_scored_and_the_other_wording_is_shown(material: Material) -> None:
    outcome = ASKED.score(ASKED.answer({"wording": "warned", "rating": 6}), material)
    assert outcome.credit is None
    assert outcome.headline == "Kept: 6 of 7. There is no right answer"
    assert [(part.label, part.text) for part in outcome.parts] == [
        ("Others read", "He said"),
        ("Yours", "He warned"),
        ("", "Compare."),
    ]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ({"rating": 0}, "expected a rating from 1 to 7"),
        ({"rating": 8}, "expected a rating from 1 to 7"),
        ({"wording": "cried"}, "there is no wording 'cried'"),
    ],
)
def test_what_is_off_the_scale_is_refused(answer: dict[str, object], said: str) -> None:
    with pytest.raises(AnswerError, match=said):
        ASKED.answer(answer)


def test_points_are_refused(material: Material) -> None:
    with pytest.raises(ValueError, match="a rating is not scored: expected `points: 0`"):
        msgspec.structs.replace(ASKED, points=1).check(material)
