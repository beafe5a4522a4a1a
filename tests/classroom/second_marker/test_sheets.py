"""A second marker: a sheet without names goes out, and comes back as spreadsheets save it."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from accordingto.classroom.course import Course
from accordingto.classroom.second_marker.agreement import MarkerAgreement, Pair, agreements
from accordingto.classroom.second_marker.sheets import points_of
from accordingto.classroom.second_marker.texts import WrittenText, texts
from accordingto.cli import main
from accordingto.notebooks.cells import grade_id
from classroom.hand_back.test_feedback import TEXT, keep
from classroom.pupils import LESSON, SHEET, Class

SAME = "The word so-called is his and not the reporter's, so it stays in marks."
TEXT_A = WrittenText("CODE", TEXT, "ann", "A text.", 3.0)
WRITTEN = {"ann": SAME, "ben": SAME.upper(), "cy": "=1+1", "dan": "I like ships.", "eve": "  "}
FIRST = {"ann": 3.0, "ben": 3.0, "cy": 0.0, "dan": 1.0}


@pytest.fixture
def marked(pupils: Class) -> Class:
    for student, text in WRITTEN.items():
        keep(pupils.hand_in(student, right=False), TEXT, {"text": text})
    pupils.marks()
    with Gradebook(pupils.course.database) as book:
        for student, points in FIRST.items():
            grade = book.find_grade(grade_id(TEXT), LESSON, LESSON, student)
            grade.manual_score, grade.needs_manual_grade = points, False
        book.db.commit()
    return pupils


def double_mark(course: Course, *words: str | Path) -> int:
    return main(["double-mark", str(course.root), LESSON, *map(str, words)])


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def fill(path: Path, course: Course, second: dict[str, str]) -> None:
    """Fill the sheet in."""
    by_code = {text.code: text.student for text in texts(course, SHEET)}
    filled = rows(path)
    for row in filled:
        row["points"] = second.get(by_code[row["code"]], "")
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, filled[0])
        writer.writeheader()
        writer.writerows(filled)


def test_the_sheet_has_no_name_and_alike_texts_side_by_side(
    marked: Class, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "second.csv"
    assert double_mark(marked.course, "--write", sheet) == 0
    assert "4 texts without names" in capsys.readouterr().out
    found = rows(sheet)
    assert list(found[0]) == ["code", "exercise", "alike", "text", "points"]
    assert {row["exercise"] for row in found} == {TEXT}
    said = {row["text"]: row["alike"] for row in found}
    assert set(said) == {SAME, SAME.upper(), "'=1+1", "I like ships."}
    assert [row["alike"] for row in found] == sorted(said.values())
    assert said[SAME] == said[SAME.upper()]
    assert len(set(said.values())) == 3
    data = sheet.read_text(encoding="utf-8-sig")
    assert not any(student in data.split(",") for student in WRITTEN)
    assert [row["points"] for row in found] == [""] * 4
    assert all(re.fullmatch("t[0-9a-f]{8}", row["code"]) for row in found)  # never 12e45678
    assert double_mark(marked.course, "--write", sheet) == 2  # it may hold marks by now
    assert f"{sheet} is there already" in capsys.readouterr().err
    assert sheet.read_text(encoding="utf-8-sig") == data
    rubric = (tmp_path / "second-rubric.md").read_text(encoding="utf-8")
    assert f"## {TEXT} {SHEET[TEXT].title}" in rubric
    assert all(level.sample in rubric for level in SHEET[TEXT].rubric)  # type: ignore[attr-defined]


def test_one_very_long_text_keeps_nobody_from_marking(
    marked: Class, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its beginning goes out, as much as a cell of a spreadsheet takes; its code is of it all."""
    before = {text.student: text.code for text in texts(marked.course, SHEET)}
    long = "🚢 " * 50_000
    keep(marked.folder("ann"), TEXT, {"text": long})
    keep(marked.folder("ben"), TEXT, {"text": long + "and more"})
    after = {text.student: text for text in texts(marked.course, SHEET)}
    assert after["ann"].text == f"{long[:16_000]} …"
    assert after["ben"].text == after["ann"].text
    assert len({before["ann"], before["ben"], after["ann"].code, after["ben"].code}) == 4
    sheet = tmp_path / "second.csv"
    assert double_mark(marked.course, "--write", sheet) == 0
    assert all(len(row["text"].encode("utf-16-le")) // 2 <= 32_767 for row in rows(sheet))
    fill(sheet, marked.course, {"ann": "3", "dan": "1"})
    capsys.readouterr()
    assert double_mark(marked.course, "--read", sheet) == 0
    assert "2 texts have both marks, of 4 that were handed in." in capsys.readouterr().out


def test_marks_come_back_and_where_they_part_is_said(
    marked: Class, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "second.csv"
    double_mark(marked.course, "--write", sheet)
    fill(sheet, marked.course, {"ann": "3", "ben": "3", "cy": "0", "dan": "2.5"})
    capsys.readouterr()
    assert double_mark(marked.course, "--read", sheet) == 0
    said = capsys.readouterr().out
    assert "4 texts have both marks, of 4 that were handed in." in said
    assert "0.83" in said  # see the test of the exact value below
    assert "With fewer than 20 texts kappa is a hint, no more." in said
    parts = said.split("Talk about")[1]
    assert "dan" in parts
    assert "ann" not in parts
    with Gradebook(marked.course.database) as book:
        assert book.find_grade(grade_id(TEXT), LESSON, LESSON, "dan").manual_score == 1.0


def pair(code: str, first: float, second: float) -> Pair:
    return Pair(WrittenText(code, "4.9", code, code, 3.0), first, second)


def test_weighted_kappa_to_the_last_digit() -> None:
    """By hand: squared differences 0, 0, 0 and 2.25, against those of all pairs of their marks.

    First 3 3 0 1, second 3 3 0 2.5. Observed (1.5²)/4 = .5625. Expected over the 16 pairs:
    twice (0 + 0 + 9 + .25), then 9 + 9 + 0 + 6.25, then 4 + 4 + 1 + 2.25, in all 54 / 16 = 3.375.
    """
    pairs = [pair("a", 3, 3), pair("b", 3, 3), pair("c", 0, 0), pair("d", 1, 2.5)]
    [one] = agreements(pairs)
    assert (one.exercise, one.texts, one.same) == ("4.9", 4, 3)
    assert one.kappa == pytest.approx(1 - 0.5625 / 3.375)


def test_one_mark_throughout_has_no_kappa_and_opposite_marks_a_negative_one() -> None:
    assert agreements([pair("a", 2, 2), pair("b", 2, 2)]) == [MarkerAgreement("4.9", 2, 2, None)]
    assert agreements([pair("a", 0, 3), pair("b", 3, 0)]) == [MarkerAgreement("4.9", 2, 0, -1.0)]
    assert agreements([]) == []


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        (b"code,exercise\na,b\n", "the first row has no column 'points'"),
        (b"code,points\nCODE,four\n", "row 2: expected points from 0 to 3, got 'four'"),
        (b"code,points\nCODE,3.5\n", "row 2: expected points from 0 to 3, got '3.5'"),
        (b"code,points\nCODE,nan\n", "row 2: expected points from 0 to 3, got 'nan'"),
        (b"code,points\nCODE,1\nCODE,2\n", "row 3: CODE is there twice"),
        (b"code,points\nnone,1\n", "row 2: no text has the code 'none' now"),
        (b"\xff\xfe\x00", "not UTF-8; save the sheet as"),
        (b"", "the first row has no column 'code'"),
        (b'code,points\n"CODE,1\n', "no table of comma-separated values"),
    ],
)
def test_a_broken_sheet_is_one_sentence(tmp_path: Path, table: bytes, sentence: str) -> None:
    sheet = tmp_path / "second.csv"
    sheet.write_bytes(table)
    with pytest.raises(
        ValueError, match=f"^{re.escape(str(sheet))}.*{re.escape(sentence)}"
    ) as said:
        points_of(sheet, [TEXT_A])
    assert len(str(said.value).splitlines()) == 1


@pytest.mark.parametrize(
    "table",
    [
        "code,points\nCODE,2.5\nother,\n",
        "\ufeffCode;Points\r\nCODE;2,5\r\n",
        'points\ttext\tcode\n 2.5 \t"two\nlines"\tCODE\n',
    ],
)
def test_a_sheet_as_spreadsheets_of_many_countries_save_it(tmp_path: Path, table: str) -> None:
    sheet = tmp_path / "second.csv"
    sheet.write_text(table, encoding="utf-8", newline="")
    assert points_of(sheet, [TEXT_A]) == {"CODE": 2.5}


def test_nothing_handed_in_and_nothing_marked_are_said(
    pupils: Class, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pupils.hand_in("fay", right=False)
    assert double_mark(pupils.course, "--write", tmp_path / "s.csv") == 1
    assert f"No text of {LESSON} has been handed in." in capsys.readouterr().out
    keep(pupils.folder("fay"), TEXT, {"text": "Mine."})
    pupils.marks()
    double_mark(pupils.course, "--write", tmp_path / "s.csv")
    fill(tmp_path / "s.csv", pupils.course, {"fay": "2"})
    assert double_mark(pupils.course, "--read", tmp_path / "s.csv") == 1
    assert "The first marks are those that stand in the formgrader." in capsys.readouterr().out
