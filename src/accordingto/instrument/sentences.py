"""A sentence as the rules see it: a record of its own, so no rule reads a letter beside it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.instrument.tagset import QUOTED, VERBAL
from accordingto.instrument.tokens import Line, lines
from accordingto.text import Article, Span

_VERBAL = re.compile(f"[{VERBAL}]")
_MARKED = re.compile(f"[{QUOTED}]")
_FINITE = re.compile("[amfv]|(?<![TdPyi])[zue]")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: its words and their letters, counted from its own first word.

    `before` is the letter that the sentence before it in the paragraph ends with, "" for none.
    """

    words: list[str]
    tags: str
    before: str = ""

    @property
    def end(self) -> int:
        """The number of words."""
        return len(self.tags)

    def tag(self, at: int) -> str:
        """Returns the letter of a word, "" outside the sentence."""
        return self.tags[at] if 0 <= at < len(self.tags) else ""

    def among(self, at: int, letters: str) -> bool:
        """Returns whether the letter of a word is one of `letters`; none is outside."""
        return 0 <= at < len(self.tags) and self.tags[at] in letters

    def word(self, at: int) -> str:
        """Returns a word in lower case, "" outside the sentence."""
        return self.words[at].lower() if 0 <= at < len(self.tags) else ""

    def find(self, letter: str, first: int, end: int) -> int:
        """Returns where a letter stands first from `first` up to `end`, `end` where it does not."""
        at = self.tags.find(letter, first, end)
        return end if at < 0 else at

    def has_verb(self, first: int, end: int) -> bool:
        """Returns whether the words from `first` up to `end` can be a clause, by their letters."""
        return _VERBAL.search(self.tags, max(first, 0), end) is not None

    def has_clause(self, first: int, end: int) -> bool:
        """Returns whether they hold a verb that makes a clause: not "to wait", not "his report"."""
        return _FINITE.search(self.tags, max(first, 0), end) is not None

    def has_quotation(self, first: int, end: int) -> bool:
        """Returns whether a quotation stands among the words from `first` up to `end`."""
        return _MARKED.search(self.tags, max(first, 0), end) is not None

    def quoted(self, at: int) -> bool:
        """Returns whether a word is a quotation."""
        return self.among(at, QUOTED)

    def comma_before(self, at: int) -> bool:
        """Returns whether a comma stands before a word, or ends the quotation before it."""
        return self.tag(at - 1) == "," or (self.quoted(at - 1) and "," in self.words[at - 1][-3:])

    def until(self, end: int) -> Sentence:
        """Returns the sentence cut short before the word `end`."""
        return Sentence(self.words[:end], self.tags[:end], self.before)


def sentence_at(line: Line, word: int) -> tuple[Sentence, int]:
    """Returns the sentence that holds a word of a paragraph, and where that sentence begins."""
    number = bisect_right(line.sentences, (word, len(line.tags))) - 1
    first, end = line.sentences[number]
    return Sentence(line.words[first:end], line.tags[first:end]), first


def sentence_spans(article: Article) -> Iterator[Span]:
    """Yields the sentences of a page, as the rules part them: none ends inside a quotation."""
    for words in lines(article):
        yield from (words.span(first, end) for first, end in words.sentences)


def sentences(line: Line) -> Iterator[Sentence]:
    """Returns the sentences of a paragraph, in order."""
    for first, end in line.sentences:
        before = line.tags[first - 1] if first else ""
        yield Sentence(line.words[first:end], line.tags[first:end], before)
