"""A student's page: their answers, what is said of them, the marker's words, and nothing hidden."""

from __future__ import annotations

import json
import re
from html import escape, unescape
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from nbgrader.api import Gradebook
from playwright.sync_api import Browser, Page

from accordingto.classroom.audits import Audit
from accordingto.classroom.book.gradebook import Book
from accordingto.classroom.course import Course
from accordingto.classroom.hand_back.feedback_page import Page as FeedbackPage
from accordingto.classroom.mark.grade import grade
from accordingto.classroom.results import kept, path_of
from accordingto.classroom.submissions import Submission
from accordingto.cli import main
from accordingto.exercises import AnswerStore
from accordingto.exercises.flow import answered
from accordingto.exercises.kinds.code import Code
from accordingto.exercises.kinds.free_text import FreeText
from accordingto.notebooks.cells import grade_id
from accordingto.pages.corrections import Correction
from accordingto.readings import Reading
from classroom.pupils import CODE, FULL, LESSON, SHEET, SOLVED, Class
from evil import EVIL, EVIL_NAME, OBEYED
from kept import instead

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


def requests_of(page: Page) -> list[str]:
    """The addresses that a page asks for, as it does."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    return asked


def write_feedback(course: Course) -> int:
    return main(["feedback", str(course.root), LESSON])


def keep(folder: Path, exercise: str, answer: dict[str, object]) -> None:
    store = AnswerStore(folder / "answers" / f"{LESSON}.json")
    store.change(exercise, instead(answered(SHEET[exercise], None, answer)))


def mark_by_hand(course: Course, points: float) -> None:
    """As the formgrader does for Ann's text."""
    with Gradebook(course.database) as book:
        found = book.find_grade(grade_id(TEXT), LESSON, LESSON, "ann")
        found.manual_score, found.needs_manual_grade = points, False
        book.db.commit()


@pytest.fixture
def ann(pupils: Class) -> Class:
    """Ann has one wrong choice, a right function, and a text with two points and a word on it."""
    folder = pupils.hand_in("ann", SOLVED)
    keep(folder, "4.4", {"choice": "g7"})
    keep(folder, TEXT, {"text": "The speaker is not named.\nSo I cannot check it."})
    pupils.marks()
    mark_by_hand(pupils.course, 2)
    with Gradebook(pupils.course.database) as book:
        book.update_or_create_student("ann", first_name="Ann", last_name="Lee")
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


def asked_again(course: Course) -> tuple[str, ...]:
    """Grade, and what a person is to look at again in Ann's work."""
    return next(one.stale for one in grade(course, LESSON) if one.marks.student == "ann")


def test_a_mark_by_hand_survives_and_is_asked_for_again_when_the_text_changes(ann: Class) -> None:
    folder = ann.folder("ann")
    keep(folder, "4.4", {"choice": None})  # something else changes
    assert asked_again(ann.course) == ()
    keep(folder, TEXT, {"text": "Another text."})
    for choice in (None, None, "g7"):  # until somebody does, though nothing or something changes
        keep(folder, "4.4", {"choice": choice})
        assert asked_again(ann.course) == (grade_id(TEXT),)
    with Gradebook(ann.course.database) as book:
        assert book.find_grade(grade_id(TEXT), LESSON, LESSON, "ann").manual_score == 2.0
    write_feedback(ann.course)
    assert "Not marked yet" in section(html_of(ann.course, "ann"), TEXT)
    mark_by_hand(ann.course, 3)
    assert asked_again(ann.course) == ()
    write_feedback(ann.course)
    assert "3 of" in section(html_of(ann.course, "ann"), TEXT)


def test_rubric_and_anchor_answers_stand_beside_the_text_in_the_formgrader(ann: Class) -> None:
    question = SHEET[TEXT]
    assert isinstance(question, FreeText)
    shown = unescape(re.sub(r"<[^>]+>", "", faces_of(ann.course, "ann")))
    assert "The speaker is not named." in shown
    for level in question.rubric:
        assert f"{level.marks} of {question.top}: {level.text}" in shown
        assert level.sample in shown


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
        html = FeedbackPage("Title", SHEET, submission, marks, scores).html()
        assert f"<pre tabindex=0><code>{escape(code)}</code></pre>" in section(html, CODE)


def test_what_was_corrected_on_a_page_of_ones_own_stands_beside_the_memo(ann: Class) -> None:
    marks = kept(path_of(ann.course.root, LESSON, "ann"))
    assert marks
    with Book(ann.course, LESSON) as book:
        scores = next(one for one in book.scores() if one.student.id == "ann")
    reading = Reading(article="own-1", reader="you")
    log = (
        Correction("kept", 2, "Bea Moor said"),
        Correction("changed", 3, f"Cy {EVIL}", fields=("speaker", "form")),
    )
    audit = Audit(page="own-1", title=EVIL, text="x", draft=reading, corrected=reading, log=log)
    html = FeedbackPage("T", SHEET, Submission("ann", audits=(audit,)), marks, scores).html()
    told = html.split('aria-labelledby="audit-own-1"')[1].split("</section>")[0]
    assert "The machine was right about 1 of 2 statements" in told
    assert "<tr><td>2</td><td>Bea Moor said</td><td>kept</td><td>–</td></tr>" in told
    assert "<td>changed</td><td>speaker, form</td>" in told
    assert escape(EVIL) in told
    assert EVIL not in told
    without = FeedbackPage("T", SHEET, Submission("ann"), marks, scores).html()
    assert "What you corrected" not in without


@pytest.fixture
def eve(pupils: Class) -> Class:
    """Eve has written markup wherever a student can: text, code, what it returns, her name."""
    folder = pupils.hand_in("eve", f"def find_quotations(text):\n    return {EVIL!r}")
    for question in SHEET:
        if isinstance(question, FreeText):
            keep(folder, question.id, {"text": EVIL})
    pupils.hand_in("mal", f"def find_quotations(text):\n    raise ValueError({EVIL!r})")
    pupils.hand_in("odd", f"def find_quotations(text):\n    return [{EVIL!r}]  # {EVIL}")
    pupils.marks()
    with Gradebook(pupils.course.database) as book:
        for student in ("eve", "mal", "odd"):
            book.update_or_create_student(student, first_name=EVIL, last_name="</title><b>")
        comment = book.find_comment(grade_id(TEXT), LESSON, LESSON, "eve")
        comment.manual_comment = EVIL
        book.db.commit()
    return pupils


def test_what_a_student_wrote_is_shown_and_not_obeyed(eve: Class, browser: Browser) -> None:
    write_feedback(eve.course)
    for student in ("eve", "mal", "odd"):
        page = browser.new_page()
        asked = requests_of(page)
        page.goto(page_of(eve.course, student).as_uri())
        assert page.title().startswith(f"Feedback for {EVIL} </title><b>: ")
        assert [url for url in asked if not url.startswith("file:")] == []
        assert page.locator(OBEYED).count() == 0
        assert EVIL in page.locator("pre", has_text="find_quotations").inner_text()
        page.close()
    html = html_of(eve.course, "eve")
    assert escape(EVIL) in section(html, TEXT)
    assert html.count(escape(EVIL)) > 3


def faces_of(course: Course, student: str) -> str:
    """What the formgrader shows of a notebook's outputs."""
    graded = course.root / "autograded" / student / LESSON / f"{LESSON}.ipynb"
    cells = json.loads(graded.read_text(encoding="utf-8"))["cells"]
    outputs = [output for cell in cells for output in cell.get("outputs", ())]
    return "".join(output["data"]["text/html"] for output in outputs)


def test_the_formgrader_s_page_obeys_nothing_of_it(eve: Class, browser: Browser) -> None:
    for student in ("eve", "mal", "odd"):
        faces = faces_of(eve.course, student)
        assert student != "eve" or escape(EVIL) in faces
        page = browser.new_page()
        page.set_content(faces)
        assert page.locator(OBEYED).count() == 0
        page.close()


def test_nor_of_the_names_of_folders_and_files(pupils: Class, browser: Browser) -> None:
    folder = pupils.hand_in(EVIL_NAME)
    (folder / f"{LESSON}.ipynb").rename(folder / f"{EVIL_NAME}.ipynb")
    (folder / f"{EVIL_NAME}.json").write_text(EVIL, encoding="utf-8")
    sentences = " ".join(pupils.marks()[EVIL_NAME].sentences)
    assert EVIL_NAME[:40] in sentences
    write_feedback(pupils.course)
    page = browser.new_page()
    asked = requests_of(page)
    page.goto(page_of(pupils.course, EVIL_NAME).as_uri())
    assert page.title().startswith(f"Feedback for {EVIL_NAME}: ")
    assert EVIL_NAME[:40] in page.locator("body").inner_text()
    assert len(asked) == 1
    assert page.locator(OBEYED).count() == 0
    page.set_content(faces_of(pupils.course, EVIL_NAME))
    assert page.locator(OBEYED).count() == 0
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
