"""How far a long job has come, on standard error: what a command prints never passes through."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def counted(things: Iterable[T], words: str, total: int | None = None) -> Iterator[T]:
    """The same things, counted on standard error where that is a terminal.

    Without a `total` it only says how many there were. A command that prints as it goes, and to
    the screen, shows by that how far it is, and needs none.
    """
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    console = Console(stderr=True)
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn())
    with Progress(
        *columns,
        MofNCompleteColumn(),
        TimeElapsedColumn(),
        console=console,
        transient=True,
        disable=not console.is_terminal,
        redirect_stdout=False,  # or what is meant for a file goes to the screen
    ) as progress:
        task = progress.add_task(words, total=total)
        for thing in things:
            yield thing
            progress.advance(task)
