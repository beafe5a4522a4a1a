"""Rules for content that stands after its cue: she said that the ferry would wait."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from accordingto.instrument.clauses import (
    after_cue,
    clause_end,
    comma_before,
    has_verb,
    object_end,
    skip_openers,
    stops_of,
)
from accordingto.instrument.cues import Cue
from accordingto.instrument.found import Found, Range
from accordingto.instrument.sources import source_after
from accordingto.instrument.tokens import Line

_TOPICS = frozenset({"about", "against", "of", "on", "over"})


def content_after(
    line: Line, first: int, last: int, cue: Cue, source: Range, later: Sequence[Cue]
) -> Found | None:
    """He said that the ferry would wait."""
    tags = line.tags
    verb = cue.verb
    at = after_cue(line, cue, last)
    if at >= last:
        return None
    stops = stops_of(line, cue, later)
    group = (cue.first, cue.last)
    here = tags[at]

    inner = (
        source is not None
        and source[0] > 0
        and (
            (tags[start := skip_openers(line, first, last)] in "sW" and 0 < source[0] - start < 3)
            or tags[source[0]] == "w"
            or tags[source[0] - 1] in "sW"
        )
    )

    def found(rule: str, start: int) -> Found | None:
        end = clause_end(line, start, last, stops, inner)
        if source[0] > start:  # "Noting that the ferry was late, Vasko left"
            end = min(end, source[0] - 1)
        if end <= start:
            return None
        return Found(rule, group, cue.at, source, ((start, end),), cue)

    if (
        here in ",:-"
        and at + 1 < last
        and tags[at + 1] in "Qq"
        and any(verb.takes(f) for f in "cqw")
    ):
        return Found(
            "quotation after",
            group,
            cue.at,
            source,
            ((at + 1, _quote_end(line, at + 1, last, stops)),),
            cue,
        )
    if here == ":" and any(verb.takes(f) for f in "cqw"):
        return found("colon", at + 1)
    if here in "Qq" and at > cue.last and tags[at - 1] in "iOPT":
        return None
    if here in "Qq" and any(verb.takes(f) for f in "cqwo"):
        return Found(
            "quotation after",
            group,
            cue.at,
            source,
            ((at, _quote_end(line, at, last, stops)),),
            cue,
        )
    if here == "t" and not any(verb.takes(f) for f in "cb") and verb.takes("o"):
        return found("object", at)
    if here == "t" and any(verb.takes(f) for f in "cb"):
        return found("that clause", at)
    if verb.takes("c") and (
        (here in "amf" and tags[source[0] - 1] in "wtNxS")
        or (here in "amfve" and source[0] > first and tags[source[0] - 1] in "wtW")
    ):
        return found("gap clause", at)
    if here in "Ww" and any(verb.takes(f) for f in "cwbo"):
        return found("question clause", at)
    if verb.takes("w") and here not in ",":
        for ahead in range(at, min(at + 12, last)):
            if tags[ahead] == "W" or line.words[ahead] in ("about", "who", "which"):
                return found("question clause", ahead + (line.words[ahead] == "about"))
            if tags[ahead] in "amfvzue,.;Qq":
                break
    if cue.verb.lemma in ("decline", "refuse") and tags[at : at + 2] in ("Tu", "Tx"):
        return refusal(line, last, cue, source, at + 2)
    if here == "T" and verb.takes("i"):
        return found("infinitive", at)
    if here == "," and _may_pause(line, first, source) and has_verb(line, at + 1, last):
        return (
            found("bare clause", at + 1) if verb.takes("c") and tags[at + 1] in "pNdPxSs" else None
        )
    if here in ".,;-?!":
        return None
    if line.words[at].lower() in _TOPICS and any(verb.takes(f) for f in "cq") and at + 1 < last:
        one = found("topic", at + 1)
        return one and replace(
            one, content=((at + 1, object_end(line, at + 1, one.content[0][1])),)
        )
    noun = verb.takes("o") and not has_verb(line, at + 1, _segment(line, at, last))
    if (
        not noun
        and any(verb.takes(f) for f in "cb")
        and here in "NPdDxSpyeirj*$zug"
        and cue.use != "infinitive"
    ):
        end = clause_end(line, at, last, stops, inner)
        if (
            here == "p"
            or has_verb(line, at + 1, end)
            or "q" in tags[at:end]
            or ("o" not in verb.frames and end - at > 2)
        ) and (here not in "ir" or verb.lemma == "say"):
            return Found("bare clause", group, cue.at, source, ((at, end),), cue)
    if verb.takes("w") and verb.takes("i") and "T" not in tags[at : at + 8]:
        return None
    if verb.takes("o") and here in "NPdDxSpyeiojguzv*$" and cue.use != "infinitive":
        one = found("object", at)
        return one and replace(one, content=((at, object_end(line, at, one.content[0][1])),))
    return None


def _segment(line: Line, at: int, last: int) -> int:
    """The end of the first phrase: before a comma, a dash or a conjunction."""
    match = _SEGMENT.search(line.tags, at + 1, last)
    return match.start() if match else last


_SEGMENT = re.compile("[,s&-]")


def _may_pause(line: Line, first: int, source: Range) -> bool:
    """Whether a comma may follow the cue: "As Vasko said, …", "But, he said, …", "He said, …"."""
    start = skip_openers(line, first, source[0])
    return start == source[0] or line.words[source[0] - 1].lower() == "as"


def refusal(line: Line, last: int, cue: Cue, source: Range, at: int) -> Found:
    """The harbour master declined to say whether the ferry would wait."""
    end = clause_end(line, at, last, [])
    content = ((at, end),) if line.tags[at : at + 1] in "WtdNP" and end > at else ()
    return Found("refusal", (cue.first, at), cue.at, source, content, cue)


def _quote_end(line: Line, at: int, last: int, stops: list[int]) -> int:
    tags = line.tags
    if tags[at] == "Q":
        return at + 1
    if comma_before(line, at + 1) and tags[at + 1 : at + 2] not in ("&", "q"):
        return at + 1
    if at + 1 >= last or tags[at + 1] in ".,;-":
        end = at + 1
        if tags[end : end + 2] in (",&", ",q"):
            return clause_end(line, at, last, stops)
        return end
    return clause_end(line, at, last, stops)


def passive(line: Line, first: int, last: int, cue: Cue, later: Sequence[Cue]) -> Found | None:
    """Asked by a reporter whether the ferry would wait, …"""
    tags = line.tags
    if not (cue.verb.takes("t") or cue.verb.takes("w") or cue.verb.lemma in ("press", "ask about")):
        return None
    at = cue.last
    source: Range | None = None
    end = cue.last
    if at < last and tags[at] == "B":
        source = source_after(line, at + 1, last)
        if source:
            while source[1] - 1 > source[0] and any(t in "i" for t in tags[source[0] : source[1]]):
                cut = tags.find("i", source[0], source[1])
                source = (source[0], cut)
            at = source[1]
    if at < last and tags[at] == "i":
        at += 1
    if tags[at : at + 2] in (",Q", ",q"):
        at += 1
    if at >= last or tags[at] not in "tWwQqTdNPpxSy":
        return None
    stop = clause_end(line, at, last, stops_of(line, cue, later))
    comma = tags.find(",", at, stop)
    for quote in range(at, stop):
        if tags[quote] in "Qq" and "," in line.words[quote][-2:] and (comma < 0 or quote < comma):
            comma = quote + 1
            break
    if comma > 0 and tags[cue.first - 1 : cue.first] != "," and cue.first == first:
        stop = comma
    if stop <= at:
        return None
    return Found("passive", (cue.first, end), cue.at, source, ((at, stop),), cue)
