"""One page of a student's own work; a lesson and an exercise that begin anew."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from accordingto.cli import main
from accordingto.exercises import Sheet
from accordingto.exercises.edits import Edit
from accordingto.exercises.released import opened, release
from accordingto.notebooks.copy import start
from accordingto.notebooks.lesson import Lesson
from accordingto.notebooks.my_work import my_work

NAME = "04-inside-the-quotation-marks"
SHEET = Sheet.of(NAME)
TEXT: Any = next(one for one in SHEET if one.kind == "free text")
CODE: Any = next(one for one in SHEET if one.kind == "code")
CHOICE: Any = next(one for one in SHEET if one.kind == "choose one")
HARM = "<script>alert(1)</script> & “so”"


@pytest.fixture
def notebooks(tmp_path: Path) -> Path:
    start(tmp_path / "kit")
    return tmp_path / "kit" / "notebooks"


@pytest.fixture
def lesson(notebooks: Path) -> Lesson:
    return Lesson(SHEET, notebooks / "answers")


def say(lesson: Lesson, exercise: str, deed: Any, which: str) -> None:
    entry = lesson.store.entry(exercise)
    assert entry
    edit = Edit(id=f"w.{deed}", answer=entry.answer, do=deed, which=which)
    lesson.edit(exercise, edit)


def test_the_page_holds_answers_marks_and_readings_of_ones_own(
    lesson: Lesson, notebooks: Path
) -> None:
    lesson.answer(TEXT.id, {"text": HARM})
    lesson.do(TEXT.id, "check")
    say(lesson, TEXT.id, "mark", str(TEXT.top))
    say(lesson, TEXT.id, "otherwise", f"The page says {HARM}")
    page = my_work(notebooks, NAME)
    section = page.partition(f'id="ask-{TEXT.id.replace(".", "-")}"')[2].partition("</section>")[0]
    safe = "&lt;script&gt;alert(1)&lt;/script&gt; &amp; “so”"
    assert f"<dd>{safe}</dd>" in section
    assert f"<p>{TEXT.top} of {TEXT.top}. I gave it myself, by the rubric.</p>" in section
    assert f'<p class="words">The page says {safe}</p>' in section
    assert "My answer, after 1 try" in section
    assert "<script" not in page
    assert not re.search(r"(?:src|href)=", page)  # nothing beside it is needed
    assert page.count("<section") == len(SHEET.questions)


def test_the_function_stands_there_as_it_was_written(lesson: Lesson, notebooks: Path) -> None:
    lesson.answer(TEXT.id, {"text": "So."})
    assert f"def {CODE.function}(" in my_work(notebooks, NAME)
    (notebooks / f"{NAME}.ipynb").write_text("{", encoding="utf-8")
    assert f"def {CODE.function}(" not in my_work(notebooks, NAME)


def test_graded_work_shows_no_reason(notebooks: Path) -> None:
    (notebooks / f"{NAME}.released.json").write_bytes(release(SHEET, "graded"))
    graded = Lesson(opened(NAME, notebooks), notebooks / "answers")
    graded.answer(CHOICE.id, {"choice": CHOICE.options[0].value})
    page = my_work(notebooks, NAME)
    assert "What is said of it" not in page
    assert all(option.why not in page for option in CHOICE.options)


def test_by_command_it_is_written_where_it_is_wanted(
    lesson: Lesson, notebooks: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kit, page = notebooks.parent, tmp_path / "page.html"
    assert main(["my-work", NAME, "--from", str(kit), "--to", str(page)]) == 2
    assert f"nothing was answered yet in {NAME}" in capsys.readouterr().err
    lesson.answer(TEXT.id, {"text": "So."})
    assert main(["my-work", NAME, "--from", str(kit), "--to", str(page)]) == 0
    assert page.read_text(encoding="utf-8") == my_work(notebooks, NAME)
    assert main(["my-work", "4", "--from", str(kit)]) == 2
    assert "there is no lesson '4'" in capsys.readouterr().err


def test_one_exercise_or_the_lesson_begins_anew(
    lesson: Lesson, notebooks: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lesson.answer(TEXT.id, {"text": "So."})
    lesson.do(TEXT.id, "check")
    kit = str(notebooks.parent)
    assert main(["start-over", NAME, TEXT.id, "--from", kit]) == 0
    entry = lesson.store.entry(TEXT.id)
    assert entry
    assert entry.answer["text"] is None
    assert [one.answer["text"] for one in entry.attempts] == ["So.", "So."]
    assert capsys.readouterr().out.startswith(f"Begun anew: exercise {TEXT.id}. ")
    lesson.answer(TEXT.id, {"text": "So again."})
    lesson.start_over()
    again = lesson.store.entry(TEXT.id)
    assert again
    assert (again.answer["text"], again.attempts[-1].answer["text"]) == (None, "So again.")
    assert lesson.progress.done == ()
    assert main(["start-over", NAME, "9.9", "--from", kit]) == 2
    assert "has no exercise '9.9'" in capsys.readouterr().err


def test_graded_work_does_not_begin_anew(notebooks: Path) -> None:
    (notebooks / f"{NAME}.released.json").write_bytes(release(SHEET, "graded"))
    graded = Lesson(opened(NAME, notebooks), notebooks / "answers")
    with pytest.raises(LookupError, match="graded work cannot be started over"):
        graded.start_over()
