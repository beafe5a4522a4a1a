import pytest

from accordingto.exercises import AnswerError
from accordingto.exercises.kinds.choose_one import ChooseOne, ChooseOneAnswer, Option
from accordingto.exercises.kinds.free_text import FreeText, Level

CHOOSE = ChooseOne(
    id="1.1",
    kind="choose one",
    title="t",
    objective="o",
    prompt="p",
    options=(Option(value="a", text="A", why="w", credit=1), Option(value="b", text="B", why="w")),
)
WRITE = FreeText(
    id="1.2",
    kind="free text",
    title="t",
    objective="o",
    prompt="p",
    rubric=(Level(marks=1, text="x", sample="y"),),
    self_check=("named",),
)


def test_plain_data_becomes_a_typed_answer() -> None:
    assert CHOOSE.answer({"choice": "b"}) == ChooseOneAnswer(choice="b")
    assert CHOOSE.answer({}) == ChooseOneAnswer()


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ({"choice": "c"}, "there is no option 'c'"),
        ({"choice": 3}, "Expected `str | null`, got `int` - at `$.choice`"),
        ({"chice": "a"}, "Object contains unknown field `chice`"),
        ({1: "a"}, "Expected `str` - at `key` in `$`"),
        (["a"], "Expected `object`, got `array`"),
        (None, "Expected `object`, got `null`"),
        ("a", "Expected `object`, got `str`"),
    ],
)
def test_what_is_no_answer_is_refused_in_one_sentence(data: object, problem: str) -> None:
    with pytest.raises(AnswerError) as caught:
        CHOOSE.answer(data)
    assert str(caught.value) == f"exercise 1.1: this is no answer to it: {problem}"


def test_half_a_surrogate_pair_which_no_file_can_keep_is_refused() -> None:
    with pytest.raises(AnswerError, match=r"surrogates not allowed"):
        WRITE.answer({"text": "a fox \ud83e"})
    assert WRITE.answer({"text": "a fox 🦊"}).text == "a fox 🦊"


def test_an_answer_is_untouched_until_something_is_in_it() -> None:
    assert CHOOSE.untouched(CHOOSE.answer({}))
    assert CHOOSE.untouched(CHOOSE.answer({"choice": None}))
    assert not CHOOSE.untouched(CHOOSE.answer({"choice": "a"}))
    assert WRITE.untouched(WRITE.answer({"text": " \n", "checked": ["named"]}))
    assert not WRITE.untouched(WRITE.answer({"text": "a"}))
