"""A platform's number is one person in every run; nobody's work takes another one's place."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from accordingto.classroom.book.scores import Student
from accordingto.classroom.hand_in.people import People, id_of
from accordingto.classroom.hand_in.roster import Roster
from accordingto.classroom.hand_in.senders import Sender
from accordingto.classroom.numbers import RECORD

LESSON = "04-inside-the-quotation-marks"


def moodle(name: str, number: str) -> Sender:
    return Sender(name, number=number, platform="Moodle")


def canvas(name: str, person: str) -> Sender:
    return Sender(name, person=person, number=person, platform="Canvas")


def ids(
    course: Path, *senders: Sender, students: tuple[Student, ...] = (), lesson: str = LESSON
) -> list[str]:
    people = People(course, lesson, Roster(students))
    found = people.ids(senders)
    return [found[one] for one in senders]


def test_two_of_one_name_are_two_in_whatever_order_they_come(tmp_path: Path) -> None:
    one, other = moodle("Ann Lee", "201"), moodle("Ann Lee", "202")
    assert ids(tmp_path, one) == ["Ann-Lee"]
    assert ids(tmp_path, other) == ["Ann-Lee-202"]
    assert ids(tmp_path, one, other) == ["Ann-Lee", "Ann-Lee-202"]
    assert ids(tmp_path, other, one) == ["Ann-Lee-202", "Ann-Lee"]


def test_two_of_one_name_in_one_run_stay_who_they_are(tmp_path: Path) -> None:
    one, other = moodle("Jo Li", "7"), moodle("Jo Li", "8")
    assert ids(tmp_path, one, other) == ["Jo-Li-7", "Jo-Li-8"]
    assert ids(tmp_path, other) == ["Jo-Li-8"]


def test_a_number_is_the_person_however_the_name_is_spelled(tmp_path: Path) -> None:
    assert ids(tmp_path, canvas("lundann", "37")) == ["lundann"]
    assert ids(tmp_path, canvas("lund_ann", "37"), canvas("lundann", "38")) == [
        "lundann",
        "lundann-38",
    ]


def test_canvas_numbers_last_and_moodle_s_are_the_assignment_s_own(tmp_path: Path) -> None:
    ids(tmp_path, canvas("lundann", "37"), moodle("Ann Lee", "201"))
    later = (canvas("nowmarried", "37"), moodle("Bo Ek", "201"))
    assert ids(tmp_path, *later, lesson="05-the-verb-is-a-frame") == ["lundann", "Bo-Ek"]


def test_of_several_people_where_the_gradebook_knows_one_none_is_taken_for_it(
    tmp_path: Path,
) -> None:
    known = (Student("alee", "Ann", "Lee"),)
    one, other = moodle("Ann Lee", "201"), moodle("Ann Lee", "202")
    people = People(tmp_path, LESSON, Roster(known))
    assert people.ids([one, other]) == {one: "Ann-Lee-201", other: "Ann-Lee-202"}
    assert people.shared == {one: "alee", other: "alee"}


def test_whoever_comes_second_does_not_replace_the_first(tmp_path: Path) -> None:
    known = (Student("alee", "Ann", "Lee"),)
    assert ids(tmp_path, moodle("Ann Lee", "201"), students=known) == ["alee"]
    people = People(tmp_path, LESSON, Roster(known))
    other = moodle("Ann Lee", "202")
    assert people.ids([other]) == {other: "Ann-Lee"}
    assert people.shared == {other: "alee"}
    assert ids(tmp_path, moodle("Ann Lee", "201"), students=known) == ["alee"]


def test_the_gradebook_s_number_beats_what_was_taken_before(tmp_path: Path) -> None:
    assert ids(tmp_path, canvas("lundann", "37")) == ["lundann"]
    known = (Student("s1", "Ann", "Lund", lms_user_id="37"),)
    assert ids(tmp_path, canvas("lundann", "37"), students=known) == ["s1"]


def test_work_by_hand_and_from_a_platform_is_one_person_s(tmp_path: Path) -> None:
    known = (Student("alee", "Ann", "Lee"),)
    senders = (moodle("Ann Lee", "201"), Sender("alee"))
    assert ids(tmp_path, *senders, students=known) == ["alee", "alee"]


def test_where_marking_is_blind_the_number_is_all_that_there_is(tmp_path: Path) -> None:
    anonymous = Sender("anon", number="aB3xK", platform="Canvas, anonymous")
    senders = (moodle("Participant", "812"), anonymous, canvas("", "37"))
    assert ids(tmp_path, *senders) == ["Participant-812", "anon-aB3xK", "37"]


def test_a_record_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / RECORD).parent.mkdir()
    (tmp_path / RECORD).write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match=r"people\.json: expected numbers and students"):
        ids(tmp_path, moodle("Ann Lee", "201"))
    (tmp_path / RECORD).write_text(json.dumps({f"Moodle, {LESSON}": {"201": "mended"}}))
    assert ids(tmp_path, moodle("Ann Lee", "201")) == ["mended"]


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("con", "student-con"),
        ("Aux.b", "student-Aux.b"),
        ("nul", "student-nul"),
        ("COM1", "student-COM1"),
        ("lpt9.x", "student-lpt9.x"),
        ("conrad", "conrad"),
        ("com", "com"),
        ("Ann Lund. ", "Ann-Lund"),
        ("a<b>:c|d?*", "a-b-c-d"),
        ("Zoe\u0308", "Zoë"),
        ("...", "nameless"),
        ("", "nameless"),
    ],
)
def test_an_id_is_a_folder_s_name_on_every_system(name: str, made: str) -> None:
    assert id_of(name) == made
