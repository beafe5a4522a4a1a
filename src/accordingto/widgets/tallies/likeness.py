"""Texts grouped by likeness: by the content words that they share."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

from accordingto.widgets.tallies.tally import Column, Place, Row, Tally

MOST_GROUPS, MOST_WORDS = 6, 8
LONGEST = 500  # different words of a text, of which no more are kept
SHARED = 0.5  # of the texts of a group have each of its other words
MEASURE = (
    "Grouped by content words: the word that most texts share makes the first group, and so on "
    "with the texts that are left. Words of the question do not count, and no word is shown that "
    "only one reader wrote."
)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


class Likeness(Tally):
    """Texts, of which only the content words are kept, as numbers, until they are grouped.

    So no text is ever shown, nor a word that a single reader wrote. `asked` is the question, whose
    words say nothing of an answer.
    """

    template: ClassVar[str] = "widgets/tallies/likeness.html"

    def __init__(self, place: Place, text: Callable[[Any], str], asked: str) -> None:
        super().__init__([place], lambda answer: {})
        self._text, self._asked = text, frozenset(_words(asked))
        self._numbers: dict[str, int] = {}
        self._texts: Counter[tuple[int, ...]] = Counter()

    def add(self, answer: Any | None, first: Any | None = None) -> None:
        """Count a text by its content words."""
        if answer is not None:
            self.answers += 1
            words = sorted(set(_words(self._text(answer))) - self._asked)[:LONGEST]
            numbers = self._numbers
            self._texts[tuple(numbers.setdefault(one, len(numbers)) for one in words)] += 1

    def groups(self) -> list[tuple[list[str], int]]:
        """The words and the number of texts of each group; last, without words, the others."""
        names = list(self._numbers)
        left = Counter(
            {frozenset(names[one] for one in text): n for text, n in self._texts.items()}
        )
        found: list[tuple[list[str], int]] = []
        while len(found) < MOST_GROUPS and (word := _most_shared(left)):
            group = Counter({text: n for text, n in left.items() if word in text})
            left -= group
            shared = _frequencies(group)
            least = max(2, SHARED * group.total())
            others = [one for one, n in shared if n >= least and one != word]
            found.append(([word, *others][:MOST_WORDS], group.total()))
        return [*found, ([], left.total())] if left else found

    def drawn(self, columns: Sequence[Column]) -> dict[str, Any]:
        """The groups, and by what measure they were made."""
        return {"groups": self.groups(), "answers": self.answers, "measure": MEASURE}

    def rows(self) -> list[Row]:
        """A line for each group."""
        columns = self.columns()
        groups = self.groups() if columns else []
        return [Row("", ", ".join(words) or "no word in common", {"now": n}) for words, n in groups]

    def partings(self) -> Iterator[Any]:
        """None: texts that share no word may say the same."""
        yield from ()


def _most_shared(texts: Counter[frozenset[str]]) -> str | None:
    """The word that most texts have, and the first in the alphabet of several; it needs two."""
    ranked = _frequencies(texts)
    return ranked[0][0] if ranked and ranked[0][1] > 1 else None


def _frequencies(texts: Counter[frozenset[str]]) -> list[tuple[str, int]]:
    counts: Counter[str] = Counter()
    for text, n in texts.items():
        for word in text:
            counts[word] += n
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def _words(text: str) -> Iterator[str]:
    for found in _WORD.findall(text.casefold()):
        word = found.replace("’", "'")
        if len(word) > 2 and word not in _function_words():
            yield word


@cache
def _function_words() -> frozenset[str]:
    lines = Path(__file__).with_name("function_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
