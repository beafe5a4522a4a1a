"""nbgrader's own screen in a real browser: scores, rubric, and what becomes of a mark by hand."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from nbgrader.api import Gradebook
from playwright.sync_api import Browser, Page, expect

from accordingto.classroom.course import Course
from accordingto.classroom.hand_back.feedback import feedback
from accordingto.cli import main
from accordingto.exercises.kinds.free_text import FreeText
from accordingto.notebooks.cells import grade_id
from classroom.hand_back.test_feedback import TEXT, html_of, keep, section
from classroom.pupils import CODE, FULL, LESSON, SHEET, SOLVED, Class
from real_lab import Lab

# A JupyterLab of its own, on a course that was graded.
pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("one_doorkeeper")]

CELL = grade_id(TEXT)
# The page fills its fields from the gradebook once it is there, over what was typed before.
FIELDS_ARE_FILLED = "window.formgrader?.grades?.loaded && window.formgrader?.comments?.loaded"
ALL = sum(question.points for question in SHEET)


@pytest.fixture(scope="module")
def lab(
    course: Course, browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Lab]:
    pupils = Class(course)
    keep(pupils.hand_in("ann", SOLVED), TEXT, {"text": "The speaker is not named."})
    pupils.hand_in("ben", right=False)
    pupils.marks()
    running = Lab(course.root, tmp_path_factory.mktemp("home"), browser)
    yield running
    running.close()


def screen_of(lab: Lab, course: Course, student: str) -> Page:
    """Where a person marks one student's notebook."""
    with Gradebook(course.database) as book:
        name = book.find_submission_notebook(LESSON, LESSON, student).id
    page = lab.visit(f"formgrader/submissions/{name}/")
    page.wait_for_function(FIELDS_ARE_FILLED)
    return page


def mark(page: Page, points: str) -> None:
    """Type points, go on, and wait until nbgrader has them."""
    with page.expect_response(lambda answer: "/api/grade/" in answer.url):
        page.locator(f"#{CELL}").fill(points)
        page.locator(f"#{CELL}").press("Tab")
    page.context.close()


def grade(course: Course, capsys: pytest.CaptureFixture[str]) -> str:
    """What the command says, on one line."""
    main(["grade", str(course.root), LESSON])
    return " ".join(re.sub(r"[│┃]", " ", capsys.readouterr().out).split())


def by_hand(course: Course) -> tuple[float | None, bool]:
    with Gradebook(course.database) as book:
        found = book.find_grade(CELL, LESSON, LESSON, "ann")
        return found.manual_score, found.needs_manual_grade


def test_the_gradebook_shows_each_score(lab: Lab) -> None:
    page = lab.visit(f"formgrader/gradebook/{LESSON}/{LESSON}")
    scores = page.locator("tbody td.score:first-of-type, tbody tr td:nth-child(3)")
    expect(scores.first).to_be_visible()
    assert sorted(scores.all_inner_texts()) == sorted([f"{FULL:g} / {ALL:g}", f"0 / {ALL:g}"])
    page.context.close()


def test_rubric_and_anchor_answers_stand_beside_the_text(lab: Lab, course: Course) -> None:
    page = screen_of(lab, course, "ann")
    question = SHEET[TEXT]
    assert isinstance(question, FreeText)
    shown = page.locator(".at-static", has_text=question.title).inner_text()
    assert "The speaker is not named." in shown
    for level in question.rubric:
        assert f"{level.marks} of {question.top}: {level.text}" in shown
        assert level.sample in shown
    page.context.close()


def test_a_mark_by_hand_survives_and_is_asked_for_again_when_the_text_changes(
    lab: Lab, course: Course, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = Class(course).folder("ann")
    mark(screen_of(lab, course, "ann"), "2")
    assert by_hand(course) == (2.0, False)
    assert "look again" not in grade(course, capsys)
    assert by_hand(course) == (2.0, False)

    keep(folder, "4.4", {"choice": "g7"})  # something else changes
    assert "look again" not in grade(course, capsys)
    assert by_hand(course) == (2.0, False)

    keep(folder, TEXT, {"text": "Another text."})
    said = f"Changed after a person marked it, look again: {CELL}."
    assert said in grade(course, capsys)
    assert said in grade(course, capsys)  # until somebody does
    assert by_hand(course) == (2.0, True)
    list(feedback(course, LESSON))
    assert "Not marked yet" in section(html_of(course, "ann"), TEXT)

    page = screen_of(lab, course, "ann")
    expect(page.locator(".at-static", has_text="Another text.")).to_be_visible()
    mark(page, "3")
    assert said not in grade(course, capsys)
    assert by_hand(course) == (3.0, False)


def test_a_comment_on_a_function_reaches_the_student(lab: Lab, course: Course) -> None:
    page = screen_of(lab, course, "ann")
    cell = page.locator(".nbgrader_cell, .panel", has_text="def find_quotations").last
    with page.expect_response(lambda answer: "/api/comment/" in answer.url):
        cell.locator("textarea").fill("Short, and it works.")
        cell.locator("textarea").press("Tab")
    page.context.close()
    list(feedback(course, LESSON))
    assert "Short, and it works." in section(html_of(course, "ann"), CODE)
