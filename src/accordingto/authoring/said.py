"""What makers say, as data: `words.yaml`, an entry for each maker, in the order of a lesson."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from accordingto.yamlfile import YamlFile

_FILE = Path(__file__).with_name("words.yaml")


class Said(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The words of one maker; the head of the file says what each field is."""

    minutes: int
    first: int
    objective: str
    title: str
    say: dict[str, Any]
    lacks: str
    heading: str = ""
    before: str = ""
    code: str = ""
    aim: str = ""
    alone: str = ""
    how: str = "alone, then in pairs"
    fields: dict[str, str] = {}

    def __getitem__(self, name: str) -> str:
        return str(self.say[name])


@cache
def all_said() -> dict[str, Said]:
    """The words of all makers, by name, in the order in which a lesson has them."""
    return YamlFile.read(_FILE).convert(dict[str, Said])


def aims() -> dict[str, str]:
    """What is learned, for each objective, in the order of the makers."""
    return {one.objective: one.aim for one in all_said().values() if one.aim}
