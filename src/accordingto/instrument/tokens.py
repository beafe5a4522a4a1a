"""A paragraph as the rules see it: words with one letter each, a quotation as one word.

So a rule can be a walk, or a compiled pattern, over a string of letters, as a chunk grammar of
NLTK's RegexpParser is a pattern over tags.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from accordingto.instrument.lexicon import classed, verb_forms
from accordingto.instrument.quotations import Quoted, quotations
from accordingto.instrument.tagset import tag_of
from accordingto.text import Article, Span
from accordingto.text.sentences import abbreviations

_TITLES = "|".join(re.escape(word) for word in abbreviations() if len(word) > 1 and word != "no")
# A blank begins no word, which is told at once; the next two branches are most words and marks.
# Neither changes what is found: they save the time of trying the others.
_TOKEN = re.compile(
    r"(?!\s)(?:[A-Za-z]++(?![\w.’'&/@-])|[^\w\s.-]"
    r"|\d{1,3}(?:,\d{3})+|(?:[A-Za-z]\.){2,}|[A-Z]-[A-Z]\w+\.(?=\))"
    rf"|(?:(?i:{_TITLES})|[A-Z])\.(?=\s)"
    r"|\w+(?:[-'’.&/@]\w+)*(?:(?<=s)[’'](?=\s))?"
    r"|--+|\.\.\.+|[^\w\s])"
)


# Words: what never ends is read in stretches, so that the time stays in step with the length.
LONGEST_SENTENCE = 400


@dataclass(frozen=True)
class Line:
    """One paragraph: where each word is, the word, and a letter for it.

    Q is a quotation that is a sentence of its own, q one that is part of the sentence around
    it; `sentences` are ranges of words.
    """

    starts: list[int]
    ends: list[int]
    words: list[str]
    tags: str
    sentences: list[tuple[int, int]]
    source: str

    def text(self, first: int, last: int) -> str:
        """Those words as printed."""
        return self.source[self.starts[first] : self.ends[last - 1]]

    def span(self, first: int, last: int) -> Span:
        """The place of the words from `first` up to, not including, `last`."""
        return Span(self.starts[first], self.ends[last - 1])


def line(text: str, paragraph: Span, quotations: Sequence[Quoted]) -> Line:
    """The words of one paragraph, its quotations folded into one word each."""
    starts: list[int] = []
    ends: list[int] = []
    words: list[str] = []
    letters: list[str] = []
    position = paragraph.start
    for quotation in quotations:
        _add(text, position, quotation.span.start, starts, ends, words, letters)
        starts.append(quotation.span.start)
        ends.append(quotation.span.end)
        words.append(text[quotation.span.start : quotation.span.end])
        letters.append(_letter(words[-1]))
        position = quotation.span.end
    _add(text, position, paragraph.end, starts, ends, words, letters)
    tags = _settled("".join(letters), words)
    return Line(starts, ends, words, tags, _sentences(tags, words), text)


def lines(article: Article) -> Iterator[Line]:
    """Returns the words of each paragraph of a page, in order."""
    for paragraph, here in zip(article.paragraphs, quotations(article), strict=True):
        yield line(article.text, paragraph, here)


def line_around(article: Article, place: Span) -> Line:
    """The words of the paragraph in which a place begins."""
    number = article.paragraph_of(place) - 1
    return line(article.text, article.paragraphs[number], quotations(article)[number])


# A verb by its letter that is a noun by its place, and other words whose place says what they are.
# Only the determiners of helpers.txt tell: "some say" is a verb. Each begins with its letter, so
# that the search looks at no other.
_BY_PLACE = re.compile(
    r"f(?<=Of)(?![dpoNt])"  # "the director of works"
    r"|u(?<=[Od]u)"  # "a claim", "the secretary of state"
    r"|d(?<=Nd)"  # "Channel Nine"
    r"|v(?<=Nv)(?=,?[vzf]|,[wd])|v(?<!\wv)(?=N{1,2}[vz])|v(?<=vNv)(?=\W|\Z)"  # "Ann Said said"
    r"|g(?<=[Py]g)(?=[vz])"  # "his thinking"
    r"|t(?<=[NSx]t)(?=r?(?:[vz]|[fe]i))"  # "the signs that said"
)
_TAG_BY_PLACE = {"f": "x", "u": "x", "g": "x", "v": "N", "d": "N", "t": "w"}


def _settled(tags: str, words: Sequence[str]) -> str:
    """The letters of a paragraph, where what stands beside a word says that it is a noun."""
    helpers = classed("helpers.txt")
    for match in _BY_PLACE.finditer(tags):
        at, tag = match.start(), match[0]
        named = tag not in "vd" or words[at][0].isupper()
        before = tags[at - 1] if tag == "u" else ""
        told = words[at if tag == "d" else at - 1].lower() if tag == "d" or before == "d" else ""
        # "a claim" and "Channel Nine", but "some say" and "NEW YORK The mayor"
        if named and (not told or (helpers.get(told) == "determiner") == (tag == "u")):
            tags = tags[:at] + _TAG_BY_PLACE[tag] + tags[at + 1 :]
    return _titled(tags, words) if "NN" in tags else tags


_SHORT = 4  # letters of a word that has no capital in a title: "From", "with"


def _titled(tags: str, words: Sequence[str]) -> str:
    """The letters of a headline in capitals, whose verb looks like a name: "Polls Show"."""
    if ":" in tags or any(len(word) > _SHORT and word[0].islower() for word in words):
        return tags
    verb = _VERB.search(tags)
    found: dict[str, int] = {}
    for at in range(1, len(words)):
        forms = verb_forms().get(words[at].lower(), ())
        tag = forms[-1].tag if forms and tags[at - 1 : at + 1] in _PAIRS else ""
        many = tag == "u" and words[at - 1].endswith("s")
        one = tag == "z" and (
            verb is None or tags.startswith("p", at + 1)
        )  # "Lee Claims He Is Late"
        if many or one:
            found.setdefault(tag, at)
    if not found:
        return tags
    tag, at = min(found.items())  # "New Figures Show Gap": the base form
    return tags[:at] + tag + tags[at + 1 :]


_PAIRS = ("NN", "SN", "xN")
_VERB = re.compile("[vzamfu]")


def _add(
    text: str,
    start: int,
    end: int,
    starts: list[int],
    ends: list[int],
    words: list[str],
    letters: list[str],
) -> None:
    found = _TOKEN.findall(text, start, end)
    for word in found:  # only blanks stand between two
        start = text.find(word, start)
        starts.append(start)
        start += len(word)
        ends.append(start)
    words += found
    letters += map(tag_of, found)


def _letter(quotation: str) -> str:
    inside = quotation.strip("\"“”„«»'`‘’ \u200b")
    if not inside:
        return "q"
    if inside[-1] in "?!":
        return "Q"
    if inside[0].isupper() and inside[-1] in ".,…":
        return "Q"
    return "q"


# What may end a sentence: marks, a quotation, or an abbreviation. The next word begins another
# only by a capital, and after an abbreviation only where no name goes on: "the U.S. He".
_MAY_END = re.compile(r"[.?!]+\)*(?=[^.?!,;:)])|[Qq](?=[^.?!,;:)-])|[NYxi](?=[pdstbWikrQ])")
_CLOSING = ("’", "'")  # after a full stop; a straight one opens as well, but not at the very end
_CLOSED = re.compile(r"[.?!…]\W{0,3}\Z")


def _sentences(tags: str, words: Sequence[str]) -> list[tuple[int, int]]:
    """Sentences as ranges of words; none ends inside a quotation."""
    ends = [0]
    for match in _MAY_END.finditer(tags):
        end, tag = match.end(), tags[match.start()]
        end += words[end] in _CLOSING[: 2 if end + 1 == len(tags) else 1]
        if end == len(tags):
            break
        address = words[end].startswith(("http", "www."))
        if (words[end][0].islower() and not address) or (
            tag in "Qq" and not _CLOSED.search(words[end - 1])
        ):
            continue
        if tag not in "NYxi" or (words[end - 1][-1] == "." and not words[end][0].islower()):
            ends.append(end)
    if ends[-1] < len(tags):
        ends.append(len(tags))
    return [
        (start, min(start + LONGEST_SENTENCE, last))
        for first, last in pairwise(ends)
        for start in range(first, last, LONGEST_SENTENCE)
    ]
