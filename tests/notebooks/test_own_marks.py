"""What a lesson gives back of one's own work: statements, ratings, marks that move, a pool."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.exercises import Sheet
from accordingto.notebooks.lesson import Lesson
from accordingto.notebooks.move_marks import marked_sentence, move_marks
from accordingto.notebooks.pooled import pooled
from accordingto.widgets import shown as showing

SENTENCE = "We will open the bridge when it is safe."
OTHERS = {"Moor": 10, "Vale": 20}


def moved(first: int, last: int) -> dict[str, str]:
    return marked_sentence(SENTENCE, first, last, speaker="Moor", others=OTHERS)


def test_ones_own_statements_are_those_that_were_marked(tmp_path: Path) -> None:
    ask = Lesson(Sheet.of("02-who-says-so"), tmp_path)
    assert ask.marked("2.2") == ()
    text = ask.article.text
    marks = [
        {"start": text.index(words), "end": text.index(words) + len(words), "label": role}
        for role, words in (("cue", "has warned"), ("source", "Iran has"))
    ]
    ask.answer("2.2", {"marks": [{**mark, "record": 4} for mark in marks]})
    [mine] = ask.marked("2.2")
    assert [text[mine.source[0].start : mine.source[0].end], mine.content] == ["Iran has", ()]
    assert mine.id == "M04"
    with pytest.raises(TypeError, match=r"exercise 2.1 has no statements to mark"):
        ask.marked("2.1")
    with pytest.raises(TypeError, match=r"exercise 2.2 has no sentences to rate"):
        ask.ratings("2.2")


@pytest.mark.parametrize(
    ("first", "last", "kind", "share", "found"),
    [
        (0, 9, "direct", "Moor has 19 of 39 quoted words, 49%.", f"finds “{SENTENCE}”"),
        (2, 4, "mixed", "Moor has 12 of 32 quoted words, 38%.", "finds “open the”"),
        (3, 3, "indirect", "Moor has 10 of 30 quoted words, 33%.", "finds nothing"),
    ],
)
def test_share_headline_and_extractor_follow_the_marks(
    first: int, last: int, kind: str, share: str, found: str
) -> None:
    said = moved(first, last)
    assert said["Kind"].startswith(f"{kind}:")
    assert (said["Share of voice"], said["The extractor"]) == (share, found)
    assert ("“" in said["Headline"]) is (first < last)


@given(st.integers(-3, 12), st.integers(-3, 12))
def test_marks_change_no_word_of_the_sentence(first: int, last: int) -> None:
    said = moved(first, last)
    assert said["The sentence"].replace("“", "").replace("”", "") == f"Moor said: {SENTENCE}"


def test_where_no_widget_can_be_drawn_a_cell_still_says_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[Any] = []
    monkeypatch.setattr(showing, "display", lambda one, **_: shown.append(one))
    move_marks(SENTENCE, speaker="Moor", others=OTHERS)
    widget, said = shown
    assert dict(widget.said)["Share of voice"] == "Moor has 19 of 39 quoted words, 49%."
    assert "Moor said: “We will open" in said["text/plain"]
    assert "<dd>Moor has 19 of 39 quoted words, 49%.</dd>" in said["text/html"]


def test_a_sentence_without_a_word_is_answered_with_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    move_marks("  ", speaker="Moor", others=OTHERS)
    assert capsys.readouterr().out.startswith("There is no word here to put marks around")


def test_nobody_quoted_at_all_is_no_division_by_nought() -> None:
    alone = marked_sentence(SENTENCE, 0, 0, speaker="Moor", others={})
    assert alone["Share of voice"] == "Moor has 0 of 0 quoted words."


@pytest.mark.parametrize(
    ("neighbours", "together", "said"),
    [
        ([], [2, 3], ""),
        ([{"plain": [4], "act": [7]}], [2, 3, 4], ""),
        ({"plain": [4]}, [2, 3, 4], ""),
        ([{"plain": [4]}, {"plain": [4]}], [2, 3, 4, 4], "same ratings as another"),
        ([{"plian": [4]}], [2, 3], "there is no class 'plian'; there are plain, act"),
        ([{"plain": 4}], [2, 3], "numbers from 1 to 7 in square brackets"),
        ([{"plain": [4, True]}], [2, 3], "numbers from 1 to 7"),
        ([{"plain": [40]}], [2, 3], "numbers from 1 to 7"),
        ([[4]], [2, 3], "in curly brackets"),
        (7, [2, 3], "A list in square brackets was expected here, and this is 7"),
    ],
)
def test_what_neighbours_give_is_pooled_or_told_why_not(
    neighbours: Any, together: list[int], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    mine = {"plain": [2, 3], "act": [5]}
    assert pooled(mine, neighbours)["plain"] == together
    assert said in capsys.readouterr().out
    assert mine == {"plain": [2, 3], "act": [5]}
