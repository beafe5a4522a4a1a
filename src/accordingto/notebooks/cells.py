"""The language of notebook cells: what opens a lesson, what asks, where a solution stands.

Everything that is read out of the text of a cell, or told to nbgrader about it, is said here
and nowhere else. A cell is a dictionary, as it stands in the file of a notebook.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from accordingto.exercises import Question
from accordingto.exercises.kinds.code import Code

NotebookCell = Mapping[str, Any]

_TITLE = re.compile(r"^# (.+)$", re.M)
_IMPORT = re.compile(r"^(?:import|from) .+$", re.M)
_OPENS = re.compile(r"""^(\w+ *= *lesson\(["']([^"']+)["'])(?:, *released=True)?\)""", re.M)
_ASK = re.compile(r"""^ask\(["']([^"']+)["'](?:, *(\w+))?\)$""")
_ASKS = re.compile(r"\s*ask\s*\(")
_SOLUTION = re.compile(r"^([ \t]*)### BEGIN SOLUTION\n.*?^[ \t]*### END SOLUTION$", re.M | re.S)
_REGION = re.compile(r"###\s*(?:BEGIN|END)\b")
_HERE = "# your code here"
_STUB = r'^def {}\(.*\n(?:\s*"""[^"]*""")?\s*' + _HERE + r"\s*(?:\Z|^\S)"
# By its text, for a cell that is not Python throughout, or not yet, counts as well.
_BINDS = (
    r"^[ \t]*(?:(?:async[ \t]+)?def[ \t]+NAME\b|class[ \t]+NAME\b|(?:from|import)\b.*\bNAME\b"
    r"|(?:\w+[ \t]*[,=][ \t]*)*NAME[ \t]*(?:,[^=\n]*|:[^=\n]*)?=(?!=))"
)
_WAY = "way"  # the tag of a cell that leads from a lesson to others
_SCHEMA = {"schema_version": 3, "task": False}


class Ask(NamedTuple):
    """The call that asks an exercise; `function` is the one to be checked, if one is."""

    exercise: str
    function: str = ""

    @classmethod
    def of(cls, question: Question[Any]) -> Ask:
        """The call that asks the question."""
        return cls(question.id, question.function if isinstance(question, Code) else "")

    def __str__(self) -> str:
        return f'ask("{self.exercise}"{self.function and f", {self.function}"})'


def is_code(cell: NotebookCell) -> bool:
    """Whether a cell is one of code, and not of text."""
    return bool(cell.get("cell_type") == "code")


def source_of(cell: NotebookCell) -> str:
    """Returns the text of a cell, which a file may hold in one piece or line by line."""
    source = cell.get("source", "")
    return "".join(map(str, source)) if isinstance(source, list) else str(source)


def way(identifier: str, source: str) -> dict[str, Any]:
    """A cell that leads from a lesson to others: nothing of the lesson, so a course has none."""
    return {
        "cell_type": "markdown",
        "id": identifier,
        "metadata": {"tags": [_WAY]},
        "source": source,
    }


def is_way(cell: NotebookCell) -> bool:
    """Whether a cell leads from a lesson to others."""
    metadata = cell.get("metadata")
    tags = metadata.get("tags") if isinstance(metadata, dict) else None
    return isinstance(tags, list) and _WAY in tags


def cells_in(notebook: bytes) -> list[NotebookCell]:
    """The cells in the bytes of a notebook; none where it cannot be read."""
    try:
        found = json.loads(notebook)["cells"]
    except (ValueError, LookupError, TypeError, RecursionError):
        return []
    return [cell for cell in found if isinstance(cell, dict)] if isinstance(found, list) else []


def title_of(cells: Iterable[NotebookCell]) -> str:
    """The first heading in the texts of a notebook, or nothing."""
    pages = (source_of(cell) for cell in cells if cell.get("cell_type") == "markdown")
    return next((found[1].strip() for page in pages if (found := _TITLE.search(page))), "")


def imports(source: str) -> list[str]:
    """The lines of a code cell that import something."""
    return _IMPORT.findall(source)


def opens(source: str) -> bool:
    """Whether a code cell opens a lesson."""
    return bool(_OPENS.search(source))


def lessons_opened(source: str) -> list[str]:
    """The names of the lessons that a code cell opens."""
    return [name for _, name in _OPENS.findall(source)]


def opened_as(source: str, *, released: bool) -> str:
    """A code cell in which the lesson, if it opens one, is opened as `released` work or not."""
    return _OPENS.sub(rf"\1{', released=True' if released else ''})", source)


def opened_by_key(source: str) -> str:
    """A code cell in which the lesson, if it opens one, is answered from its key."""
    return _OPENS.sub(r'\1, answers="key")', source)


def asked(cell: NotebookCell) -> Ask | None:
    """The call of a code cell that asks, and does nothing else; None of another cell."""
    found = _ASK.match(source_of(cell).strip()) if is_code(cell) else None
    return Ask(found[1], found[2] or "") if found else None


def begins_with_asking(source: str) -> bool:
    """Whether the first thing that a code cell does is to ask, however a student changed it."""
    return bool(_ASKS.match(source))


def has_solution(source: str) -> bool:
    """Whether a part of a code cell is the student's to write."""
    return bool(_SOLUTION.search(source))


def without_solution(source: str) -> str:
    """Returns a code cell as it is handed out, with a line in place of its solution."""
    return _SOLUTION.sub(rf"\1{_HERE}", source)


def left_of_solution(source: str) -> str:
    """The near misses for a solution marker, such as `### BEGIN`, or nothing."""
    found = _REGION.search(source)
    return found[0] if found else ""


def is_stub(source: str, function: str) -> bool:
    """Whether the function stands there as it was handed out."""
    return bool(re.search(_STUB.format(re.escape(function)), source, re.M))


def binds(source: str, name: str) -> bool:
    """Whether a code cell defines, imports or assigns a name."""
    return bool(re.search(_BINDS.replace("NAME", re.escape(name)), source, re.M))


def grade_id(exercise: str) -> str:
    """The name of an exercise's cell, in a notebook and in nbgrader's gradebook."""
    return f"ask-{exercise.replace('.', '-')}"


def grade_id_of(cell: NotebookCell) -> str | None:
    """The name that nbgrader knows a cell by; None where it knows none."""
    name = _told(cell).get("grade_id")
    return name if isinstance(name, str) else None


def is_written(cell: NotebookCell) -> bool:
    """Whether a cell is the student's own, to be marked through another one."""
    told = _told(cell)
    return bool(told.get("solution") and not told.get("grade"))


def graded(question: Question[Any]) -> dict[str, Any]:
    """nbgrader's metadata of the cell that asks the question. A text is written into its cell."""
    return {
        "grade": True,
        "grade_id": grade_id(question.id),
        "points": question.points,
        "solution": question.unscored,
        "locked": not question.unscored,
        **_SCHEMA,
    }


def written(name: str) -> dict[str, Any]:
    """nbgrader's metadata of a cell that is the student's own."""
    return {"grade": False, "grade_id": name, "solution": True, "locked": False, **_SCHEMA}


def _told(cell: NotebookCell) -> dict[str, Any]:
    """The nbgrader metadata of a cell, in a file from any source."""
    metadata = cell.get("metadata")
    told = metadata.get("nbgrader") if isinstance(metadata, dict) else None
    return told if isinstance(told, dict) else {}
