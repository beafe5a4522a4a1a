"""How hard the prose of a page is: the Flesch–Kincaid grade (Kincaid and others 1975).

    0.39 · words / sentences + 11.8 · syllables / words − 15.59

Syllables are counted by rule: runs of vowels, less a silent e at the end. A pronouncing
dictionary would be exacter, and is a download; on running English the rule errs both ways.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_CELL = re.compile(r"^```.*?^```$", re.M | re.S)
_NOT_PROSE = re.compile(r"^(?:#|\||>|```).*$", re.M)
_MARKUP = re.compile(r"[*`]")
_ITEM = re.compile(r"^(?:- |\d+\. )", re.M)
_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_END = re.compile(r"[.!?](?=[”’)\s]|$)|\n{2,}")
_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"(?<=[^aeiouy])(?:e|es|ed)$")
_SOUNDED = re.compile(r"(?:[^aeiouy]le|[td]ed|[csxz]es|[cs]hes|ges)$")


def prose(page: str) -> str:
    """The running text of a MyST page: no front matter, code, headings, tables or quoted blocks."""
    body = page.split("---", 2)[2] if page.startswith("---") else page
    running = _NOT_PROSE.sub("", _CELL.sub("", body))
    return _MARKUP.sub("", _ITEM.sub("\n\n", running))


def grade(text: str) -> float:
    """The school grade, of the United States, whose readers find the text easy enough."""
    sentences = [words for part in _END.split(text) if (words := _WORD.findall(part))]
    words = [word for sentence in sentences for word in sentence]
    count = sum(syllables(word) for word in words)
    return 0.39 * len(words) / len(sentences) + 11.8 * count / len(words) - 15.59


def syllables(word: str) -> int:
    """The syllables of a word: of each of its parts, where it has hyphens."""
    return sum(_of_part(part) for part in _parts(word.lower()))


def _parts(word: str) -> Iterator[str]:
    return (part for part in re.split(r"[-’']", word) if part)


def _of_part(part: str) -> int:
    spoken = part if _SOUNDED.search(part) else _SILENT.sub("", part)
    return max(1, len(_VOWELS.findall(spoken)))
