"""Lines of code by the places that they were put in."""

from __future__ import annotations

from markupsafe import Markup

from accordingto.exercises.kinds.parsons import Parsons
from accordingto.exercises.material import Material
from accordingto.widgets.markdown import inline
from accordingto.widgets.tallies.heat_map import HeatMap
from accordingto.widgets.tallies.tally import Place


def tally(question: Parsons, material: Material) -> HeatMap:
    """A row for each line, sorted by its id: the sheet has them in their right order."""
    pieces = sorted(question.pieces, key=lambda piece: piece.id)
    numbers = {str(one): Markup(one) for one in range(1, len(pieces) + 1)}
    grid = [
        (label, [Place(piece.id, label, numbers)])
        for piece in pieces
        for label in [inline(f"`{piece.code}`")]
    ]
    return HeatMap(
        grid,
        lambda answer: {line.id: str(at) for at, line in enumerate(answer.lines or (), 1)},
        [Markup("Place in the program")],
    )
