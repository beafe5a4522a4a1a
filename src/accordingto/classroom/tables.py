"""CSV as spreadsheets and platforms have it: written so that it does no harm, read as it comes."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path

Row = Sequence[str]
RISKY = ("=", "+", "-", "@", "\t", "\r")
_SEPARATOR = re.compile(r'"?sep=(.)"?[;,\t]*(?:\r\n?|\n)', re.I)  # Excel shows no such line


class NoTable(ValueError):
    """A file is no table with these columns."""


def as_csv(rows: Sequence[Row], *, quoted: bool = False, marked: bool = False) -> bytes:
    """The rows as UTF-8; `marked` with the byte order mark by which spreadsheets know it.

    A cell that a spreadsheet would run as a formula becomes text, by OWASP's advice against
    formula injection: with an apostrophe before it.
    """
    file = io.StringIO()
    writer = csv.writer(file, quoting=csv.QUOTE_ALL if quoted else csv.QUOTE_MINIMAL)
    writer.writerows([_harmless(cell) for cell in row] for row in rows)
    return file.getvalue().encode("utf-8-sig" if marked else "utf-8", errors="replace")


def read_csv(path: Path, columns: Sequence[str]) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of a table with these columns, as `read_rows` does.

    Raises NoTable, with what was expected, for a file that is no such table.
    """
    names, rows = _table(path)
    if missing := [column for column in columns if column not in names]:
        raise NoTable(f"{path}: the first row has no column {missing[0]!r}")
    return [(number, {name: row[name] for name in columns}) for number, row in rows]


def read_rows(path: Path) -> list[tuple[int, dict[str, str]]]:
    """Return the rows of a table, each with its number as a spreadsheet counts: the head is row 1.

    Columns, named in small letters, may stand in any order and be parted by comma, semicolon or
    tab, as spreadsheets in different countries save them; Excel's line `sep=;` says which.
    Raises NoTable for a file that is none.
    """
    return _table(path)[1]


def _table(path: Path) -> tuple[list[str], list[tuple[int, dict[str, str]]]]:
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise NoTable(f"{path}: not UTF-8; save the sheet as “CSV UTF-8”") from None
    if said := _SEPARATOR.match(text):
        text = text[said.end() :]
    parted = said[1] if said else max(",;\t", key=text.partition("\n")[0].count)
    try:
        reader = csv.DictReader(io.StringIO(text, newline=""), delimiter=parted, strict=True)
        names = [name.strip().casefold() for name in reader.fieldnames or ()]
        reader.fieldnames = names
        rows = [{name: row.get(name) or "" for name in names} for row in reader]
    except csv.Error as error:
        raise NoTable(f"{path}: no table of comma-separated values: {error}") from None
    return names, list(enumerate(rows, 2))


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(RISKY) else cell
