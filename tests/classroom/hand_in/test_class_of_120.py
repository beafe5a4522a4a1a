"""A class of 120 with names in four scripts, as three platforms would hand its work over."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from accordingto.classroom.book.scores import Student
from accordingto.classroom.hand_in.downloads import Downloads
from accordingto.classroom.hand_in.people import People
from accordingto.classroom.hand_in.roster import Roster
from classroom.names_of_120 import canvas_file, canvas_name, moodle_name, people

LESSON = "04-inside-the-quotation-marks"
Upload = tuple[str, str]  # what the platform calls it, and whose it is


def own_names(student: Student) -> Iterator[str]:
    """What students call their files; one in five imitates another's, on another platform."""
    number = int(student.id[1:])
    other = f"s{(number + 7) % 120:03}"
    yield (
        "hw.zip",
        f"{LESSON}.zip",
        f"my work ({number}).zip",
        "hw_final_2_3.zip",
        (
            f"Week 4_{other}_attempt_2026-05-06-10-00-00_hw.zip",
            f"{other}_{1000 + (number + 7) % 120}_9_hw.zip",
            f"{other}_{LESSON}.zip",
            "Ann Lund_1_assignsubmission_file_hw.zip",
        )[number // 5 % 4],
    )[number % 5]
    if number % 10 == 3:
        yield "second try.zip"


def canvas(students: list[Student]) -> Iterator[Upload]:
    attachment = 9000
    for student in students:
        name = canvas_name(student)
        late = "LATE_" if student.id.endswith("9") else ""
        for own in own_names(student):
            attachment += 1
            place = f"{name}_{late}{student.lms_user_id}_{attachment}_{canvas_file(own)}"
            yield place, student.id
        if student.id.endswith("5"):
            yield f"{name}_{late}{student.lms_user_id}_text.html", student.id


def moodle_folders(students: list[Student]) -> Iterator[Upload]:
    for student in students:
        for own in own_names(student):
            place = f"{moodle_name(student)}_{7 + int(student.id[1:])}_assignsubmission_file"
            yield f"{place}/{own}", student.id


def moodle_flat(students: list[Student]) -> Iterator[Upload]:
    for student in students:
        for own in own_names(student):
            yield (
                f"{moodle_name(student)}_{7 + int(student.id[1:])}_assignsubmission_file_{own}",
                student.id,
            )


def blackboard(students: list[Student]) -> Iterator[Upload]:
    for student in students:
        attempt = f"Week_4_{student.id}_attempt_2026-05-05-13-30-{int(student.id[1:]) % 60:02}"
        yield f"{attempt}.txt", student.id
        for own in own_names(student):
            yield f"{attempt}_{own}", student.id


def downloaded(folder: Path, names: list[str]) -> Path:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name in names:
            archive.writestr(name, b"PK")
    path = folder / "download.zip"
    path.write_bytes(whole.getvalue())
    return path


@pytest.mark.parametrize("known", [True, False], ids=["with a list", "without"])
@pytest.mark.parametrize("platform", [canvas, moodle_folders, moodle_flat, blackboard])
def test_every_file_is_its_own_student_s(
    tmp_path: Path, platform: Callable[[list[Student]], Iterator[Upload]], known: bool
) -> None:
    students = people()
    uploads = list(platform(students))
    roster = Roster(students if known else ())
    downloads = Downloads(LESSON, roster)
    downloads.add([downloaded(tmp_path, [name for name, _ in uploads])])
    assert downloads.unplaced == []
    ids = People(tmp_path, LESSON, roster).ids(list(downloads.by_sender))
    got = Counter(dict.fromkeys(ids.values(), 0))
    for sender, members in downloads.by_sender.items():
        got[ids[sender]] += len(members)
    assert len(got) == 120
    assert sum(got.values()) == len(uploads)
    if known:
        assert got == Counter(student for _, student in uploads)


def test_everybody_stays_who_they_are_when_half_the_class_comes_later(tmp_path: Path) -> None:
    uploads = list(moodle_folders(people()))
    found: dict[str, str] = {}
    for part in (uploads[::2], uploads, uploads[1::2]):
        downloads = Downloads(LESSON, Roster(()))
        downloads.add([downloaded(tmp_path, [name for name, _ in part])])
        ids = People(tmp_path, LESSON, Roster(())).ids(list(downloads.by_sender))
        for sender, student in ids.items():
            assert found.setdefault(sender.number, student) == student
    assert len(set(found.values())) == 120
