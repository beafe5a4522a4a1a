"""The basis of a lesson: a page, its corrected reading, what is known of it, and the log."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from accordingto.authoring.people import People, is_hidden
from accordingto.authoring.wording import excerpt, unmarked
from accordingto.exercises.literal import literal
from accordingto.instrument.reader import READER as MACHINE
from accordingto.instrument.sentences import sentence_spans
from accordingto.pages.about import About
from accordingto.pages.corrections import Correction
from accordingto.readings import Attribution, Quotation, Reading
from accordingto.readings.records import Record
from accordingto.text import Article, Span

Places = Span | Iterable[Span]
_QUOTES = re.compile('[“”"]')  # words in marks are the page's, and these may be anybody's
_NESTED = "nested"
_FEWEST_WORDS = 3


@dataclass(frozen=True)
class Statement:
    """A statement of the page. `who` is "" where the page shows nobody, or only a pronoun."""

    record: Attribution
    who: str
    paragraph: int

    @property
    def is_hidden(self) -> bool:
        """Whether the page does not say whose words they are."""
        return is_hidden(self.record.origin)

    @property
    def is_whole(self) -> bool:
        """Whether it has a source, a cue and a content."""
        return bool(self.record.source and self.record.cue and self.record.content)

    @property
    def places(self) -> tuple[Span, ...]:
        """All its pieces, in the order of the page."""
        return tuple(sorted((*self.record.source, *self.record.cue, *self.record.content)))


@dataclass(frozen=True)
class Basis:
    """What makers make exercises of.

    `log` is what a person made of the machine's `draft`, and `unseen` how many of its statements
    nobody has looked at.
    """

    article: Article
    reading: Reading
    about: About
    log: tuple[Correction, ...] = ()
    draft: Reading | None = None
    unseen: int = 0
    people: People = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "people", People(self.reading))

    @property
    def is_draft(self) -> bool:
        """Whether the reading is the machine's, so that nobody has corrected it."""
        return self.reading.reader == MACHINE

    @cached_property
    def statements(self) -> tuple[Statement, ...]:
        """The statements that stand in no other, in the order of the page."""
        found = [
            Statement(one, self.people.of(one.origin), self.article.paragraph_of(placed[0]))
            for one in self.reading.attributions
            if not one.embedded_in and (placed := sorted((*one.source, *one.cue, *one.content)))
        ]
        return tuple(sorted(found, key=lambda one: one.places[0]))

    @cached_property
    def quotations(self) -> tuple[Quotation, ...]:
        """The quotations that stand in no other, in the order of the page."""
        outer = [one for one in self.reading.quotations if not one.inside and one.form != _NESTED]
        return tuple(sorted(outer, key=lambda one: one.span))

    def statement_of(self, quotation: Quotation) -> Statement | None:
        """The statement that a quotation belongs to, if it belongs to one."""
        return next(
            (one for one in self.statements if one.record.id == quotation.attribution), None
        )

    def tells(self, places: Places) -> bool:
        """Whether words can be looked up on the page, and not only “that” or “the plan”."""
        words = " ".join(self.article[one] for one in _all(places)).split()
        return len(words) >= _FEWEST_WORDS

    def quote(self, places: Places, *, first: int = 7, last: int = 4) -> str:
        """The words that stand at some places, to be put between marks."""
        return excerpt(
            " … ".join(self.article[one] for one in _all(places)), first=first, last=last
        )

    def label(self, places: Places) -> str:
        """Words of the page in marks, with the number of their paragraph."""
        return f"“{self.quote(places)}” ({self.numbers(places)})"

    def numbers(self, places: Places) -> str:
        """The numbers of the paragraphs in which some places begin, as they stand in brackets."""
        return ", ".join(str(number) for number in self.look(places))

    def look(self, places: Places) -> list[int]:
        """The numbers of the paragraphs in which some places begin, each once."""
        return sorted({self.article.paragraph_of(one) for one in _all(places)})

    def plain(self, places: Places) -> str:
        """Words of the page with no mark of quotation at all, and the number of their paragraph."""
        spans = _all(places)
        words = excerpt(unmarked(" … ".join(self.article[one] for one in spans)), first=9, last=5)
        return f"{words} ({self.numbers(spans)})"

    def why(
        self, template: str, about: Record | None = None, /, **told: str | int | Places
    ) -> dict[str, Any]:
        """A reason, and the paragraphs of the words that it quotes.

        A place in `told` is quoted, and so its words stand in the paragraph that is named. Where
        careful readers part on the record that it is `about`, it says so.
        """
        said: dict[str, str] = {}
        quoted: list[Span] = []
        for name, value in told.items():
            if isinstance(value, str | int):
                said[name] = str(value)
                continue
            spans = _all(value)
            said[name] = self.quote(spans)
            if f"{{{name}}}" in template:
                quoted += spans
        text = template.format(**said) + self._otherwise(about)
        return {"look": self.look(quoted), "why": text} if quoted else {"why": text}

    def _otherwise(self, about: Record | None) -> str:
        """What else can be defended, by the first case of the reading that is about a record."""
        cases = [one for one in self.reading.cases if about and one.about == about.id]
        if not cases or _QUOTES.search(cases[0].question):
            return ""
        answers = [
            f"*{literal(one.answer)}*"
            for one in cases[0].readings
            if one.credit and not _QUOTES.search(one.answer)
        ]
        told = f" Careful readers part here. {literal(cases[0].question)} One can defend "
        return f"{told}{'; '.join(answers)}." if answers else ""

    def sentence_at(self, span: Span) -> Span:
        """The sentence in which a place begins."""
        return next((one for one in self.sentences if one.start <= span.start < one.end), span)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences of the page."""
        return tuple(sentence_spans(self.article))


def _all(places: Places) -> list[Span]:
    """The places, in the order of the page."""
    return [places] if isinstance(places, Span) else sorted(places)
