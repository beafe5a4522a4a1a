"""Functions by which case fails."""

from __future__ import annotations

from markupsafe import Markup

from accordingto.exercises.kinds.code import Code, CodeAnswer
from accordingto.exercises.material import Material
from accordingto.widgets.markdown import inline
from accordingto.widgets.tallies.heat_map import HeatMap
from accordingto.widgets.tallies.tally import Place, Readings, Tally

ENDS = {
    "right": Markup("as expected"),
    "partly": Markup("in part"),
    "wrong": Markup("something else"),
    "stopped": Markup("stopped"),
    "missing": Markup("not called"),
}


def tally(question: Code, material: Material) -> Tally:
    """A row for each case, if there are any. Nothing is run: what came back is in the answer."""

    def read(answer: CodeAnswer) -> Readings:
        parts = question.score(answer, material).parts
        return {
            str(part.ref): "stopped" if part.ref in answer.errors else part.verdict
            for part in parts
        }

    grid = [
        (label, [Place(case.name, label, ENDS)])
        for case in question.cases
        for label in [inline(case.name + (" (not in view)" if case.hidden else ""))]
    ]
    if not grid:
        return Tally([], lambda answer: {})
    return HeatMap(grid, read, [Markup("What the function gave back")])
