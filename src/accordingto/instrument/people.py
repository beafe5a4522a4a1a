"""Who a source is: the name in it, its type, and the name that a pronoun stands for."""

from __future__ import annotations

import re
from typing import cast

from accordingto.instrument.descriptions import Description, bare, described
from accordingto.instrument.lexicon import classed
from accordingto.instrument.tokens import Line
from accordingto.readings.records import Link, SourceType
from accordingto.text import Span

_SINGULAR = {"he": "he", "him": "he", "she": "she", "her": "she", "i": None, "who": None}
_PLURAL = frozenset({"they", "we", "them", "others"})
_BODIES = ("outlet", "institution", "party", "document")
_APPOSED = re.compile(r",(NN+)(?=,|\Z)")  # "the mayor of Leeds, Ann Lee,"
_HELD_BY = re.compile(r"ON+(NN)(?!N)")  # "Secretary of State | Ann Lee"
_OF_NAME = re.compile(r"Od?N+")  # "University | of Leeds"
_REMEMBERED = 8  # persons: "he" reaches no further back
Range = tuple[int, int]


class Cast:
    """The sources met so far in an article, so that "he" and a bare surname find their name."""

    def __init__(self, text: str = "") -> None:
        self._text = text
        self._described: dict[str, Description] = {}
        self._persons: list[Link] = []  # the last one first
        self._pronouns: dict[str, str] = {}  # by surname
        self._group: Link | None = None

    def link(self, line: Line, source: Range) -> Link:
        """The source as a link of a chain, and from now on who "he" or "they" may be."""
        found = self.identified(line, source)
        if found.type.startswith("named"):
            same = _surname(found.name)
            others = [one for one in self._persons if _surname(one.name) != same]
            # Who asks is seldom the "he" of the next sentence.
            asks = found.type == "named journalist"
            self._persons = ([*others, found] if asks else [found, *others])[:_REMEMBERED]
        else:
            self._group = found
        return found

    def identified(self, line: Line, source: Range) -> Link:
        """The source as a link of a chain: its name, type and the words that name it."""
        first, last = source
        word = line.words[first].lower()
        place = line.span(first, last)
        if last - first == 1 and word in _SINGULAR:
            known = self._person(_SINGULAR[word])
        else:
            known = self._group if last - first == 1 and word in _PLURAL else None
        if known:
            return Link(name=known.name, type=known.type, spans=(place,))
        name, place = _name(line, first, last)
        return Link(name=name, type=self._type(line, first, last, name), spans=(place,))

    def _person(self, pronoun: str | None) -> Link | None:
        """The last person whom the page doesn't call by the other pronoun."""
        for one in self._persons:
            known = self._pronouns.get(_surname(one.name)) or self._description(one.name).pronoun
            if pronoun is None or known is None or known == pronoun:
                if pronoun:
                    self._pronouns[_surname(one.name)] = pronoun
                return one
        return None

    def _type(self, line: Line, first: int, last: int, name: str) -> SourceType:
        """What the words of a source and the page around them say of its kind."""
        kinds = source_types()
        end = _core(line, first, last)
        known = kinds.get(" ".join(bare(word) for word in name.split() if word.lower() != "the"))
        if known and not known.startswith("named"):
            return known
        if "&" in line.tags[first:last]:
            return self._of_several(line, first, last)
        common = _is_common(line, first, end) and name == line.words[first]
        if common or not name.split()[-1][0].isupper():
            return _of_noun(line, first, end)
        return self._of_name(name) or _office(line, end) or _without_office(name)

    def _of_name(self, name: str) -> SourceType | None:
        """What the page says of the one so named, else what the name's own words say."""
        told = self._description(name).type
        kinds = [source_types().get(bare(word)) for word in name.split(" of ")[0].split()]
        if told and not (kinds[-1] in _BODIES and len(kinds) > 1 and told == "named official"):
            return told
        if kinds[-1] in _BODIES:
            return kinds[-1]
        return "outlet" if "outlet" in (kinds[0], kinds[1:2]) else None

    def _of_several(self, line: Line, first: int, last: int) -> SourceType:
        """Of "Biden and other officials", "CNN and the Times": the first kind that is told."""
        kinds = source_types()
        at = first
        for end in [*(i for i in range(first, last) if line.tags[i] in "&,"), last]:
            if end > at and line.words[end - 1][0].isupper():
                told = kinds.get(bare(line.words[end - 1])) or (
                    self._description(line.words[end - 1]).type
                )
                if told:
                    return told
            at = end + 1
        return _of_noun(line, first, last)

    def _description(self, name: str) -> Description:
        surname = name.split()[-1]
        if surname not in self._described:
            self._described[surname] = described(self._text, surname)
        return self._described[surname]


def _surname(name: str) -> str:
    return name.split()[-1].lower()


def _core(line: Line, first: int, last: int) -> int:
    """The end of the noun phrase without what follows its head: "one deckhand | , who asked"."""
    for at in range(first + 1, last):
        if line.tags[at] in ",w(-" or line.tags[at] in "iO":
            return at
    return last


def _is_common(line: Line, first: int, end: int) -> bool:
    """Whether the head is a common noun, capitalised only because a sentence begins with it."""
    opens = first == 0 or line.tags[first - 1] in ".QqT"
    return end - first == 1 and opens and bare(line.words[first]) in source_types()


def _office(line: Line, end: int) -> SourceType | None:
    """The kind of the office that a phrase holds: "the mayor | of Leeds, Ann Lee"."""
    kind = source_types().get(bare(line.words[end - 1]))
    return kind if kind and kind.startswith("named") else None


def _without_office(name: str) -> SourceType:
    """A name of which nothing is told: bodies take an article, persons don't."""
    return "institution" if name.lower().startswith("the ") else "named person"


def _of_noun(line: Line, first: int, end: int) -> SourceType:
    """The kind of a source that is called by a noun: "critics", "the mayor", "a spokesman"."""
    kinds = source_types()
    word = bare(line.words[end - 1])
    kind = kinds.get(word)
    if kind is None or kind.startswith("named"):
        office = classed("descriptions.txt").get(word) == "office"
        if office and line.words[first].lower() == "the":
            return "named official"
        plural = line.tags[end - 1] == "S" or word in _PLURAL
        return "unnamed group" if plural else "unnamed person"
    return kind


def _name(line: Line, first: int, last: int) -> tuple[str, Span]:
    """The name inside "The Florida senator Marco Rubio, the top Republican", else the phrase."""
    end = _core(line, first, last)
    if "&" in line.tags[first:last]:
        comma = line.tags.find(",", first, last)
        end = last if comma < 0 or line.tags[last - 1] != "," else comma
        return line.text(first, end), line.span(first, end)
    begin = end
    while begin > first and line.words[begin - 1][0].isupper():
        begin -= 1
    if begin == end and (apposed := _APPOSED.search(line.tags, end, last)):
        begin, end = apposed.span(1)
    elif _office(line, end) and (held := _HELD_BY.match(line.tags, end, last)):
        begin, end = held.span(1)
    elif begin == end or _is_common(line, first, end):
        begin = first
    elif bare(line.words[end - 1]) in source_types():
        end = of.end() if (of := _OF_NAME.match(line.tags, end, last)) else end
    if bare(line.words[end - 1]) not in source_types():
        begin = next((at for at in range(end - 1, begin, -1) if _leads(line, at - 1)), begin)
    if begin - 1 == first and line.tags[first] == "d" and not _leads(line, begin):
        begin = first
    return line.text(begin, end), line.span(begin, end)


def _leads(line: Line, at: int) -> bool:
    """Whether a name begins after this word: "Mayor | Ingrid Vasko", "NBC’s | Kristen Welker"."""
    word = line.words[at]
    told = classed("descriptions.txt").get(word.lower())
    office = source_types().get(bare(word), "").startswith("named")
    return office or bare(word) != word.lower() or told in ("title", "he", "she")


def source_types() -> dict[str, SourceType]:
    """The kind of source that a word names, from lists/sources.txt."""
    return cast(dict[str, SourceType], classed("sources.txt"))
