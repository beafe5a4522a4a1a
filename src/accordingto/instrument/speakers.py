"""Speakers before a colon: of a headline, an interview, a transcript; and what is but a label."""

from __future__ import annotations

import re
from collections.abc import Sequence

from accordingto.instrument.descriptions import source_types
from accordingto.instrument.finding import Finding
from accordingto.instrument.lexicon import word_list
from accordingto.instrument.sentences import Sentence
from accordingto.instrument.tagset import FINITE, QUOTED
from accordingto.instrument.tokens import Line
from accordingto.instrument.turns import turns

RULE = "speaker and colon"
_NAME = r"[NP]{1,5}(?:&[NP]{1,5})?(?:\([^)]{1,4}\))?(?:,N)?"
_SPEAKER = re.compile(rf"[\"*]?(?P<name>{_NAME}|d):(?=q|[^:]{{2}})")
# Of a headline: "Vasko to owners: …", "Exclusive – Vasko on the ferry: …", "Vasko camp: …".
_HEADED = re.compile(
    rf"(?:N-)?(?P<name>{_NAME}|[NP]{{0,3}}[xS]|[NP]{{1,5}}(?=[Ti]))(?:[Ti][^:.QqDv]{{1,9}})?:(?=[Qq]|[^:]{{3}})"
)


def speech(line: Line) -> Finding | None:
    """Harbour master: We will wait. Whatever else is told in it, is told by that speaker."""
    headline = _is_headline(line)
    match = _SPEAKER.match(line.tags) or (_HEADED.match(line.tags) if headline else None)
    if not match:
        return None
    first, end = match.span("name")
    start = match.end()
    if not _speaks(line, first, end, start, headline):
        return None
    last = line.tags.rfind("Q") + 1 if line.tags[start] == "Q" else len(line.tags.rstrip('"*'))
    return Finding(RULE, (start - 1, start), start - 1, (first, end), ((start, last),))


_BEFORE_QUOTATION = re.compile(r"(?<![NP])[NP]{1,5}(?:&[NP]{1,5})?:(?=Q)")


def speaker_colon(sentence: Sentence) -> Finding | None:
    """From the letter of the harbour master: “We will wait.”"""
    match = _BEFORE_QUOTATION.search(sentence.tags)
    if not match or sentence.among(match.start() - 1, "B"):  # “Ferry Late,” by Ann Lee: “…”
        return None
    first, colon = match.start(), match.end() - 1
    if _is_label(sentence.words[first:colon]):
        return None
    cue = (colon, colon + 1)
    return Finding(RULE, cue, colon, (first, colon), ((colon + 1, sentence.end),))


def _is_label(words: Sequence[str]) -> bool:
    """Whether words label what stands after them, and nobody is called so: "Photo: Ann Lee"."""
    return any(word.lower() in word_list("labels.txt") for word in words)


def _speaks(line: Line, first: int, end: int, start: int, headline: bool) -> bool:
    """Whether it is somebody that stands before a colon, and no label: not "Photo: Ann Lee".

    A speaker says something in marks, speaks again, is one of those whose talk is written down,
    is met elsewhere on the page, or says "I".
    """
    name = line.text(first, end)
    if name in turns(line.source):
        return True
    if line.tags[first] == "d" or _is_label(line.words[first:end]):
        return False
    if line.tags[start] in QUOTED:
        return True
    if len(name) == 1 or line.tags[start] == "D":  # Q: Why? Lee: 46
        return False
    if line.source.count(f"{name}:") > 1:
        return True
    again = not name.isupper() and line.source.count(line.words[end - 1]) > 1
    if headline and (again or line.words[end - 1].lower() in source_types()):
        return True
    ends = line.tags[-1] in ".?!"
    met = again and (end > first + 1 or _is_surname(line.source, name))
    return (
        (line.words[start].lower() in _SELF or met)
        and ends
        and "v" in line.tags.translate(_FINITE_AS_V)
    )


def _is_surname(text: str, name: str) -> bool:
    """Whether a name stands after a first name or a title on the page, as "Television" does not."""
    return re.search(rf"(?!The\b)[A-Z][\w.-]+ {re.escape(name)}\b", text) is not None


_SELF = ("i", "we", "i’m", "i'm", "we’re", "we're", "you")
_FINITE_AS_V = str.maketrans(dict.fromkeys(FINITE + "zue", "v"))


def _is_headline(line: Line) -> bool:
    """Whether it is the one sentence that opens the page, in which verbs have capitals too."""
    return len(line.sentences) == 1 and not line.source[: line.starts[0]].strip()
