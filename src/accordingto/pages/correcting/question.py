"""A draft to correct, as the exercises keep an answer: the same file, the same way of saving."""

from __future__ import annotations

from typing import ClassVar, Self

from accordingto.exercises.question import Answer, Question
from accordingto.pages.correcting.deeds import Deeds
from accordingto.pages.correcting.replay import Corrected, replay
from accordingto.readings import Reading
from accordingto.text import Article


class Done(Answer, frozen=True, kw_only=True):
    """All that was done with a draft; None while nothing was."""

    deeds: Deeds | None = None


class Correcting(Question[Done], frozen=True, kw_only=True):
    """The draft of a reading. No key belongs to it, and nothing is scored.

    `text` and `draft` are a part of the question: deeds on another draft do not fit it.
    """

    Answer: ClassVar[type[Done]] = Done
    unscored: ClassVar[bool] = True

    text: str
    draft: Reading

    def without_key(self) -> Self:
        """The question itself: no key is in it."""
        return self

    def done(self, answer: Done) -> Corrected:
        """Return the draft after what was done. Raises CannotCorrect."""
        return replay(Article(self.draft.article, self.text), self.draft, answer.deeds or ())

    def check_answer(self, answer: Done) -> None:
        """Raise ValueError where a deed does not fit the draft."""
        self.done(answer)


def correcting(article: Article, draft: Reading) -> Correcting:
    """Return a draft as a question, under the name that its answer is kept by."""
    return Correcting(
        id="Draft",
        kind="correcting",
        title="of the machine, for you to correct",
        objective="correcting",
        prompt=(
            "The machine has read the page, and **it makes mistakes**. Take one statement after "
            "the other: is it right?"
        ),
        points=0,
        text=article.text,
        draft=draft,
    )
