"""The whole folder: pages to read, and beside them, in `run`, the lessons at work."""

from __future__ import annotations

import io
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from accordingto.content import Content
from accordingto.exercises.disk import write_whole
from accordingto.site.browser import browser_edition
from accordingto.site.fetched import fetched
from accordingto.site.notebooks import notebooks
from accordingto.site.pages import sources

RUN = "run"
_MARK = ".accordingto-site"  # says that a folder is the site's own, to be made anew
_HERE = Path(__file__).parent
_PICTURE = "exercise.png"


class NoPlaceForSite(ValueError):
    """A folder is not free for a site."""


class PagesFailed(ValueError):
    """The pages could not be made."""


def make(folder: Path, cache: Path, content: Content) -> Iterator[str]:
    """Write the site, and yield in words what is done.

    Raises NoPlaceForSite for a folder that holds something else, NotFetched where what the
    browser edition is made of cannot be had, and NotBuilt or PagesFailed where a part fails.
    """
    _take(folder)
    made_of = fetched(cache)
    yield "fetched"
    with tempfile.TemporaryDirectory(prefix="accordingto-") as scratch:
        _make_pages(folder, Path(scratch) / "pages", content)
        yield "pages"
        lite = Path(scratch) / "lite"
        browser_edition(folder / RUN, lite, made_of, content, notebooks(content))
        yield "lessons"


def _take(folder: Path) -> None:
    if folder.is_dir() and any(folder.iterdir()) and not (folder / _MARK).is_file():
        raise NoPlaceForSite(f"{folder} holds something else; choose a folder that is free")
    if folder.exists() and not folder.is_dir():
        raise NoPlaceForSite(f"{folder} is a file; expected a folder, or a name that is free")
    shutil.rmtree(folder / RUN, ignore_errors=True)
    write_whole(folder / _MARK, b"")
    write_whole(folder / ".nojekyll", b"")  # or some hosts of pages leave folders out


def _make_pages(folder: Path, scratch: Path, content: Content) -> None:
    from sphinx.application import Sphinx
    from sphinx.errors import SphinxError

    for name, text in sources(content):
        write_whole(scratch / name, text.encode())
    picture = content.glossary().parent / "guides" / _PICTURE
    write_whole(scratch / _PICTURE, picture.read_bytes())
    write_whole(scratch / "_static" / "site.css", (_HERE / "site.css").read_bytes())
    said = io.StringIO()
    try:
        app = Sphinx(
            scratch,
            None,
            folder,
            scratch.parent / "trees",
            "html",
            confoverrides=_SETTINGS,
            status=None,
            warning=said,
        )
        app.build()
    except SphinxError as error:
        raise PagesFailed(f"the pages could not be made: {error}") from None
    for left_over in folder.rglob("*.map"):  # for those who mend the theme
        left_over.unlink()
    if said.getvalue():
        raise PagesFailed(f"the pages could not be made: {said.getvalue().splitlines()[0]}")


_SETTINGS = {
    "project": "According To",
    "author": "According To contributors",
    "copyright": "According To contributors; lessons under CC BY 4.0, code under MIT",
    "extensions": ["myst_parser"],
    "html_theme": "furo",
    "html_title": "According To",
    "html_static_path": ["_static"],
    "html_css_files": ["site.css"],
    "html_copy_source": False,
    "html_show_sourcelink": False,
    "html_show_sphinx": False,
    "html_last_updated_fmt": None,
    "language": "en",
    "myst_heading_anchors": 3,
    "pygments_style": "a11y-high-contrast-light",
    "suppress_warnings": ["myst.header"],
}
