"""A cell that says *change me* takes what readers write there, and answers with a sentence."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.notebooks.own_article import ArticleError
from accordingto.notebooks.page import Page
from inviting import Invitation, cells, invitations, runs_alone

LESSONS = Content.kit().lessons()
ALL = [one for name in LESSONS for one in invitations(name)]

LIST = {
    "[]": "The list is empty",
    '["xyzzy"]': "",
    "5": "A list in square brackets was expected here, and this is 5.",
    '"said, told"': "I take this text as if it stood there",
    '["said", 7]': "I leave out what is no",
    '["said", "said"]': "Twice in the list, and counted once: said.",
    '["siad", "(told"]': "",
}
RATINGS = {
    "[]": "",
    '["xyzzy"]': "I leave out neighbour 1: expected what the cell printed",
    "5": "A list in square brackets was expected here, and this is 5.",
    '["said", 7]': "I leave out neighbour 2",
    "[{'neutral': [2]}, {'neutral': [2]}]": "was one pasted twice?",
    "[{'neutrl': [2]}]": "there is no class 'neutrl'",
}
ONE_LABEL_EACH = "Kappa needs a label from both readers for each case"
LABELS = {
    "[]": ONE_LABEL_EACH,
    '["xyzzy"]': "No label of the codebook: 'xyzzy'",
    "5": ONE_LABEL_EACH,
    '["direct", 7]': "No label of the codebook: 7",
    '["direct"] * 16': ONE_LABEL_EACH,
    '["dirct"] * 8': "No label of the codebook: 'dirct'",
}
PAIRS = {
    "[]": "There is no pattern: every word gets the label OTHER",
    '["xyzzy"]': "I leave out pattern 1: expected a pattern and its label",
    "5": "A list in square brackets was expected here, and this is 5.",
    '[("^a$", 7)]': "expected two texts in quotation marks",
    '[("a", "WHO"), ("a", "WHO")]': "Pattern 2 is there twice",
    '[("^(he|she$", "WHO")]': "cannot be read as a pattern: missing ), unterminated subpattern",
    '[("^he$", "who?")]': "a label is one word in capitals, and this is 'who?'",
    '[("", "SAY")]': "",
}
NUMBER = {
    "None": "There is no paragraph None: they have the numbers 1 to 15.",
    "99": "There is no paragraph 99",
    "'7'": "There is no paragraph '7'",
    "[7, 7]": "There is no paragraph [7, 7]",
    "0": "There is no paragraph 0",
    "7": "20 [",
}
TEXT = {
    one: f": {one.strip(chr(39))}"
    for one in ("''", "'xyzzy'", "'The bridge is shut.'", "'“'", "'(told'")
}
ASKED = 'expected the name of a page, audited("harbour-ferry"), or a page and its reading'
PAGE_AND_READING = {
    "audited()": f"{ASKED}, audited(draft.article, draft.reading); and this is nothing",
    'audited("xyzzy")': "there is no article 'xyzzy'",
    "audited(5)": ASKED,
    "audited(article, article)": ASKED,
    'audited("harbor-ferry")': "there is no article 'harbor-ferry'",
    'audited(article, seed("harbour-ferry")[1])': "this reading is of another page",
}
PAGE_OF_ONES_OWN = {
    'own_article(text="")': "the article is empty: paste its text",
    'own_article(text="  ")': "the article is empty: paste its text",
    "own_article()": "own_article takes a text or a file",
    'own_article(file="pgae.txt")': "there is no file pgae.txt",
    "own_article(text=5)": "",
    'own_article(text="xyzzy")': "",
    'own_article(text="One.\\nOne.")': "",
    'own_article(text="“open")': "",
}
# What readers write there, by the kind of thing, and the sentence that each is met with; an empty
# one where it is taken without a word. Names that hold something of a kind of their own come first.
BY_NAME = {"neighbours": RATINGS, "mine in 07-do-we-agree": LABELS}
BY_KIND = {
    "list of words": LIST,
    "list of pairs": PAIRS,
    "int": NUMBER,
    "str": TEXT,
    "audited": PAGE_AND_READING,
    "own_article": PAGE_OF_ONES_OWN,
}
FOUND_WRONG = {"audited", "own_article"}  # these stop, with the sentence alone

INVITES = re.compile(
    r"\b(?:[Cc]hange the|[Mm]ake it your own|[Tt]ry other|[Pp]ut others|[Pp]ut your own"
    r"|[Ww]rite your eight|[Pp]ut in what|write the words that|in place of|[Aa]dd a (?:verb|sign)"
    r"|[Pp]aste (?:a|your)|change it\b)"
)


def tries(one: Invitation) -> dict[str, str]:
    own = BY_NAME.get(one.names) or BY_NAME.get(f"{one.names} in {one.lesson}")
    return own or BY_KIND[one.kind]


def space_of(name: str) -> dict[str, Any]:
    """What the cells of a lesson find there: an article, a reading, and a reader's own marks."""
    sheet = Sheet.of(name)
    ratings = {"neutral": [2, 3], "names an act": [5], "takes it as true": []}
    ask = SimpleNamespace(
        article=sheet.home.article,
        expert=sheet.home.reading,
        marked=lambda exercise: (),
        ratings=lambda exercise: ratings,
    )
    return {"ask": ask, "article": Page.of(sheet.home.article)}


@cache
def after(lesson: str, many: int) -> dict[str, Any]:
    """What there is once so many cells have run, those that need a reader left out."""
    if not many:
        return space_of(lesson)
    space = dict(after(lesson, many - 1))
    if runs_alone(cell := cells(lesson)[many - 1]):
        exec(compile(cell, lesson, "exec"), space)
    return space


def made(lesson: str, cell: int) -> dict[str, Any]:
    """What a cell of the lesson as it is adds to what is there, or makes anew."""
    before, behind = after(lesson, cell), after(lesson, cell + 1)
    return {name: one for name, one in behind.items() if one is not before.get(name, before)}


def run(one: Invitation, change: str) -> None:
    """Run the cell with its statement changed, and each later one that uses what it made.

    What the others make is taken from a run of the lesson as it is.
    """
    given = f"word_list({change})" if one.given.startswith("word_list(") else change
    cell = cells(one.lesson)[one.cell]
    cell = cell[: one.start] + given + cell[one.start + len(one.given) :]
    cell = cell.replace("draft = correct(mine)", "")
    assert runs_alone(cell)
    space = dict(after(one.lesson, one.cell))
    exec(compile(cell, one.lesson, "exec"), space)
    changed = made(one.lesson, one.cell)
    for number, later in enumerate(cells(one.lesson)[one.cell + 1 :], one.cell + 1):
        if runs_alone(later) and changed.keys() & set(re.findall(r"\w+", later)):
            exec(compile(later, one.lesson, "exec"), space)
        else:
            space |= made(one.lesson, number)


@pytest.fixture(autouse=True)
def _apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


CASES = [
    pytest.param(one, change, said, id=f"{one.lesson[:2]} {one.names} {change}")
    for one in ALL
    for change, said in tries(one).items()
]


@pytest.mark.parametrize(("one", "change", "said"), CASES)
def test_what_readers_write_is_met_with_a_sentence(
    one: Invitation, change: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    if said and one.kind in FOUND_WRONG:
        with pytest.raises(ArticleError, match=re.escape(said)) as caught:
            run(one, change)
        assert caught.value._render_traceback_() == [str(caught.value)]
    else:
        run(one, change)
        assert said in capsys.readouterr().out


def test_each_is_tried_with_five_changes_or_more() -> None:
    assert all(len(tries(one)) >= 5 for one in ALL)


@pytest.mark.parametrize("name", LESSONS)
def test_a_list_that_is_checked_is_one_that_a_reader_may_change(name: str) -> None:
    """What a cell hands to `word_list` and its like is marked, in this cell or an earlier one."""
    checked = re.compile(r"\b(?:word_list|pattern_list|article\.paragraph)\((\w+)[,)]")
    marked = {name for one in invitations(name) for name in one.names.split(", ")}
    loops = {"names"}  # a list of such lists
    for cell in cells(name):
        assert set(checked.findall(cell)) - loops <= marked


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_that_says_change_this_marks_what(name: str) -> None:
    """Each paragraph that invites a change is beside a cell with the mark."""
    source = (Content.kit().root / "lessons" / f"{name}.md").read_text(encoding="utf-8")
    source = source.split("## Further, if you like")[0]
    parts = re.split(r"(```\{code-cell\} ipython3\n.*?```)", source, flags=re.S)
    for before, prose, after in zip(
        ["", *parts[1::2]], parts[::2], [*parts[1::2], ""], strict=True
    ):
        for paragraph in prose.splitlines():
            if INVITES.search(paragraph) and not paragraph.startswith("**You need**"):
                assert "# Yours to change:" in before + after, paragraph
