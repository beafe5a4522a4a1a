"""What is answered in the browser edition gets out: handed in, graded, kept, brought elsewhere."""

from __future__ import annotations

import shutil
import zipfile
from collections.abc import Callable, Iterator
from copy import copy
from pathlib import Path
from typing import Any

import msgspec
import pytest
from playwright.sync_api import Locator, Page, expect

from accordingto.classroom import wall
from accordingto.classroom.course import Course
from accordingto.classroom.hand_in.collect import collect
from accordingto.classroom.hand_out.making import make
from accordingto.classroom.mark.grade import grade
from accordingto.exercises import AnswerStore, Question, Sheet
from accordingto.exercises.answers import read_answers
from accordingto.exercises.flow import answered
from accordingto.notebooks.copy import start
from accordingto.notebooks.keeping import bring
from browser_edition import Reader
from classroom.pupils import CODE, LESSON, SHEET, SOLVED, Class, points
from kept import instead
from walking import exercise, expect_saved, walk

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]

WRITE = """([begins, source]) => {
  const cells = jupyterapp.shell.currentWidget.content.model.cells;
  const all = Array.from({length: cells.length}, (_, at) => cells.get(at));
  all.find((one) => one.sharedModel.getSource().startsWith(begins)).sharedModel.setSource(source);
}"""
AT_ONCE = """(field, [value, at]) => setTimeout(() => {
  field.value = value;
  field.dispatchEvent(new Event('input', {bubbles: true}));
  field.dispatchEvent(new Event('change', {bubbles: true}));
}, at - Date.now())"""
GALLERY = Sheet.of("gallery")
NUMBER = next(question for question in SHEET if question.kind == "number")


@pytest.fixture
def pupils(tmp_path: Path) -> Iterator[Class]:
    make(tmp_path / "course", [LESSON])
    yield Class(Course(tmp_path / "course"))
    wall.close()


def bar(page: Page) -> Locator:
    return page.get_by_role("region", name="Your work")


def packed(page: Page, button: str, folder: Path) -> Path:
    """The file that the browser gets at a press."""
    with page.expect_download() as download:
        bar(page).get_by_role("button", name=button).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def number(page: Page, value: int) -> None:
    asked = exercise(page, NUMBER)
    asked.get_by_label("Your number").fill(str(value))
    expect_saved(asked)


def test_a_lesson_is_handed_in_and_earns_what_it_earns_on_a_desk(
    new_reader: Callable[..., Reader], pupils: Class, tmp_path: Path
) -> None:
    reader = new_reader()
    page = reader.open(LESSON)
    page.evaluate(WRITE, ["def find_quotations", SOLVED])
    reader.run_all()
    for question in SHEET:
        if question.id != CODE:
            walk(page, SHEET, question, knows=True)
    bar(page).get_by_label("Your name in the course").fill("ann")
    path = packed(page, "Hand in", tmp_path)
    expect(bar(page)).to_contain_text(f"Ready to hand in: ann_{LESSON}.zip")
    (done,) = collect(pupils.course, LESSON, [path])
    assert (done.student, done.did, done.sentences) == ("ann", "new", ())
    pupils.hand_in("bob", SOLVED)
    marks = pupils.marks()
    assert points(marks["ann"]) == points(marks["bob"])
    assert points(marks["ann"])[CODE] == SHEET[CODE].points
    assert reader.outside == []


def hand_in_on_a_desk(course: Course, student: str) -> None:
    """The gallery with its key as answers, as a desk writes them."""
    folder = course.root / "submitted" / student / GALLERY.lesson
    folder.mkdir(parents=True)
    shutil.copy(course.released(GALLERY.lesson), folder)
    store = AnswerStore(folder / "answers" / f"{GALLERY.lesson}.json")
    for question in GALLERY:
        if question.kind != "code":
            key = msgspec.to_builtins(question.key(GALLERY.material(question)))
            store.change(question.id, instead(answered(question, None, key)))


def test_every_kind_is_answered_and_found_again_and_earns_what_it_earns_on_a_desk(
    new_reader: Callable[..., Reader], tmp_path: Path
) -> None:
    course = make(tmp_path / "course", [GALLERY.lesson])
    reader = new_reader()
    page = reader.open(GALLERY.lesson)
    reader.run_all()
    for question in GALLERY:
        walk(page, GALLERY, question, knows=True)
    scores = page.locator(".at-live .at-headline").all_text_contents()
    assert len(scores) == len(GALLERY.questions) - 1  # a function is for the notebook
    reader.open(GALLERY.lesson)
    reader.run_all()
    expect(page.locator(".at-live .at-headline")).to_have_text(scores)

    bar(page).get_by_label("Your name in the course").fill("ann")
    (done,) = collect(course, GALLERY.lesson, [packed(page, "Hand in", tmp_path)])
    assert (done.student, done.did, done.sentences) == ("ann", "new", ())
    hand_in_on_a_desk(course, "bob")
    ann, bob = (points(one.marks) for one in grade(course, GALLERY.lesson))
    wall.close()
    assert ann == bob
    assert sum(map(bool, ann.values())) > 10
    assert reader.outside == []


def test_work_goes_from_the_browser_to_a_desk_and_back(
    new_reader: Callable[..., Reader], tmp_path: Path
) -> None:
    reader = new_reader()
    page = reader.open(LESSON)
    reader.run_all()
    number(page, 7)
    path = packed(page, "Keep my work", tmp_path)
    start(tmp_path / "desk")
    desk = tmp_path / "desk" / "notebooks"
    bring(desk, path.read_bytes())
    entry = AnswerStore(desk / "answers" / f"{LESSON}.json").entry(NUMBER.id)
    assert entry
    assert entry.answer["value"] == 7

    other = new_reader()
    page = other.open(LESSON)
    other.run_all()
    bar(page).get_by_label("Bring my work").set_input_files(path)
    expect(bar(page)).to_contain_text("Your work is here.")
    expect(exercise(page, NUMBER).get_by_label("Your number")).to_have_value("7")


def test_two_tabs_show_the_same_answer_and_none_is_lost(new_reader: Callable[..., Reader]) -> None:
    reader = new_reader()
    page = reader.open(LESSON)
    reader.run_all()
    second = copy(reader)  # another tab of the same browser
    second.page = reader.context.new_page()
    there = second.open(LESSON)
    second.run_all()
    number(page, 7)
    expect(exercise(there, NUMBER).get_by_label("Your number")).to_have_value("7")
    number(there, 8)
    expect(exercise(page, NUMBER).get_by_label("Your number")).to_have_value("8")


def at_once(page: Page, question: Question[Any], value: int, at: float) -> None:
    """Answer at a moment of the clock, which two tabs share."""
    field = exercise(page, question).get_by_label("Your number")
    field.evaluate(AT_ONCE, [str(value), at])


def test_what_two_tabs_write_in_the_same_moment_is_all_kept(
    new_reader: Callable[..., Reader], tmp_path: Path
) -> None:
    other = [question for question in SHEET if question.kind == "number"][1]
    reader = new_reader()
    page = reader.open(LESSON)
    reader.run_all()
    second = copy(reader)
    second.page = reader.context.new_page()
    there = second.open(LESSON)
    second.run_all()
    for turn in range(5):
        at = page.evaluate("Date.now()") + 1_000
        at_once(page, NUMBER, 10 + turn, at)
        at_once(there, other, 20 + turn, at)
        for tab, asked, value in ((there, NUMBER, 10), (page, other, 20)):
            field = exercise(tab, asked).get_by_label("Your number")
            expect(field).to_have_value(str(value + turn))
    at = page.evaluate("Date.now()") + 1_000
    at_once(page, NUMBER, 98, at)
    at_once(there, NUMBER, 99, at)
    offered = exercise(page, NUMBER).get_by_role("button", name="Restore it")
    expect(offered).to_be_visible()
    with zipfile.ZipFile(packed(page, "Keep my work", tmp_path)) as kept:
        exercises = read_answers(kept.read(f"answers/{LESSON}.json")).exercises
    entry = exercises[NUMBER.id]
    answers = [entry.answer, *(one.answer for one in entry.attempts)]
    assert {98, 99} <= {answer["value"] for answer in answers}
    assert exercises[other.id].answer["value"] == 24


def test_a_cell_that_needs_matplotlib_says_so_and_run_all_goes_on(
    new_reader: Callable[..., Reader],
) -> None:
    reader = new_reader()
    page = reader.open(LESSON)
    page.evaluate(
        """() => jupyterapp.shell.currentWidget.content.model.sharedModel.insertCell(
          4, {cell_type: 'code', metadata: {}, source: 'import matplotlib.pyplot'})"""
    )
    reader.run_all()
    expect(page.get_by_text("matplotlib is not here, because this page runs in")).to_be_visible()
    assert reader.problems() == []
    expect(bar(page)).to_be_visible()
