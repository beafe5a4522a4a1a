"""What the machine finds in a text, as pairs that a test can compare."""

from __future__ import annotations

from accordingto.instrument import read
from accordingto.text import Article


def found(text: str) -> list[tuple[str, str]]:
    """Returns the words of the source and of the content of each statement, in order."""
    article = Article("one", text)
    return [
        (
            " … ".join(article[span] for span in one.source),
            " … ".join(article[span] for span in one.content),
        )
        for one in read(article).attributions
        if one.form != "orphan"
    ]
