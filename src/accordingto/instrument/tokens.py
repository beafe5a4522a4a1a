"""A paragraph as the rules see it: words with one letter each, a quotation as one word.

So a rule can be a walk, or a compiled pattern, over a string of letters, as a chunk grammar of
NLTK's RegexpParser is a pattern over tags.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.instrument.quotations import Quoted
from accordingto.instrument.tagset import tag_of
from accordingto.text import Span
from accordingto.text.sentences import abbreviations, sentence_spans

_TITLES = "|".join(re.escape(word) for word in abbreviations() if len(word) > 1 and word != "no")
# A blank begins no word, which is told at once; the next two branches are most words and marks.
# Neither changes what is found: they save the time of trying the others.
_TOKEN = re.compile(
    r"(?!\s)(?:[A-Za-z]++(?![\w.’'&/@-])|[^\w\s.-]"
    r"|\d{1,3}(?:,\d{3})+|(?:[A-Za-z]\.){2,}|[A-Z]-[A-Z]\w+\.(?=\))"
    rf"|(?:(?i:{_TITLES})|[A-Z])\.(?=\s)"
    r"|\w+(?:[-'’.&/@]\w+)*(?:(?<=s)[’'](?=\s))?"
    r"|--+|\.\.\.+|[^\w\s])"
)


# A mark that may end a sentence before the paragraph ends: without one, it is one sentence.
_MARK_WITHIN = re.compile(r"[.?!](?!\s*\Z)")
_END_OF_QUOTATION = 3  # ".’”": what may end a sentence with it
# Words: what never ends is read in stretches, so that the time stays in step with the length.
LONGEST_SENTENCE = 400


@dataclass(frozen=True)
class Line:
    """One paragraph: where each word is, the word, and a letter for it.

    Q is a quotation that is a sentence of its own, q one that is part of the sentence around
    it; `sentences` are ranges of words.
    """

    starts: list[int]
    ends: list[int]
    words: list[str]
    tags: str
    sentences: list[tuple[int, int]]
    source: str

    def text(self, first: int, last: int) -> str:
        """Those words as printed."""
        return self.source[self.starts[first] : self.ends[last - 1]]

    def span(self, first: int, last: int) -> Span:
        """The place of the words from `first` up to, not including, `last`."""
        return Span(self.starts[first], self.ends[last - 1])


def line(text: str, paragraph: Span, quotations: Sequence[Quoted]) -> Line:
    """The words of one paragraph, its quotations folded into one word each."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    letters: list[str] = []
    position = paragraph.start
    for quotation in quotations:
        _add(text, position, quotation.span.start, starts, ends, words, letters)
        starts.append(quotation.span.start)
        ends.append(quotation.span.end)
        words.append(text[quotation.span.start : quotation.span.end])
        letters.append(_letter(words[-1]))
        position = quotation.span.end
    _add(text, position, paragraph.end, starts, ends, words, letters)
    sentences = _sentences(text, paragraph, quotations, starts)
    return Line(starts, ends, words, "".join(letters), sentences, text)


def _add(
    text: str,
    start: int,
    end: int,
    starts: list[int],
    ends: list[int],
    words: list[str],
    letters: list[str],
) -> None:
    found = _TOKEN.findall(text, start, end)
    for word in found:  # only blanks stand between two
        start = text.find(word, start)
        starts.append(start)
        start += len(word)
        ends.append(start)
    words += found
    letters += map(tag_of, found)


def _letter(quotation: str) -> str:
    inside = quotation.strip("\"“”„«»'`‘’ ")
    if not inside:
        return "q"
    if inside[-1] in "?!":
        return "Q"
    if inside[0].isupper() and inside[-1] in ".,…":
        return "Q"
    return "q"


def _sentences(
    text: str, paragraph: Span, quotations: Sequence[Quoted], starts: list[int]
) -> list[tuple[int, int]]:
    """Punkt's sentences as ranges of words, but none ends inside a quotation."""
    ranges: list[tuple[int, int]] = []
    first = word = 0
    shown = _veiled(text, paragraph, quotations)
    within = _MARK_WITHIN.search(shown)
    for sentence in sentence_spans(shown, paragraph.start) if within else ():
        word = bisect_left(starts, sentence.end, word)
        begins = word == len(starts) or not text[starts[word]].islower()
        if begins and word > first:
            ranges.append((first, word))
            first = word
    if first < len(starts):
        ranges.append((first, len(starts)))
    return [
        (start, min(start + LONGEST_SENTENCE, last))
        for first, last in ranges
        for start in range(first, last, LONGEST_SENTENCE)
    ]


def _veiled(text: str, paragraph: Span, quotations: Sequence[Quoted]) -> str:
    """The paragraph with its quotations made one long word each, but for how they end."""
    pieces = []
    at = paragraph.start
    for quotation in quotations:
        veil = max(0, len(quotation.span) - _END_OF_QUOTATION)
        pieces += [text[at : quotation.span.start], "x" * veil]
        at = quotation.span.start + veil
    return "".join([*pieces, text[at : paragraph.end]])
