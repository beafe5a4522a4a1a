"""The home page: every lesson with what is done and what is left, and where to go on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from markupsafe import Markup

from accordingto.content import Content
from accordingto.exercises.study import Asked, Pair, Standing, Study
from accordingto.notebooks.links import link_to
from accordingto.notebooks.pages import LessonPage, lesson_pages
from accordingto.notebooks.place import place_of
from accordingto.templates import rendered

_STYLE = Markup((Path(__file__).parent / "paper.css").read_text(encoding="utf-8"))
NOT_YET = "not answered yet"
KEPT = "answered, and kept till its twin is"


@dataclass(frozen=True)
class Home:
    """How somebody stands in all the lessons, as a page in a notebook or as text."""

    study: Study
    pages: tuple[LessonPage, ...]
    today: date

    def __repr__(self) -> str:
        return "\n".join(self._lines())

    def _repr_html_(self) -> str:
        return self.html()

    def html(self) -> Markup:
        """The page, with links to lessons and exercises that lie beside it."""
        return rendered(
            "notebooks/home.html",
            go_on=self._go_on(),
            lessons=[self._lesson(page, one) for page, one in self._both()],
            pairs=[_pair(pair) for pair in self.study.pairs],
            gain=self._gain(),
            due=self._due(),
        )

    def _both(self) -> Iterator[tuple[LessonPage, Standing]]:
        standing = {one.sheet.lesson: one for one in self.study.lessons}
        return ((page, standing[page.name]) for page in self.pages if page.name in standing)

    def _go_on(self) -> dict[str, str] | None:
        """The first exercise that is left, in the first lesson that has one; None without one."""
        for page, one in self._both():
            for question in one.progress.to_do:
                words = f"{question.id} {question.title}, in {page.called}"
                return {"words": words, "link": link_to(page.name, question.id)}
        return None

    def _lesson(self, page: LessonPage, one: Standing) -> dict[str, Any]:
        left, seen = one.progress.to_do, len(one.progress.shown)
        return {
            "called": page.called,
            "link": link_to(page.name),
            "minutes": page.minutes,
            "done": f"{len(one.progress.done)} of {one.progress.all}",
            "shown": f", {seen} shown to you" if seen else "",
            "left": [
                {"id": one.id, "title": one.title, "link": link_to(page.name, one.id)}
                for one in left
            ],
            "met": one.met,
            "unmet": one.unmet,
        }

    def _gain(self) -> str:
        """The gain over all pairs that were answered twice, in a sentence."""
        both = [pair for pair in self.study.pairs if pair.gain is not None]
        if not both:
            return "The gain can be seen once a question is answered both times."
        first, then = (
            sum(credit or 0.0 for credit in credits)
            for credits in zip(
                *((pair.before.credit, pair.after.credit) for pair in both), strict=True
            )
        )
        of = len(both)
        told = f"Before: {first:.3g} of {of} right. After: {then:.3g} of {of}."
        return f"{told} That is {_signed(then - first)}."

    def _due(self) -> dict[str, list[dict[str, str]]]:
        """What to look at again, by when."""
        due: dict[str, list[dict[str, str]]] = {}
        for one in self.study.due:
            words = f"{one.question.id} {one.question.title}"
            told = {"words": words, "link": link_to(one.lesson, one.question.id)}
            due.setdefault(self._when(one.on), []).append(told)
        return due

    def _when(self, on: date) -> str:
        if on <= self.today:
            return "today"
        days = (on - self.today).days
        return "tomorrow" if days == 1 else f"in {days} days, on {on:%d %B}"

    def _lines(self) -> Iterator[str]:
        """The page as text: the same in the same order."""
        if go_on := self._go_on():
            yield f"Go on with {go_on['words']}.\n"
        for page, one in self._both():
            told = self._lesson(page, one)
            name, done = f"{told['called']} ({told['minutes']} minutes)", told["done"]
            yield f"{name}: {done} exercises done{told['shown']}"
            if one.progress.done and told["left"]:
                yield f"  left: {', '.join(question['id'] for question in told['left'])}"
            yield from (f"  met: {words}" for words in (one.met if one.progress.done else ()))
            yield from (f"  not yet: {words}" for words in (one.unmet if one.progress.done else ()))
        yield "\nBefore the first lesson, and after the last:"
        for told in map(_pair, self.study.pairs):
            gain = f" ({told['gain']})" if told["gain"] else ""
            yield f"  {told['title']}: {told['before']}, then {told['after']}{gain}"
        yield f"  {self._gain()}"
        if self.study.due:
            yield "\nLook at again:"
        for when, exercises in self._due().items():
            yield from (f"  {when}: {told['words']}" for told in exercises)


def _pair(pair: Pair) -> dict[str, str]:
    before, after = pair.before, pair.after
    return {
        "title": before.question.title,
        "before": _share(before),
        "after": _share(after),
        "gain": "" if pair.gain is None else _signed(pair.gain),
        "first": link_to(before.lesson, before.question.id),
        "then": link_to(after.lesson, after.question.id),
    }


def _share(asked: Asked) -> str:
    if asked.credit is not None:
        return f"{asked.credit:.0%} right"
    return KEPT if asked.checked else NOT_YET


def _signed(gain: float) -> str:
    if round(gain, 2) == 0:
        return "no change"
    return f"{gain:+.2g}".replace("-", "−")


def home(folder: Path | None = None) -> Home:
    """The home page, by the answers beside the notebook, or in a `folder` of notebooks.

    Raises ContentError where a lesson or a sheet is wrong.
    """
    place = folder or place_of().folder
    content = Content.around(place)
    study = Study.of(content, place / "answers")
    return Home(study, tuple(lesson_pages(content)), date.today())


def home_page(found: Home, folder: Path) -> str:
    """The home page as a page of its own; its links lead into the `folder` of notebooks."""
    base = f"{folder.absolute().as_uri()}/"
    return rendered("notebooks/home_page.html", base=base, style=_STYLE, home=found.html())
