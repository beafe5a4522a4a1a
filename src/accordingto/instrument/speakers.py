"""Speakers before a colon: of a headline, an interview, a transcript; and what is but a label."""

from __future__ import annotations

import re

from accordingto.instrument.descriptions import source_types
from accordingto.instrument.finding import Finding
from accordingto.instrument.lexicon import word_list
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


def _speaks(line: Line, first: int, end: int, start: int, headline: bool) -> bool:
    """Whether it is somebody that stands before a colon, and no label: not "Photo: Ann Lee".

    A speaker says something in marks, speaks again, is one of those whose talk is written down,
    is met elsewhere on the page, or says "I".
    """
    name = line.text(first, end)
    if name in turns(line.source):
        return True
    labels = word_list("labels.txt")
    if line.tags[first] == "d" or any(word.lower() in labels for word in line.words[first:end]):
        return False
    if line.tags[start] in QUOTED:
        return True
    if len(name) == 1 or line.tags[start] == "D":  # Q: Why? Lee: 46
        return False
    if line.source.count(f"{name}:") > 1:
        return True
    met = not name.isupper() and line.source.count(line.words[end - 1]) > 1
    if headline and (met or line.words[end - 1].lower() in source_types()):
        return True
    ends = line.tags[-1] in ".?!"
    return (line.tags[start] == "p" or met) and ends and "v" in line.tags.translate(_FINITE_AS_V)


_FINITE_AS_V = str.maketrans(dict.fromkeys(FINITE + "zue", "v"))


def _is_headline(line: Line) -> bool:
    """Whether it is the one sentence that opens the page, in which verbs have capitals too."""
    return len(line.sentences) == 1 and not line.source[: line.starts[0]].strip()
