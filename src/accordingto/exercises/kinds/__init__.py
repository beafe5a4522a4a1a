"""The kinds of question: one file each. A new file here is a new kind; nothing else names it.

What all kinds share is one folder up, in `question` and `choosing`; how a kind looks is in
`widgets/views`, in a file of the same name.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from accordingto.exercises.naming import likely
from accordingto.exercises.question import Question


class NoKind(LookupError):
    """No kind of question has the name."""


@cache
def kind_names() -> tuple[str, ...]:
    """The names of all kinds, as `kind:` in a sheet spells them."""
    files = Path(__file__).parent.glob("[!_]*.py")
    return tuple(sorted(file.stem.replace("_", " ") for file in files))


def kind_of(name: str) -> type[Question[Any]]:
    """Returns the kind of that name. Raises NoKind, with a likely spelling."""
    names = kind_names()
    if name not in names:
        hint = likely(name, names) or f"; there are {', '.join(names)}"
        raise NoKind(f"there is no kind {name!r}{hint}")
    module = import_module(f"{__name__}.{name.replace(' ', '_')}")
    question: type[Question[Any]] = module.QUESTION
    return question
