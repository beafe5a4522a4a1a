"""The name in a source, told from the words of office and place around it."""

from __future__ import annotations

import re

from accordingto.instrument.descriptions import bare, office, source_types
from accordingto.instrument.finding import Range
from accordingto.instrument.lexicon import classed, group
from accordingto.instrument.tokens import Line

_APPOSED = re.compile(r",(NN+)(?=,|\Z)")  # "the mayor of Leeds, Ann Lee,"
_HELD_BY = re.compile(r"ON+(NN)(?!N)")  # "Secretary of State | Ann Lee"
# "an official | close to Ann Lee", "a poll | released on Monday"
_AFTER_HEAD = group("after_head")
_OF_NAME = re.compile(r"Od?N+")  # "University | of Leeds"


def head_end(line: Line, first: int, last: int) -> int:
    """The end of the noun phrase without what follows its head: "one deckhand | , who asked".

    "Two people | briefed on the matter", "a source | speaking to the press".
    """
    for at in range(first + 1, last):
        told_of = line.tags[at] in "vg" and line.tags[at + 1 : at + 2] in ("i", "O", "T")
        if told_of or line.tags[at] in ",w(-iOT" or line.words[at] in _AFTER_HEAD:
            return at
    return last


_MADE_BY = re.compile(r"[dxejNzu]*?[xSNzu][xe]?B")  # "a study | by", "emails | seen by"


def is_document(line: Line, first: int, last: int) -> bool:
    """Whether it is a paper, of which the rest says whose: "a study by Leeds University"."""
    made = _MADE_BY.match(line.tags, first, last) if "B" in line.tags[first:last] else None
    nouns = line.words[first : made.end()] if made else ()
    kinds = source_types()
    named = {one for word in nouns for one in (bare(word), bare(word).removesuffix("s"))}
    return any(kinds.get(word) == "document" for word in named)


def is_common(line: Line, first: int, end: int) -> bool:
    """Whether the head is a common noun, capitalised only because a sentence begins with it."""
    opens = first == 0 or line.tags[first - 1] in ".QqT"
    return end - first == 1 and opens and bare(line.words[first]) in source_types()


def name_in(line: Line, first: int, last: int) -> Range:
    """The name inside "The Florida senator Marco Rubio, the top Republican", else the phrase."""
    end = head_end(line, first, last)
    if is_document(line, first, last):  # "emails seen by Reuters | and two people"
        joined = line.tags.find("&", first, last)
        return first, last if joined < 0 else joined
    if "&" in line.tags[first:last]:
        comma = line.tags.find(",", first, last)
        end = last if comma < 0 or line.tags[last - 1] != "," else comma
        return first, end
    begin = end
    while begin > first and line.words[begin - 1][0].isupper():
        begin -= 1
    if begin == end and (apposed := _APPOSED.search(line.tags, end, last)):
        begin, end = apposed.span(1)
    elif office(line.words[end - 1]) and (held := _HELD_BY.match(line.tags, end, last)):
        begin, end = held.span(1)
    elif begin == end or is_common(line, first, end):
        begin = first
    elif bare(line.words[end - 1]) in source_types():
        end = of.end() if (of := _OF_NAME.match(line.tags, end, last)) else end
    if line.words[end - 1][0].isupper() and bare(line.words[end - 1]) not in source_types():
        begin = next((at for at in range(end - 1, begin, -1) if _leads(line, at - 1)), begin)
    if begin - 1 == first and line.tags[first] == "d" and not _leads(line, begin):
        begin = first
    return begin, end


def _leads(line: Line, at: int) -> bool:
    """Whether a name begins after this word: "Mayor | Ingrid Vasko", "NBC’s | Kristen Welker"."""
    word = line.words[at]
    lower = word.lower()
    titled = classed("descriptions.txt").get(lower) == "title" or lower in classed("pronouns.txt")
    return titled or bool(office(word)) or bare(word) != lower
