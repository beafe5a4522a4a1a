"""A student's page: their answers, what is said of them, the marker's words, and nothing hidden."""

from __future__ import annotations

import re
from html import escape
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from nbgrader.api import Gradebook
from playwright.sync_api import Browser

from accordingto.classroom.course import Course
from accordingto.classroom.feedback_page import Page
from accordingto.classroom.gradebook import Book
from accordingto.classroom.marks import kept, path_of
from accordingto.classroom.submissions import Submission
from accordingto.cli import main
from accordingto.exercises import AnswerStore
from accordingto.exercises.flow import answered
from accordingto.exercises.kinds.code import Code
from accordingto.exercises.question import grade_id
from classroom.pupils import CODE, FULL, LESSON, SHEET, SOLVED, Class, course, pupils
from kept import instead

__all__ = ["course", "pupils"]  # fixtures

TEXT = next(question.id for question in SHEET if question.unscored and question.points)
TELLS = """
import sys

def find_quotations(text):
    check = sys._getframe(1).f_locals["self"]
    raise ValueError([(case.name, case.text[:12]) for case in check.cases])
"""
WRITES = """
import sys

def find_quotations(text):
    run = sys._getframe(1).f_locals
    told = [(case.name, case.text[:12]) for case in run["self"].cases]
    run["errors"]["paragraph 13"] = run["errors"].get("paragraph 13", "") + repr(told)
    return []
"""
INVENTS = """
import sys

def find_quotations(text):
    sys._getframe(1).f_locals["values"][text] = []
    return []
"""
WAYS = (
    "find_quotations = lambda text: []",
    "find_quotations: object = lambda text: []",
    "mine = find_quotations = lambda text: []",
    "mine, find_quotations = None, lambda text: []",
    "find_quotations, mine = (lambda text: []), None",
    "if True:\n    def  find_quotations (text):\n        return []",
    "class find_quotations(list):\n    pass",
    "from builtins import list as find_quotations",
    "%time\ndef find_quotations(text):\n    return []",
    "def find_quotations(text)\n    return []",
)
EVIL = "</dd><script>document.title='mine'</script><img src=http://elsewhere.example/x.png>"


def page_of(course: Course, student: str) -> Path:
    return course.root / "feedback" / student / LESSON / f"{LESSON}.html"


def html_of(course: Course, student: str) -> str:
    return page_of(course, student).read_text(encoding="utf-8")


def section(html: str, exercise: str) -> str:
    found = re.search(
        rf'<section aria-labelledby="{grade_id(exercise)}">(.*?)</section>', html, re.DOTALL
    )
    assert found
    return found[1]


def write_feedback(course: Course) -> int:
    return main(["feedback", str(course.root), LESSON])


def keep(folder: Path, exercise: str, answer: dict[str, object]) -> None:
    store = AnswerStore(folder / "answers" / f"{LESSON}.json")
    store.change(exercise, instead(answered(SHEET[exercise], None, answer)))


@pytest.fixture
def ann(pupils: Class) -> Class:
    """Ann has one wrong choice, a right function, and a text with two points and a word on it."""
    folder = pupils.hand_in("ann", SOLVED)
    keep(folder, "4.4", {"choice": "g7"})
    keep(folder, TEXT, {"text": "The speaker is not named.\nSo I cannot check it."})
    pupils.marks()
    with Gradebook(pupils.course.database) as book:
        book.update_or_create_student("ann", first_name="Ann", last_name="Lee")
        grade = book.find_grade(grade_id(TEXT), LESSON, LESSON, "ann")
        grade.manual_score, grade.needs_manual_grade = 2.0, False
        comment = book.find_comment(grade_id(TEXT), LESSON, LESSON, "ann")
        comment.manual_comment = "Good: you say <why>.\nNow name the paragraph."
        book.db.commit()
    return pupils


def test_answer_explanation_and_points_of_each_exercise(ann: Class) -> None:
    assert write_feedback(ann.course) == 0
    html = html_of(ann.course, "ann")
    assert "<title>Feedback for Ann Lee: 4. Inside the quotation marks</title>" in html
    question = SHEET["4.4"]
    chosen = next(one for one in question.options if one.value == "g7")  # type: ignore[attr-defined]
    said = section(html, "4.4")
    assert f"{chosen.credit * question.points:g} of {question.points:g} point" in said
    assert chosen.text in said
    for one in SHEET:
        assert f'<h2 id="{grade_id(one.id)}">{one.id} ' in html
    again = html.split("Look at again", 1)[1].split("</section>")[0]
    assert f'href="#{grade_id("4.4")}"' in again
    assert SHEET.objectives[question.objective] in again
    assert f'href="#{grade_id("4.3")}"' not in again  # all right


def test_a_person_s_points_and_words_are_in_it(ann: Class) -> None:
    write_feedback(ann.course)
    said = section(html_of(ann.course, "ann"), TEXT)
    assert f"2 of {SHEET[TEXT].points:g} points, given by a person" in said
    assert "The speaker is not named.\nSo I cannot check it." in said
    assert "<p>Good: you say &lt;why&gt;.</p><p>Now name the paragraph.</p>" in said
    lost = FULL - sum(question.points * (1 - 0.5) for question in SHEET if question.id == "4.4")
    assert "A person marked this one." in said
    assert f"<strong>{lost + 2:g} of " in html_of(ann.course, "ann")


def test_nothing_of_a_hidden_check_is_in_it(pupils: Class) -> None:
    question = SHEET[CODE]
    assert isinstance(question, Code)
    hidden = [case for case in question.cases if case.hidden]
    seen = [case for case in question.cases if not case.hidden]
    assert len(hidden) * len(seen) > 0
    pupils.hand_in("bad", "def find_quotations(text):\n    return [text.upper()]")
    pupils.hand_in("stops", "def find_quotations(text):\n    raise ValueError(text)")
    pupils.hand_in("tells", TELLS)
    pupils.hand_in("writes", WRITES)
    pupils.hand_in("invents", INVENTS)
    assert {one.sentences for one in pupils.marks().values()} == {()}
    write_feedback(pupils.course)
    for student in ("bad", "stops", "tells", "writes", "invents"):
        said = section(html_of(pupils.course, student), CODE)
        graded = pupils.course.root / "autograded" / student / LESSON / f"{LESSON}.ipynb"
        for case in hidden:
            assert case.name not in graded.read_text(encoding="utf-8")
            assert case.why not in graded.read_text(encoding="utf-8")
            assert case.name not in said
            assert case.why not in said
            assert case.text.startswith("=") or case.text[:12] not in said
            assert case.text[:12].upper() not in said
        assert all(case.name in said for case in seen)
        assert f"{len(hidden)} more check" in said
        assert "find_quotations" in said


def test_the_code_is_shown_however_the_name_was_given(ann: Class) -> None:
    """The cells after it, which use the name or talk of it, are not the answer."""
    marks = kept(path_of(ann.course.root, LESSON, "ann"))
    assert marks
    with Book(ann.course, LESSON) as book:
        scores = next(one for one in book.scores() if one.student.id == "ann")
    uses = {"cell_type": "code", "grade_id": None, "source": "n = find_quotations('') == []"}
    talks = {"cell_type": "markdown", "grade_id": None, "source": "from here find_quotations = x"}
    for code in WAYS:
        submission = Submission("ann", cells=(uses | {"source": code}, uses, talks))
        html = Page("Title", SHEET, submission, marks, scores).html()
        assert f"<pre tabindex=0><code>{escape(code)}</code></pre>" in section(html, CODE)


def test_what_a_student_wrote_is_shown_and_not_obeyed(pupils: Class, browser: Browser) -> None:
    folder = pupils.hand_in("eve", f"def find_quotations(text):\n    return '''{EVIL}'''")
    keep(folder, TEXT, {"text": EVIL})
    pupils.marks()
    write_feedback(pupils.course)
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page_of(pupils.course, "eve").as_uri())
    assert page.title().startswith("Feedback for eve")
    assert [url for url in asked if not url.startswith("file:")] == []
    assert page.locator("script, img, link, iframe").count() == 0
    assert EVIL in page.locator("dd", has_text="mine").last.inner_text()
    page.close()


def test_a_second_run_writes_nothing_and_a_new_mark_does(ann: Class) -> None:
    write_feedback(ann.course)
    path = page_of(ann.course, "ann")
    before = path.stat().st_mtime_ns
    assert write_feedback(ann.course) == 0
    assert path.stat().st_mtime_ns == before
    with Gradebook(ann.course.database) as book:
        book.find_grade(grade_id(TEXT), LESSON, LESSON, "ann").manual_score = 3.0
        book.db.commit()
    write_feedback(ann.course)
    assert "3 of 3 points, given by a person" in section(html_of(ann.course, "ann"), TEXT)


def test_work_that_is_new_missing_or_changed_has_no_page(
    pupils: Class, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = pupils.hand_in("changed", SOLVED)
    pupils.marks()
    pupils.hand_in("new", SOLVED)
    keep(changed, "4.4", {"choice": "g7"})
    with Gradebook(pupils.course.database) as book:
        book.update_or_create_student("absent")
    assert write_feedback(pupils.course) == 1
    said = " ".join(capsys.readouterr().out.split())
    assert not page_of(pupils.course, "changed").exists()
    assert not page_of(pupils.course, "absent").exists()
    assert re.search(r"absent\W+missing\W+Nothing was handed in\.", said)
    assert re.search(r"changed\W+not graded", said)
    assert re.search(r"new\W+not graded", said)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(ann: Class, browser: Browser, scheme: str) -> None:
    write_feedback(ann.course)
    page = browser.new_page(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(page_of(ann.course, "ann").as_uri())
    assert Axe().run(page).response["violations"] == []
    page.set_viewport_size({"width": 360, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.close()
