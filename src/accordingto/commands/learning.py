"""`accordingto learning FOLDER`."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path

from accordingto.classroom.room.learning import NOT_SAID, Gain, learning
from accordingto.commands.answers import answers_in
from accordingto.content import Content
from accordingto.exercises import Entry, Sheet


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose answers."""
    parser.add_argument("folder", type=Path, help="the answers of a class, as they lie there")


def run(arguments: argparse.Namespace) -> int:
    """Print what was gained, over all questions and by each, and what that does not say."""
    content = Content.around(arguments.folder)
    sheets = {name: Sheet.of(name, content) for name in content.lessons()}
    asked = {name for name, sheet in sheets.items() if any(one.till for one in sheet)}
    asked |= {one.till.partition("/")[0] for sheet in sheets.values() for one in sheet if one.till}
    students: dict[str, dict[str, Mapping[str, Entry]]] = {}
    for lesson in sorted(asked):
        for one in answers_in(arguments.folder, lesson, content):
            students.setdefault(one.name, {})[lesson] = one.entries
    found = learning(sheets, students.values())
    if found.whole is None:
        print("Nobody has answered a question both before the first lesson and after the last.")
        return 0
    for title, gain in found.questions.items():
        print(f"{title}: {_said(gain)}")
    print(f"All together: {_said(found.whole)}")
    print(f"{found.once} answered at one of the two times alone, and are not in these figures.")
    print(NOT_SAID)
    return 0


def _said(gain: Gain | None) -> str:
    if gain is None:
        return "nobody answered it both times"
    told = f"{gain.before:.0%} right, then {gain.after:.0%}, of {gain.students} students"
    if gain.gain is None:
        return f"{told}; nothing was left to gain"
    told += f"; of what there was to gain, {gain.gain:.0%}".replace("-", "−")
    if gain.low is None or gain.high is None:
        return f"{told} (too few to say how sure that is)"
    return f"{told}, from {gain.low:.0%} to {gain.high:.0%}".replace("-", "−")
