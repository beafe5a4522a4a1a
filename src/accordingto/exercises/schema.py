"""The form of a sheet as a JSON Schema, for editors; made of the kinds, so it knows them all."""

from __future__ import annotations

import json
from typing import Any

import msgspec

from accordingto.exercises.choosing import Choosing
from accordingto.exercises.kinds import kind_names, kind_of
from accordingto.exercises.sheet import Head

NAME = "schema.json"


def sheet_schema() -> str:
    """The schema as the text of its file. Each exercise is checked by its kind's form."""
    names = kind_names()
    forms, parts = msgspec.json.schema_components(
        [Head, *(kind_of(name) for name in names)], ref_template="#/$defs/{name}"
    )
    for part in parts.values():
        for field in part.get("properties", {}).values():
            _ask_for_words(field)
    head: dict[str, Any] = parts.pop("Head")
    for name in names:
        fields = parts[kind_of(name).__name__]["properties"]
        fields["kind"] = {"const": name}
        if not issubclass(kind_of(name), Choosing):
            fields["vote"] = fields["others"] = {"const": False}
    head["properties"]["exercises"]["items"] = {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": {"enum": names}},
        "allOf": [
            {"if": {"properties": {"kind": {"const": name}}}, "then": form}
            for name, form in zip(names, forms[1:], strict=True)
        ],
        "not": {
            "required": ["vote", "reveal"],
            "properties": {"vote": {"const": True}, "reveal": {"type": "string"}},
        },
    }
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Built from src/accordingto/exercises by `accordingto build`: change those.",
        "title": "A sheet of exercises",
        **head,
        "$defs": dict(sorted(parts.items())),
    }
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def _ask_for_words(form: Any) -> None:
    """Every text has words in it, unless its own form says how long or of what it is."""
    if isinstance(form, list):
        for one in form:
            _ask_for_words(one)
    elif isinstance(form, dict):
        if form.get("type") == "string" and not form.keys() & {"pattern", "minLength"}:
            form["pattern"] = r"\S"
        _ask_for_words(
            [form.get(name) for name in ("items", "prefixItems", "anyOf", "additionalProperties")]
        )
