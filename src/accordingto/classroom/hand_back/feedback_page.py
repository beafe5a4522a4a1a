"""A student's page of feedback: one file that needs no network, no script and no mouse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import shorten
from typing import Any

import msgspec
from markupsafe import Markup

from accordingto.classroom.audits import Audit
from accordingto.classroom.book.scores import Cell, Scores
from accordingto.classroom.hidden import without_hidden
from accordingto.classroom.results import Marks, Result
from accordingto.classroom.submissions import Submission
from accordingto.exercises import Question, Sheet
from accordingto.exercises.kinds.code import Code
from accordingto.exercises.points import rounded
from accordingto.notebooks.cells import binds, grade_id, is_code
from accordingto.pages.corrections import sentence
from accordingto.templates import rendered
from accordingto.text.wording import counted
from accordingto.widgets.markdown import block
from accordingto.widgets.static import answer_html, look_text, outcome_html

MARKED = "A person marked this one. These are the levels, with an example of each"
MISSING = {
    "could not": "This could not be graded; the reason stands at the top.",
    "empty": "You left this one empty.",
}
_LONGEST, _MOST = 160, 200  # signs of a corrected statement, and statements that are shown
_STYLE = Markup((Path(__file__).parent / "feedback.css").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Page:
    """All that a page is made of; `title` is the lesson's."""

    title: str
    sheet: Sheet
    submission: Submission
    marks: Marks
    scores: Scores

    def html(self) -> str:
        """The page: the same work gives the same bytes, and a student's words are never obeyed."""
        student = self.scores.student
        page = rendered(
            "classroom/hand_back/feedback.html",
            name=f"{student.first_name} {student.last_name}".strip() or student.id,
            title=self.title,
            style=_STYLE,
            total=f"{rounded(self.scores.points)} of {rounded(self.scores.of)} points",
            asides=self._asides(),
            sentences=self.marks.sentences,
            words=self._words(),
            again=self._again(),
            exercises=[self._exercise(mark) for mark in self.marks.marks],
            audits=[_audit(one) for one in self.submission.audits],
            pages=self._pages(),
        )
        return f"{page}\n"

    def _asides(self) -> Iterator[str]:
        """Remarks on the total."""
        if self.scores.penalty:
            yield f"{rounded(self.scores.penalty)} were taken off because it came late"
        if waiting := self.scores.waiting:
            yield f"{counted(waiting, 'exercise is', 'exercises are')} not marked yet"

    def _words(self) -> list[str]:
        """The marker's words that are about no exercise."""
        asked = {place for question in self.sheet for place in self._places(question)}
        words = self.scores.words.items()
        return _lines(text for place, text in words if place not in asked)

    def _pages(self) -> list[dict[str, Any]]:
        """The articles that were asked about, each once: what is said leads into them."""
        asked = [self.sheet[mark.exercise] for mark in self.marks.marks]
        articles = {one.article.id: one.article for one in map(self.sheet.material, asked)}
        asking: dict[str, list[str]] = defaultdict(list)
        for question in asked:
            asking[self._page_of(question)].append(question.id)
        return [
            {
                "name": name,
                "asking": ", ".join(asking[name]),
                "paragraphs": [article[span] for span in article.paragraphs],
            }
            for name, article in articles.items()
        ]

    def _again(self) -> list[tuple[str, list[dict[str, str]]]]:
        """The aims that lost points, each with its exercises and the paragraphs to read again."""
        lost: dict[str, list[Result]] = defaultdict(list)
        for mark in self.marks.marks:
            cell = self._cell(mark)
            if cell and cell.points is not None and cell.points < cell.of:
                lost[self.sheet[mark.exercise].objective].append(mark)
        return [
            (self.sheet.objectives.get(objective, objective), list(map(self._where, marks)))
            for objective, marks in lost.items()
        ]

    def _where(self, mark: Result) -> dict[str, str]:
        question = self.sheet[mark.exercise]
        parts = without_hidden(question, mark.outcome).parts if mark.outcome else ()
        wrong = [part for part in parts if part.verdict in ("wrong", "partly", "missing", "extra")]
        look = tuple(sorted({number for part in wrong for number in part.look}))
        name = grade_id(question.id)
        return {
            "name": name,
            "exercise": question.id,
            "look": look_text(look, self._page_of(question)),
        }

    def _page_of(self, question: Question[Any]) -> str:
        return self.sheet.material(question).article.id

    def _exercise(self, mark: Result) -> dict[str, Any]:
        question = self.sheet[mark.exercise]
        words = (self.scores.words.get(place, "") for place in self._places(question))
        return {
            "name": grade_id(question.id),
            "title": f"{question.id} {question.title}",
            "points": _points(self._cell(mark)),
            "prompt": block(question.prompt),
            "missing": MISSING.get(mark.state),
            "words": _lines(words),
            **({} if mark.state in MISSING else self._answer(question, mark)),
        }

    def _answer(self, question: Question[Any], mark: Result) -> dict[str, Any]:
        said = without_hidden(question, mark.outcome) if mark.outcome else None
        if said and mark.state == "person" and (cell := self._cell(mark)) and cell.by_hand:
            said = msgspec.structs.replace(said, headline=MARKED)
        heard = outcome_html(said, self._page_of(question)) if said else None
        if isinstance(question, Code):
            own = [cell["source"] for cell in self._own_cells(question)]
            return {"code": own[-1] if own else "", "said": heard}
        entry = (self.submission.entries or {}).get(question.id)
        answer = answer_html(question, entry, self.sheet.material(question))
        return {"code": None, "answer": answer, "said": heard}

    def _own_cells(self, question: Code) -> list[dict[str, Any]]:
        """The cells in which the function is written, or its name given to another one."""
        code = (cell for cell in self.submission.cells or () if is_code(cell))
        return [cell for cell in code if binds(cell["source"], question.function)]

    def _places(self, question: Question[Any]) -> list[str]:
        """The names of the cells whose comments are about this exercise."""
        own = self._own_cells(question) if isinstance(question, Code) else []
        return [grade_id(question.id), *(cell["grade_id"] for cell in own if cell["grade_id"])]

    def _cell(self, mark: Result) -> Cell | None:
        return self.scores.cells.get(grade_id(mark.exercise))


def _audit(one: Audit) -> dict[str, Any]:
    """What the student corrected on a page: in a sentence, and statement by statement."""
    return {
        "page": one.page,
        "title": one.title,
        "sentence": sentence(one.log) if one.log else "Nothing was looked at.",
        "rows": [
            (
                it.what,
                it.paragraph,
                shorten(it.words, _LONGEST, placeholder=" …"),
                ", ".join(it.fields) or "–",
            )
            for it in one.log[:_MOST]
        ],
    }


def _points(cell: Cell | None) -> str:
    if cell is None or not cell.of:
        return ""
    if cell.points is None:
        return f"Not marked yet (of {rounded(cell.of)})"
    by = ", given by a person" if cell.by_hand else ""
    noun = "point" if cell.of == 1 else "points"
    return f"{rounded(cell.points)} of {rounded(cell.of)} {noun}{by}"


def _lines(texts: Iterable[str]) -> list[str]:
    return [line for text in texts for line in text.splitlines() if line.strip()]
