"""Lesson 6: every figure that its words state is what the article and the expert give."""

from __future__ import annotations

from collections import Counter

from nltk.classify import NaiveBayesClassifier
from nltk.tokenize import wordpunct_tokenize

from accordingto.exercises import Material, Sheet
from accordingto.exercises.kinds.matrix import Matrix

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


def test_the_classifier_is_worse_than_a_stopped_clock_and_then_goes_by_small_words() -> None:
    here, there = examples(SEED), examples(FERRY)
    assert Counter(side for _, side in here) == {False: 8, True: 4}
    alone = sum(right(here[:i] + here[i + 1 :], [one]) for i, one in enumerate(here))
    assert alone == 7
    assert (len(there), right(there, here)) == (16, 12)
    words = [set().union(*(given for given, _ in page)) for page in (here, there)]
    shared = words[0] & words[1]
    loud = {"accused", "called", "reason", "so", "these", "warned"}
    assert loud <= shared
    small = {word for word in shared if word.isalpha() and len(word) <= 4} - loud
    assert {"to", "the", "will"} <= small

    def without(drop: set[str]) -> int:
        bare = [
            [({w: True for w in given if w not in drop}, side) for given, side in page]
            for page in (there, here)
        ]
        return right(*bare)

    assert (without(loud), without(small)) == (12, 8)
    told = NaiveBayesClassifier.train(there).most_informative_features(2)
    assert {word for word, _ in told} == {"tidewise", "to"}


def test_the_sentences_chosen_to_catch_it_do() -> None:
    trained = NaiveBayesClassifier.train(examples(FERRY))

    def in_favour(text: str) -> bool:
        answer: bool = trained.classify({w.lower(): True for w in wordpunct_tokenize(text)})
        return answer

    assert in_favour("They attacked the town.")
    assert in_favour("They want to destroy the town.")
    assert not in_favour("We stand behind you.")
    assert not in_favour("We love you.")


def test_rubio_accuses_twice_and_condemns_once() -> None:
    stances = Counter(r.stance for r in SEED.reading.reactions if r.actor == "Rubio")
    assert stances == {"accuse": 2, "condemn": 1}
    biden = [r.stance for r in SEED.reading.reactions if r.actor.startswith("Biden")]
    assert len(set(biden)) == 5
    kirby = {r.stance for r in SEED.reading.reactions if r.actor.startswith("Kirby")}
    assert kirby == {"support", "praise", "withhold"}


def test_what_is_asked_of_one_party_is_asked_of_the_other() -> None:
    assert "one of Joe Biden’s, two of Marco Rubio’s" in SHEET["6.4"].prompt
    question = SHEET["6.8"]
    assert isinstance(question, Matrix)
    rows = [row.text.split(":")[0] for row in question.rows]
    assert Counter(rows) == {"Harrow": 2, "Brandt": 2, "Abiola": 1, "Okoro": 1}
