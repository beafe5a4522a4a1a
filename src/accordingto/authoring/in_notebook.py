"""Making a lesson from a notebook: `make_lesson("my-page")`."""

from __future__ import annotations

from collections.abc import Collection
from itertools import islice

from IPython.display import display

from accordingto.authoring.making import made
from accordingto.authoring.plan import MINUTES
from accordingto.authoring.telling import told
from accordingto.content import Content
from accordingto.exercises.literal import literal
from accordingto.notebooks.build import build_lesson
from accordingto.notebooks.place import place_of


class NoLessonMade(ValueError):
    """No lesson could be made. A notebook shows this sentence without a traceback."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


class MadeLesson:
    """What was made of a page, in sentences, with a link to its notebook."""

    def __init__(self, name: str, sentences: list[str]) -> None:
        self.name, self.sentences = name, sentences

    def __repr__(self) -> str:
        return "\n".join(self.sentences)

    def _repr_markdown_(self) -> str:
        link = f"**[Open the lesson]({self.name}.ipynb)**"
        return "\n\n".join([*map(literal, self.sentences), link])


def make_lesson(
    article: str,
    *,
    minutes: int = MINUTES[-1],
    only: str | Collection[str] = (),
    anew: bool = False,
) -> None:
    """Make a lesson of a page of the working copy, and build its notebooks beside this one.

    What was made is shown as soon as it can be opened, while its solution is still at work.
    `article` is the name of its folder in `seeds/`. `only` names exercises, or kinds of them. With
    `anew` a lesson that was changed is put aside. Raises NoLessonMade, in one sentence.
    """
    content = Content.around(place_of().folder)
    if minutes not in MINUTES:
        raise NoLessonMade(f"minutes: expected one of {MINUTES}, and this is {minutes!r}")
    wanted = [only] if isinstance(only, str) else list(only)
    try:
        lesson = made(article, content, minutes=minutes, only=wanted, anew=anew)
        building = build_lesson(lesson.page, content) if lesson.is_written else iter(())
        lines = (f"built: {path.relative_to(content.root)}" for path in building)
        display(MadeLesson(lesson.name, [*told(lesson), *islice(lines, 1)]))
        for line in lines:
            print(line)
    except (ValueError, LookupError, OSError) as error:
        raise NoLessonMade(str(error)) from None
