"""What each sentence would be as a statement, for a person who puts in one that no rule found.

It is no finding, and no figure counts it: the first verb that has somebody beside it is taken for
the cue, and what follows for the content, or the words in marks where there are some.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from accordingto.instrument.cues import cues
from accordingto.instrument.finding import Range
from accordingto.instrument.reader import named
from accordingto.instrument.sentences import Sentence, sentence_at, sentences
from accordingto.instrument.sources import source_after, source_before
from accordingto.instrument.tagset import QUOTED
from accordingto.instrument.tokens import Line, line_around, lines
from accordingto.readings.records import Attribution, AttributionForm, VerbClass
from accordingto.text import Article, Span

_VERB = re.compile("(?:m?[fea]+r?)+(?:[eg](?![xNS]))?")  # of no list: "was told", "complained"
_EDGES = ",:;.?!"


class Proposal(NamedTuple):
    """A sentence, and what it would be as a statement. Source and cue may be missing."""

    sentence: Span
    content: Span
    source: Span | None = None
    cue: Span | None = None


def proposals(article: Article) -> Iterator[Proposal]:
    """Yield one for each sentence, in the order of the page."""
    for words in lines(article):
        for sentence, (first, end) in zip(sentences(words), words.sentences, strict=True):
            content, *beside = _parts(sentence)
            if content:
                placed = [words.span(one[0] + first, one[1] + first) for one in (content, *beside)]
                yield Proposal(words.span(first, end), *placed)


def by_hand(
    article: Article, content: Span, source: tuple[Span, ...], cue: tuple[Span, ...]
) -> Attribution:
    """Return a statement that a person put in, with what its words tell of its form and class."""
    words = line_around(article, content)
    return Attribution(
        id="",
        form=_form(words, content),
        source=source,
        cue=cue,
        content=(content,),
        origin=named(article, source[0]) if source else None,
        verb_class=_class(words, cue[0]) if cue else None,
    )


def _parts(sentence: Sentence) -> list[Range]:
    """Return content, source and cue, or the content alone; nothing where there are no words."""
    if found := _according(sentence):
        return found
    for cue in [*((one.first, one.end) for one in cues(sentence)), *_verbs(sentence)]:
        source = source_before(sentence, cue[0])
        if source is None and sentence.quoted(cue[0] - 1):
            source = source_after(sentence, cue[1])
        content = _content(sentence, cue[1])
        comma = sentence.tags.rfind(",", 0, cue[0])
        if (
            source and not content and 0 < comma < cue[0] - 1
        ):  # "It was closed, two who had seen it said."
            source, content = (comma + 1, cue[0]), _content(sentence.until(comma), 0)
        if source and content:
            return [content, source, cue]
    whole = _content(sentence, 0)
    return [whole] if whole else []


def _according(sentence: Sentence) -> list[Range]:
    """Return the parts around "according to", which names its source up to a comma or the end."""
    at = sentence.tags.find("kT")
    if at < 0:
        return []
    cue, first = (at, at + 2), at + 2
    if at:
        content = _content(sentence.until(at), 0)
        source = _content(sentence, first)
    else:
        verb = next(
            (one for one in range(first, sentence.end) if sentence.among(one, "amfvz")),
            sentence.end,
        )
        comma = sentence.tags.rfind(",", first, verb)
        content = _content(sentence, comma + 1) if comma > first else None
        source = (first, comma)
    return [content, source, cue] if content and source else []


def _verbs(sentence: Sentence) -> Iterator[Range]:
    return (match.span() for match in _VERB.finditer(sentence.tags))


def _content(sentence: Sentence, after: int) -> Range | None:
    """Return the longest words in marks, or what follows, without the marks at its ends."""
    quoted = [at for at in range(sentence.end) if sentence.quoted(at)]
    if quoted:
        at = max(quoted, key=lambda at: len(sentence.words[at]))
        return at, at + 1
    end = sentence.end
    while end > after and sentence.among(end - 1, _EDGES):
        end -= 1
    while after < end and sentence.among(after, _EDGES):
        after += 1
    return (after, end) if after < end else None


def _form(words: Line, content: Span) -> AttributionForm:
    letters = {
        tag
        for tag, start, end in zip(words.tags, words.starts, words.ends, strict=True)
        if start < content.end and content.start < end and tag not in _EDGES
    }
    if letters and letters <= {*QUOTED}:
        return "direct" if "Q" in letters else "mixed"
    return "mixed" if letters & {*QUOTED} else "indirect"


def _class(words: Line, cue: Span) -> VerbClass | None:
    at = next((at for at, end in enumerate(words.ends) if end > cue.start), 0)
    sentence, first = sentence_at(words, at)
    for one in cues(sentence):
        if words.span(one.first + first, one.end + first).overlaps(cue):
            return "negated" if one.negated else one.verb.verb_class
    return None
