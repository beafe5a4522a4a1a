"""A class of honest, broken and hostile submissions through the whole way: course and grade."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from accordingto.classroom.mark.grade import grade
from accordingto.classroom.mark.marking import ALL_ERRORS
from accordingto.cli import main
from accordingto.exercises.kinds.code import Code
from classroom.pupils import CODE, FULL, LESSON, SHEET, SOLVED, Class, points

CHEAT = """
import os
from accordingto.exercises.kinds import code
code.Code.score = lambda *a: 1 / 0

def find_quotations(text):
    open(os.path.expanduser("~/planted"), "w").write("x")
    return []
"""


def test_honest_broken_and_hostile_work_in_one_class(pupils: Class) -> None:
    pupils.hand_in("ann", SOLVED)
    pupils.hand_in("ben", right=False)
    pupils.hand_in("cat", CHEAT)
    pupils.hand_in("dan", "import os\nos._exit(1)\n")  # one that never ends is in the zoo
    cut = pupils.hand_in("eve", SOLVED) / f"{LESSON}.ipynb"
    cut.write_bytes(cut.read_bytes()[:500])
    deep = pupils.hand_in("fay", SOLVED) / "answers" / f"{LESSON}.json"
    deep.write_text("[" * 200_000, encoding="utf-8")
    marks = pupils.marks()

    assert marks["ann"].points == FULL
    assert marks["ben"].points == 0
    # One text of six has no quotation, so that an empty list is right for it and for no other.
    assert points(marks["cat"])[CODE] == pytest.approx(SHEET[CODE].points / 6)
    assert not points(marks["dan"])[CODE]
    assert marks["dan"].sentences
    assert points(marks["eve"])[CODE] is None
    assert marks["eve"].points == FULL - SHEET[CODE].points
    assert marks["fay"].verdict != "graded"
    assert marks["fay"].sentences
    assert not Path("~/planted").expanduser().exists()


def test_python_behind_the_wall_of_the_course_is_said_before_anything_is_run(
    pupils: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    pupils.hand_in("ann", SOLVED)
    inside = pupils.course.root / ".venv"
    monkeypatch.setattr(sys, "prefix", str(inside))
    with pytest.raises(ValueError, match=f"^Python itself lies in the course folder, in {inside},"):
        pupils.marks()


def test_the_gradebook_holds_the_scores_and_a_manual_mark_survives(pupils: Class) -> None:
    folder = pupils.hand_in("ann", SOLVED)
    pupils.marks()
    free = next(question for question in SHEET if question.unscored)
    name = f"ask-{free.id.replace('.', '-')}"
    with Gradebook(pupils.course.database) as book:
        assert book.find_submission(LESSON, "ann").score == FULL
        given = book.find_grade(name, LESSON, LESSON, "ann")
        given.manual_score = 2
        book.db.commit()
    answers = folder / "answers" / f"{LESSON}.json"
    kept = json.loads(answers.read_bytes())
    kept["exercises"]["4.4"]["answer"] = {"choice": "g7"}
    answers.write_text(json.dumps(kept), encoding="utf-8")
    assert pupils.marks()["ann"].points == FULL - 0.5
    with Gradebook(pupils.course.database) as book:
        assert book.find_submission(LESSON, "ann").score == FULL - 0.5 + 2


def test_no_word_of_a_student_reaches_the_terminal_as_a_command(pupils: Class) -> None:
    answers = pupils.hand_in("ann", SOLVED) / "answers" / f"{LESSON}.json"
    kept = json.loads(answers.read_bytes())
    kept["exercises"]["4.4"]["answer"] = {"\x1b[2j\n": "g7"}
    answers.write_text(json.dumps(kept), encoding="utf-8")
    (said,) = pupils.marks()["ann"].sentences
    assert said.endswith(" contains unknown field `?[2j?`.")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere no folder can have these names")
@pytest.mark.parametrize(
    ("name", "shown", "wrong"),
    [
        (os.fsdecode(b"m\xfcller"), "m?ller", "is not UTF-8"),
        ("b" * 216, "b" * 216, "is longer than 200 bytes"),
    ],
    ids=["not UTF-8", "too long"],
)
def test_a_name_that_no_file_can_have_costs_its_own_work_only(
    pupils: Class, capsys: pytest.CaptureFixture[str], name: str, shown: str, wrong: str
) -> None:
    pupils.hand_in("zoe", SOLVED)
    pupils.folder(name).mkdir(parents=True)
    said = f"The folder's name in submitted/ {wrong}: rename it, and grade again."
    for _ in range(2):
        marks = pupils.marks()
        assert list(marks) == [shown, "zoe"]
        assert (marks[shown].verdict, marks[shown].sentences) == ("could not", (said,))
        assert marks["zoe"].points == FULL
    assert main(["grade", str(pupils.course.root), LESSON]) == 1
    assert "1 graded, 0 partly, 1 could not, " in capsys.readouterr().out
    with Gradebook(pupils.course.database) as book:
        assert not {name, shown} & {student.id for student in book.students}


def test_a_second_run_marks_only_what_changed(pupils: Class) -> None:
    pupils.hand_in("ann", SOLVED)
    assert [one.again for one in grade(pupils.course, LESSON)] == [True]
    pupils.hand_in("ben", right=False)
    assert [one.again for one in grade(pupils.course, LESSON)] == [False, True]


FORGED = """
import json, os
long = {"4.8": {name: "x" * 100_000 for name in CASES}}
for number in range(3, 64):
    try: os.write(number, json.dumps({"errors": long}).encode() + b"\\n")
    except OSError: pass
os._exit(0)
"""


@pytest.mark.parametrize(
    "code",
    ["def find_quotations(text): raise ValueError('x' * 1000)", FORGED],
    ids=["own", "forged"],
)
def test_what_code_says_when_it_fails_takes_so_much_of_a_page_and_no_more(
    pupils: Class, code: str
) -> None:
    asked = SHEET[CODE]
    assert isinstance(asked, Code)
    cases = [case.name for case in asked.cases]
    pupils.hand_in("ann", f"CASES = {cases}\n{code}")
    mark = next(one for one in pupils.marks()["ann"].marks if one.exercise == CODE)
    assert mark.outcome
    told = "".join(part.text for part in mark.outcome.parts)
    assert told.count("x" * 100) > 0
    assert told.count("x") < ALL_ERRORS + 200  # our own words have the letter, too
