"""What happens behind the wall: the notebook's cells run in order, then functions are called."""

from __future__ import annotations

import ctypes
import os
import resource
import sys
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
)
from accordingto.classroom.wall.calling import called
from accordingto.classroom.wall.cells import notebook, run
from accordingto.classroom.wall.libc import checked, libc
from accordingto.classroom.wall.readable import readable
from accordingto.text import Article

_LOADED = (
    *("re", "json", "collections", "nltk.tokenize", "nltk.metrics", "nltk.probability"),
    *("numpy", "matplotlib.pyplot"),
)
_HOME = Path("/home")  # in the tree behind the wall
_DEVICES = (Path(os.devnull),)
_NOBODIES = range(61184, 65520)  # users that systemd, too, lends to programs for a while
_KEEP_CAPABILITIES = 8  # of prctl
_READ_AND_SEARCH = 1 << 2  # CAP_DAC_READ_SEARCH: Python may live in a folder of root's own
_FIRST_TO_GO = "1000"  # where memory runs out, this goes and not the grader


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """What comes out: values, and errors in words, of each exercise by case."""

    values: dict[str, dict[str, Any]] = {}
    errors: dict[str, dict[str, str]] = {}


def preload() -> None:
    """Load what lessons use, once for every child to come."""
    os.environ["MPLBACKEND"] = "agg"
    for name in _LOADED:
        import_module(name)


def main(job: Job, scratch: Path, pipe: int) -> NoReturn:
    """Go behind the wall, run, say what came back, end. Never returns.

    Two lines are written to the pipe: why there is no wall, which is empty where it stands, and
    then what the code returned.
    """
    try:
        _quiet()
        home = _wall_in(job, scratch) if job.walled else scratch
        os.chdir(home)
        os.environ.update(HOME=str(home), TMPDIR=str(home), PATH="", MPLBACKEND="agg")
        _limits(job.seconds)
    except BaseException as error:
        _say(pipe, f"{error}".replace("\n", " ").encode()[:300] + b"\n")
        os._exit(1)
    try:
        _say(pipe, b"\n")
        _say(pipe, msgspec.json.encode(_ran(job)) + b"\n")
    finally:
        os._exit(0)


def _say(pipe: int, data: bytes) -> None:
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
    """Build the rest of the wall, from within the namespaces that the warden left to."""
    places = readable([Path(path) for path in job.forbidden])
    number = scratch.stat().st_ino  # no two at once have the same, nor share a limit of processes
    nobody = _NOBODIES[number % len(_NOBODIES)]
    namespaces.move_in(scratch, places, _DEVICES, DISK)
    _HOME.mkdir()
    if os.getuid() == 0:
        os.chown(_HOME, nobody, nobody)
        _become(nobody)
    else:
        _keep_rights(0)
    landlock.enter(places, [_HOME, *_DEVICES])
    return _HOME


def _become(nobody: int) -> None:
    """Root is bound by no limit of processes: leave it, keeping the right to read Python."""
    libc.prctl(_KEEP_CAPABILITIES, 1, 0, 0, 0)
    os.setgroups([])
    os.setresgid(nobody, nobody, nobody)
    os.setresuid(nobody, nobody, nobody)
    _keep_rights(_READ_AND_SEARCH)


def _keep_rights(kept: int) -> None:
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    rights = (ctypes.c_uint32 * 6)(kept, kept, 0, 0, 0, 0)
    checked(libc.capset(header, rights), "no rights could be given up")


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


def _ran(job: Job) -> Said:
    names = notebook()
    _stand_in(Article(job.name, job.article))
    for cell in job.cells:
        with suppress(Exception, SystemExit):  # as in a notebook, the next cell runs all the same
            run(cell, names)
    values, errors = {}, {}
    for call in job.calls:
        values[call.exercise], errors[call.exercise] = _called(call, names)
    return Said(values=values, errors=errors)


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
