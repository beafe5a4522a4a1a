"""What holds over all lessons together: fair pairs, the planning page, the words, the prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest
import yaml

from accordingto.content import Content
from accordingto.exercises import Question, Sheet
from accordingto.exercises.kinds.choose_one import ChooseOne
from accordingto.exercises.kinds.free_text import FreeText
from accordingto.exercises.kinds.matrix import Matrix
from accordingto.exercises.kinds.select_all import SelectAll
from accordingto.exercises.kinds.sort_cards import SortCards
from elsewhere import is_tried_on_a_new_page
from fairness import parties_of
from readability import grade, prose, syllables

PAGES = Content.kit().root / "lessons"
NAMES = Content.kit().lessons()
SECTIONS = (
    "What students will be able to do",
    "Prepare (ten minutes)",
    "What they are likely to think",
    "Three questions for discussion",
    "On the board",
    "Answers, and where careful readers differ",
    "Rubric for ",
    "Easier and harder",
    "Sensitivity",
    "Fair by the same rule",
)
HARDEST = 9.0  # the school grade that no lesson may pass


@cache
def sheet(name: str) -> Sheet:
    return Sheet.of(name)


@cache
def page(*parts: str) -> str:
    return PAGES.joinpath(*parts).read_text(encoding="utf-8")


def everything() -> dict[str, tuple[Sheet, Question[Any]]]:
    return {question.id: (sheet(name), question) for name in NAMES for question in sheet(name)}


def table(text: str, heading: str) -> list[list[str]]:
    """The rows of the first table under a heading, without its head."""
    lines = text.split(f"## {heading}\n")[1].split("\n## ")[0].splitlines()
    rows = [line for line in lines if line.startswith("|")][2:]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


# Fair by construction


def twins() -> dict[str, Any]:
    """The list; numbers of exercises as text, for YAML would read 3.10 as 3.1."""
    path = Content.kit().root / "tests" / "lessons" / "twins.yaml"
    listed: dict[str, Any] = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
    for article in listed["parties"].values():
        for party in article.values():
            party["paragraphs"] = [int(number) for number in party["paragraphs"]]
    return listed


def sides(exercise: str) -> set[str]:
    home, question = everything()[exercise]
    return parties_of(question, twins()["parties"].get(question.article or home.article, {}))


def test_what_is_asked_about_one_party_has_its_twin_or_a_reason() -> None:
    listed = twins()
    one_sided = {exercise for exercise in everything() if len(sides(exercise)) == 1}
    paired = {exercise for pair in listed["pairs"] for exercise in pair}
    assert one_sided == paired | set(listed["alone"])
    assert not paired & set(listed["alone"])
    assert all(listed["alone"].values())


def test_twins_are_of_one_kind_and_about_two_parties() -> None:
    listed = twins()
    in_office = {next(iter(parties)) for parties in listed["parties"].values()}
    for first, second in listed["pairs"]:
        assert everything()[first][1].kind == everything()[second][1].kind
        assert sides(first) <= in_office
        assert not sides(second) & in_office


# Before and after


def make(question: Question[Any]) -> list[Any]:
    """What makes two questions alike: kind, number of choices, and the pattern of the key."""
    made: list[Any] = [question.kind, question.points]
    if isinstance(question, ChooseOne):
        made += [option.credit for option in question.options]
    if isinstance(question, SelectAll):
        made += [option.right for option in question.options]
    if isinstance(question, SortCards):
        made += [card.key for card in question.cards]
    if isinstance(question, Matrix):
        offered = {slot.id: [one.value for one in slot.options] for slot in question.slots}
        made += [[offered[slot].index(row.key[slot]) for slot in offered] for row in question.rows]
    return made


def test_the_six_before_and_after_are_twins_about_two_articles() -> None:
    pairs = [row[1:] for row in table(page("guides", "08-source-audit.md"), "Before and after")]
    assert pairs == [[f"0.{number}", f"8.{number + 7}"] for number in range(4, 10)]
    for before, after in pairs:
        (first, early), (last, late) = everything()[before], everything()[after]
        assert first.material(early).article != last.material(late).article
        assert make(early) == make(late)
        assert early.points == 0
        assert late.title == f"{early.title} (twin of {before})"


def test_whole_memos_are_as_long_as_a_memo_and_marked_by_the_rubric() -> None:
    memo = sheet("08-source-audit")["8.10"]
    assert isinstance(memo, FreeText)
    words = {level.marks: len(level.sample.split()) for level in memo.rubric}
    assert 350 <= words[20] <= 500
    assert min(words[10], words[5]) >= 200
    memos = page("guides", "08-source-audit.md").split("## Three whole memos, marked")[1]
    _, middle, low = (part.split("\n## ")[0] for part in memos.split("\n### At ")[1:])
    for part, total in ((middle, 10), (low, 5)):
        marks = [int(mark) for mark in re.findall(r"^\| [^|]+ \| (\d) \|", part, re.M)]
        assert len(marks) == len(memo.criteria) == 5
        assert sum(marks) == total
        assert f"\n{total} of 20." in part


# The planning page


def test_the_map_of_objectives_is_that_of_the_sheets() -> None:
    expected = [
        [
            name[:2],
            sentence.rstrip("."),
            ", ".join(q.id for q in mine),
            ", ".join(q.id for q in mine if is_tried_on_a_new_page(q)),
        ]
        for name in NAMES
        for one, sentence in sheet(name).objectives.items()
        if (mine := [q for q in sheet(name) if q.objective == one])
    ]
    heading = "What is learned, and where it is measured"
    assert table(page("guides", "planning.md"), heading) == expected


SAID = re.compile(r"prompt|worked|reveal|why|after|extra|otherwise")


def asked(name: str) -> str:
    """All that a sheet says to a student: prompts, worked examples, reveals and reasons."""
    source = (Content.kit().root / "exercises" / f"{name}.yaml").read_text(encoding="utf-8")
    return "\n\n".join(sentences(yaml.safe_load(source)["exercises"]))


def sentences(value: Any, key: str = "") -> Iterator[str]:
    if isinstance(value, str) and SAID.fullmatch(key):
        yield value
    elif isinstance(value, dict):
        for field, inner in value.items():
            yield from sentences(inner, str(field))
    elif isinstance(value, list):
        for inner in value:
            yield from sentences(inner)


def test_no_lesson_is_harder_than_its_bound_and_the_planning_page_says_how_hard() -> None:
    reported = table(page("guides", "planning.md"), "How hard the prose is")
    assert [row[0] for row in reported] == [name[:2] for name in NAMES]
    for name, (_, *said) in zip(NAMES, reported, strict=True):
        measured = [grade(prose(page(f"{name}.md"))), grade(prose(asked(name)))]
        assert max(measured) <= HARDEST
        assert [float(figure) for figure in said] == pytest.approx(measured, abs=0.5)


@pytest.mark.parametrize(
    ("word", "count"),
    [("said", 1), ("reported", 3), ("warned", 1), ("table", 2), ("houses", 2), ("make", 1),
     ("reportedly", 4), ("wanted", 2), ("well-known", 2), ("the", 1), ("Netanyahu", 4)],
)  # fmt: skip
def test_syllables_are_counted_by_rule(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_grade_is_that_of_the_formula() -> None:
    assert grade("The cat sat on the mat.") == pytest.approx(0.39 * 6 + 11.8 - 15.59)
    assert grade("He said so. They reported it.") == pytest.approx(0.39 * 3 + 11.8 * 8 / 6 - 15.59)


def test_code_tables_and_headings_are_no_prose() -> None:
    head, cell = "---\na: b\n---\n# H\n\n", "```{code-cell}\nx = 1\n```\n\n"
    text = f"{head}One *word*.\n\n{cell}| t | u |\n- two\n- three"
    assert prose(text).split() == ["One", "word.", "two", "three"]


# Guides and glossary


@pytest.mark.parametrize("name", [name for name in NAMES if name != "00-start-here"])
def test_every_guide_has_its_sections(name: str) -> None:
    headings = re.findall(r"^## (.+)$", page("guides", f"{name}.md"), re.M)
    found = [next((h for h in headings if h.startswith(section)), None) for section in SECTIONS]
    assert None not in found
    assert [headings.index(heading) for heading in found if heading] == sorted(
        headings.index(heading) for heading in found if heading
    )


def test_the_guide_to_the_first_notebook_says_what_its_sheet_says() -> None:
    guide = page("guides", "00-start-here.md")
    matter = yaml.safe_load(guide.split("---")[1])
    assert matter["objectives"] == list(sheet("00-start-here").objectives)
    assert matter["minutes"] == yaml.safe_load(page("00-start-here.md").split("---")[1])["minutes"]


def test_every_word_of_the_glossary_is_used() -> None:
    used = "\n".join(
        text
        for name in NAMES
        for text in (page(f"{name}.md"), page("guides", f"{name}.md"), asked(name))
    )
    words = re.findall(r"^\| ([a-z][^|]*?) \|", page("glossary.md"), re.M)[1:]
    unused = [word for word in words if word.removesuffix(" quotation") not in used.lower()]
    assert not unused
