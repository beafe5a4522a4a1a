"""The platform's list of students in the gradebook: each once, and nobody's name emptied."""

from __future__ import annotations

from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from accordingto.classroom.book.scores import Student
from accordingto.classroom.course import Course
from accordingto.classroom.downloaded import Downloaded
from accordingto.classroom.hand_in.class_list import Listed, class_list
from accordingto.classroom.numbers import STUDENT_ID, read_numbers
from accordingto.classroom.tables import NoTable
from accordingto.cli import main
from classroom import downloads_of_marks

ANN = Student("ann", "Ann", "Öz, Lee", "ann@school.example", "101")
BO = Student("bo", "静", "王", "bo@school.example", "")
MOODLE = """﻿"First name","Last name","Email address",Roles,Groups
Ann,Öz,ANN@school.example,Student,"Team A"
Bo,Ek,bo@school.example,Student,
Prof,Who,who@school.example,"Non-editing teacher",
"""


def listed(place: Path, data: bytes, known: tuple[Student, ...] = ()) -> list[Listed]:
    path = place / "list.csv"
    path.write_bytes(data)
    return class_list(Downloaded.read(path), known)


def test_canvas_s_export_has_logins_numbers_and_names(tmp_path: Path) -> None:
    found = listed(tmp_path, downloads_of_marks.canvas((ANN,), {}))
    assert [one.student for one in found] == [Student("ann", "Lee, Ann", "Öz", "", "101")]
    found = listed(tmp_path, downloads_of_marks.canvas((ANN,), {}), (ANN,))
    assert [(one.does, one.student.email) for one in found] == [("changed", "ann@school.example")]


def test_moodle_s_participants_are_known_by_address_and_teachers_are_none(tmp_path: Path) -> None:
    found = listed(tmp_path, MOODLE.encode(), (ANN,))
    assert [(one.student.id, one.does) for one in found] == [
        ("ann", "changed"),
        ("bo@school.example", "new"),
    ]


def test_blackboard_s_student_id_is_another_number_than_canvas_s(tmp_path: Path) -> None:
    found = listed(tmp_path, downloads_of_marks.blackboard((BO,), {}), (BO,))
    one = found[0]
    assert (one.does, one.student_id, one.student.lms_user_id) == ("same", "2021-003", "")


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"colour,size\nred,2\n", "expected a column `username`, `email` or a name"),
        (b"username,name\nann,Ann\nann,Ann\n", "row 3: ann stands there twice"),
    ],
)
def test_no_list_is_one_sentence(tmp_path: Path, data: bytes, why: str) -> None:
    with pytest.raises(NoTable, match=why):
        listed(tmp_path, data)


def test_the_command_writes_after_it_was_told_to_and_once(
    course: Course, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "gc.xls"
    path.write_bytes(downloads_of_marks.blackboard((BO,), {}))
    command = ["roster", str(course.root), str(path)]
    assert main(command) == 1
    assert "Nothing was written" in capsys.readouterr().err
    assert main([*command, "--yes"]) == 0
    assert "1 new, 0 changed, 0 same." in capsys.readouterr().out
    with Gradebook(course.database) as book:
        assert [(one.id, one.first_name, one.last_name) for one in book.students][-1] == (
            "bo",
            "静",
            "王",
        )
    assert read_numbers(course.root)[STUDENT_ID] == {"2021-003": "bo"}
    assert main([*command, "--yes"]) == 0
    assert "Nothing is to be written." in capsys.readouterr().out
