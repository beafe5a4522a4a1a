"""Two readings over the text, in a picture and in words."""

from __future__ import annotations

import pytest

from accordingto import seed
from accordingto.charts import machine_against_expert
from accordingto.instrument import read
from accordingto.readings import Reading
from charts.drawing import NOTHING, PLAIN, crowded, same_twice, size

ARTICLE, EXPERT = seed("white-house-israel-iran")
ONE = Reading(article=ARTICLE.id, reader="student", attributions=EXPERT.attributions[:1])


def test_all_quotations_of_the_seed_are_found() -> None:
    chart = machine_against_expert(ARTICLE, read(ARTICLE), EXPERT, layer="quotations")
    assert chart.alt == (
        "Machine against expert: quotations. Of the expert’s 12 the machine found 12, 12 of them"
        " from the same word to the same word; it missed nothing; besides, it found nothing."
        " Precision 1.00, recall 1.00."
    )


def test_what_is_missed_and_what_is_found_besides_is_named() -> None:
    assert machine_against_expert(ARTICLE, ONE, EXPERT).alt == (
        "Machine against expert: attributions. Of the expert’s 22 the machine found 1, 1 of them"
        " from the same word to the same word; it missed 21; besides, it found nothing."
        " Precision 1.00, recall 0.05."
    )
    assert (
        "it missed nothing; besides, it found 21."
        in machine_against_expert(ARTICLE, EXPERT, ONE).alt
    )
    two = Reading(article=ARTICLE.id, reader="student", attributions=EXPERT.attributions[:2])
    assert "it missed A02 in paragraph 1; besides" in machine_against_expert(ARTICLE, ONE, two).alt


@pytest.mark.parametrize("name", ["white-house-israel-iran", "harbour-ferry"])
def test_both_articles_are_drawn_the_same_twice(name: str) -> None:
    article, expert = seed(name)
    machine = read(article)
    assert same_twice(lambda: machine_against_expert(article, machine, expert))
    axes = machine_against_expert(article, machine, expert).figure.axes[0]
    ids = {text.get_text() for text in axes.texts}
    assert ids == {one.id for one in expert.attributions if not one.embedded_in}


def test_a_long_text_is_drawn_without_ids() -> None:
    article, reading = crowded(400)
    chart = machine_against_expert(article, reading, reading)
    assert chart.alt.startswith("Machine against expert: attributions. Of the expert’s 400")
    assert not chart.figure.axes[0].texts
    assert size(chart)[1] < 3500


def test_a_text_without_any_attribution() -> None:
    assert machine_against_expert(PLAIN, NOTHING, NOTHING).alt == (
        "Machine against expert: attributions. Neither found any attributions in this text."
    )
