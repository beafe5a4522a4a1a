"""Rules for content that stands before its cue: "We will wait," she said."""

from __future__ import annotations

from accordingto.instrument.adjuncts import adjuncts, after_cue
from accordingto.instrument.clauses import comma_before, has_verb, skip_openers
from accordingto.instrument.cues import Cue
from accordingto.instrument.found import Found, Range
from accordingto.instrument.lexicon import BELIEF, CLAUSE, SPOKEN
from accordingto.instrument.pieces import content_start, content_stop, resumed
from accordingto.instrument.sources import source_after, source_before
from accordingto.instrument.tagset import QUOTED
from accordingto.instrument.tokens import Line


def trailing(line: Line, first: int, last: int, cue: Cue) -> Found | None:
    """Aides told him to wait, the harbour radio reported."""
    tags = line.tags
    if cue.use != "finite" or not cue.verb.takes(CLAUSE):
        return None
    if comma_before(line, cue.first) and cue.tag in "zv" and cue.first == cue.at:
        return inverted(line, first, last, cue)
    after = adjuncts(line, cue.last, last)
    if tags[after : after + 1] not in ".,":
        return None
    if tags[after : after + 1] == "," and tags[after + 1 : after + 2] not in "gj":
        return None
    source = source_before(line, first, cue.first)
    if source is None or source[0] <= first or tags[source[0]] == "w":
        return None
    if not comma_before(line, source[0]):
        return None
    start = skip_openers(line, first, source[0])
    return Found(
        "clause before",
        (cue.first, cue.last),
        cue.at,
        source,
        ((start, content_stop(line, start, source[0])),),
        cue,
    )


def inverted(line: Line, first: int, last: int, cue: Cue) -> Found | None:
    """“We will wait,” said the harbour master."""
    if not cue.verb.takes(SPOKEN):
        return None
    source = source_after(line, cue.last, last)
    if not source:
        return None
    start = content_start(line, first, cue.first)
    content = [(start, content_stop(line, start, cue.first))]
    if content[0][0] >= content[0][1]:
        return None
    if line.tags[cue.first - 1] == ",":
        quoted = any(tag in QUOTED for tag in line.tags[start : cue.first])
        if has_verb(line, source[1], min(source[1] + 1, last)):
            return None
        if not quoted and not has_verb(line, *content[0]):
            return None
        if not quoted:
            subject = source_before(line, first, cue.first)
            if subject and subject[0] == skip_openers(line, first, last):
                return None
    content += resumed(line, source[1], last, start)
    return Found("inverted", (cue.first, cue.last), cue.at, source, tuple(content), cue)


def content_before(
    line: Line, number: int, first: int, last: int, cue: Cue, source: Range, after: Found | None
) -> Found | None:
    """“We will wait,” he said. `after` is what the rules found after the cue."""
    begin = source[0]
    if line.tags[begin] == "w":
        return None
    if begin == first:
        return _question_before(line, number, last, cue, source) if number and not after else None
    mark = line.tags[begin - 1]
    start = content_start(line, first, begin)
    stop = content_stop(line, start, begin)
    if mark not in QUOTED + ",-" or start >= stop or not cue.verb.takes(SPOKEN + BELIEF):
        return None
    quote = after if after and after.rule == "quotation after" else None
    quoted = any(tag in QUOTED for tag in line.tags[start:stop])
    if not quoted and line.words[start].lower() in ("when", "asked", "pressed"):
        return None
    group = (cue.first, cue.last)
    rest = tuple(resumed(line, cue.last, last, start))
    if mark in QUOTED:
        if after and not quote and not _ends_alone(line, start, begin):
            return None
        content = ((start, stop), *(quote.content if quote else rest))
        return Found("quotation before", group, cue.at, source, content, cue)
    if after and not quote:
        return None
    if rest and not quoted and line.tags[start] in "iveg":
        return None if after else Found("resumed", group, cue.at, source, rest, cue)
    if not _can_be_clause(line, start, stop, quoted, bool(rest), quote is not None):
        return None
    content = ((start, stop), *(quote.content if quote else rest))
    return Found("clause before", group, cue.at, source, content, cue)


def _question_before(line: Line, number: int, last: int, cue: Cue, source: Range) -> Found | None:
    """“Will you wait?” Vasko asked."""
    end = line.sentences[number - 1][1]
    at = after_cue(line, cue, last)
    if line.tags[end - 1] != "Q" or line.tags[at : at + 1] not in ".,iYOsrT":
        return None
    if not cue.verb.takes(SPOKEN):
        return None
    content = ((end - 1, end),)
    return Found("question before", (cue.first, cue.last), cue.at, source, content, cue)


def _ends_alone(line: Line, start: int, begin: int) -> bool:
    """Whether what ends in a quotation is a statement, though another follows the cue."""
    return start == begin - 1 and (line.tags[start] == "Q" or has_verb(line, start, begin))


def _can_be_clause(
    line: Line, start: int, stop: int, quoted: bool, goes_on: bool, quote: bool
) -> bool:
    """Whether what stands before ", he said" is a statement, and not just "On Monday"."""
    verb = has_verb(line, start, stop)
    opener = line.tags[start] in "isgjer"
    if quote and (opener or not verb):
        return False
    if goes_on:
        return True
    return quoted or ((verb or stop - start > 5) and (not opener or stop - start > 7))
