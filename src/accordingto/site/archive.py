"""Packages for the browser in one file: one request, and nothing to inflate member by member.

It is a zip whose members are stored as they are, packed by gzip as a whole, which every browser
opens by itself.
"""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Iterable
from pathlib import Path

from accordingto.exercises.disk import write_whole


def archive(wheels: Iterable[Path], path: Path) -> None:
    """Write the members of all these wheels into one file: the same members give the same bytes."""
    stored = io.BytesIO()
    with zipfile.ZipFile(stored, "w") as written:
        for wheel in sorted(wheels):
            with zipfile.ZipFile(wheel) as opened:
                for name in opened.namelist():
                    written.writestr(zipfile.ZipInfo(name), opened.read(name))
    write_whole(path, gzip.compress(stored.getvalue(), mtime=0))
