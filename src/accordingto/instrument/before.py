"""Rules for content that stands before its cue: "We will wait," she said."""

from __future__ import annotations

from accordingto.instrument.clauses import adjuncts, after_cue, comma_before, has_verb, skip_openers
from accordingto.instrument.cues import Cue
from accordingto.instrument.found import Found, Range
from accordingto.instrument.pieces import content_start, content_stop, resumed
from accordingto.instrument.sources import source_after, source_before
from accordingto.instrument.tokens import Line


def trailing(line: Line, first: int, last: int, cue: Cue) -> Found | None:
    """Aides told him to wait, the harbour radio reported."""
    tags = line.tags
    if cue.use != "finite" or not cue.verb.takes("c"):
        return None
    if comma_before(line, cue.first) and cue.tag in "zv" and cue.first == cue.at:
        return inverted(line, first, last, cue)
    after = adjuncts(line, cue.last, last)
    if cue.use != "finite" or not cue.verb.takes("c") or tags[after : after + 1] not in ".,":
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
    if not cue.verb.takes("c") and not cue.verb.takes("q") and not cue.verb.takes("w"):
        return None
    source = source_after(line, cue.last, last)
    if not source:
        return None
    start = content_start(line, first, cue.first)
    content = [(start, content_stop(line, start, cue.first))]
    if content[0][0] >= content[0][1]:
        return None
    if line.tags[cue.first - 1] == ",":
        quoted = any(tag in "Qq" for tag in line.tags[start : cue.first])
        if has_verb(line, source[1], min(source[1] + 1, last)):
            return None
        if not quoted and not has_verb(line, *content[0]):
            return None
        if not quoted:
            subject = source_before(line, first, cue.first)
            if subject and subject[0] == skip_openers(line, first, last):
                return None
    content += resumed(line, source[1], last)
    return Found("inverted", (cue.first, cue.last), cue.at, source, tuple(content), cue)


def content_before(
    line: Line, number: int, first: int, last: int, cue: Cue, source: Range, after: Found | None
) -> Found | None:
    """“We will wait,” he said."""
    tags = line.tags
    begin = source[0]
    if tags[begin] == "w":
        return None
    if begin == first:
        if number and after is None:
            previous = line.sentences[number - 1]
            if (
                tags[previous[1] - 1] == "Q"
                and tags[(at := after_cue(line, cue, last)) : at + 1] in ".,iYOsrT"
                and cue.verb.takes("c") | cue.verb.takes("q") | cue.verb.takes("w")
            ):
                return Found(
                    "question before",
                    (cue.first, cue.last),
                    cue.at,
                    source,
                    ((previous[1] - 1, previous[1]),),
                    cue,
                )
        return None
    mark = tags[begin - 1]
    if mark not in "Qq,-":
        return None
    if not any(cue.verb.takes(frame) for frame in "cqwb"):
        return None
    if mark in ",-" and after is not None and after.rule != "quotation after":
        return None
    start = content_start(line, first, begin)
    stop = content_stop(line, start, begin)
    if start >= stop:
        return None
    quoted = any(tag in "Qq" for tag in tags[start:stop])
    rest = resumed(line, cue.last, last, start)
    if not quoted and line.words[start].lower() in ("when", "asked", "pressed"):
        return None
    if (
        mark == ","
        and after is not None
        and (tags[start] in "isgjer" or not has_verb(line, start, stop))
    ):
        return None
    if mark in ",-" and rest and (tags[start] in "iveg") and not quoted:
        if after is not None:
            return None
        return Found("resumed", (cue.first, cue.last), cue.at, source, tuple(rest), cue)
    if (
        mark in ",-"
        and not rest
        and not (
            (has_verb(line, start, stop) or stop - start > 5 or quoted)
            and (tags[start] not in "isgjer" or quoted or stop - start > 7)
        )
    ):
        return None
    if mark in "Qq" and after is not None and after.rule != "quotation after" and start < begin - 1:
        return None
    if (
        mark == "q"
        and after is not None
        and after.rule != "quotation after"
        and not has_verb(line, start, stop)
    ):
        return None
    content = [(start, stop)]
    if after is not None and after.rule == "quotation after":
        content += after.content
    else:
        content += rest
    rule = "quotation before" if mark in "Qq" else "clause before"
    return Found(rule, (cue.first, cue.last), cue.at, source, tuple(content), cue)
