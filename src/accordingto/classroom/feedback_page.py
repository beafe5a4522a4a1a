"""A student's page of feedback: one file that needs no network, no script and no mouse."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

import msgspec

from accordingto.classroom.hidden import without_hidden
from accordingto.classroom.marks import Mark, Marks
from accordingto.classroom.scores import Cell, Scores, rounded
from accordingto.classroom.submissions import Submission
from accordingto.exercises import Question, Sheet
from accordingto.exercises.kinds.code import Code
from accordingto.exercises.question import grade_id
from accordingto.widgets.markdown import block
from accordingto.widgets.static import answer_html, look_text, outcome_html

MARKED = "A person marked this one. These are the levels, with an example of each"
_STYLE = (Path(__file__).parent / "feedback.css").read_text(encoding="utf-8")
# By its text, for a cell that is not Python throughout, or not yet, is shown as well.
_BOUND = (
    r"^[ \t]*(?:(?:async[ \t]+)?def[ \t]+NAME\b|class[ \t]+NAME\b|(?:from|import)\b.*\bNAME\b"
    r"|(?:\w+[ \t]*[,=][ \t]*)*NAME[ \t]*(?:,[^=\n]*|:[^=\n]*)?=(?!=))"
)


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
        name = escape(f"{student.first_name} {student.last_name}".strip() or student.id)
        sections = "".join(map(self._exercise, self.marks.marks))
        return (
            '<!doctype html>\n<html lang="en"><head><meta charset="utf-8">'
            '<meta name="viewport" content="width=device-width, initial-scale=1">'
            f"<title>Feedback for {name}: {escape(self.title)}</title>"
            f"<style>{_STYLE}</style></head>\n<body>"
            f"<header><p>Feedback for {name}</p><h1>{escape(self.title)}</h1>"
            f"{self._total()}</header>\n<main>{self._again()}{sections}</main></body></html>\n"
        )

    def _total(self) -> str:
        scores = self.scores
        words = [f"<strong>{rounded(scores.points)} of {rounded(scores.of)} points</strong>"]
        if scores.penalty:
            words.append(f"{rounded(scores.penalty)} were taken off because it came late")
        if waiting := scores.waiting:
            noun = "exercise is" if waiting == 1 else "exercises are"
            words.append(f"{waiting} {noun} not marked yet")
        said = "".join(f"<p>{escape(sentence)}</p>" for sentence in self.marks.sentences)
        asked = {place for question in self.sheet for place in self._places(question)}
        rest = (text for place, text in scores.words.items() if place not in asked)
        return f"<p>{'; '.join(words)}.</p>{said}{_from_marker(rest, 'h2')}"

    def _again(self) -> str:
        """The aims that lost points, each with its exercises and the paragraphs to read again."""
        lost: dict[str, list[Mark]] = defaultdict(list)
        for mark in self.marks.marks:
            cell = self._cell(mark)
            if cell and cell.points is not None and cell.points < cell.of:
                lost[self.sheet[mark.exercise].objective].append(mark)
        if not lost:
            return ""
        items = "".join(
            f"<li>{escape(self.sheet.objectives.get(objective, objective))} "
            f"{'; '.join(self._where(mark) for mark in marks)}.</li>"
            for objective, marks in lost.items()
        )
        return (
            '<section aria-labelledby="again"><h2 id="again">Look at again</h2>'
            f"<ul>{items}</ul></section>"
        )

    def _where(self, mark: Mark) -> str:
        question = self.sheet[mark.exercise]
        parts = without_hidden(question, mark.outcome).parts if mark.outcome else ()
        wrong = [part for part in parts if part.verdict in ("wrong", "partly", "missing", "extra")]
        look = tuple(sorted({number for part in wrong for number in part.look}))
        return f'<a href="#{grade_id(question.id)}">Exercise {question.id}</a>{look_text(look)}'

    def _exercise(self, mark: Mark) -> str:
        question = self.sheet[mark.exercise]
        name = grade_id(question.id)
        cell = self._cell(mark)
        return (
            f'\n<section aria-labelledby="{name}">'
            f'<h2 id="{name}">{escape(question.id)} {escape(question.title)}</h2>'
            f"{_points(cell)}{block(question.prompt)}{self._answer(question, mark)}"
            f"{_from_marker(self.scores.words.get(place, '') for place in self._places(question))}"
            "</section>"
        )

    def _answer(self, question: Question[Any], mark: Mark) -> str:
        if mark.state == "could not":
            return "<p>This could not be graded; the reason stands at the top.</p>"
        if mark.state == "empty":
            return "<p>You left this one empty.</p>"
        entry = (self.submission.entries or {}).get(question.id)
        if isinstance(question, Code):
            answer = self._code(question)
        else:
            answer = answer_html(question, entry, self.sheet.material(question))
        said = without_hidden(question, mark.outcome) if mark.outcome else None
        if said and mark.state == "person" and (cell := self._cell(mark)) and cell.by_hand:
            said = msgspec.structs.replace(said, headline=MARKED)
        heard = f"<h3>What is said of it</h3>{outcome_html(said)}" if said else ""
        return f"<h3>Your answer</h3>{answer}{heard}"

    def _code(self, question: Code) -> str:
        own = [cell["source"] for cell in self._own_cells(question)]
        return f"<pre tabindex=0><code>{escape(own[-1])}</code></pre>" if own else "<p>No code.</p>"

    def _own_cells(self, question: Code) -> list[dict[str, Any]]:
        """The cells in which the function is written, or its name given to another one."""
        name = re.escape(question.function)
        bound = re.compile(_BOUND.replace("NAME", name), re.MULTILINE)
        code = (cell for cell in self.submission.cells or () if cell["cell_type"] == "code")
        return [cell for cell in code if bound.search(cell["source"])]

    def _places(self, question: Question[Any]) -> list[str]:
        """The names of the cells whose comments are about this exercise."""
        own = self._own_cells(question) if isinstance(question, Code) else []
        return [grade_id(question.id), *(cell["grade_id"] for cell in own if cell["grade_id"])]

    def _cell(self, mark: Mark) -> Cell | None:
        return self.scores.cells.get(grade_id(mark.exercise))


def _points(cell: Cell | None) -> str:
    if cell is None or not cell.of:
        return ""
    if cell.points is None:
        return f'<p class="points">Not marked yet (of {rounded(cell.of)})</p>'
    by = ", given by a person" if cell.by_hand else ""
    noun = "point" if cell.of == 1 else "points"
    return f'<p class="points">{rounded(cell.points)} of {rounded(cell.of)} {noun}{by}</p>'


def _from_marker(texts: Iterable[str], heading: str = "h3") -> str:
    lines = [line for text in texts for line in text.splitlines() if line.strip()]
    said = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return f"<{heading}>From your marker</{heading}>{said}" if said else ""
