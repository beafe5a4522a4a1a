"""Who reacts to whom, in a picture and in words."""

from __future__ import annotations

from accordingto import seed
from accordingto.charts import reactions
from charts.drawing import NOTHING, crowded, same_twice, size

_, EXPERT = seed("white-house-israel-iran")


def test_the_expert_reading_in_words() -> None:
    assert reactions(EXPERT).alt == (
        "Who reacts to whom? 15 reactions, 9 on the record, 4 unclear and 2 not on the record."
        " US officials: support and oppose → Israel; further military action;"
        " Kirby: support and oppose → Israel’s defence; escalation,"
        " withhold → Netanyahu’s judgment; Biden, relayed by Kirby: oppose → war with Iran;"
        " Biden: criticise → Netanyahu’s handling of “the matter”,"
        " support and praise → Israel’s security and its defence, urge and praise → Netanyahu;"
        " whoever speaks in paragraph 7: condemn → Iran’s attack;"
        " Biden and other national security officials: refuse → military action against Iran;"
        " Netanyahu: undetermined → the attack; Iran: warn → Israel and the United States;"
        " Rubio: accuse and oppose → Biden, condemn → people who call for a ceasefire,"
        " accuse → whoever leaked; Kirby, of Biden: praise → Israel’s defence."
    )


def test_both_parties_of_the_invented_article_accuse_and_condemn() -> None:
    alt = reactions(seed("harbour-ferry")[1]).alt
    assert "Harrow: accuse and oppose → Vasko, condemn → people who call for free boats" in alt
    assert "Brandt: accuse and oppose → Harrow, condemn → the “Saturday rebels”" in alt


def test_the_line_says_whether_it_is_on_the_record() -> None:
    (legend,) = reactions(EXPERT).figure.legends
    styles = {
        text.get_text(): line.get_linestyle()
        for text, line in zip(legend.get_texts(), legend.get_lines(), strict=True)
    }
    assert styles == {"on the record": "-", "unclear": ":", "not on the record": "--"}
    assert same_twice(lambda: reactions(EXPERT))


def test_many_reactions_are_cut_and_the_words_say_so() -> None:
    _, reading = crowded(100)
    chart = reactions(reading)
    assert chart.alt.startswith("Who reacts to whom? 100 reactions (the first 36 are drawn),")
    assert size(chart) == (1512, 3401)


def test_no_reaction() -> None:
    assert reactions(NOTHING).alt == "Who reacts to whom? No reaction was found in this text."
