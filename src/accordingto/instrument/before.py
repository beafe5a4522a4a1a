"""Rules for content that stands before its cue: "We will wait," she said."""

from __future__ import annotations

import re

from accordingto.instrument.adjuncts import adjuncts, after_cue
from accordingto.instrument.content import content_start, content_stop, resumed, sentence_end
from accordingto.instrument.cues import Cue
from accordingto.instrument.finding import Finding, Range
from accordingto.instrument.lexicon import BELIEF, CLAUSE, OBJECT, SPOKEN
from accordingto.instrument.sentences import Sentence
from accordingto.instrument.sources import source_after, source_before
from accordingto.instrument.tagset import FINITE, NOMINAL, NOUN, NOUN_OR_VERB, QUOTED


def trailing(sentence: Sentence, cue: Cue) -> Finding | None:
    """Aides told him to wait, the harbour radio reported."""
    if not cue.verb.takes(CLAUSE):
        return None
    if sentence.comma_before(cue.first) and cue.first == cue.at:
        return inverted(sentence, cue)
    after = adjuncts(sentence, cue.end)
    source = source_before(sentence, cue.first)
    if not sentence.among(after, ".,") or not source or not sentence.comma_before(source[0]):
        return None
    start = content_start(sentence, source[0])
    content = (start, content_stop(sentence, start, source[0]))
    return Finding.by("clause before", cue, source, content, *resumed(sentence, cue.end, start))


def inverted(sentence: Sentence, cue: Cue) -> Finding | None:
    """“We will wait,” said the harbour master."""
    source = None if sentence.among(cue.end, "i") else source_after(sentence, cue.end)
    if not source or sentence.word(source[1] - 1) in ("a", "an", "the"):
        return None
    if not cue.verb.takes(SPOKEN) or sentence.has_verb(source[1], source[1] + 1):
        return None
    start = content_start(sentence, cue.first)
    if sentence.tag(cue.first - 1) == ",":
        subject = _SUBJECT.fullmatch(sentence.tags, start, cue.first - 1)
        if subject or _CLAUSE.search(sentence.tags, *source):
            return None
        told = _TOLD.search(sentence.tags, start, cue.first)
        if cue.verb.takes(OBJECT) and not (told or ends_headline(sentence, cue.end)):
            return None
    content = (start, content_stop(sentence, start, cue.first))
    closes = source[1] >= sentence_end(sentence) and (
        sentence.has_verb(*content) or "T" in sentence.tags[slice(*content)]
    )
    if not (closes or sentence.has_quotation(*content)) and source_before(sentence, cue.first):
        return None
    return Finding.by("inverted", cue, source, content, *resumed(sentence, source[1], start))


def ends_headline(sentence: Sentence, at: int) -> bool:
    """Returns whether one word without an article ends a sentence: "…, warns bank"."""
    return sentence.tags[at:].rstrip(".") in tuple(NOUN + NOUN_OR_VERB)


_CLAUSE = re.compile("[xS]e[xr]")  # ", said the family deserved better"
_SUBJECT = re.compile("[^amfvzuQq]*[NxS],?[wt][^,]*")  # "Ann Lee, who served, | said it was"
_TOLD = re.compile("(?<!T)[amfv]|[Qq]")  # not "Ann Lee, to be sworn in on Monday, announced it"


def content_before(
    sentence: Sentence, cue: Cue, source: Range, after: Finding | None
) -> Finding | None:
    """“We will wait,” he said. `after` is what the rules found after the cue."""
    begin = source[0]
    if sentence.tag(begin) == "w":
        return None
    if sentence.tag(0) == "v" and sentence.quoted(begin - 1):
        return after  # Asked whether it was “late,” she said no.
    if sentence.word(begin - 1) == "as" and sentence.comma_before(begin - 1):
        return _as_said(sentence, cue, source)
    if begin == 0:
        return None if after else _question_before(sentence, cue, source)
    mark = sentence.tag(begin - 1)
    start = content_start(sentence, begin)
    content = (start, content_stop(sentence, start, begin))
    if mark not in QUOTED + ",-" or not cue.verb.takes(SPOKEN + BELIEF):
        return None
    rest = resumed(sentence, cue.end, start)
    titled = after and start < begin - 1  # on Fox News’s “Sunday,” Lund said that …
    if _all_quoted(sentence, start, begin - 1) or (mark in QUOTED and not titled):
        return Finding.by("quotation before", cue, source, content, *rest)
    if mark == "," and (on := _interrupted(sentence, cue, *content)):
        rest = on
    elif after and mark == "," and _goes_on(sentence, start, after):
        rest = list(after.content)
    elif (
        after
        or sentence.among(after_cue(sentence, cue), NOMINAL)
        or not (rest or _can_be_clause(sentence, *content) or _closes(sentence, cue, *content))
        or (not cue.verb.takes(CLAUSE) and not sentence.has_quotation(*content))
    ):
        return None
    return Finding.by("clause before", cue, source, content, *rest)


def _as_said(sentence: Sentence, cue: Cue, source: Range) -> Finding | None:
    """The ferry is late, as Vasko put it in a statement."""
    if not cue.verb.takes(CLAUSE) or adjuncts(sentence, cue.end) < sentence_end(sentence):
        return None
    start = content_start(sentence, source[0] - 1)
    content = (start, content_stop(sentence, start, source[0] - 1))
    rule = "quotation before" if sentence.quoted(content[1] - 1) else "clause before"
    return Finding.by(rule, cue, source, content)


def _all_quoted(sentence: Sentence, start: int, comma: int) -> bool:
    """“We will wait”, she said, with the comma outside as in British usage."""
    return start == comma - 1 and sentence.quoted(start)


def _question_before(sentence: Sentence, cue: Cue, source: Range) -> Finding | None:
    """“Will you wait?” Vasko asked."""
    if sentence.before != "Q":
        return None
    return Finding.by("question before", cue, source, (-1, 0))


def _can_be_clause(sentence: Sentence, start: int, stop: int) -> bool:
    """Whether what stands before ", he said" is a statement, and not just "On Monday"."""
    opener = sentence.among(start, "is") and stop - start <= _LONGEST_OPENER
    opener = opener or (sentence.tag(start) == "s" and "," not in sentence.tags[start : stop - 1])
    return sentence.has_quotation(start, stop) or (sentence.has_verb(start, stop) and not opener)


def _closes(sentence: Sentence, cue: Cue, start: int, stop: int) -> bool:
    """Whether a cue ends its sentence, so that all before it is told, whatever its verb."""
    ends = adjuncts(sentence, cue.end) >= sentence_end(sentence)
    return ends and stop - start >= _SHORTEST and not sentence.among(start, "is")


_SHORTEST = 4  # words of "The job marks his return", whose verb no list knows


def _interrupted(sentence: Sentence, cue: Cue, start: int, stop: int) -> list[Range]:
    """The predicate of a subject that a cue parts from it: "His leverage, they believe, | is"."""
    at = after_cue(sentence, cue)
    if sentence.has_verb(start, stop) or not sentence.among(stop - 1, NOUN + "r"):
        return []
    parted = sentence.tag(at) == "," and sentence.among(at + 1, FINITE)
    return [(at + 1, sentence_end(sentence))] if parted else []


def _goes_on(sentence: Sentence, start: int, after: Finding) -> bool:
    """Whether marks go on with a statement: "The fares, she said, “will not rise”"."""
    if after.rule != "quotation after":
        return False
    marks = after.content[0][0]
    within = sentence.tag(marks) == "q" and sentence.tag(marks - 1) == ","
    asked = sentence.tags.startswith("sv", start)  # "When asked, she said, “it is late.”"
    return within and not (asked or sentence.among(start, "iTr"))


_LONGEST_OPENER = 7  # words of "After the storm on Monday"
