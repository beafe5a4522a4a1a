"""Reading of input: text and Markdown files, standard input, and JSON Lines corpora."""

from __future__ import annotations

import codecs
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import msgspec

from accordingto.text import Article, decoded

LONGEST = 10_000_000  # code points in one article; a book of a million words has about six


class Line(msgspec.Struct):
    """A line of a corpus: a name and a text; whatever else it holds is passed over."""

    id: str
    text: str


Record = TypeVar("Record", bound=Line)


@dataclass(frozen=True)
class Trouble:
    """Input that could not be read, in one sentence that says where and what was expected."""

    message: str


def articles(paths: Iterable[str]) -> Iterator[Article | Trouble]:
    """The articles of files, corpora (.jsonl) and, for "-", standard input, one after another."""
    for path in paths:
        if path == "-":
            yield _standard_input()
        elif is_corpus(path):
            yield from _corpus(Path(path))
        else:
            yield _file(Path(path))


def is_corpus(path: str) -> bool:
    """Return whether a file holds many articles, by the end of its name in any capitals."""
    return path.lower().endswith(".jsonl")


def expected(paths: Iterable[str]) -> int:
    """Returns how many articles there are to be read, by counting the lines of each corpus."""
    total = 0
    for path in paths:
        try:
            with Path(path).open("rb") as lines:
                total += sum(1 for line in lines if line.strip()) if is_corpus(path) else 1
        except OSError:
            total += 1  # "-", and what will be named as a trouble
    return total


def _file(path: Path) -> Article | Trouble:
    try:
        return _checked(Article.from_file(path))
    except (ValueError, OSError) as error:
        return Trouble(_sentence(path, error))


def _standard_input() -> Article | Trouble:
    try:
        return _checked(
            Article("standard input", decoded(sys.stdin.buffer.read(), "standard input"))
        )
    except ValueError as error:
        return Trouble(str(error))


def _corpus(path: Path) -> Iterator[Article | Trouble]:
    for record in records(path, Line):
        yield record if isinstance(record, Trouble) else Article(record.id, record.text)


def records(path: Path, kind: type[Record]) -> Iterator[Record | Trouble]:
    """The lines of a corpus as records of a kind, and a trouble for each that is none."""
    fields = ", ".join(f'"{field}": …' for field in kind.__struct_fields__)
    decoder = msgspec.json.Decoder(kind)
    blank = True
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines, 1):
                if not line.strip():
                    continue
                blank = False
                try:
                    record = decoder.decode(line.removeprefix(codecs.BOM_UTF8))
                except UnicodeDecodeError:
                    yield Trouble(f"{path}, line {number}: not UTF-8 text")
                except ValueError as error:
                    yield Trouble(f"{path}, line {number}: expected {{{fields}}}, but {error}")
                else:
                    wrong = _wrong(record.text)
                    yield Trouble(f"{path}, line {number}: {wrong}") if wrong else record
    except OSError as error:
        yield Trouble(_sentence(path, error))
    else:
        if blank:
            yield Trouble(f"{path}: empty, there is nothing to read")


def _checked(article: Article) -> Article:
    if wrong := _wrong(article.text):
        raise ValueError(f"{article.id}: {wrong}")
    return article


def _wrong(text: str) -> str | None:
    """The fault of an article's text, if it has one."""
    if not text.strip():
        return "the text is empty"
    if len(text) > LONGEST:
        return (
            f"{len(text):,} characters, expected at most {LONGEST:,} in an article; "
            "put many articles in a .jsonl file, one a line"
        )
    return None


def _sentence(path: Path, error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{path}: there is no such file"
    if isinstance(error, IsADirectoryError):
        return f"{path}: a folder, expected a file"
    return str(error) if str(path) in str(error) else f"{path}: {error}"
