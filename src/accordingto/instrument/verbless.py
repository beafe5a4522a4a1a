"""Rules with no verb: according to, a noun such as claim, in her words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accordingto.instrument.clauses import clause_end, skip_openers
from accordingto.instrument.content import content_stop, resumed, sentence_end
from accordingto.instrument.finding import Finding, Range
from accordingto.instrument.lexicon import group, verb_forms, word_list
from accordingto.instrument.sentences import Sentence
from accordingto.instrument.sources import source_after, source_before

_OWNER = re.compile(r"([dPyxNe]*[Py]|d)([xeNrjuzSg]*)t")


def noun_clauses(sentence: Sentence) -> Iterator[Finding]:
    """The letter holds Vasko's claim that the ferry would wait.

    Where the sentence goes on ("… would wait was wrong"), so does the content: a known error.
    """
    if "t" not in sentence.tags:  # told at once, for the time of it
        return
    for match in _OWNER.finditer(sentence.tags):
        noun = match.end() - 2
        owner = match.span(1)
        if sentence.word(noun) not in word_list("nouns.txt"):
            continue
        cue = noun
        unowned = sentence.tags[slice(*owner)] == "d"  # "a claim that", not "his claim that"
        if unowned and sentence.word(owner[0]) not in word_list("owners.txt"):
            cue = owner[0] - 1  # "issued | a warning that"
            source = (
                source_before(sentence, cue)
                if sentence.word(cue) in word_list("light.txt")
                else None
            )
            if not source:
                continue
            owner = source
        end = clause_end(sentence, noun + 1)
        yield Finding("noun clause", (cue, noun + 1), noun, owner, ((noun + 1, end),))


_IN_WORDS = re.compile(r"i(d|d?[xN]*[Py])[xr]?S,?(?=[Qq])")


def in_words(sentence: Sentence) -> Finding | None:
    """In her words, “it was a mistake.”"""
    for match in _IN_WORDS.finditer(sentence.tags):
        first, end = match.span()
        owner = match.span(1)
        owned = match[1][-1] in "Py" or sentence.word(owner[0]) in word_list("owners.txt")
        if owned and "words" in sentence.words[first:end]:
            return Finding("noun clause", (first, end), first, owner, ((end, end + 1),))
    return None


def _clause_at(sentence: Sentence, source: Range) -> bool:
    """Whether the first comma in what follows ends the source: "According to a study, …"."""
    comma = sentence.find(",", *source)
    apposed = "," in sentence.tags[comma + 1 : source[1] + 1]
    return comma < source[1] and not (apposed and sentence.has_verb(source[1], sentence.end))


def according_to(sentence: Sentence) -> Finding | None:
    """The ferry sank, according to the coastguard."""
    tags = sentence.tags
    cue = next(
        (one.span() for one in _ACCORDING.finditer(tags) if _passes_on(sentence, *one.span())), None
    )
    if not cue:
        return _in_a_poll(sentence)
    at, after = cue
    source = source_after(sentence, after)
    if not source:
        return None
    if at == 0 or tags[at - 1] in "b&":
        source = (source[0], tags.find(",", *source) if _clause_at(sentence, source) else source[1])
        if tags.startswith(",w", source[1]):  # "Ann Lee, who leads the board, …"
            source = (source[0], sentence.find(",", source[1] + 1, sentence_end(sentence)))
        content = [(source[1] + (tags[source[1] : source[1] + 1] == ","), sentence_end(sentence))]
    else:
        start = skip_openers(sentence, at)
        content = [(start, content_stop(sentence, start, at))]
        content += resumed(sentence, source[1], start)
    return Finding("according to", cue, at, source, tuple(content))


_ACCORDING = re.compile(r"kT|sr?[ve][iB]")  # "according to", "as first reported by"


def _passes_on(sentence: Sentence, first: int, end: int) -> bool:
    """Whether words name who says it: "as stated in a letter", "as described by the crew"."""
    if sentence.tags[first] == "k":
        return True
    begins = first == 0 or sentence.comma_before(first)
    led = sentence.word(first) == "as" and sentence.word(end - 1) in ("by", "in")
    return begins and led and sentence.word(end - 2) in verb_forms()


_POLL = re.compile(
    r"i(?P<source>d?[xejNPyYD]*[xNSu]+(?:O[dxNS]+|[ev][iY]?[xNYD]*)?)(?:,e[^,]{1,8})?,"
)
_POLLS = group("polling")


def _in_a_poll(sentence: Sentence) -> Finding | None:
    """In a poll of the Herald, most readers wanted a bridge."""
    match = _POLL.match(sentence.tags) if sentence.words[0] == "In" else None
    if not match:
        return None
    if _POLLS.isdisjoint(word.lower() for word in sentence.words[: match.end()]):
        return None
    content = (match.end(), sentence_end(sentence))
    if not sentence.has_clause(*content):
        return None
    return Finding("according to", (0, 1), 0, match.span("source"), (content,))
