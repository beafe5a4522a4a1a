"""A platform's own table: filled in as its importer means it, and not a cell more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from accordingto.classroom.book.scores import Cell, Scores, Student
from accordingto.classroom.downloaded import Downloaded
from accordingto.classroom.hand_back.fill import Filled, fill
from accordingto.classroom.hand_back.worksheets import number, worksheet
from accordingto.classroom.numbers import RECORD, Record, keep_numbers
from accordingto.classroom.tables import NoTable
from accordingto.cli import main
from classroom import downloads_of_marks, importers
from classroom.pupils import LESSON, SHEET, SOLVED, Class

ANN = Student("ann", "Ann", "Öz, Lee", "ann@school.example", "101")
BEN = Student("ben", "Иван", "Петров", "ben@school.example", "102")
CY = Student("cy", "静", "王", "", "103")
DEE = Student("dee", "Δέσποινα", "Παππά", "", "104")
EVE = Student("eve", "Eve", "O’Hara", "", "105")
NUMBERS = {"ann": 811, "ben": 812, "cy": 813, "dee": 814, "eve": 815}
RECORDED: Record = {
    f"Moodle, {LESSON}": {str(NUMBERS[one]): one for one in NUMBERS if one != "eve"}
}


def scored(student: Student, points: float | None, *, waits: bool = False) -> Scores:
    cells = {"a": Cell(points, 15.0), "b": Cell(None if waits else 0.0, 5.0)}
    there = points is not None
    return Scores(student=student, lesson=LESSON, there=there, cells=cells if there else {})


EVERY = (
    scored(ANN, 12 + 1 / 3),  # new
    scored(BEN, 9.0),  # another mark stands there
    scored(CY, 7.5),  # the same stands there
    scored(DEE, 11.0, waits=True),
)
WHATS = {"ann": "new", "ben": "changed", "cy": "same", "dee": "kept"}
STANDING = {"ben": "8", "cy": "7.50", "dee": "3"}


def filled(
    place: Path, data: bytes, every: Sequence[Scores] = EVERY, column: str = "Week 4", **how: bool
) -> Filled:
    path = place / "downloaded.csv"
    path.write_bytes(data)
    sheet = worksheet(Downloaded.read(path), LESSON, ("Inside",), column)
    return fill(sheet, every, RECORDED, **how)


def whats(done: Filled) -> dict[str, str]:
    return {cell.student: cell.what for cell in done.cells}


def cells_of(data: bytes, place: Path) -> list[list[str]]:
    path = place / "again.csv"
    path.write_bytes(data)
    return Downloaded.read(path).rows


def others(rows: list[list[str]], column: int) -> list[list[str]]:
    return [row[:column] + row[column + 1 :] for row in rows]


def test_canvas_posts_what_is_new_or_changed_and_erases_nothing(tmp_path: Path) -> None:
    data = downloads_of_marks.canvas((ANN, BEN, CY, DEE, EVE), STANDING)
    done = filled(tmp_path, data)
    assert whats(done) == WHATS | {"O’Hara, Eve (105)": "not in the gradebook"}
    there = {"101": None, "102": 8.0, "103": 7.5, "104": 3.0, "105": None}
    posted = importers.canvas(done.bytes(), downloads_of_marks.CANVAS, there)
    assert posted == {"101": 12.33, "102": 9.0}
    column = done.sheet.column
    assert others(cells_of(done.bytes(), tmp_path), column) == others(done.sheet.table.rows, column)
    assert done.bytes().startswith(b"\xef\xbb\xbf")


def test_blackboard_takes_its_own_utf_16_by_username(tmp_path: Path) -> None:
    data = downloads_of_marks.blackboard((ANN, BEN, CY, DEE, EVE), STANDING)
    done = filled(tmp_path, data)
    assert whats(done) == WHATS | {"eve": "not in the gradebook"}
    there = {"ann": None, "ben": 8.0, "cy": 7.5, "dee": 3.0, "eve": None}
    uploaded = importers.blackboard(done.bytes(), downloads_of_marks.BLACKBOARD, there)
    assert uploaded == {"ann": 12.33, "ben": 9.0}
    column = done.sheet.column
    assert others(cells_of(done.bytes(), tmp_path), column) == others(done.sheet.table.rows, column)


def test_moodle_knows_people_by_the_number_of_the_download(tmp_path: Path) -> None:
    people = (ANN, BEN, CY, DEE, EVE)
    data = downloads_of_marks.moodle(people, STANDING | {"ben": "8,00"}, NUMBERS)
    done = filled(tmp_path, data, column="")
    assert whats(done) == WHATS | {"Participant 815": "not in the gradebook"}
    there = {"811": None, "812": 8.0, "813": 7.5, "814": 3.0, "815": None}
    imported = importers.moodle_worksheet(done.bytes(), there)
    assert imported == {"811": 12.33, "812": 9.0}
    column = done.sheet.column
    assert others(cells_of(done.bytes(), tmp_path), column) == others(done.sheet.table.rows, column)


def test_nothing_to_change_gives_the_very_bytes(tmp_path: Path) -> None:
    for data, column in (
        (downloads_of_marks.canvas((CY, DEE), STANDING), "Week 4"),
        (downloads_of_marks.blackboard((CY, DEE), STANDING), "Week 4"),
        (downloads_of_marks.moodle((CY, DEE), STANDING, NUMBERS), ""),
    ):
        done = filled(tmp_path, data, column=column)
        assert done.changes == []
        assert done.bytes() == data


def test_a_second_run_finds_all_the_same(tmp_path: Path) -> None:
    once = filled(tmp_path, downloads_of_marks.canvas((ANN, BEN, CY, DEE), STANDING)).bytes()
    again = filled(tmp_path, once)
    assert whats(again) == dict.fromkeys(("ann", "ben", "cy"), "same") | {"dee": "kept"}
    assert again.bytes() == once


@pytest.mark.parametrize(
    ("platform", "after", "why"),
    [
        ("canvas", "EX", ""),
        ("blackboard", "", "excused, for which Blackboard's table has no word: say it there"),
    ],
)
def test_excused_is_the_platform_s_word_or_left_to_it(
    tmp_path: Path, platform: str, after: str, why: str
) -> None:
    every = (replace(EVERY[0], excused=True), *EVERY[1:])
    data = getattr(downloads_of_marks, platform)((ANN, BEN), {})
    cell = filled(tmp_path, data, every).cells[0]
    assert (cell.after, cell.why) == (after, why)


def test_who_is_excused_on_canvas_stays_so(tmp_path: Path) -> None:
    done = filled(tmp_path, downloads_of_marks.canvas((ANN, BEN), {"ann": "EX"}))
    assert (done.cells[0].what, done.cells[0].why) == ("kept", "excused there")


def test_a_grade_that_moodle_has_closed_is_kept(tmp_path: Path) -> None:
    data = downloads_of_marks.moodle((ANN, BEN), {"ann": "4"}, NUMBERS, closed="ann")
    cell = filled(tmp_path, data, column="").cells[0]
    assert (cell.what, cell.before) == ("kept", "4")


def test_who_is_not_in_the_table_is_said_with_the_mark(tmp_path: Path) -> None:
    done = filled(tmp_path, downloads_of_marks.canvas((BEN,), {}))
    absent = {cell.student: cell.after for cell in done.cells if cell.what == "not in the table"}
    assert absent == {"ann": "12.33", "cy": "7.5", "dee": ""}


def test_two_rows_of_one_person_are_both_left(tmp_path: Path) -> None:
    done = filled(
        tmp_path, downloads_of_marks.canvas((ANN, replace(ANN, first_name="A."), BEN), {})
    )
    assert [cell.what for cell in done.cells[:3]] == ["kept", "kept", "new"]
    assert done.cells[0].why == "more than one row is ann’s"


def test_other_maxima_are_refused_or_put_in_proportion(tmp_path: Path) -> None:
    data = downloads_of_marks.canvas((ANN, BEN), {"ben": "45"}, of="100.00")
    with pytest.raises(NoTable, match=r"out of 100, of this lesson out of 20; --scale puts them"):
        filled(tmp_path, data)
    done = filled(tmp_path, data, scale=True)
    assert [(cell.what, cell.after) for cell in done.cells[:2]] == [
        ("new", "61.67"),
        ("same", "45"),
    ]


@pytest.mark.parametrize(
    ("data", "column", "why"),
    [
        (
            downloads_of_marks.canvas((ANN,), {}),
            "Week 5",
            r"no column is called 'Week 5'; if one is this lesson's, say which with --column "
            r"\(there are: 'Student', 'ID',",
        ),
        (
            downloads_of_marks.canvas((ANN,), {}),
            "",
            r"no column is called '04-inside-the-quotation-marks' or 'Inside'; if one is",
        ),
        (downloads_of_marks.blackboard((ANN,), {}), "Week", "no column is called 'Week'"),
        (downloads_of_marks.canvas((EVE,), {}), "Week 4", "nobody in it is known here"),
        (
            downloads_of_marks.moodle((ANN, BEN), {}, {"ann": 7, "ben": 8}),
            "",
            "its participants are those of another assignment",
        ),
        (b"a,b\n1,2\n", "", "no table of marks of Canvas"),
        (b"a,b\n1,2,3\n", "", "row 2: expected 2 cells, got 3"),
        (b"a,b\n", "", "a table of nobody"),
        (b"", "", "a table of nobody"),
        ("Straße;b\n1;2\n".encode("cp1252"), "", "neither UTF-8 nor UTF-16"),
        (b'a,"b\n1,2\n', "", "no table as a platform writes it"),
    ],
)
def test_a_table_of_something_else_is_refused_in_a_sentence(
    tmp_path: Path, data: bytes, column: str, why: str
) -> None:
    with pytest.raises(NoTable, match=why):
        filled(tmp_path, data, column=column)


def test_moodle_s_worksheet_of_another_lesson_says_of_which(tmp_path: Path) -> None:
    data = downloads_of_marks.moodle((ANN,), {}, {"ann": 55})
    path = tmp_path / "worksheet.csv"
    path.write_bytes(data)
    record = RECORDED | {"Moodle, 02-who-says-so": {"55": "ann"}}
    with pytest.raises(NoTable, match="its participants are those of 02-who-says-so"):
        fill(worksheet(Downloaded.read(path), LESSON, (), ""), EVERY, record)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(("7.50", 7.5), ("7,5", 7.5), (" 7 ", 7.0), ("1 000", 1000.0)),
        *((text, None) for text in ("", "-", "EX", "1.234,5", "85 %", "Needs Grading")),
    ],
)
def test_a_number_may_have_a_comma(text: str, value: float | None) -> None:
    assert number(text) == value


def test_the_command_shows_asks_and_writes_beside_the_download(
    pupils: Class, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    pupils.hand_in("ann", SOLVED)
    pupils.hand_in("ben", right=False)
    pupils.marks()
    keep_numbers(pupils.course.root, {f"Moodle, {LESSON}": {"811": "ann", "812": "ben"}})
    most = f"{sum(question.points for question in SHEET):.2f}"
    data = downloads_of_marks.moodle((ANN, BEN), {"ann": "5"}, NUMBERS, of=most)
    path = tmp_path / "Grades-course-Week 4-77.csv"
    path.write_bytes(data)
    command = ["export", str(pupils.course.root), LESSON, "--into", str(path)]
    assert main(command) == 1
    told = capsys.readouterr()
    assert "1 new, 0 changed, 0 same, 1 kept" in told.out  # ann's text waits
    assert "may not take in a grade of 0: look afterwards at ben" in told.out
    assert told.err == "Nothing was written: to write it, say --yes.\n"
    assert main([*command, "--yes"]) == 0
    written = pupils.course.root / "exports" / path.name
    assert capsys.readouterr().out.endswith(f"{written}\n")
    assert path.read_bytes() == data
    rows = Downloaded.read(written).rows
    assert [row[2] for row in rows[1:]] == ["5", "0"]
    assert main(["export", str(pupils.course.root), "--into", str(path), "--excused", "zoe"]) == 2
    assert "nobody called zoe" in capsys.readouterr().err
    assert (pupils.course.root / RECORD).is_file()
