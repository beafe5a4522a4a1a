"""The rules by their names, and what they find together in a sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from accordingto.instrument.after import content_after
from accordingto.instrument.before import content_before, ends_headline, inverted, trailing
from accordingto.instrument.beside import beside_marks
from accordingto.instrument.cues import Cue, cues
from accordingto.instrument.descriptions import bare, source_types
from accordingto.instrument.far_subjects import ADJUNCT, awaited, leading_noun
from accordingto.instrument.finding import Finding, Range
from accordingto.instrument.lexicon import ADDRESSEE, OBJECT
from accordingto.instrument.passives import passive
from accordingto.instrument.sentences import Sentence
from accordingto.instrument.sources import clause_subject, source_before, subject_of
from accordingto.instrument.speakers import speaker_colon
from accordingto.instrument.tagset import JOINING, NOMINAL, NOUN_OR_VERB, QUOTED
from accordingto.instrument.undisclosed import undisclosed
from accordingto.instrument.verbless import according_to, in_words, noun_clauses
from accordingto.instrument.withheld import tells_of_a_source

# Each rule by its name, with a sentence that it reads.
RULES = {
    "quotation before": "“We will wait,” the harbour master said.",
    "quotation after": "The harbour master said, “We will wait.”",
    "inverted": "“We will wait,” said the harbour master.",
    "question before": "“Will you wait?” Vasko asked.",
    "running quotation": "“We will wait,” Vasko said.\n“There is time.”",
    "carried quotation": "“We will wait,” Vasko said. “There is time.”",
    "clause before": "The ferry would wait, Vasko said.",
    "that clause": "Vasko said on Monday that the ferry would wait.",
    "bare clause": "Vasko said the ferry would wait.",
    "gap clause": "It was a plan that Vasko said would fail.",
    "question clause": "Vasko asked whether the ferry would wait.",
    "infinitive": "Vasko promised to wait.",
    "object": "Vasko criticised the new timetable.",
    "passive": "Asked by a reporter whether the ferry would wait, Vasko smiled.",
    "refusal": "Vasko declined to say whether the ferry would wait.",
    "noun clause": "The letter holds Vasko’s claim that the ferry would wait.",
    "according to": "The ferry sank, according to the coastguard.",
    "speaker and dash": "“We will wait.” – Ingrid Vasko, harbour master",
    "undisclosed": "The harbour master is reportedly waiting.",
    "colon": "Vasko said: the ferry would wait.",
    "speaker and colon": "Vasko: We will wait.",
}


def in_sentence(sentence: Sentence) -> list[Finding]:
    """Returns all attributions of a sentence, in the order of their cues."""
    found: list[Finding] = []
    verbs = [one for one in cues(sentence) if not tells_of_a_source(sentence.words, one.at)]
    for index, cue in enumerate(verbs):
        if any(one.holds(cue.at) for one in found):
            one = trailing(sentence, cue)
            if one:
                found = [*(_clipped(f, one) for f in found), one]
            continue
        one = _attribution(sentence, cue, verbs[index + 1 :], found)
        if one and found and cue.at < found[-1].cue[1]:
            found[-1] = replace(found[-1], content=found[-1].content or one.content)
        elif one:
            found.append(one)
    beside = beside_marks(sentence)
    if beside and not any(one.holds(beside.content[0][0]) for one in found):
        others = [one for one in found if one.at != beside.at]
        if len(others) == len(found) or not sentence.among(beside.content[0][0], "is"):
            found = [*others, beside]
    spoken = None if found else speaker_colon(sentence)
    if spoken:
        return [spoken]
    if not found and (worded := in_words(sentence)):
        found.append(worded)
    found.extend(
        one
        for one in noun_clauses(sentence)
        if not any(outer.holds(one.at) or one.at in range(*outer.cue) for outer in found)
    )
    outer = according_to(sentence)
    unsaid = None if found or outer else undisclosed(sentence)
    return [*found, *(one for one in (outer, unsaid) if one)]


def _clipped(found: Finding, outer: Finding) -> Finding:
    end = outer.content[0][1]
    return replace(found, content=tuple((s, min(e, end)) for s, e in found.content))


def _attribution(
    sentence: Sentence,
    cue: Cue,
    later: Sequence[Cue],
    found: list[Finding],
) -> Finding | None:
    if cue.use == "passive":
        return passive(sentence, cue, later)
    if cue.use == "finite":
        if _may_be_inverted(sentence, cue) and (one := inverted(sentence, cue)):
            return one
        source = source_before(sentence, cue.first)
        if source and sentence.word(source[0] - 1) == "with" and sentence.tag(0) != "i":
            return None  # "it sails on Monday with the crew expected to wait"
        if source:
            after = content_after(sentence, cue, source, later)
            return content_before(sentence, cue, source, after) or after
    if source := _shared_source(sentence, cue, found):
        return content_after(sentence, cue, source, later)
    return None


def _may_be_inverted(sentence: Sentence, cue: Cue) -> bool:
    """Whether a bare "said" follows a quotation, or a comma that a noun phrase follows."""
    if cue.first == 0 or cue.first < cue.at:
        return False
    before = sentence.tag(cue.first - 1)
    after = sentence.tag(cue.end) or "."
    dashed = before == "-" and sentence.quoted(cue.first - 2)
    return (
        before in QUOTED
        or dashed
        or (before == "," and after in NOMINAL and not _addresses(sentence, cue))
        or (before == "," and sentence.tags[cue.end :] in NOUN_OR_VERB)  # "…, says report"
    )


def _addresses(sentence: Sentence, cue: Cue) -> bool:
    """Whether one is told after a cue: ", told the crew", but not "Rates to rise, warns bank"."""
    warned = cue.verb.takes(OBJECT) and ends_headline(sentence, cue.end)
    return cue.verb.takes(ADDRESSEE) and not warned


_LED = re.compile(r"i([dPyD]*[xejN]*[NxS]|d)\Z")
_OPENS = re.compile(",?[QqtpW]")  # "footage of Ruiz saying, | “We wait.”"


def _shared_source(sentence: Sentence, cue: Cue, found: Sequence[Finding]) -> Range | None:
    """The subject that a cue shares with another verb: "Vasko sighed and said", ", adding that"."""
    before = sentence.tag(cue.first - 1) if cue.first > 0 else "^"
    adjunct = ADJUNCT.search(sentence.tags, max(0, cue.first - 8), cue.first)
    if cue.use == "finite" and not adjunct and before not in JOINING + "r,":
        return None
    led = _LED.search(sentence.tags, 0, cue.first) if cue.use == "participle" else None
    if led and sentence.word(led.start()) == "with":
        return led.span(1)  # "with | the bureau forecasting rain"
    named = before == "N" and cue.use == "participle" and _OPENS.match(sentence.tags, cue.end)
    if named or (before == "S" and cue.use == "participle"):
        noun = source_before(sentence, cue.first)  # "signs | saying", not "statements saying"
        if noun and source_types().get(bare(sentence.word(noun[1] - 1))) != "document":
            return noun
    own = clause_subject(sentence, cue.first) if cue.use != "finite" else None
    return (
        own
        or (found and found[-1].source)
        or subject_of(sentence, cue.first)
        or leading_noun(sentence, cue.first)
        or awaited(sentence, cue)
    )
