"""`accordingto article FILE`."""

from __future__ import annotations

import argparse
import sys
from itertools import takewhile
from pathlib import Path

from accordingto.commands.asking import is_anybody_there, told
from accordingto.content import MANIFEST, Content
from accordingto.formats.files import from_file
from accordingto.pages.about import asked, told_before
from accordingto.pages.blocks import NotAPage, Origin
from accordingto.pages.folder import Kept, keep, known_page
from accordingto.pages.page import Page, cleaned
from accordingto.pages.readers import read_in
from accordingto.pages.versions import Change
from accordingto.text import Article
from accordingto.text.wording import counted

_MOST_BYTES = 20_000_000
_SHOWN, _AROUND = 60, 20  # signs of a changed paragraph, and before what is other in it


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The page, where it goes, and what is known of it."""
    parser.add_argument(
        "file", help=".txt, .md, .html, .docx, .pdf or .eml, or - for text that is pasted in"
    )
    parser.add_argument("--kit", type=Path, default=Path(), help="the working copy (this folder)")
    parser.add_argument("--name", default="", help="the name of its folder in seeds/")
    for field in Origin._fields:
        parser.add_argument(f"--{field}", default="", help=f"its {field}, where the page lacks it")
    parser.add_argument(
        "--reading", type=Path, help="a reading made in another tool: .json, .ann, .xmi or .csv"
    )
    parser.add_argument("--offsets", choices=("codepoints", "utf16"), default="codepoints")


def run(arguments: argparse.Namespace) -> int:
    """Keep the page in seeds/, and say what was done to it."""
    seeds = _seeds(arguments.kit)
    page = cleaned(read_in(_bytes(arguments.file), arguments.file), _called(arguments.file))
    given = {field: getattr(arguments, field) for field in Origin._fields}
    origin = page.origin._replace(**{field: said for field, said in given.items() if said})
    if earlier := known_page(page, seeds):
        origin = told_before(earlier.folder, origin)
    if is_anybody_there() and not (earlier and earlier.is_same):
        origin = asked(origin, told)
    reading = None
    if arguments.reading:
        reading = from_file(arguments.reading, Article("page", page.text), arguments.offsets)
    _say(page, keep(page, seeds, origin=origin, name=arguments.name, reading=reading))
    return 0


def _seeds(folder: Path) -> Path:
    root = Content.around(folder).root
    if not (root / MANIFEST).is_file():
        raise NotAPage(
            f"{folder.absolute()} is in no working copy: make one with `accordingto start my-kit`, "
            "and run this in it or with --kit my-kit"
        )
    return root / "seeds"


def _bytes(file: str) -> bytes:
    if file == "-":
        if sys.stdin.isatty():
            print("Paste the page, then press Ctrl+D on a line of its own:", file=sys.stderr)
        return sys.stdin.buffer.read(_MOST_BYTES)
    path = Path(file)
    if path.stat().st_size > _MOST_BYTES:
        raise NotAPage(f"{file}: larger than {_MOST_BYTES // 1_000_000} MB; one article is needed")
    return path.read_bytes()


def _called(file: str) -> str:
    return "the pasted text" if file == "-" else file


def _say(page: Page, kept: Kept) -> None:
    for sentence in page.done:
        print(sentence)
    if kept.is_new:
        print(f"New: {kept.folder}, {counted(len(page.paragraphs), 'paragraph')}.")
    elif kept.is_same:
        print(f"There already, and left as it is: {kept.folder}.")
    else:
        print(f"Changed: {kept.folder}; the version before is in its folder earlier.")
        for change in kept.changed:
            before, after = _parted(change)
            print(f"  paragraph {change.number}: {before} -> {after}")
        for layer, record in kept.lost:
            print(f"  its words are gone, so it was read anew: {_kind_of(layer)} {record}")
    statements = [one for one in kept.reading.attributions if not one.embedded_in]
    who = "A draft by the machine" if kept.reading.reader == "machine" else "Its reading"
    found = (
        counted(len(statements), "statement"),
        counted(len(kept.reading.quotations), "quotation"),
    )
    print(f"{who} has {' and '.join(found)}.")


def _kind_of(layer: str) -> str:
    """Return what a record of a layer is called."""
    return "statement" if layer == "attributions" else layer.removesuffix("s")


def _parted(change: Change) -> tuple[str, str]:
    """Return what is other in a paragraph, before and after, with some words around."""
    if not change.before or not change.after:
        return _short(change.before), _short(change.after)
    pairs = zip(change.before, change.after, strict=False)
    first = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
    start = max(0, change.before.rfind(" ", 0, max(0, first - _AROUND)) + 1)
    begin = "…" if start else ""
    return _short(begin + change.before[start:]), _short(begin + change.after[start:])


def _short(words: str) -> str:
    if not words:
        return "(nothing)"
    return f"“{words if len(words) <= _SHOWN else words[:_SHOWN] + '…'}”"
