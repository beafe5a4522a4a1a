"""A function that could not be written anew leaves the old one, and so does its result."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest
from IPython.core.interactiveshell import InteractiveShell

from accordingto.notebooks.definitions import Definitions


class Shown:
    """Who shows the result of `quoted`."""

    functions = ("quoted",)

    def __init__(self) -> None:
        self.told: list[str] = []

    def say_old(self, function: str, sentence: str) -> None:
        self.told.append(sentence)


@pytest.fixture(scope="module")
def shell() -> Iterator[InteractiveShell]:
    made = InteractiveShell()
    yield made
    made.history_manager.end_session()  # type: ignore[union-attr]


@pytest.fixture
def shown(shell: InteractiveShell) -> Iterator[Shown]:
    one = Shown()
    definitions = Definitions(shell)
    definitions.join(one)
    shell.user_ns["kept"] = definitions
    yield one
    shell.events.unregister("post_run_cell", definitions._ran)


def old(shell: InteractiveShell) -> str | None:
    definitions: Definitions = shell.user_ns["kept"]
    return definitions.old("quoted")


def test_a_function_written_anew_makes_the_result_old(
    shell: InteractiveShell, shown: Shown
) -> None:
    shell.run_cell("def quoted(text):\n    return 1")
    assert shown.told == [
        "“quoted” has changed since: this result is of the one before. Run this cell again."
    ]
    assert old(shell) is None


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("def quoted(text):\n    return (1", "SyntaxError in line 2"),
        ("def quoted(text):\nreturn 1", "IndentationError in line 2"),
        ("quoted = 1 / 0", "ZeroDivisionError"),
    ],
)
def test_a_cell_that_stops_leaves_the_function_from_before(
    shell: InteractiveShell, shown: Shown, cell: str, why: str
) -> None:
    shell.run_cell(cell)
    assert old(shell) == shown.told[-1]
    assert f"The cell that writes “quoted” stopped ({why}), so" in shown.told[-1]
    shell.run_cell("1 / 0")  # another cell's affair
    assert len(shown.told) == 1
    shell.run_cell("def quoted(text):\n    return 2")
    assert old(shell) is None


def test_who_is_gone_is_not_told(shell: InteractiveShell) -> None:
    definitions, one = Definitions(shell), Shown()
    definitions.join(one)
    told = one.told
    del one
    gc.collect()
    shell.run_cell("quoted = 1")
    assert told == []
    shell.events.unregister("post_run_cell", definitions._ran)
