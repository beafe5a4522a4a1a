"""The common part of kinds in which each place is filled with one of several values.

A place is a row, a card, an option to tick or the whole question. So a class can be shown as
counts, and simulated, without knowing the kind.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Generic

from accordingto.exercises.material import Material
from accordingto.exercises.question import A, Question

Places = dict[str, dict[str, float]]
Words = dict[tuple[str, str], tuple[str, str]]  # by place and value; the whole question has none


class Choosing(Question[A], Generic[A], frozen=True, kw_only=True):
    """A question whose answers are choices."""

    def places(self, material: Material) -> Places:
        """Every place by its name, and each value it can take with its credit from 0 to 1."""
        raise NotImplementedError

    def filled(self, values: Mapping[str, str]) -> A:
        """The answer that puts a value into each place."""
        raise NotImplementedError

    def words(self) -> Words:
        """What each place and each value in it is called on the screen, as Markdown."""
        raise NotImplementedError

    def values(self, answer: A) -> dict[str, str]:
        """The value in each place that an answer fills, whether or not `places` knows it."""
        raise NotImplementedError
