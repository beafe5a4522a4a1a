"""The page that a cell is to work on, and its reading: by name, or the two as one has them."""

from __future__ import annotations

from typing import Any

from accordingto.content import NoArticle
from accordingto.notebooks.own_article import ArticleError
from accordingto.notebooks.seeds import seed
from accordingto.readings import Reading
from accordingto.text import Article

_EXPECTED = (
    'expected the name of a page, audited("harbour-ferry"), '
    "or a page and its reading, audited(draft.article, draft.reading)"
)


def audited(*page: Any) -> tuple[Article, Reading]:
    """Returns a page and its reading, from the page's name or from the two themselves.

    Raises ArticleError, which a notebook shows as one sentence, for anything else.
    """
    match page:
        case (str(name),):
            return _named(name)
        case (Article() as article, Reading() as reading):
            if article.id != reading.article:
                raise ArticleError("this reading is of another page than the one before it")
            return article, reading
    given = ", ".join(type(one).__name__ for one in page) or "nothing"
    raise ArticleError(f"{_EXPECTED}; and this is {given}")


def _named(name: str) -> tuple[Article, Reading]:
    try:
        return seed(name)
    except NoArticle as error:
        raise ArticleError(str(error)) from None
