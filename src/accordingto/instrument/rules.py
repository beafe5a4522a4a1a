"""The rules by their names, and what they find together in a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accordingto.instrument.after import content_after
from accordingto.instrument.before import content_before, inverted, trailing
from accordingto.instrument.clauses import has_verb
from accordingto.instrument.cues import Cue, cues
from accordingto.instrument.found import Found, Range
from accordingto.instrument.lexicon import ADDRESSEE
from accordingto.instrument.passives import passive
from accordingto.instrument.pieces import has_quotation
from accordingto.instrument.sources import source_before, subject_of
from accordingto.instrument.subjects import ADJUNCT, awaited, leading_noun
from accordingto.instrument.tagset import JOINING, NOMINAL, QUOTED
from accordingto.instrument.tokens import Line
from accordingto.instrument.verbless import according_to, noun_clauses, speaker_colon

# Each rule by its name, with a sentence that it reads.
RULES = {
    "quotation before": "“We will wait,” the harbour master said.",
    "quotation after": "The harbour master said, “We will wait.”",
    "inverted": "“We will wait,” said the harbour master.",
    "question before": "“Will you wait?” Vasko asked.",
    "carried quotation": "“We will wait,” Vasko said. “There is time.”",
    "clause before": "The ferry would wait, Vasko said.",
    "that clause": "Vasko said on Monday that the ferry would wait.",
    "bare clause": "Vasko said the ferry would wait.",
    "gap clause": "It was a plan that Vasko said would fail.",
    "question clause": "Vasko asked whether the ferry would wait.",
    "infinitive": "Vasko promised to wait.",
    "object": "Vasko criticised the new timetable.",
    "topic": "Vasko complained about the delay.",
    "passive": "Asked by a reporter whether the ferry would wait, Vasko smiled.",
    "refusal": "Vasko declined to say whether the ferry would wait.",
    "noun clause": "The letter holds Vasko’s claim that the ferry would wait.",
    "according to": "The ferry sank, according to the coastguard.",
    "colon": "Vasko said: the ferry would wait.",
    "speaker and colon": "Vasko: We will wait.",
}


def attributions(line: Line, off: frozenset[str] = frozenset()) -> list[Found]:
    """All attributions of a paragraph, in the order of their cues, but for the rules in `off`."""
    found: list[Found] = []
    for number, (first, last) in enumerate(line.sentences):
        here = _in_sentence(line, number, first, last)
        if number and not here and found:
            carried = _carried(line, number, found)
            here = [carried] if carried else []
        if here and found and here[0].content == found[-1].content:
            found.pop()  # a question that was taken to go on with what was said before it
        found.extend(one for one in map(_sound, here) if one and one.rule not in off)
    return found


def _carried(line: Line, number: int, found: Sequence[Found]) -> Found | None:
    """A quotation with no cue of its own goes on with what was said last, best in marks.

    “We will wait,” Vasko said. “There is time.”
    """
    first, last = line.sentences[number]
    begun = line.sentences[number - 1][0]
    if not _opens_quoted(line.tags[first : first + 3]) or has_verb(line, first, last):
        return None
    if not found[-1].content:  # nobody goes on with a refusal
        return None
    before = next(
        (
            one
            for one in reversed(found)
            if one.cue[0] >= begun and has_quotation(line, one.content)
        ),
        found[-1],
    )
    return replace(before, rule="carried quotation", content=((first, last),))


def _opens_quoted(tags: str) -> bool:
    return tags.lstrip(JOINING + "r,")[:1] in tuple(QUOTED)


def _in_sentence(line: Line, number: int, first: int, last: int) -> list[Found]:
    found: list[Found] = []
    verbs = cues(line, first, last)
    for index, cue in enumerate(verbs):
        if any(one.holds(cue.at) for one in found):
            one = trailing(line, first, last, cue)
            if one:
                found = [*(_clipped(f, one) for f in found), one]
            continue
        one = _attribution(line, number, first, last, cue, verbs[index + 1 :], found)
        if one and found and found[-1].rule == "refusal" and cue.at < found[-1].cue[1]:
            found[-1] = replace(found[-1], content=found[-1].content or one.content)
        elif one:
            found.append(one)
    spoken = None if found else speaker_colon(line, first, last)
    if spoken:
        return [spoken]
    found.extend(
        one
        for one in noun_clauses(line, first, last)
        if not any(outer.holds(one.at) for outer in found)
    )
    outer = according_to(line, first, last)
    return [*found, outer] if outer else found


def _sound(found: Found) -> Found | None:
    """The finding without empty pieces, or nothing when no content is left where there was some."""
    content = tuple(piece for piece in found.content if piece[0] < piece[1])
    return replace(found, content=content) if content or found.rule == "refusal" else None


def _clipped(found: Found, outer: Found) -> Found:
    end = outer.content[0][1]
    return replace(found, content=tuple((s, min(e, end)) for s, e in found.content))


def _attribution(
    line: Line,
    number: int,
    first: int,
    last: int,
    cue: Cue,
    later: Sequence[Cue],
    found: list[Found],
) -> Found | None:
    if cue.use == "passive":
        return passive(line, first, last, cue, later)
    if cue.use == "finite":
        if _may_be_inverted(line, first, last, cue) and (one := inverted(line, first, last, cue)):
            return one
        if source := source_before(line, first, cue.first):
            after = content_after(line, first, last, cue, source, later)
            return content_before(line, number, first, last, cue, source, after) or after
    if source := _shared_source(line, first, last, cue, found):
        return content_after(line, first, last, cue, source, later)
    return None


def _may_be_inverted(line: Line, first: int, last: int, cue: Cue) -> bool:
    """Whether a bare "said" follows a quotation, or a comma that a noun phrase follows."""
    if cue.first == first or cue.first < cue.at:
        return False
    before = line.tags[cue.first - 1]
    after = line.tags[cue.last] if cue.last < last else "."
    return before in QUOTED or (
        before == "," and after in NOMINAL and not cue.verb.takes(ADDRESSEE)
    )


def _shared_source(
    line: Line, first: int, last: int, cue: Cue, found: Sequence[Found]
) -> Range | None:
    """The subject that a cue shares with another verb: "Vasko sighed and said", ", adding that"."""
    before = line.tags[cue.first - 1] if cue.first > first else "^"
    adjunct = ADJUNCT.search(line.tags, max(first, cue.first - 8), cue.first)
    if cue.use == "finite" and not adjunct and before not in JOINING + "r,":
        return None
    return (
        (found[-1].source if found else subject_of(line, first, cue.first))
        or leading_noun(line, first, cue.first)
        or awaited(line, first, last, cue)
    )
