"""Who a source is: the name in it, its type, and the name that a pronoun stands for."""

from __future__ import annotations

import re
from bisect import bisect_right

from accordingto.instrument.chunker import SOURCE
from accordingto.instrument.descriptions import Description, bare, described, office, source_types
from accordingto.instrument.finding import Range
from accordingto.instrument.lexicon import classed, group
from accordingto.instrument.names import head_end, is_common, is_document, name_in
from accordingto.instrument.sentences import sentence_at
from accordingto.instrument.sources import source_before
from accordingto.instrument.tagset import PRONOUN
from accordingto.instrument.tokens import Line
from accordingto.readings.records import Link, SourceType

_SINGULAR = {"he": "he", "him": "he", "she": "she", "her": "she", "i": None}
_A = ("a", "an", "one", "another")
_PLURAL = frozenset({"they", "we", "them", "others"})
_SUBJECT = re.compile(rf"({SOURCE})r*[amfve]")
_BODIES = ("outlet", "institution", "party", "document")
_REMEMBERED = 8  # persons: "he" reaches no further back


class Cast:
    """The sources met so far in an article, so that "he" and a bare surname find their name."""

    def __init__(self, text: str = "") -> None:
        self._text = text
        self._described: dict[str, Description] = {}
        self._persons: list[Link] = []  # the last one first
        self._pronouns: dict[str, str] = {}  # by surname
        self._group: Link | None = None
        self._heard_at = 0  # where the last source ends

    def links(self, line: Line, source: Range) -> tuple[Link, ...]:
        """The hands of a source; papers and the people beside them stay two.

        "according to emails seen by Reuters | and two people familiar with the matter"
        """
        first, last = source
        at = line.tags.find("&", first + 1, last - 1)
        while at > 0:
            before = self.identified(line, (first, at))
            beside = self.identified(line, (at + 1, last))
            if (before.type == "document") != (beside.type == "document"):
                return self.link(line, (first, at)), self.link(line, (at + 1, last))
            at = line.tags.find("&", at + 1, last - 1)
        return (self.link(line, source),)

    def link(self, line: Line, source: Range) -> Link:
        """The source as a link of a chain, and from now on who "he" or "they" may be."""
        found = self.identified(line, source)
        self._heard_at = line.ends[source[1] - 1]
        if found.type.startswith("named"):
            self._remember(found)
        elif found.type == "unnamed person" and line.words[source[0]].lower() in _A:
            self._persons = [found, *self._persons][:_REMEMBERED]
        elif line.tags[source[0]] not in PRONOUN:
            self._group = found
        return found

    def identified(self, line: Line, source: Range) -> Link:
        """The source as a link of a chain: its name, type and the words that name it."""
        first, last = source
        if line.tags[first] == "w":
            first, last = _noun_of(line, first) or source
        word = line.words[first].lower()
        place = line.span(first, last)
        if last - first == 1 and word in _SINGULAR:
            self._meet(line, first)
            known = self._person(_SINGULAR[word])
        else:
            known = self._group if last - first == 1 and word in _PLURAL else None
        if known:
            return Link(name=known.name, type=known.type, spans=(place,))
        named = name_in(line, first, last)
        name = line.text(*named)
        kind = self._type(line, first, last, name)
        return Link(name=name, type=kind, spans=(line.span(*named),))

    def _meet(self, line: Line, pronoun: int) -> None:
        """Remember whom the sentence before is about: "Ann Lee was furious. “Never,” she said"."""
        number = bisect_right(line.sentences, (pronoun, len(line.tags))) - 1
        first, end = line.sentences[number - 1]
        if number < 1 or line.starts[first] < self._heard_at:
            return  # somebody spoke there, or since
        subject = _SUBJECT.match(line.tags, first, end)
        met = self.identified(line, subject.span(1)) if subject else None
        if met and met.type.startswith("named") and " " in met.name:
            self._remember(met)

    def _remember(self, found: Link) -> None:
        others = [one for one in self._persons if _surname(one.name) != _surname(found.name)]
        # Who asks is seldom the "he" of the next sentence.
        asks = found.type == "named journalist"
        self._persons = ([*others, found] if asks else [found, *others])[:_REMEMBERED]

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
        """The kind of a source, by its words and the page around them."""
        if last - first == 1 and line.tags[first] in PRONOUN:
            return "unnamed group" if line.words[first].lower() in _PLURAL else "unnamed person"
        kinds = source_types()
        end = head_end(line, first, last)
        known = kinds.get(" ".join(bare(word) for word in name.split() if word.lower() != "the"))
        if known and not known.startswith("named"):
            return known
        if is_document(line, first, last):
            return "document"
        if "&" in line.tags[first:last]:
            return self._of_several(line, first, last)
        common = is_common(line, first, end) and name == line.words[first]
        if common or not name.split()[-1][0].isupper():
            return _of_noun(line, first, end)
        return self._of_name(name) or office(line.words[end - 1]) or _without_office(name)

    def _of_name(self, name: str) -> SourceType | None:
        """The page's description of the one so named, else that of the name's own words."""
        told = self._description(name).type
        kinds = [source_types().get(bare(word)) for word in name.split(" of ")[0].split()]
        if told and not (kinds[-1] in _BODIES and len(kinds) > 1 and told == "named official"):
            return told
        if kinds[-1] in _BODIES:
            named = len(kinds) > 1 and self._is_surname(name.split()[-1])
            return "named person" if named else kinds[-1]
        return "outlet" if "outlet" in kinds[:2] else None

    def _is_surname(self, word: str) -> bool:
        """Whether the word for a body is somebody's name: "Dana Fox", "Ann Church, 44,"."""
        aged = re.search(rf"\b{re.escape(word)}, \d\d\b", self._text)
        return word.lower() in group("surname_too") or aged is not None

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
        if line.tags[last - 1] == "N":
            return _without_office(line.text(first, last))
        return _of_noun(line, first, last)

    def _description(self, name: str) -> Description:
        surname = name.split()[-1]
        if surname not in self._described:
            self._described[surname] = described(self._text, surname)
        return self._described[surname]


def _noun_of(line: Line, who: int) -> Range | None:
    """The noun that "who" stands for: "the captain | , who left"."""
    sentence, begin = sentence_at(line, who)
    at = who - begin
    found = source_before(sentence, at - sentence.comma_before(at))
    return (found[0] + begin, found[1] + begin) if found else None


def _surname(name: str) -> str:
    return name.split()[-1].lower()


def _without_office(name: str) -> SourceType:
    """A name of which nothing is told: bodies take an article, persons don't."""
    return "institution" if name.lower().startswith("the ") else "named person"


def _of_noun(line: Line, first: int, end: int) -> SourceType:
    """The kind of a source that is called by a noun: "critics", "the mayor", "a spokesman"."""
    kinds = source_types()
    word = bare(line.words[end - 1])
    kind = kinds.get(word)
    if kind is None or kind.startswith("named"):
        unique = classed("descriptions.txt").get(word) == "office"
        if unique and line.words[first].lower() == "the":
            return "named official"
        plural = line.tags[end - 1] == "S" or word in _PLURAL
        return "unnamed group" if plural else "unnamed person"
    return kind
