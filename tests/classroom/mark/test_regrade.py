"""A key is corrected: who would change is shown, then written, with a log of who, when and why."""

from __future__ import annotations

import getpass
import os
import re
from collections.abc import Iterator

import msgspec
import pytest
from nbgrader.api import Gradebook

from accordingto.classroom.course import Course
from accordingto.classroom.mark.grade import Way, grade
from accordingto.classroom.mark.regrade import LOG, Logged, regraded
from accordingto.cli import main
from accordingto.content import Content
from accordingto.exercises import AnswerStore
from accordingto.exercises.flow import answered
from classroom.pupils import CODE, LESSON, SHEET, SOLVED, Class
from kept import instead

UP = (
    "{value: g7, text: The G7 leaders’, credit: 0.5,",
    "{value: g7, text: The G7 leaders’, credit: 1,",
)
DOWN = ("{value: 28, credit: 0.5,", "{value: 28, credit: 0,")


@pytest.fixture
def graded(pupils: Class) -> Iterator[Class]:
    """Ann gains by the corrected key, Ben loses, Cy stays as he is."""
    for student, exercise, answer in (
        ("ann", "4.4", {"choice": "g7"}),
        ("ben", "4.5", {"value": 28}),
        ("cy", "4.4", {"choice": "unstated"}),
    ):
        store = AnswerStore(pupils.hand_in(student, right=False) / "answers" / f"{LESSON}.json")
        store.change(exercise, instead(answered(SHEET[exercise], None, answer)))
    pupils.marks()
    yield pupils
    for left in (pupils.course.root / "exercises" / f"{LESSON}.yaml", pupils.course.root / LOG):
        left.unlink(missing_ok=True)


def correct(course: Course, *changes: tuple[str, str]) -> None:
    sheet = (Content.kit().root / "exercises" / f"{LESSON}.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in sheet
        sheet = sheet.replace(old, new)
    (course.root / "exercises").mkdir(exist_ok=True)
    (course.root / "exercises" / f"{LESSON}.yaml").write_text(sheet, encoding="utf-8")


def scores(course: Course) -> dict[str, float]:
    with Gradebook(course.database) as book:
        return {name: book.find_submission(LESSON, name).score for name in ("ann", "ben", "cy")}


def log(course: Course) -> list[Logged]:
    lines = (course.root / LOG).read_bytes().splitlines()
    return [msgspec.json.decode(line, type=Logged) for line in lines]


def command(course: Course, *words: str) -> int:
    return main(["regrade", str(course.root), LESSON, *words])


def test_a_preview_shows_who_would_change_and_writes_nothing(
    graded: Class, capsys: pytest.CaptureFixture[str]
) -> None:
    correct(graded.course, UP, DOWN)
    assert command(graded.course, "--preview") == 0
    rows = [
        [word.strip() for word in line.strip("│").split("│")]
        for line in capsys.readouterr().out.splitlines()
        if line.startswith("│")
    ]
    assert rows == [["ann", "4.4", "0.5", "1", ""], ["ben", "4.5", "0.5", "0", "lower"]]
    assert scores(graded.course) == {"ann": 0.5, "ben": 0.5, "cy": 1.0}
    assert not (graded.course.root / LOG).exists()
    assert len(list(regraded(Way.of(graded.course, LESSON)))) == 3


def test_grading_again_leaves_old_marks_and_says_that_the_key_has_changed(
    graded: Class, capsys: pytest.CaptureFixture[str]
) -> None:
    correct(graded.course, UP, DOWN)
    assert {one.again for one in grade(graded.course, LESSON)} == {False}
    main(["grade", str(graded.course.root), LESSON])
    told = " ".join(capsys.readouterr().out.split())
    assert "The key has changed since 3 of these were graded." in told
    assert scores(graded.course) == {"ann": 0.5, "ben": 0.5, "cy": 1.0}


def test_raised_marks_are_written_with_who_when_and_why(graded: Class) -> None:
    correct(graded.course, UP)
    assert command(graded.course, "--why", "both can be defended") == 0
    assert scores(graded.course) == {"ann": 1.0, "ben": 0.5, "cy": 1.0}
    (line,) = log(graded.course)
    assert (line.student, line.exercise, line.before, line.after) == ("ann", "4.4", 0.5, 1.0)
    assert (line.who, line.why) == (getpass.getuser(), "both can be defended")
    assert list(regraded(Way.of(graded.course, LESSON))) == []
    assert {one.earlier_key for one in grade(graded.course, LESSON)} == {False}


def test_who_has_no_name_is_kept_by_number(graded: Class, monkeypatch: pytest.MonkeyPatch) -> None:
    """A container may run under a number that no user has."""

    def nobody() -> str:
        raise KeyError("getpwuid(): uid not found: 12345")

    monkeypatch.setattr("getpass.getuser", nobody)
    correct(graded.course, UP)
    assert command(graded.course, "--why", "both can be defended") == 0
    assert [line.who for line in log(graded.course)] == [str(os.getuid())]


def test_lowered_marks_are_not_written_unasked(
    graded: Class, capsys: pytest.CaptureFixture[str]
) -> None:
    correct(graded.course, UP, DOWN)
    assert command(graded.course, "--why", "stricter") == 1
    told = capsys.readouterr()
    assert told.err == "1 marks would go down: look at them, then say --yes.\n"
    assert told.out.endswith("Nothing was written.\n")
    assert scores(graded.course) == {"ann": 0.5, "ben": 0.5, "cy": 1.0}
    assert command(graded.course, "--why", "stricter", "--yes") == 0
    assert scores(graded.course) == {"ann": 1.0, "ben": 0.0, "cy": 1.0}
    assert {line.student for line in log(graded.course)} == {"ann", "ben"}


def test_a_persons_mark_stands(graded: Class, capsys: pytest.CaptureFixture[str]) -> None:
    with Gradebook(graded.course.database) as book:
        book.find_grade("ask-4-5", LESSON, LESSON, "ben").manual_score = 0.75
        book.db.commit()
    try:
        correct(graded.course, DOWN)
        assert command(graded.course, "--why", "stricter", "--yes") == 0
        assert "a person's mark stands" in capsys.readouterr().out
        assert scores(graded.course)["ben"] == 0.75
    finally:
        with Gradebook(graded.course.database) as book:
            book.find_grade("ask-4-5", LESSON, LESSON, "ben").manual_score = None
            book.db.commit()


def test_what_was_graded_without_a_wall_is_changed_by_regrade_alone(
    graded: Class, capsys: pytest.CaptureFixture[str]
) -> None:
    """However the code is run this time: with a wall, without one, or not at all."""
    list(grade(graded.course, LESSON, walled=False))
    correct(graded.course, DOWN)
    for walled, code in ((True, True), (False, True), (True, False)):
        found = list(grade(graded.course, LESSON, walled=walled, code=code))
        assert {(one.again, one.earlier_key) for one in found} == {(False, True)}
    assert scores(graded.course) == {"ann": 0.5, "ben": 0.5, "cy": 1.0}
    capsys.readouterr()
    for words in ([], ["--without-wall"]):
        assert command(graded.course, "--preview", *words) == 0
        shown = capsys.readouterr().out
        assert re.search(r"ben +│ 4\.5 +│ 0\.5 +│ 0 +│ lower", shown)
        again = " ".join(["accordingto regrade", str(graded.course.root), LESSON, *words, "--why"])
        assert again in " ".join(shown.split())
    main(["grade", str(graded.course.root), LESSON, "--without-wall"])
    hint = f"accordingto regrade {graded.course.root} {LESSON} --without-wall --preview"
    assert hint in " ".join(capsys.readouterr().out.split())


def test_where_no_code_is_run_no_function_loses_its_points(
    pupils: Class, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    pupils.hand_in("ann", SOLVED)
    pupils.marks()
    correct(pupils.course, DOWN)
    monkeypatch.setattr("accordingto.classroom.wall.why_no_wall", lambda: "there is no wall")
    try:
        assert command(pupils.course, "--preview") == 2
        assert capsys.readouterr().err == (
            f"accordingto regrade: ann has points for the function of {CODE}, and here no code is "
            "run; regrade as it was graded, without a wall by --without-wall\n"
        )
        assert command(pupils.course, "--preview", "--without-wall") == 0
        assert capsys.readouterr().out.strip() == "Nobody's marks change."
    finally:
        (pupils.course.root / "exercises" / f"{LESSON}.yaml").unlink()


def test_a_reason_is_wanted(graded: Class, capsys: pytest.CaptureFixture[str]) -> None:
    assert command(graded.course) == 2
    assert capsys.readouterr().err.startswith("accordingto regrade: say why, for the log: --why ")


def test_with_the_same_key_nothing_changes(
    graded: Class, capsys: pytest.CaptureFixture[str]
) -> None:
    assert command(graded.course, "--preview") == 0
    assert capsys.readouterr().out.strip() == "Nobody's marks change."
