"""Beside quotation marks the shape of the sentence finds the cue; the list only classes it.

A noun phrase and one finite verb next to a quotation is a source and a cue whatever the verb:
“It is over,” the captain laughed.
"""

from __future__ import annotations

import re

from accordingto.instrument.chunker import SOURCE
from accordingto.instrument.content import content_start, content_stop, resumed
from accordingto.instrument.cues import Cue
from accordingto.instrument.finding import Finding
from accordingto.instrument.lexicon import QUOTATION, Verb
from accordingto.instrument.sentences import Sentence
from accordingto.instrument.sources import subject_of

_VERB = r"r?(?P<verb>[evfzuS])r?"
_AFTER_VERB = r"(?=[.,;:iTsYgjO-]|\Z|[dop][^.]*\Z)"
# “It is over,” the captain laughed.
_BEFORE = re.compile(rf"[Qq](?P<mark>[,-]?)(?P<source>{SOURCE}){_VERB}{_AFTER_VERB}")
# “It is over,” laughed the captain.
_INVERTED = re.compile(
    rf"[Qq](?P<mark>[,-]?)r?(?P<verb>[evfz])r?(?P<source>{SOURCE})(?=[.,;:isYgjQT-]|\Z)"
)
# The captain laughed, “It is over.” The captain was hopeful: “It is over.”
_AFTER = re.compile(
    rf"(?:\A|(?<=[,&b.-]))(?P<source>{SOURCE})(?:{_VERB}[^,.;:QqvfamzwT]{{0,8}}[,:]"
    r"|(?P<be>[am])[^,.;:QqvfamzwT]{1,6}:)(?=[Qq])"
)
# She put down the lamp and cried out in a low voice, “It is over.”
_SHARED = re.compile(r"&r?(?P<verb>[evf])[^,.;:QqvfamzwTNp]{0,8}[,:](?=[Qq])")
# “It is over.” – Ann Lee, captain
_SIGNED = re.compile(r"\A(?P<quoted>[Qq]*)(?P<dash>-)(?P<source>d?Y?N[NP]*(?:,[^,.]{1,12})*)[.]?\Z")


def beside_marks(sentence: Sentence) -> Finding | None:
    """Returns what the shape of a sentence attributes beside marks, if it does."""
    if sentence.tags[0] in "Qq-" and (signed := _signed(sentence)):
        return signed
    if not sentence.has_quotation(0, sentence.end):
        return None
    return _led_up_to(sentence) or _followed(sentence)


def _followed(sentence: Sentence) -> Finding | None:
    match = _BEFORE.search(sentence.tags) or _INVERTED.search(sentence.tags)
    if not match:
        return None
    begin = match.start() + 1
    if not (match["mark"] or sentence.tag(begin - 1) == "Q" or sentence.comma_before(begin)):
        return None
    start = content_start(sentence, begin + len(match["mark"]))
    content = (start, content_stop(sentence, start, begin))
    if sentence.has_verb(start, begin - 1):  # words around the marks belong to another statement
        content = (begin - 1, begin)
    source = match.span("source")
    if manner := _MANNER.search(sentence.tags, *source):
        of_it = sentence.word(manner.end() - 1) in _ITS
        source = (source[0], manner.start()) if of_it else source
    cue = _cue(sentence, match.start("verb"))
    rest = resumed(sentence, max(cue.end, source[1]), start)
    rule = "quotation before" if match.start("source") < cue.at else "inverted"
    return Finding.by(rule, cue, source, content, *rest)


_MANNER = re.compile("id")  # "hissed Mrs Crane | between her teeth"
_ITS = ("his", "her", "their")


def _led_up_to(sentence: Sentence) -> Finding | None:
    match = _AFTER.search(sentence.tags)
    if not match:
        return _shared(sentence)
    cue = _cue(sentence, match.start("verb") if match["verb"] else match.start("be"))
    if match["be"]:
        cue = Cue(cue.verb, "finite", cue.at, cue.at, match.end() - 1)
    content = (match.end(), match.end() + 1)
    return Finding.by("quotation after", cue, match.span("source"), content)


def _shared(sentence: Sentence) -> Finding | None:
    match = _SHARED.search(sentence.tags)
    source = subject_of(sentence, match.start()) if match else None
    if not match or not source:
        return None
    content = (match.end(), match.end() + 1)
    return Finding.by("quotation after", _cue(sentence, match.start("verb")), source, content)


def _signed(sentence: Sentence) -> Finding | None:
    match = _SIGNED.match(sentence.tags)
    if not match or not (match["quoted"] or sentence.before == "Q"):
        return None
    dash = match.span("dash")
    content = match.span("quoted") if match["quoted"] else (-1, 0)
    return Finding("speaker and dash", dash, dash[0], match.span("source"), (content,))


def _cue(sentence: Sentence, at: int) -> Cue:
    """A verb that no list holds: it takes a quotation, and has no class."""
    return Cue(Verb(sentence.word(at), None, frozenset(QUOTATION)), "finite", at, at, at + 1)
