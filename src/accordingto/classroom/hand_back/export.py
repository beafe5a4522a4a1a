"""The gradebook as tables that a platform takes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accordingto.classroom.book.scores import Scores, state_of
from accordingto.classroom.course import Course
from accordingto.classroom.hand_back.platforms import PLATFORMS, Layout, Numbers
from accordingto.classroom.numbers import read_numbers
from accordingto.classroom.tables import RISKY, Row
from accordingto.exercises import Question, Sheet
from accordingto.exercises.disk import write_whole
from accordingto.exercises.points import rounded
from accordingto.notebooks.cells import grade_id


@dataclass(frozen=True)
class Exported:
    """Where the tables are, and the students who are left out of them, by why."""

    paths: tuple[Path, ...]
    left_out: Mapping[str, Sequence[str]]


def export(
    course: Course,
    by_lesson: Mapping[str, Sequence[Scores]],
    platform: str,
    folder: Path,
) -> Exported:
    """Write the tables of a platform into `folder`, each whole.

    Who is excused has the platform's word for it, or no row where it has none. `plain` has three
    tables, by lesson, by exercise and by objective, and everybody is in them.
    """
    numbers = Numbers.of(read_numbers(course.root))
    layout = PLATFORMS[platform]
    lessons = list(by_lesson)
    students = list(zip(*by_lesson.values(), strict=True))
    left_out: dict[str, list[str]] = defaultdict(list)
    if platform != "plain":
        for row in students:
            if why := why_left_out(row, layout):
                left_out[why].append(row[0].student.id)
        students = [row for row in students if not why_left_out(row, layout)]
    tables = {platform: layout.rows(lessons, students, numbers)}
    if platform == "plain":
        sheets = {lesson: course.sheet(lesson) for lesson in lessons}
        every = [scores for row in students for scores in row]
        tables["plain-by-exercise"] = by_exercise(every, sheets)
        tables["plain-by-objective"] = by_objective(every, sheets)
    written = []
    for name, rows in tables.items():
        written.append(folder / f"{name}.csv")
        write_whole(written[-1], layout.csv(rows))
    return Exported(tuple(written), left_out)


def why_left_out(row: Sequence[Scores], layout: Layout) -> str:
    """Return why a student has no row in a platform's table; empty where they have one.

    A blank erases: Canvas posts it as no grade, Moodle stores it as one. And one username that
    Moodle does not know makes it throw the whole table away.
    """
    if row[0].student.id.startswith(RISKY):
        return "the username begins with a sign that platforms and spreadsheets change"
    if row[0].excused:
        return "" if layout.excused else "excused, for which its import has no word: say it there"
    if all(scores.state != "complete" for scores in row):
        return "there is no mark yet, and a blank could erase one that stands there"
    return ""


def by_exercise(every: Sequence[Scores], sheets: dict[str, Sheet]) -> list[Row]:
    """One row a student and exercise. Points are blank where work is missing or waits."""
    head: Row = ["username", "lesson", "exercise", "title", "objective", "state", "points", "of"]
    rows: list[Row] = []
    for scores in every:
        for question in _marked(sheets[scores.lesson]):
            cell = scores.cells.get(grade_id(question.id))
            rows.append(
                [
                    scores.student.id,
                    scores.lesson,
                    question.id,
                    question.title,
                    question.objective,
                    state_of(cell),
                    "" if cell is None or cell.points is None else rounded(cell.points),
                    rounded(question.points if cell is None else cell.of),
                ]
            )
    return [head, *rows]


def by_objective(every: Sequence[Scores], sheets: dict[str, Sheet]) -> list[Row]:
    """One row a student and objective, with how many of its exercises are missing or wait."""
    head: Row = ["username", "lesson", "objective", "aim", "points", "of", "missing", "waiting"]
    rows: list[Row] = []
    for scores in every:
        sheet = sheets[scores.lesson]
        grouped: dict[str, list[str]] = defaultdict(list)
        for question in _marked(sheet):
            grouped[question.objective].append(grade_id(question.id))
        for objective, names in grouped.items():
            cells = [scores.cells[name] for name in names if name in scores.cells]
            marked = [cell for cell in cells if cell.points is not None]
            rows.append(
                [
                    scores.student.id,
                    scores.lesson,
                    objective,
                    sheet.objectives.get(objective, ""),
                    rounded(sum(cell.points or 0.0 for cell in marked)) if marked else "",
                    rounded(sum(cell.of for cell in marked)) if marked else "",
                    str(len(names) - len(cells)),
                    str(len(cells) - len(marked)),
                ]
            )
    return [head, *rows]


def _marked(sheet: Sheet) -> list[Question[Any]]:
    """The exercises that give points."""
    return [question for question in sheet if question.points]
