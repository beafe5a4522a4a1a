"""An experiment with oneself: sentences to rate, the verb of each drawn by chance; never scored.

One reader rates several sentences with each class of verb, so that each has a mean of one's own
for each class, and a class can pool what everybody has. Loftus and Palmer (1974) exchanged *hit*
and *smashed* between readers; here the verbs are exchanged between the sentences of one.
"""

from __future__ import annotations

from random import SystemRandom
from typing import Annotated, ClassVar

import msgspec

from accordingto.exercises.keyless import Shown
from accordingto.exercises.material import Material
from accordingto.exercises.naming import require_distinct, require_known
from accordingto.exercises.outcome import Outcome, Part
from accordingto.exercises.question import Answer, Points, Question, in_sheets

PLACE = "{verb}"


class Verb(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A verb that can be drawn, and the name of its class."""

    value: Shown[str]
    name: Shown[str]


class Sentence(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sentence with `{verb}` in the place of its verb."""

    id: Shown[str]
    text: Shown[str]


class Rated(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The verb that was drawn for a sentence, and the rating from 1; None while none was given."""

    verb: str
    rating: int | None = None


class ExperimentAnswer(Answer, frozen=True, kw_only=True):
    """For each sentence, by its id, its verb and its rating."""

    rated: dict[str, Rated] = {}


class Experiment(Question[ExperimentAnswer], frozen=True, kw_only=True):
    """Sentences, each with one of the verbs, on a scale of `steps` from `low` to `high`.

    Once all are rated and kept, the means are shown and the ratings stay as they are.
    """

    Answer: ClassVar[type[ExperimentAnswer]] = ExperimentAnswer

    low: Shown[str]
    high: Shown[str]
    verbs: Shown[Annotated[tuple[Verb, ...], msgspec.Meta(min_length=2)]]
    sentences: Shown[Annotated[tuple[Sentence, ...], msgspec.Meta(min_length=2)]]
    after: str
    steps: Shown[Annotated[int, msgspec.Meta(ge=2, le=11)]] = 7
    points: Shown[Annotated[Points, in_sheets(const=0)]] = 0.0

    def score(self, answer: ExperimentAnswer, material: Material) -> Outcome:
        """No credit: the ratings are kept, and one's own mean is shown for each class of verb."""
        given = sum(one.rating is not None for one in answer.rated.values())
        if not self.is_final(answer):
            return Outcome(credit=None, headline=f"{given} of {len(self.sentences)} rated so far")
        parts = [
            Part(verdict="note", label=name, text=_told(ratings, self.steps))
            for name, ratings in self.by_class(answer).items()
        ]
        headline = f"Kept: all {given} ratings. There is no right answer"
        after = Part(verdict="note", text=self.after)
        return Outcome(credit=None, headline=headline, parts=(*parts, after))

    def by_class(self, answer: ExperimentAnswer) -> dict[str, list[int]]:
        """The ratings for each class of verb, by its name, in the order of the sentences."""
        names = {verb.value: verb.name for verb in self.verbs}
        found: dict[str, list[int]] = {name: [] for name in names.values()}
        for sentence in self.sentences:
            one = answer.rated.get(sentence.id)
            if one and one.rating is not None:
                found[names[one.verb]].append(one.rating)
        return found

    def begin(self) -> ExperimentAnswer:
        """The verbs as they are drawn for this reader, each as often as the others."""
        times = -(-len(self.sentences) // len(self.verbs))
        verbs = [verb.value for verb in self.verbs] * times
        SystemRandom().shuffle(verbs)
        return self._with(verbs)

    def key(self, material: Material) -> ExperimentAnswer:
        """Any ratings will do: the verbs in turn, and the middle of the scale."""
        verbs = [verb.value for verb in self.verbs] * len(self.sentences)
        return self._with(verbs, (self.steps + 1) // 2)

    def check(self, material: Material) -> None:
        """Verbs and sentences differ, each sentence has a place for its verb, and no points."""
        require_distinct([verb.value for verb in self.verbs], "verb")
        require_distinct([sentence.id for sentence in self.sentences], "sentence")
        for sentence in self.sentences:
            if sentence.text.count(PLACE) != 1:
                raise ValueError(f"sentence {sentence.id}: expected {PLACE} in it once")
        if self.points:
            raise ValueError("an experiment is not scored: expected `points: 0`")

    def check_answer(self, answer: ExperimentAnswer) -> None:
        """Sentences and verbs that are there, and ratings on the scale."""
        require_known(answer.rated, [sentence.id for sentence in self.sentences], "sentence")
        require_known(
            [one.verb for one in answer.rated.values()], [verb.value for verb in self.verbs], "verb"
        )
        for one in answer.rated.values():
            if one.rating is not None and not 1 <= one.rating <= self.steps:
                raise ValueError(f"expected a rating from 1 to {self.steps}")

    def untouched(self, answer: ExperimentAnswer) -> bool:
        """Whether no rating was given: the verbs are there from the beginning."""
        return all(one.rating is None for one in answer.rated.values())

    def is_final(self, answer: ExperimentAnswer) -> bool:
        """Whether every sentence is rated: then the means are told, which would sway a rating."""
        return all(
            (one := answer.rated.get(sentence.id)) is not None and one.rating is not None
            for sentence in self.sentences
        )

    def _with(self, verbs: list[str], rating: int | None = None) -> ExperimentAnswer:
        pairs = zip(self.sentences, verbs, strict=False)
        return ExperimentAnswer(
            rated={sentence.id: Rated(verb=verb, rating=rating) for sentence, verb in pairs}
        )


def _told(ratings: list[int], steps: int) -> str:
    if not ratings:
        return "None of your sentences had such a verb."
    mean = sum(ratings) / len(ratings)
    sentences = "one sentence" if len(ratings) == 1 else f"{len(ratings)} sentences"
    return f"Your mean is {mean:.2f} of {steps}, from {sentences}."


QUESTION = Experiment
