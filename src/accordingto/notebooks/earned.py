"""The points of an exercise, as a cell that asks it gives them back."""

from __future__ import annotations

import os

from accordingto.exercises.released import KEYS


class EarnedPoints(float):
    """Points, shown to a gradebook as a number and to a reader not at all."""

    def __repr__(self) -> str:
        return format(float(self), "g")

    def _ipython_display_(self) -> None:
        """Display nothing, and so leave no empty line with a number; where work is graded, all.

        IPython shows an object in its other ways when this one is said not to be there.
        """
        if KEYS in os.environ:
            raise NotImplementedError
