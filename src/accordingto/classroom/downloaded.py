"""A table as a learning platform writes it, to be given back as it was but for some cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from accordingto.classroom.tables import NoTable

CANVAS_OWN = ("points possible", "student, test")  # rows of its table that are no student's
_MARKS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig"))


@dataclass(frozen=True)
class Downloaded:
    """The cells of a table, the head among them, and how they were written."""

    path: Path
    rows: list[list[str]]
    encoding: str
    parted: str
    quoted: bool
    ending: str

    @classmethod
    def read(cls, path: Path) -> Downloaded:
        """Return the table in a file.

        Raises NoTable for a file that is none, or whose rows are not as long as its head: a cell
        with a comma in it and no quotation marks around it would move marks to other columns.
        """
        data = path.read_bytes()
        encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            raise NoTable(
                f"{path}: neither UTF-8 nor UTF-16, so a spreadsheet saved it; download it again"
            ) from None
        head = text.partition("\n")[0]
        parted = max(",;\t", key=head.count)
        try:
            reader = csv.reader(io.StringIO(text, newline=""), delimiter=parted, strict=True)
            rows = [row for row in reader if row]
        except csv.Error as error:
            raise NoTable(f"{path}: no table as a platform writes it: {error}") from None
        if len(rows) < 2:
            raise NoTable(f"{path}: a table of nobody")
        for number, row in enumerate(rows, 1):
            if len(row) != len(rows[0]):
                raise NoTable(
                    f"{path}, row {number}: expected {len(rows[0])} cells, got {len(row)}"
                )
        ending = "\r\n" if "\r\n" in text else "\n"
        return cls(path, rows, encoding, parted, text.lstrip().startswith('"'), ending)

    @property
    def head(self) -> list[str]:
        """The names of the columns, without blanks around them."""
        return [name.strip() for name in self.rows[0]]

    def column(self, names: Iterable[str]) -> int | None:
        """Return the place of the first of these columns that is there; capitals say nothing."""
        there = [name.casefold() for name in self.head]
        return next(
            (there.index(name.casefold()) for name in names if name.casefold() in there), None
        )

    def cell(self, row: int, *names: str) -> str:
        """Return what stands in a row, in the first of these columns that is there, or nothing."""
        at = self.column(names)
        return "" if at is None else self.rows[row][at].strip()

    def with_cells(self, cells: Sequence[tuple[int, int, str]]) -> bytes:
        """Return the file with other text in some cells, given by row and column."""
        rows = [list(row) for row in self.rows]
        for row, column, text in cells:
            rows[row][column] = text
        file = io.StringIO()
        writer = csv.writer(
            file,
            delimiter=self.parted,
            quoting=csv.QUOTE_ALL if self.quoted else csv.QUOTE_MINIMAL,
            lineterminator=self.ending,
        )
        writer.writerows(rows)
        return file.getvalue().encode(self.encoding)
