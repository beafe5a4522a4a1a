"""Statements whose source the page does not disclose: reportedly, is understood to, a court heard.

Somebody is said to have said, expected or seen it so, and nobody is named.
"""

from __future__ import annotations

import re

from accordingto.instrument.clauses import act_end, clause_end
from accordingto.instrument.finding import Finding
from accordingto.instrument.lexicon import group
from accordingto.instrument.sentences import Sentence
from accordingto.instrument.sources import source_before
from accordingto.instrument.tagset import HELPING

RULE = "undisclosed"
_HEARING = group("hearing")
_TOLD_OF = group("supposed")
# "is understood | to be", "seems | to be", "is reportedly | leaning"
_SUPPOSED = re.compile(r"(?:a|(?<=[NSxmpw&r)]))(?P<told>r?[vef])(?=T)|[amNSxpo](?:r(?=[^,.]))")


def undisclosed(sentence: Sentence) -> Finding | None:
    """Returns the statement of a sentence that says only that somebody said it, if it is one."""
    return _heard(sentence) or _reportedly(sentence)


def _heard(sentence: Sentence) -> Finding | None:
    """The court heard that Jones had lied."""
    for at, word in enumerate(sentence.words):
        if word == "heard" and sentence.word(at - 1) in _HEARING:
            start = at + 1
            if sentence.among(start, "tpdNP") and sentence.has_verb(start + 1, sentence.end):
                return Finding(
                    RULE, (at, at + 1), at, None, ((start, clause_end(sentence, start)),)
                )
    return None


def _reportedly(sentence: Sentence) -> Finding | None:
    """The mayor is reportedly leaning toward a veto; he is understood to be in Leeds."""
    for match in _SUPPOSED.finditer(sentence.tags):
        if match["told"] is None or sentence.word(match.end() - 1) in _TOLD_OF:
            cue = match.span() if match["told"] else (match.end() - 1, match.end())
            if cue[0] < match.end() and (match["told"] or _is_evidential(sentence, cue[0])):
                start = _begins(sentence, cue[0])
                end = clause_end(sentence, cue[1])
                content = ((start, cue[0]), (cue[1], act_end(sentence, cue[1], end)))
                return Finding(RULE, cue, cue[0], None, content)
    return None


def _begins(sentence: Sentence, at: int) -> int:
    """Where what is supposed begins: with the subject of its verb, "the crew has | reportedly"."""
    while sentence.among(at - 1, HELPING + "r"):
        at -= 1
    subject = source_before(sentence, at)
    return subject[0] if subject else at


def _is_evidential(sentence: Sentence, at: int) -> bool:
    return sentence.word(at) in ("reportedly", "purportedly")
