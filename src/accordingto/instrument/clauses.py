"""Where a reported clause begins and ends."""

from __future__ import annotations

import re
from collections.abc import Sequence

from accordingto.instrument.adjuncts import venue
from accordingto.instrument.cues import Cue
from accordingto.instrument.lexicon import NAMING, group, word_list
from accordingto.instrument.sentences import Sentence
from accordingto.instrument.tagset import FINITE, HELPING, JOINING, NOMINAL


def skip_openers(sentence: Sentence, end: int) -> int:
    """Returns the first word after "But", "And", a comma or a bullet: those are the reporter's."""
    start = int(sentence.word(0) in _BULLETS)
    dateline = _DATELINE.match(sentence.tags, start, end)
    if dateline and sentence.words[start].isupper():  # "PORT LOVELL (AP) — | The ferry"
        start = dateline.end()
    return end - len(sentence.tags[start:end].lstrip(JOINING + ","))


_BULLETS = ("»", "•")
_DATELINE = re.compile("N[NY.,()D]{0,10}-")


def clause_end(
    sentence: Sentence, first: int, stops: Sequence[int] = (), inner: bool = False
) -> int:
    """Returns the exclusive end of a clause that begins at `first`.

    `stops` are the first words of later cues of the same sentence that begin a new statement.
    """
    tags = sentence.tags
    end = first + len(tags[first:].rstrip(".?!"))
    if tags.endswith(")", first, end) and "(" not in tags[first:end]:
        end -= 1
    for stop in stops:
        if first < stop < end:
            lead = _LEAD.search(tags, first, stop)
            cut = lead.start() if lead else stop
            end = min(end, cut) if cut > first else end
    for match in _QUOTED.finditer(tags, first, end):
        closed = sentence.comma_before(match.end()) and tags[match.end()] not in ",&qs"
        if closed or _GOES_ON.match(tags, match.end(), end):
            end = match.end()  # "called it “a mistake,” and left"
            break
    for match in _BREAK.finditer(tags, first, end):
        told = match.start() > first + 1  # "that, if elected, she would wait"
        listed = _ADJECTIVES.match(tags, match.start() - 1)  # "positive, upbeat campaigns"
        if (inner and told and not listed) or _breaks(sentence, match.start(), end):
            return match.start()
    return end


def act_end(sentence: Sentence, first: int, end: int) -> int:
    """Returns where "to wait" ends in a clause that ends at `end`: before "but few waited"."""
    other = _OTHER.search(sentence.tags, first, end) if sentence.among(first, "T") else None
    return other.start() - sentence.among(other.start() - 1, ",") if other else end


_OTHER = re.compile(r"[&b](?:p|[dPyD]?[xejN]{0,4}[NxS]|r?d)r*[amf]|b(?=r*[pdPNDxS][^,]*[amf])")
# What stands after "but" when it goes on with the clause: "but in time would", "but not".
_NO_SUBJECT = tuple("itrsW" + FINITE)


def object_end(sentence: Sentence, first: int, end: int) -> int:
    """Returns where a noun phrase and what belongs to it end: before when, an aside, an apposition.

    "Vasko praised the crew, a band of volunteers, when she landed": "the crew".
    """
    named = _NAMED.search(sentence.tags, first, end)
    for at in range(named.end() if named else first + 1, end):
        tag = sentence.tags[at]
        aside = tag == "," and "&" not in sentence.tags[at:end]
        if tag == "-" or (aside and sentence.word(at + 1) != "including"):
            return at
        if tag == "&" and _CLAUSE.match(sentence.tags, at + 1, end):
            return at - sentence.among(at - 1, ",")
        if tag == "s" and sentence.word(at) not in _REASONS:
            return at
        setting = sentence.word(at) in _SET and _SETTING.fullmatch(sentence.tags, at, end)
        if setting and venue(sentence, at) >= end:
            return at
    return end


# "called the head, Ann Lee, “late”": what it is called stands after the apposition.
_NAMED = re.compile(r"(?<=[NSx]),[dNxejSPy]{1,6},(?=[iOs]?[dNxej]{0,3}[Qq])")
_SET = group("setting")
_SETTING = re.compile("i[^ej]{1,8}")  # "praised the crew | in a letter on Monday"
_REASONS = group("reason")
# After "and": a verb, "praised the crew | and left"; after ", and" a subject too, "and he left".
_CLAUSE = re.compile(
    r"r*(?:[vf]|z[dNpto]|a(?=r*[vef])|e(?=[dNpto])|(?<=[,q]&)(?:p|[dPy]?[xejN]{0,3}[NxS])[amf])"
)
_LEAD = re.compile(r"[,-]*[&bsB]*,?r*\Z")  # ", and then | said"
_ADJECTIVES = re.compile("[xj],[xje][xS]")
_QUOTED = re.compile("[Qq](?=.)")
_GOES_ON = re.compile(f",[{FINITE}]")  # "which crews called “late”, | is open"
_BREAK = re.compile(r"[,;-]")


def _breaks(sentence: Sentence, at: int, end: int) -> bool:
    """Whether the clause ends at this mark: before "but", "who", "according to", after ";"."""
    rest = sentence.tags[at + 1 : end]
    if sentence.tags[at] == ";" or rest[:1] == "k":
        return True
    if rest[:1] == "d" and sentence.word(at + 2) in word_list("nouns.txt"):
        return True  # ", a claim the company called false"
    if sentence.word(at + 1) == "though" and rest[1:2] in tuple("ptdPN"):
        return True  # ", though it was denied"
    if sentence.word(at + 1) == "something" and rest[1:2] in tuple(NOMINAL + "p"):
        return True  # ", something the company denies"
    if rest[:1] == "w":
        return "," not in rest and sentence.word(at + 1) in ("who", "whom", "which")
    if rest[:1] == "i" and venue(sentence, at + 1) >= end:
        return True  # ", in a call with the crew"
    if rest[:1] == "b":
        return rest[1:2] not in _NO_SUBJECT
    if sentence.tags[at] == "-":
        return rest[:1] in ("d", "s") and "-" not in rest
    return False


def stops_of(sentence: Sentence, cue: Cue, later: Sequence[Cue]) -> list[int]:
    """Returns where later cues of the sentence begin statements of their own."""
    stops = []
    for other in later:
        if _new_statement(sentence, cue, other):
            stops.append(other.first)
        elif other.use == "finite" and (joint := _joint(sentence, cue.end, other)):
            stops.append(joint + 1)
    return stops


_JOINT = re.compile(r",[&bs]|(?<!p)&(?=[Npd]N*[xS]?\Z|[xS]\Z)")
# "and defence lawyers call it late", where no other verb goes on with the clause
_JOINT_TO_CALL = re.compile(r",[&bs]|(?<!p)&(?=[Npd]?[xejN]*[xSN]\Z|[pd]\Z)")


def _joint(sentence: Sentence, first: int, later: Cue) -> int:
    """Where a conjunction brings the subject of a later cue, ", and she said", or 0."""
    calls = later.verb.takes(NAMING) or sentence.word(later.end) == "as"
    joint = 0
    for match in (_JOINT_TO_CALL if calls else _JOINT).finditer(sentence.tags, first, later.first):
        joint = match.start()
    return joint


def _new_statement(sentence: Sentence, cue: Cue, later: Cue) -> bool:
    """Whether a later cue of the sentence starts a statement of its own: "and said", ", adding"."""
    before = sentence.tag(later.first - 1)
    if later.use == "participle":
        joined = before == "&" and cue.use == "participle"
        return before == "-" or sentence.comma_before(later.first) or joined
    bare = sentence.tag(later.at) == "u" and not sentence.among(later.first, HELPING)
    if bare and _GOVERNS.search(sentence.tags, cue.end, later.first):
        return False
    return before in tuple("&b")


# What a base form after "and" goes on with: "would wait | and call the crew".
_GOVERNS = re.compile("m|T(?=[rufx])")
