"""`accordingto export DIR --for PLATFORM`: the gradebook as tables that a platform takes."""

from __future__ import annotations

import argparse
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from accordingto.classroom.course import Course
from accordingto.classroom.gradebook import Book
from accordingto.classroom.platforms import PLATFORMS
from accordingto.classroom.scores import STATES, Scores, rounded, state_of
from accordingto.classroom.tables import Row
from accordingto.exercises import Question, Sheet
from accordingto.exercises.answers import write_whole
from accordingto.exercises.question import grade_id


def export(
    course: Course, by_lesson: Mapping[str, Sequence[Scores]], platform: str, folder: Path
) -> list[Path]:
    """Write the tables of a platform into `folder`, each whole, and say where they are.

    `plain` has three: by lesson, by exercise and by objective.
    """
    layout = PLATFORMS[platform]
    lessons = list(by_lesson)
    students = list(zip(*by_lesson.values(), strict=True))
    tables = {platform: layout.rows(lessons, students)}
    if platform == "plain":
        sheets = {lesson: course.sheet(lesson) for lesson in lessons}
        every = [scores for row in students for scores in row]
        tables["plain-by-exercise"] = by_exercise(every, sheets)
        tables["plain-by-objective"] = by_objective(every, sheets)
    written = []
    for name, rows in tables.items():
        written.append(folder / f"{name}.csv")
        write_whole(written[-1], layout.csv(rows))
    return written


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


def _scores(course: Course, lesson: str) -> list[Scores]:
    with Book(course, lesson) as book:
        book.hold_against(course.sheet(lesson))
        return book.scores()


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which course, for which platform, and where to."""
    parser.usage = "%(prog)s DIR [LESSON ...] --for PLATFORM [--to FOLDER]"  # in this order
    parser.add_argument("folder", type=Path, help="the folder of the course")
    parser.add_argument("lessons", nargs="*", metavar="LESSON", help="by default every lesson")
    parser.add_argument(
        "--for", dest="platform", choices=tuple(PLATFORMS), required=True, help="whose columns"
    )
    parser.add_argument("--to", type=Path, help="a folder (by default exports/ in the course)")


def run(arguments: argparse.Namespace) -> int:
    """Write the tables, and say of each lesson how many marks are in them."""
    course = Course(arguments.folder.absolute())
    lessons = arguments.lessons or course.lessons()
    by_lesson = {lesson: _scores(course, lesson) for lesson in lessons}
    folder = arguments.to or course.root / "exports"
    for path in export(course, by_lesson, arguments.platform, folder):
        print(path)
    for lesson, every in by_lesson.items():
        states = Counter(scores.state for scores in every)
        print(f"{lesson}: {', '.join(f'{states[state]} {state}' for state in STATES)}.")
    if arguments.platform != "plain":
        print("What is missing or waits is left blank; a zero is a mark that was given.")
    return 0
