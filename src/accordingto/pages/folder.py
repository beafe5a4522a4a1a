"""A page of one's own as a folder of `seeds/`: text, what is known of it, and a reading."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

import msgspec

from accordingto.exercises.disk import write_whole
from accordingto.instrument import read
from accordingto.pages.about import about, kept_apart
from accordingto.pages.blocks import NotAPage, Origin
from accordingto.pages.correcting.kept import BEGUN, begin_anew, work_of
from accordingto.pages.page import Page
from accordingto.pages.versions import Carried, Change, carried, changes, is_version
from accordingto.readings import Reading, read_written
from accordingto.readings.written import written
from accordingto.text import Article

_NAME_WORDS, _LONGEST_NAME = 5, 40
_FILES = ("article.txt", "about.yaml", "apart.yaml", "draft.yaml", "reading.yaml")
DRAFT = "# A draft by the machine: it makes mistakes, and waits for a person to correct it.\n"
_CARRIED = "# Brought over from an earlier version of the page; what was lost was drafted anew.\n"
_GIVEN = "# Made in another tool, and taken as the expert's.\n"


@dataclass(frozen=True)
class Kept:
    """Where a page is kept, and what of an earlier version of it is other or lost."""

    folder: Path
    reading: Reading
    is_new: bool = False
    is_same: bool = False
    changed: tuple[Change, ...] = ()
    lost: tuple[tuple[str, str], ...] = ()


def keep(
    page: Page, seeds: Path, *, origin: Origin, name: str = "", reading: Reading | None = None
) -> Kept:
    """Write a page into a folder of `seeds`, with the machine's draft of a reading.

    A page that is there already stays as it is, with its corrections. Another version of one that
    is there takes its place: what was corrected is carried over where its words still stand, and
    the version before is kept in `earlier/`. `reading` is one that a person made elsewhere.
    Raises NotAPage where `name` belongs to another page, or is no name for a folder.
    """
    name = _checked(name) if name else ""
    if known := known_page(page, seeds):
        if known.is_same and reading is None:
            return Kept(known.folder, read_written(known.folder)[1], is_same=True)
        return _another_version(page, known.folder, origin, reading)
    if name and (seeds / name / "article.txt").is_file():
        raise NotAPage(f"{seeds / name} holds another page; choose another --name")
    folder = seeds / (name or _free(seeds, origin.title or page.paragraphs[0]))
    article = Article(folder.name, page.text)
    draft = read(article)
    _write(folder, page, origin, draft, reading or draft, _GIVEN if reading else DRAFT)
    return Kept(folder, reading or draft, is_new=True)


class Known(NamedTuple):
    """The folder of a page that is there already, in this version or another."""

    folder: Path
    is_same: bool


def known_page(page: Page, seeds: Path) -> Known | None:
    """Return the folder of a page, or of another version of it; the same text comes first."""
    others: list[Path] = []
    for file in sorted(seeds.glob("*/article.txt")):
        old = Article.from_file(file)
        if old.text == page.text:
            return Known(file.parent, is_same=True)
        if not others and is_version(old, Article("new", page.text)):
            others.append(file.parent)
    return Known(others[0], is_same=False) if others else None


def _another_version(page: Page, folder: Path, origin: Origin, given: Reading | None) -> Kept:
    before, corrected = read_written(folder)
    after = Article(folder.name, page.text)
    draft = read(after)
    brought = Carried(given, ()) if given else carried(corrected, before, after, draft)
    digest = hashlib.sha256(before.text.encode()).hexdigest()[:8]
    work = work_of(folder)
    for file in (*_FILES, BEGUN):
        if (folder / file).is_file():
            write_whole(folder / "earlier" / digest / file, (folder / file).read_bytes())
    is_draft = (folder / "reading.yaml").read_text("utf-8").startswith(DRAFT)
    head = _GIVEN if given else DRAFT if is_draft else _CARRIED
    _write(folder, page, origin, draft, brought.reading, head)
    if work is not None:
        (folder / BEGUN).unlink(missing_ok=True)
        begin_anew(folder, work, lost={id for _, id in brought.lost})
    return Kept(folder, brought.reading, changed=changes(before, after), lost=brought.lost)


def _write(
    folder: Path, page: Page, origin: Origin, draft: Reading, reading: Reading, head: str
) -> None:
    """Write all files; the text comes last, for a folder counts as a page by its text."""
    article = Article(folder.name, page.text)
    reading = msgspec.structs.replace(reading, article=article.id)
    files = {
        "about.yaml": about(page, origin, folder.name),
        "apart.yaml": kept_apart(page),
        "draft.yaml": DRAFT + written(article, draft),
        "reading.yaml": head + written(article, reading),
        "article.txt": page.text,
    }
    for file, text in files.items():
        write_whole(folder / file, text.encode("utf-8"))


def keep_article(article: Article, folder: Path) -> None:
    """Make the folder of a page out of a text of which nothing else is known, once."""
    if (folder / "article.txt").is_file():
        return
    draft = DRAFT + written(article, read(article))
    files = {"draft.yaml": draft, "reading.yaml": draft, "article.txt": article.text}
    for file, text in files.items():
        write_whole(folder / file, text.encode("utf-8"))


def _free(seeds: Path, title: str) -> str:
    """Return a folder's name out of a title, with a number where the name is taken."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words = re.findall(r"[a-z0-9]+", plain.replace("'", ""))[:_NAME_WORDS]
    name = "-".join(words)[:_LONGEST_NAME].strip("-") or "page"
    taken = {path.name for path in seeds.glob("*")}
    number = 1
    while (free := name if number == 1 else f"{name}-{number}") in taken:
        number += 1
    return free


def _checked(name: str) -> str:
    if not re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", name):
        raise NotAPage(f"{name!r} is no name for a page: use a-z, 0-9 and - between them")
    return name
