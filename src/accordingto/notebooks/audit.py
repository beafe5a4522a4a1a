"""An article of one's own: the machine drafts a reading of it, and a person corrects the draft.

There is no expert for such an article and no key, so that nothing is scored here. The marks are
kept like any answer, in a file of the article's own.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from accordingto.exercises import Material, Sheet
from accordingto.exercises.kinds.link_attribution import (
    LinkAttribution,
    LinkAttributionAnswer,
    LinkedMark,
)
from accordingto.instrument import named, read
from accordingto.notebooks.lesson import Lesson
from accordingto.readings import Attribution, Reading
from accordingto.text import Article, Span, decoded

LONGEST = 20_000  # code points: what one person can read closely, and a widget hold
MOST = 1_500  # marks of a draft: room is left for those that a person adds
_MARKS = "Draft"


class ArticleError(ValueError):
    """What was given is no article. A notebook shows this sentence alone: it is all there is."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


def own_article(*, text: str | None = None, file: str | Path | None = None) -> Article:
    """An article out of a pasted text or a UTF-8 text file.

    Raises ArticleError for what is neither. Its name is made of its text, so that the same text
    finds the same answers again.
    """
    if (text is None) == (file is None):
        raise ArticleError("own_article takes a text or a file: text=… or file=…")
    try:
        found = _pasted(str(text)) if file is None else _in_file(Path(file))
    except (ValueError, OSError) as error:
        raise ArticleError(str(error)) from None
    if len(found) > LONGEST:
        raise ArticleError(
            f"the article has {len(found):,} characters, and at most {LONGEST:,} can be audited: "
            "take a part of it"
        )
    return Article(f"own-{hashlib.sha256(found.encode()).hexdigest()[:8]}", found)


def _pasted(text: str) -> str:
    if not text.strip():
        raise ValueError("the article is empty: paste its text, one paragraph a line")
    return decoded(text.encode("utf-8", "surrogatepass"), "the pasted text")


def _in_file(path: Path) -> str:
    if not path.is_file():
        raise FileNotFoundError(
            f"there is no file {path}: put it beside the notebook, or paste its text"
        )
    return Article.from_file(path).text


def audit(article: Article, lesson: Lesson) -> Audit:
    """The machine's draft of a reading of any article, on the screen to be corrected.

    The marks are kept beside the answers of the lesson.
    """
    begun = Audit(article, lesson.store.path.parent)
    begun.show()
    return begun


class Audit:
    """A draft on the screen, to correct; `reading` is what it says now."""

    def __init__(self, article: Article, folder: Path) -> None:
        """Answers are kept in `folder`. A draft that was begun is taken up where it was left.

        Raises ArticleError for an article in which the machine marks more than MOST places.
        """
        self.article = article
        self._machine = read(article)
        question = _question(article)
        sheet = Sheet(
            lesson=f"audit-{article.id}",
            article=article.id,
            objectives={},
            questions={_MARKS: question},
            materials={article.id: Material(article, Reading(article=article.id, reader="you"))},
            mode="graded",
        )
        self._lesson = Lesson(sheet, folder)
        if self._lesson.store.entry(_MARKS) is None:
            marks = _draft(self._machine)
            if len(marks) > MOST:
                raise ArticleError(
                    f"the machine marks {len(marks):,} places in this article, and at most "
                    f"{MOST:,} can be corrected by hand: take a part of it"
                )
            self._lesson.answer(_MARKS, {"marks": msgspec.to_builtins(marks)})

    def show(self) -> None:
        """Display the marks, for correcting."""
        self._lesson(_MARKS)

    @property
    def reading(self) -> Reading:
        """The reading that the marks make; its quotations are those that the machine found."""
        entry = self._lesson.store.entry(_MARKS)
        answer = msgspec.convert(entry.answer if entry else {}, LinkAttributionAnswer)
        records: dict[int, dict[str, list[Span]]] = {}
        for mark in answer.marks or ():
            roles = records.setdefault(mark.record, {})
            roles.setdefault(mark.label, []).append(Span(mark.start, mark.end))
        drafted = dict(enumerate(_outer(self._machine), 1))
        return Reading(
            article=self.article.id,
            reader="you",
            quotations=self._machine.quotations,
            attributions=tuple(
                self._attribution(number, roles, drafted.get(number))
                for number, roles in sorted(records.items())
            ),
        )

    def _attribution(
        self, number: int, roles: dict[str, list[Span]], drafted: Attribution | None
    ) -> Attribution:
        """A record as an attribution; what marks do not say is the machine's where it drafted it.

        Whose words they are follows the source: where that was corrected, so is the chain.
        """
        name = f"M{number:02}"
        source, cue, content = (
            tuple(sorted(roles.get(role, ()))) for role in ("source", "cue", "content")
        )
        begun = drafted or Attribution(id=name, form="indirect")
        if source != begun.source:
            origin = named(self.article, source[0]) if source else None
            begun = msgspec.structs.replace(begun, origin=origin, conduits=())
        return msgspec.structs.replace(begun, id=name, source=source, cue=cue, content=content)


def _question(article: Article) -> LinkAttribution:
    return LinkAttribution(
        id=_MARKS,
        kind="link attribution",
        title="of the machine, for you to correct",
        objective="audit",
        prompt=(
            "The machine has marked what it takes for source, cue and content. "
            "**It makes mistakes.** Remove what is none, move the edges, add what it missed."
        ),
        points=0,
        paragraphs=tuple(range(1, len(article.paragraphs) + 1)),
        reasons={},
        extra="",
    )


def _outer(reading: Reading) -> list[Attribution]:
    return [one for one in reading.attributions if not one.embedded_in]


def _draft(machine: Reading) -> list[LinkedMark]:
    return [
        LinkedMark(piece.start, piece.end, role, number)
        for number, one in enumerate(_outer(machine), 1)
        for role in ("source", "cue", "content")
        for piece in getattr(one, role)
    ]
