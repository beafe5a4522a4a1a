"""Figures of counts and ratings: drawn as told, told in words, refused where nothing fits."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
import pytest

from accordingto import seed
from accordingto.charts import Chart, bars, chains, discs, faded, means
from accordingto.charts.drawing import Dot
from charts.drawing import NOTHING, PLAIN, same_twice, size

HOME, EXPERT = seed("white-house-israel-iran")
TWICE = {"named": {"Bo": 10, "Ann": 3}, "heard": {"Bo": 8, "Ann": 4}}


def test_bars_are_as_long_as_their_counts_and_told() -> None:
    chart = bars(TWICE, title="Named and heard.")
    rows: Any = chart.figure.axes[0].patches
    drawn = [bar.get_width() for bar in rows]
    assert drawn == [10, 3, 8, 4]
    assert chart.alt == "Named and heard. Bo: named 10, heard 8; Ann: named 3, heard 4."
    assert bars({"words": {"a": 2, "b": 1}}, title="Words.").alt == "Words. a 2; b 1."


@pytest.mark.parametrize(
    ("series", "problem"),
    [
        ({}, "at least one count"),
        ({"one": {}}, "at least one count"),
        ({"one": {"a": 1}, "two": {"b": 1}}, "the same things"),
    ],
)
def test_bars_that_do_not_fit_together_are_refused(
    series: Mapping[str, Mapping[str, int]], problem: str
) -> None:
    with pytest.raises(ValueError, match=problem):
        bars(series, title="T")


def test_a_disc_for_each_count_and_none_for_nought() -> None:
    chart = discs({"Bo": {"warn": 2, "urge": 0}, "Ann": {"accuse": 1}, "Cy": {}}, title="Who?")
    discs_ = [mark for mark in chart.drawing.marks if isinstance(mark, Dot)]
    assert [one.place for one in discs_] == [(1, 0), (0, 1)]
    assert discs_[0].size == pytest.approx(discs_[1].size * 2**0.5)  # twice the area
    assert chart.alt == "Who? Bo: warn 2; Ann: accuse 1; Cy: nothing."
    assert discs({}, title="Who?").alt == "Who? Nothing was counted."


def test_means_are_those_of_the_ratings_and_every_rating_is_a_dot() -> None:
    chart = means({"plain": [2, 3, 3], "act": [], "true": [7]}, title="Yours.")
    lines = [np.asarray(line.get_xdata()).tolist() for line in chart.figure.axes[0].get_lines()]
    assert lines == [[2], [3], [3], [8 / 3, 8 / 3], [7], [7, 7]]
    assert chart.alt == (
        "Yours. plain: mean 2.67 of 3 ratings; act: no rating; true: mean 7.00 of 1 rating."
    )
    assert means({"plain": []}, title="Yours.").alt == "Yours. There are no ratings yet."


def test_a_word_is_grey_where_no_statement_with_a_source_covers_it() -> None:
    """Counted once more, word by word, from the spans themselves."""
    sourced = [
        place
        for one in EXPERT.attributions
        if one.source
        for place in (*one.source, *one.cue, *one.content)
    ]
    grey = [w for w in HOME.words if not any(w.start < p.end and p.start < w.end for p in sourced)]
    chart = faded(HOME, EXPERT.attributions)
    assert (
        f"Of {len(HOME.words)} words {len(grey)} are grey; paragraphs 2 and 7 wholly" in chart.alt
    )
    two = faded(HOME, EXPERT.attributions, paragraphs=(3, 11))
    assert "paragraph" not in two.alt
    assert faded(PLAIN, ()).alt.endswith("Of 8 words 8 are grey; paragraphs 1 and 2 wholly.")


def test_chains_end_at_this_page_and_a_hidden_hand_has_a_broken_edge() -> None:
    chart = chains(HOME, EXPERT, ["A14", "A19", "A14", "A99"])
    assert chart.alt.endswith(
        "(9) A14: Biden, then not disclosed, then this page; "
        "(13) A19: Marco Rubio, then this page. 1 name not found: A99."
    )
    edges = [
        text.get_bbox_patch().get_linestyle()  # type: ignore[union-attr]
        for text in chart.figure.axes[0].texts
        if text.get_bbox_patch()
    ]
    assert edges.count("--") == 1
    assert "No statement of these names" in chains(PLAIN, NOTHING, []).alt


@pytest.mark.parametrize(
    "draw",
    [
        lambda: bars({"of $5": {"很长 " * 30: 3, "$6": 0}}, title="T"),
        lambda: discs({"很长 " * 30: {"$5": 2}}, title="T"),
        lambda: means({"$5 " * 30: [1, 7, 7, 7, 7, 7, 7, 7]}, title="T"),
        lambda: faded(HOME, EXPERT.attributions),
        lambda: chains(HOME, EXPERT, [one.id for one in EXPERT.attributions]),
    ],
)
def test_each_is_a_whole_picture_and_the_same_twice(draw: Callable[[], Chart]) -> None:
    width, height = size(draw())
    assert min(width, height) > 100
    assert same_twice(draw)
