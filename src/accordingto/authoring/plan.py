"""Which makers a lesson has: what was asked for, what fits its minutes, what the page can bear."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any

from accordingto.authoring.basis import Basis
from accordingto.authoring.makers import Lacking, Maker, makers
from accordingto.exercises.naming import likely

MINUTES = (25, 50)
_READING = {25: 6, 50: 8}  # opening, reading the page, and the summary
NO_TIME = "it would take more than {minutes} minutes; `--only {name}` makes a lesson with it"


class NoLessonInIt(ValueError):
    """A page out of which no lesson can be made, or one that was asked for in no known words."""


@dataclass(frozen=True)
class Part:
    """A maker and its exercises, with the minutes that they take."""

    maker: Maker
    exercises: list[dict[str, Any]]

    @property
    def minutes(self) -> int:
        """What they take in class."""
        return self.maker.said.minutes * len(self.exercises)


@dataclass(frozen=True)
class Plan:
    """The parts of a lesson in order, and why the others were left out, by the maker's name."""

    parts: tuple[Part, ...]
    left_out: dict[str, str]
    minutes: int
    reading: int


def planned(basis: Basis, *, minutes: int = 50, only: Collection[str] = ()) -> Plan:
    """Return what a lesson of that length has, or what `only` asks for, whatever it takes.

    `only` names makers, or kinds of exercises. Raises NoLessonInIt for a name that is neither, and
    where the page can bear nothing of what was asked for.
    """
    wanted = _wanted(only)
    if not basis.statements:
        raise NoLessonInIt(
            f"the page {basis.article.id} has no statement: nobody is said to have said anything "
            "on it, and a lesson is about that"
        )
    parts, left_out = [], {}
    for maker in wanted:
        try:
            parts.append(Part(maker, maker.exercises(basis)))
        except Lacking:
            left_out[maker.name] = maker.said.lacks
    if not parts:
        why = "; ".join(f"{name}: {reason}" for name, reason in left_out.items())
        raise NoLessonInIt(f"the page {basis.article.id} cannot bear a lesson: {why}")
    reading = _READING[minutes]
    if only:
        return Plan(tuple(parts), left_out, reading + sum(part.minutes for part in parts), reading)
    kept = _fitting(parts, minutes - reading)
    names = {part.maker.name for part in kept}
    for name in [part.maker.name for part in parts if part.maker.name not in names]:
        left_out[name] = NO_TIME.format(minutes=minutes, name=name)
    return Plan(tuple(kept), left_out, minutes, reading)


def _wanted(only: Collection[str]) -> list[Maker]:
    known = makers()
    names = {name for maker in known for name in (maker.name, maker.kind)}
    for word in only:
        if word not in names:
            hint = likely(word, names) or f"; there are {', '.join(one.name for one in known)}"
            raise NoLessonInIt(f"nothing is called {word!r}{hint}")
    return [one for one in known if not only or {one.name, one.kind} & set(only)]


def _fitting(parts: list[Part], minutes: int) -> list[Part]:
    """The parts that fit, those first that rank first, in their order.

    Of two questions one may fit alone, but where the two are a pair.
    """
    kept: dict[str, Part] = {}
    for part in sorted(parts, key=lambda part: part.maker.said.first):
        room = (minutes - sum(one.minutes for one in kept.values())) // part.maker.said.minutes
        fewest = len(part.exercises) if part.maker.said.alone else 1
        if room >= fewest:
            kept[part.maker.name] = replace(part, exercises=part.exercises[:room])
    return [kept[part.maker.name] for part in parts if part.maker.name in kept]
