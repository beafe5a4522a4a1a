"""A simulated class: what others might have answered, where there is no real class to ask.

Twenty-four readers, numbered, of whom none exists. Reader *n* has a skill that grows evenly from
.35 to .90 with the number, which is the chance of the fully credited value at each place. Else
one of the other values is drawn, and one that earns part of the credit is drawn more often: its
weight is its credit plus a fifth. Half of the places at which another value can be defended are
hard: most readers are drawn to that value, and the key loses, for a majority is no key. The drawing
is seeded with the exercise, the place and the number, so that the class says the same everywhere.
"""

from __future__ import annotations

from random import Random
from typing import Any

from accordingto.exercises.choosing import Choosing
from accordingto.exercises.material import Material

READERS = 24
LEAST, MOST = 0.35, 0.90  # the skill of the first reader and of the last
DRAWN_ANYWAY = 0.2  # the weight of a value that earns nothing
HARD = 0.5  # of the places where another value can be defended, the share where it draws most
LURED = 0.6  # of the readers of a hard place, the share that it draws


def simulated_class(question: Choosing[Any], material: Material) -> list[Any]:
    """The answer of every simulated reader, in the order of their numbers."""
    places = question.places(material)
    return [
        question.filled(
            _choices(places, LEAST + (MOST - LEAST) * n / (READERS - 1), question.id, n)
        )
        for n in range(READERS)
    ]


def _choices(
    places: dict[str, dict[str, float]], skill: float, exercise: str, number: int
) -> dict[str, str]:
    draw = Random(f"{exercise} {number + 1}")
    return {
        place: _choice(values, skill, _lure(values, f"{exercise} {place}"), draw)
        for place, values in places.items()
    }


def _lure(values: dict[str, float], place: str) -> str | None:
    """The value that draws most readers of a hard place; None where the place is not hard."""
    defensible = {value: credit for value, credit in values.items() if 0 < credit < 1}
    if not defensible or Random(f"lure {place}").random() >= HARD:
        return None
    return max(defensible, key=lambda value: defensible[value])


def _choice(values: dict[str, float], skill: float, lure: str | None, draw: Random) -> str:
    if lure is not None and draw.random() < LURED:
        return lure
    right = [value for value, credit in values.items() if credit == 1]
    others = [value for value in values if value not in right]
    if right and (not others or draw.random() < skill):
        return right[int(draw.random() * len(right))]
    weights = [values[value] + DRAWN_ANYWAY for value in others]
    return draw.choices(others, weights)[0]
