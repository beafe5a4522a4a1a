"""The adjuncts between a cue and its content: adverbs, days, venues, and addressees."""

from __future__ import annotations

import re

from accordingto.instrument.cues import Cue
from accordingto.instrument.lexicon import (
    ADDRESSEE,
    BELIEF,
    CLAUSE,
    INFINITIVE,
    OBJECT,
    classed,
    group,
    word_list,
)
from accordingto.instrument.sentences import Sentence
from accordingto.instrument.tagset import (
    CLAUSE_OPENER,
    FINITE,
    NOMINAL,
    NOUN_OR_VERB,
    PREPOSITION,
    VERBAL,
)


def after_cue(sentence: Sentence, cue: Cue) -> int:
    """The first word that can be content."""
    at = adjuncts(sentence, cue.end)
    if cue.verb.takes(ADDRESSEE):
        told = adjuncts(sentence, _past_addressee(sentence, at))
        paused = cue.use == "finite" and told > at and _PAUSED.match(sentence.tags, told)
        at = paused.end() if paused else told
    posted = _POSTED.match(sentence.tags, at) if at > cue.end else None
    return posted.end() if posted else _past_phrase(sentence, cue, at)


_POSTED = re.compile(r"[evf][iB][^,amfvzgtW]{1,6}(?=t)")  # "in a letter | posted on X that it …"
# What says where the content begins, and how many words may stand before it.
_OPENER = re.compile(r"t|[:,][Qq]")
_SUBJECT = re.compile(rf"[{NOMINAL}iO]{{1,6}}?(?=p[r{VERBAL}])")  # "said for weeks | he would"
_LED = re.compile(r"[^amfvgtwWqQ:,.;-]{1,6}[:,](?=[Qq])")  # "explained it this way: “We …”"
_ASIDE = re.compile(r",[^,QqtT.:;-]{2,12},(?=t)")  # "cautioned, as did the crew, | that it would"
_TO_ACT = re.compile("Tr?[uxaf]")  # "pledged to look at the plan that …"
_PAUSED = re.compile(",(?=(?:p|[dPyN][^,]{1,8})[amfvze])")  # "told the crew on Monday, | it was"
_LONGEST_PHRASE = 20
_TOLD = re.compile("[amfvg]|(?<=[NSp])[zu]")  # and nothing else is told in it


def _past_phrase(sentence: Sentence, cue: Cue, at: int) -> int:
    """Past a phrase that no list knows: "wrote for the Harbour News that", "said of it: “We”"."""
    if not cue.verb.takes(OBJECT) and (led := _LED.match(sentence.tags, at)):
        return led.end()
    if sentence.among(at, NOMINAL + "p"):
        return at
    if cue.verb.takes(CLAUSE) and (aside := _ASIDE.match(sentence.tags, at)):
        return aside.end()
    acts = cue.verb.takes(INFINITIVE) and _TO_ACT.match(sentence.tags, at)
    if acts or not sentence.among(at, PREPOSITION + "s,"):
        return at
    opener = _OPENER.search(sentence.tags, at, min(sentence.end, at + _LONGEST_PHRASE))
    subject = None if opener else _SUBJECT.match(sentence.tags, at + 1)
    end = opener.start() if opener else subject.end() if subject else at
    clause = CLAUSE if sentence.tag(at) == "T" else CLAUSE + BELIEF
    if sentence.tag(end) == "t":
        noun = sentence.tag(at) == "T" and sentence.word(end - 1) in word_list("nouns.txt")
        other = sentence.word(end - 1) in ("so", "though")
        if noun or other or not cue.verb.takes(clause):
            return at  # "responded to a report that …", "waits so that …"
    return at if _TOLD.search(sentence.tags, at, end) else end


def adjuncts(sentence: Sentence, at: int) -> int:
    """Past adverbs, days and venues: "on Sunday", "in an interview with Fox News"."""
    while at < sentence.end and (end := _adjunct(sentence, at)) > at:
        at = end
    return at


_WHEN = group("pointing")
_TIMES = group("day_time")


def is_time(sentence: Sentence, at: int) -> bool:
    """Returns whether two words say when: "last week", "that night", "late Sunday"."""
    word = sentence.word(at)
    if word == "late":
        return sentence.among(at + 1, "Y")
    return word in _WHEN and sentence.word(at + 1) in _TIMES


def _adjunct(sentence: Sentence, at: int) -> int:
    """The end of an adjunct that begins here, or `at` where none does."""
    tag = sentence.tags[at]
    if tag in "rY":
        return at + 1 + (sentence.word(at + 1) in _TIMES)
    if tag in "dtx" and is_time(sentence, at):
        return at + 2
    placed = tag == "i" and sentence.word(at) != "about"
    return (placed and venue(sentence, at)) or at


_VENUE = re.compile(
    rf"(?:(?<![xS{NOUN_OR_VERB}Y])d"  # "in a statement | the ferry would wait"
    rf"|(?!d|T[ux])[{NOMINAL}{PREPOSITION}{NOUN_OR_VERB}&rY]){{0,15}}"
)
_NEAR = 6  # words before the one that says what kind of venue it is


def venue(sentence: Sentence, at: int) -> int:
    """The end of "in an interview with Fox News on Sunday", or 0 where no venue is named."""
    tags, words = sentence.tags, sentence.words
    venues = classed("venues.txt")
    whole = _VENUE.match(tags, at + 1)
    end = whole.end() if whole else at + 1
    named = range(at + 1, min(end, at + 1 + _NEAR))
    return end if any(words[n].lower() in venues or tags[n] == "Y" for n in named) else 0


_ADDRESSEE = re.compile(
    rf"o|d(?=[,:])|p(?![{VERBAL}Sr])"
    rf"|[dPyD]?[xejPyD]*(?:N+(?:[xS]+(?![{VERBAL}]))?|[xS]+|j(?=[iOdp]|\Z))"  # "the hearing"
    r"(?:[iO][dPy]*[xeN]*(?:N&N)?[xeN]*[NxS]+)*"  # "of Israeli and Palestinian officials"
)
_SECOND = re.compile(r"d[xe]*x(?=(?:N+|S)\Z)")
_APPOSED = re.compile(
    rf",[{NOMINAL}iO]{{1,9}},(?=[tT])"
)  # "told Lund, the head of the board, | that"
_MARK = re.compile(rf"[{CLAUSE_OPENER}T:.,;-]")


def _past_addressee(sentence: Sentence, at: int) -> int:
    """Past "the crew" of "told the crew that it would wait"."""
    tags = sentence.tags
    that = tags.find("t", at + 1, at + 16)
    # "asked the crew to look at the plan that failed", "told the crew, though that was denied"
    other = "T" in tags[at:that] or sentence.word(that - 1) == "though"
    if that > 0 and not other and not sentence.has_verb(at, that):
        return that
    mark = _MARK.search(tags, at + 1)
    addressee = _ADDRESSEE.match(tags, at, mark.start() if mark else sentence.end)
    end = addressee.end() if addressee else at
    end = next((n for n in range(at + 1, end) if sentence.word(n) == "about"), end)
    if sentence.among(end, FINITE) and (subject := _SECOND.match(tags, at, end)):
        return subject.end()  # "told the jury | Mrs Ash may leave"
    apposed = _APPOSED.match(tags, end)
    return apposed.end() if apposed else end
