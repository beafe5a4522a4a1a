"""A page that cannot bear an exercise."""

from __future__ import annotations


class Lacking(ValueError):
    """The page does not have what an exercise is made of. Its words are in `words.yaml`."""
