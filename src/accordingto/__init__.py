"""According To: read the news as evidence. Who says so, how do they know, in whose words?

A notebook needs `lesson` and `check`; whoever reads articles, `seed`, `own_article` and `audit`.
What they use is imported when they are called, so that `import accordingto` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from accordingto.notebooks.audit import audit, own_article
    from accordingto.notebooks.environment import check
    from accordingto.notebooks.lesson import lesson
    from accordingto.readings import seed

__all__ = ["audit", "check", "lesson", "own_article", "seed"]

_HOMES = {
    "audit": "accordingto.notebooks.audit",
    "check": "accordingto.notebooks.environment",
    "lesson": "accordingto.notebooks.lesson",
    "own_article": "accordingto.notebooks.audit",
    "seed": "accordingto.readings",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
