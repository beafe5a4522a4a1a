"""How far one has come, in words: a quiet line under the first cell, and a summary at the end."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from html import escape
from typing import Any

from accordingto.exercises import Question
from accordingto.exercises.progress import Progress


def line(progress: Progress) -> str:
    """One line, such as "Done: 3 of 10. To do: 4.4, 4.5. Last saved at 14:03."."""
    done, to_do = len(progress.done), progress.to_do
    words = [f"Done: {done} of {done + len(to_do)}."]
    if done and to_do:
        words.append(f"To do: {', '.join(one.id for one in to_do)}.")
    if progress.at:
        clock = datetime.fromisoformat(progress.at).astimezone()
        words.append(f"Last saved at {clock:%H:%M}.")
    return " ".join(words)


def line_html(progress: Progress) -> str:
    """The same as HTML; nobody is interrupted by it, so it is no live region."""
    return f'<p class="at-progress">{escape(line(progress))}</p>'


@dataclass(frozen=True)
class Summary:
    """What a notebook shows at its end: what is done, what is not, and what to look at again."""

    progress: Progress

    def __repr__(self) -> str:
        return "\n".join(
            [self._headline, *(f"{title}:\n{_lines(items)}" for title, items in self._lists)]
        )

    def _repr_html_(self) -> str:
        lists = "".join(
            f"<p>{title}:</p><ul>{''.join(f'<li>{escape(item)}</li>' for item in items)}</ul>"
            for title, items in self._lists
        )
        return f'<section aria-label="Where you stand"><p>{self._headline}</p>{lists}</section>'

    @property
    def _headline(self) -> str:
        done, left = len(self.progress.done), len(self.progress.to_do)
        if not left and not self.progress.again:
            return f"All {done} exercises are done, and nothing is left open."
        return f"You have done {done} of {done + left} exercises."

    @property
    def _lists(self) -> list[tuple[str, list[str]]]:
        again = [f"{_name(one)}: {_points(one, credit)}" for one, credit in self.progress.again]
        lists = [
            ("Worth another look", again),
            ("Not done yet", [_name(one) for one in self.progress.to_do]),
        ]
        return [(title, items) for title, items in lists if items]


def _name(question: Question[Any]) -> str:
    return f"{question.id} {question.title}"


def _points(question: Question[Any], credit: float) -> str:
    return f"{round(credit * question.points, 2):g} of {question.points:g} points"


def _lines(items: list[str]) -> str:
    return "\n".join(f"  {item}" for item in items)
