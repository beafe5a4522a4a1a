"""What platforms hand over, put where it is graded: everybody's own, every copy kept."""

from __future__ import annotations

import io
import json
import stat
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from accordingto.classroom.hand_in.collect import collect
from accordingto.classroom.hand_in.pack import hand_in
from accordingto.cli import main
from accordingto.exercises import AnswerStore
from accordingto.exercises.flow import answered
from accordingto.notebooks.copy import start
from classroom.pupils import LESSON, SHEET, Class
from kept import instead

Files = dict[str, bytes]


def zipped(files: Files, *, links: Files | None = None) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
        for name, data in (links or {}).items():
            link = zipfile.ZipInfo(name)
            link.external_attr = (stat.S_IFLNK | 0o777) << 16
            archive.writestr(link, data)
    return whole.getvalue()


class Desk:
    """A class whose work comes in as files."""

    def __init__(self, pupils: Class, folder: Path) -> None:
        self.pupils, self.folder = pupils, folder
        self.notebook = pupils.course.released(LESSON).read_bytes()

    def work(self, mark: str = "") -> Files:
        """A notebook and answers that differ from others' by `mark`."""
        answers = {"notebook": LESSON, "schema": 1, "exercises": {}, "mark": mark}
        return {
            f"{LESSON}.ipynb": self.notebook,
            f"answers/{LESSON}.json": json.dumps(answers).encode(),
        }

    def file(self, name: str, data: bytes) -> Path:
        path = self.folder / name
        path.write_bytes(data)
        return path

    def collect(self, *files: Path, late_counts: bool = False) -> dict[str, tuple[str, str]]:
        done = collect(self.pupils.course, LESSON, files, late_counts=late_counts)
        return {one.student: (one.did, " ".join(one.sentences)) for one in done}

    def submitted(self, student: str) -> Files:
        folder = self.pupils.folder(student)
        return {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.is_file()
        }


@pytest.fixture
def desk(pupils: Class, tmp_path: Path) -> Desk:
    return Desk(pupils, tmp_path)


@pytest.mark.parametrize(
    "layout",
    [
        "anne_31_881_04-inside.zip",
        "Anne_31_assignsubmission_file_/my work.zip",
        "Anne_31_assignsubmission_file_my_work.zip",
        "Week 4_Anne_attempt_2026-05-04-13-30-59_work.zip",
        f"Anne_{LESSON}.zip",
    ],
)
def test_a_bulk_download_of_each_platform(desk: Desk, layout: str) -> None:
    bulk = desk.file("all.zip", zipped({layout: zipped(desk.work())}))
    done = desk.collect(bulk)
    student = "anne" if layout.startswith("anne") else "Anne"
    assert done == {student: ("new", "")}
    kept = desk.submitted(student)
    assert kept.pop("timestamp.txt", b"2026-05-04 13:30:59\n") == b"2026-05-04 13:30:59\n"
    assert kept == desk.work()


def test_files_that_were_not_zipped_come_together(desk: Desk) -> None:
    work = desk.work()
    bulk = {
        f"anne_31_881_{LESSON}-1.ipynb": work[f"{LESSON}.ipynb"],
        f"anne_31_882_{LESSON}.json": work[f"answers/{LESSON}.json"],
    }
    assert desk.collect(desk.file("all.zip", zipped(bulk))) == {
        "anne": ("new", f"The notebook is named {LESSON}-1.ipynb; it counts all the same.")
    }
    assert set(desk.submitted("anne")) == {f"{LESSON}-1.ipynb", f"answers/{LESSON}.json"}


def test_a_download_that_the_browser_unpacked(desk: Desk) -> None:
    place = desk.folder / "all" / "Anne Lee_31_assignsubmission_file_"
    place.mkdir(parents=True)
    (place / "w.zip").write_bytes(zipped(desk.work()))
    assert desk.collect(desk.folder / "all") == {"Anne-Lee": ("new", "")}


def test_a_zipped_folder_with_much_else_in_it(desk: Desk) -> None:
    work = {f"my-kit/notebooks/{name}": data for name, data in desk.work().items()}
    much = {
        **work,
        "my-kit/notebooks/00-start-here.ipynb": b"{}",
        f"my-kit/notebooks/solutions/{LESSON}.ipynb": b"solved",
        f"my-kit/notebooks/.ipynb_checkpoints/{LESSON}.ipynb": b"old",
        f"__MACOSX/._{LESSON}.ipynb": b"mac",
        "my-kit/notebooks/answers/00-start-here.json": b"{}",
    }
    assert desk.collect(desk.file(f"ann_{LESSON}.zip", zipped(much))) == {"ann": ("new", "")}
    assert desk.submitted("ann") == desk.work()


def test_what_hand_in_makes_is_collected_and_graded(desk: Desk) -> None:
    start(desk.folder / "my-kit")
    store = AnswerStore(desk.folder / "my-kit" / "notebooks" / "answers" / f"{LESSON}.json")
    store.change("4.4", instead(answered(SHEET["4.4"], None, {"choice": "unstated"})))
    file = hand_in(desk.folder / "my-kit", LESSON, student="ann", into=desk.folder).path
    assert desk.collect(file) == {"ann": ("new", "")}
    assert desk.pupils.marks()["ann"].points == 1.0
    with Gradebook(desk.pupils.course.database) as book:
        book.remove_student("ann")  # the other tests' gradebook knows nobody


def test_a_second_run_changes_nothing(desk: Desk) -> None:
    file = desk.file(f"ann_{LESSON}.zip", zipped(desk.work()))
    desk.collect(file)
    before = file.read_bytes(), desk.submitted("ann")
    assert desk.collect(file) == {"ann": ("there already", "")}
    assert (file.read_bytes(), desk.submitted("ann")) == before
    assert not (desk.pupils.course.root / "copies").exists()


def test_a_newer_copy_counts_and_the_earlier_one_is_kept(desk: Desk) -> None:
    first = desk.file(f"ann_{LESSON}.zip", zipped(desk.work("first")))
    second = desk.file(f"ann_{LESSON} (1).zip", zipped(desk.work("second")))
    desk.collect(first)
    assert desk.collect(second)["ann"] == ("newer", "")
    assert desk.submitted("ann") == desk.work("second")
    kept = desk.pupils.course.root / "copies" / LESSON / "ann" / "1"
    assert (kept / "answers" / f"{LESSON}.json").read_bytes() == desk.work("first")[
        f"answers/{LESSON}.json"
    ]
    assert desk.collect(first)["ann"] == ("kept already", "")
    assert desk.submitted("ann") == desk.work("second")


def test_of_several_attempts_the_last_counts(desk: Desk) -> None:
    bulk = {
        f"Week 4_ann_attempt_2026-05-0{day}-10-00-00_w.zip": zipped(desk.work(str(day)))
        for day in (5, 4)
    }
    desk.collect(desk.file("all.zip", zipped(bulk)))
    kept = desk.submitted("ann")
    assert kept.pop("timestamp.txt") == b"2026-05-05 10:00:00\n"
    assert kept == desk.work("5")


@pytest.mark.parametrize(
    "layout",
    ["ann_1_{day}_{lesson}.zip", "ann_1_assignsubmission_file_/{lesson}.zip", "ann_{lesson}.zip"],
    ids=["Canvas", "Moodle", "by hand"],
)
def test_of_two_downloads_in_one_command_the_later_file_counts(desk: Desk, layout: str) -> None:
    days = [
        desk.file(
            f"{day}.zip",
            zipped({layout.format(day=place, lesson=LESSON): zipped(desk.work(day))}),
        )
        for place, day in enumerate(("monday", "friday"))
    ]
    done = collect(desk.pupils.course, LESSON, days)
    assert [(one.student, one.did) for one in done] == [("ann", "new"), ("ann", "newer")]
    assert desk.submitted("ann") == desk.work("friday")
    again = collect(desk.pupils.course, LESSON, days)
    assert [one.did for one in again] == ["kept already", "there already"]


def test_an_attempt_that_is_in_two_downloads_is_one_copy(desk: Desk) -> None:
    attempt = {"Week 4_ann_attempt_2026-05-04-10-00-00_w.zip": zipped(desk.work())}
    days = [desk.file(name, zipped(attempt)) for name in ("monday.zip", "friday.zip")]
    done = collect(desk.pupils.course, LESSON, [*days, days[0]])
    assert [one.did for one in done] == ["new", "there already"]
    assert set(desk.submitted("ann")) == {*desk.work(), "timestamp.txt"}


def test_loose_files_of_one_folder_are_one_copy(desk: Desk) -> None:
    work = desk.work()
    page = desk.file(f"ann_1_2_{LESSON}.ipynb", work[f"{LESSON}.ipynb"])
    answers = desk.file(f"ann_1_3_{LESSON}.json", work[f"answers/{LESSON}.json"])
    assert desk.collect(page, answers) == {"ann": ("new", "")}
    assert desk.submitted("ann") == work


def test_a_late_copy_is_kept_and_counts_when_asked_to(desk: Desk) -> None:
    early = desk.file("early.zip", zipped({"ann_1_2_w.zip": zipped(desk.work("early"))}))
    late = desk.file("late.zip", zipped({"ann_LATE_1_3_w.zip": zipped(desk.work("late"))}))
    desk.collect(early)
    assert desk.collect(late)["ann"] == ("late copy kept", "")
    assert desk.submitted("ann") == desk.work("early")
    assert desk.collect(late)["ann"] == ("kept already", "")
    assert desk.collect(late, late_counts=True)["ann"] == ("newer", "It came in late.")
    assert desk.submitted("ann") == desk.work("late")
    kept = desk.pupils.course.root / "copies" / LESSON / "ann"
    assert sorted(path.name for path in kept.iterdir()) == ["1 late", "2"]


def test_a_late_copy_alone_is_graded(desk: Desk) -> None:
    late = desk.file("late.zip", zipped({"ann_LATE_1_3_w.zip": zipped(desk.work())}))
    assert desk.collect(late)["ann"] == ("new", "It came in late.")


def test_students_are_matched_by_number_then_by_name(desk: Desk) -> None:
    with Gradebook(desk.pupils.course.database) as book:
        book.update_or_create_student(
            "s1", first_name="Zoë", last_name="O’Hara Smith", lms_user_id="31"
        )
        book.update_or_create_student("s2", first_name="Bo", last_name="Ek")
    try:
        bulk = {
            "anythingatall_31_881_w.zip": zipped(desk.work("1")),
            "ekbo_32_882_w.zip": zipped(desk.work("2")),
            "lilia_33_883_w.zip": zipped(desk.work("3")),
        }
        assert desk.collect(desk.file("all.zip", zipped(bulk))) == {
            "s1": (
                "new",
                "The number is s1’s, the name anythingatall is not: if it is a group’s, say who is "
                "in it with --groups.",
            ),
            "s2": ("new", ""),
            "lilia": ("new", "The gradebook has nobody of this name."),
        }
        again = {"Zoe O'Hara Smith_9_assignsubmission_file_/w.zip": zipped(desk.work("1"))}
        assert set(desk.collect(desk.file("moodle.zip", zipped(again)))) == {"s1"}
    finally:
        with Gradebook(desk.pupils.course.database) as book:
            book.remove_student("s1")
            book.remove_student("s2")


@pytest.fixture
def listed(desk: Desk) -> Iterator[Desk]:
    """A gradebook in which names come near each other."""
    people = {"j.lee": ("Jo", "Lee"), "jlee": ("", ""), "x1": ("Sam", "Ek"), "x2": ("Sam", "Ek")}
    with Gradebook(desk.pupils.course.database) as book:
        for student, (first, last) in people.items():
            book.update_or_create_student(student, first_name=first, last_name=last)
    yield desk
    with Gradebook(desk.pupils.course.database) as book:
        for student in people:
            book.remove_student(student)


def test_an_id_as_the_gradebook_has_it_is_that_student(listed: Desk) -> None:
    files = [
        listed.file(f"{student}_{LESSON}.zip", zipped(listed.work(student)))
        for student in ("j.lee", "jlee")
    ]
    assert listed.collect(*files) == {"j.lee": ("new", ""), "jlee": ("new", "")}


def test_several_of_one_name_in_the_gradebook_are_named(listed: Desk) -> None:
    bulk = {
        f"{name}_7_assignsubmission_file_/w.zip": zipped(listed.work(name))
        for name in ("Sam Ek", "J-Lee", "...")
    }
    assert listed.collect(listed.file("all.zip", zipped(bulk))) == {
        "Sam-Ek": ("new", "Several in the gradebook have this name: x1, x2."),
        "J-Lee": ("new", "Several in the gradebook have this name: j.lee, jlee."),
        "nameless": (
            "new",
            "The gradebook has nobody of this name: if it is a group’s, say who is in it with "
            "--groups.",
        ),
    }


def test_a_name_that_is_too_long_for_a_file_is_cut_and_still_ones_own(desk: Desk) -> None:
    long = "é" * 140
    bulk = {
        f"{long}{end}_{number}_assignsubmission_file_/w.zip": zipped(desk.work(end))
        for number, end in enumerate("ab")
    }
    done = desk.collect(desk.file("all.zip", zipped(bulk)))
    assert {one[:-8] for one in done} == {"é" * 40 + "-"}
    assert {len(one.encode()) for one in done} == {89}
    assert [did for did, _ in done.values()] == ["new", "new"]


def test_two_people_of_one_name_are_told_apart(desk: Desk) -> None:
    bulk = {
        f"Jo Li_{number}_assignsubmission_file_/w.zip": zipped(desk.work(str(number)))
        for number in (7, 8)
    }
    assert set(desk.collect(desk.file("all.zip", zipped(bulk)))) == {"Jo-Li-7", "Jo-Li-8"}


def test_a_blackboard_username_may_hold_what_parts_the_name(desk: Desk) -> None:
    bulk = {
        f"Week_4_{user}_attempt_2026-05-04-13-30-59_w.zip": zipped(desk.work(user))
        for user in ("doe", "jane_doe", "john_doe")
    }
    path = desk.file("all.zip", zipped(bulk))
    with Gradebook(desk.pupils.course.database) as book:
        for user in ("doe", "jane_doe", "john_doe"):
            book.update_or_create_student(user)
    try:
        assert set(desk.collect(path)) == {"doe", "jane_doe", "john_doe"}
    finally:
        with Gradebook(desk.pupils.course.database) as book:
            for user in ("doe", "jane_doe", "john_doe"):
                book.remove_student(user)


def test_blackboard_users_in_no_list_are_told_apart(desk: Desk) -> None:
    bulk = {
        f"Week 4_{user}_attempt_2026-05-04-13-30-59_w.zip": zipped(desk.work(user))
        for user in ("jane_doe", "john_doe")
    }
    done = set(desk.collect(desk.file("all.zip", zipped(bulk))))
    assert done == {"doe-Week-4_jane_doe", "doe-Week-4_john_doe"}


def test_what_a_mac_adds_to_a_zip_is_no_student(desk: Desk) -> None:
    bulk = {
        f"class/ben_{LESSON}.zip": zipped(desk.work()),
        f"__MACOSX/class/._ben_{LESSON}.zip": b"mac",
        f"class/.old/eve_{LESSON}.zip": zipped(desk.work("old")),
    }
    assert desk.collect(desk.file("class.zip", zipped(bulk))) == {"ben": ("new", "")}


@pytest.mark.parametrize("name", [f"jdeo_{LESSON}.zip", "all.zip", "jdoe_1_2_w.ipynb", "class"])
def test_a_file_that_is_not_there_is_one_sentence_and_nobody(
    desk: Desk, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    good = desk.file(f"ann_{LESSON}.zip", zipped(desk.work()))
    path = desk.folder / name
    words = ["collect", str(desk.pupils.course.root), LESSON, str(good), str(path)]
    assert main(words) == 2
    told = capsys.readouterr().err
    assert told == f"accordingto collect: {path} cannot be used (No such file or directory)\n"
    assert not (desk.pupils.course.root / "submitted").exists()


def test_nobody_can_say_whose_it_is(desk: Desk) -> None:
    file = desk.file("work.zip", zipped(desk.work()))
    assert desk.collect(file) == {
        "": (
            "not collected",
            f"work.zip: nobody can say whose it is; name it NAME_{LESSON}.zip.",
        )
    }


def test_another_students_file_is_named(desk: Desk) -> None:
    bulk = {
        "ann_1_11_w.zip": zipped(desk.work("ann's")),
        f"ben_2_22_ann_{LESSON}.zip": zipped(desk.work("ann's")),
    }
    done = desk.collect(desk.file("all.zip", zipped(bulk)))
    assert done["ann"] == ("new", "")
    assert done["ben"] == (
        "new",
        "The file is named for ann. "
        "The answers are the very file that ann handed in, times and all.",
    )


def swollen() -> bytes:
    return zipped({f"{LESSON}.ipynb": bytes(30_000_000)})


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"PK\x03\x04 and no more", f"Left out: ann_{LESSON}.zip is cut off or no zip."),
        (swollen(), f"Left out: {LESSON}.ipynb is larger than 20 MB."),
        (
            zipped({f"../../{LESSON}.ipynb": b"{}"}),
            f"Left out: ../../{LESSON}.ipynb has a name that leads out of its folder.",
        ),
        (
            zipped({f"C:\\{LESSON}.ipynb": b"{}"}),
            f"Left out: C:/{LESSON}.ipynb has a name that leads out of its folder.",
        ),
        (
            zipped({}, links={f"{LESSON}.ipynb": b"/etc/passwd"}),
            f"Left out: {LESSON}.ipynb is a link to somewhere else.",
        ),
        (
            zipped({"a.zip": zipped({"b.zip": zipped({"c.zip": zipped({})})})}),
            "Left out: b.zip is a zip in a zip in a zip.",
        ),
        (
            zipped({"essay.pdf": b"%PDF"}),
            "Left out: essay.pdf is no zip, no notebook and no answer file.",
        ),
        (zipped({}), ""),
        (
            zipped({"read.me": b"", f"{LESSON}.ipynb": bytes(30_000_000)}),
            f"Left out: {LESSON}.ipynb is larger than 20 MB.",
        ),
    ],
    ids=[
        "cut off",
        "bomb",
        "slip",
        "slip on Windows",
        "link",
        "zips in zips",
        "something else",
        "empty",
        "a reason among others",
    ],
)
def test_what_cannot_be_used_costs_its_own_copy_only(
    desk: Desk, data: bytes, sentence: str
) -> None:
    good = desk.file(f"ben_{LESSON}.zip", zipped(desk.work()))
    done = desk.collect(desk.file(f"ann_{LESSON}.zip", data), good)
    assert done["ben"] == ("new", "")
    did, told = done["ann"]
    assert did == "kept"
    assert told == f"{sentence} There is no notebook and no answer file in it.".strip()
    reason = f"{sentence}\n".lstrip().encode()
    assert desk.submitted("ann") == {"left-out.txt": reason}
    kept = desk.pupils.course.root / "copies" / LESSON / "ann" / "1"
    assert {path.name: path.read_bytes() for path in kept.iterdir()} == {
        f"ann_{LESSON}.zip": data,
        "left-out.txt": reason,
    }
    assert desk.collect(desk.folder / f"ann_{LESSON}.zip")["ann"] == ("kept already", told)
    assert sorted(path.name for path in desk.folder.iterdir()) == sorted(
        [f"ann_{LESSON}.zip", f"ben_{LESSON}.zip"]
    )


def test_no_name_of_a_student_reaches_the_terminal_as_a_command(desk: Desk) -> None:
    red = "\x1b[31m"
    bulk = {
        f"ann_1_2_{red}x_{LESSON}.zip": zipped({f"../{red}x.ipynb": b"{}"}),
        "ben_2_2_w.zip": zipped({f"{red}x\n.pdf": b"{}"}),
    }
    broken = desk.file(f"{red}.zip", b"PK")
    done = desk.collect(desk.file("all.zip", zipped(bulk)), broken)
    nothing = "There is no notebook and no answer file in it."
    assert done == {
        "ann": (
            "kept",
            "The file is named for ?[31mx. "
            f"Left out: ../?[31mx.ipynb has a name that leads out of its folder. {nothing}",
        ),
        "ben": (
            "kept",
            f"Left out: ?[31mx?.pdf is no zip, no notebook and no answer file. {nothing}",
        ),
        "": ("not collected", "?[31m.zip is cut off or no zip."),
    }
    assert desk.submitted("ben") == {
        "left-out.txt": b"Left out: ?[31mx?.pdf is no zip, no notebook and no answer file.\n"
    }


def test_a_copy_with_nothing_in_it_takes_no_good_ones_place(desk: Desk) -> None:
    desk.collect(desk.file(f"ann_{LESSON}.zip", zipped(desk.work())))
    done = desk.collect(desk.file(f"ann_{LESSON} (1).zip", b"nothing"))
    assert done["ann"][0] == "kept"
    assert desk.submitted("ann") == desk.work()


def test_a_good_copy_takes_the_place_of_one_with_nothing_in_it(desk: Desk) -> None:
    desk.collect(desk.file("early.zip", zipped({"ann_1_2_w.rar": b"Rar!"})))
    late = desk.file("late.zip", zipped({"ann_LATE_1_3_w.zip": zipped(desk.work())}))
    assert desk.collect(late)["ann"] == ("new", "It came in late.")
    assert desk.submitted("ann") == desk.work()
    kept = desk.pupils.course.root / "copies" / LESSON / "ann"
    assert {path.name: path.read_bytes() for path in kept.rglob("*") if path.is_file()} == {
        "w.rar": b"Rar!",
        "left-out.txt": b"Left out: w.rar is no zip, no notebook and no answer file.\n",
    }


def test_grading_says_why_nothing_could_be_used(desk: Desk) -> None:
    bulk = {"Week 4_ann_attempt_2026-05-04-10-00-00.txt": b"my dog", "ben_2_2_w.rar": b"Rar!"}
    desk.collect(desk.file("all.zip", zipped(bulk)))
    rest = (
        f"The notebook could not be read: expected {LESSON}.ipynb, and there is no notebook.",
        f"The answers could not be read: there is no {LESSON}.json.",
    )
    wanted = "is no zip, no notebook and no answer file."
    marks = desk.pupils.marks()
    assert marks["ann"].sentences == (f"Left out: note.txt {wanted}", *rest)
    assert marks["ben"].sentences == (f"Left out: w.rar {wanted}", *rest)
    kept = desk.pupils.course.root / "copies" / LESSON / "ann" / "1" / "note.txt"
    assert kept.read_bytes() == b"my dog"
    with Gradebook(desk.pupils.course.database) as book:
        for student in ("ann", "ben"):  # the other tests' gradebook knows nobody
            book.remove_student(student)


def test_what_is_too_much_to_keep_is_said(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accordingto.classroom.hand_in.chosen_files.ZIP_LIMIT", 2_000_000)
    assert desk.collect(desk.file(f"ann_1_2_{LESSON}.rar", bytes(2_000_001)))["ann"] == (
        "kept",
        f"Left out: {LESSON}.rar is no zip, no notebook and no answer file. "
        f"Not kept: ann_1_2_{LESSON}.rar is larger than 2 MB. "
        "There is no notebook and no answer file in it.",
    )


def test_names_that_differ_in_capitals_only_do_not_meet(desk: Desk) -> None:
    work = desk.work()
    twice = {"Draft.ipynb": b"one", "draft.ipynb": b"two", **work}
    del twice[f"{LESSON}.ipynb"]
    desk.collect(desk.file(f"ann_{LESSON}.zip", zipped(twice)))
    assert desk.submitted("ann") == {
        "Draft.ipynb": b"one",
        "draft (2).ipynb": b"two",
        f"answers/{LESSON}.json": work[f"answers/{LESSON}.json"],
    }


def test_the_command_shows_a_table(desk: Desk, capsys: pytest.CaptureFixture[str]) -> None:
    file = desk.file(f"ann_{LESSON}.zip", zipped(desk.work()))
    assert main(["collect", str(desk.pupils.course.root), LESSON, str(file)]) == 0
    told = capsys.readouterr().out
    assert "ann" in told
    assert "new" in told


def test_a_lesson_that_the_course_does_not_have(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["collect", str(desk.pupils.course.root), "05-none", "x.zip"]) == 2
    assert "has no lesson '05-none'; make it with" in capsys.readouterr().err


def test_every_file_of_a_download_has_a_row(desk: Desk) -> None:
    """One file that is understood makes no other one vanish."""
    bulk = {
        "lundann_37_7786_hw.zip": zipped(desk.work("ann")),
        "jane_doe_1001_2_hw.zip": zipped(desk.work("jane")),
        "Bob/hw.zip": zipped(desk.work("bob")),
        "readme.pdf": b"%PDF",
        "__MACOSX/._readme.pdf": b"mac",
    }
    done = list(collect(desk.pupils.course, LESSON, [desk.file("all.zip", zipped(bulk))]))
    rows = {(one.student, one.did, *one.sentences) for one in done}
    whose = f"nobody can say whose it is; name it NAME_{LESSON}.zip."
    assert len(done) == 4
    assert rows == {
        ("lundann", "new"),
        ("jane_doe", "new"),
        ("", "not collected", f"all.zip, Bob/hw.zip: {whose}"),
        ("", "not collected", f"all.zip, readme.pdf: {whose}"),
    }


def test_a_class_of_plain_folders_is_said_file_by_file_unless_the_gradebook_knows_it(
    listed: Desk,
) -> None:
    bulk = {f"{name}/hw.zip": zipped(listed.work(name)) for name in ("J Lee", "x1", "Bob")}
    done = list(collect(listed.pupils.course, LESSON, [listed.file("all.zip", zipped(bulk))]))
    assert [(one.student, one.did) for one in done] == [
        ("", "not collected"),
        ("", "not collected"),
        ("x1", "new"),
    ]
    told = " ".join(sentence for one in done for sentence in one.sentences)
    assert "all.zip, Bob/hw.zip" in told
    assert "all.zip, J Lee/hw.zip" in told  # two of the gradebook are called so


def test_anonymous_uploads_are_one_person_s_attempts(desk: Desk) -> None:
    first = desk.file("a.zip", zipped({"anon_aB3xK_2_hw.zip": zipped(desk.work("1"))}))
    second = desk.file("b.zip", zipped({"anon_aB3xK_9_hw.zip": zipped(desk.work("2"))}))
    late = desk.file("c.zip", zipped({"LATE_anon_aB3xK_11_hw.zip": zipped(desk.work("3"))}))
    assert desk.collect(first) == {"anon-aB3xK": ("new", "")}
    assert desk.collect(second) == {"anon-aB3xK": ("newer", "")}
    assert desk.collect(late) == {"anon-aB3xK": ("late copy kept", "")}


def test_a_text_entry_and_a_link_are_somebody_s(desk: Desk) -> None:
    bulk = {"lundann_37_text.html": b"<p>My text</p>", "ekbo_LATE_38_link.html": b"<a>"}
    done = desk.collect(desk.file("all.zip", zipped(bulk)))
    assert {student: did for student, (did, _) in done.items()} == {
        "lundann": "kept",
        "ekbo": "late copy kept",
    }
    assert "text.html is no zip, no notebook and no answer file" in done["lundann"][1]


def test_whoever_is_in_no_group_of_moodle_s_is_told_by_name(desk: Desk) -> None:
    place = "Default group_assignsubmission_file/hw.zip"
    bulk = {place: zipped(desk.work()), "Ann Lund_812_assignsubmission_file/w.zip": b"PK"}
    done = desk.collect(desk.file("all.zip", zipped(bulk)))
    assert done[""] == (
        "not collected",
        f"{place}: Moodle writes no name of whoever is in no group; "
        f"ask for it again as NAME_{LESSON}.zip.",
    )
    assert done["Ann-Lund"][0] == "kept"


@pytest.mark.parametrize(
    "place",
    [
        "Week 4_{eve}_attempt_2026-05-05-13-30-59_Week 4_{ben}_attempt_2026-05-06-13-30-59_hw.zip",
        "{eve}_37_7786_{ben}_38_7787_hw.zip",
        "{eve}_37_7786_{ben}_" + LESSON + ".zip",
        "{eve}_812_assignsubmission_file/{ben}_813_assignsubmission_file/hw.zip",
        "{eve}_812_assignsubmission_file/{ben}/hw.zip",
        "{eve}_812_assignsubmission_file_{ben}_813_assignsubmission_file_hw.zip",
    ],
)
def test_a_file_s_own_name_displaces_nobody(desk: Desk, place: str) -> None:
    desk.collect(desk.file(f"ben_{LESSON}.zip", zipped(desk.work("ben's"))))
    mine = {place.format(eve="eve", ben="ben"): zipped(desk.work("eve's"))}
    done = desk.collect(desk.file("all.zip", zipped(mine)))
    assert [did for student, (did, _) in done.items() if student.startswith("eve")] == ["new"]
    assert len(done) == 1
    assert desk.submitted("ben") == desk.work("ben's")


def test_blackboard_s_note_beside_a_zip_is_its_note(desk: Desk) -> None:
    attempt = "Week 4_ann_attempt_2026-05-04-10-00-00"
    bulk = {f"{attempt}.txt": b"Comments: none", f"{attempt}_hw.zip": zipped(desk.work())}
    path = desk.file("all.zip", zipped(bulk))
    assert desk.collect(path) == {"ann": ("new", "")}
    kept = desk.submitted("ann")
    assert kept.pop("note.txt") == b"Comments: none"
    assert kept.pop("timestamp.txt") == b"2026-05-04 10:00:00\n"
    assert kept == desk.work()
    assert desk.collect(path) == {"ann": ("there already", "")}


def test_what_comes_beside_the_work_and_is_none_is_said(desk: Desk) -> None:
    bulk = {"ann_1_2_w.zip": zipped(desk.work()), "ann_1_3_essay.pdf": b"%PDF"}
    assert desk.collect(desk.file("all.zip", zipped(bulk))) == {
        "ann": ("new", "Left out: essay.pdf is no zip, no notebook and no answer file.")
    }


GROUPS = "name,canvas_user_id,login_id,group_name\nAnn,37,ann,Team A\nBo,38,bo,Team A\nCy,39,cy,B\n"


def test_a_group_s_copy_is_each_member_s(desk: Desk) -> None:
    groups = desk.folder / "groups.csv"
    groups.write_text(GROUPS, encoding="utf-8")
    work = zipped(desk.work())
    bulk = desk.file("all.zip", zipped({"teama_37_7786_hw.zip": work, "dodi_41_2_w.zip": work}))
    done = list(collect(desk.pupils.course, LESSON, [bulk], groups=groups))
    rows = {one.student: (one.did, one.group, one.sentences) for one in done}
    assert rows["ann"] == ("new", "teama", ())
    assert rows["bo"] == ("new", "teama", ())
    assert set(rows) == {"ann", "bo", "dodi"}
    assert desk.submitted("ann") == desk.submitted("bo") == desk.work()
    again = collect(desk.pupils.course, LESSON, [bulk], groups=groups)
    assert {one.did for one in again} == {"there already"}


def test_moodle_s_group_without_a_person_is_credited_too(desk: Desk) -> None:
    groups = desk.folder / "groups.csv"
    groups.write_text("Group;Username\nTeam A;ann\nTeam A;bo\n", encoding="utf-8")
    bulk = {"Team A_7_assignsubmission_file/hw.zip": zipped(desk.work())}
    path = desk.file("all.zip", zipped(bulk))
    done = collect(desk.pupils.course, LESSON, [path], groups=groups)
    assert [(one.student, one.did, one.group) for one in done] == [
        ("ann", "new", "Team A"),
        ("bo", "new", "Team A"),
    ]


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        ("who,where\nann,A\n", "the first row has no column `group` or `group_name`"),
        ("group\nA\n", "row 2: expected a member, in `login_id`, `username`, `email` or `name`"),
    ],
)
def test_a_table_that_names_no_groups_or_nobody_is_one_sentence(
    desk: Desk, capsys: pytest.CaptureFixture[str], table: str, wrong: str
) -> None:
    groups = desk.folder / "groups.csv"
    groups.write_text(table, encoding="utf-8")
    file = desk.file(f"ann_{LESSON}.zip", zipped(desk.work()))
    words = ["collect", str(desk.pupils.course.root), LESSON, str(file), "--groups", str(groups)]
    assert main(words) == 2
    assert wrong in capsys.readouterr().err
    assert not (desk.pupils.course.root / "submitted").exists()


def test_what_goes_wrong_with_one_student_is_that_student_s(desk: Desk) -> None:
    (desk.pupils.course.root / "submitted").mkdir()
    (desk.pupils.course.root / "submitted" / "ann").write_text("a file stands here")
    files = [desk.file(f"{name}_{LESSON}.zip", zipped(desk.work(name))) for name in ("ann", "ben")]
    done = desk.collect(*files)
    assert done["ben"] == ("new", "")
    assert done["ann"][0] == "could not"
    assert "cannot be used (Not a directory)" in done["ann"][1]


def test_all_that_is_read_of_one_submission_has_a_bound(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Many zips in one, of the same few bytes: the first are opened, and the rest is said."""
    inner = zipped({"notes.txt": b"x" * 100})
    many = zipped({f"{number}.zip": inner for number in range(200)})
    did, told = desk.collect(desk.file(f"ann_{LESSON}.zip", many))["ann"]
    assert did == "kept"
    assert "comes after 20 other zips" in told
    assert len(told) < 2000
    monkeypatch.setattr("accordingto.classroom.hand_in.chosen_files.TOTAL", 3_000_000)
    big = zipped({f"{number}.ipynb": b" " * 2_000_000 for number in range(5)})
    did, told = desk.collect(desk.file(f"ben_{LESSON}.zip", big))["ben"]
    assert did == "new"
    assert "comes after 3 MB of other files" in told
