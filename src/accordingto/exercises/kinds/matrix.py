"""A table: for each item, choose in one or two slots. A defensible alternative earns part."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, ClassVar, NamedTuple

import msgspec

from accordingto.exercises.choosing import Choosing, Places, Words
from accordingto.exercises.keyless import Shown
from accordingto.exercises.material import Material
from accordingto.exercises.naming import require_distinct, require_known
from accordingto.exercises.outcome import Outcome, Part, Verdict, mean_outcome, verdict_of
from accordingto.exercises.question import SOME, Answer, Paragraphs
from accordingto.readings import Credit

SO_FAR = "So it is. Why will be said when the row is whole."


class Choice(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One choice offered for a slot; `why` explains it to a student who chose it wrongly."""

    value: Shown[str]
    text: Shown[str]
    why: str


class Slot(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A column to fill."""

    id: Shown[str]
    text: Shown[str]
    options: Shown[Annotated[tuple[Choice, ...], SOME]]


class Accepted(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An alternative that can be defended: its credit and the reason."""

    credit: Credit
    why: str


class Row(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An item. `key` gives each slot its value, or `=A12.origin.type`: a place in the reading."""

    id: Shown[str]
    text: Shown[str]
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

    rows: Shown[Annotated[tuple[Row, ...], SOME]]
    slots: Shown[Annotated[tuple[Slot, ...], SOME]]

    def score(self, answer: MatrixAnswer, material: Material) -> Outcome:
        """The mean over all cells. A row of which all cells are told the same is told it once."""
        credits: list[float] = []
        parts: list[Part] = []
        for row in self.rows:
            cells = answer.rows.get(row.id, {})
            told = [self._cell(row, slot, cells.get(slot.id), material) for slot in self.slots]
            credits += [cell.credit for cell in told]
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

    def check(self, material: Material) -> None:
        """Every row has a key for every slot, and it and what is accepted are offered there."""
        slots = [slot.id for slot in self.slots]
        require_distinct(slots, "slot")
        require_distinct([row.id for row in self.rows], "row")
        for row in self.rows:
            require_known([*row.key, *row.accept], slots, "slot")
            for slot in self.slots:
                if slot.id not in row.key:
                    raise ValueError(f"row {row.id}: expected a key for the slot {slot.id!r}")
                wanted = [_resolved(row.key[slot.id], material), *row.accept.get(slot.id, {})]
                require_known(wanted, [option.value for option in slot.options], f"{row.id} option")

    def check_answer(self, answer: MatrixAnswer) -> None:
        """Rows, slots and values must be offered."""
        offered = {slot.id: [option.value for option in slot.options] for slot in self.slots}
        require_known(answer.rows, [row.id for row in self.rows], "row")
        for cells in answer.rows.values():
            require_known(cells, offered, "slot")
            for slot, value in cells.items():
                require_known([value], offered[slot], "option")

    def places(self, material: Material) -> Places:
        """Every cell, named by its row and its slot."""
        return {
            f"{row.id}/{slot.id}": {
                option.value: self._cell(row, slot, option.value, material).credit
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

    def words(self) -> Words:
        """A row's text, with the slot's where there are several, and the text of the option."""
        several = len(self.slots) > 1
        return {
            (f"{row.id}/{slot.id}", option.value): (
                f"{row.text} ({slot.text})" if several else row.text,
                option.text,
            )
            for row in self.rows
            for slot in self.slots
            for option in slot.options
        }

    def values(self, answer: MatrixAnswer) -> dict[str, str]:
        """Each cell that was filled, named by its row and its slot."""
        return {
            f"{row}/{slot}": value
            for row, cells in answer.rows.items()
            for slot, value in cells.items()
        }

    def _cell(self, row: Row, slot: Slot, chosen: str | None, material: Material) -> _Cell:
        if chosen is None:
            return _Cell(0.0, "missing", "Nothing chosen yet.")
        if chosen == _resolved(row.key[slot.id], material):
            return _Cell(1.0, "right", row.why)
        accepted = row.accept.get(slot.id, {}).get(chosen)
        if accepted:
            return _Cell(accepted.credit, verdict_of(accepted.credit), accepted.why)
        why = next(option.why for option in slot.options if option.value == chosen)
        return _Cell(0.0, "wrong", why)


class _Cell(NamedTuple):
    credit: float
    verdict: Verdict
    text: str


def _row_parts(row: Row, slots: tuple[Slot, ...], told: list[_Cell]) -> Iterator[Part]:
    """One part a row where all its cells are told the same, else one a cell.

    The reason of a row is that of all its cells. While one of them is open, it would give the
    answer to that one, so a right cell beside it is only told that it is right.
    """
    if len(set(told)) == 1:
        _, verdict, text = told[0]
        yield Part(verdict=verdict, label=row.text, text=text, ref=row.id, look=row.look)
        return
    is_open = any(cell.credit < 1 for cell in told)
    for slot, cell in zip(slots, told, strict=True):
        yield Part(
            verdict=cell.verdict,
            label=f"{row.text}, {slot.text}",
            text=cell.text,
            ref=f"{row.id}/{slot.id}",
            look=row.look,
            early=SO_FAR if is_open and cell.verdict == "right" else None,
        )


def _resolved(key: str, material: Material) -> str:
    return material.value(key[1:]) if key.startswith("=") else key


QUESTION = Matrix
