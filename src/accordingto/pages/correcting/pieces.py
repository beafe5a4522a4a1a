"""The content of a statement in pieces: cut in two, and joined again."""

from __future__ import annotations

from accordingto.text import Article, Span

Pieces = tuple[Span, ...]


def cut(article: Article, content: Pieces, at: int) -> tuple[Pieces, Pieces] | None:
    """Return what stands before a code point and what from there on; None where one is empty.

    White space at the cut belongs to neither.
    """
    first: list[Span] = []
    second: list[Span] = []
    for piece in content:
        middle = min(max(at, piece.start), piece.end)
        for half, span in ((first, Span(piece.start, middle)), (second, Span(middle, piece.end))):
            if bare := _trimmed(article, span):
                half.append(bare)
    return (tuple(first), tuple(second)) if first and second else None


def joined(article: Article, one: Pieces, other: Pieces) -> Pieces:
    """Return the pieces of both in order; what touches, or has only white space between, is one."""
    found: list[Span] = []
    for piece in sorted((*one, *other)):
        if found and not article.text[found[-1].end : piece.start].strip(" "):
            found[-1] = Span(found[-1].start, max(found[-1].end, piece.end))
        else:
            found.append(piece)
    return tuple(found)


def _trimmed(article: Article, span: Span) -> Span | None:
    words = article[span]
    if not (bare := words.strip()):
        return None
    start = span.start + words.index(bare)
    return Span(start, start + len(bare))
