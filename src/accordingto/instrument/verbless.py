"""Rules with no verb: according to, a noun such as claim, a name and a colon."""

from __future__ import annotations

import re
from collections.abc import Iterator

from accordingto.instrument.clauses import clause_end, skip_openers
from accordingto.instrument.found import Found
from accordingto.instrument.lexicon import word_list
from accordingto.instrument.pieces import content_stop, resumed, sentence_end
from accordingto.instrument.sources import source_after
from accordingto.instrument.tokens import Line

_SPEAKER = re.compile(r"[NP]{1,5}(?:&[NP]{1,5})?(?:\([^)]{1,4}\))?(?:,N)?:(?=[^:]{2})")
_BEFORE_QUOTATION = re.compile(r"[NP]{1,5}(?:&[NP]{1,5})?:(?=Q)")


def speaker_colon(line: Line, first: int, last: int) -> Found | None:
    """Harbour master: We will wait."""
    match = _SPEAKER.match(line.tags, first, last) or _BEFORE_QUOTATION.search(
        line.tags, first, last
    )
    if not match:
        return None
    colon = match.end() - 1
    return Found(
        "speaker and colon",
        (colon, colon + 1),
        colon,
        (match.start(), colon),
        ((colon + 1, _end_of_speech(line, colon + 1)),),
    )


def _end_of_speech(line: Line, start: int) -> int:
    """The end of what a speaker says: the last quotation of the paragraph, else all of it."""
    return line.tags.rfind("Q") + 1 if line.tags[start] == "Q" else len(line.tags)


_OWNER = re.compile(r"([dPyxNe]*[Py]|d)([xeNrjuzS]*)t")


def noun_clauses(line: Line, first: int, last: int) -> Iterator[Found]:
    """The letter holds Vasko's claim that the ferry would wait.

    Where the sentence goes on ("… would wait was wrong"), so does the content: a known error.
    """
    for match in _OWNER.finditer(line.tags, first, last):
        noun = match.end() - 2
        owner = match.span(1)
        if line.words[noun].lower() not in word_list("nouns.txt"):
            continue
        unowned = line.tags[slice(*owner)] == "d"  # "a claim that", not "his claim that"
        if unowned and line.words[owner[0]].lower() not in word_list("owners.txt"):
            continue
        end = clause_end(line, noun + 1, last, [])
        yield Found("noun clause", (noun, noun + 1), noun, owner, ((noun + 1, end),))


def according_to(line: Line, first: int, last: int) -> Found | None:
    """The ferry sank, according to the coastguard."""
    tags = line.tags
    at = tags.find("k", first, last)
    if at < 0 or tags[at + 1 : at + 2] != "T":
        return None
    source = source_after(line, at + 2, last)
    if not source:
        return None
    if at == first or tags[at - 1] in "b&":
        content = [(source[1] + (tags[source[1] : source[1] + 1] == ","), sentence_end(line, last))]
    else:
        start = skip_openers(line, first, at)
        content = [(start, content_stop(line, start, at))]
        content += resumed(line, source[1], last, start)
    return Found("according to", (at, at + 2), at, source, tuple(content))
