"""Marks in a text as shading: the more readers marked a word, the deeper."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import Any, ClassVar

from markupsafe import Markup

from accordingto.templates import rendered
from accordingto.text import Article, Span
from accordingto.widgets.tallies.tally import Column, Place, Readings, Tally

Marked = Iterable[tuple[str, Span]]  # the label of each mark, and where it is
NOTHING = "-"  # the reading of a sentence in which nothing is marked


@dataclass(frozen=True)
class Piece:
    """Words between brackets of one reading of a sentence, with their label."""

    label: str
    first: int
    last: int


class Shading(Tally):
    """Marks by `labels`, in some `paragraphs` of an article, whose sentences are the places.

    A reading of a sentence is which of its words are marked, and as what. Words are the article's
    own, so that a blank more or less at an edge is no other reading.
    """

    template: ClassVar[str] = "widgets/tallies/shading.html"

    def __init__(
        self,
        article: Article,
        paragraphs: Sequence[int],
        labels: Mapping[str, str],
        marked: Callable[[Any], Marked],
    ) -> None:
        self.article, self.paragraphs, self.labels = article, paragraphs, labels
        self.sentences = {
            str(number): span
            for number, span in enumerate(article.sentences)
            if article.paragraph_of(span) in paragraphs
        }
        self._words = {name: article.words_in(span) for name, span in self.sentences.items()}
        places = [
            Place(
                name,
                Markup("{} (paragraph {})").format(_cut(article[span]), article.paragraph_of(span)),
                {},
            )
            for name, span in self.sentences.items()
        ]
        self._marked = marked
        super().__init__(places, self._sentence_by_sentence)

    def pieces(self, reading: str) -> list[Piece]:
        """The marks of a reading of a sentence; none where nothing is marked in it."""
        if reading in ("", NOTHING):
            return []
        parts = (one.rsplit(" ", 2) for one in reading.split("\n"))
        return [Piece(label, int(first), int(last)) for label, first, last in parts]

    def label(self, place: Place, reading: str) -> Markup:
        """The sentence, with what is marked in it between brackets."""
        pieces = self.pieces(reading)
        if not pieces:
            return Markup("<i>nothing marked</i>")
        return rendered("widgets/tallies/marked.html", parts=list(self._parts(place, pieces)))

    def places_marked(self, reading: str) -> list[Span]:
        """Where the marks of a reading of a sentence are."""
        words = self.article.words
        return [
            Span(words[piece.first].start, words[piece.last].end) for piece in self.pieces(reading)
        ]

    def reading(self, answer: Any, sentence: str) -> str:
        """An answer's reading of a sentence."""
        return self._sentence_by_sentence(answer)[sentence]

    def readings(self, place: Place) -> list[str]:
        """The readings that were given, the most frequent ones first."""
        seen = self._now[place.id] + self._first[place.id]
        return sorted(seen, key=lambda one: (-seen[one], one))

    def who_marked(self, sentence: str, column: Column) -> dict[str, int]:
        """How many readers marked something in a sentence, by the label that they gave it."""
        found: Counter[str] = Counter()
        for reading, count in column.counts[sentence].items():
            for label in {piece.label for piece in self.pieces(reading)}:
                found[label] += count
        return {label: found[label] for label in self.labels if found[label]}

    def drawn(self, columns: Sequence[Column]) -> dict[str, Any]:
        """For each label and time the paragraphs, in runs of words as often marked."""
        return {
            "layers": [
                (name, column, self._paragraphs(self._depths(label, column)))
                for label, name in self.labels.items()
                for column in columns
            ],
        }

    def _sentence_by_sentence(self, answer: Any) -> Readings:
        """The reading of each sentence; marks of the same words and label count once."""
        words = [
            (label, range_)
            for label, span in self._marked(answer)
            if (range_ := self.article.words_in(span))
        ]
        found = {}
        for name, own in self._words.items():
            inside = {
                (label, max(one.start, own.start), min(one.stop, own.stop) - 1)
                for label, one in words
                if one.start < own.stop and own.start < one.stop
            }
            pieces = sorted(inside, key=lambda one: (one[1], one[2], one[0]))
            found[name] = "\n".join(f"{a} {b} {c}" for a, b, c in pieces) or NOTHING
        return found

    def _depths(self, label: str, column: Column) -> Counter[int]:
        """How many readers marked each word with a label."""
        depths: Counter[int] = Counter()
        for name in self.sentences:
            for reading, count in column.counts[name].items():
                for word in {
                    word
                    for piece in self.pieces(reading)
                    if piece.label == label
                    for word in range(piece.first, piece.last + 1)
                }:
                    depths[word] += count
        return depths

    def _paragraphs(self, depths: Counter[int]) -> list[tuple[int, list[tuple[int, str]]]]:
        return [
            (number, list(self._runs(self.article.paragraphs[number - 1], depths)))
            for number in self.paragraphs
        ]

    def _runs(self, paragraph: Span, depths: Counter[int]) -> Iterator[tuple[int, str]]:
        """Yield the text of a paragraph in runs that are as deep, with all between the words."""
        words, at = self.article.words, paragraph.start
        runs = groupby(self.article.words_in(paragraph), key=lambda word: depths[word])
        for depth, run in runs:
            indices = list(run)
            start, end = words[indices[0]].start, words[indices[-1]].end
            if start > at:
                yield 0, self.article.text[at:start]
            yield depth, self.article.text[start:end]
            at = end
        yield 0, self.article.text[at : paragraph.end]

    def _parts(self, place: Place, pieces: Sequence[Piece]) -> Iterator[tuple[str, str]]:
        """Yield the text of a sentence with the label of each mark that begins or ends there."""
        span, words = self.sentences[place.id], self.article.words
        cuts = {span.start, span.end}
        for piece in pieces:
            cuts |= {words[piece.first].start, words[piece.last].end}
        points = sorted(cuts)
        for start, end in pairwise(points):
            names = [
                self.labels.get(piece.label, piece.label)
                for piece in pieces
                if words[piece.first].start <= start and end <= words[piece.last].end
            ]
            yield ", ".join(dict.fromkeys(names)), self.article.text[start:end]


def _cut(text: str, words: int = 8) -> str:
    found = text.split()
    return " ".join(found[:words]) + (" …" if len(found) > words else "")
