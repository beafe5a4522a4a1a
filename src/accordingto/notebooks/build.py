"""Build the notebooks: `lessons/` and `exercises/` in, student and solved notebooks out.

One way only. A lesson is read as cells; every cell gets an id that depends on nothing but what
stands in it; nbgrader's metadata comes from the sheet; nbclient runs the solved notebook.
The same sources give the same bytes, and `built.json` keeps the digest of each.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode

from accordingto.content import Content, NoLesson
from accordingto.exercises import Question, Sheet, schema
from accordingto.notebooks import cells
from accordingto.notebooks.myst import cells_of
from accordingto.notebooks.pages import LessonPage, lesson_pages
from accordingto.notebooks.solve import CellFailed, Solver
from accordingto.notebooks.ways import ends

RECORD = "built.json"
_LESSONS = ("[0-9][0-9]-*.md", "gallery.md")
_GLOSSARY = "glossary"  # a notebook too: so a link to it opens it as it should look
_LINK = f"]({_GLOSSARY}.ipynb"
_METADATA = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


class BuildError(ValueError):
    """A lesson cannot be built: which, where, and what was expected."""


def build(content: Content) -> Iterator[Path]:
    """Write the schema of sheets and every notebook under the root, yielding each as it is done.

    A solved notebook takes some seconds.

    Raises BuildError or ContentError where a lesson or a sheet is wrong.
    """
    root = content.root
    yield _written(root / "exercises" / schema.NAME, schema.sheet_schema())
    for lesson in lessons(root):
        yield from build_lesson(lesson, content)
    yield _written(root / "notebooks" / f"{_GLOSSARY}.ipynb", glossary_page(content))
    record = json.dumps(_digests(root), indent=1, sort_keys=True) + "\n"
    _written(root / "notebooks" / RECORD, record)


def build_lesson(lesson: Path, content: Content) -> Iterator[Path]:
    """Write the notebook of one lesson, then the solved one, yielding each as it is done.

    Raises BuildError or ContentError where the lesson or its sheet is wrong.
    """
    root = content.root
    with Solver(content) as solver:
        notebook = _notebook(lesson, content)
        page = _handed_out(lesson, deepcopy(notebook))
        solver.give_way()  # whoever takes the notebook opens it now, on the same machine
        yield _written(root / "notebooks" / f"{lesson.stem}.ipynb", page)
        page = _page(_solved(lesson, notebook, solver)).replace(_LINK, _LINK.replace("(", "(../"))
        yield _written(root / "notebooks" / "solutions" / f"{lesson.stem}.ipynb", page)


def drift(content: Content) -> list[str]:
    """Return a sentence for each file out of date; nothing is run.

    A student's notebook is built again and compared; of a solved one, and of every source, the
    digest is compared with the one kept when it was built.
    """
    root, problems = content.root, []
    if _read(root / "exercises" / schema.NAME) != schema.sheet_schema():
        problems.append(f"exercises/{schema.NAME} is not what the kinds of exercises give")
    problems += [
        f"notebooks/{lesson.stem}.ipynb is not what its lesson and sheet give"
        for lesson in lessons(root)
        if _read(root / "notebooks" / f"{lesson.stem}.ipynb") != student_page(lesson, content)
    ]
    if _read(root / "notebooks" / f"{_GLOSSARY}.ipynb") != glossary_page(content):
        problems.append(f"notebooks/{_GLOSSARY}.ipynb is not what lessons/{_GLOSSARY}.md gives")
    problems += [
        f"{page.relative_to(root).as_posix()} has no lesson: delete it"
        for page in sorted((root / "notebooks").glob("**/*.ipynb"))
        if content.page(page.stem) is None and ".ipynb_checkpoints" not in page.parts
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
    """The lesson files under a root, in order, and the gallery of exercises after them."""
    return sorted(path for name in _LESSONS for path in (root / "lessons").glob(name))


def student_page(lesson: Path, content: Content) -> str:
    """Return the text of a student's notebook, made from a lesson file."""
    return _handed_out(lesson, _notebook(lesson, content))


def _handed_out(lesson: Path, notebook: NotebookNode) -> str:
    for cell in notebook.cells:
        if cells.is_code(cell):
            cell.source = cells.without_solution(cell.source)
        if left := cells.left_of_solution(cell.source):
            raise BuildError(
                f"{lesson}: {left!r} is left over, and a solution would be handed out; expected "
                "`### BEGIN SOLUTION` and `### END SOLUTION`, each alone on a line of a code cell"
            )
    return _page(notebook)


def glossary_page(content: Content) -> str:
    """The glossary as a notebook of one cell, with nothing to run."""
    cell = nbformat.v4.new_markdown_cell(_read(content.glossary()).strip(), id=_GLOSSARY)
    metadata = _METADATA | _origin(f"lessons/{_GLOSSARY}.md")
    return _page(nbformat.v4.new_notebook(cells=[cell], metadata=metadata))


def _solved(lesson: Path, notebook: NotebookNode, solver: Solver) -> NotebookNode:
    try:
        return solver.solved(notebook)
    except CellFailed as error:
        raise BuildError(f"{lesson}: {error}") from None


def _notebook(lesson: Path, content: Content) -> NotebookNode:
    origin = _origin(f"lessons/{lesson.name}", f"exercises/{lesson.stem}.yaml")
    notebook: NotebookNode = nbformat.v4.new_notebook(
        cells=cells_of(lesson.read_text(encoding="utf-8")), metadata=_METADATA | origin
    )
    sheet = _sheet(lesson, content)
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
    if around := ends(lesson.stem, _row(content)):
        notebook.cells = [around.first, *notebook.cells, around.last]
    return notebook


def _row(content: Content) -> list[LessonPage]:
    """The lessons from which a way leads to others: those with a source or a notebook here."""
    root = content.root
    return [
        page
        for page in lesson_pages(content)
        if (root / "lessons" / f"{page.name}.md").is_file()
        or (root / "notebooks" / f"{page.name}.ipynb").is_file()
    ]


def _sheet(lesson: Path, content: Content) -> Sheet:
    try:
        return Sheet.read(content.sheet(lesson.stem), content)
    except NoLesson:
        raise BuildError(f"{lesson}: there is no exercises/{lesson.stem}.yaml") from None


def _asked(cell: NotebookNode, sheet: Sheet, lesson: Path) -> Question[Any] | None:
    call = cells.asked(cell)
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
    if cells.is_code(cell) and cells.has_solution(cell.source):
        digest = hashlib.sha256(cell.source.encode()).hexdigest()[:8]
        return {"nbgrader": cells.written(f"code-{digest}")}
    return {}


def _cell_id(cell: NotebookNode, taken: set[str]) -> str:
    """An id of the cell's own: nbgrader's, else one made of what stands in it."""
    name = cells.grade_id_of(cell)
    if not name:
        name = hashlib.sha256(f"{cell.cell_type}\n{cell.source}".encode()).hexdigest()[:8]
    identifier, copy = name, 1
    while identifier in taken:
        copy += 1
        identifier = f"{name}-{copy}"
    taken.add(identifier)
    return identifier


def _origin(*sources: str) -> dict[str, Any]:
    """What a notebook is built from, where its author looks and no reader stumbles over it."""
    return {"accordingto": {"built from": list(sources), "by": "accordingto build"}}


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
