"""Links from one notebook to an exercise of another, as JupyterLab follows them."""

from __future__ import annotations

from accordingto.notebooks.cells import grade_id


def link_to(lesson: str, exercise: str = "") -> str:
    """The address of a lesson's notebook, or of the cell in it that asks an exercise.

    It is relative to a notebook beside it. Elsewhere than in JupyterLab it opens the notebook.
    """
    place = f"#cell-id={grade_id(exercise)}" if exercise else ""
    return f"{lesson}.ipynb{place}"
