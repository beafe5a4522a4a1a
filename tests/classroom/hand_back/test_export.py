"""Marks as tables: the columns of each platform to the byte, and what is no zero."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nbgrader.api import Gradebook

from accordingto.classroom.book.scores import Cell, Scores, Student
from accordingto.classroom.course import Course
from accordingto.classroom.hand_back.export import why_left_out
from accordingto.classroom.hand_back.platforms import PLATFORMS, Numbers
from accordingto.classroom.tables import RISKY
from accordingto.cli import main
from accordingto.notebooks.cells import grade_id
from classroom.pupils import FULL, LESSON, SHEET, SOLVED, Class

ANN = Student("ann", "Ann", "Öz, Lee", "ann@school.example", "101")
BEN = Student("ben", "=1+1", "", "", "")
ONE, TWO = "01-what-is-this-text", "02-who-says-so"
NO_POINTS = {"a": Cell(0.0, 4.0)}
HALF = {"a": Cell(1.5, 4.0), "b": Cell(1 / 3, 2.0, by_hand=True)}
WAITS = {"a": Cell(4.0, 4.0), "b": Cell(None, 2.0)}


def scores(student: Student, lesson: str, cells: dict[str, Cell] | None) -> Scores:
    there = cells is not None
    at = "2026-05-04 13:30" if there else ""
    return Scores(student=student, lesson=lesson, there=there, handed_in=at, cells=cells or {})


CLASS = (
    (scores(ANN, ONE, NO_POINTS), scores(ANN, TWO, HALF)),
    (scores(BEN, ONE, None), scores(BEN, TWO, WAITS)),
)
WRITTEN = {
    "canvas": (
        "Student,ID,SIS User ID,SIS Login ID,Section,01-what-is-this-text,02-who-says-so\r\n"
        "    Points Possible,,,,,4,6\r\n"
        '"Öz, Lee, Ann",101,,ann,,0,1.83\r\n'
        "'=1+1,,,ben,,,\r\n"
    ).encode(),
    "moodle": (
        "Username,First name,Last name,Email address,01-what-is-this-text,02-who-says-so\r\n"
        'ann,Ann,"Öz, Lee",ann@school.example,0,1.83\r\n'
        "ben,'=1+1,,,,\r\n"
    ).encode(),
    "blackboard": (
        '"Last Name","First Name","Username","Student ID","01-what-is-this-text",'
        '"02-who-says-so"\r\n'
        '"Öz, Lee","Ann","ann","2021-003","0","1.83"\r\n'
        '"","\'=1+1","ben","","",""\r\n'
    ).encode("utf-8-sig"),
    "plain": (
        "username,first name,last name,email,lesson,state,handed in,points,of\r\n"
        'ann,Ann,"Öz, Lee",ann@school.example,01-what-is-this-text,complete,2026-05-04 13:30,'
        "0,4\r\n"
        'ann,Ann,"Öz, Lee",ann@school.example,02-who-says-so,complete,2026-05-04 13:30,'
        "1.83,6\r\n"
        "ben,'=1+1,,,01-what-is-this-text,missing,,,\r\n"
        "ben,'=1+1,,,02-who-says-so,waits for a person,2026-05-04 13:30,4,6\r\n"
    ).encode("utf-8-sig"),
}


@pytest.mark.parametrize("platform", PLATFORMS)
def test_the_columns_of_a_platform_to_the_byte(platform: str) -> None:
    layout = PLATFORMS[platform]
    assert (
        layout.csv(layout.rows((ONE, TWO), CLASS, Numbers(student_id={"ann": "2021-003"})))
        == WRITTEN[platform]
    )


@pytest.mark.parametrize("platform", PLATFORMS)
@given(name=st.text(st.characters(codec="utf-8"), max_size=20))
def test_no_name_becomes_a_formula_or_another_column(platform: str, name: str) -> None:
    layout = PLATFORMS[platform]
    rows = layout.rows((ONE,), [[scores(Student("ann", name, name, name), ONE, HALF)]], Numbers())
    text = layout.csv(rows).decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(text, newline="")))
    assert [len(row) for row in read] == [len(row) for row in rows]
    assert not any(cell.startswith(RISKY) for row in read for cell in row)


@pytest.mark.parametrize(
    ("student", "rows", "why"),
    [
        ("ann", (NO_POINTS, None), ""),
        ("ann", (NO_POINTS,), ""),
        ("ben", (None, WAITS), "there is no mark yet, and a blank could erase one"),
        ("ben", (None,), "there is no mark yet"),
        ("+5", (HALF,), "the username begins with a sign"),
        ("-ann", (HALF,), "the username begins with a sign"),
        ("@ann", (HALF,), "the username begins with a sign"),
    ],
)
def test_nobody_s_row_is_wholly_blank_and_no_username_is_changed(
    student: str, rows: tuple[dict[str, Cell] | None, ...], why: str
) -> None:
    told = why_left_out(
        [scores(Student(student), ONE, cells) for cells in rows], PLATFORMS["canvas"]
    )
    assert told.startswith(why)
    assert bool(told) == bool(why)


def test_an_id_that_canvas_would_read_as_another_one_is_blank() -> None:
    row = scores(Student("ann", lms_user_id="2021-003"), ONE, HALF)
    assert PLATFORMS["canvas"].rows((ONE,), [[row]], Numbers())[2] == [
        "ann",
        "",
        "",
        "ann",
        "",
        "1.83",
    ]


def test_excused_is_said_in_the_platform_s_word_or_not_at_all() -> None:
    """Canvas, "How do I excuse an assignment for a student in the Gradebook?": `EX`."""
    row = [replace(scores(ANN, ONE, None), excused=True)]
    assert PLATFORMS["canvas"].rows((ONE,), [row], Numbers())[2][-1] == "EX"
    assert PLATFORMS["plain"].rows((ONE,), [row], Numbers())[1][5] == "excused"
    told = {name: why_left_out(row, PLATFORMS[name]) for name in PLATFORMS}
    word = "excused, for which its import has no word: say it there"
    assert told == {"canvas": "", "plain": "", "moodle": word, "blackboard": word}


def test_a_table_of_nobody_has_its_head() -> None:
    head, possible = PLATFORMS["canvas"].rows((ONE, TWO), [], Numbers())
    assert len(head) == len(possible) == 7


def test_being_late_costs_but_never_below_nothing() -> None:
    late = Scores(student=ANN, lesson=ONE, there=True, penalty=9, cells={"a": Cell(1, 4)})
    assert (late.points, late.of, late.state) == (0.0, 4.0, "complete")


def test_the_real_gradebook_by_lesson_exercise_and_objective(
    pupils: Class, capsys: pytest.CaptureFixture[str]
) -> None:
    root = pupils.course.root
    with Gradebook(pupils.course.database) as book:
        book.update_or_create_student("cy", first_name="Cy", last_name="Absent")
    pupils.hand_in("ann", SOLVED)
    pupils.hand_in("ben", right=False)
    pupils.marks()
    assert main(["export", str(root), "--for", "plain"]) == 0
    said = capsys.readouterr().out
    assert f"{LESSON}: 1 complete, 1 waits for a person, 1 missing." in said
    states = {row["username"]: row for row in table(root / "exports" / "plain.csv")}
    assert states["cy"]["state"] == "missing"
    assert (states["cy"]["points"], states["cy"]["last name"]) == ("", "Absent")
    assert states["ann"]["state"] == "waits for a person"
    assert float(states["ann"]["points"]) == FULL
    one = {
        row["exercise"]: row
        for row in table(root / "exports" / "plain-by-exercise.csv")
        if row["username"] == "ann"
    }
    assert set(one) == {question.id for question in SHEET if question.points}
    assert (one["4.4"]["state"], one["4.4"]["points"]) == ("complete", one["4.4"]["of"])
    written = next(question for question in SHEET if question.unscored and question.points)
    assert (one[written.id]["state"], one[written.id]["points"]) == ("waits for a person", "")
    aims = [
        row for row in table(root / "exports" / "plain-by-objective.csv") if row["username"] == "cy"
    ]
    assert {row["objective"] for row in aims} <= set(SHEET.objectives)
    assert all(row["points"] == "" and int(row["missing"]) > 0 for row in aims)


def test_a_persons_points_count_and_complete_the_work(
    pupils: Class, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pupils.hand_in("dan", SOLVED)
    pupils.hand_in("eve", SOLVED)
    pupils.marks()
    written = [question for question in SHEET if question.unscored and question.points]
    with Gradebook(pupils.course.database) as book:
        for question in written:
            grade = book.find_grade(grade_id(question.id), LESSON, LESSON, "dan")
            grade.manual_score, grade.needs_manual_grade = 1.0, False
        book.db.commit()
    command = ["export", str(pupils.course.root), LESSON, "--for", "moodle", "--to", str(tmp_path)]
    assert main(command) == 0
    told = capsys.readouterr().out
    assert "a zero is a mark that was given" in told
    rows = {row["Username"]: row for row in table(tmp_path / "moodle.csv")}
    assert float(rows["dan"][LESSON]) == FULL + len(written)
    assert "eve" not in rows  # her texts wait
    assert "eve" in next(line for line in told.splitlines() if line.startswith("Left out"))


def test_no_course_and_no_such_lesson_are_one_sentence(
    course: Course, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["export", str(tmp_path), "--for", "plain"]) == 2
    assert "is no course with a lesson in it" in capsys.readouterr().err
    assert main(["export", str(course.root), "09-none", "--for", "plain"]) == 2
    assert "has no lesson '09-none'" in capsys.readouterr().err
    assert not (tmp_path / "exports").exists()


def table(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
