"""How far a class agrees on an exercise: what it is asked at each place, or of each word."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from accordingto.classroom.room.first_tries import FirstTries
from accordingto.exercises import Question
from accordingto.exercises.choosing import Choosing
from accordingto.exercises.kinds.mark_spans import MarkSpans, MarkSpansAnswer
from accordingto.readings.raters import (
    Measure,
    Ratings,
    cohens_kappa,
    fleiss_kappa,
    krippendorffs_alpha,
    percent_agreement,
)
from accordingto.text import Article, Span


def measures(tries: FirstTries, question: Question[Any]) -> Iterator[Measure]:
    """The figures of agreement of a class on an exercise; none where it labels nothing.

    With two readers Cohen's kappa is among them, with more Fleiss's; marks are sets of labels, a
    set a word.
    """
    if (ratings := ratings_of(tries, question)) is None or len(ratings) < 2:
        return
    if isinstance(question, MarkSpans):
        yield krippendorffs_alpha(ratings, sets=True)
        return
    yield percent_agreement(ratings)
    if len({place for values in ratings.values() for place in values}) < 2:
        return  # of one item, chance can't be told from agreement
    yield cohens_kappa(ratings) if len(ratings) == 2 else fleiss_kappa(ratings)
    yield krippendorffs_alpha(ratings)


def ratings_of(tries: FirstTries, question: Question[Any]) -> Ratings | None:
    """What each student put at each place, or marked of each word; None of other exercises."""
    answers = {
        f"student {number}": question.answer(one[question.id].answer)
        for number, one in enumerate(tries.students)
        if question.id in one
    }
    if isinstance(question, Choosing):
        return {reader: question.values(answer) for reader, answer in answers.items()}
    if isinstance(question, MarkSpans):
        article = tries.sheet.material(question).article
        return {reader: _labels(article, question, answer) for reader, answer in answers.items()}
    return None


def _labels(
    article: Article, question: MarkSpans, answer: MarkSpansAnswer
) -> dict[str, frozenset[str]]:
    """The labels on each word of the paragraphs that are asked about."""
    asked = [article.words_in(article.paragraphs[number - 1]) for number in question.paragraphs]
    labels: dict[int, set[str]] = {word: set() for words in asked for word in words}
    for mark in answer.marks or ():
        for word in article.words_in(Span(mark.start, mark.end)):
            labels.setdefault(word, set()).add(mark.label)
    return {str(word): frozenset(found) for word, found in labels.items()}
