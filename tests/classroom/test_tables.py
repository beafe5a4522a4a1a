"""Tables as spreadsheets save them, in whichever country."""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.classroom.tables import NoTable, read_csv, read_rows

ROWS = [(2, {"code": "t1", "points": "1,5"}), (3, {"code": "t2", "points": ""})]


@pytest.mark.parametrize(
    "text",
    [
        'code,points\nt1,"1,5"\nt2,\n',
        "code;points\nt1;1,5\nt2;\n",
        "Points \tCODE\n1,5\tt1\n\tt2\n",
        "sep=;\ncode;points\nt1;1,5\nt2;\n",
        'sep=,\r\ncode,points\r\nt1,"1,5"\r\nt2,\r\n',
        '"sep=;"\ncode;points\nt1;1,5\nt2;\n',
        "SEP=;\r\ncode;points\r\nt1;1,5\r\nt2;\r\n",
        "sep=;\rcode;points\rt1;1,5\rt2;\r",
        "sep=\t\ncode\tpoints\nt1\t1,5\nt2\t\n",
        "sep=|\ncode|points\nt1|1,5\nt2|\n",
        "sep=;,;\ncode;points\nt1;1,5\nt2;\n",
        "\ufeffsep=;\ncode;points\nt1;1,5\nt2;\n",
    ],
)
def test_a_table_is_read_whatever_parts_its_columns(tmp_path: Path, text: str) -> None:
    path = tmp_path / "sheet.csv"
    path.write_bytes(text.encode())
    assert read_csv(path, ("code", "points")) == ROWS


def test_a_row_that_is_shorter_or_longer_than_the_head_is_read(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text("a,b\n1\n1,2,3\n", encoding="utf-8")
    assert read_rows(path) == [(2, {"a": "1", "b": ""}), (3, {"a": "1", "b": "2"})]


def test_a_missing_column_is_named(tmp_path: Path) -> None:
    path = tmp_path / "sheet.csv"
    path.write_text("sep=;\ncode;mark\n", encoding="utf-8")
    with pytest.raises(NoTable, match="the first row has no column 'points'"):
        read_csv(path, ("code", "points"))
