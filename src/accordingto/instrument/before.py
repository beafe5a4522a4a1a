"""Rules for content that stands before its cue: "We will wait," she said."""

from __future__ import annotations

from accordingto.instrument.adjuncts import adjuncts
from accordingto.instrument.clauses import comma_before, has_verb, skip_openers
from accordingto.instrument.cues import Cue
from accordingto.instrument.found import Found, Range
from accordingto.instrument.lexicon import BELIEF, CLAUSE, SPOKEN
from accordingto.instrument.pieces import content_start, content_stop, has_quotation, resumed
from accordingto.instrument.sources import source_after, source_before
from accordingto.instrument.tagset import QUOTED
from accordingto.instrument.tokens import Line


def trailing(line: Line, first: int, last: int, cue: Cue) -> Found | None:
    """Aides told him to wait, the harbour radio reported."""
    if not cue.verb.takes(CLAUSE):
        return None
    if comma_before(line, cue.first) and cue.first == cue.at:
        return inverted(line, first, last, cue)
    after = adjuncts(line, cue.last, last)
    source = source_before(line, first, cue.first)
    if line.tags[after : after + 1] not in ".," or not source or not comma_before(line, source[0]):
        return None
    start = skip_openers(line, first, source[0])
    return Found.by("clause before", cue, source, (start, content_stop(line, start, source[0])))


def inverted(line: Line, first: int, last: int, cue: Cue) -> Found | None:
    """“We will wait,” said the harbour master."""
    source = source_after(line, cue.last, last)
    if not source or not cue.verb.takes(SPOKEN) or has_verb(line, source[1], source[1] + 1):
        return None
    start = content_start(line, first, cue.first)
    content = (start, content_stop(line, start, cue.first))
    if not has_quotation(line, [content]) and source_before(line, first, cue.first):
        return None
    return Found.by("inverted", cue, source, content, *resumed(line, source[1], last, start))


def content_before(
    line: Line, number: int, first: int, last: int, cue: Cue, source: Range, after: Found | None
) -> Found | None:
    """“We will wait,” he said. `after` is what the rules found after the cue."""
    begin = source[0]
    if line.tags[begin] == "w":
        return None
    if begin == first:
        return _question_before(line, number, cue, source) if number and not after else None
    mark = line.tags[begin - 1]
    start = content_start(line, first, begin)
    content = (start, content_stop(line, start, begin))
    if mark not in QUOTED + ",-" or not cue.verb.takes(SPOKEN + BELIEF):
        return None
    rest = resumed(line, cue.last, last, start)
    if mark in QUOTED or _all_quoted(line, start, begin - 1):
        return Found.by("quotation before", cue, source, content, *rest)
    if after or not (rest or _can_be_clause(line, *content)):
        return None
    return Found.by("clause before", cue, source, content, *rest)


def _all_quoted(line: Line, start: int, comma: int) -> bool:
    """“We will wait”, she said, with the comma outside as in British usage."""
    return start == comma - 1 and line.tags[start] in QUOTED


def _question_before(line: Line, number: int, cue: Cue, source: Range) -> Found | None:
    """“Will you wait?” Vasko asked."""
    end = line.sentences[number - 1][1]
    question = line.tags[end - 1] == "Q"
    return Found.by("question before", cue, source, (end - 1, end)) if question else None


def _can_be_clause(line: Line, start: int, stop: int) -> bool:
    """Whether what stands before ", he said" is a statement, and not just "On Monday"."""
    opener = line.tags[start] in "is" and stop - start <= _LONGEST_OPENER
    return has_quotation(line, [(start, stop)]) or (has_verb(line, start, stop) and not opener)


_LONGEST_OPENER = 7  # words of "After the storm on Monday"
