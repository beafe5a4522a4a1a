"""The sheet of a made lesson, as YAML in the form of the kit's own."""

from __future__ import annotations

from typing import Any

import yaml

from accordingto.authoring.plan import Plan
from accordingto.authoring.said import aims

_HEAD = """\
# yaml-language-server: $schema=schema.json
# Made by `accordingto lesson` out of the reading of {article}, and yours to change: a second run
# leaves your changes alone. Keys that begin with = point into that reading.
"""
_WIDE = 1_000_000  # an option stands on one line, as in the kit's own sheets


def numbered(name: str, plan: Plan) -> dict[str, list[dict[str, Any]]]:
    """The exercises of each maker in order, each with its id: those of lesson 9 begin at 9.1."""
    lesson, at = int(name[:2]), 0
    found: dict[str, list[dict[str, Any]]] = {}
    for part in plan.parts:
        mine = found.setdefault(part.maker.name, [])
        for one in part.exercises:
            at += 1
            mine.append({"id": f"{lesson}.{at}", **one})
    return found


def sheet(name: str, article: str, plan: Plan) -> str:
    """Return the text of `exercises/NAME.yaml`."""
    here = {part.maker.said.objective for part in plan.parts}
    data = {
        "lesson": name,
        "article": article,
        "objectives": {objective: aim for objective, aim in aims().items() if objective in here},
        "exercises": [
            {field: _laid_out(value) for field, value in one.items()}
            for theirs in numbered(name, plan).values()
            for one in theirs
        ],
    }
    text = yaml.dump(data, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDE)
    return _HEAD.format(article=article) + text.replace("\n  - id:", "\n\n  - id:")


class _Line(dict[str, Any]):
    """Fields that stand on one line."""


class _Row(list[Any]):
    """Values that stand on one line."""


class _Dumper(yaml.SafeDumper):
    """Items of a list are indented, as a person would write them."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        return True


_Dumper.add_representer(
    _Line, lambda dumper, data: dumper.represent_mapping("tag:yaml.org,2002:map", data, True)
)
_Dumper.add_representer(
    _Row, lambda dumper, data: dumper.represent_sequence("tag:yaml.org,2002:seq", data, True)
)


def _laid_out(value: Any) -> Any:
    """An option, a row or a card on a line of its own; what holds a list of them, on several."""
    if isinstance(value, list):
        if any(isinstance(one, dict) for one in value):
            return [_laid_out(one) for one in value]
        return value if any(" " in str(one) for one in value) else _Row(value)
    if not isinstance(value, dict):
        return value
    if any(_is_listing(one) for one in value.values()) or all(
        isinstance(one, dict) for one in value.values()
    ):
        return {name: _laid_out(one) for name, one in value.items()}
    return _Line(value)


def _is_listing(value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(one, dict) for one in value)
