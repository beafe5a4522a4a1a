"""Grading in the middle of trouble: a kill, a lost gradebook, many processes, a missing package."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from nbgrader.api import Gradebook

from accordingto.classroom import wall
from accordingto.classroom.course import Course
from accordingto.classroom.mark.grade import grade
from accordingto.classroom.mark.marking import Run, mark
from accordingto.classroom.results import Result
from accordingto.classroom.submissions import Submission
from accordingto.cli import main
from accordingto.exercises import AnswerStore, Sheet
from accordingto.exercises.flow import answered
from classroom.pupils import FULL, LESSON, SHEET, SOLVED, Class
from kept import instead
from local_cluster import local_cluster

SLOW = f"import time\ntime.sleep(1)\n{SOLVED}"


def score(course: Course, student: str) -> float:
    with Gradebook(course.database) as book:
        return float(book.find_submission(LESSON, student).score)


def processes(scratch: Path) -> list[psutil.Process]:
    """All that were lent this folder; of a grader's own environment little goes to its workers."""
    found = []
    for process in psutil.process_iter():
        try:
            if process.pid != os.getpid() and process.environ().get("TMPDIR") == str(scratch):
                process.cmdline()  # of one that has just ended there is none any more
                found.append(process)
        except psutil.Error:
            continue
    return found


def test_a_kill_in_the_middle_loses_nothing_that_was_graded(pupils: Class, tmp_path: Path) -> None:
    names = [f"kill-{number}" for number in range(6)]
    for name in names:
        pupils.hand_in(name, SLOW)
    words = "import sys; from accordingto.cli import main; main(sys.argv[1:])"
    running = subprocess.Popen(
        [sys.executable, "-c", words, "grade", str(pupils.course.root), LESSON],
        env={**os.environ, "TMPDIR": str(tmp_path)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    kept = pupils.course.root / "marks" / LESSON
    while running.poll() is None and len(list(kept.glob("kill-*.json"))) < 2:
        time.sleep(0.02)
    running.send_signal(signal.SIGKILL)
    assert running.wait() == -signal.SIGKILL
    graded = {path.stem for path in kept.glob("kill-*.json")}
    assert 2 <= len(graded) < len(names)
    assert all(score(pupils.course, name) == FULL for name in graded)

    again = {one.marks.student: one.again for one in grade(pupils.course, LESSON)}
    assert again == {name: name not in graded for name in names}
    assert all(score(pupils.course, name) == FULL for name in names)
    psutil.wait_procs(processes(tmp_path), timeout=30)
    assert processes(tmp_path) == []


def test_many_processes_give_the_same_and_end(
    pupils: Class,
    one_doorkeeper: Callable[[], None],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(wall, "close", one_doorkeeper)
    for name in ("ann", "ben", "cy"):
        pupils.hand_in(name, SOLVED)
    pupils.hand_in("mia", right=False)
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    marks = [one.marks for one in grade(pupils.course, LESSON, jobs=2)]
    assert [(one.student, one.points) for one in marks] == [
        ("ann", FULL),
        ("ben", FULL),
        ("cy", FULL),
        ("mia", 0.0),
    ]
    ours = [one for one in processes(tmp_path) if "doorkeeper" in " ".join(one.cmdline())]
    assert psutil.wait_procs(ours, timeout=30)[1] == []


def test_a_fault_of_the_grader_costs_one_submission_only(
    pupils: Class, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(submission: Submission, sheet: Sheet, *, run: Run | None) -> tuple[Result, ...]:
        if submission.student == "ben":
            raise ZeroDivisionError("a rule divides by nothing")
        return mark(submission, sheet, run=run)

    monkeypatch.setattr("accordingto.classroom.mark.grade.mark", faulty)
    for name in ("ann", "ben", "cy"):
        pupils.hand_in(name, SOLVED)
    marks = pupils.marks()
    assert [marks[name].verdict for name in ("ann", "ben", "cy")] == [
        "graded",
        "could not",
        "graded",
    ]
    assert marks["ben"].sentences == (
        "The grader itself failed at it (ZeroDivisionError: a rule divides by nothing).",
    )


def test_scores_that_the_gradebook_lost_come_back_without_grading(pupils: Class) -> None:
    pupils.hand_in("ann", SOLVED)
    pupils.marks()
    with Gradebook(pupils.course.database) as book:
        book.remove_student("ann")
    assert [one.again for one in grade(pupils.course, LESSON)] == [False]
    assert score(pupils.course, "ann") == FULL


def test_the_table_says_who_was_graded_and_who_not_and_why(
    pupils: Class, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    pupils.hand_in("ann", SOLVED)
    (pupils.hand_in("ben") / "answers" / f"{LESSON}.json").unlink()
    empty = pupils.folder("cy")
    empty.mkdir(parents=True)
    with Gradebook(pupils.course.database) as book:
        book.update_or_create_student("dee")
    assert main(["grade", str(pupils.course.root), LESSON]) == 1
    rows = {
        words[0]: words[1:]
        for line in capsys.readouterr().out.splitlines()
        if line.startswith("│")
        and (words := [word.strip() for word in line.strip("│").split("│")])[0]
    }
    assert rows["ann"] == ["graded", f"{FULL:g} of {FULL + 3:g}", "A person marks 4.9."]
    assert rows["ben"][:2] == ["partly", f"0 of {FULL + 3:g}"]
    assert rows["ben"][2] == f"The answers could not be read: there is no {LESSON}.json."
    assert rows["cy"][:2] == ["could not", ""]
    assert rows["dee"] == ["missing", "", "Nothing was handed in."]


@pytest.mark.parametrize("command", ["course", "grade", "collect"])
def test_without_nbgrader_it_is_one_clear_sentence(
    command: str,
    course: Course,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in [*sys.modules]:
        if name.split(".")[0] == "nbgrader":
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "nbgrader", None)
    more = ["x.zip"] if command == "collect" else []
    assert main([command, str(course.root), LESSON, *more]) == 2
    assert capsys.readouterr().err == (
        f"accordingto {command}: the package nbgrader is not installed; "
        "install the kit with its extra, as in according-to[grading]\n"
    )


def test_no_process_cannot_grade(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["grade", str(course.root), LESSON, "--jobs", "0"]) == 2
    assert capsys.readouterr().err == (
        "accordingto grade: expected 1 process or more, or -1 for one on each core, got 0\n"
    )


def test_a_lesson_that_is_not_in_the_course(
    course: Course, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["grade", str(course.root), "00-start-here"]) == 2
    assert capsys.readouterr().err == (
        f"accordingto grade: {course.root} has no lesson '00-start-here'; make it with "
        f"`accordingto course {course.root} 00-start-here`\n"
    )


def test_a_dask_cluster_gives_the_same_marks(pupils: Class) -> None:
    for name in ("dask-1", "dask-2", "dask-3"):
        pupils.hand_in(name, SOLVED)
    pupils.hand_in("dask-4", "def find_quotations(text):\n    return []")
    with local_cluster() as cluster:
        there = list(grade(pupils.course, LESSON, dask=cluster.scheduler_address))
        (worker,) = cluster.workers.values()
        assert worker.state.executed_count > 0
    assert all(one.again for one in there)
    shutil.rmtree(pupils.course.root / "marks")
    here = list(grade(pupils.course, LESSON))
    assert [one.marks for one in there] == [one.marks for one in here]


def test_an_address_where_no_scheduler_answers(
    course: Course, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("accordingto.workers.PATIENCE", 1)
    assert main(["grade", str(course.root), LESSON, "--dask", "tcp://127.0.0.1:1"]) == 2
    said = capsys.readouterr().err.splitlines()[-1]
    assert said == "accordingto grade: --dask: no Dask scheduler answers at 'tcp://127.0.0.1:1'"


def test_a_time_that_is_none_stops_nobody(pupils: Class) -> None:
    """On a shared machine the file is the student's to write."""
    (pupils.hand_in("ann", SOLVED) / "timestamp.txt").write_text("9" * 60, encoding="utf-8")
    (pupils.hand_in("ben", SOLVED) / "timestamp.txt").write_text("soon", encoding="utf-8")
    pupils.hand_in("cy", SOLVED)
    assert [marks.points for marks in pupils.marks().values()] == [FULL] * 3
    assert [score(pupils.course, name) for name in ("ann", "ben", "cy")] == [FULL] * 3


@pytest.mark.parametrize("command", ["grade", "feedback", "export"])
def test_a_gradebook_that_is_none_is_said_in_one_sentence(
    pupils: Class, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    pupils.hand_in("ann", SOLVED)
    book = pupils.course.root / "gradebook.db"
    aside = book.rename(book.with_name("aside.db"))
    book.write_bytes(b"This is no database." * 100)
    words = ["--for", "plain"] if command == "export" else []
    try:
        assert main([command, str(pupils.course.root), LESSON, *words]) == 2
    finally:
        aside.replace(book)
    said = capsys.readouterr().err.strip()
    assert said.endswith(
        "gradebook.db cannot be used: (sqlite3.DatabaseError) file is not a database"
    )
    assert said.startswith(f"accordingto {command}: the gradebook sqlite:///")
    assert "\n" not in said


@pytest.mark.parametrize(
    "words",
    ["grade", "regrade --preview", "feedback", "export --for plain", "double-mark --read SHEET"],
)
def test_a_gradebook_that_does_not_know_the_lesson_is_said_in_one_sentence(
    pupils: Class, capsys: pytest.CaptureFixture[str], tmp_path: Path, words: str
) -> None:
    """It was deleted, or `db_url` names a new one."""
    answers = AnswerStore(pupils.hand_in("ann", SOLVED) / "answers" / f"{LESSON}.json")
    answers.change("4.9", instead(answered(SHEET["4.9"], None, {"text": "Mine."})))
    pupils.marks()
    lost = Course(shutil.copytree(pupils.course.root, tmp_path / "lost"))
    (lost.root / "gradebook.db").write_bytes(b"")
    sheet = tmp_path / "second.csv"
    sheet.write_text("code,points\n", encoding="utf-8")
    command, *more = words.replace("SHEET", str(sheet)).split()
    capsys.readouterr()
    assert main([command, str(lost.root), LESSON, *more]) == 2
    assert capsys.readouterr().err == (
        f"accordingto {command}: the gradebook does not know {LESSON}; "
        f"run `accordingto course {lost.root} {LESSON}`\n"
    )


def test_a_lost_gradebook_is_made_again_and_filled(pupils: Class, tmp_path: Path) -> None:
    pupils.hand_in("ann", SOLVED)
    pupils.marks()
    lost = Course(shutil.copytree(pupils.course.root, tmp_path / "lost"))
    (lost.root / "gradebook.db").unlink()
    assert main(["course", str(lost.root), LESSON]) == 0
    assert [one.again for one in grade(lost, LESSON)] == [False]
    assert score(lost, "ann") == FULL


def test_where_nothing_was_handed_in_it_says_where_it_looked(
    pupils: Class, capsys: pytest.CaptureFixture[str]
) -> None:
    """A zip in `submitted/` is no student's folder."""
    root = pupils.course.root
    (root / "submitted").mkdir()
    (root / "submitted" / f"ann_{LESSON}.zip").write_bytes(b"PK")
    assert main(["grade", str(root), LESSON]) == 1
    assert (
        f"There is no submitted/STUDENT/{LESSON}/ in {root}: `accordingto collect` puts there "
        "what was handed in."
    ) in " ".join(capsys.readouterr().out.split())
