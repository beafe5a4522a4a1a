"""The first call of a notebook: `ask = lesson("04-…")`, and where its answers are kept."""

from __future__ import annotations

import tempfile
import weakref
from pathlib import Path
from typing import Literal

from accordingto.content import Content
from accordingto.exercises import AnswerStore
from accordingto.exercises.released import opened
from accordingto.notebooks.bringing import wait_for_texts
from accordingto.notebooks.lacking import say_what_is_lacking
from accordingto.notebooks.lesson import Lesson
from accordingto.notebooks.place import Place, answers_elsewhere, place_of

_NOT_FOUND = (
    "Which folder this notebook is in could not be found out. Your answers are looked for, "
    "and kept, in {answers}."
)
_ELSEWHERE = (
    "There are no answers to this lesson here yet. There are some in {older}: to go on with "
    "them, close this notebook and open the one in that place, or copy that file into {answers}."
)


def lesson(
    name: str, *, answers: Literal["mine", "key"] = "mine", released: bool = False
) -> Lesson:
    """Open a lesson by its name; answers are kept in `answers/NAME.json` beside the notebook.

    With `answers="key"` every exercise is answered from its key, in a folder that is thrown away:
    that is how the solved notebooks are made. `released` stands in the notebook of a course: it
    opens with the sheet that was handed out beside it, or not at all.
    Raises LookupError for an unknown name, where that sheet is not there, or where a text is not,
    and ValueError where the sheet cannot be read.
    """
    say_what_is_lacking()
    place = place_of(name)
    content = Content.around(place.folder)
    wait_for_texts(content, place.folder)
    sheet = opened(name, place.folder, content, released=released)
    if answers == "mine":
        mine = Lesson(sheet, place.answers)  # wherever a cell may go from here
        _say_where(name, place, mine.store)
        mine.show_progress()
        return mine
    scratch = tempfile.TemporaryDirectory(prefix="accordingto-")
    solved = Lesson(sheet, Path(scratch.name), from_key=True)
    weakref.finalize(solved, scratch.cleanup)
    return solved


def _say_where(name: str, place: Place, store: AnswerStore) -> None:
    """Where answers are looked for, when a reader could not know; and where older ones lie."""
    if not place.found:
        print(_NOT_FOUND.format(answers=place.answers))
    if not store.path.exists() and (older := answers_elsewhere(name, place.folder)):
        print(_ELSEWHERE.format(older=older[0], answers=place.answers))
