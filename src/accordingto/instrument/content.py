"""The pieces of a statement that its cue interrupts: "I will wait," she said, "till noon"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from accordingto.instrument.adjuncts import adjuncts
from accordingto.instrument.clauses import skip_openers
from accordingto.instrument.finding import Range
from accordingto.instrument.sentences import Sentence
from accordingto.instrument.tagset import PREPOSITION


def content_start(sentence: Sentence, end: int) -> int:
    """Returns where content that ends before `end` begins.

    That is after "But" and "And", or at the quotation of "…: “We wait.”".
    """
    return (
        end - 1 if sentence.tags[:end].endswith((":Q", "(Q", "-Q")) else skip_openers(sentence, end)
    )


def content_stop(sentence: Sentence, start: int, end: int) -> int:
    """Returns its exclusive end, without the comma or dash before the source."""
    while end > start and sentence.tags[end - 1] in ",-(":
        end -= 1
    return end


_QUOTED = re.compile("[Qq]")


def resumed(sentence: Sentence, at: int, start: int) -> list[Range]:
    """Returns what goes on after ", he said," of a content that began at `start`."""
    at = adjuncts(sentence, at)
    quoted = _QUOTED.search(sentence.tags, at)
    if sentence.quoted(at) and sentence.among(at - 1, PREPOSITION):  # she said on “Today.”
        return []
    if quoted and _follows(sentence, at, quoted.start()):
        return [quoted.span()]
    own = sentence.among(at + 1, "gwi") or sentence.word(at + 1) == "as"  # ", as crews searched"
    if sentence.tag(at) != "," or own or sentence.tag(start) == "Q":
        return []
    return [(at + 1, sentence.find(";", at + 1, sentence_end(sentence)))]


def _follows(sentence: Sentence, at: int, quotation: int) -> bool:
    """Whether a quotation follows at once, or on a mark with nothing said in between."""
    joined = quotation - (sentence.tag(quotation - 1) == "&")
    marked = sentence.among(joined - 1, ",-:.") and "g" not in sentence.tags[at:quotation]
    return joined == at or marked or _ASIDE.fullmatch(sentence.tags, at, quotation) is not None


_ASIDE = re.compile(r",g[^,QqtWpamf]{2,12},")  # "said Lund, speaking of the crew, | “and wait”"


def sentence_end(sentence: Sentence) -> int:
    """Returns the exclusive end of a sentence without its last mark."""
    return len(sentence.tags.rstrip(".?!"))


def has_quotation(tags: str, pieces: Iterable[Range]) -> bool:
    """Returns whether any of the pieces holds a quotation."""
    return any(_QUOTED.search(tags, first, end) for first, end in pieces)
