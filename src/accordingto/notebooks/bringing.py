"""A lesson waits for a text that its kit was handed out without, and says how it is brought."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from accordingto.content import Content
from accordingto.exercises.disk import write_whole
from accordingto.readings.left_out import LeftOut, missing, put_back
from accordingto.text.wording import listed

WHAT = (
    "**{titles}** is not here: the text is its publisher’s, and this kit was handed out without "
    "it. Choose the file of the text, which your teacher gives you. In the whole kit it is {files}."
)
AGAIN = (
    "That is the text, and it is kept beside this notebook for all lessons. Now run this cell "
    "again: click into it, and press Shift + Enter."
)
OTHER = (
    "This is another file than the one that is missing, or its words were changed. Nothing was "
    "taken from it."
)
MORE = "That is one of the texts. Still missing: {}."
NOT_KEPT = (
    "That is the text, but there was no room to keep it ({}). Run this cell again and go on; next "
    "time choose the file again."
)


class WaitsForText(LookupError):
    """A lesson cannot begin, because a text is not here; the sentence is all that is shown."""

    def _render_traceback_(self) -> list[str]:
        """What IPython shows in the place of a traceback."""
        return [str(self)]


def wait_for_texts(content: Content, folder: Path) -> None:
    """See that no text of the kit is missing; `folder` is that of the notebook.

    A text that was brought for an earlier lesson lies there, by whatever name. Raises
    WaitsForText, and shows a field for the file, while one is missing.
    """
    if not missing(content):
        return
    for path in sorted(folder.glob("*.txt")):
        put_back(content, path.read_bytes())
    if waiting := missing(content):
        from accordingto.widgets.textbar import TextBar

        TextBar(_asked_for(waiting), Bringing(content, folder)).show()
        raise WaitsForText("The lesson waits for its text: choose the file above.")


@dataclass(frozen=True)
class Bringing:
    """What is done with a file that was chosen."""

    content: Content
    folder: Path

    def __call__(self, data: bytes) -> str:
        """Take it if it is a text that is missing, keep it, and say what came of it."""
        found = put_back(self.content, data)
        if found is None:
            return OTHER
        one, text = found
        try:
            write_whole(self.folder / f"{one.name}.txt", text)
        except OSError as problem:
            return NOT_KEPT.format(problem.strerror or problem)
        waiting = missing(self.content)
        return MORE.format(_titles(waiting)) if waiting else AGAIN


def _asked_for(waiting: list[LeftOut]) -> str:
    files = listed([f"`seeds/{one.name}/article.txt`" for one in waiting])
    return WHAT.format(titles=_titles(waiting), files=files)


def _titles(waiting: list[LeftOut]) -> str:
    return listed([f"“{one.title}”" for one in waiting])
