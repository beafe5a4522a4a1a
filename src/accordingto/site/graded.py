"""A site of one graded lesson: what is asked, and nothing from which an answer could be read."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator

from accordingto.classroom.hand_out.making import handed_out
from accordingto.exercises import Sheet
from accordingto.exercises.released import release
from accordingto.notebooks.cells import title_of
from accordingto.site.notebooks import with_buttons
from accordingto.templates import plain


def graded_files(sheet: Sheet, without: Collection[str] = ()) -> dict[str, bytes]:
    """The notebook and its questions without keys, as a course hands them out.

    The text of an article in `without` is not among them. Raises NotBuilt for a lesson that has
    no notebook.
    """
    return {
        f"{sheet.lesson}.ipynb": with_buttons(handed_out(sheet, "graded")),
        f"{sheet.lesson}.released.json": release(sheet, "graded", without),
    }


def graded_page(sheet: Sheet, without: Collection[str] = ()) -> Iterator[tuple[str, bytes]]:
    """The one page of such a site: what it is, and the way in."""
    cells = json.loads(graded_files(sheet)[f"{sheet.lesson}.ipynb"])["cells"]
    page = plain(
        "site/graded.md",
        title=title_of(cells) or sheet.lesson,
        lesson=sheet.lesson,
        is_left_out=any(name in without for name in sheet.materials),
    )
    yield "index.md", page.encode()
