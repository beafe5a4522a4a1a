"""A reading as a tidy table in CSV: one row a fact of a record, for R, pandas or a spreadsheet.

The columns are article, reader, layer, record, field, value, start, end and words. A field that
is a place has `start` and `end`, in code points, and the words there; any other has a value.
Wickham 2014, "Tidy Data", Journal of Statistical Software 59(10), says what tidy means.
"""

from __future__ import annotations

import csv
import io
from typing import Any, get_origin

import msgspec

from accordingto.formats.pieces import (
    Flat,
    FormatError,
    Piece,
    fields_of,
    flattened,
    gathered,
    layers,
)
from accordingto.readings import Link, Reading
from accordingto.text import Article, Span

COLUMNS = ("article", "reader", "layer", "record", "field", "value", "start", "end", "words")
_FORMULA = tuple("=+-@\t\r'")  # how a spreadsheet is told to compute; guarded by an apostrophe


def table(article: Article, reading: Reading) -> str:
    """Return the CSV, with a row for each place and for each other field."""
    flat = flattened(reading)
    out = io.StringIO(newline="")
    rows = csv.writer(out)  # RFC 4180: a cell with either sign of a line end is quoted
    rows.writerow(COLUMNS)
    by_field = flat.by_field()
    for (layer, record), rest in flat.rest.items():
        about = [reading.article, reading.reader, layer, record]
        for field, value in rest.items():
            if field != "id":
                written = value if isinstance(value, str) else msgspec.json.encode(value).decode()
                rows.writerow(map(_guarded, [*about, field, written, "", "", ""]))
        for field, spans in by_field[layer, record].items():
            for span in spans:
                words = _guarded(article[span])
                rows.writerow([*map(_guarded, about), field, "", span.start, span.end, words])
    return out.getvalue()


def from_table(text: str, article: Article) -> Reading:
    """Return the reading in such a table. Raises FormatError with the row that is wrong."""
    rows = csv.DictReader(io.StringIO(text, newline=""))
    if missing := set(COLUMNS) - {"words", *(rows.fieldnames or ())}:
        raise FormatError(f"the table has no column {', '.join(sorted(missing))}")
    named = (article.id, "table")
    pieces: list[Piece] = []
    rest: dict[tuple[str, str], dict[str, Any]] = {}
    for number, row in enumerate(rows, 2):
        cells = {name: _bare(row.get(name) or "") for name in COLUMNS}
        named = (cells["article"] or article.id, cells["reader"] or "table")
        layer, record, field = cells["layer"], cells["record"], cells["field"]
        if layer not in layers():
            raise FormatError(f"row {number}: no layer of a reading is called {layer!r}")
        if record:
            rest.setdefault((layer, record), {"id": record})
        if cells["start"] or cells["end"]:
            pieces.append(Piece(layer, record, field, _span(cells, number)))
        elif record:
            rest[layer, record][field] = _value(layer, field, cells["value"], number)
    return gathered(Flat(*named, tuple(pieces), rest), article)


def _span(cells: dict[str, str], number: int) -> Span:
    try:
        return Span(int(cells["start"]), int(cells["end"]))
    except ValueError:
        got = f"{cells['start']!r} and {cells['end']!r}"
        raise FormatError(f"row {number}: expected two offsets, got {got}") from None


def _value(layer: str, field: str, written: str, number: int) -> Any:
    """Return a value: text as it is written, and lists, links and yes or no out of JSON."""
    hint = fields_of(layers()[layer]).get(field)
    if hint is not bool and hint != Link | None and get_origin(hint) is not tuple:
        return written
    try:
        return msgspec.json.decode(written)
    except msgspec.DecodeError:
        raise FormatError(f"row {number}: expected JSON for {field}, got {written!r}") from None


def _guarded(words: str) -> str:
    return f"'{words}" if words.startswith(_FORMULA) else words


def _bare(words: str) -> str:
    return words[1:] if words.startswith("'") and words[1:].startswith(_FORMULA) else words
