"""The page that a teacher projects: one file that needs no network, in which nobody has a name.

It is made of sections, so that a page that is open can be given those that have changed.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from markupsafe import Markup

from accordingto.classroom.room.class_reading import ClassReading, Counted
from accordingto.classroom.room.divided import MOST, Parted, Partings
from accordingto.classroom.room.reasons import of_exercise, of_sentence
from accordingto.exercises import Question
from accordingto.templates import rendered
from accordingto.text import Span
from accordingto.widgets.markdown import block
from accordingto.widgets.tallies import styles
from accordingto.widgets.tallies.shading import Shading
from accordingto.widgets.tallies.tally import FEWEST

_HERE = Path(__file__).parent
_HEADING = re.compile(r"^# (.+)$", re.M)
_MOST_READINGS = 6  # of a sentence that are drawn
_LEVELS = (0.5, 0.75)  # from which division on a sentence is set off, and set off more


@dataclass(frozen=True)
class ClassPage:
    """The parts of the page, by the ids of their sections, in order; `above` stands before them."""

    title: str
    sections: dict[str, Markup]
    version: str
    above: Markup | str = ""

    @classmethod
    def of(cls, whole: ClassReading, *, held: bool = False) -> ClassPage:
        """Draw a class reading. The same answers give the same bytes, in whatever order.

        Where the reveal is `held`, nothing of the expert's is in it.
        """
        sections = dict(_Drawing(whole, held).sections())
        joined = "\0".join(f"{name}\0{html}" for name, html in sections.items())
        version = hashlib.sha256(joined.encode()).hexdigest()[:16]
        return cls(_title(whole), sections, version)

    def under(self, above: Markup, key: str) -> ClassPage:
        """The page with something above it; the `key` changes with what that is."""
        return replace(self, above=above, version=f"{self.version} {key}")

    def html(self, updates: str = "", controls: str = "") -> str:
        """The whole file; `updates` names the file beside it that says what is new, if any.

        `controls` are markup of what can be set on a page that is served.
        """
        script = (_HERE / "page.js").read_text(encoding="utf-8")
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        return str(
            rendered(
                "classroom/room/page.html",
                title=self.title,
                sections=self.sections.items(),
                version=self.version,
                updates=updates,
                controls=controls,
                above=self.above,
                style=page_style(),
                script=Markup(script),
                scripts=f"'sha256-{digest}'" + (" 'self' file:" if updates else ""),
                exercises=[
                    (name, html.partition("</h2>")[0].rpartition(">")[2])
                    for name, html in self.sections.items()
                    if name.startswith("x")
                ],
            )
        )


def page_style() -> Markup:
    """The style sheet of the page."""
    return Markup(styles() + (_HERE / "page.css").read_text(encoding="utf-8"))


class _Drawing:
    """One class reading, drawn section by section."""

    def __init__(self, whole: ClassReading, held: bool) -> None:
        self._whole, self._sheet, self._held = whole, whole.sheet, held
        self._partings = Partings(whole)
        article = self._sheet.home.article
        self._marking = [
            (counted, counted.tally)
            for counted in whole
            if isinstance(counted.tally, Shading) and counted.tally.article is article
        ]

    def sections(self) -> Iterator[tuple[str, Markup]]:
        readers = self._whole.readers
        parted = [(self._link(one), one) for one in self._partings.all[:MOST]]
        yield (
            "where",
            rendered("classroom/room/where.html", readers=readers, parted=parted, fewest=FEWEST),
        )
        yield "page", rendered("classroom/room/article.html", paragraphs=self._paragraphs())
        for counted in self._whole:
            yield _name(counted.question), self._exercise(counted)

    def _link(self, one: Parted) -> str:
        on_page = any(counted.question.id == one.exercise for counted, _ in self._marking)
        return f"s{one.place_id}" if on_page else f"x{one.exercise}"

    def _paragraphs(self) -> list[tuple[int, list[dict[str, Any]]]]:
        article = self._sheet.home.article
        found: defaultdict[int, list[dict[str, Any]]] = defaultdict(list)
        for number, span in enumerate(article.sentences):
            found[article.paragraph_of(span)].append(self._sentence(str(number), span))
        return list(found.items())

    def _sentence(self, name: str, span: Span) -> dict[str, Any]:
        asked = [
            self._asked(counted, tally, name)
            for counted, tally in self._marking
            if name in tally.sentences
        ]
        division = max((one["parted"].division for one in asked if one["parted"]), default=0.0)
        return {
            "id": name,
            "text": self._sheet.home.article[span],
            "asked": asked,
            "level": sum(division >= level for level in _LEVELS),
        }

    def _asked(self, counted: Counted, tally: Shading, sentence: str) -> dict[str, Any]:
        """What one exercise says of a sentence: who marked what, how it parts, what it is."""
        columns = tally.columns()
        [place] = [one for one in tally.places if one.id == sentence]
        parted = [one for one in self._partings.of(counted.question.id) if one.place_id == sentence]
        return {
            "exercise": counted.question.id,
            "title": counted.question.title,
            "answers": max(tally.answers, tally.firsts),
            "marked": [
                (tally.labels[label], count, columns[-1].answers)
                for label, count in (
                    tally.who_marked(sentence, columns[-1]) if columns else {}
                ).items()
            ],
            "parted": parted[0] if parted else None,
            "columns": columns,
            "rows": tally.drawn_rows(place, columns)[:_MOST_READINGS],
            "expert": ""
            if self._held
            else of_sentence(counted.question, tally, sentence, self._sheet.home),
        }

    def _exercise(self, counted: Counted) -> Markup:
        question, tally = counted.question, counted.tally
        material = self._sheet.material(question)
        enough = bool(tally.columns())
        return rendered(
            "classroom/room/exercise.html",
            id=question.id,
            title=question.title,
            prompt=block(question.prompt),
            answers=tally.answers,
            firsts=tally.firsts,
            changed=tally.changed
            if enough and min(tally.answers, tally.firsts) >= FEWEST
            else None,
            unfit=counted.unfit,
            figure=tally.figure(),
            parted=self._partings.of(question.id)[:1],
            enough=enough and not self._held,
            first_words=tally.first_words,
            expert=of_exercise(question, material),
            revealed=tally.revealed(),
        )


def _name(question: Question[Any]) -> str:
    return f"x{question.id}"


def _title(whole: ClassReading) -> str:
    """The first heading of the lesson, or its name."""
    page = whole.sheet.content.page(whole.sheet.lesson)
    found = _HEADING.search(page.read_text(encoding="utf-8")) if page else None
    return found[1].strip() if found else whole.sheet.lesson
