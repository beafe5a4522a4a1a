"""Where a class parts: the sentences and exercises at which two readings have most readers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from accordingto.classroom.room.class_reading import ClassReading, Counted
from accordingto.classroom.room.signs import signs
from accordingto.exercises import Material, Question
from accordingto.exercises.kinds.code import Code
from accordingto.instrument import read
from accordingto.readings import Reading
from accordingto.widgets.markdown import inline, plain
from accordingto.widgets.tallies.shading import Shading
from accordingto.widgets.tallies.tally import Parting

FEWEST_BESIDES = 2  # readers of the second reading: one alone is no parting
MOST = 5  # that a page names first


@dataclass(frozen=True)
class Side:
    """One of the two readings, with its readers and what speaks for it."""

    label: Markup
    count: int
    speaks: tuple[Markup, ...]


@dataclass(frozen=True)
class Parted:
    """A place where the class parts; `look` are the numbers of paragraphs worth a look."""

    exercise: str
    title: str
    place: Markup
    place_id: str
    division: float
    answers: int
    sides: tuple[Side, Side]
    look: tuple[int, ...]

    @property
    def words(self) -> str:
        """How it parts, in words."""
        first, second = (side.count for side in self.sides)
        others = self.answers - first - second
        more = f", {others} otherwise" if others else ""
        return f"{first} against {second}{more}, of {self.answers}"


class Partings:
    """The places of a class reading at which it parts, the most divided ones first."""

    def __init__(self, whole: ClassReading) -> None:
        self._sheet = whole.sheet
        self._machine: dict[str, Reading] = {}
        found = [one for counted in whole for one in self._of(counted)]
        self.all = sorted(found, key=lambda one: (-one.division, -one.answers))

    def of(self, exercise: str) -> list[Parted]:
        """Those of one exercise, the most divided ones first."""
        return [one for one in self.all if one.exercise == exercise]

    def _of(self, counted: Counted) -> Iterable[Parted]:
        """None where nothing is read: of ratings, which nobody scores, and of code."""
        question, tally = counted.question, counted.tally
        material = self._sheet.material(question)
        if isinstance(question, Code) or _key_credit(question, material) is None:
            return
        look = _looks(question, material)
        if isinstance(tally, Shading):
            look = {
                name: (material.article.paragraph_of(span),)
                for name, span in tally.sentences.items()
            } | {"": ()}
        for parting in tally.partings():
            if parting.second[1] >= FEWEST_BESIDES:
                place = parting.place
                yield Parted(
                    question.id,
                    question.title,
                    place.label or Markup.escape(question.title),
                    place.id,
                    parting.division,
                    parting.answers,
                    (
                        self._side(counted, material, parting, *parting.first),
                        self._side(counted, material, parting, *parting.second),
                    ),
                    look.get(place.id) or look.get(place.id.partition("/")[0]) or look[""],
                )

    def _side(
        self, counted: Counted, material: Material, parting: Parting, reading: str, count: int
    ) -> Side:
        tally, place = counted.tally, parting.place
        label = tally.label(place, reading)
        if isinstance(tally, Shading):
            marked = tally.places_marked(reading)
            sentence = tally.sentences[place.id]
            words = signs(material.article, self._read(material), sentence, marked)
            said = tuple(map(Markup.escape, words))
        else:
            said = _argued(counted, label)
        return Side(label, count, said)

    def _read(self, material: Material) -> Reading:
        article = material.article
        if article.id not in self._machine:
            self._machine[article.id] = read(article)
        return self._machine[article.id]


def _argued(counted: Counted, label: Markup) -> tuple[Markup, ...]:
    """The best that the sheet says for a reading, whether it is the key or not."""
    words = label.striptags()
    return tuple(
        inline(one.why) for one in counted.question.arguments if plain(one.choice) == words
    )


def _key_credit(question: Question[Any], material: Material) -> float | None:
    return question.score(question.key(material), material).credit


def _looks(question: Any, material: Material) -> Mapping[str, tuple[int, ...]]:
    """The paragraphs that the sheet says are worth a look, by place; under "" all of them."""
    parts = question.score(question.key(material), material).parts
    found = {str(part.ref): part.look for part in parts if part.ref and part.look}
    return {**found, "": tuple(sorted({number for part in parts for number in part.look}))}
