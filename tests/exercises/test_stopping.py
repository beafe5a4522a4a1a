"""A function that does not end is stopped, and one that does is left alone."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from accordingto.exercises import Material
from accordingto.exercises.kinds.code import NOT_RUN, Check, Code, CodeAnswer
from accordingto.exercises.stopping import NotEnded, stopped_after

SECONDS = 0.2
CASES = tuple(Check(name=name, text=name, expect=1, why="Why.") for name in ("a", "b", "c"))
QUESTION = Code(
    id="1.1", kind="code", title="t", objective="o", prompt="p", function="f", cases=CASES
)


def round_and_round(text: str) -> Any:
    while True:
        pass


def calling_on(text: str) -> Any:
    while True:
        len(str(text))


def catching(text: str) -> Any:
    while True:
        try:
            text += "a"
            text = text[:3]
        except Exception:
            pass


def at_second(text: str) -> Any:
    while text == "b":
        pass
    return 1


def in_an_inner_one(text: str) -> Any:
    def inner() -> Any:
        number = 0
        while number >= 0:
            number += 1

    return inner()


@pytest.mark.parametrize(
    "function",
    [round_and_round, calling_on, catching, in_an_inner_one],
    ids=lambda one: one.__name__,
)
def test_what_does_not_end_is_stopped_with_a_sentence(
    material: Material, function: Callable[[str], Any]
) -> None:
    began = time.monotonic()
    answer = QUESTION.run(function, material, seconds=SECONDS)
    assert time.monotonic() - began < 10 * SECONDS  # and not as long for each of the cases
    said = answer.errors["a"]
    assert said.startswith("It had not ended after 0.2 seconds and was stopped, at line ")
    assert said.endswith(" of its cell. Is there a loop in it that nothing ends?")
    assert answer.errors["b"] == answer.errors["c"] == NOT_RUN
    parts = QUESTION.score(answer, material).parts
    assert [part.text for part in parts] == [f"{said} Why.", *[f"{NOT_RUN} Why."] * 2]
    assert sys.gettrace() is None


def test_of_a_text_that_was_not_tried_it_is_not_said_that_it_was(material: Material) -> None:
    hidden = [msgspec.structs.replace(case, hidden=True) for case in CASES]
    question = msgspec.structs.replace(QUESTION, cases=tuple(hidden))
    parts = question.score(question.run(at_second, material, seconds=SECONDS), material).parts
    assert ["It was tried on" in part.text for part in parts] == [True, True, False]
    assert parts[2].text == f"{NOT_RUN} Why."


def test_what_came_before_is_kept(material: Material) -> None:
    answer = QUESTION.run(at_second, material, seconds=SECONDS)
    assert answer.values == {"a": 1}
    assert list(answer.errors) == ["b", "c"]


def test_a_function_that_ends_is_as_it_was(material: Material) -> None:
    answer = QUESTION.run(
        lambda text: sum(map(ord, text * 10_000)) and 1, material, seconds=SECONDS
    )
    assert answer.values == {"a": 1, "b": 1, "c": 1}


def test_a_debugger_that_is_there_is_left_alone() -> None:
    def debugger(*_: Any) -> None:
        return None

    sys.settrace(debugger)
    try:
        with stopped_after(0.0):
            for _ in range(10_000):
                pass
            assert sys.gettrace() is debugger
    finally:
        sys.settrace(None)


@pytest.mark.parametrize(
    ("body", "lines"), [("n = 0\n    while True:\n        n += 1", "34"), ("while True: pass", "2")]
)
def test_the_line_is_that_of_the_cell(body: str, lines: str) -> None:
    cell = compile(f"def f(text):\n    {body}\n", "<cell>", "exec")
    names: dict[str, Any] = {}
    exec(cell, names)
    told = rf"at line [{lines}] of its cell"
    with pytest.raises(NotEnded, match=told), stopped_after(SECONDS):
        names["f"]("")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "It was tried on an empty text. "),
        ("=article", "It was tried on the whole article. "),
        ("=P1", "It was tried on paragraph 1 of the article. "),
        ("So.", "It was tried on a text of 1 word, without double quotation marks. "),
        ("“So,” he said.", "It was tried on a text of 3 words, with curly quotation marks. "),
        ('"So," it said.', "It was tried on a text of 3 words, with straight quotation marks. "),
        ('“a” "b"', "It was tried on a text of 2 words, with curly and straight quotation marks. "),
    ],
)
@pytest.mark.parametrize("hidden", [True, False])
def test_a_hidden_check_says_what_kind_of_text_it_uses(
    material: Material, text: str, kind: str, hidden: bool
) -> None:
    case = Check(name="one", text=text, expect=1, why="Why.", hidden=hidden)
    question = Code(
        id="1.1", kind="code", title="t", objective="o", prompt="p", function="f", cases=(case,)
    )
    right, wrong = (
        question.score(CodeAnswer(values={"one": value}), material).parts[0].text
        for value in (1, 2)
    )
    told = kind if hidden else ""
    assert right == f"As expected. {told}Why."
    assert wrong == f"Expected 1, got 2. {told}Why."
