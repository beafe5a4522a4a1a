"""A page's draft, corrected in a notebook: one statement after the other, and what follows."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from accordingto.content import Content
from accordingto.exercises import AnswerError, Entry, Material, Sheet
from accordingto.exercises.disk import write_whole
from accordingto.exercises.edits import Edit
from accordingto.notebooks.lesson import Lesson
from accordingto.notebooks.place import place_of
from accordingto.pages.about import about_of
from accordingto.pages.correcting import (
    Corrected,
    Correcting,
    Person,
    corrected,
    correcting,
    people,
)
from accordingto.pages.correcting.kept import (
    NAME,
    READING,
    begun,
    draft_of,
    is_current,
    log_of,
    steps,
    taken_up,
    write_reading,
)
from accordingto.pages.corrections import KINDS, Correction, by_form, by_rule, sentence
from accordingto.pages.folder import keep_article
from accordingto.pages.report import report
from accordingto.readings import Reading
from accordingto.text import Article

if TYPE_CHECKING:
    from accordingto.charts import Chart

_LESSON = "08-source-audit"  # beside whose answers a text is kept that is no page of seeds/


def correct(page: str | Article) -> Draft:
    """Show the machine's draft of a page, to be corrected one statement after the other.

    `page` is the name of a page of one's own in `seeds/`, or an article such as `own_article`
    gives, which is kept beside the answers; so are corrections of a page of the kit, whose own
    reading stays as it is. Every change is saved in the page's folder, and taken up again there.
    Raises LookupError for an unknown name.
    """
    draft = Draft(_folder(page))
    draft.show()
    return draft


def _folder(page: str | Article) -> Path:
    if isinstance(page, str):
        content = Content.around(Path.cwd())
        folder = content.seed(page)
        if draft_of(folder) is not None:
            return folder
        page = Article(page, Article.from_file(folder / "article.txt").text)
    folder = place_of(_LESSON).answers / page.id
    keep_article(page, folder)
    return folder


class _Desk(Lesson):
    """Where corrections are kept: those of what the page's folder holds now.

    What is on the screen holds it, so that the reading is written as long as anybody corrects it,
    also where no name holds the draft: `correct("my-page");`.
    """

    def edit(self, exercise: str, edit: Edit) -> None:
        """Save what was done in a view. Raises AnswerError in a view of a page that came anew."""
        question = self.sheet[exercise]
        if isinstance(question, Correcting) and not is_current(self.store.path.parent, question):
            raise AnswerError(
                "the page, or its reading, was put here anew since; run the cell again to go on"
            )
        super().edit(exercise, edit)

    def follow(self, entries: Mapping[str, Entry]) -> None:
        """Write the reading that follows from what was done."""
        question = self.sheet[NAME]
        if isinstance(question, Correcting):
            write_reading(self.store.path.parent, question, self.store)


class Draft:
    """A draft under correction. `reading` is what it says now, and every figure is made from it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        said = taken_up(folder)
        self.article, base = begun(folder)
        self._question = correcting(self.article, base)
        sheet = Sheet(
            lesson=steps(self._question),
            article=self.article.id,
            objectives={},
            questions={NAME: self._question},
            materials={self.article.id: Material(self.article, base)},
            mode="graded",
        )
        self._lesson = _Desk(sheet, folder)
        if said:
            print(said)

    def __repr__(self) -> str:
        return f"<Draft of {self.article.id}: {self.said}>"

    def show(self) -> None:
        """Display the queue."""
        self._lesson(NAME)

    @property
    def work(self) -> Corrected:
        """Every statement as it stands now, and what has become of it."""
        entry = self._lesson.store.entry(NAME)
        return self._question.done(self._question.answer(entry.answer if entry else {}))

    @property
    def reading(self) -> Reading:
        """The reading as it was corrected so far."""
        return corrected(self.work)

    @property
    def people(self) -> tuple[Person, ...]:
        """Who speaks on the page, each with the words that stand for them."""
        return people(self.article, self.work.standing)

    @property
    def log(self) -> tuple[Correction, ...]:
        """What was kept, changed, removed and added, of the statements that were looked at."""
        return log_of(self.folder)

    @property
    def said(self) -> str:
        """The log in some sentences, and how much is still to be looked at."""
        left = len(self.work.unseen)
        todo = f" {left} of them still to be looked at." if left else ""
        return f"{sentence(self.log)}{todo}" if self.log else f"{left} statements to look at."

    def figure(self, *, by: Literal["form", "rule"] = "form") -> Chart:
        """The log as a figure: by the form of a statement, or by the rule that found it.

        Raises ValueError while nothing was looked at.
        """
        from accordingto.charts import bars

        rows = by_form(self.log) if by == "form" else by_rule(self.log)
        counts: dict[str, dict[str, int]] = {
            what: {name: of[what] for name, of in rows} for what in KINDS
        }
        return bars(counts, title=f"What was corrected, by {by}")

    def report(self, *, memo: str = "", with_text: bool = True) -> Path:
        """Write a report on the page's sources beside the notebook; return its file.

        `memo` is text in which (12) points to paragraph 12.
        """
        day = datetime.date.fromtimestamp((self.folder / READING).stat().st_mtime)
        html = report(
            self.article,
            self.reading,
            about_of(self.folder),
            read_on=f"{day.day} {day:%B %Y}",
            log=self.log,
            memo=memo,
            with_text=with_text,
        )
        file = place_of(_LESSON).folder / f"{self.article.id}-report.html"
        write_whole(file, html.encode("utf-8"))
        print(f"{file}: open it in a browser; it can be printed, and needs nothing else.")
        return file
