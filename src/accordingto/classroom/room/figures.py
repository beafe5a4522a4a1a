"""How the exercises of a lesson did, told to the teacher: as text, and as a page to print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from accordingto.classroom.room.first_tries import FirstTries
from accordingto.classroom.room.items import CHANCE, Item, items
from accordingto.classroom.room.pace import Pace, paces
from accordingto.classroom.room.parting import measures
from accordingto.classroom.room.plan import Again, Plan, plan
from accordingto.classroom.room.reliability import Reliability, reliability
from accordingto.exercises import Entry
from accordingto.pages.report import STYLE
from accordingto.readings.raters import ALPHA, Measure
from accordingto.templates import rendered

HEADINGS = (
    *("exercise", "answered", "facility", "discrimination", "alpha"),
    *("checks", "minutes", "to look at"),
)
CAUTION = (
    f"By mere guessing, about {CHANCE:.0%} of exercises would have their key put in doubt. Figures "
    "of one class say how that class did, and little of the next."
)


@dataclass(frozen=True)
class Figures:
    """The figures of a lesson in one class."""

    tries: FirstTries
    items: tuple[Item, ...]
    reliability: Reliability | None
    plan: Plan
    agreement: Mapping[str, tuple[Measure, ...]]
    paces: Mapping[str, Pace]

    @classmethod
    def of(cls, tries: FirstTries, students: Sequence[Mapping[str, Entry]]) -> Figures:
        """Work them out, once."""
        found = items(tries)
        return cls(
            tries,
            found,
            reliability(tries),
            plan(tries.sheet, found),
            {item.question.id: tuple(measures(tries, item.question)) for item in found},
            paces(students),
        )

    def html(self) -> str:
        """A page that stands by itself."""
        return rendered(
            "classroom/room/figures.html",
            lesson=self.tries.sheet.lesson,
            style=STYLE,
            headings=[heading.capitalize() for heading in HEADINGS],
            told=self,
            chosen=[(_name(item), item.values) for item in self.items if item.values],
            agreement=[(_name(item), of) for item in self.items if (of := self._agreement(item))],
            caution=CAUTION,
        )

    def lines(self) -> Iterator[str]:
        """The same as text."""
        yield self.class_
        yield "\nThe first five minutes of the next lesson:"
        yield from (f"  {number}. {step}" for number, step in enumerate(self.steps, 1))
        yield "\nObjectives:"
        yield from (f"  {aim}" for aim in self.aims or ["too few have answered to say"])
        yield "\nExercise by exercise:"
        for item, row in zip(self.items, self.rows, strict=True):
            told = zip(HEADINGS[1:-1], row[1:-1], strict=True)
            yield f"  {row[0]}"
            yield f"      {', '.join(f'{heading} {cell}' for heading, cell in told if cell)}"
            yield from (f"      {flag}" for flag in item.flags)
        yield f"\n{CAUTION}"

    @property
    def class_(self) -> str:
        """How many answered, and how sure their scores are."""
        answered = sum(bool(one) for one in self.tries.students)
        told = f"{answered} of {len(self.tries.students)} students answered something."
        if self.tries.older:
            told += f" {self.tries.older} answers are to exercises that have changed since."
        if self.reliability is None:
            return f"{told} Too few answered all for a figure of reliability."
        return (
            f"{told} Reliability (Cronbach’s alpha) is {self.reliability.alpha:.2f}, by "
            f"{self.reliability.students} students who answered {self.reliability.exercises} "
            f"exercises: a score is sure to about ±{self.reliability.error:.1f} points."
        )

    @cached_property
    def steps(self) -> list[str]:
        """The plan, step by step."""
        return list(_steps(self.plan))

    @property
    def aims(self) -> list[str]:
        """Each objective, and whether it is met."""
        return [
            f"{'met' if aim.is_met else 'not met'}, {aim.earned:.2f} at the first try: {aim.words}"
            for aim in self.plan.aims
        ]

    @property
    def rows(self) -> list[tuple[str, ...]]:
        """The table, exercise by exercise."""
        return [self._row(item) for item in self.items]

    def _alpha(self, item: Item) -> str:
        found = self.agreement[item.question.id]
        return next((_two(one.value) for one in found if one.name.startswith(ALPHA)), "")

    def _agreement(self, item: Item) -> list[str]:
        return [f"{one.name}: {one.sentence}" for one in self.agreement[item.question.id]]

    def _row(self, item: Item) -> tuple[str, ...]:
        pace = self.paces.get(item.question.id)
        return (
            _name(item),
            str(item.answered),
            _two(item.facility),
            _two(item.discrimination),
            self._alpha(item),
            f"{pace.tries:g}" if pace else "",
            f"{pace.minutes:.1f}" if pace and pace.minutes is not None else "",
            "; ".join(item.flags),
        )


def _name(item: Item) -> str:
    return f"{item.question.id} {item.question.title}"


def _two(figure: float | None) -> str:
    return "" if figure is None else f"{figure:.2f}".replace("-", "−")


def _steps(found: Plan) -> Iterator[str]:
    for item in found.look_first:
        yield f"Before anything else, look at the key of {_name(item)}: {item.flags[0]}."
    for one in found.again:
        yield _again(one)
    if not found.again:
        yield "Nothing asks to be come back to: begin with the next lesson’s own questions."


def _again(one: Again) -> str:
    minutes = "Two minutes: "
    told = f"{minutes}ask {_name(one.item)} once more, alone and then in pairs"
    if one.drew is None:
        return f"{told}."
    drew = f"{one.drew.chosen} of {one.item.answered} chose {one.drew}"
    return f"{told}. {drew}: what speaks for it?"
