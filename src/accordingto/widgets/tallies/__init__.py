"""How a class is counted and drawn: a tally for each form, which kinds of question share.

A tally takes one answer after the other and keeps counts, never an answer; so the order makes no
difference, and twenty thousand readers need no more room than thirty. Each form is a module with
the template that draws it.
"""

from __future__ import annotations

from pathlib import Path


def styles() -> str:
    """The style sheet of all forms, for whatever stands in an element of the class `class-view`."""
    return Path(__file__).with_name("tallies.css").read_text(encoding="utf-8")
