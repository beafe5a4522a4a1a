"""Kernels for tests: each a process of its own that asks one exercise over one answer file."""

from __future__ import annotations

import os
import resource
import signal
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from accordingto.exercises import Material, Question, Sheet
from accordingto.exercises.kinds.free_text import FreeText, Level
from accordingto.notebooks.lesson import Lesson
from accordingto.notebooks.live import LiveExercise
from accordingto.readings import Reading
from accordingto.text import Article
from forked import PROCESSES, started

LESSON, EXERCISE = "01-boats", "1.1"
SYNCED = ("shape", "answer", "version", "state", "taken", "refused")
PATIENCE_SECONDS = 60

TEXT = FreeText(
    id=EXERCISE,
    kind="free text",
    title="In your words",
    objective="tell",
    prompt="Who speaks?",
    self_check=("the names",),
    rubric=(Level(marks=1, text="Named.", sample="Bea."),),
)


def lesson(folder: Path, question: Question[Any] = TEXT) -> Lesson:
    """A lesson of one question, whose answers are kept in a folder."""
    article = Article("ferry", "“We sail at noon,” said Bea.\n")
    material = Material(article, Reading(article="ferry", reader="expert"))
    sheet = Sheet(LESSON, "ferry", {}, {question.id: question}, {"ferry": material})
    return Lesson(sheet, folder)


class Kernel:
    """A process with an exercise. It takes messages of pages, and answers with what they show."""

    def __init__(self, folder: Path, question: Question[Any] = TEXT) -> None:
        self._pipe, theirs = PROCESSES.Pipe()
        self._process = started(_serve, theirs, folder, question)
        theirs.close()
        self.is_stopped = self.is_dead = False
        self._owed = 1

    def tell(self, message: dict[str, Any] | str) -> None:
        """Hand on a message of a page, or the order to `look` at the file."""
        if not self.is_dead:
            self._pipe.send(message)
            self._owed += 1

    def answers(self) -> list[dict[str, Any]]:
        """What is to be shown after each message since; nothing from one that stands still."""
        if self.is_stopped or self.is_dead:
            return []
        told: list[dict[str, Any]] = []
        for _ in range(self._owed):
            assert self._pipe.poll(PATIENCE_SECONDS), "the kernel says nothing"
            told.append(self._pipe.recv())
        self._owed = 0
        return told

    def stop(self) -> None:
        """Let it stand still, as a laptop that sleeps does."""
        if not self.is_dead:
            self._signal(signal.SIGSTOP)
            self.is_stopped = True

    def go_on(self) -> None:
        """Let it go on with whatever it was told meanwhile."""
        if not self.is_dead:
            self._signal(signal.SIGCONT)
            self.is_stopped = False

    def let_write(self, most: int | None) -> None:
        """Let no file grow beyond so many bytes, as on a disk that is full; None ends that."""
        assert self._process.pid
        _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        soft = hard if most is None else most
        resource.prlimit(self._process.pid, resource.RLIMIT_FSIZE, (soft, hard))

    def kill(self) -> None:
        """`kill -9`."""
        with suppress(ProcessLookupError):
            self._signal(signal.SIGKILL)
        self._process.join()
        self.is_dead = True

    def _signal(self, which: int) -> None:
        assert self._process.pid
        os.kill(self._process.pid, which)


def _serve(pipe: Connection, folder: Path, question: Question[Any]) -> None:
    desk = lesson(folder, question)
    live = LiveExercise.of(desk, question)
    with suppress(EOFError, OSError):
        while True:
            pipe.send({name: getattr(live.widget, name) for name in SYNCED})
            message = pipe.recv()
            if message == "look":
                desk.store.look()
            else:
                live.widget._handle_custom_msg(message, [])
