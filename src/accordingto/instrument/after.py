"""Rules for content that stands after its cue: she said that the ferry would wait."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from accordingto.instrument.adjuncts import after_cue
from accordingto.instrument.clauses import (
    act_end,
    clause_end,
    object_end,
    stops_of,
)
from accordingto.instrument.cues import Cue
from accordingto.instrument.finding import Finding, Range
from accordingto.instrument.lexicon import (
    ALSO_NOUN,
    BELIEF,
    CLAUSE,
    INFINITIVE,
    NAMING,
    OBJECT,
    QUESTION,
    SHOWN,
    THAT,
    group,
)
from accordingto.instrument.place import Place, is_relative
from accordingto.instrument.sentences import Sentence
from accordingto.instrument.sources import NAMED_LAST
from accordingto.instrument.tagset import (
    FINITE,
    NOMINAL,
    NOUN,
    NOUN_OR_VERB,
    PREPOSITION,
)


def content_after(
    sentence: Sentence, cue: Cue, source: Range, later: Sequence[Cue]
) -> Finding | None:
    """He said that the ferry would wait."""
    if main := _main_verb(sentence, cue, source, later):
        sentence = sentence.until(main)
    at = after_cue(sentence, cue)
    if at >= sentence.end:
        return None
    stops = stops_of(sentence, cue, later)
    place = Place(sentence, cue, source, at, stops, _is_inner(sentence, source))
    if at > cue.end and sentence.among(at - 1, PREPOSITION + "P"):
        return None
    found: Iterator[Finding | None] = (rule(place) for rule in _RULES)
    return next((one for one in found if one), None)


def _main_verb(sentence: Sentence, cue: Cue, source: Range, later: Sequence[Cue]) -> int | None:
    """Where the clause of a subject ends: "The aide who wrote the letter | said it was late"."""
    if not is_relative(sentence, source) or sentence.has_verb(0, source[0]):
        return None
    after = (one.first for one in later if one.use == "finite" and one.first > cue.end + 1)
    return next(after, None)


def _is_inner(sentence: Sentence, source: Range) -> bool:
    """Whether the statement stands in a clause: "while he said …, …", "the mayor, who said …"."""
    before = len(sentence.tags[: source[0]].rstrip("r")) - 1
    supposed = sentence.tag(before) == "s" or sentence.word(before) == "if"
    return supposed or "w" in sentence.tags[before + (before < 0) : source[0] + 1]


_LED_BY_NOUN = re.compile(rf"[{NOMINAL}{NOUN_OR_VERB}]{{1,5}}:(?=[Qq])")


def _quotation(place: Place) -> Finding | None:
    """He said: “We will wait.”"""
    sentence, at = place.sentence, place.at + (place.here in ",:-")
    if sentence.quoted(at):
        end = _quote_end(sentence, at, place.stops)
        return place.found("quotation after", at, end)
    if led := _LED_BY_NOUN.match(sentence.tags, at):  # Lopez blasts Hall: “We will wait.”
        return place.found("quotation after", led.end(), led.end() + 1)
    told = place.here == ":" and place.takes(CLAUSE) and sentence.has_verb(at, sentence.end)
    return place.found("colon", at) if told else None


def _clause(place: Place) -> Finding | None:
    """He said that it would wait; he questioned that report; a plan that he said would fail."""
    if place.here == "t" and not place.imagined:
        noun = _THAT_NOUN.fullmatch(place.sentence.tags, place.at, place.ends)
        if noun and not place.takes(OBJECT):
            return None
        return place.found(
            "that clause" if place.takes(CLAUSE + BELIEF + THAT) else "object", place.at
        )
    if place.here not in FINITE + "e" or not place.takes(CLAUSE) or not place.told:
        return None
    named = NAMED_LAST.search(place.sentence.tags, *place.source)
    if named and not place.sentence.among(place.source[0] - 1, "wt"):  # "a plan | Roe said would"
        place = replace(place, source=named.span())
    return place.found("gap clause", place.at)


_THAT_NOUN = re.compile("t[xjS]")  # "maintain that confidence"
_NOBODY = group("nobody")


def _question(place: Place) -> Finding | None:
    """He asked whether it would wait; he asked the crew about the delay."""
    nobody = place.sentence.word(place.source[0]) in _NOBODY  # "no one could say why it was late"
    asked = nobody or place.cue.negated or not place.imagined
    asks = place.takes(CLAUSE + QUESTION + BELIEF + OBJECT) and asked
    if asks and _asks(place.sentence, place.cue, place.at):
        return place.found("question clause", place.at)
    about = place.sentence.word(place.at) == "about" and place.takes(QUESTION)
    if not about:
        return None
    topic = place.at + 1
    return place.found(
        "question clause", topic, object_end(place.sentence, topic, place.end(topic))
    )


def _asks(sentence: Sentence, cue: Cue, at: int) -> bool:
    """Whether a question begins here; with "when" it does where one asks or does not say."""
    refuses = cue.verb.verb_class == "negated" or (cue.negated and cue.verb.takes(CLAUSE))
    when = sentence.word(at) == "when" and (refuses or cue.verb.takes(QUESTION))
    return sentence.among(at, "Ww") or when


def _act(place: Place) -> Finding | None:
    """He declined to say; he promised to wait."""
    to = place.sentence.tags[place.at : place.at + 2]
    if place.cue.verb.verb_class == "negated" and to in ("Tu", "Tx"):
        unsaid = refusal(place, place.at + 2)
        if to == "Tu" or unsaid.content:
            return unsaid
    if to[:1] != "T" or to[1:] == "D" or not place.takes(INFINITIVE):
        return None
    return place.found("infinitive", place.begins, act_end(place.sentence, place.at, place.ends))


def _paused(place: Place) -> Finding | None:
    """As Vasko said, the ferry would wait. But, Vasko said, the ferry would wait."""
    start = place.source[0]
    before = place.sentence.word(max(0, start - 1))
    led = before == "as" or place.sentence.tags[max(0, start - 2) : start] in ("b,", "&,")
    pause = _PAUSE.match(place.sentence.tags, place.cue.end) if led else None
    return place.found("bare clause", pause.end()) if pause and place.takes(CLAUSE) else None


# "had written a few years earlier, | …"
_PAUSE = re.compile("(?:[riY][^,QqpvfamzutW.:;-]{0,12})?,")


# Before these the first phrase after a cue ends.
_PHRASE_END = re.compile("[,s&-]")
_RELATIVE = re.compile("[^amfv,s&-]+,w[^,]+,(?=r?[amf])")  # "the boat, which leaked, was late"


def _holds_marks(place: Place) -> bool:
    """Whether the words after a cue hold a quotation, and no verb that a participle leads up to.

    "Recalling the storm, Vasko called it “late”": what is recalled is not in marks.
    """
    quoted = _QUOTATION.match(place.sentence.tags, place.at, place.ends)
    led = place.cue.use != "finite"
    return quoted is not None and not (led and _FINITE.search(quoted[0]))


def _weighed(sentence: Sentence, at: int) -> bool:
    """Whether a thing is only said to tell a lot: "it says much about the crew"."""
    return sentence.word(at) in _MUCH and sentence.word(at + 1) == "about"


def _is_clause(place: Place, end: int) -> bool:
    """Whether a verb is told up to `end`, after its subject where the cue's verb wants one."""
    if not place.takes(THAT):
        return place.sentence.has_clause(place.at + 1, end)
    return _SUBJECT_AND_VERB.match(place.sentence.tags, place.at, end) is not None


# Not "a body found in a tent", "gaps in how it was paid", "a plan that failed".
_SUBJECT_AND_VERB = re.compile(
    r"(?=[pdPyNDS*])(?:[^wWt]|t(?=[pdPN]))+?(?:[amf]|(?<![TdPyi])(?:[zu]|[ve](?![iOB]|\Z)))"
    "|x[^wWt]*?[amf]"
)
_MUCH = group("amount")
_QUOTATION = re.compile("[^Qq]*[Qq]")
_FINITE = re.compile(f"[{FINITE}]")


def _bare_clause(place: Place) -> Finding | None:
    """He said the ferry would wait."""
    sentence, at, verb = place.sentence, place.at, place.cue.verb
    if place.here not in NOMINAL + NOUN_OR_VERB + "pg*$":
        return None
    if not place.takes(CLAUSE + BELIEF + THAT) or not place.told or place.of_a_noun:
        return None
    if place.imagined or place.pictured or _weighed(sentence, at):
        return None
    aside = _RELATIVE.match(sentence.tags, at) if ",w" in sentence.tags else None
    phrase = _PHRASE_END.search(sentence.tags, aside.end() if aside else at + 1)
    end = phrase.start() if phrase else sentence.end
    # "on finding the key, he left"; but what follows "saying" is said
    thing = verb.takes(OBJECT + THAT) or (place.cue.use == "participle" and verb.lemma != "say")
    holds_verb = place.here == "p" and not sentence.word(at).isalpha()  # "saying it’s late"
    marks = _holds_marks(place)
    if thing and not (holds_verb or marks or aside or _is_clause(place, end)):
        return None
    return place.found("bare clause", place.begins) if at + 1 < place.ends else None


_AS_SAYING = re.compile("sg,?(?=.)")
_UNITS = group("unit")


def _object(place: Place) -> Finding | None:
    """He criticised the plan."""
    if place.takes(SHOWN) and not place.documented:
        return None
    you_can = place.imagined and place.sentence.word(place.source[0]) == "you"
    if not place.takes(OBJECT) or not place.told or you_can:
        return None
    acts = place.of_a_noun and place.takes(CLAUSE + ALSO_NOUN)
    if acts and not place.sentence.has_quotation(place.at, place.ends):
        return None
    called = place.at + 1 + place.sentence.among(place.at + 1, "d")
    if place.sentence.word(place.at) == "as" and place.sentence.quoted(called):
        return place.found("object", place.at + 1)  # described as “late”
    if place.here not in NOMINAL + NOUN_OR_VERB + "pogv*$":
        return None
    number = place.at + (place.sentence.word(place.at) == "another")
    if place.sentence.word(number + 1) in _UNITS:  # "the index declined another 0.1 per cent"
        return None
    if place.takes(NAMING) and _calls_nothing(place):
        return None
    end = place.object_ends
    saying = _AS_SAYING.search(place.sentence.tags, place.at, end)
    if saying and place.sentence.word(saying.start()) == "as":  # quoted the mayor as saying “late”
        return place.found("object", saying.end(), end)
    colon = place.sentence.find(":", place.at, end)
    if place.sentence.quoted(colon + 1):  # Lopez called the idea a joke: “We wait.”
        return place.found("quotation after", colon + 1, colon + 2)
    return place.found("object", place.begins, object_end(place.sentence, place.at, end))


def _calls_nothing(place: Place) -> bool:
    """Whether one thing is named and no more: "called a meeting", "a boat called Miracle Run"."""
    sentence, at = place.sentence, place.at
    before = "wt&" + (NOUN if place.here in "xej" else "")
    gap = sentence.among(place.source[0] - 1, before)  # "a move (that) critics called late"
    if gap or _COMPLEMENT.match(sentence.tags, at, place.ends):
        return False
    one = _A_PHRASE if sentence.word(at) in ("a", "an") else _ONE_WORD
    return one.match(sentence.tags, at) is not None


# A second phrase, or marks: "called the plan a joke", "called the plan “late”".
_COMPLEMENT = re.compile(r"[^,wts]*(?:,[^,Qq]+,[^,wts]*)?(?:[Qq]|(?<=[NxSD])d)")
_ONE_WORD = re.compile(r"(?:[dPyD]?[xSejNgzu]|N+)(?=[,.irYTstwvb-]|\Z)")
_A_PHRASE = re.compile(r"d[xSejNgzu]+(?=[,.iYTOstwvb-]|\Z)")


def refusal(place: Place, at: int) -> Finding:
    """The harbour master declined to say whether the ferry would wait."""
    sentence, cue = place.sentence, place.cue
    is_told = sentence.among(at, "t") or _asks(sentence, cue, at)
    content = ((at, place.end(at)),) if is_told else ()
    return Finding("refusal", (cue.first, at), cue.at, place.source, content, cue)


def _quote_end(sentence: Sentence, at: int, stops: list[int]) -> int:
    alone = sentence.tag(at) == "Q" or sentence.comma_before(at + 1) or sentence.tag(at + 1) == "-"
    return at + 1 if alone else clause_end(sentence, at, stops)


_RULES = (_quotation, _clause, _question, _act, _paused, _bare_clause, _object)
