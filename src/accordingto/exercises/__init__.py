"""Exercises: what is asked, how an answer is scored, and the file in which answers are kept."""

from accordingto.exercises.answers import AnswerStore, Attempt, Entry
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
