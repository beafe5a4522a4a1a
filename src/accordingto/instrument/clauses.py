"""Where a reported clause begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from accordingto.instrument.cues import Cue
from accordingto.instrument.tagset import FINITE, JOINING, QUOTED, VERBAL
from accordingto.instrument.tokens import Line


def skip_openers(line: Line, first: int, last: int) -> int:
    """Past "But", "And" and a comma that begin a sentence but belong to the reporter."""
    return last - len(line.tags[first:last].lstrip(JOINING + ","))


_VERBAL = re.compile(f"[{VERBAL}]")


def has_verb(line: Line, first: int, last: int) -> bool:
    """Whether the words can be a clause, by their letters."""
    return _VERBAL.search(line.tags, first, last) is not None


def comma_before(line: Line, at: int) -> bool:
    """Whether a comma stands before the word, or inside the marks of a quotation before it."""
    before = line.tags[at - 1]
    return before == "," or (before in QUOTED and "," in line.words[at - 1][-3:])


def clause_end(line: Line, first: int, last: int, stops: list[int], inner: bool = False) -> int:
    """Where a clause that begins at `first` ends.

    `stops` are the first words of later cues of the same sentence that begin a new statement.
    """
    tags = line.tags
    end = first + len(tags[first:last].rstrip(".?!"))
    for stop in stops:
        if first < stop < end:
            lead = _LEAD.search(tags, first, stop)
            cut = lead.start() if lead else stop
            end = min(end, cut) if cut > first else end
    for match in _BREAK.finditer(tags, first, end):
        if inner or _breaks(line, match.start(), first, end):
            return match.start()
    return end


# What stands after "but" when it goes on with the clause: "but in time would", "but not".
_NO_SUBJECT = tuple("itrsW" + FINITE)


def object_end(line: Line, first: int, end: int) -> int:
    """Where a noun phrase and what belongs to it end: before when, an aside or an apposition.

    "Vasko praised the crew, a band of volunteers, when she landed": "the crew".
    """
    for at in range(first + 1, end):
        tag = line.tags[at]
        if tag == "-" or (tag == "," and "&" not in line.tags[at:end]):
            return at
        if tag == "&" and _PREDICATE.match(line.tags, at + 1, end):
            return at
        if tag == "s" and line.words[at].lower() not in _REASONS:
            return at
    return end


_REASONS = frozenset({"because", "since", "as"})
_PREDICATE = re.compile(r"r*(?:[vf]|z[dNpto])")
_LEAD = re.compile(r"[,-]*[&bsB]*,?r*\Z")  # ", and then | said"
_BREAK = re.compile(r"[,;-]")


def _breaks(line: Line, at: int, first: int, last: int) -> bool:
    """Whether the clause ends at this mark: before "but", "who", "according to", after ";"."""
    rest = line.tags[at + 1 : last]
    if line.tags[at] == ";" or rest[:1] == "k":
        return True
    if rest[:1] == "b":
        return rest[1:2] not in _NO_SUBJECT
    if line.tags[at] == "-":
        return rest[:1] in ("d", "s")
    return rest[:1] == "w" and line.words[at + 1].lower() == "who"


def stops_of(line: Line, cue: Cue, later: Sequence[Cue]) -> list[int]:
    """Where later cues of the sentence begin statements of their own."""
    stops = []
    for other in later:
        if _new_statement(line, cue, other):
            stops.append(other.first)
        elif other.use == "finite" and (joint := _joint(line, cue.last, other)):
            stops.append(joint + 1)
    return stops


_JOINT = re.compile(r",[&bs]|&(?=[Npd]N*[xS]?\Z)")


def _joint(line: Line, first: int, later: Cue) -> int:
    """Where a conjunction brings the subject of a later cue, ", and she said", or 0."""
    joint = 0
    for match in _JOINT.finditer(line.tags, first, later.first):
        joint = match.start()
    return joint


def _new_statement(line: Line, cue: Cue, later: Cue) -> bool:
    """Whether a later cue of the sentence starts a statement of its own: "and said", ", adding"."""
    before = line.tags[later.first - 1]
    if later.use == "participle":
        joined = before == "&" and cue.use == "participle"
        return before in "-B" or comma_before(line, later.first) or joined
    return before in "&b"
