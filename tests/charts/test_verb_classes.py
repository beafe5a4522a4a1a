"""The classes of cues along an article, in a picture and in words."""

from __future__ import annotations

from accordingto import seed
from accordingto.charts import verb_classes
from accordingto.charts.stretches import MOST_ROWS
from accordingto.instrument import read
from charts.drawing import NOTHING, PLAIN, crowded, same_twice, size

ARTICLE, EXPERT = seed("white-house-israel-iran")


def test_the_expert_reading_in_words() -> None:
    assert verb_classes(ARTICLE, EXPERT).alt == (
        "Which verbs, where? 17 cues: 8 neutral, 7 illocutionary, 1 factive and 1 negated."
        " By paragraph: 1: affirming (illocutionary), making it clear (factive);"
        " 3: said (neutral); 4: said (neutral); 5: escalated criticism, calling (illocutionary);"
        " 6: said (neutral), describing (illocutionary); 8: reported (neutral);"
        " 9: told (neutral); 10: told (neutral); 11: has warned (illocutionary);"
        " 12: accused (illocutionary); 13: said (neutral); 14: Pressed by (illocutionary),"
        " declined to say (negated); 15: said (neutral)."
    )


def test_the_invented_article_has_both_parties_in_it() -> None:
    assert verb_classes(*seed("harbour-ferry")).alt.startswith(
        "Which verbs, where? 24 cues: 12 neutral, 9 illocutionary, 1 factive and 2 negated."
        " By paragraph: 2: thanking (illocutionary), making plain (factive);"
        " 4: said (2 times) (neutral);"
    )


def test_a_row_for_each_paragraph() -> None:
    axes = verb_classes(ARTICLE, EXPERT).figure.axes[0]
    assert [label.get_text() for label in axes.get_yticklabels()] == [str(n) for n in range(1, 16)]
    assert same_twice(lambda: verb_classes(ARTICLE, EXPERT))
    assert size(verb_classes(ARTICLE, read(ARTICLE)))[0] == 1468


def test_many_paragraphs_share_rows() -> None:
    article, reading = crowded(400)
    chart = verb_classes(article, reading)
    labels = [label.get_text() for label in chart.figure.axes[0].get_yticklabels()]
    assert len(labels) <= MOST_ROWS
    assert (labels[0], labels[-1]) == ("1–12", "397–400")
    assert "1–12: said (12 times) (no verb)" in chart.alt
    assert size(chart)[1] < 3000


def test_a_text_without_any_attribution() -> None:
    chart = verb_classes(PLAIN, NOTHING)
    assert chart.alt == "Which verbs, where? No cue was found in this text."
    assert size(chart) == (1296, 288)
