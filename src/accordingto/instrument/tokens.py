"""A paragraph as the rules see it: words with one letter each, a quotation as one word.

So a rule can be a walk, or a compiled pattern, over a string of letters, as a chunk grammar of
NLTK's RegexpParser is a pattern over tags.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from accordingto.instrument.lexicon import tag_of
from accordingto.instrument.quotations import Quoted
from accordingto.text import Span
from accordingto.text.sentences import abbreviations, sentence_spans

_TITLES = "|".join(re.escape(word) for word in abbreviations() if len(word) > 1 and word != "no")
_TOKEN = re.compile(
    rf"\d{{1,3}}(?:,\d{{3}})+|(?:[A-Za-z]\.){{2,}}|[A-Z]-[A-Z]\w+\.(?=\))|(?:(?i:{_TITLES})|[A-Z])\.(?=\s)|\w+(?:[-'’.&/@]\w+)*(?:(?<=s)[’'](?=\s))?"
    r"|--+|\.\.\.+|[^\w\s]"
)


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
    quoted: dict[int, Quoted]
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
    quoted: dict[int, Quoted] = {}
    position = paragraph.start
    for quotation in quotations:
        _add(text, position, quotation.span.start, starts, ends, words, letters)
        quoted[len(words)] = quotation
        starts.append(quotation.span.start)
        ends.append(quotation.span.end)
        words.append(text[quotation.span.start : quotation.span.end])
        letters.append(_letter(words[-1]))
        position = quotation.span.end
    _add(text, position, paragraph.end, starts, ends, words, letters)
    tags = "".join(letters)
    return Line(
        starts, ends, words, tags, _sentences(text, paragraph, starts, ends, tags), quoted, text
    )


def _add(
    text: str,
    start: int,
    end: int,
    starts: list[int],
    ends: list[int],
    words: list[str],
    letters: list[str],
) -> None:
    for token in _TOKEN.finditer(text, start, end):
        word = token[0]
        starts.append(token.start())
        ends.append(token.end())
        words.append(word)
        letters.append(tag_of(word))


def _letter(quotation: str) -> str:
    inside = quotation.strip("\"“”„«»'`‘’ ")
    if not inside:
        return "q"
    if inside[-1] in "?!":
        return "Q"
    if inside[0].isupper() and inside[-1] in ".,…-—–" and " " in inside:
        return "Q"
    return "q"


def _sentences(
    text: str, paragraph: Span, starts: list[int], ends: list[int], tags: str
) -> list[tuple[int, int]]:
    """Punkt's sentences as ranges of words, but none ends inside a quotation."""
    if not starts:
        return []
    ranges: list[tuple[int, int]] = []
    first = word = 0
    for sentence in sentence_spans(text[paragraph.start : paragraph.end], paragraph.start):
        while word < len(starts) and starts[word] < sentence.end:
            word += 1
        if word and ends[word - 1] > sentence.end + 1:
            continue
        if (
            word < len(starts)
            and tags[word][0] not in "NdpPQqDwWsi&bYakrtBTO"
            and tags[word - 1] not in "."
        ):
            continue
        if word > first:
            ranges.append((first, word))
            first = word
    if first < len(starts):
        ranges.append((first, len(starts)))
    return [
        (start, min(start + LONGEST_SENTENCE, last))
        for first, last in ranges
        for start in range(first, last, LONGEST_SENTENCE)
    ]
