"""The files of a zip or a folder, one after the other; nothing is ever unpacked to the disk.

Names only say what a file is called, never where it goes, so none can lead out of a folder; and
no more than a limit of any file is read, so nothing can swell up.
"""

from __future__ import annotations

import io
import os
import re
import stat
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

MEMBERS = 20_000  # more than any class hands in
_NOBODYS = re.compile(r"__MACOSX|solutions|\.[^.].*", re.S)


class Refused(ValueError):
    """A file in an archive cannot be used; the sentence says why."""


@dataclass(frozen=True)
class Member:
    """A file by the name it has there, with `/` between folders.

    `read(limit)` gives its bytes; it raises Refused where there are more of them than the limit
    (in bytes), or where they cannot be had.
    """

    name: str
    read: Callable[[int], bytes]

    @property
    def parts(self) -> tuple[str, ...]:
        """The folders and the file's own name."""
        return tuple(part for part in self.name.split("/") if part)

    @property
    def nobodys(self) -> bool:
        """Whether it is nobody's work, by its name or a folder's."""
        return any(map(nobodys, self.parts))

    @property
    def suffix(self) -> str:
        """The end of the name from the last dot, in small letters."""
        return Path(self.parts[-1]).suffix.lower() if self.parts else ""


def nobodys(name: str) -> bool:
    """Return whether so are named what a Mac or Jupyter adds, and the kit's own solutions."""
    return bool(_NOBODYS.fullmatch(name))


def members(path: Path) -> list[Member]:
    """The files in a folder, in a zip, or the one file that it is.

    Raises Refused for a broken zip.
    """
    if path.is_dir():
        return sorted(_of_folder(path), key=lambda member: member.parts)
    if path.suffix.lower() == ".zip":
        return _of_zip(path, path.name)
    return [of_file(path, path.name)]


def inside(data: bytes, name: str) -> list[Member]:
    """The files in a zip given by its bytes. Raises Refused for a broken one."""
    return _of_zip(io.BytesIO(data), name)


def of_file(path: Path, name: str) -> Member:
    """A file on the disk as it is, not opened if it is a zip."""

    def read(limit: int) -> bytes:
        if path.is_symlink():
            raise Refused(f"{name} is a link to somewhere else")
        try:
            if not stat.S_ISREG(path.stat().st_mode):  # to open a pipe waits for ever
                raise Refused(f"{name} is no ordinary file")
            with path.open("rb") as file:
                return _within(file.read(limit + 1), limit, name)
        except OSError as error:
            raise Refused(f"{name} cannot be read ({error.strerror})") from None

    return Member(name, read)


def _of_folder(path: Path) -> Iterator[Member]:
    """Yield its files, and an unreadable one for each folder without access."""
    shut: list[OSError] = []
    for place, folders, files in os.walk(path, onerror=shut.append):
        inner = Path(place)
        links = [name for name in folders if (inner / name).is_symlink()]
        for name in (*files, *links):
            yield of_file(inner / name, (inner / name).relative_to(path).as_posix())
    for error in shut:
        name = Path(error.filename).relative_to(path).as_posix()
        yield _shut(f"{name}/*" if name != "." else "*", error.strerror or "no rights")


def _shut(name: str, why: str) -> Member:
    def read(limit: int) -> bytes:
        raise Refused(f"{name} cannot be read ({why})")

    return Member(name, read)


def _of_zip(file: Path | io.BytesIO, name: str) -> list[Member]:
    try:
        archive = zipfile.ZipFile(file)  # closed with the last of its members
    except (zipfile.BadZipFile, OSError, ValueError):
        raise Refused(f"{name} is cut off or no zip") from None
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    if len(entries) > MEMBERS:
        raise Refused(f"{name} holds more than {MEMBERS} files")
    return [_of_entry(archive, entry) for entry in entries]


def _of_entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> Member:
    name = entry.filename.replace("\\", "/")

    def read(limit: int) -> bytes:
        if name.startswith("/") or ".." in name.split("/") or name[1:2] == ":":
            raise Refused(f"{name} has a name that leads out of its folder")
        if stat.S_ISLNK(entry.external_attr >> 16):
            raise Refused(f"{name} is a link to somewhere else")
        try:
            with archive.open(entry) as file:
                return _within(file.read(limit + 1), limit, name)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
            raise Refused(f"{name} is damaged ({error or 'cut off'})") from None
        except (RuntimeError, NotImplementedError):
            raise Refused(f"{name} needs a password or a newer way of unpacking") from None

    return Member(name, read)


def _within(data: bytes, limit: int, name: str) -> bytes:
    if len(data) > limit:
        raise Refused(f"{name} is larger than {limit // 1_000_000} MB")
    return data
