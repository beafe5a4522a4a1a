"""Where a mark begins and ends, beside where the expert's does: in words, with both texts."""

from __future__ import annotations

from accordingto.exercises.literal import literal
from accordingto.text import Article, Span
from accordingto.text.wording import counted

FIRST, LAST = 5, 4  # words shown of a long mark: both of its edges, and not what lies between
_SIGNS = {"“": "the opening quotation mark", "”": "the closing quotation mark"}


def trimmed(span: Span, article: Article) -> Span:
    """The place without the blanks at its ends, which nobody sees in a mark."""
    text = article[span]
    if not text.strip():
        return span
    start = span.start + len(text) - len(text.lstrip())
    return Span(start, start + len(text.strip()))


def difference(mine: Span, theirs: Span, article: Article) -> str:
    """Which edge of `mine` differs from `theirs`, and by how much; "" where none does.

    A phrase such as "begins 3 words too early, and ends where the expert’s does".
    """
    mine, theirs = trimmed(mine, article), trimmed(theirs, article)
    if mine == theirs:
        return ""
    begins = _edge(mine.start, theirs.start, "begins", article)
    return f"{begins}, and {_edge(mine.end, theirs.end, 'ends', article)}"


def both_texts(mine: Span, theirs: Span, article: Article) -> str:
    """The two texts in two sentences of Markdown."""
    return f"Yours: {quoted(mine, article)}. The expert’s: {quoted(theirs, article)}."


def quoted(span: Span, article: Article) -> str:
    """The text of a place in italics, its middle left out where it is long."""
    words = literal(article[span]).split()
    if len(words) > FIRST + LAST:
        words = [*words[:FIRST], "…", *words[-LAST:]]
    return f"*{' '.join(words)}*"


def _edge(mine: int, theirs: int, does: str, article: Article) -> str:
    if mine == theirs:
        return f"{does} where the expert’s does"
    between = Span(min(mine, theirs), max(mine, theirs))
    count, signs = len(article.words_in(between)), article[between].strip()
    side = "late" if mine > theirs else "early"
    if count:
        return f"{does} {counted(count, 'word')} too {side}"
    leaves_out = (mine > theirs) == (does == "begins")
    named = _SIGNS.get(signs, f"“{literal(signs)}”")
    return f"{does} too {side}: it {'leaves out' if leaves_out else 'takes in'} {named}"
