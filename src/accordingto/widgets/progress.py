"""Progress in words: a quiet line under the first cell, and a summary at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from accordingto.exercises import Question
from accordingto.exercises.answers import moment
from accordingto.exercises.calibration import Calibration
from accordingto.exercises.kept_back import BeforeAfter
from accordingto.exercises.points import rounded
from accordingto.exercises.progress import Progress
from accordingto.templates import rendered
from accordingto.text.wording import counted
from accordingto.widgets.markdown import plain
from accordingto.widgets.views import view_of


def line(progress: Progress) -> str:
    """One line, such as "Done: 3 of 10. To do: 4.4, 4.5. Last saved at 14:03 CET."."""
    clock = _clock(progress.at)
    return _how_far(progress) + (f" Last saved at {clock}." if clock else "")


def line_html(progress: Progress) -> str:
    """The same as HTML; nobody is interrupted by it, so it is no live region.

    The time is put into the reader's own by `clock.js`, once an exercise is on the page.
    """
    clock = _clock(progress.at)
    return rendered("widgets/progress.html", words=_how_far(progress), at=progress.at, clock=clock)


def _how_far(progress: Progress) -> str:
    done, seen, to_do = len(progress.done), len(progress.shown), progress.to_do
    words = f"Done: {done} of {progress.all}."
    if seen:
        words += f" Shown to you: {seen}."
    if (done or seen) and to_do:
        words += f" To do: {', '.join(one.id for one in to_do)}."
    return words


def _clock(at: str | None) -> str:
    """The time of the kernel's machine, which says where that is: it may be far from the reader."""
    here = moment(at or "")
    return here.astimezone().strftime("%H:%M %Z") if here else ""


@dataclass(frozen=True)
class Summary:
    """The summary at a notebook's end: what is done, what is not, and what to look at again.

    Each line leads to its exercise, whose address `link` gives by its id. Where the lesson asked
    how sure one was, `calibration` is what came of it.
    """

    progress: Progress
    link: Callable[[str], str]
    calibration: Calibration | None = None
    pairs: Sequence[BeforeAfter] = ()

    def __repr__(self) -> str:
        lists = [(title, [words for _, words in items]) for title, items in self._lists]
        said = [f"{title}:\n{_lines(items)}" for title, items in lists]
        sure = [self.calibration.words] if self.calibration else []
        return "\n".join([self._headline, *said, *sure])

    def _repr_html_(self) -> str:
        lists = [
            (title, [(self.link(id), words) for id, words in items]) for title, items in self._lists
        ]
        return rendered(
            "widgets/summary.html", headline=self._headline, lists=lists, sure=self.calibration
        )

    @property
    def _headline(self) -> str:
        done, left = len(self.progress.done), len(self.progress.to_do)
        seen = len(self.progress.shown)
        if not left and not seen and not self.progress.again:
            return f"All {done} exercises are done, and nothing is left open."
        besides = f", and {counted(seen, 'more was', 'more were')} shown to you" if seen else ""
        return f"You have done {done} of {self.progress.all} exercises{besides}."

    @property
    def _lists(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Exercises by how they stand, each with its id and its line."""
        again = [
            (one.id, f"{_name(one)}: {_points(one, credit)}") for one, credit in self.progress.again
        ]
        left = [(one.id, _name(one)) for one in self.progress.to_do]
        seen = [(one.id, _name(one)) for one in self.progress.shown]
        lists = [
            ("Worth another look", again),
            ("Shown to you before you had found it", seen),
            ("Not done yet", left),
            ("Before the first lesson, and now", [(one.twin.id, _pair(one)) for one in self.pairs]),
        ]
        return [(title, items) for title, items in lists if items]


def _name(question: Question[Any]) -> str:
    return f"{question.id} {question.title}"


def _pair(pair: BeforeAfter) -> str:
    """What was answered before and after, and what the first question's answer was."""
    key = pair.question.key(pair.material)
    said = view_of(pair.question).said(pair.question, key, pair.material)
    answer = plain("; ".join(f"{label}: {text}" if len(said) > 1 else text for label, text in said))
    went = f"before: {pair.before}; now, in {pair.twin.id}: {pair.after}"
    return f"{_name(pair.question)} – {went}. The answer: {answer}"


def _points(question: Question[Any], credit: float) -> str:
    return f"{rounded(credit * question.points)} of {rounded(question.points)} points"


def _lines(items: list[str]) -> str:
    return "\n".join(f"  {item}" for item in items)
