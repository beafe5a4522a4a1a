"""Where a reported clause begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from accordingto.instrument.cues import Cue
from accordingto.instrument.lexicon import word_list
from accordingto.instrument.tagset import (
    CLAUSE_OPENER,
    FINITE,
    JOINING,
    NOMINAL,
    NOUN_OR_VERB,
    PREPOSITION,
    PRONOUN,
    QUOTED,
    VERBAL,
)
from accordingto.instrument.tokens import Line


def skip_openers(line: Line, first: int, last: int) -> int:
    """Past "But", "And" and a comma that begin a sentence but belong to the reporter."""
    while first < last and line.tags[first] in JOINING:
        first += 1
        if first < last and line.tags[first] == ",":
            first += 1
    return first


def has_verb(line: Line, first: int, last: int) -> bool:
    """Whether the words can be a clause, by their letters."""
    return any(tag in VERBAL for tag in line.tags[first:last])


def comma_before(line: Line, at: int) -> bool:
    """Whether a comma stands before the word, or inside the marks of a quotation before it."""
    before = line.tags[at - 1]
    return before == "," or (before in QUOTED and "," in line.words[at - 1][-3:])


def after_cue(line: Line, cue: Cue, last: int) -> int:
    """The first word that can be content: past adverbs, days, venues and who was addressed."""
    at = adjuncts(line, cue.last, last)
    if at < last and line.tags[at] == ",":
        aside = line.tags.find(",t", at + 1, min(last, at + 12))
        if aside > 0 and not has_verb(line, at, aside):
            return aside + 1
        if line.tags[at + 1 : at + 3] == "r,":
            return at + 3
    if cue.verb.takes("t") and cue.use != "passive":
        at = adjuncts(line, _addressee(line, at, last), last)
    return _past_phrase(line, cue, at, last)


# What says where the content begins, and how many words may stand before it.
_OPENER = re.compile(r"t|[:,][Qq]")
_LONGEST_PHRASE = 20


def _past_phrase(line: Line, cue: Cue, at: int, last: int) -> int:
    """Past a phrase that no list knows: "wrote for the Harbour News that", "said of it: “We”"."""
    if line.tags[at : at + 1] not in tuple(PREPOSITION + "s,") or not cue.verb.takes("c"):
        return at
    opener = _OPENER.search(line.tags, at, min(last, at + _LONGEST_PHRASE))
    if opener and (
        (not has_verb(line, at, opener.start()) and "g" not in line.tags[at : opener.start()])
        or opener[0][0] == ":"
    ):
        return opener.start()
    return at


def adjuncts(line: Line, at: int, last: int) -> int:
    """Past adverbs, days and venues: "on Sunday", "in an interview with Fox News"."""
    tags = line.tags
    while at < last:
        if (tags[at] in "rY" and line.words[at].lower() != "last") or (
            tags[at] == "D" and tags[at - 1] == "Y"
        ):
            at += 1
        elif (
            tags[at] in "dr"
            and at + 1 < last
            and line.words[at].lower() in ("this", "that", "next", "last")
            and line.words[at + 1].lower() in _TIMES
        ) or (
            tags[at : at + 2] == "iD"
            and len(line.words[at + 1]) == 4
            and tags[at + 2 : at + 3] in CLAUSE_OPENER
        ):
            at += 2
        elif (tags[at] == "i" or tags[at : at + 2] in _TO) and (end := venue(line, at, last)):
            at = end
        else:
            return at
    return at


_IN_VENUE = NOMINAL + PREPOSITION + NOUN_OR_VERB + "&rY"
_TO = ("Td", "TN", "TP", "Ty", "To")  # "to the crew", not "to wait"
_TIMES = frozenset(
    ["week", "month", "year", "morning", "afternoon", "evening", "night", "day", "time"]
)


def venue(line: Line, at: int, last: int) -> int:
    """The end of "in an interview with Fox News on Sunday", or 0 where no venue is named."""
    tags, words = line.tags, line.words
    venues = word_list("venues.txt")
    end = at + 1
    while end < last and tags[end] in _IN_VENUE and end - at < 16:
        end += 1
    for stop in range(at + 1, min(end, at + 7)):
        if words[stop].lower() in venues or tags[stop] == "Y":
            break
    else:
        if tags[at + 1 : at + 2] != "N" or end >= last or tags[end] not in CLAUSE_OPENER + ":,.":
            return 0
        return end
    if end >= last or tags[end] in CLAUSE_OPENER + ":,.-":
        return end
    stop += 1
    while stop < last and tags[stop] == "i" and tags[stop + 1 : stop + 2] in ("N", "P", "Y"):
        stop += 1
        while stop < last and tags[stop] in "NPY":
            stop += 1
    return stop


_ADDRESSEE = re.compile(r"o|p|[dPyD]?[xejdPyD]*(?:N+|[xS]+)(?:[iO][dPy]*[xeN]*[NxS]+)*")


def _addressee(line: Line, at: int, last: int) -> int:
    tags = line.tags
    if tags[at : at + 1] in ("t", "W"):
        return at
    that = tags.find("t", at + 1, min(last, at + 16))
    if that > 0 and not has_verb(line, at, that):
        return that
    mark = re.compile(r"[tQqW:.,;Tp-]").search(tags, at + 1, last)
    limit = mark.start() if mark else last
    if mark and mark[0] in CLAUSE_OPENER + "T:" and not has_verb(line, at, limit):
        return limit
    match = _ADDRESSEE.match(tags, at, limit)
    if not match:
        return at
    if tags[at] == "p" and tags[at + 1 : at + 2] in tuple(VERBAL + "Sr"):
        return at
    if tags[at] in PRONOUN:
        return at + 1
    if has_verb(line, match.end(), limit) and tags[at] == "N":
        end = at
        while end < limit and tags[end] == "N":
            end += 1
        return end
    return match.end()


def clause_end(line: Line, first: int, last: int, stops: list[int], inner: bool = False) -> int:
    """Where a clause that begins at `first` ends.

    `stops` are the first words of later cues of the same sentence that begin a new statement.
    """
    tags = line.tags
    end = last
    while end > first and tags[end - 1] in ".?!":
        end -= 1
    for stop in stops:
        if first < stop < end:
            cut = stop
            while cut > first and tags[cut - 1] in ",&br-sB":
                cut -= 1
            if cut > first:
                end = min(end, cut)
    for match in _BREAK.finditer(tags, first, end):
        if inner and match[0] == ",":
            return match.start()
        if _breaks(line, match.start(), first, end):
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


_PREDICATE = re.compile(r"r*(?:[vf]|z[dNpto])")
_REASONS = frozenset({"because", "since", "as"})
_BREAK = re.compile(r"[,;-]")


def _breaks(line: Line, at: int, first: int, last: int) -> bool:
    """Whether the clause ends at this mark: before "but", "who", "according to", after ";"."""
    rest = line.tags[at + 1 : last]
    if line.tags[at] == ";" or rest[:1] == "k":
        return True
    if rest[:1] == "b":
        return rest[1:2] not in _NO_SUBJECT
    if rest[:1] == "w":
        return line.words[at + 1].lower() == "who"
    if line.tags[at] == "-":
        return rest[:1] in ("d", "s") and "-" not in rest
    return rest[:2] == "iw"


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
    if joint and line.tags[joint] == "&" and not has_verb(line, first, joint):
        return 0
    return 0 if has_verb(line, joint + 2, later.first) else joint


def _new_statement(line: Line, cue: Cue, later: Cue) -> bool:
    """Whether a later cue of the sentence starts a statement of its own: "and said", ", adding"."""
    before = line.tags[later.first - 1]
    if later.use == "participle":
        return (
            before in ",-sB"
            or comma_before(line, later.first)
            or (line.tags[later.first - 2] == "s" and before == "r")
            or (before == "&" and cue.use == "participle")
        )
    if later.use == "finite":
        believed = "b" in later.verb.frames and "b" not in cue.verb.frames
        return before in "&b" and later.tag == cue.tag and not believed
    return False
