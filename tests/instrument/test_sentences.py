"""A sentence is a record: nothing that stands beside it in its paragraph changes how it is read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.instrument import read
from accordingto.instrument.sentences import Sentence, sentence_at, sentences
from accordingto.instrument.tokens import line
from accordingto.text import Article, Span

OPENERS = ["", "On Monday ", "But ", "Later, ", "According to Ash, ", "As Lund put it, "]
SUBJECTS = ["Officials", "The harbour master", "Ann Lund, the mayor,", "He", "A man who waited"]
CUES = ["say", "said", "warned", "told the crew", "asked", "declined to say", "promised"]
CONTENTS = [
    "the crew warned",
    "that it was late",
    "“it was late”",
    "whether it would wait",
    "to wait",
    "the plan, which failed",
    "it was late, but he left",
]
FOLLOWING = [
    "The mayor is angry,",
    "The mayor is angry.",
    "Nobody answered “Good,”",
    "It was “a mistake”",
    "Ash and Lund said that it was.",
    "Why",
    "The boat left -",
    "Lund: it was late.",
]
SENTENCE = st.tuples(*map(st.sampled_from, (OPENERS, SUBJECTS, CUES, CONTENTS)))


def findings(text: str, end: int) -> list[tuple[object, ...]]:
    """What is found of a text before `end`."""
    found = read(Article("any", text)).attributions
    return [
        (one.rule, one.source, one.cue, one.content, one.form)
        for one in found
        if all(span.end <= end for span in (*one.cue, *one.content))
    ]


@given(SENTENCE, st.lists(st.sampled_from(FOLLOWING), min_size=1, max_size=2))
@settings(max_examples=400)
def test_what_follows_a_sentence_does_not_change_it(
    parts: tuple[str, str, str, str], following: list[str]
) -> None:
    opener, subject, cue, content = parts
    text = f"{opener}{subject} {cue} {content}."
    alone = findings(text, len(text))
    assert findings(" ".join([text, *following]), len(text)) == alone


@pytest.mark.parametrize("end", ["", ".", ",", " “Good,”", "?", " -", " and", " by"])
def test_the_last_mark_of_a_paragraph_says_nothing_of_its_first_sentence(end: str) -> None:
    text = "Officials say the crew warned. The mayor is angry"
    first = findings(text + end, len("Officials say the crew warned."))
    assert [rule for rule, *_ in first] == ["bare clause"]


@pytest.mark.parametrize(
    "first", ["Said the mayor.", "Warned of the storm.", "Asked whether it would wait, he left."]
)
def test_a_cue_that_opens_a_paragraph_has_nothing_before_it(first: str) -> None:
    alone = findings(first, len(first))
    for follows in FOLLOWING:
        assert findings(f"{first} {follows}", len(first)) == alone


def test_a_sentence_knows_no_letter_beside_it() -> None:
    text = "It rained. “We will wait,” Lund said. It was late."
    words = line(text, Span(0, len(text)), ())
    second = list(sentences(words))[1]
    assert (second.tag(-1), second.tag(second.end), second.before) == ("", "", ".")
    assert (second.word(-1), second.word(second.end - 1)) == ("", ".")
    assert not second.among(-1, ".")
    assert second.among(second.end - 1, ".?!")
    assert sentence_at(words, words.words.index("Lund")) == (Sentence(second.words, second.tags), 3)


def test_a_range_that_begins_before_the_sentence_holds_no_verb_of_its_end() -> None:
    one = Sentence(["It", "said"], "pv")
    assert (one.has_verb(-1, 1), one.has_verb(-1, 2), one.find("v", 0, 1)) == (False, True, 1)
    assert one.until(1) == Sentence(["It"], "p")
