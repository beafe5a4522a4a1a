"""Descriptions of a name: the title before it, the apposition after it, the group it is one of.

"Mayor Ingrid Vasko", "Tom Abiola, the spokesman for …", "Biden and other officials" (the pattern
of Hearst 1992, "Automatic Acquisition of Hyponyms"), "NBC’s Kristen Welker", "Ellerholm island".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import cast

from accordingto.instrument.lexicon import classed
from accordingto.readings.records import SourceType

MOST = 40  # places of a name that are looked at: a page introduces a person early
_BEFORE, _AFTER = 80, 120  # code points around a name; no description seen is longer
_TOKEN = re.compile(r"(?:Sen|Rep|Gov|Gen|Mr|Mrs|Ms|Dr|Prof)\.|[\w.’'-]*\w|[^\w\s]")
_SEAT = re.compile(r",? \(?[RD]-[A-Z]")  # "Rubio (R-Florida)", American usage


@dataclass(frozen=True)
class Description:
    """The kind of source that a name is and its pronoun, as far as the page tells."""

    type: SourceType | None = None
    pronoun: str | None = None


def described(text: str, name: str) -> Description:
    """The description that `text` gives of the person whose last name ends `name`."""
    kind: SourceType | None = None
    pronoun: str | None = None
    for before, after in _places(text, name.split()[-1]):
        title, apposed = _title(before), _apposition(after)
        kind = kind or _of_title(title) or _of_apposition(apposed) or _of_rest(after)
        pronoun = pronoun or _pronoun([*title, *apposed])
        if kind and pronoun:
            break
    return Description(kind, pronoun)


@cache
def source_types() -> dict[str, SourceType]:
    """The kind of source that a word names, from lists/sources.txt."""
    return cast(dict[str, SourceType], classed("sources.txt"))


def office(word: str) -> SourceType | None:
    """The kind of person that a title or trade makes: "mayor", "senator", "reporter"."""
    kind = source_types().get(bare(word))
    return kind if kind and kind.startswith("named") else None


def without_title(name: str) -> str:
    """A name without "Ms", "Dr", "Sgt" and the like before it."""
    words = name.split()
    while len(words) > 1 and _is_title(words[0].lower()):
        words = words[1:]
    return " ".join(words)


def _is_title(word: str) -> bool:
    return classed("descriptions.txt").get(word) == "title" or word in classed("pronouns.txt")


@lru_cache(maxsize=1 << 16)
def bare(word: str) -> str:
    """A word as the lists have it: lower case, without the genitive."""
    return word.lower().removesuffix("’s").removesuffix("'s")


def _places(text: str, surname: str) -> Iterator[tuple[str, str]]:
    """The text before and after each place of a surname, within its line."""
    at = -1
    for _ in range(MOST):
        at = text.find(surname, at + 1)
        if at < 0:
            return
        end = at + len(surname)
        if text[at - 1 : at].isalnum() or text[end : end + 1].isalnum():
            continue
        yield (
            text[max(0, at - _BEFORE) : at].rpartition("\n")[2],
            text[end : end + _AFTER].partition("\n")[0],
        )


def _title(before: str) -> list[str]:
    """The words that lead up to a name, the nearest first: "Florida senator Marco" reversed."""
    kinds = source_types()
    words: list[str] = []
    for word in reversed(_TOKEN.findall(before)[-6:]):
        if not (word[0].isupper() or word == "of" or bare(word) in kinds):
            break
        words.append(word)
        if word[0].islower() and word != "of":
            break
    return words


def _of_title(words: Sequence[str]) -> SourceType | None:
    for word in words:
        if source_types().get(bare(word)) == "outlet" and bare(word) != word.lower():
            return "named journalist"
        if held := office(word):
            return held
    return None


def _apposition(after: str) -> list[str]:
    """The words between the comma after a name and the next mark."""
    if not after.startswith(", "):
        return []
    words = []
    for word in _TOKEN.findall(after[2:]):
        if not word[0].isalnum():
            break
        words.append(word)
    return words


def _of_apposition(words: Sequence[str]) -> SourceType | None:
    """The kind of its head, the last word before "of", "for", "on": "the leading councillor"."""
    ends = classed("descriptions.txt")
    head = ""
    for word in words:
        if ends.get(word) == "end":
            break
        head = word
    if "spokes" in head and any(_is_party(word) for word in words):
        return "named politician"  # who speaks for a party holds no office by that
    return office(head) if head else None


def _is_party(word: str) -> bool:
    return source_types().get(bare(word)) == "party"


def _of_rest(after: str) -> SourceType | None:
    if _SEAT.match(after):
        return "named politician"
    words = _TOKEN.findall(after)[:8]
    if words[:2] == ["and", "other"]:
        for word in words[2:]:
            held = office(word.removesuffix("s")) if word.endswith("s") else None
            if held:
                return held
    if words[:1] == ["of"] and any(_is_party(word) and word[0].isupper() for word in words[1:5]):
        return "named politician"
    if words and classed("descriptions.txt").get(words[0]) == "place":
        return "institution"
    return None


def _pronoun(words: Sequence[str]) -> str | None:
    told = classed("pronouns.txt")
    return next((told[word.lower()] for word in words if word.lower() in told), None)
