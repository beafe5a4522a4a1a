"""Calling a function of a student's on the texts of the cases: values or a sentence come back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from accordingto.exercises.kinds.code import Check, Code
from accordingto.exercises.material import Material
from accordingto.readings import Reading
from accordingto.text import Article


def called(
    function: Callable[[str], Any], texts: dict[str, str]
) -> tuple[dict[str, Any], dict[str, str]]:
    """Values and sentences of errors by case, as `Code.run` gives them, with no key at hand."""
    cases = tuple(Check(name=name, text=text, expect=None, why="") for name, text in texts.items())
    question = Code(id="", kind="code", title="", objective="", prompt="", function="", cases=cases)
    nothing = Material(Article("", ""), Reading(article="", reader=""))
    answer = question.run(function, nothing)
    return msgspec.to_builtins(answer.values), answer.errors
