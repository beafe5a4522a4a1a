"""How each kind of question looks: one file a kind, of the same name as in `exercises/kinds`.

`parts` gives the controls, which `exercise.js` draws; `said` gives the answer in words, as
pairs of a label and a text without any markup, for saved notebooks and print. A view may also
have `meter`, what is measured while one answers; `guess`, a first guess drawn against the truth;
`code`, the Python that does what the widget does; `queue`, what is looked at one after the other;
and `LABELS`, its own words for what can be done.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Protocol, cast

from accordingto.exercises import Answer, Material, Question

Control = dict[str, Any]
Said = list[tuple[str, str]]


class View(Protocol):
    """The interface that each file here offers."""

    def parts(self, question: Any, material: Material) -> list[Control]:
        """The controls, in order."""

    def said(self, question: Any, answer: Any, material: Material) -> Said:
        """The answer in words."""


def view_of(question: Question[Answer]) -> View:
    """The view of a question's kind."""
    return cast(View, import_module(f"{__name__}.{question.kind.replace(' ', '_')}"))
