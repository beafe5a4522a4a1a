"""Which exercises are asked on a page that is no twin, and that their lesson was not taught on."""

from __future__ import annotations

from typing import Any

from accordingto.exercises import Question
from accordingto.exercises.kinds.code import Code
from accordingto.exercises.kinds.tuner import Tuner

TWIN = "harbour-ferry"
NO_TWINS = ("nap-app-trial", "smokehouse-tribunal")
PRINTED = {"4.11": "Its material is printed in the lesson, and was written for it alone."}


def is_on_a_new_page(question: Question[Any]) -> bool:
    """Whether all of it is asked on such a page."""
    return question.article in NO_TWINS or question.id in PRINTED


def is_tried_on_a_new_page(question: Question[Any]) -> bool:
    """Whether it is asked there, or what a student made on another page is tried there."""
    if isinstance(question, Code):
        return any(case.page in NO_TWINS for case in question.cases)
    if isinstance(question, Tuner):
        return question.unseen in NO_TWINS
    return is_on_a_new_page(question)
