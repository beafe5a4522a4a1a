"""Cards to sort into classes: a table with one slot, laid out as cards."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, ClassVar

import msgspec

from accordingto.exercises.choosing import Choosing, Places, Words
from accordingto.exercises.keyless import Shown, shown
from accordingto.exercises.kinds.matrix import (
    Accepted,
    Choice,
    Matrix,
    MatrixAnswer,
    Row,
    Slot,
)
from accordingto.exercises.material import Material
from accordingto.exercises.outcome import Outcome
from accordingto.exercises.question import SOME, Answer, Paragraphs

_SLOT = "class"


class SortedCard(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A card. `key` is its class, or `=A02.verb_class`: a place in the reading."""

    id: Shown[str]
    text: Shown[str]
    key: str
    why: str
    accept: dict[str, Accepted] = {}
    look: Paragraphs = ()


class SortCardsAnswer(Answer, frozen=True, kw_only=True):
    """The class of each card that was sorted."""

    classes: dict[str, str] = {}


class SortCards(Choosing[SortCardsAnswer], frozen=True, kw_only=True):
    """Cards and the classes that they belong to; every card counts the same."""

    Answer: ClassVar[type[SortCardsAnswer]] = SortCardsAnswer

    classes: Shown[Annotated[tuple[Choice, ...], SOME]]
    cards: Annotated[tuple[SortedCard, ...], SOME, shown(by="id")]

    def score(self, answer: SortCardsAnswer, material: Material) -> Outcome:
        """The mean over all cards."""
        return self._table.score(_as_rows(answer), material)

    def key(self, material: Material) -> SortCardsAnswer:
        """Every card by its key."""
        return _as_cards(self._table.key(material))

    def check(self, material: Material) -> None:
        """Every key, and all that is accepted, is one of the classes."""
        self._table.check(material)

    def check_answer(self, answer: SortCardsAnswer) -> None:
        """Cards and classes must be offered."""
        self._table.check_answer(_as_rows(answer))

    def places(self, material: Material) -> Places:
        """Every card."""
        return self._table.places(material)

    def filled(self, values: Mapping[str, str]) -> SortCardsAnswer:
        """The cards in their classes."""
        return _as_cards(self._table.filled(values))

    def words(self) -> Words:
        """The texts of the cards and of the classes."""
        return self._table.words()

    def values(self, answer: SortCardsAnswer) -> dict[str, str]:
        """The class of each card that was sorted."""
        return self._table.values(_as_rows(answer))

    @property
    def _table(self) -> Matrix:
        rows = tuple(
            Row(
                id=card.id,
                text=card.text,
                key={_SLOT: card.key},
                why=card.why,
                accept={_SLOT: card.accept},
                look=card.look,
            )
            for card in self.cards
        )
        return Matrix(
            id=self.id,
            kind=self.kind,
            title=self.title,
            objective=self.objective,
            prompt=self.prompt,
            rows=rows,
            slots=(Slot(id=_SLOT, text="Class", options=self.classes),),
        )


def _as_rows(answer: SortCardsAnswer) -> MatrixAnswer:
    return MatrixAnswer(rows={card: {_SLOT: value} for card, value in answer.classes.items()})


def _as_cards(answer: MatrixAnswer) -> SortCardsAnswer:
    return SortCardsAnswer(classes={card: cells[_SLOT] for card, cells in answer.rows.items()})


QUESTION = SortCards
