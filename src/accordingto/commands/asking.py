"""Asking the person at the terminal before something is written.

What is asked is on the screen by standard error: standard output may go to a file, where nobody
would see it.
"""

from __future__ import annotations

import sys


def is_anybody_there() -> bool:
    """Return whether a person sits at a terminal who sees what is asked, and can answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def told(question: str) -> str:
    """Return the line that a person types; nothing at the end of what is typed."""
    print(question, end="", file=sys.stderr, flush=True)
    return sys.stdin.readline().strip()


def agreed(question: str, otherwise: str) -> bool:
    """Return whether a person says yes; where nobody sits there, say what to do `otherwise`."""
    if not is_anybody_there():
        print(otherwise, file=sys.stderr)
        return False
    return told(f"{question} [y/N] ").lower() in ("y", "yes")
