"""The counts of an exercise: for each of its places, how many readers read it in which way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from markupsafe import Markup

from accordingto.templates import rendered
from accordingto.widgets.markdown import inline

FEWEST = 5  # readers: of fewer only their number is shown, or one could tell who answered what
OPEN = ""  # the reading of a place that an answer leaves open
LEFT_OPEN = Markup("<i>left open</i>")
Readings = Mapping[str, str]


@dataclass(frozen=True)
class Place:
    """A place of an exercise, as a row or a sentence; `options` are readings of it, as HTML."""

    id: str
    label: Markup
    options: Mapping[str, Markup]


@dataclass(frozen=True)
class Column:
    """What was answered at one time, `first` or `now`, which `words` say: by how many, and how."""

    name: str
    answers: int
    counts: Mapping[str, Counter[str]]
    words: str = "now"


@dataclass(frozen=True)
class Row:
    """A line of the table: a reading of a place, and how many have it at each time."""

    place: str
    reading: str
    counts: Mapping[str, int]


@dataclass(frozen=True)
class Parting:
    """A place where readers differ: its two most frequent readings, each with its readers."""

    place: Place
    first: tuple[str, int]
    second: tuple[str, int]
    answers: int

    @property
    def division(self) -> float:
        """From 0, where all read alike, to 1, where two readings have half of the readers each.

        It is twice the share of the second one: five against three among many others part little.
        """
        return 2 * self.second[1] / self.answers


class Tally:
    """Counts of an exercise's answers. `read` gives an answer's reading of each of the places.

    Where a first vote or a prediction was kept, it is counted beside the answer that stands now.
    """

    template: ClassVar[str] = "widgets/tallies/bars.html"

    def __init__(self, places: Sequence[Place], read: Callable[[Any], Readings]) -> None:
        self.places, self._read = places, read
        self.fewest, self.first_words = FEWEST, "first vote"
        self.answers = self.firsts = self.changed = 0
        self._now: dict[str, Counter[str]] = {place.id: Counter() for place in places}
        self._first: dict[str, Counter[str]] = {place.id: Counter() for place in places}

    def add(self, answer: Any | None, first: Any | None = None) -> None:
        """Count one reader: the answer now, and the first one; None for what was not given."""
        now = self._count(answer, self._now)
        before = self._count(first, self._first)
        self.answers += now is not None
        self.firsts += before is not None
        if now is not None and before is not None:
            self.changed += now != before
            self.moved(before, now)

    def moved(self, before: Readings, now: Readings) -> None:
        """Take note of one reader's readings at both times."""

    def columns(self) -> list[Column]:
        """The times at which enough readers answered, the first one first."""
        both = [Column("now", self.answers, self._now)]
        if self.firsts:
            both.insert(0, Column("first", self.firsts, self._first, self.first_words))
        return [column for column in both if column.answers >= self.fewest]

    def label(self, place: Place, reading: str) -> Markup:
        """A reading of a place, as HTML."""
        return place.options.get(reading) or (inline(reading) if reading else LEFT_OPEN)

    def figure(self) -> Markup:
        """The distribution as HTML; of fewer than five readers only how many they are."""
        columns = self.columns()
        if not columns:
            return rendered("widgets/tallies/few.html", answers=max(self.answers, self.firsts))
        return rendered(self.template, columns=columns, **self.drawn(columns))

    def drawn(self, columns: Sequence[Column]) -> dict[str, Any]:
        """What the template draws."""
        return {"places": [(place.label, self.drawn_rows(place, columns)) for place in self.places]}

    def drawn_rows(
        self, place: Place, columns: Sequence[Column]
    ) -> list[tuple[Markup, list[tuple[Column, int]]]]:
        """Each reading of a place, with its readers at each time."""
        return [
            (self.label(place, one), [(column, column.counts[place.id][one]) for column in columns])
            for one in self.readings(place)
        ]

    def revealed(self) -> Markup:
        """What is drawn beside the expert's answer, once that is shown; mostly nothing."""
        return Markup()

    def readings(self, place: Place) -> list[str]:
        """The readings of a place: those offered in their order, then others by number."""
        seen = self._now[place.id] + self._first[place.id]
        others = sorted(set(seen) - {*place.options, OPEN}, key=lambda one: (-seen[one], one))
        return [*place.options, *others, *([OPEN] if seen[OPEN] else [])]

    def rows(self) -> list[Row]:
        """The same as lines of a table, in plain text; none of fewer than five readers."""
        columns = self.columns()
        return [
            Row(
                _text(place.label),
                _text(self.label(place, reading)),
                {column.name: column.counts[place.id][reading] for column in columns},
            )
            for place in (self.places if columns else ())
            for reading in self.readings(place)
        ]

    def partings(self) -> Iterator[Parting]:
        """Each place at which at least two readings were given, by enough readers."""
        columns = self.columns()
        for place in self.places if columns else ():
            column = columns[-1]
            counts = column.counts[place.id].items()
            given = [(one, n) for one, n in counts if n and one != OPEN]
            ranked = sorted(given, key=lambda pair: (-pair[1], pair[0]))
            if len(ranked) > 1:
                yield Parting(place, ranked[0], ranked[1], column.answers)

    def _count(self, answer: Any | None, counts: dict[str, Counter[str]]) -> Readings | None:
        if answer is None:
            return None
        readings = self._read(answer)
        for place, counter in counts.items():
            counter[readings.get(place, OPEN)] += 1
        return readings


def _text(html: Markup) -> str:
    return " ".join(html.striptags().split())
