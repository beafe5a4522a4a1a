"""A list of words or sentences that a reader has written in a cell, made fit to be used."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal


def word_list(written: Any, *, of: Literal["word", "sentence"] = "word") -> list[str]:
    """The entries of a list, each once, in order; a sentence is printed for whatever was amiss.

    A text without brackets is taken as the words in it, or as one sentence. Returns an empty
    list for what holds no text at all.
    """
    if isinstance(written, str):
        print("A list stands in square brackets. I take this text as if it stood there.")
        written = written.replace(",", " ").split() if of == "word" else [written]
    if not isinstance(written, Iterable) or isinstance(written, bytes):
        print(f"A list in square brackets was expected here, and this is {written!r}.")
        written = []
    items = list(written)
    texts = [item.strip() for item in items if isinstance(item, str) and item.strip()]
    if len(texts) < len(items):
        left = ", ".join(repr(one) for one in items if not isinstance(one, str) or not one.strip())
        print(f"I leave out what is no {of}: {left}.")
    once = list(dict.fromkeys(texts))
    doubled = [text for text in once if texts.count(text) > 1]
    if doubled:
        print(f"Twice in the list, and counted once: {', '.join(doubled)}.")
    if not once:
        print("The list is empty: it finds nothing, and of nothing no share can be right.")
    return once
