"""A student's own work in a lesson as one page, to keep or to print: it needs nothing beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from markupsafe import Markup

from accordingto.content import Content
from accordingto.exercises import Entry, Question, Sheet
from accordingto.exercises.answers import moment, read_answers
from accordingto.exercises.flow import Turn, kept, turn
from accordingto.exercises.kinds.code import Code
from accordingto.exercises.question import AnswerError
from accordingto.exercises.released import opened
from accordingto.exercises.remarks import own_mark, reason_of, rubric_of
from accordingto.notebooks.cells import NotebookCell, binds, cells_in, grade_id, is_code, source_of
from accordingto.notebooks.pages import lesson_page
from accordingto.templates import rendered
from accordingto.text.wording import counted
from accordingto.widgets.markdown import block
from accordingto.widgets.static import answer_html, outcome_html

_STYLE = Markup((Path(__file__).parent / "paper.css").read_text(encoding="utf-8"))


class NothingKept(LookupError):
    """A lesson in which nothing was answered yet."""


def my_work(folder: Path, lesson: str) -> str:
    """The page of a lesson, out of a folder of notebooks; nothing there is changed.

    Raises NoLesson for an unknown lesson, NothingKept where nothing was answered yet, and
    ValueError for answers that cannot be read.
    """
    content = Content.around(folder)
    sheet = opened(lesson, folder, content)
    answers = folder / "answers" / f"{lesson}.json"
    entries = read_answers(answers.read_bytes()).exercises if answers.is_file() else {}
    if not entries:
        raise NothingKept(f"nothing was answered yet in {lesson}: {answers} holds no answer")
    times = (moment(entry.at) for entry in entries.values())
    last = max((time.astimezone() for time in times if time), default=None)
    path = content.page(lesson)
    return rendered(
        "notebooks/my_work.html",
        title=lesson_page(path).called if path else lesson,
        saved=f", last saved on {last.day} {last:%B %Y}" if last else "",
        style=_STYLE,
        exercises=[
            _exercise(sheet, question, entries.get(question.id), _cells(folder, lesson))
            for question in sheet
        ],
    )


def _exercise(
    sheet: Sheet, question: Question[Any], entry: Entry | None, cells: list[NotebookCell]
) -> dict[str, Any]:
    material = sheet.material(question)
    top = max((level.marks for level in rubric_of(question)), default=0)
    told = {
        "name": grade_id(question.id),
        "title": f"{question.id} {question.title}",
        "prompt": block(question.prompt),
        "code": _written(question, cells) if isinstance(question, Code) else "",
        "mark": f"{mark} of {top}" if (mark := own_mark(entry)) is not None else "",
        "otherwise": reason_of(entry),
    }
    try:
        here = _turn(sheet, question, entry)
        answer = answer_html(question, entry, material)
    except AnswerError:  # the exercise has changed since
        return told | {"answer": None, "said": None, "tries": ""}
    said = outcome_html(here.outcome) if here.outcome else None
    return told | {"answer": answer, "said": said, "tries": _tries(here.tries)}


def _turn(sheet: Sheet, question: Question[Any], entry: Entry | None) -> Turn:
    if sheet.mode == "graded":
        return kept(question, entry)
    return turn(question, entry, sheet.material(question))


def _tries(tries: int) -> str:
    return counted(tries, "try", "tries") if tries else ""


def _cells(folder: Path, lesson: str) -> list[NotebookCell]:
    notebook = folder / f"{lesson}.ipynb"
    return cells_in(notebook.read_bytes()) if notebook.is_file() else []


def _written(question: Code, cells: list[NotebookCell]) -> str:
    """The last cell that writes the function of the exercise."""
    sources = [source_of(cell) for cell in cells if is_code(cell)]
    return next((one for one in reversed(sources) if binds(one, question.function)), "")
