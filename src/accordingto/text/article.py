"""An article and its parts. Every position is a code-point offset into `Article.text`."""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from accordingto.text.sentences import sentence_spans
from accordingto.text.spans import Span

_LINE = re.compile(r"[^\n\r]+")
_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")
_LARGEST_FILE = 50_000_000  # bytes: a corpus belongs in .jsonl, one article a line


class NotText(ValueError):
    """A file or some bytes are no text that can be read."""


class WordsMissing(LookupError):
    """Words do not stand in the paragraph where they are looked for."""


class WordsNotUnique(LookupError):
    """Words stand in a paragraph more than once."""


@dataclass(frozen=True)
class Article:
    """A text with a name. Paragraphs are its lines that hold something, counted from 1."""

    id: str
    text: str

    @classmethod
    def from_file(cls, path: Path) -> Article:
        """Read a UTF-8 text file. Raises NotText, in one sentence, when it is not one."""
        if path.stat().st_size > _LARGEST_FILE:
            raise NotText(
                f"{path}: larger than {_LARGEST_FILE // 1_000_000} MB, too long for one article"
            )
        return cls(path.stem, decoded(path.read_bytes(), str(path)))

    def __getitem__(self, span: Span) -> str:
        return self.text[span.start : span.end]

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The lines that hold something, in order."""
        lines = _LINE.finditer(self.text)
        return tuple(Span(*line.span()) for line in lines if line[0].strip())

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences, in order; none runs over the end of a paragraph."""
        return tuple(
            sentence
            for paragraph in self.paragraphs
            for sentence in sentence_spans(self[paragraph], paragraph.start)
        )

    @cached_property
    def words(self) -> tuple[Span, ...]:
        """The words in which readings are compared: hyphens and apostrophes stay inside a word."""
        return tuple(Span(*match.span()) for match in _WORD.finditer(self.text))

    def words_in(self, span: Span) -> range:
        """The indices into `words` of those that lie wholly in `span`; the end is exclusive."""
        first = bisect_right(self._word_starts, span.start - 1)
        last = bisect_right(self._word_ends, span.end)
        return range(first, max(first, last))

    def paragraph_of(self, span: Span) -> int:
        """The number, from 1, of the paragraph in which `span` begins."""
        return max(1, bisect_right(self._paragraph_starts, span.start))

    def find(
        self, words: str, paragraph: int, within: str | None = None, nth: int | None = None
    ) -> Span:
        """The one place of `words` in a paragraph, or in the one place of `within` there.

        Paragraphs are counted from 1. With `nth`, also from 1, it is that place out of several.
        Raises WordsMissing or WordsNotUnique.
        """
        if not 1 <= paragraph <= len(self.paragraphs):
            raise WordsMissing(
                f"there is no paragraph {paragraph}: {self.id} has {len(self.paragraphs)}"
            )
        place, where = self.paragraphs[paragraph - 1], f"paragraph {paragraph}"
        if within is not None:
            place, where = self._only(within, place, where), f"“{within}”"
        return self._nth(words, place, where, nth) if nth else self._only(words, place, where)

    def _nth(self, words: str, place: Span, where: str, nth: int) -> Span:
        start = place.start - 1
        for number in range(1, nth + 1):
            start = self.text.find(words, start + 1, place.end)
            if not words or start < 0:
                raise WordsMissing(
                    f"these words are not in {where} {nth} times, but {number - 1}: {words!r}"
                )
        return Span(start, start + len(words))

    def _only(self, words: str, place: Span, where: str) -> Span:
        start = self.text.find(words, place.start, place.end)
        if not words or start < 0:
            raise WordsMissing(f"these words are not in {where}: {words!r}")
        if self.text.find(words, start + 1, place.end) >= 0:
            raise WordsNotUnique(f"these words stand more than once in {where}: {words!r}")
        return Span(start, start + len(words))

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    @cached_property
    def _word_ends(self) -> list[int]:
        return [word.end for word in self.words]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]


def decoded(data: bytes, name: str) -> str:
    """The text in `data`. Raises NotText, in one sentence, when it is empty or no UTF-8 text."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise NotText(f"{name}: UTF-16 text, save it as UTF-8")
    if b"\0" in data:
        raise NotText(f"{name}: not a text file (it holds zero bytes)")
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise NotText(f"{name}: not UTF-8 text, byte {error.start} cannot be read") from None
    if not text.strip():
        raise NotText(f"{name}: empty, there is nothing to read")
    return text
