"""How a class looks in each kind of question: one file a kind, of the same name as its view.

`tally` gives what counts the answers of a question and draws them, made of the forms in `tallies`.
Of a kind without a file here only the number of answers is shown.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from typing import Any

from accordingto.exercises import Material, Question
from accordingto.widgets.tallies.tally import Tally


def tally_of(question: Question[Any], material: Material) -> Tally:
    """An empty tally for the answers to a question."""
    module = f"{__name__}.{question.kind.replace(' ', '_')}"
    if find_spec(module) is None:
        return Tally([], lambda answer: {})
    tally: Tally = import_module(module).tally(question, material)
    if question.reveal:
        tally.first_words = "first guess"
    return tally
