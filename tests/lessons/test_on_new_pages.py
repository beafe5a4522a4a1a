"""What a lesson teaches is measured on a page that nobody fitted; a twin is called one."""

from __future__ import annotations

import re

import pytest

from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.readings import second_reading
from elsewhere import NO_TWINS, TWIN, is_tried_on_a_new_page

ROOT = Content.kit().root
TAUGHT = [name for name in Content.kit().lessons() if name != "00-start-here"]


@pytest.mark.parametrize("name", TAUGHT)
def test_each_objective_is_measured_on_a_page_that_is_no_twin(name: str) -> None:
    sheet = Sheet.of(name)
    measured = {one.objective for one in sheet if is_tried_on_a_new_page(one)}
    assert measured == set(sheet.objectives)


@pytest.mark.parametrize("page", NO_TWINS)
def test_a_page_that_measures_was_read_twice(page: str) -> None:
    assert second_reading(page).article == page


@pytest.mark.parametrize("name", [*TAUGHT, "00-start-here"])
def test_what_is_asked_of_the_twin_says_so(name: str) -> None:
    for question in Sheet.of(name):
        if question.article == TWIN:
            assert re.search(r"\btwin\b", f"{question.title} {question.prompt}"), question.id


@pytest.mark.parametrize("name", TAUGHT)
def test_a_lesson_that_has_the_twin_says_what_it_is(name: str) -> None:
    lesson = (ROOT / "lessons" / f"{name}.md").read_text(encoding="utf-8")
    guide = (ROOT / "lessons" / "guides" / f"{name}.md").read_text(encoding="utf-8")
    for page in (lesson, guide):
        if "ferry" in page:
            assert re.search(r"\btwin\b", page)
    assert "no twin" in lesson or "nobody fitted" in lesson
