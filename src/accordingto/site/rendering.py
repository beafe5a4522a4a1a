"""The pages through Sphinx, and what a theme leaves to be said to those who hear a page."""

from __future__ import annotations

import io
from collections.abc import Iterable
from pathlib import Path

from accordingto.exercises.disk import write_whole

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
    "html_use_index": False,
    "html_show_sourcelink": False,
    "html_show_sphinx": False,
    "html_last_updated_fmt": None,
    "language": "en",
    "myst_heading_anchors": 3,
    "pygments_style": "a11y-high-contrast-light",
    "suppress_warnings": ["myst.header"],
}
# What Furo and Sphinx leave out: headings of the list of pages have no level, the two columns no
# names, code and tables cannot be scrolled by keys, the corner of a table is a heading of nothing,
# and the page of a search has none.
_SAID = {
    'role="heading"': 'role="heading" aria-level="2"',
    '<aside class="sidebar-drawer">': '<aside class="sidebar-drawer" aria-label="All pages">',
    '<aside class="toc-drawer">': '<aside class="toc-drawer" aria-label="On this page">',
    "<pre>": '<pre tabindex="0">',
    '<th class="head"><p></p></th>': "<td></td>",
    '<th class="head text-right"><p></p></th>': "<td></td>",
    '<div class="table-wrapper': '<div tabindex="0" class="table-wrapper',
    '<div id="search-results">': '<h1>Search</h1><div id="search-results">',
}


class PagesFailed(ValueError):
    """The pages could not be made."""


def render(folder: Path, scratch: Path, sources: Iterable[tuple[str, bytes]]) -> None:
    """Make pages of these files, which are put into `scratch` first. Raises PagesFailed."""
    from sphinx.application import Sphinx
    from sphinx.errors import SphinxError

    for name, data in sources:
        write_whole(scratch / name, data)
    style = Path(__file__).parent / "site.css"
    write_whole(scratch / "_static" / style.name, style.read_bytes())
    said, trees = io.StringIO(), scratch.parent / "trees"
    try:
        Sphinx(scratch, None, folder, trees, "html", _SETTINGS, status=None, warning=said).build()
    except SphinxError as error:
        raise PagesFailed(f"the pages could not be made: {error}") from None
    if said.getvalue():
        raise PagesFailed(f"the pages could not be made: {said.getvalue().splitlines()[0]}")
    for left_over in folder.rglob("*.map"):  # for those who mend the theme
        left_over.unlink()
    for page in folder.rglob("*.html"):
        page.write_text(_said(page.read_text(encoding="utf-8")), encoding="utf-8")


def _said(page: str) -> str:
    for words, instead in _SAID.items():
        page = page.replace(words, instead)
    return page
