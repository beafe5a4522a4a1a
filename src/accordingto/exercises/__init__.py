"""Exercises: questions, the scoring of answers, and the file that keeps answers.

How an exercise looks is in `widgets`, and what happens to graded work is in `classroom`.
"""

from accordingto.exercises.answers import AnswerStore
from accordingto.exercises.entries import Attempt, Entry
from accordingto.exercises.material import Material
from accordingto.exercises.outcome import Outcome, Part
from accordingto.exercises.question import Answer, AnswerError, Question
from accordingto.exercises.sheet import Sheet, digest

__all__ = [
    "Answer",
    "AnswerError",
    "AnswerStore",
    "Attempt",
    "Entry",
    "Material",
    "Outcome",
    "Part",
    "Question",
    "Sheet",
    "digest",
]
