"""Lesson 2: every figure that its words state is what the article and the expert give."""

from __future__ import annotations

import re

from accordingto.exercises import Sheet

SHEET = Sheet.of("02-who-says-so")
ARTICLE, READING = SHEET.home.article, SHEET.home.reading
OURS = r"\b(?:said|told|reported|warned)\b"


def test_five_of_27_sentences_have_no_attribution() -> None:
    places = [
        piece
        for one in READING.attributions
        for piece in (*one.source, *one.cue, *one.content)
        if one.source  # the orphan of paragraph 7 has none
    ]
    bare = [
        sentence
        for sentence in ARTICLE.sentences
        if not any(sentence.start < piece.end and piece.start < sentence.end for piece in places)
    ]
    assert len(ARTICLE.sentences) == 27
    assert [ARTICLE.paragraph_of(sentence) for sentence in bare] == [2, 2, 5, 7, 11]


def test_clear_stands_four_times() -> None:
    hits = re.finditer(r"\bclear\b", ARTICLE.text)
    assert [len(ARTICLE.text[: hit.start()].splitlines()) for hit in hits] == [1, 4, 6, 15]


def test_the_four_words_and_what_they_find() -> None:
    counts = {
        word: len(re.findall(rf"\b{word}\b", ARTICLE.text, re.I)) for word in OURS[5:-3].split("|")
    }
    assert counts == {"said": 6, "told": 4, "reported": 1, "warned": 1}
    outer = [one for one in READING.attributions if not one.embedded_in]
    assert len([one for one in READING.attributions if one.id.startswith("A")]) == 23
    cues = [ARTICLE[one.cue[0]] for one in outer if one.cue]
    assert len(cues) == 21
    found = [cue for cue in cues if re.search(OURS, cue)]
    assert len(found) == 12
    assert [one.id for one in READING.attributions if one.embedded_in] == [
        "A13", "N1", "N2", "N3", "N4", "N5", "N6",
    ]  # fmt: skip


def test_nine_places_bear_twelve_statements_and_three_words_stand_inside_others() -> None:
    places = [one.cue[0] for one in READING.attributions if one.cue and not one.embedded_in]
    bearing = {place.start for place in places if re.search(OURS, ARTICLE[place])}
    assert len(bearing) == 9
    words = list(re.finditer(OURS, ARTICLE.text))
    covered = [word for word in words if any(p.start <= word.start() < p.end for p in places)]
    inside = [word for word in words if word not in covered]
    assert len(words) == 12
    before = [ARTICLE.text[: word.end()].split()[-2:] for word in inside]
    assert before == [["president", "said"], ["have", "told"], ["‘we", "told"]]


def test_israel_and_netanyahu_are_named_and_have_no_statement_of_their_own() -> None:
    words = re.findall(r"\w+", ARTICLE.text)
    assert (words.count("Israel"), words.count("Netanyahu")) == (15, 7)
    origins = [
        one.origin.name for one in READING.attributions if one.origin and not one.embedded_in
    ]
    assert not [name for name in origins if re.search("Israel|Netanyahu", name)]


def test_what_is_asked_of_one_politician_is_asked_of_the_other() -> None:
    assert "Joe Biden’s" in SHEET["2.10"].prompt
    assert "Marco Rubio’s" in SHEET["2.10"].prompt


def test_named_and_heard_are_counted_by_one_rule() -> None:
    people = ["Biden", "Kirby", "Rubio", "Iran", "Israel", "Netanyahu"]
    words = re.findall(r"\w+", ARTICLE.text)
    credited = [
        one.origin.name for one in READING.attributions if one.origin and not one.embedded_in
    ]
    assert [words.count(name) for name in people] == [10, 3, 1, 7, 15, 7]
    assert [sum(name in origin for origin in credited) for name in people] == [8, 4, 4, 1, 0, 0]
    assert credited.count("the president") == 1
