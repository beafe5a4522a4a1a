"""Lesson 6: every figure that its words state is what the article and the expert give."""

from __future__ import annotations

from collections import Counter

from nltk.classify import NaiveBayesClassifier
from nltk.tokenize import wordpunct_tokenize

from accordingto.exercises import Material, Sheet

SHEET = Sheet.of("06-who-reacts-to-what")
SEED, FERRY = SHEET.home, SHEET.home.other("harbour-ferry")
FOR = {"support", "praise"}
AGAINST = {"oppose", "criticise", "accuse", "condemn", "refuse", "warn"}
Example = tuple[dict[str, bool], bool]


def examples(material: Material) -> list[Example]:
    """The words on which each reaction rests, and whether it is for something."""
    return [
        (
            {
                word.lower(): True
                for piece in reaction.evidence
                for word in wordpunct_tokenize(material.article[piece])
            },
            reaction.stance in FOR,
        )
        for reaction in material.reading.reactions
        if reaction.stance in FOR | AGAINST
    ]


def right(training: list[Example], tested: list[Example]) -> int:
    trained = NaiveBayesClassifier.train(training)
    return sum(trained.classify(words) == side for words, side in tested)


def test_two_of_fifteen_actors_are_not_american() -> None:
    actors = [reaction.actor for reaction in SEED.reading.reactions]
    assert len(actors) == 15
    american = ("US", "Kirby", "Biden", "Rubio", "whoever")
    outside = [actor for actor in actors if not any(name in actor for name in american)]
    assert outside == ["Netanyahu", "Iran"]


def test_the_classifier_is_worse_than_a_stopped_clock_and_copies_from_the_twin() -> None:
    here, there = examples(SEED), examples(FERRY)
    assert Counter(side for _, side in here) == {False: 8, True: 4}
    alone = sum(right(here[:i] + here[i + 1 :], [one]) for i, one in enumerate(here))
    assert alone == 7
    assert right(there, here) == 11
    assert "7 of\n      12" in SHEET["6.9"].prompt or "7 of 12" in SHEET["6.9"].prompt


def test_rubio_accuses_twice_and_condemns_once() -> None:
    stances = Counter(r.stance for r in SEED.reading.reactions if r.actor == "Rubio")
    assert stances == {"accuse": 2, "condemn": 1}
    biden = {
        r.stance for r in SEED.reading.reactions if "Biden" in r.actor and r.actor[:5] != "Kirby"
    }
    assert len(biden) == 5


def test_what_is_asked_of_one_party_is_asked_of_the_other() -> None:
    assert "one of Joe Biden’s, two of Marco Rubio’s" in SHEET["6.4"].prompt
    rows = [row.text.split(":")[0] for row in SHEET["6.8"].rows]
    assert Counter(rows) == {"Harrow": 2, "Brandt": 2, "Abiola": 1, "Okoro": 1}
