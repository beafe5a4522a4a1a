"""Build the notebooks: `lessons/` and `exercises/` in, student and solved notebooks out.

One way only. jupytext reads a lesson; every cell gets an id that depends on nothing but what
stands in it; nbgrader's metadata comes from the sheet; nbclient runs the solved notebook.
The same sources give the same bytes, and `built.json` keeps the digest of each.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jupytext
import nbformat
from nbformat import NotebookNode

from accordingto.exercises import Question, Sheet, schema
from accordingto.notebooks import cells
from accordingto.notebooks.solve import solved

RECORD = "built.json"
_LESSONS = ("[0-9][0-9]-*.md", "gallery.md")
_GLOSSARY = "glossary"  # a notebook too: so a link to it opens it as it should look
_LINK = f"]({_GLOSSARY}.ipynb"
SOLUTION = re.compile(r"^[ \t]*### BEGIN SOLUTION\n.*?^[ \t]*### END SOLUTION$", re.M | re.S)
_HERE = "# your code here"
_REGION = re.compile(r"###\s*(?:BEGIN|END)\b")
_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


class BuildError(ValueError):
    """A lesson cannot be built: which, where, and what was expected."""


def build(root: Path) -> Iterator[Path]:
    """Write the schema of sheets and every notebook, yielding each as it is done.

    A solved notebook takes some seconds.

    Raises BuildError or ContentError where a lesson or a sheet is wrong.
    """
    yield _written(root / "exercises" / schema.NAME, schema.sheet_schema())
    for lesson in lessons(root):
        page = student_page(lesson)
        yield _written(root / "notebooks" / f"{lesson.stem}.ipynb", page)
        page = _page(_solved(lesson)).replace(_LINK, _LINK.replace("(", "(../"))
        yield _written(root / "notebooks" / "solutions" / f"{lesson.stem}.ipynb", page)
    yield _written(root / "notebooks" / f"{_GLOSSARY}.ipynb", glossary_page(root))
    record = json.dumps(_digests(root), indent=1, sort_keys=True) + "\n"
    _written(root / "notebooks" / RECORD, record)


def drift(root: Path) -> list[str]:
    """What is out of step, a sentence each; nothing is run.

    A student's notebook is built again and compared; of a solved one, and of every source, the
    digest is compared with the one kept when it was built.
    """
    problems = []
    if _read(root / "exercises" / schema.NAME) != schema.sheet_schema():
        problems.append(f"exercises/{schema.NAME} is not what the kinds of exercises give")
    problems += [
        f"notebooks/{lesson.stem}.ipynb is not what its lesson and sheet give"
        for lesson in lessons(root)
        if _read(root / "notebooks" / f"{lesson.stem}.ipynb") != student_page(lesson)
    ]
    if _read(root / "notebooks" / f"{_GLOSSARY}.ipynb") != glossary_page(root):
        problems.append(f"notebooks/{_GLOSSARY}.ipynb is not what lessons/{_GLOSSARY}.md gives")
    names = {_GLOSSARY, *(lesson.stem for lesson in lessons(root))}
    problems += [
        f"{page.relative_to(root).as_posix()} has no lesson: delete it"
        for page in sorted((root / "notebooks").glob("**/*.ipynb"))
        if page.stem not in names and ".ipynb_checkpoints" not in page.parts
    ]
    try:
        kept = json.loads(_read(root / "notebooks" / RECORD) or "{}")
    except ValueError:
        return [*problems, f"notebooks/{RECORD} cannot be read: build again"]
    now = _digests(root)
    for name in sorted(kept.keys() | now.keys()):
        if name not in now:
            problems.append(f"{name} is gone since the last build")
        elif name not in kept:
            problems.append(f"{name} is new since the last build")
        elif kept[name] != now[name]:
            problems.append(f"{name} has changed since the last build")
    return problems


def lessons(root: Path) -> list[Path]:
    """The lesson files, in order, and the gallery of exercises after them."""
    return sorted(path for name in _LESSONS for path in (root / "lessons").glob(name))


def student_page(lesson: Path) -> str:
    """The student's notebook of a lesson, as the text of its file."""
    notebook = _notebook(lesson)
    for cell in notebook.cells:
        if cell.cell_type == "code":
            cell.source = SOLUTION.sub(_indented_hole, cell.source)
        if left := _REGION.search(cell.source):
            raise BuildError(
                f"{lesson}: {left[0]!r} is left over, and a solution would be handed out; expected "
                "`### BEGIN SOLUTION` and `### END SOLUTION`, each alone on a line of a code cell"
            )
    return _page(notebook)


def glossary_page(root: Path) -> str:
    """The glossary as a notebook of one cell, with nothing to run."""
    name = f"lessons/{_GLOSSARY}.md"
    page = f"{_origin(name)}\n\n{_read(root / name).strip()}"
    cell = nbformat.v4.new_markdown_cell(page, id=_GLOSSARY)
    return _page(nbformat.v4.new_notebook(cells=[cell], metadata=_METADATA))


def _solved(lesson: Path) -> NotebookNode:
    try:
        return solved(_notebook(lesson))
    except ValueError as error:
        raise BuildError(f"{lesson}: {error}") from None


def _notebook(lesson: Path) -> NotebookNode:
    notebook: NotebookNode = jupytext.read(lesson, fmt="md:myst")
    notebook.metadata = nbformat.from_dict(_METADATA)
    root = lesson.parents[1]
    sheet = Sheet.read(root / "exercises" / f"{lesson.stem}.yaml", root)
    origin = _origin(f"lessons/{lesson.name}", f"exercises/{lesson.stem}.yaml")
    notebook.cells.insert(0, nbformat.v4.new_markdown_cell(origin))
    asked: list[str] = []
    taken: set[str] = set()
    for cell in notebook.cells:
        question = _asked(cell, sheet, lesson)
        if question:
            asked.append(question.id)
        cell.metadata = nbformat.from_dict(_nbgrader(cell, question))
        cell.id = _cell_id(cell, taken)
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader.grade_id = cell.id  # two cells may hold the same
    if asked != list(sheet.questions):
        raise BuildError(
            f"{lesson}: expected the exercises {list(sheet.questions)} in this order, got {asked}"
        )
    return notebook


def _asked(cell: NotebookNode, sheet: Sheet, lesson: Path) -> Question[Any] | None:
    call = cells.asked(cell.source) if cell.cell_type == "code" else None
    if not call:
        return None
    try:
        return sheet[call.exercise]
    except LookupError as error:
        raise BuildError(f"{lesson}: {error}") from None


def _nbgrader(cell: NotebookNode, question: Question[Any] | None) -> dict[str, Any]:
    """An exercise is graded, a solution region is the student's."""
    if question:
        return {"nbgrader": cells.graded(question)}
    if cell.cell_type == "code" and SOLUTION.search(cell.source):
        digest = hashlib.sha256(cell.source.encode()).hexdigest()[:8]
        return {"nbgrader": cells.written(f"code-{digest}")}
    return {}


def _cell_id(cell: NotebookNode, taken: set[str]) -> str:
    """An id of the cell's own: nbgrader's, else one made of what stands in it."""
    name = cell.metadata.get("nbgrader", {}).get("grade_id")
    if not name:
        name = hashlib.sha256(f"{cell.cell_type}\n{cell.source}".encode()).hexdigest()[:8]
    identifier, copy = str(name), 1
    while identifier in taken:
        copy += 1
        identifier = f"{name}-{copy}"
    taken.add(identifier)
    return identifier


def _origin(*sources: str) -> str:
    those = "that" if len(sources) == 1 else "those"
    built = f"Built from {' and '.join(sources)} by `accordingto build`"
    return f"<!-- {built}: change {those}, not this. -->"


def _indented_hole(region: re.Match[str]) -> str:
    indent = region[0][: len(region[0]) - len(region[0].lstrip())]
    return indent + _HERE


def _page(notebook: NotebookNode) -> str:
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    nbformat.validate(notebook)
    return json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def _digests(root: Path) -> dict[str, str]:
    """The digest of every file that the notebooks are made of, and of every notebook."""
    patterns = (
        *(f"lessons/{name}" for name in _LESSONS),
        f"lessons/{_GLOSSARY}.md",
        "exercises/*.yaml",
        "seeds/*/*",
        "notebooks/*.ipynb",
        "notebooks/solutions/*.ipynb",
    )
    return {
        file.relative_to(root).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest()
        for pattern in patterns
        for file in sorted(root.glob(pattern))
    }


def _written(path: Path, page: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(page, encoding="utf-8", newline="\n")
    return path


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""
