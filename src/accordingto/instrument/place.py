"""A cue and its source, and where what it reports may begin; whether it is told or imagined."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from accordingto.instrument.clauses import clause_end
from accordingto.instrument.cues import Cue
from accordingto.instrument.descriptions import bare, source_types
from accordingto.instrument.finding import Finding, Range
from accordingto.instrument.lexicon import BELIEF, group, word_list
from accordingto.instrument.sentences import Sentence
from accordingto.instrument.tagset import NOUN, VERBAL

_IMAGINED = group("imagined")
_NEAR = 6  # words
_LETTING = group("letting")
_UNTOLD = group("untold")
_PICTURES = group("picture")
_TURNING = group("turning")


# "who admitted lying in court | is free", "those who backed him | were elected"
_MAIN = re.compile("(?:o|[^wtpsW,Qq]*?[NxSDe])(?=r?[am])")
_WHO_OF_A_NOUN = tuple(f"{noun}w" for noun in NOUN)  # and no comma


def is_relative(sentence: Sentence, source: Range) -> bool:
    """Returns whether a source is the "who" of the noun before it."""
    return source[0] > 0 and sentence.tags[source[0] - 1 : source[0] + 1] in _WHO_OF_A_NOUN


@dataclass(frozen=True)
class Place:
    """A cue and its source, and `at`, the first word that may be content.

    `stops` are where later cues begin statements of their own; an `inner` statement stands in
    a clause of another, and ends at its first comma.
    """

    sentence: Sentence
    cue: Cue
    source: Range
    at: int
    stops: list[int]
    inner: bool

    @cached_property
    def here(self) -> str:
        """The letter of the first word that may be content."""
        return self.sentence.tag(self.at)

    @property
    def begins(self) -> int:
        """`at`, or the word before it that turns the content: "promised | not to wait"."""
        return self.at - (self.at > self.cue.end and self.sentence.word(self.at - 1) in _TURNING)

    def takes(self, frames: str) -> bool:
        """Whether the cue's verb has one of the frames of these letters."""
        return self.cue.verb.takes(frames)

    @property
    def told(self) -> bool:
        """Whether it was said: "went on to praise the crew", not "wanted to praise the crew"."""
        if self.cue.use == "participle":
            opens = self.cue.first == 1 and self.sentence.word(0) in ("on", "upon")
            of = self.sentence.tag(self.cue.first - 1) == "O"  # "accused by Roe of saying"
            led = range(max(0, self.cue.first - (_NEAR if of else 1)), self.cue.first)
            return not opens and not any(self.sentence.word(at) in _UNTOLD for at in led)
        if self.cue.use != "infinitive":
            return True
        if self.sentence.tag(self.cue.first - 1) == "w":  # "a lens through which to view it"
            return False
        before = range(max(0, self.cue.first - _NEAR), self.cue.first)
        if any(self.sentence.word(at) in _LETTING for at in before):  # "lets them push back"
            return False
        return self.sentence.word(self.cue.first - 1) not in word_list("irrealis.txt")

    @property
    def of_a_noun(self) -> bool:
        """Whether it is what a noun is for: "a way to show it leaks", not "went on to show"."""
        before = self.cue.first - 1
        led = self.sentence.among(before, VERBAL + "r") or self.sentence.word(before) == "on"
        return self.cue.use == "infinitive" and not led and self.cue.verb.lemma != "say"

    @property
    def imagined(self) -> bool:
        """Whether nobody says it yet: "you can suggest that …", "a winner might claim …"."""
        before = {self.sentence.word(at) for at in range(self.cue.first, self.cue.at)}
        if "will" in before and self.cue.verb.takes(BELIEF):  # "in time they will know whether"
            return True
        yours = self.source[1] == self.source[0] + 1 and self.sentence.word(self.source[0]) == "you"
        doubted = self.sentence.word(self.source[0] - 1) == "if"  # "if voters think it is late"
        supposed = (yours and "can" in before) or (doubted and (yours or self.takes(BELIEF)))
        return not before.isdisjoint(_IMAGINED) or supposed

    @property
    def of_relative(self) -> bool:
        """Whether it belongs to a relative clause, after which the main clause goes on."""
        return is_relative(self.sentence, self.source)

    @property
    def documented(self) -> bool:
        """Whether a document is the source: "the poll showed a gap", not "they showed courage"."""
        words = map(self.sentence.word, range(*self.source))
        return any(source_types().get(bare(word)) == "document" for word in words)

    @property
    def pictured(self) -> bool:
        """Whether it is only seen: "video shows the street"."""
        last = self.sentence.word(self.source[1] - 1)
        return self.cue.verb.lemma == "show" and last in _PICTURES

    @cached_property
    def ends(self) -> int:
        """The end of the clause that begins at `at`."""
        return self.end(self.at)

    @property
    def object_ends(self) -> int:
        """The end of an object; "a crew who backed the plan | was late"."""
        main = _MAIN.match(self.sentence.tags, self.at, self.ends) if self.of_relative else None
        return main.end() if main else self.ends

    def end(self, start: int) -> int:
        """The end of a clause; "Noting that the ferry was late, Vasko left" ends at Vasko."""
        end = clause_end(self.sentence, start, self.stops, self.inner)
        if self.sentence.among(start, "jgo" if self.of_relative else "o"):
            main = _MAIN.match(self.sentence.tags, start, end)
            end = main.end() if main else end
        subject = self.source[0]
        if subject <= start:
            return end
        return min(end, subject - (self.sentence.tag(subject - 1) == ","))

    def found(self, rule: str, start: int, end: int | None = None) -> Finding:
        """That rule's finding from `start` to `end`, else to the end of the clause."""
        if end is None:
            end = self.ends if start == self.at else self.end(start)
        return Finding.by(rule, self.cue, self.source, (start, end))
