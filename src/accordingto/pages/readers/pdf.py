"""A PDF, through pypdf: its lines joined to paragraphs, what each page repeats apart."""

from __future__ import annotations

import io
import re
import unicodedata
from collections import Counter
from typing import TYPE_CHECKING, Any

from accordingto.pages.blocks import Block, Incoming, NotAPage, Origin
from accordingto.pages.readers import plain
from accordingto.pages.readers.laid_out import Line, parted

if TYPE_CHECKING:
    from pypdf import PageObject

_MOST_PAGES = 50
# What a browser prints above and below each page: the day and hour with the title, the address.
_PRINTED = re.compile(
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}.*"
    r"|(?:https?|file):/+\S+(?: \d+/\d+)?|\d+/\d+"
)
# Some fonts print two or three letters as one sign, which no search for the word finds.
_LIGATURES = {sign: unicodedata.normalize("NFKC", chr(sign)) for sign in range(0xFB00, 0xFB07)}


def blocks(data: bytes, name: str) -> Incoming:
    """Return the paragraphs of a PDF. Raises NotAPage for one that is broken, locked or a scan."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        document = PdfReader(io.BytesIO(data))
        if document.is_encrypted:
            raise NotAPage(f"{name}: the PDF is locked by a password")
        if len(document.pages) > _MOST_PAGES:
            raise NotAPage(f"{name}: {len(document.pages)} pages, and one article is needed")
        pages = [_lines(page) for page in document.pages]
    except (PyPdfError, ValueError, KeyError, TypeError) as error:
        if isinstance(error, NotAPage):
            raise
        raise NotAPage(f"{name}: the PDF cannot be read ({error})") from None
    if not any(pages):
        raise NotAPage(f"{name}: the PDF holds no text; perhaps it is a scan, a picture of a page")
    repeated = _repeated([[line.text for line in page] for page in pages])
    kept = [[line for line in page if line.text not in repeated] for page in pages]
    found = plain.of_lines(parted(kept))
    apart = tuple(Block("page header", line) for line in sorted(repeated))
    title = str(document.metadata.title or "") if document.metadata else ""
    return Incoming((*found.blocks, *apart), Origin(title=title), found.done)


def _lines(page: PageObject) -> list[Line]:
    """Return the lines of a page with their places: each where its first words stand."""
    from pypdf import Transformation

    lines = [Line("", 0, 0, 0)]

    def seen(text: str, page: list[float], here: list[float], _font: Any, size: float) -> None:
        m = Transformation(tuple(here)).transform(Transformation(tuple(page))).ctm  # type: ignore[arg-type]
        for number, piece in enumerate(text.split("\n")):
            if number:
                lines.append(Line("", 0, 0, 0))
            if piece.strip() and not lines[-1].text.strip():
                lines[-1] = Line("", m[4], m[5], size * abs(m[3] or m[1]))
            lines[-1] = lines[-1]._replace(text=lines[-1].text + piece)

    page.extract_text(visitor_text=seen)
    stripped = (line._replace(text=line.text.translate(_LIGATURES).strip()) for line in lines)
    return [line for line in stripped if line.text]


def _repeated(pages: list[list[str]]) -> set[str]:
    """Return the first and last lines that more than one page has, or that a browser prints there.

    Bare page numbers are among them.
    """
    edges = Counter(
        line for page in pages for line in {*page[:2], *page[-2:]} if len(page) > 2 and line
    )
    printed = {line for line in edges if _PRINTED.fullmatch(line)}
    numbers = {line for page in pages for line in page[-1:] + page[:1] if line.isdecimal()}
    return {line for line, times in edges.items() if times > 1} | printed | numbers
