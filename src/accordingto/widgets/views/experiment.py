"""Sentences in the wording that was drawn, each with its scale."""

from __future__ import annotations

from accordingto.exercises.kinds.experiment import PLACE, Experiment, ExperimentAnswer
from accordingto.exercises.material import Material
from accordingto.widgets.markdown import block, plain
from accordingto.widgets.views import Control, Said

LABELS = {"check": "Keep my ratings"}


def parts(question: Experiment, material: Material) -> list[Control]:
    """One control: a row for each sentence."""
    rows = [
        {
            "id": sentence.id,
            "texts": {
                verb.value: block(sentence.text.replace(PLACE, f"*{verb.value}*"))
                for verb in question.verbs
            },
        }
        for sentence in question.sentences
    ]
    scale = {"min": 1, "max": question.steps, "low": question.low, "high": question.high}
    return [{"part": "ratings", "field": "rated", "rows": rows, **scale}]


def said(question: Experiment, answer: ExperimentAnswer, material: Material) -> Said:
    """Each sentence that was rated, as it was read, and its rating."""
    texts = {sentence.id: sentence.text for sentence in question.sentences}
    return [
        (plain(texts[name].replace(PLACE, one.verb)), f"{one.rating} of {question.steps}")
        for name, one in answer.rated.items()
        if one.rating is not None
    ]
