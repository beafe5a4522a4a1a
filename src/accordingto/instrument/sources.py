"""Sources: the noun phrase beside a cue, as printed."""

from __future__ import annotations

import re

from accordingto.instrument.tagset import (
    FINITE,
    JOINING,
    NOMINAL,
    NOUN,
    NOUN_OR_VERB,
    PREPOSITION,
    PRONOUN,
    QUOTED,
    VERBAL,
)
from accordingto.instrument.tokens import Line

_SYMBOLS = "()*/%$#"
_INSIDE = NOMINAL + PRONOUN + PREPOSITION + NOUN_OR_VERB + "&rY" + _SYMBOLS
# "In a statement | Rubio said", "On the breakfast programmes | Tom Abiola said".
_NAMED = re.compile(r"(?<=[xS])N+\Z")


def source_before(line: Line, first: int, verb: int) -> tuple[int, int] | None:
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
        if opened > first:
            found = _phrase(line, first, opened)
            return (found[0], end if tags[end - 1] == ")" else opened) if found else None
        return None
    return _phrase(line, first, end)


def _phrase(line: Line, first: int, end: int) -> tuple[int, int] | None:
    tags = line.tags
    start = end
    while start > first:
        tag = tags[start - 1]
        if tag == "w" and start - 1 > first and tags[start - 2] in NOMINAL:
            start -= 1
        elif tag in _INSIDE:
            if tag == "p" and start < end and tags[start] != "&":
                break
            if tag == "T" and tags[start] not in NOMINAL:
                break
            start -= 1
            if tag == "p" and tags[start - 1 : start] != "&":
                break
        else:
            relative = tags.rfind("w", max(first, start - 12), start)
            if (
                relative > first
                and "," not in tags[relative:start]
                and tags[relative - 1] in NOMINAL
                and tag in VERBAL
            ):
                start = relative
            elif tag == "," and _lists(tags, start, end):
                start -= 1
            else:
                break
    return _trimmed(line, start, end)


def _lists(tags: str, start: int, end: int) -> bool:
    """Whether a comma stands in "CNN, Axios and the Times": capitalised words around it."""
    if "&" not in tags[start:end] or "i" in tags[start:end] or tags[start] not in "NP":
        return False
    at = start - 2
    while at > 0 and tags[at] == "N":
        at -= 1
    return at < start - 2 and tags[at] in ",N|"


def _trimmed(line: Line, start: int, end: int) -> tuple[int, int] | None:
    tags = line.tags
    while start < end and tags[start] in "&r)B*YO":
        start += 1
    if start < end and tags[start] in "iTB":
        head = end - 1
        if tags[head] == "p":
            return head, end
        while head > start and tags[head - 1] not in "iOYBT":
            head -= 1
        while head > start and tags[head - 1] == "O":
            head -= 1
            while head > start and tags[head - 1] not in "iOYBT":
                head -= 1
        if head == start + 1:
            named = _NAMED.search(tags, head, end)
            pivot = named.start() if named else tags.rfind("d", start + 2, end)
            if pivot < 0:
                return None
            head = pivot
        start = head
    if not _has_head(tags[start:end]):
        return None
    return start, end


def _with_appositive(line: Line, first: int, end: int) -> tuple[int, int] | None:
    """The noun phrase that the commas before a verb belong to: "Kirby, the spokesman, said"."""
    tags = line.tags
    right = end - 1
    head: tuple[int, int] | None = None
    comma = tags.rfind(",", first, right)
    while comma > first:
        segment = tags[comma + 1 : right]
        if (
            not segment
            or segment[0] in "Qb&"
            or (segment[0] not in "wi" and _verbal(segment.partition("w")[0]))
        ):
            break
        found = _phrase(line, first, comma)
        if (
            not found
            or tags[found[0]] in "D"
            or (head and found[0] > 0 and tags[found[0] - 1] not in ",^" and found[0] != first)
        ):
            break
        head = (found[0], end)
        if found[0] == first or tags[found[0] - 1] != ",":
            break
        right, comma = comma, tags.rfind(",", first, comma)
        if comma + 1 != found[0] or tags[comma + 1] not in "dDxNwi":
            break
        if tags[found[0]] in "NP":
            break
    return head


def _whole(line: Line, first: int, end: int) -> tuple[int, int] | None:
    """All between the last quotation, or the start, and the verb, when nothing there is a verb."""
    tags = line.tags
    start = max(first, tags.rfind("Q", first, end) + 1)
    while start < end and tags[start] in "b&r,":
        start += 1
    if tags[start : start + 1] not in NOMINAL or _verbal(tags[start:end].partition("w")[0]):
        return None
    return start, end if "," in tags[start : end - 1] else end - 1


def _has_head(segment: str) -> bool:
    """Whether somebody or something is named in it."""
    return any(tag in NOMINAL + PRONOUN + NOUN_OR_VERB for tag in segment)


def _verbal(segment: str) -> bool:
    return any(tag in FINITE for tag in segment)


def source_after(line: Line, start: int, last: int) -> tuple[int, int] | None:
    """The noun phrase that follows an inverted cue or "according to"."""
    tags = line.tags
    end = start
    if start < last and tags[start] in PRONOUN:
        return start, start + 1
    while end < last:
        tag = tags[end]
        if tag in _INSIDE and tag not in "pT":
            if tag == "r" and end > start and tags[end - 1] in NOUN:
                break
            dated = tag == "Y" or (tag == "i" and tags[end + 1 : end + 2] == "Y")
            if dated and end > start:
                break
            if tag == "&" and tags[end + 1 : end + 2] in tuple(FINITE + "zp"):
                break
            end += 1
        elif (
            tag == ","
            and end > start
            and tags[end + 1 : end + 2] in tuple(NOMINAL + "O")
        ):
            closing = end + 1
            while closing < last and tags[closing] in _INSIDE + "w":
                closing += 1
            if closing < last and tags[closing] in FINITE and "w" not in tags[end:closing]:
                break
            end += 1
        elif tag == "w" and end > start and tags[end - 1] != ",":
            while end < last and tags[end] not in ",.QqT;-":
                end += 1
        elif tag == "T" and tags[end + 1 : end + 2] in tuple(NOMINAL):
            end += 1
        else:
            break
    while end > start and tags[end - 1] in ",i&(r":
        end -= 1
    if not _has_head(tags[start:end]):
        return None
    return start, end


def subject_of(line: Line, first: int, verb: int) -> tuple[int, int] | None:
    """The subject of the sentence, for a verb that shares it: "Biden sighed and said"."""
    tags = line.tags
    start = first
    while start < verb and tags[start] in "b&r,":
        start += 1
    if start < verb and tags[start] in "iejgsvT":
        comma = tags.find(",", start, verb)
        if comma < 0:
            return None
        start = comma + 1
    for at in range(start, verb):
        if tags[at] in VERBAL and at > start:
            return source_before(line, first, at)
        if tags[at] in QUOTED:
            start = at + 1
    return None
