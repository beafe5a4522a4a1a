"""Findings of a paragraph: sentence by sentence, and those that run on over sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accordingto.instrument.content import has_quotation
from accordingto.instrument.finding import Finding
from accordingto.instrument.rules import in_sentence
from accordingto.instrument.sentences import Sentence, sentences
from accordingto.instrument.speakers import speech
from accordingto.instrument.tagset import JOINING, QUOTED
from accordingto.instrument.tokens import Line


def attributions(line: Line, off: frozenset[str] = frozenset()) -> list[Finding]:
    """Returns the attributions of a paragraph, in order of their cues, but for the rules `off`."""
    opener = speech(line)
    found = [opener] if opener and opener.rule not in off else []
    begun = 0
    for sentence, (first, end) in zip(sentences(line), line.sentences, strict=True):
        here = [one.shifted(first) for one in in_sentence(sentence)]
        if not here and found and not found[-1].holds(first):
            here = _carried(line, sentence, (first, end), begun, found)
        if here and found and here[0].content == found[-1].content:
            found.pop()  # a question that was taken to go on with what was said before it
        found.extend(one for one in map(_sound, here) if one and one.rule not in off)
        begun = first
    return found


def _carried(
    line: Line, sentence: Sentence, place: tuple[int, int], begun: int, found: Sequence[Finding]
) -> list[Finding]:
    """Continue the last statement, best one in marks, in a quotation without a cue.

    “We will wait,” Vasko said. “There is time.” `begun` is where the sentence before it begins.
    """
    opens = sentence.tags[:3].lstrip(JOINING + "r,")[:1] in tuple(QUOTED)
    if not opens or sentence.has_verb(0, sentence.end):
        return []
    before = [one for one in found if one.cue[0] >= begun and one.rule != "according to"]
    marked = [one for one in before if has_quotation(line.tags, one.content)]
    last = (marked or before or found)[-1]  # nobody goes on with a refusal
    return [replace(last, rule="carried quotation", content=(place,))] if last.content else []


def _sound(found: Finding) -> Finding | None:
    """The finding without empty pieces, or nothing when no content is left where there was some."""
    content = tuple(piece for piece in found.content if piece[0] < piece[1])
    if len(content) == len(found.content):
        return found
    return replace(found, content=content) if content or found.rule == "refusal" else None
