"""A reader's own article, pasted or out of a text file."""

from __future__ import annotations

import hashlib
from pathlib import Path

from accordingto.pages.page import LONGEST
from accordingto.text import Article, decoded


class ArticleError(ValueError):
    """The text given is not an article. A notebook shows this sentence without a traceback."""

    def _render_traceback_(self) -> list[str]:
        return [str(self)]


def own_article(*, text: str | None = None, file: str | Path | None = None) -> Article:
    """An article out of a pasted text or a UTF-8 text file.

    Raises ArticleError for what is neither. Its name is made of its text, so that the same text
    finds the same answers again.
    """
    if (text is None) == (file is None):
        raise ArticleError("own_article takes a text or a file: text=… or file=…")
    try:
        found = _pasted(str(text)) if file is None else _in_file(Path(file))
    except (ValueError, OSError) as error:
        raise ArticleError(str(error)) from None
    if len(found) > LONGEST:
        raise ArticleError(
            f"the article has {len(found):,} characters, and at most {LONGEST:,} can be audited: "
            "take a part of it"
        )
    return Article(f"own-{hashlib.sha256(found.encode()).hexdigest()[:8]}", found)


def _pasted(text: str) -> str:
    if not text.strip():
        raise ValueError("the article is empty: paste its text, one paragraph a line")
    return decoded(text.encode("utf-8", "surrogatepass"), "the pasted text")


def _in_file(path: Path) -> str:
    if not path.is_file():
        raise FileNotFoundError(
            f"there is no file {path}: put it beside the notebook, or paste its text"
        )
    return Article.from_file(path).text
