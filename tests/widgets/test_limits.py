"""The limits that the browser is told are those at which the kernel refuses an answer."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from accordingto.exercises import AnswerError, Sheet
from accordingto.widgets.views import view_of

GALLERY = Sheet.of("gallery")


@pytest.mark.parametrize(
    ("exercise", "limit", "answer"),
    [
        ("g.13", "deepest", lambda line, depth: {"lines": [{"id": line, "indent": depth}]}),
        ("g.12", "longest", lambda _, length: {"words": ["a" * length]}),
        ("g.12", "most", lambda _, count: {"words": [f"word {one}" for one in range(count)]}),
    ],
)
def test_an_answer_at_its_limit_is_taken_and_one_beyond_is_refused(
    exercise: str, limit: str, answer: Callable[[str, int], dict[str, Any]]
) -> None:
    asked = GALLERY[exercise]
    (part,) = view_of(asked).parts(asked, GALLERY.material(asked))
    some_card = next((card["id"] for card in part.get("cards", [])), "")
    asked.answer(answer(some_card, part[limit]))
    with pytest.raises(AnswerError):
        asked.answer(answer(some_card, part[limit] + 1))
