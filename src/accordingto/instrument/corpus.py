"""What is read: text and Markdown files, standard input, and corpora of one JSON object a line."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

import msgspec

from accordingto.text import Article, decoded

LONGEST = 10_000_000  # code points in one article; a book of a million words has about six


class Line(msgspec.Struct):
    """A line of a corpus: a name and a text; whatever else it holds is passed over."""

    id: str
    text: str


@dataclass(frozen=True)
class Trouble:
    """What could not be read, in one sentence that says where and what was expected."""

    message: str


def articles(paths: Iterable[str]) -> Iterator[Article | Trouble]:
    """The articles of files, corpora (.jsonl) and, for "-", standard input, one after another."""
    for path in paths:
        if path == "-":
            yield _standard_input()
        elif path.endswith(".jsonl"):
            yield from _corpus(Path(path))
        else:
            yield _file(Path(path))


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
    try:
        with path.open("rb") as lines:
            yield from _lines(path.name, lines)
    except OSError as error:
        yield Trouble(_sentence(path, error))


def _lines(name: str, lines: BinaryIO) -> Iterator[Article | Trouble]:
    decoder = msgspec.json.Decoder(Line)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            record = decoder.decode(line)
            if not record.text.strip():
                raise ValueError("the text is empty")
            yield _checked(Article(record.id, record.text))
        except (ValueError, UnicodeDecodeError) as error:
            yield Trouble(f'{name}, line {number}: expected {{"id": …, "text": …}}, but {error}')


def _checked(article: Article) -> Article:
    if len(article.text) > LONGEST:
        raise ValueError(
            f"{article.id}: {len(article.text):,} characters, expected at most {LONGEST:,} in an "
            "article; put many articles in a .jsonl file, one a line"
        )
    return article


def _sentence(path: Path, error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return f"{path}: there is no such file"
    if isinstance(error, IsADirectoryError):
        return f"{path}: a folder, expected a file"
    return str(error) if str(path) in str(error) else f"{path}: {error}"
