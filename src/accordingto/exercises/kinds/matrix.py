"""A table: for each item, choose in one or two slots. A defensible alternative earns part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, Self

import msgspec

from accordingto.exercises.choosing import Choosing, Places
from accordingto.exercises.material import Material
from accordingto.exercises.names import distinct, known
from accordingto.exercises.outcome import Outcome, Part, Verdict, mean_outcome, verdict_of
from accordingto.exercises.question import SOME, Answer, Paragraphs
from accordingto.readings import Credit


class Choice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What can be chosen in a slot. `why` says what it would mean, to one who chose it wrongly."""

    value: str
    text: str
    why: str


class Slot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A column to fill."""

    id: str
    text: str
    options: Annotated[tuple[Choice, ...], SOME]


class Accepted(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An alternative that can be defended: its credit and the reason."""

    credit: Credit
    why: str


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An item. `key` gives each slot its value, or `=A12.origin.type`: a place in the reading."""

    id: str
    text: str
    key: dict[str, str]
    why: str
    accept: dict[str, dict[str, Accepted]] = {}
    look: Paragraphs = ()


class MatrixAnswer(Answer, frozen=True, kw_only=True):
    """For each row that was answered, the value in each slot."""

    rows: dict[str, dict[str, str]] = {}


class Matrix(Choosing[MatrixAnswer], frozen=True, kw_only=True):
    """Items to classify in one slot or more; every cell counts the same."""

    Answer: ClassVar[type[MatrixAnswer]] = MatrixAnswer

    rows: Annotated[tuple[Row, ...], SOME]
    slots: Annotated[tuple[Slot, ...], SOME]

    def score(self, answer: MatrixAnswer, material: Material) -> Outcome:
        """The mean over all cells. A row of which all cells are told the same is told it once."""
        credits: list[float] = []
        parts: list[Part] = []
        for row in self.rows:
            told: list[tuple[Verdict, str]] = []
            for slot in self.slots:
                chosen = answer.rows.get(row.id, {}).get(slot.id)
                credit, text = self._cell(row, slot, chosen, material)
                credits.append(credit)
                told.append((verdict_of(credit) if chosen else "missing", text))
            parts += _row_parts(row, self.slots, told)
        return mean_outcome(credits, parts, "choices")

    def key(self, material: Material) -> MatrixAnswer:
        """Every cell by its key."""
        return MatrixAnswer(
            rows={
                row.id: {slot.id: _resolved(row.key[slot.id], material) for slot in self.slots}
                for row in self.rows
            }
        )

    def without_key(self) -> Self:
        """The items and what can be chosen for them."""
        return msgspec.structs.replace(
            super().without_key(),
            rows=tuple(Row(id=row.id, text=row.text, key={}, why="") for row in self.rows),
            slots=tuple(
                Slot(id=slot.id, text=slot.text, options=unexplained(slot.options))
                for slot in self.slots
            ),
        )

    def check(self, material: Material) -> None:
        """Every row has a key for every slot, and it and what is accepted are offered there."""
        slots = [slot.id for slot in self.slots]
        distinct(slots, "slot")
        distinct([row.id for row in self.rows], "row")
        for row in self.rows:
            known([*row.key, *row.accept], slots, "slot")
            for slot in self.slots:
                if slot.id not in row.key:
                    raise ValueError(f"row {row.id}: expected a key for the slot {slot.id!r}")
                wanted = [_resolved(row.key[slot.id], material), *row.accept.get(slot.id, {})]
                known(wanted, [option.value for option in slot.options], f"{row.id} option")

    def check_answer(self, answer: MatrixAnswer) -> None:
        """Rows, slots and values must be offered."""
        offered = {slot.id: [option.value for option in slot.options] for slot in self.slots}
        known(answer.rows, [row.id for row in self.rows], "row")
        for cells in answer.rows.values():
            known(cells, offered, "slot")
            for slot, value in cells.items():
                known([value], offered[slot], "option")

    def places(self, material: Material) -> Places:
        """Every cell, named by its row and its slot."""
        return {
            f"{row.id}/{slot.id}": {
                option.value: self._cell(row, slot, option.value, material)[0]
                for option in slot.options
            }
            for row in self.rows
            for slot in self.slots
        }

    def filled(self, values: Mapping[str, str]) -> MatrixAnswer:
        """The cells, row by row."""
        return MatrixAnswer(
            rows={
                row.id: {slot.id: values[f"{row.id}/{slot.id}"] for slot in self.slots}
                for row in self.rows
            }
        )

    def _cell(
        self, row: Row, slot: Slot, chosen: str | None, material: Material
    ) -> tuple[float, str]:
        if chosen is None:
            return 0.0, "Nothing chosen yet."
        if chosen == _resolved(row.key[slot.id], material):
            return 1.0, row.why
        accepted = row.accept.get(slot.id, {}).get(chosen)
        if accepted:
            return accepted.credit, accepted.why
        return 0.0, next(option.why for option in slot.options if option.value == chosen)


def unexplained(options: tuple[Choice, ...]) -> tuple[Choice, ...]:
    """The choices without their reasons."""
    return tuple(Choice(value=one.value, text=one.text, why="") for one in options)


def _row_parts(
    row: Row, slots: tuple[Slot, ...], told: list[tuple[Verdict, str]]
) -> Iterator[Part]:
    if len(set(told)) == 1:
        verdict, text = told[0]
        yield Part(verdict=verdict, label=row.text, text=text, ref=row.id, look=row.look)
        return
    for slot, (verdict, text) in zip(slots, told, strict=True):
        label, ref = f"{row.text}, {slot.text}", f"{row.id}/{slot.id}"
        yield Part(verdict=verdict, label=label, text=text, ref=ref, look=row.look)


def _resolved(key: str, material: Material) -> str:
    return material.value(key[1:]) if key.startswith("=") else key


QUESTION = Matrix
