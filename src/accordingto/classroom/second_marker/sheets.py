"""The second marker's sheet, which names nobody, and the marks of both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby
from pathlib import Path

from accordingto.classroom.book.gradebook import Book
from accordingto.classroom.course import Course
from accordingto.classroom.second_marker.alike import alike
from accordingto.classroom.second_marker.texts import WrittenText, asked
from accordingto.classroom.tables import as_csv, read_csv
from accordingto.exercises import Sheet
from accordingto.exercises.points import rounded
from accordingto.notebooks.cells import grade_id

COLUMNS = ("code", "exercise", "alike", "text", "points")


def sheet_of(all_: Sequence[WrittenText]) -> bytes:
    """The second marker's sheet: no name, no points, an empty column to fill."""
    rows: list[tuple[str, ...]] = []
    for exercise, group in groupby(all_, key=lambda text: text.exercise):
        some = list(group)
        numbered = sorted(
            zip(alike([text.text for text in some]), some, strict=True), key=lambda pair: pair[0]
        )
        rows += [(text.code, exercise, str(number), text.text, "") for number, text in numbered]
    return as_csv([COLUMNS, *rows], marked=True)


def rubric_of(sheet: Sheet) -> str:
    """Return the second marker's rubric in Markdown: each question, each level with a sample."""
    lines = [f"# What to mark by: {sheet.lesson}", ""]
    for question in asked(sheet):
        lines += [f"## {question.id} {question.title}", "", question.prompt.strip(), ""]
        for level in sorted(question.rubric, key=lambda level: -level.marks):
            lines += [f"- **{level.marks}**: {level.text} *For example:* {level.sample}"]
        lines.append("")
    return "\n".join(lines)


def points_of(path: Path, all_: Iterable[WrittenText]) -> dict[str, float]:
    """The second marker's points by code; rows without any are left out.

    Raises ValueError with the row for a code that is none or is there twice, and for points that
    are no number or more than there are.
    """
    by_code = {text.code: text for text in all_}
    found: dict[str, float] = {}
    for number, row in read_csv(path, ("code", "points")):
        code, said = row["code"].strip(), row["points"].strip()
        if not said:
            continue
        text = by_code.get(code)
        if text is None:
            raise ValueError(
                f"{path}, row {number}: no text has the code {code!r} now; it is of another "
                "course or lesson, or was handed in anew since"
            )
        if code in found:
            raise ValueError(f"{path}, row {number}: {code} is there twice")
        found[code] = _number(said, text.of, f"{path}, row {number}")
    return found


def _number(said: str, most: float, where: str) -> float:
    try:
        points = float(said.replace(",", "."))
    except ValueError:
        points = -1.0
    if not 0 <= points <= most:
        raise ValueError(f"{where}: expected points from 0 to {rounded(most)}, got {said!r}")
    return points


def first_marks(course: Course, sheet: Sheet) -> dict[tuple[str, str], float]:
    """The points that a person gave in the gradebook, by student and exercise."""
    names = {grade_id(question.id): question.id for question in sheet}
    with Book(course, sheet.lesson) as book:
        return {
            (scores.student.id, names[name]): cell.points
            for scores in book.scores()
            for name, cell in scores.cells.items()
            if cell.by_hand and cell.points is not None and name in names
        }
