"""Findings of a paragraph: sentence by sentence, and those that run on over sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from accordingto.instrument.content import has_quotation
from accordingto.instrument.descriptions import source_types
from accordingto.instrument.finding import Finding
from accordingto.instrument.lexicon import word_list
from accordingto.instrument.rules import in_sentence
from accordingto.instrument.sentences import Sentence, sentences
from accordingto.instrument.tagset import FINITE, JOINING, QUOTED
from accordingto.instrument.tokens import Line


def attributions(line: Line, off: frozenset[str] = frozenset()) -> list[Finding]:
    """Returns the attributions of a paragraph, in order of their cues, but for the rules `off`."""
    found: list[Finding] = []
    begun = 0
    for sentence, (first, end) in zip(sentences(line), line.sentences, strict=True):
        here = [one.shifted(first) for one in in_sentence(sentence)]
        if not here and found:
            here = _carried(line, sentence, (first, end), begun, found)
        if here and found and here[0].content == found[-1].content:
            found.pop()  # a question that was taken to go on with what was said before it
        if here and here[0].rule == "speaker and colon":
            here = [_whole_speech(line, here[0])] if _speaks(line, here[0]) else []
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


def _speaks(line: Line, found: Finding) -> bool:
    """Whether it is somebody that stands before a colon, and no label: not "Photo: Ann Lee".

    A speaker says something in marks, speaks again, is met elsewhere on the page, or says "I".
    """
    first, end = found.source or (0, 0)
    name, start = line.text(first, end), found.content[0][0]
    if any(word.lower() in word_list("labels.txt") for word in line.words[first:end]):
        return False
    if line.tags[start] in QUOTED:
        return True
    if len(name) == 1 or line.tags[start] == "D":  # Q: Why? Lee: 46
        return False
    if line.source.count(f"{name}:") > 1:
        return True
    met = not name.isupper() and line.source.count(line.words[end - 1]) > 1
    if _is_headline(line) and (met or line.words[end - 1].lower() in source_types()):
        return True
    ends = line.tags[-1] in ".?!"
    return (line.tags[start] == "p" or met) and ends and "v" in line.tags.translate(_FINITE_AS_V)


def _is_headline(line: Line) -> bool:
    """Whether it is the one sentence that opens the page, in which verbs have capitals too."""
    return len(line.sentences) == 1 and not line.source[: line.starts[0]].strip()


_FINITE_AS_V = str.maketrans(dict.fromkeys(FINITE + "zue", "v"))


def _whole_speech(line: Line, found: Finding) -> Finding:
    """The words after a speaker and a colon: up to the paragraph's last quotation, else all."""
    ((start, _),) = found.content
    end = line.tags.rfind("Q") + 1 if line.tags[start] == "Q" else len(line.tags)
    return replace(found, content=((start, end),))


def _sound(found: Finding) -> Finding | None:
    """The finding without empty pieces, or nothing when no content is left where there was some."""
    content = tuple(piece for piece in found.content if piece[0] < piece[1])
    return replace(found, content=content) if content or found.rule == "refusal" else None
