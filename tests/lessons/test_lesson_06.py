"""Lesson 6: every figure that its words state is what the article and the expert give."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from nltk.classify import NaiveBayesClassifier
from nltk.tokenize import wordpunct_tokenize

from accordingto.content import Content
from accordingto.exercises import Material, Sheet
from accordingto.exercises.kinds.choose_one import ChooseOne
from accordingto.exercises.kinds.matrix import Matrix
from accordingto.exercises.labelled import labelled_sides

SHEET = Sheet.of("06-who-reacts-to-what")
LESSON = (Content.kit().root / "lessons" / "06-who-reacts-to-what.md").read_text("utf-8")
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


def without(drop: set[str]) -> int:
    """How many of the page are right, trained on the twin, when some words are in neither."""
    bare = [
        [({w: True for w in given if w not in drop}, side) for given, side in page]
        for page in (examples(FERRY), examples(SEED))
    ]
    return right(*bare)


def test_alone_it_is_no_better_than_a_stopped_clock_and_on_the_twin_it_is_perfect() -> None:
    here, there = examples(SEED), examples(FERRY)
    assert Counter(side for _, side in here) == {False: 8, True: 4}
    alone = sum(right(here[:i] + here[i + 1 :], [one]) for i, one in enumerate(here))
    assert alone == 7
    assert (len(there), right(there, here)) == (16, 12)


@pytest.mark.parametrize(
    ("page", "hits", "clock", "of"),
    [("nap-app-trial", 4, 2, 9), ("smokehouse-tribunal", 11, 10, 12)],
)
def test_what_is_left_of_it_on_a_page_that_is_no_twin(
    page: str, hits: int, clock: int, of: int
) -> None:
    tested = examples(Material.of(page))
    assert (right(examples(FERRY), tested), len(tested)) == (hits, of)
    assert sum(not side for _, side in tested) == clock
    assert f"{hits} of {of}" in LESSON


def test_before_it_knows_a_word_it_is_against() -> None:
    trained = NaiveBayesClassifier.train(examples(FERRY))
    assert round(trained.prob_classify({}).prob(True), 2) == 0.32
    assert "only .32 likely" in LESSON


def test_twins_are_pairs_and_leakage_is_the_answer() -> None:
    for twin, ours in (
        ("R13", "R11"),
        ("R14", "R12"),
        ("R15", "R13"),
        ("R9", "R7"),
        ("R12", "R10"),
    ):
        assert FERRY.records[twin].stance == SEED.records[ours].stance
        assert f'("{twin}", "{ours}")' in LESSON
    question = SHEET["6.9"]
    assert isinstance(question, ChooseOne)
    assert [option.value for option in question.options if option.credit == 1] == ["leak"]


def test_taking_away_the_small_words_is_within_what_any_fifteen_words_do() -> None:
    words = [set().union(*(given for given, _ in examples(page))) for page in (SEED, FERRY)]
    shared = words[0] & words[1]
    loud = {"accused", "called", "reason", "so", "these", "warned"}
    assert loud <= shared
    small = {word for word in shared if word.isalpha() and len(word) <= 4} - loud
    assert (len(shared), len(small)) == (27, 15)
    assert (without(loud), without(small)) == (12, 8)
    dice = Random(6)
    drawn = Counter(without(set(dice.sample(sorted(shared), 15))) for _ in range(200))
    assert drawn == {8: 14, 9: 78, 10: 77, 11: 26, 12: 5}
    assert "9 or 10 right as a rule, and 8 in 14 of 200" in LESSON
    other = Counter(without(set(Random(n).sample(sorted(shared), 15))) for n in range(200))
    assert other[9] + other[10] > 100  # other dice say the same


def test_the_interval_is_wilsons() -> None:
    """By the bounds at which the distance of the share is 1.96 standard errors (Wilson 1927)."""
    for hits, of, low, high in ((7, 12, 0.32, 0.81), (8, 12, 0.39, 0.86), (12, 12, 0.76, 1.0)):
        for bound in (low, high):
            error = (bound * (1 - bound) / of) ** 0.5
            assert abs(abs(hits / of - bound) - 1.96 * error) < 0.02


def test_the_sentences_are_balanced_and_have_their_origin() -> None:
    sentences = labelled_sides()
    assert len(sentences) == len({one.text for one in sentences}) == 64
    counted = Counter((one.page, one.side) for one in sentences)
    pages = ("white-house-israel-iran", "harbour-ferry", "nap-app-trial", "smokehouse-tribunal")
    for side in ("for", "against"):
        assert [counted[page, side] for page in pages] == [2, 2, 2, 2]
        assert counted[None, side] == 24


def test_a_labelled_reaction_has_the_side_of_its_stance() -> None:
    for one in labelled_sides():
        if one.page:
            page = Material.of(one.page)
            stances = {
                r.stance
                for r in page.reading.reactions
                if " ".join(page.article[piece] for piece in r.evidence) == one.text
            }
            assert stances <= (FOR if one.side == "for" else AGAINST)
            assert stances


def test_more_sentences_do_no_better_than_a_stopped_clock() -> None:
    def labelled(text: str, side: str) -> Example:
        return {word.lower(): True for word in wordpunct_tokenize(text)}, side == "for"

    written = [labelled(one.text, one.side) for one in labelled_sides() if not one.page]
    pages = [SEED, FERRY, Material.of("nap-app-trial"), Material.of("smokehouse-tribunal")]
    assert [right(written, examples(page)) for page in pages] == [6, 7, 9, 7]
    assert sum(not side for page in pages for _, side in examples(page)) == 31
    whole = [labelled(one.text, one.side) for one in labelled_sides()]
    assert sum(right(whole[:i] + whole[i + 1 :], [whole[i]]) for i in range(64)) == 9
    by_pair = [right(written[:i] + written[i + 2 :], written[i : i + 2]) for i in range(0, 48, 2)]
    assert sum(by_pair) == 32
    assert "it gets 9, and a coin would get 32" in LESSON
    assert "it gets 32 of 48" in LESSON


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
