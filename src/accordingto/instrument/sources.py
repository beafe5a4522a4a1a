"""Sources: the noun phrase beside a cue, as printed."""

from __future__ import annotations

import re

from accordingto.instrument.found import Range
from accordingto.instrument.tagset import (
    FINITE,
    JOINING,
    NOMINAL,
    NOUN,
    NOUN_OR_VERB,
    PREPOSITION,
    PRONOUN,
    VERBAL,
)
from accordingto.instrument.tokens import Line

_SYMBOLS = "()*/%$#"
_INSIDE = NOMINAL + PRONOUN + PREPOSITION + NOUN_OR_VERB + "&rY" + _SYMBOLS
# "In a statement | Rubio said", "On the breakfast programmes | Tom Abiola said".
_NAMED = re.compile(r"(?<=[xS])N+\Z")
_LISTED = re.compile(r"(?:\A|,)N+,\Z")
_LONGEST_RELATIVE = 12  # words of "the aide who wrote the letter" that are looked back at
# What no preposition but "of" divides: "with | the mayor of the island".
_LAST_PHRASE = re.compile(r"(?:[^iOYBT]+O)*[^iOYBT]+\Z")


def source_before(line: Line, first: int, verb: int) -> Range | None:
    """The subject that ends before the word `verb`, appositives included."""
    tags = line.tags
    end = verb
    while end > first and tags[end - 1] in "rY":
        end -= 1
        if end > first and tags[end] == "Y" and tags[end - 1] == "i":
            end -= 1
    if end <= first or tags[end - 1] in JOINING:
        return None
    if tags[end - 1] == "w":
        return end - 1, end
    if tags[end - 1] == ",":
        return _with_appositive(line, first, end) or _whole(line, first, end)
    if tags[end - 1] in "-)":
        opened = tags.rfind("-" if tags[end - 1] == "-" else "(", first, end - 1)
        found = _phrase(line, first, opened)
        return (found[0], end if tags[end - 1] == ")" else opened) if found else None
    return _phrase(line, first, end)


def _phrase(line: Line, first: int, end: int) -> Range | None:
    """The noun phrase that ends at `end`, walked back from its last word."""
    start = end
    while start > first and (before := _one_back(line.tags, first, start, end)) < start:
        start = before
    return _trimmed(line, start, end)


def _one_back(tags: str, first: int, start: int, end: int) -> int:
    """Where a phrase begins when it takes in what stands before it; `start` when nothing fits."""
    tag = tags[start - 1]
    after = tags[start] if start < end else "^"
    if after == "p":
        return start
    if tag == ",":
        return start - bool(_LISTED.search(tags, max(0, start - _LONGEST_RELATIVE), start))
    if tag in _INSIDE + "w":
        return start - 1
    relative = tags.rfind("w", max(first, start - _LONGEST_RELATIVE), start)
    return relative if tag in VERBAL and relative > first else start


def _trimmed(line: Line, start: int, end: int) -> Range | None:
    """The phrase without what leads up to it: "In a statement | Rubio", "of the party | she"."""
    tags = line.tags
    start = end - len(tags[start:end].lstrip("&r)B*YO"))
    if tags[start:end][:1] in tuple("iTB"):
        last = _LAST_PHRASE.search(tags, start, end)
        head = last.start() if last else end
        if head == start + 1:
            named = _NAMED.search(tags, head, end)
            head = named.start() if named else tags.rfind("d", start + 2, end)
        start = head
    return (start, end) if _has_head(tags[start:end]) else None


def _with_appositive(line: Line, first: int, end: int) -> Range | None:
    """The noun phrase that the commas before a verb belong to: "Kirby, the spokesman, said"."""
    comma = line.tags.rfind(",", first, end - 1)
    if comma <= first or _verbal(line.tags[comma + 1 : end - 1].partition("w")[0]):
        return None
    found = _phrase(line, first, comma)
    return (found[0], end) if found else None


def _whole(line: Line, first: int, end: int) -> Range | None:
    """All between the last quotation, or the start, and the verb, when nothing there is a verb."""
    tags = line.tags
    start = max(first, tags.rfind("Q", first, end) + 1)
    if tags[start : start + 1] not in NOMINAL or _verbal(tags[start:end].partition("w")[0]):
        return None
    return start, end - 1


def _has_head(segment: str) -> bool:
    """Whether somebody or something is named in it."""
    return any(tag in NOMINAL + PRONOUN for tag in segment)


def _verbal(segment: str) -> bool:
    return any(tag in FINITE for tag in segment)


# The words of a noun phrase after its verb: "Tom Abiola, who speaks for the party of the mayor".
_FOLLOWING = re.compile(
    "(?!w)(?:"
    rf"(?<![{NOUN}])r"  # an adverb, but not the one after the noun
    rf"|(?!i?Y|&[{FINITE}zp]|[rpT])[{_INSIDE}]"  # no day, and no second verb
    rf"|(?<=[{_INSIDE}]),(?=[{NOMINAL}O])(?![{_INSIDE}]*+[{FINITE}])"  # an apposition, no clause
    "|(?<!,)w[^,.QqT;-]*"  # "the aide who was there"
    f"|T(?=[{NOMINAL}])"  # "the adviser to the mayor"
    ")+"
)


def source_after(line: Line, start: int, last: int) -> Range | None:
    """The noun phrase that follows an inverted cue or "according to"."""
    if start < last and line.tags[start] in PRONOUN:
        return start, start + 1
    match = _FOLLOWING.match(line.tags, start, last)
    phrase = match[0].rstrip(",i&(r") if match else ""
    if phrase.count(")") > phrase.count("("):  # "(according to the coastguard)"
        phrase = phrase[: phrase.index(")")]
    return (start, start + len(phrase)) if _has_head(phrase) else None


def subject_of(line: Line, first: int, verb: int) -> Range | None:
    """The subject of the sentence, for a verb that shares it: "Biden sighed and said"."""
    tags = line.tags
    start = first
    if tags[first] in "iejgsvT":
        start = tags.find(",", first, verb) + 1 or first
    said = next((at for at in range(start, verb) if tags[at] in VERBAL), verb)
    return source_before(line, first, said) if said < verb else None
