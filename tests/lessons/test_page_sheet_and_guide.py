"""What holds of every lesson named here: page, sheet and guide say the same, and all is asked."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
import yaml

from accordingto.content import Content
from accordingto.exercises import Question, Sheet
from accordingto.exercises.kinds.free_text import FreeText, FreeTextAnswer
from elsewhere import is_on_a_new_page

NAMES = [name for name in Content.kit().lessons() if name != "00-start-here"]
TRANSFER = "harbour-ferry"
GLOSSARY = (Content.kit().root / "lessons" / "glossary.md").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Pages:
    """A lesson's sheet, and its two pages as they are written."""

    sheet: Sheet
    lesson: str
    guide: str


@cache
def pages(name: str) -> Pages:
    root = Content.kit().root / "lessons"
    read = [
        (folder / f"{name}.md").read_text(encoding="utf-8") for folder in (root, root / "guides")
    ]
    return Pages(Sheet.of(name), *read)


@pytest.fixture(params=NAMES)
def lesson(request: pytest.FixtureRequest) -> Pages:
    return pages(request.param)


def front(page: str) -> dict[str, Any]:
    matter: dict[str, Any] = yaml.safe_load(page.split("---")[1])
    return matter


def ids(text: str) -> list[str]:
    return re.findall(r"\b\d+\.\d+\b", text)


QUESTIONS = [pytest.param(n, q, id=q.id) for n in NAMES for q in pages(n).sheet]


@pytest.mark.parametrize(("name", "question"), QUESTIONS)
def test_no_answer_earns_nothing(name: str, question: Question[Any]) -> None:
    """That its key earns all is asked of every question whose sheet is read."""
    assert not question.score(question.Answer(), pages(name).sheet.material(question)).credit


def test_every_objective_is_measured_twice_and_no_kind_fills_more_than_a_third(
    lesson: Pages,
) -> None:
    measured = Counter(question.objective for question in lesson.sheet)
    assert set(measured) == set(lesson.sheet.objectives)
    assert min(measured.values()) >= 2
    kinds = Counter(question.kind for question in lesson.sheet)
    in_class = [one for one in lesson.sheet if not is_on_a_new_page(one)]
    assert 6 <= sum(question.points > 0 for question in in_class) <= 10
    assert 3 <= len(list(lesson.sheet)) - len(in_class) <= 6
    assert 3 * max(kinds.values()) <= kinds.total()


def test_most_is_asked_of_the_article_and_something_of_the_invented_one(lesson: Pages) -> None:
    about = Counter(one.article for one in lesson.sheet if not is_on_a_new_page(one))
    assert about[TRANSFER] >= 1
    assert about[None] * 2 >= about.total()


def test_every_exercise_is_asked_once_in_the_order_of_the_sheet(lesson: Pages) -> None:
    assert re.findall(r'^ask\("(\d+\.\d+)"', lesson.lesson, re.M) == list(lesson.sheet.questions)


def test_the_guide_has_the_objectives_and_minutes_of_the_lesson(lesson: Pages) -> None:
    matter = front(lesson.guide)
    assert matter["lesson"] == lesson.sheet.lesson
    assert matter["minutes"] == front(lesson.lesson)["minutes"]
    assert matter["objectives"] == list(lesson.sheet.objectives)
    aims = [ids(row) for row in lesson.guide.split("## Prepare")[0].splitlines()]
    assert [named for named in aims if named] == [
        [question.id for question in lesson.sheet if question.objective == objective]
        for objective in lesson.sheet.objectives
    ]


def test_the_express_path_is_the_same_in_guide_and_lesson(lesson: Pages) -> None:
    guide = re.search(r"\*\*Express, 25 minutes:\*\* ([^*\n]+)\.", lesson.guide)
    page = re.search(r"takes 25: exercises ([^*\n]+?)\. \*\*", lesson.lesson)
    assert guide
    assert page
    assert ids(guide[1]) == ids(page[1]) != []
    assert set(ids(guide[1])) <= set(lesson.sheet.questions)


def test_the_minute_plan_fills_the_lesson_without_a_gap(lesson: Pages) -> None:
    plan = [(int(a), int(b)) for a, b in re.findall(r"^\| (\d+)–(\d+) \|", lesson.guide, re.M)]
    assert plan[0][0] == 0
    assert plan[-1][1] == front(lesson.guide)["minutes"]
    assert [end for _, end in plan[:-1]] == [start for start, _ in plan[1:]]


def test_every_concept_of_the_guide_is_in_the_glossary(lesson: Pages) -> None:
    explained = re.findall(r"^\| ([a-z][^|]*?) \|", GLOSSARY, re.M)[1:]
    for concept in front(lesson.guide)["concepts"]:
        assert concept in explained or f"{concept} quotation" in explained, concept
    assert explained == sorted(explained)


def test_a_rubric_begins_at_nothing_and_the_guide_shows_each_level(lesson: Pages) -> None:
    written = [question for question in lesson.sheet if isinstance(question, FreeText)]
    assert written
    for question in written:
        marks = [level.marks for level in question.rubric]
        assert marks == sorted(marks)
        assert marks[0] == 0
        assert marks[-1] == question.points
        assert question.points != 3 or marks == [0, 1, 2, 3]
        rubric = lesson.guide.split(f"## Rubric for {question.id}")[1].split("##")[0]
        assert re.findall(r"^\| (\d+) \|", rubric, re.M) == [str(one) for one in reversed(marks)]


def test_a_sample_that_earns_most_is_as_long_as_asked_and_quotes(lesson: Pages) -> None:
    """Of a rubric with four levels the upper two; of the memo all that say nothing else."""
    for question in lesson.sheet:
        if not isinstance(question, FreeText):
            continue
        material = lesson.sheet.material(question)
        upper = question.rubric[-2:] if question.points == 3 else question.rubric[1:]
        for level in upper:
            if "extract" in level.text or "shorter than asked" in level.text:
                continue
            sample = FreeTextAnswer(text=level.sample)
            assert question.complete(sample, material), (question.id, level.marks)
            assert len(level.sample.split()) <= question.limit
