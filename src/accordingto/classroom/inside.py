"""What happens behind the wall: the notebook's cells run in order, then functions are called."""

from __future__ import annotations

import builtins
import ctypes
import os
import resource
import site
import sys
import sysconfig
import traceback
import types
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import msgspec

from accordingto.classroom import landlock
from accordingto.classroom.calling import called
from accordingto.classroom.wall import FILES, MEMORY, PROCESSES, Call, Job, Returned
from accordingto.text import Article

_NEW_USER, _NEW_PIDS, _NEW_NET = 0x10000000, 0x20000000, 0x40000000
_NOBODY = 65534
_KEEP_CAPABILITIES = 8
_LOADED = (
    *("re", "json", "collections", "nltk.tokenize", "nltk.metrics", "nltk.probability"),
    *("numpy", "matplotlib.pyplot"),
)
_READ_AND_SEARCH = 1 << 2  # CAP_DAC_READ_SEARCH: Python may live in a folder of root's own


def preload() -> None:
    """Load what lessons use, once for every child to come."""
    os.environ["MPLBACKEND"] = "agg"
    for name in _LOADED:
        import_module(name)


def main(job: Job, scratch: Path, pipe: int) -> NoReturn:
    """Go behind the wall, run, say what came back, end. Never returns."""
    returned = Returned()
    try:
        _quiet(scratch)
        if job.walled:
            _wall_in(job, scratch)
        _limits(job.seconds)
        returned = _ran(job)
    except BaseException as error:
        returned = Returned(stopped=traceback.format_exception_only(error)[-1].strip()[:300])
    finally:
        with suppress(BaseException):
            _say(pipe, msgspec.json.encode(returned) + b"\n")
        os._exit(0)


def _say(pipe: int, data: bytes) -> None:
    while data:
        data = data[os.write(pipe, data) :]


def _quiet(scratch: Path) -> None:
    os.setpgid(0, 0)
    void = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(void, standard)
    os.chdir(scratch)
    os.environ.clear()
    os.environ.update(HOME=str(scratch), TMPDIR=str(scratch), PATH="", MPLBACKEND="agg")


def _wall_in(job: Job, scratch: Path) -> None:
    forbidden = [Path(path).resolve() for path in job.forbidden]
    ruleset = landlock.fence(_readable(forbidden), [scratch, Path(os.devnull)])
    spaces = _NEW_NET | _NEW_PIDS | (0 if os.getuid() == 0 else _NEW_USER)
    if landlock.libc.unshare(spaces):
        number = ctypes.get_errno()
        raise OSError(number, f"no namespace without network: {os.strerror(number)}")
    if inner := os.fork():  # the first in the new namespace: all there end with it
        os.waitpid(inner, 0)
        os._exit(0)
    if os.getuid() == 0:
        os.chown(scratch, _NOBODY, _NOBODY)
        _become_nobody()
    landlock.enter(ruleset)
    os.close(ruleset)


def _become_nobody() -> None:
    """Root is bound by no limit of processes: leave it, keeping the right to read Python."""
    landlock.libc.prctl(_KEEP_CAPABILITIES, 1, 0, 0, 0)
    os.setgroups([])
    os.setresgid(_NOBODY, _NOBODY, _NOBODY)
    os.setresuid(_NOBODY, _NOBODY, _NOBODY)
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    kept = (ctypes.c_uint32 * 6)(_READ_AND_SEARCH, _READ_AND_SEARCH, 0, 0, 0, 0)
    if landlock.libc.capset(header, kept):
        raise OSError(ctypes.get_errno(), "root's rights could not be given up")


def _readable(forbidden: list[Path]) -> list[Path]:
    """Python and its packages, but for whatever holds something forbidden."""
    places = {sys.prefix, sys.base_prefix, sysconfig.get_path("stdlib"), *site.getsitepackages()}
    places |= {path for path in sys.path if Path(path).is_dir()}
    system = [Path("/usr/lib"), Path("/lib"), Path("/lib64"), Path("/etc/ld.so.cache")]
    return [
        part for place in {*map(Path, places), *system} for part in _but(place.resolve(), forbidden)
    ]


def _but(place: Path, forbidden: list[Path]) -> list[Path]:
    if any(place.is_relative_to(path) for path in forbidden):
        return []
    if any(path.is_relative_to(place) for path in forbidden):
        return [part for inner in place.iterdir() for part in _but(inner.resolve(), forbidden)]
    return [place]


def _limits(seconds: float) -> None:
    running = sum(name.name.isdecimal() for name in Path("/proc").glob("[0-9]*"))
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


def _ran(job: Job) -> Returned:
    names: dict[str, Any] = {"__name__": "__main__", "__builtins__": builtins}
    _stand_in(Article(job.name, job.article))
    for cell in job.cells:
        with suppress(Exception, SystemExit):  # as in a notebook, the next cell runs all the same
            exec(compile(cell, "cell", "exec"), names)
    values, errors = {}, {}
    for call in job.calls:
        values[call.exercise], errors[call.exercise] = _called(call, names)
    return Returned(values=values, errors=errors)


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
