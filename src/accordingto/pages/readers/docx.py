"""A document of a word processor, through python-docx."""

from __future__ import annotations

import io
import zipfile

from accordingto.pages.blocks import Block, Incoming, Kind, NotAPage, Origin


def blocks(data: bytes, name: str) -> Incoming:
    """Return the paragraphs and tables of a .docx file, in order. Raises NotAPage."""
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError
    from docx.table import Table

    try:
        document = Document(io.BytesIO(data))
    except (PackageNotFoundError, zipfile.BadZipFile, KeyError, ValueError) as error:
        raise NotAPage(f"{name}: not a .docx document ({error})") from None
    found: list[Block] = []
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            rows = (" ".join(cell.text for cell in row.cells).split() for row in part.rows)
            found += (Block("table", " ".join(row)) for row in rows if row)
        elif words := " ".join(part.text.split()):
            found.append(Block(_kind(part.style.name if part.style else ""), words))
    known = document.core_properties
    title = next((one.text for one in found if one.kind == "headline"), known.title or "")
    return Incoming(tuple(found), Origin(title=title))


def _kind(style: str | None) -> Kind:
    named = (style or "").lower()
    if named in ("title", "heading 1"):
        return "headline"
    if named.startswith(("heading", "subtitle")):
        return "subheading"
    return "caption" if named == "caption" else "paragraph"
