"""What editors check while one writes is what the build checks."""

from __future__ import annotations

import json
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from accordingto.content import Content
from accordingto.exercises.schema import sheet_schema

SHEETS = sorted((Content.kit().root / "exercises").glob("*.yaml"))
VALIDATOR = Draft202012Validator(json.loads(sheet_schema()))


def problems(sheet: Any) -> list[str]:
    return [error.message for error in VALIDATOR.iter_errors(sheet)]


def gallery() -> Any:
    return yaml.safe_load((Content.kit().root / "exercises" / "gallery.yaml").read_text("utf-8"))


def test_it_is_a_schema() -> None:
    Draft202012Validator.check_schema(json.loads(sheet_schema()))


@pytest.mark.parametrize("path", SHEETS, ids=lambda path: path.stem)
def test_every_sheet_fits_and_names_the_schema_in_its_first_line(path: Any) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=schema.json\n")
    assert problems(yaml.safe_load(text)) == []


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"kind": "choose two"}, "'choose two' is not one of"),
        ({"promt": "Which?"}, "Additional properties are not allowed ('promt' was unexpected)"),
        ({"points": "one"}, "'one' is not of type 'number'"),
        ({"options": [{"value": "a", "text": "A"}]}, "'why' is a required property"),
    ],
)
def test_a_slip_is_seen(change: dict[str, Any], said: str) -> None:
    sheet = gallery()
    sheet["exercises"][0] |= change
    assert any(said in problem for problem in problems(sheet))


def test_a_field_of_one_kind_is_none_of_another() -> None:
    sheet = gallery()
    sheet["exercises"][1]["confidence"] = True
    assert problems(sheet) == []
    sheet["exercises"][1]["unit"] = "words"
    assert problems(sheet) != []
