"""The work behind the wall: the notebook's cells run in order, then functions are called."""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import threading
import types
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from accordingto.classroom.wall import (
    DISK,
    FILES,
    MEMORY,
    PROCESSES,
    Call,
    Job,
    landlock,
    namespaces,
    rights,
    seccomp,
)
from accordingto.classroom.wall.calling import called
from accordingto.classroom.wall.cells import notebook, run
from accordingto.classroom.wall.readable import readable
from accordingto.text import Article

_LOADED = (
    *("re", "json", "collections", "nltk.tokenize", "nltk.metrics", "nltk.probability"),
    *("numpy", "matplotlib.pyplot"),
)
_DEVICES = (Path(os.devnull),)
_FIRST_TO_GO = "1000"  # where memory runs out, this goes and not the grader
_ROOT_NEEDS_THE_FILTER = (
    "libseccomp is missing, without which root runs no student's code; install it (Debian: "
    "apt-get install libseccomp2), or grade as an ordinary user"
)
_CLOSED = (
    "{0} can be read by root alone, and students' code runs as nobody; open it to all "
    "(chmod -R go+rX {0}), or grade as its owner"
)


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """The output of each exercise by case: values, and errors in words."""

    values: dict[str, dict[str, Any]] = {}
    errors: dict[str, dict[str, str]] = {}
    waits: bool = False


def preload() -> None:
    """Load what lessons use, once for every child to come."""
    os.environ["MPLBACKEND"] = "agg"
    for name in _LOADED:
        import_module(name)
    if seccomp.there():
        seccomp.compiled()


def main(job: Job, scratch: Path, pipe: int, asking: int) -> NoReturn:
    """Go behind the wall, run, say what came back, end. Never returns.

    Two lines are written to the pipe: why there is no wall, which is empty where it stands, and
    then what the code returned. An empty one and a third follow for calls read from `asking`.
    """
    try:
        _quiet()
        home = _wall_in(job, scratch) if job.walled else scratch
        os.chdir(home)
        os.environ.update(HOME=str(home), TMPDIR=str(home), PATH="", MPLBACKEND="agg")
        tempfile.tempdir = str(home)  # the doorkeeper's own is behind the wall no more
        _limits(job.seconds)
    except BaseException as error:
        say(pipe, f"{error}".replace("\n", " ").encode()[:300] + b"\n")
        os._exit(1)
    try:
        say(pipe, b"\n")
        _run(job, pipe, asking)
    finally:
        os._exit(0)


def say(pipe: int, data: bytes) -> None:
    """Write all of it."""
    while data:
        data = data[os.write(pipe, data) :]


def _quiet() -> None:
    os.setpgid(0, 0)
    void = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(void, standard)
    os.environ.clear()
    with suppress(OSError):  # only Linux has it
        Path("/proc/self/oom_score_adj").write_text(_FIRST_TO_GO)


def _wall_in(job: Job, scratch: Path) -> Path:
    """Build the rest of the wall, from within the namespaces that the warden left to.

    Returns the one folder that can be written to. Its name is new in the tree: were it the
    parent of a readable place, that could be written to as well.
    """
    root = rights.is_root()
    if root and not seccomp.there():
        raise OSError(_ROOT_NEEDS_THE_FILTER)
    places = readable([Path(path) for path in job.forbidden])
    number = scratch.stat().st_ino  # no two at once have the same, nor share a limit of processes
    nobody = rights.NOBODIES[number % len(rights.NOBODIES)]
    rights.forget_keys()
    proc = rights.own_proc()
    namespaces.move_in(scratch, places, _DEVICES, DISK)
    home = Path(tempfile.mkdtemp(prefix="home-", dir="/"))
    if root:
        os.chown(home, nobody, nobody)
        rights.become(nobody, proc)
        if closed := [str(place) for place in places if not os.access(place, os.R_OK)]:
            raise OSError(_CLOSED.format(closed[0]))
    else:
        rights.drop()
    os.close(proc)
    landlock.enter(places, [home, *_DEVICES])
    if seccomp.there():
        seccomp.enter()
    return home


def _limits(seconds: float) -> None:
    running = len(list(Path("/proc").glob("[0-9]*")))  # behind the wall none is to be seen
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, int(seconds) + 1),
        (resource.RLIMIT_FSIZE, FILES),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
        (resource.RLIMIT_NPROC, running + PROCESSES),
    ):
        with suppress(ValueError, OSError):  # a system may set a lower one already
            resource.setrlimit(what, (most, most))


def _run(job: Job, pipe: int, asking: int) -> None:
    """Run the cells; make the first calls in a copy of this process, and others here, after it.

    So those that come later find everything as the cells left it, and are not yet in any memory
    that the first can look through. Threads are in no copy: with them, and where there can be no
    copy, the first calls are made here, and nothing waits.
    """
    names = notebook()
    _stand_in(Article(job.name, job.article))
    for cell in job.cells:
        with suppress(Exception, SystemExit):  # as in a notebook, the next cell runs all the same
            run(cell, names)
    waits = job.more and threading.active_count() == 1
    try:
        copy = os.fork() if waits else 0
    except OSError:  # the cells have started as many as there may be
        waits, copy = False, 0
    if not copy:
        say(pipe, _said(job.calls, names, waits=waits))
        return
    os.waitpid(copy, 0)
    say(pipe, b"\n")  # where the copy ended before its line, this is instead of it
    with os.fdopen(asking, "rb") as asked:
        calls = msgspec.json.decode(asked.readline(), type=tuple[Call, ...])
    say(pipe, _said(calls, names))


def _said(calls: tuple[Call, ...], names: dict[str, Any], *, waits: bool = False) -> bytes:
    values, errors = {}, {}
    for call in calls:
        values[call.exercise], errors[call.exercise] = _called(call, names)
    return msgspec.json.encode(Said(values=values, errors=errors, waits=waits)) + b"\n"


def _called(call: Call, names: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    function = names.get(call.function)
    if not callable(function):
        sentence = f"There is no function {call.function} in the notebook"
        return {}, dict.fromkeys(call.texts, sentence)
    return called(function, call.texts)


def _stand_in(article: Article) -> None:
    """`lesson(…)` behind the wall: the article is there, the answers and the expert are not."""

    class Ask:
        def __init__(self) -> None:
            self.article = article

        def __call__(self, *asked: Any) -> float:
            return 0.0

        def before(self) -> None:
            """No older questions: answers are not here."""

        def summary(self) -> None:
            """Nor a summary of them."""

    kit = types.ModuleType("accordingto")
    kit.lesson = lambda *asked, **named: Ask()  # type: ignore[attr-defined]
    kit.check = lambda: None  # type: ignore[attr-defined]
    kit.__path__ = sys.modules["accordingto"].__path__
    sys.modules["accordingto"] = kit
