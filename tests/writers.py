"""What other programs do with an answer file, each in a process of its own."""

from __future__ import annotations

import time
from multiprocessing.connection import Connection
from multiprocessing.synchronize import Barrier
from pathlib import Path

from accordingto.exercises.answers import AnswerStore
from accordingto.exercises.disk import held
from accordingto.exercises.edits import Edit
from accordingto.exercises.entries import Entry
from accordingto.notebooks.correct import Draft
from kept import instead


def change_for_ever(path: Path, number: int, told: Connection) -> None:
    """Change one answer again and again, and tell the number of each once it is kept."""
    store = AnswerStore(path)
    while True:
        number += 1
        padding = "🦊" * (number % 977)  # files of many lengths
        entry = Entry(digest="d", answer={"number": number, "padding": padding}, at="t")
        store.change("1.1", instead(entry))
        told.send(number)


def change_forty(path: Path, name: str, all_ready: Barrier) -> None:
    """Give forty answers, as soon as all are ready."""
    store = AnswerStore(path)
    all_ready.wait()
    for number in range(40):
        store.change(f"{name}.{number}", instead(Entry(digest="d", answer={}, at="t")))


def hold(path: Path, told: Connection) -> None:
    """Hold a file for a minute, and tell when."""
    with held(path):
        told.send("held")
        time.sleep(60)


def correct_ten(folder: Path, first: int, all_ready: Barrier) -> None:
    """Correct a page ten times, as soon as all are ready: it is kept that a statement is right."""
    draft = Draft(folder)
    ids = [one.id for one in draft.work.outer]
    all_ready.wait()
    for number in range(10):
        deeds = [{"do": "keep", "id": ids[(first + number) % len(ids)]}]
        edit = Edit(id=f"{first}.{number}", answer={"deeds": deeds})
        draft._lesson.edit("Draft", edit)
