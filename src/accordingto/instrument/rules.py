"""The rules: each finds attributions of one kind in one sentence, and has a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from accordingto.instrument.clauses import (
    adjuncts,
    after_cue,
    clause_end,
    comma_before,
    has_verb,
    object_end,
    skip_openers,
)
from accordingto.instrument.cues import Cue, cues
from accordingto.instrument.lexicon import word_list
from accordingto.instrument.sources import source_after, source_before, subject_of
from accordingto.instrument.tokens import Line

Range = tuple[int, int]

# Each rule by its name, with a sentence that it reads.
RULES = {
    "quotation before": "“We will wait,” the harbour master said.",
    "quotation after": "The harbour master said, “We will wait.”",
    "inverted": "“We will wait,” said the harbour master.",
    "question before": "“Will you wait?” Vasko asked.",
    "carried quotation": "“We will wait,” Vasko said. “There is time.”",
    "clause before": "The ferry would wait, Vasko said.",
    "resumed": "On Monday, Vasko said, the ferry would wait.",
    "that clause": "Vasko said on Monday that the ferry would wait.",
    "bare clause": "Vasko said the ferry would wait.",
    "gap clause": "It was a plan that Vasko said would fail.",
    "question clause": "Vasko asked whether the ferry would wait.",
    "infinitive": "Vasko promised to wait.",
    "object": "Vasko criticised the new timetable.",
    "passive": "Asked by a reporter whether the ferry would wait, Vasko smiled.",
    "refusal": "Vasko declined to say whether the ferry would wait.",
    "noun clause": "Vasko’s claim that the ferry would wait was wrong.",
    "according to": "The ferry sank, according to the coastguard.",
    "colon": "Vasko said: the ferry would wait.",
    "speaker and colon": "Vasko: We will wait.",
}


@dataclass(frozen=True)
class Found:
    """An attribution as ranges of words of one line."""

    rule: str
    cue: Range
    at: int
    source: Range | None
    content: tuple[Range, ...]
    verb: Cue | None = None
    carried: bool = False


def attributions(line: Line, off: frozenset[str] = frozenset()) -> list[Found]:
    """All attributions of a paragraph, in the order of their cues, but for the rules in `off`."""
    found: list[Found] = []
    for number, (first, last) in enumerate(line.sentences):
        here = _in_sentence(line, number, first, last)
        if (
            not here
            and found
            and _opens_quoted(line.tags[first : first + 3])
            and (number and found[-1].content and found[-1].cue[0] >= line.sentences[number - 1][0])
        ):
            rest = line.tags[first + 1 : last].strip(".")
            if not rest or not has_verb(line, first, last):
                quoted = [at for at in range(first, last) if line.tags[at] in "Qq"]
                before = next(
                    (
                        f
                        for f in reversed(found)
                        if f.cue[0] >= line.sentences[number - 1][0]
                        and any(t in "Qq" for s, e in f.content for t in line.tags[s:e])
                    ),
                    found[-1],
                )
                here = [
                    replace(
                        before,
                        rule="carried quotation",
                        content=((quoted[0], quoted[-1] + 1),),
                        carried=True,
                    )
                ]
        found.extend(one for one in map(_sound, here) if one and one.rule not in off)
    return found


def _opens_quoted(tags: str) -> bool:
    return tags.lstrip("rb&,")[:1] in ("Q", "q")


def _in_sentence(line: Line, number: int, first: int, last: int) -> list[Found]:
    found: list[Found] = []
    verbs = cues(line, first, last)
    for index, cue in enumerate(verbs):
        holders = [f for f in found if f.verb and any(s <= cue.at < e for s, e in f.content)]
        if holders:
            one = trailing(line, first, last, cue)
            if one:
                found = [_clipped(f, one) for f in found]
                found.append(one)
            continue
        one = _attribution(line, number, first, last, cue, verbs[index + 1 :], found)
        if one:
            found.append(one)
    spoken = speaker_colon(line, first, last) if number == 0 and not found else None
    if spoken:
        return [spoken]
    found.extend(
        one
        for one in noun_clauses(line, first, last)
        if not any(s <= one.at < e for f in found for s, e in f.content)
    )
    outer = according_to(line, first, last) if "k" in line.tags[first:last] else None
    if outer:
        found.append(outer)
    return found


def _sound(found: Found) -> Found | None:
    """The finding without empty pieces, or nothing when no content is left where there was some."""
    content = tuple(piece for piece in found.content if piece[0] < piece[1])
    return replace(found, content=content) if content or found.rule == "refusal" else None


def trailing(line: Line, first: int, last: int, cue: Cue) -> Found | None:
    """Aides told him to wait, the harbour radio reported."""
    tags = line.tags
    after = adjuncts(line, cue.last, last)
    if cue.use != "finite" or not cue.verb.takes("c") or tags[after : after + 1] not in ".,":
        return None
    if tags[after : after + 1] == "," and tags[after + 1 : after + 2] not in "gj":
        return None
    source = source_before(line, first, cue.first)
    if source is None or source[0] <= first or tags[source[0] - 1] != "," or tags[source[0]] == "w":
        return None
    start = skip_openers(line, first, source[0])
    return Found(
        "clause before", (cue.first, cue.last), cue.at, source, ((start, source[0] - 1),), cue
    )


def _clipped(found: Found, outer: Found) -> Found:
    end = outer.content[0][1]
    content = tuple((s, min(e, end)) for s, e in found.content if s < end)
    return replace(found, content=content or found.content)


def _attribution(
    line: Line,
    number: int,
    first: int,
    last: int,
    cue: Cue,
    later: Sequence[Cue],
    found: list[Found],
) -> Found | None:
    tags = line.tags
    if cue.use == "passive":
        return passive(line, first, last, cue, later)
    before = tags[cue.first - 1] if cue.first > first else "^"
    if (
        cue.use == "finite"
        and cue.tag in "zv"
        and cue.first == cue.at
        and (before in "Qq" or (before == "," and cue.last < last and tags[cue.last] in "NdPDx"))
    ):
        one = inverted(line, first, last, cue)
        if one:
            return one
    source = None
    if cue.use == "finite":
        source = source_before(line, first, cue.first)
        if source and source[0] > first and tags[source[0] - 1] == "&" and tags[source[0]] in "r":
            source = None
    if source is None and _ADJUNCT.search(tags, max(first, cue.first - 8), cue.first):
        before = "&"
    if source is None and (cue.use != "finite" or before in "&r,b"):
        source = found[-1].source if found else subject_of(line, first, cue.first)
        source = source or leading_noun(line, first, cue.first)
        shared = True
    else:
        shared = False
    if source is None:
        return None
    one = content_after(line, first, last, cue, source, later)
    two = None if shared else content_before(line, number, first, last, cue, source, one)
    if two:
        return two
    return one


# "and in a later letter said": the subject stands before the conjunction.
_ADJUNCT = re.compile(r"[&b],?i[dxNSrYDe]+,?\Z")
_LEADING = re.compile(r"p|[dDPy]?[xejNPyS]*?[NxS](?=[evfamzh,(i-])")


def leading_noun(line: Line, first: int, verb: int) -> Range | None:
    """The noun phrase that opens a sentence, past an opening adjunct."""
    start = skip_openers(line, first, verb)
    if line.tags[start : start + 1] in ("i", "r", "Y"):
        comma = line.tags.find(",", start, verb)
        if comma < 0 or has_verb(line, start, comma):
            return None
        start = comma + 1
    match = _LEADING.match(line.tags, start, verb)
    return match.span() if match else None


def inverted(line: Line, first: int, last: int, cue: Cue) -> Found | None:
    """“We will wait,” said the harbour master."""
    if not cue.verb.takes("c") and not cue.verb.takes("q") and not cue.verb.takes("w"):
        return None
    source = source_after(line, cue.last, last)
    if not source:
        return None
    start = _content_start(line, first, cue.first)
    content = [(start, _content_stop(line, start, cue.first))]
    if content[0][0] >= content[0][1]:
        return None
    if line.tags[cue.first - 1] == ",":
        quoted = any(tag in "Qq" for tag in line.tags[start : cue.first])
        if not quoted and (
            not has_verb(line, *content[0]) or has_verb(line, source[1], min(source[1] + 1, last))
        ):
            return None
        if not quoted:
            subject = source_before(line, first, cue.first)
            if subject and subject[0] == skip_openers(line, first, last):
                return None
    content += _resumed(line, source[1], last)
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
                and tags[cue.last : cue.last + 1] in ".,iYOsr"
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
    start = _content_start(line, first, begin)
    stop = _content_stop(line, start, begin)
    if start >= stop:
        return None
    quoted = any(tag in "Qq" for tag in tags[start:stop])
    rest = _resumed(line, cue.last, last, start)
    if line.words[start].lower() in ("when", "asked", "pressed"):
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


def _content_start(line: Line, first: int, end: int) -> int:
    tags = line.tags
    start = skip_openers(line, first, end)
    if tags[end - 1] == "Q" or tags[end - 2 : end] == "Q,":
        at = end - 1 if tags[end - 1] == "Q" else end - 2
        if at == start or not has_verb(line, start, at) or tags[at - 1] in ":":
            return at
    return start


def _content_stop(line: Line, start: int, end: int) -> int:
    while end > start and line.tags[end - 1] in ",-":
        end -= 1
    return end


def _resumed(line: Line, at: int, last: int, start: int = 0) -> list[Range]:
    """What goes on after ", he said," up to the end of the sentence."""
    tags = line.tags
    at = adjuncts(line, at, last)
    mark = tags.find(",", at, min(last, at + 8))
    quote = min(
        (x for x in (tags.find("Q", at, last), tags.find("q", at, last)) if x >= 0), default=-1
    )
    if (
        quote >= 0
        and tags[quote - 1] in ",-:."
        and not has_verb(line, at, quote)
        and "g" not in tags[at:quote]
    ):
        stop = quote + 1
        return [(quote, _end(line, last) if tags[stop : stop + 1] not in ".,b&" else stop)]
    if (
        mark == at
        and at + 1 < last
        and tags[at + 1] not in ("gjhb&wkOT" if tags[start] == "s" else "gjhb&iwkOT")
    ):
        end = _end(line, last)
        if end > at + 1:
            return [(at + 1, end)]
    return []


def _end(line: Line, last: int) -> int:
    while last > 0 and line.tags[last - 1] in ".?!":
        last -= 1
    return last


def content_after(
    line: Line, first: int, last: int, cue: Cue, source: Range, later: Sequence[Cue]
) -> Found | None:
    """He said that the ferry would wait."""
    tags = line.tags
    verb = cue.verb
    at = after_cue(line, cue, last)
    if at >= last:
        return None
    stops = _stops(line, cue, later)
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
    if here in "am" + "f" and verb.takes("c") and tags[source[0] - 1] in "wtNxS":
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
    if here in ".,;-?!":
        return None
    if any(verb.takes(f) for f in "cb") and here in "NPdDxSpyeirj*$" and cue.use != "infinitive":
        end = clause_end(line, at, last, stops, inner)
        if (
            here == "p"
            or has_verb(line, at + 1, end)
            or "q" in tags[at:end]
            or ("o" not in verb.frames and end - at > 2)
        ) and (here not in "ir" or verb.lemma == "say"):
            return Found("bare clause", group, cue.at, source, ((at, end),), cue)
    if verb.takes("w") and "T" not in tags[at : at + 8]:
        return None
    if verb.takes("o") and here in "NPdDxSpyeiojguzv*$" and cue.use != "infinitive":
        one = found("object", at)
        return one and replace(one, content=((at, object_end(line, at, one.content[0][1])),))
    return None


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


def _stops(line: Line, cue: Cue, later: Sequence[Cue]) -> list[int]:
    """Where later cues of the sentence begin statements of their own."""
    stops = []
    for other in later:
        if _new_statement(line, cue, other):
            stops.append(other.first)
        elif other.use == "finite":
            joint = max(
                line.tags.rfind(",&", cue.last, other.first),
                line.tags.rfind(",b", cue.last, other.first),
                line.tags.rfind(",s", cue.last, other.first),
            )
            if joint > 0 and not has_verb(line, joint + 2, other.first):
                stops.append(joint + 1)
    return stops


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
    stop = clause_end(line, at, last, _stops(line, cue, later))
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


_SPEAKER = re.compile(r"[NP]{1,5}(?:\([^)]{1,4}\))?(?:,N)?:(?=[^:]{2})")


def speaker_colon(line: Line, first: int, last: int) -> Found | None:
    """Harbour master: We will wait."""
    match = _SPEAKER.match(line.tags, first, last)
    if not match or line.words[match.end() - 2].isdigit():
        return None
    colon = match.end() - 1
    return Found(
        "speaker and colon",
        (colon, colon + 1),
        colon,
        (first, colon),
        ((colon + 1, len(line.tags)),),
    )


_OWNER = re.compile(r"([dPyxNe]*[Py]|d)([xeNrjuzS]*)t")


def noun_clauses(line: Line, first: int, last: int) -> Iterator[Found]:
    """Vasko's claim that the ferry would wait was false."""
    for match in _OWNER.finditer(line.tags, first, last):
        noun = match.end() - 2
        owner = match.span(1)
        if line.words[noun].lower() not in word_list("nouns.txt") or noun < owner[1]:
            continue
        if (
            line.tags[owner[0]] == "d"
            and owner[1] - owner[0] == 1
            and line.words[owner[0]].lower() not in _OWNERS
        ):
            continue
        end = clause_end(line, noun + 1, last, [])
        yield Found("noun clause", (noun, noun + 1), noun, owner, ((noun + 1, end),))


_OWNERS = frozenset({"his", "her", "their", "its", "my", "our", "your"})


def according_to(line: Line, first: int, last: int) -> Found | None:
    """The ferry sank, according to the coastguard."""
    tags = line.tags
    at = tags.find("k", first, last)
    if at + 1 >= last or tags[at + 1] != "T":
        return None
    source = source_after(line, at + 2, last)
    if not source:
        return None
    if at == first or tags[at - 1] in "b&":
        comma = tags.find(",", source[0], last)
        if comma < 0:
            return None
        if source[0] < comma < source[1]:
            second = tags.find(",", comma + 1, last)
            if second < 0 or has_verb(line, comma + 1, second):
                source = (source[0], comma)
        start = source[1] + 1 if tags[source[1] : source[1] + 1] == "," else comma + 1
        content = [(start, _end(line, last))]
    else:
        start = skip_openers(line, first, at)
        content = [(start, _content_stop(line, start, at))]
        content += _resumed(line, source[1], last)
    if content[0][0] >= content[0][1]:
        return None
    return Found("according to", (at, at + 2), at, source, tuple(content))
