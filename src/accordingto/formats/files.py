"""Files of annotation tools by the end of their names."""

from __future__ import annotations

from pathlib import Path

import msgspec

from accordingto.formats import brat, tidy, web_annotation, xmi
from accordingto.formats.pieces import FormatError
from accordingto.formats.web_annotation import Offsets
from accordingto.readings import Reading
from accordingto.text import Article, decoded

ENDINGS = (".json", ".jsonld", ".ann", ".xmi", ".csv")


def from_file(path: Path, article: Article, offsets: Offsets = "codepoints") -> Reading:
    """Return the reading of an article in a file. Raises FormatError, naming the file.

    `offsets` says how a Web Annotation counts; the other formats count in one way.
    """
    data, ending = path.read_bytes(), path.suffix.lower()
    try:
        if ending == ".xmi":
            return xmi.from_xmi(data, article)
        text = decoded(data, str(path)) if data.strip() else ""
        if ending == ".ann":
            return brat.from_standoff(text, article)
        if ending == ".csv":
            return tidy.from_table(text, article)
        if ending in (".json", ".jsonld"):
            page = msgspec.json.decode(data)
            return web_annotation.from_annotation_page(page, article, offsets)
    except (FormatError, msgspec.DecodeError) as error:
        raise FormatError(f"{path}: {error}") from None
    known = ", ".join(ENDINGS)
    raise FormatError(f"{path}: a reading ends in one of {known}")


def files(article: Article, reading: Reading, form: str, offsets: Offsets) -> dict[str, str]:
    """Return the files of a reading in a format, by name: the reading, and what stands beside."""
    name = article.id
    if form == "brat":
        written = brat.standoff(article, reading)
        conf = brat.configuration()
        return {f"{name}.txt": article.text, f"{name}.ann": written, "annotation.conf": conf}
    if form == "xmi":
        types = str(xmi.type_system().to_xml())
        return {f"{name}.xmi": xmi.to_xmi(article, reading), "TypeSystem.xml": types}
    if form == "csv":
        return {f"{name}.csv": tidy.table(article, reading)}
    page = web_annotation.annotation_page(article, reading, offsets)
    return {f"{name}.json": msgspec.json.format(msgspec.json.encode(page)).decode()}
