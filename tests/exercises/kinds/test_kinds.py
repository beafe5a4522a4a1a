import pytest

from accordingto.exercises import Question
from accordingto.exercises.kinds import kind_names, kind_of


@pytest.mark.parametrize("name", kind_names())
def test_every_kind_is_a_question_with_an_answer_of_which_nothing_is_required(name: str) -> None:
    kind = kind_of(name)
    assert issubclass(kind, Question)
    assert kind.Answer() == kind.Answer()


def test_a_kind_is_named_by_its_file() -> None:
    assert {"choose one", "code", "free text", "mark spans", "matrix", "number"} <= set(
        kind_names()
    )
    assert kind_of("mark spans").__name__ == "MarkSpans"


def test_an_unknown_kind_is_refused_with_a_likely_spelling() -> None:
    with pytest.raises(
        LookupError, match=r"^there is no kind 'mark span'; did you mean 'mark spans'"
    ):
        kind_of("mark span")
    with pytest.raises(LookupError, match=r"^there is no kind 'zzz'; there are .*choose one, "):
        kind_of("zzz")
    with pytest.raises(LookupError):
        kind_of("__init__")
