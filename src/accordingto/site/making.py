"""The whole folder: pages to read, and beside them, in `run`, the lessons at work."""

from __future__ import annotations

import tempfile
from collections.abc import Collection, Iterator
from pathlib import Path

from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.exercises.disk import write_whole
from accordingto.site.browser import Edition, browser_edition
from accordingto.site.carried import carried, carried_graded, texts_of_others
from accordingto.site.fetched import fetched
from accordingto.site.graded import graded_files, graded_page
from accordingto.site.notebooks import notebooks
from accordingto.site.pages import sources
from accordingto.site.placing import place, see_that_it_is_free
from accordingto.site.rendering import render

RUN = "run"


def make(
    folder: Path, cache: Path, content: Content, graded: str = "", *, without_article: bool = False
) -> Iterator[str]:
    """Write the site, and yield in words what is done.

    Of a lesson that is `graded` it holds the questions alone: no key, no reason, and no other
    lesson, in which they could be read. `without_article` it holds no text of others, but for the
    sentences that lessons quote: a reader brings the text.

    It is put in the place of a former making at the end, all at once. Raises NoPlaceForSite for a
    folder that holds something else, NotFetched where what the browser edition is made of cannot
    be had, and NotBuilt or PagesFailed where a part fails.
    """
    see_that_it_is_free(folder)
    made_of = fetched(cache)
    yield "fetched"
    with tempfile.TemporaryDirectory(prefix="accordingto-") as scratch:
        made, source, lite = (Path(scratch) / name for name in ("made", "pages", "lite"))
        without = texts_of_others(content) if without_article else frozenset[str]()
        if graded:
            sheet = Sheet.of(graded, content)
            shown = graded_page(sheet, without)
            texts = dict(carried_graded(sheet, without))
            edition = Edition(graded_files(sheet, without), texts, graded=True)
        else:
            shown = pages(content, without)
            edition = Edition(notebooks(content), carried(content, without))
        render(made, source, shown)
        yield "pages"
        browser_edition(made / RUN, lite, made_of, edition)
        write_whole(made / ".nojekyll", b"")  # or some hosts of pages leave folders out
        place(made, folder)
        yield "lessons"


def pages(content: Content, without: Collection[str] = ()) -> Iterator[tuple[str, bytes]]:
    """What the pages are made of: their texts, and the picture of the first one."""
    yield from ((name, text.encode()) for name, text in sources(content, without))
    picture = content.glossary().parent / "guides" / "exercise.png"
    yield picture.name, picture.read_bytes()
