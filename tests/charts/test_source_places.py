"""Where each source speaks, in a picture and in words."""

from __future__ import annotations

from accordingto import seed
from accordingto.charts import source_places
from accordingto.charts.source_places import MOST_SOURCES
from accordingto.readings import Attribution, Link, Reading
from accordingto.text import Article
from charts.drawing import NOTHING, PLAIN, crowded, same_twice, size

ARTICLE, EXPERT = seed("white-house-israel-iran")


def test_the_expert_reading_in_words() -> None:
    assert source_places(ARTICLE, EXPERT).alt == (
        "Where does each source speak? US officials: 2 statements, 13 words, paragraph 1;"
        " John Kirby: 4 statements, 100 words, paragraphs 3, 4, 14 and 15;"
        " the president: 1 statement, 11 words, paragraph 4;"
        " Joe Biden: 7 statements, 64 words, paragraphs 5, 6, 9 and 10;"
        " no source stated: 1 statement, 6 words, paragraph 7;"
        " Biden and other national security officials: 1 statement, 19 words, paragraph 8;"
        " Iran: 1 statement, 15 words, paragraph 11;"
        " Marco Rubio: 4 statements, 72 words, paragraphs 12 and 13;"
        " Kristen Welker: 1 statement, 12 words, paragraph 14."
    )


def test_the_spokesman_and_the_spokeswoman_of_the_invented_article() -> None:
    alt = source_places(*seed("harbour-ferry")).alt
    assert "Tom Abiola: 4 statements, 60 words, paragraphs 4, 5, 16 and 17;" in alt
    assert "Maya Okoro: 3 statements, 34 words, paragraphs 4, 16 and 18;" in alt


def test_sources_stand_in_the_order_in_which_they_speak() -> None:
    axes = source_places(ARTICLE, EXPERT).figure.axes[0]
    assert [label.get_text() for label in axes.get_yticklabels()][:4] == [
        "US officials",
        "John Kirby",
        "the president",
        "Joe Biden",
    ]
    assert same_twice(lambda: source_places(ARTICLE, EXPERT))


def test_many_sources_share_the_last_row() -> None:
    article, reading = crowded(100)
    chart = source_places(article, reading)
    assert len(chart.figure.axes[0].get_yticklabels()) == MOST_SOURCES
    assert "; 85 other sources: 85 statements, 170 words," in chart.alt
    assert size(chart)[0] == 1584


def test_a_text_without_any_attribution() -> None:
    assert source_places(PLAIN, NOTHING).alt == (
        "Where does each source speak? No source was found in this text."
    )


def test_a_record_that_has_only_a_source_so_far_stands_where_its_source_does() -> None:
    article = Article("page", "Bea said no.\nCy Vale was there.")
    link = Link(name="Cy Vale", type="named person")
    begun = Attribution(
        id="M02", form="indirect", source=(article.find("Cy Vale", 2),), origin=link
    )
    reading = Reading(article="page", reader="you", attributions=(begun,))
    assert "Cy Vale: 1 statement, 0 words, paragraph 2" in source_places(article, reading).alt
