"""Words of a page inside sentences of the kit, so that every name fits.

A name never takes an ending and never governs a verb: what is written around it does not depend
on its number or its last letter.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import msgspec

from accordingto.exercises.literal import literal
from accordingto.instrument.descriptions import source_types
from accordingto.yamlfile import YamlFile

FIRST, LAST = 7, 4  # words shown of long ones: both ends, and not what lies between
_OPEN, _CLOSE = "“\"‘'", "”\"’'"
_ENDS = " ,.;:–—"
_BODIES = ("document", "institution", "named official")  # "The report", and "Report of the UN"
_FILE = Path(__file__).with_name("names.yaml")


class SmallWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The lists of `names.yaml`; each is words with blanks between them."""

    determiners: str
    leading: str
    names: str
    pronouns: str


@cache
def small_words() -> SmallWords:
    """The lists, read once."""
    return YamlFile.read(_FILE).convert(SmallWords)


def excerpt(text: str, *, first: int = FIRST, last: int = LAST) -> str:
    """Words of the page, the middle left out where they are long, as Markdown that obeys nothing.

    A pair of marks around all of it is dropped, and double marks inside become single ones, for
    it is put between double marks.
    """
    words = _singled(_bared(text)).split()
    if len(words) > first + last + 1:
        words = [*words[:first], "…", *words[len(words) - last :]]
    return literal(" ".join(words))


def _bared(text: str) -> str:
    """The words without the marks around all of them, and without what stands at their ends."""
    text = text.strip(_ENDS)
    for opening, closing in zip(_OPEN, _CLOSE, strict=True):
        inner = text.removeprefix(opening)
        if inner != text and closing not in inner.removesuffix(closing):
            return inner.removesuffix(closing).strip(_ENDS)
    return text


def _singled(text: str) -> str:
    """Double marks made single; straight ones open and close by turns."""
    turns = iter("‘’" * len(text))
    plain = re.sub('"', lambda _: next(turns), text)
    return plain.replace("“", "‘").replace("”", "’")


def unmarked(text: str) -> str:
    """Words of the page without any mark of quotation, so that none tells what is asked."""
    return re.sub("[“”\"]|(?<!\\w)[‘']|[’'](?!\\w)", "", text)


def within(name: str) -> str:
    """A name as it stands inside a sentence: "The company" becomes "the company"."""
    head, _, rest = name.partition(" ")
    return f"{head.lower()} {rest}".strip() if _opens_no_name(head, rest) else name


def _opens_no_name(head: str, rest: str) -> bool:
    """Whether the first word of a name has its capital only because a sentence began with it."""
    lower, small = head.lower(), small_words()
    if lower in small.determiners.split():
        return True
    if rest[:1].isupper() or head.isupper() or lower in small.names.split():
        return False
    if rest and lower in small.leading.split():
        return True
    several = source_types().get(_singular(lower), "")
    kind = source_types().get(lower, several)
    if lower not in source_types() and several == "institution" and not rest:
        return False  # "Banks" can be somebody
    is_body = kind in _BODIES and not any(word[0].isupper() for word in rest.split())
    return kind.startswith("unnamed") or is_body


def _singular(word: str) -> str:
    """ "minister" of "ministers", "study" of "studies"."""
    return f"{word[:-3]}y" if word.endswith("ies") else word.removesuffix("s")


def capital(name: str) -> str:
    """A name as it opens a line; one that has a capital already, as "eBay" has, stays."""
    head = name.split(" ")[0]
    return name if head != head.lower() else name[:1].upper() + name[1:]


def is_pronoun(name: str) -> bool:
    """Whether a name names nobody by itself."""
    return name.lower() in small_words().pronouns.split()
