"""The whole way of a class of 120 with names in four scripts, on three platforms.

Its list comes in, its work comes back in the platforms' downloads, one in five with a difficulty
of collecting; it is graded, and goes out into the platforms' own tables. What an importer then
makes of these is restated in `importers`.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from accordingto.classroom.book.scores import Student
from accordingto.classroom.course import Course
from accordingto.cli import main
from accordingto.exercises import Sheet
from accordingto.notebooks.cells import grade_id
from classroom import downloads_of_marks, importers
from classroom.names_of_120 import canvas_file, canvas_name, moodle_name, people
from classroom.pupils import FULL, LESSON, SHEET, SOLVED, Class

TEXT = next(question.id for question in SHEET if question.unscored and question.points)
BY_HAND = 2.0
CLASS = [replace(one, email=f"{one.id}@school.example") for one in people()]
ON_CANVAS, ON_MOODLE, ON_BLACKBOARD = CLASS[:40], CLASS[40:80], CLASS[80:]
NUMBERS = {one.id: 7000 + int(one.id[1:]) for one in ON_MOODLE}
WAYS = ("right", "wrong", "waits", "cut off", "missing")
TWICE_IN_ONE = ((CLASS[30],), (CLASS[55],), ())  # by platform: two works in one attempt
DIFFICULTIES = ("another's name", "twice", "renamed", "in folders", "late")


@dataclass(frozen=True)
class Work:
    """One student's work: what is in it, with what difficulty it comes, what it is worth.

    `mark` is None where there is no mark yet.
    """

    way: str
    difficulty: str

    @classmethod
    def of(cls, student: Student) -> Work:
        number = int(student.id[1:])
        rare = {7: "waits", 17: "cut off", 27: "missing"}.get(number % 40, "right")
        way = "wrong" if number % 4 == 1 and rare == "right" else rare
        return cls(way, DIFFICULTIES[number // 5 % 5] if number % 5 == 0 else "")

    @property
    def mark(self) -> float | None:
        return {"right": round(FULL + BY_HAND, 2), "wrong": 0.0}.get(self.way)


class Packed:
    """The files of a right and of a wrong submission, made once, zipped for each student."""

    def __init__(self, pupils: Class) -> None:
        self._files: dict[bool, dict[str, bytes]] = {}
        for right in (True, False):
            folder = pupils.hand_in("model", SOLVED if right else "", right=right)
            self._files[right] = {
                str(path.relative_to(folder)): path.read_bytes()
                for path in folder.rglob("*")
                if path.is_file()
            }
            for path in (folder, folder.parent):
                for inner in sorted(path.rglob("*"), reverse=True):
                    inner.rmdir() if inner.is_dir() else inner.unlink()
                path.rmdir()

    def zip(self, student: Student, way: str, difficulty: str) -> bytes:
        """What this student hands in: nobody else's answers have their times."""
        number = int(student.id[1:])
        at = f"2026-05-{1 + number // 60:02}T10:{number % 60:02}:00+00:00".encode()
        whole = io.BytesIO()
        with zipfile.ZipFile(whole, "w") as archive:
            for name, data in self._files[way != "wrong"].items():
                own = name.replace(".ipynb", " (1).ipynb") if difficulty == "renamed" else name
                own = f"my work/week 4/{own}" if difficulty == "in folders" else own
                theirs = re.sub(rb'"at": ?"[^"]+"', b'"at": "' + at + b'"', data)
                archive.writestr(own, theirs[:300] if way == "cut off" else theirs)
        return whole.getvalue()


def handed_in(
    packed: Packed, students: list[Student], *, attempts: bool = False
) -> Iterator[tuple[Student, str, bytes]]:
    """Each upload as the platform lists it: whose, its own name, its bytes.

    Who uploads twice has the better work last where the platform has `attempts`, of which the
    newest counts, and else first: of two files in one attempt the kit says which one counts.
    """
    for student in students:
        work, number = Work.of(student), int(student.id[1:])
        if work.way == "missing":
            continue
        own = "hw.zip"
        if work.difficulty == "another's name":
            own = f"Week 4_s{(number + 1) % 120:03}_attempt_2026-05-06-10-00-00_{LESSON}.zip"
        uploads = [(own, packed.zip(student, work.way, work.difficulty))]
        if work.difficulty == "twice":
            uploads.append(("hw (1).zip", packed.zip(student, "wrong", "")))
        for name, data in reversed(uploads) if attempts else uploads:
            yield student, name, data


MOST = f"{sum(question.points for question in Sheet.of(LESSON)):.2f}"
ON_BOARD = downloads_of_marks.BLACKBOARD.replace("20", MOST.removesuffix(".00"))


def canvas(packed: Packed) -> Iterator[tuple[str, bytes]]:
    texts = set()
    for attachment, (student, own, data) in enumerate(handed_in(packed, ON_CANVAS), 9000):
        late = "LATE_" if Work.of(student).difficulty == "late" else ""
        name = canvas_name(student)
        yield f"{name}_{late}{student.lms_user_id}_{attachment}_{canvas_file(own)}", data
        if student.id.endswith("5") and student not in texts:
            texts.add(student)
            yield f"{name}_{late}{student.lms_user_id}_text.html", b"<p>See the file.</p>"


def moodle(packed: Packed) -> Iterator[tuple[str, bytes]]:
    for student, own, data in handed_in(packed, ON_MOODLE):
        name = moodle_name(student)
        if student.id.endswith("5"):  # a system that writes accents as signs of their own
            name = unicodedata.normalize("NFD", name)
        yield f"{name}_{NUMBERS[student.id]}_assignsubmission_file/{own}", data


def blackboard(packed: Packed) -> Iterator[tuple[str, bytes]]:
    attempts: dict[str, int] = {}
    for student, own, data in handed_in(packed, ON_BLACKBOARD, attempts=True):
        attempts[student.id] = minute = attempts.get(student.id, 29) + 1
        place = f"Week 4_{student.id}_attempt_2026-05-05-13-{minute}-00"
        yield f"{place}.txt", f"Name: {student.first_name}\nNo comments.".encode()
        yield f"{place}_{own}", data


def told(capsys: pytest.CaptureFixture[str], *words: object, code: int | None = None) -> str:
    """What a command says; its exit code where that matters."""
    ended = main([str(word) for word in words])
    assert ended == code if code is not None else ended in (0, 1)
    return capsys.readouterr().out


def lists(place: Path) -> list[Path]:
    """The lists of students, as each platform has its own."""
    participants = [["First name", "Last name", "Email address", "Roles"]]
    participants += [[one.first_name, one.last_name, one.email, "Student"] for one in ON_MOODLE]
    data = {
        "canvas.csv": downloads_of_marks.canvas(ON_CANVAS, {}),
        "moodle.csv": downloads_of_marks.written(participants).encode("utf-8-sig"),
        "blackboard.xls": downloads_of_marks.blackboard(ON_BLACKBOARD, {}, ids=True),
    }
    for name, one in data.items():
        (place / name).write_bytes(one)
    return [place / name for name in data]


def marked_by_a_person(course: Course) -> None:
    """The texts of all whose work is right and need not wait."""
    with Gradebook(course.database) as book:
        for student in CLASS:
            if Work.of(student).way == "right":
                grade = book.find_grade(grade_id(TEXT), LESSON, LESSON, known_as(student))
                grade.manual_score, grade.needs_manual_grade = BY_HAND, False
        book.db.commit()


def known_as(student: Student) -> str:
    """The id: Moodle's list of participants has addresses, and no username."""
    return student.email if student in ON_MOODLE else student.id


def expected(students: list[Student]) -> dict[str, float]:
    marks = {one.id: Work.of(one).mark for one in students}
    return {student: mark for student, mark in marks.items() if mark is not None}


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_every_student_has_the_right_mark_or_a_named_reason(
    pupils: Class,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "250")
    root = pupils.course.root
    packed = Packed(pupils)
    for path in lists(tmp_path):
        told(capsys, "roster", root, path, "--yes", code=0)
    for number, uploads in enumerate((canvas, moodle, blackboard)):
        with zipfile.ZipFile(tmp_path / f"download {number}.zip", "w") as archive:
            for name, data in uploads(packed):
                archive.writestr(name, data)
        said = told(capsys, "collect", root, LESSON, tmp_path / f"download {number}.zip", "--late")
        assert "not collected" not in said
        twice = [line for line in said.splitlines() if "more than one notebook" in line]
        for student in TWICE_IN_ONE[number]:
            assert any(known_as(student) in line for line in twice)
    report = told(capsys, "grade", root, LESSON, code=1)
    assert [line for line in report.splitlines() if "Code:" in line] == []  # stopped for nobody
    rows = {words[1]: words[3] for line in report.splitlines() if len(words := line.split()) > 4}
    verdicts = {"missing": "missing", "cut off": "could"}
    assert {one: rows.get(one) for one in map(known_as, CLASS)} == {
        known_as(one): verdicts.get(Work.of(one).way, "graded") for one in CLASS
    }
    assert len(pupils.course.submitted(LESSON)) == sum(Work.of(o).way != "missing" for o in CLASS)
    marked_by_a_person(pupils.course)

    standing = {one.id: "1" for one in CLASS[::9]}  # from an earlier evening
    tables = {
        "canvas": downloads_of_marks.canvas(ON_CANVAS, standing, of=MOST),
        "moodle": downloads_of_marks.moodle(ON_MOODLE, standing, NUMBERS, of=MOST),
        "blackboard": downloads_of_marks.blackboard(ON_BLACKBOARD, standing, column=ON_BOARD),
    }
    written = {}
    for name, data in tables.items():
        path = tmp_path / f"marks-{name}.csv"
        path.write_bytes(data)
        column = [] if name == "moodle" else ["--column", "Week 4"]
        said = told(capsys, "export", root, LESSON, "--into", path, *column, "--yes", code=0)
        for student in {"canvas": ON_CANVAS, "moodle": ON_MOODLE}.get(name, ON_BLACKBOARD):
            why = {"waits": "waits for a person", "cut off": "waits for a person"}
            reason = why.get(
                Work.of(student).way, "missing" if Work.of(student).mark is None else ""
            )
            line = next(line for line in said.splitlines() if known_as(student) in line.split())
            assert reason in line
        written[name] = (root / "exports" / path.name).read_bytes()

    there = {one.id: 1.0 if one.id in standing else None for one in CLASS}
    by_id = {one.lms_user_id: one.id for one in ON_CANVAS}
    posted = importers.canvas(
        written["canvas"], downloads_of_marks.CANVAS, {k: there[v] for k, v in by_id.items()}
    )
    assert {by_id[number]: mark for number, mark in posted.items()} == expected(ON_CANVAS)
    uploaded = importers.blackboard(
        written["blackboard"],
        ON_BOARD,
        {o.id: there[o.id] for o in ON_BLACKBOARD},
    )
    assert uploaded == expected(ON_BLACKBOARD)
    by_number = {str(number): student for student, number in NUMBERS.items()}
    imported = importers.moodle_worksheet(
        written["moodle"], {number: there[one] for number, one in by_number.items()}
    )
    zeros = {one for one, mark in expected(ON_MOODLE).items() if mark == 0}  # never imported
    assert {by_number[number]: mark for number, mark in imported.items()} == {
        one: mark for one, mark in expected(ON_MOODLE).items() if one not in zeros
    }
