"""A class on a JupyterHub: a teacher and a student who are two users of the machine."""

from __future__ import annotations

import os
import pwd
from collections.abc import Iterator
from pathlib import Path

import pytest
from nbgrader.api import Gradebook
from playwright.sync_api import Browser, expect

from classroom.hub import Hub, why_not
from classroom.pupils import CODE, LESSON, SHEET, SOLVED
from real_lab import ALL_CELLS_RAN, DO, IS_SAVED, KERNEL_IS_IDLE, KERNEL_IS_THERE

COURSE = "my-course"
WRITE = """
import json, sys
path, source = sys.argv[1:]
page = json.load(open(path, encoding="utf-8"))
cell = next(c for c in page["cells"] if "".join(c["source"]).startswith("def find_quotations"))
cell["source"] = source
json.dump(page, open(path, "w", encoding="utf-8"))
"""


pytestmark = pytest.mark.slow  # an environment of its own, with a hub, a proxy and two users


@pytest.fixture(scope="module")
def hub() -> Iterator[Hub]:
    if why := why_not():
        pytest.skip(why)
    running = Hub()
    yield running
    running.close()
    assert running.left() == []
    assert not running.folder.exists()
    for user in (running.teacher, running.student):
        with pytest.raises(KeyError):
            pwd.getpwnam(user)


def test_release_fetch_answer_submit_collect_grade_and_feedback(hub: Hub, browser: Browser) -> None:
    made = hub.run(hub.teacher, "accordingto", "course", COURSE, LESSON)
    assert made.returncode == 0, made.stderr
    for user in (hub.teacher, hub.student):
        hub.start_server(user)
        assert hub.server_of(user).uids().real != os.getuid()
    formgrader = f"/user/{hub.teacher}/formgrader/api/assignment/{LESSON}"
    assignments = f"/user/{hub.student}/assignments"
    named = f"course_id={COURSE}&assignment_id={LESSON}"

    assert hub.ask(f"{formgrader}/release", "POST")["success"]
    assert hub.ask(f"{assignments}/fetch", "POST", form=named)["success"]
    work = hub.home(hub.student) / LESSON
    assert sorted(path.name for path in work.iterdir()) == [
        f"{LESSON}.ipynb",
        f"{LESSON}.released.json",
    ]

    answer(hub, browser, work)
    assert hub.ask(f"{assignments}/submit", "POST", form=named)["success"]
    assert hub.ask(f"{formgrader}/collect", "POST")["success"]

    course = hub.home(hub.teacher) / COURSE
    for private in (course, course / "submitted", hub.exchange / COURSE / "inbound"):
        assert hub.may_read(hub.teacher, private)
        assert not hub.may_read(hub.student, private)

    graded = hub.run(hub.teacher, "accordingto", "grade", COURSE, LESSON)
    assert "1 graded, 0 partly, 0 could not, 0 missing." in graded.stdout, graded.stderr
    with Gradebook(f"sqlite:///{course / 'gradebook.db'}") as book:
        score = book.find_submission(LESSON, hub.student).score
    assert score == SHEET["4.4"].points + SHEET[CODE].points

    told = hub.run(hub.teacher, "accordingto", "feedback", COURSE, LESSON)
    assert "1 written." in told.stdout, told.stderr
    assert hub.ask(f"{formgrader}/release_feedback", "POST")["success"]
    assert hub.ask(f"{assignments}/fetch_feedback", "POST", form=named)["success"]
    [page] = work.glob(f"feedback/*/{LESSON}.html")
    html = page.read_text(encoding="utf-8")
    assert f"<strong>{score:g} of " in html
    assert hub.may_read(hub.student, page)


def answer(hub: Hub, browser: Browser, work: Path) -> None:
    """Write the function, then answer 4.4 in one's own JupyterLab, through the hub's door."""
    path = work / f"{LESSON}.ipynb"
    done = hub.run(hub.student, "python", "-c", WRITE, str(path), SOLVED)
    assert done.returncode == 0, done.stderr
    page = browser.new_context(viewport={"width": 1280, "height": 1000}).new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{hub.url}/hub/login?next=/user/{hub.student}/lab/tree/{LESSON}/{LESSON}.ipynb")
    page.get_by_label("Username").fill(hub.student)
    page.get_by_label("Password").fill("any")
    page.get_by_label("Password").press("Enter")
    page.wait_for_function(KERNEL_IS_THERE)
    page.wait_for_function(KERNEL_IS_IDLE)
    page.evaluate(DO, "notebook:run-all-cells")
    page.wait_for_function(ALL_CELLS_RAN)
    question = SHEET["4.4"]
    right = question.key(SHEET.material(question)).choice
    text = next(one.text for one in question.options if one.value == right)  # type: ignore[attr-defined]
    exercise = page.locator(".at-live", has_text=question.title)
    exercise.get_by_label(text).check()
    expect(exercise.locator(".at-saved")).to_contain_text("aved")
    page.evaluate(DO, "docmanager:save")
    page.wait_for_function(IS_SAVED)
    page.context.close()
