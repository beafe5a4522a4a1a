"""The cells that a lesson marks as the reader's to change, found in its source.

In a cell the line `# Yours to change:` stands above the statements that are meant, up to the next
blank line. Whoever writes a lesson marks them so, and by that mark every change is tried.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from accordingto.content import Content

MARK = "# Yours to change:\n"
_CELL = re.compile(r"```\{code-cell\} ipython3\n(.*?)```", re.S)
_NEEDS_A_READER = re.compile(r"\bask\(|\bask\.(?:before|summary)\(|\blesson\(|\baudit\(|\bdraft\.")


@dataclass(frozen=True)
class Invitation:
    """A statement that is the reader's to change, and what kind of thing stands in it."""

    lesson: str
    cell: int
    names: str
    given: str  # the source of the value
    start: int  # where that is in the cell
    kind: str


@cache
def cells(lesson: str) -> list[str]:
    """Returns the code cells of a lesson."""
    source = (Content.kit().root / "lessons" / f"{lesson}.md").read_text(encoding="utf-8")
    return _CELL.findall(source)


def runs_alone(cell: str) -> bool:
    """Whether a cell can be run with nobody who answers."""
    return not _NEEDS_A_READER.search(cell)


def invitations(lesson: str) -> Iterator[Invitation]:
    """Yields every statement of a lesson that is marked."""
    for number, cell in enumerate(cells(lesson)):
        for place in re.finditer(MARK, cell):
            block = cell[place.end() :].split("\n\n")[0]
            for statement in _statements(cell, place.end(), place.end() + len(block)):
                names = " ".join(ast.unparse(target) for target in statement.targets)
                start = _offset(cell, statement.value)
                given = ast.get_source_segment(cell, statement.value) or ""
                kind = _kind(statement.value)
                yield Invitation(lesson, number, names, given, start, kind)


def _statements(cell: str, start: int, end: int) -> Iterator[ast.Assign]:
    for statement in ast.parse(cell).body:
        if start <= _offset(cell, statement) < end:
            assert isinstance(statement, ast.Assign), ast.unparse(
                statement
            )  # a name is given something
            yield statement


def _offset(cell: str, node: ast.stmt | ast.expr) -> int:
    lines = cell.splitlines(keepends=True)[: node.lineno - 1]
    return len("".join(lines)) + len(
        cell.splitlines()[node.lineno - 1].encode()[: node.col_offset].decode()
    )


def _kind(value: ast.expr) -> str:
    """What kind of thing a reader puts there."""
    match value:
        case ast.Call(func=ast.Name(id="word_list"), args=[ast.List(), *_]):
            return "list of words"
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str()), attr="split")):
            return "list of words"
        case ast.Call(func=ast.Name(id=function)):
            return function
        case ast.List(elts=elements) if any(isinstance(one, ast.Tuple) for one in elements):
            return "list of pairs"
        case ast.List():
            return "list of words"
        case ast.Constant(value=bool() | int() | str() as one):
            return type(one).__name__
    return ast.dump(value)
