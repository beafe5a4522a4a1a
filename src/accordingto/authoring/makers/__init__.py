"""Makers of exercises: one small module each, by the name of its entry in `words.yaml`.

A module has the `KIND` of exercise that it gives, and `make`, which gives one or two of them out
of a page and its reading, or raises Lacking.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any, NamedTuple

from accordingto.authoring.basis import Basis
from accordingto.authoring.lacking import Lacking
from accordingto.authoring.said import Said, all_said


class Maker(NamedTuple):
    """A maker: its name, the kind of exercise that it gives, and its words."""

    name: str
    kind: str
    said: Said
    make: Callable[[Basis, Said], list[dict[str, Any]]]

    def exercises(self, basis: Basis) -> list[dict[str, Any]]:
        """The exercises, but for their ids. Raises Lacking where the page cannot bear them."""
        head = {"kind": self.kind, "title": self.said.title, "objective": self.said.objective}
        return [{**head, **one} for one in self.make(basis, self.said)]


def makers() -> list[Maker]:
    """All makers, in the order in which a lesson has them."""
    found = []
    for name, said in all_said().items():
        module = import_module(f"{__name__}.{name}")
        found.append(Maker(name, module.KIND, said, module.make))
    return found


__all__ = ["Lacking", "Maker", "makers"]
