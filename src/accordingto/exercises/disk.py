"""Files that are complete at every moment, and a lock on a file that is being changed.

Two kernels meet at one answer file: a notebook and its copy, or JupyterLab started twice. Each
reads the file, changes one entry and writes the whole, so that one of them has to wait. The hold
is the operating system's own, because it alone ends with the process that has it, `kill -9`
included, and needs no clock to tell an old hold from a young one:

- Linux and macOS: `flock` on the answer file itself, which network folders pass on to their
  server. The file is replaced by every change, so that who has waited looks whether what it holds
  is still the file. A file that is not there yet is made by a link, which never replaces one.
- Windows: a file beside it that the system deletes with the last handle on it.
- In a browser (JupyterLite) there is neither, and `fcntl` is empty; a folder's server may know no
  locks. Who changes the file is told so, and looks again at what was written (see `unlocked`).
"""

from __future__ import annotations

import errno
import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple
from uuid import uuid4

STALE_SECONDS = 60
PATIENCE_SECONDS = 10.0  # for a change that takes another kernel some milliseconds
_POLL_SECONDS = 0.005
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.EOPNOTSUPP, errno.ENOSYS)


@contextmanager
def held(path: Path, patience: float = PATIENCE_SECONDS) -> Iterator[bool]:
    """Lock a file while it is read and changed; other holders wait.

    Gives whether it is locked: False where there are no locks, and nobody waits. `patience` is in
    seconds. Raises TimeoutError where another process never lets go, and the
    OSError of a file that cannot be opened.
    """
    until = time.monotonic() + patience
    while (hold := _hold(path)) is None:
        if time.monotonic() > until:
            raise TimeoutError(errno.ETIMEDOUT, "another program does not let go of it", str(path))
        time.sleep(_POLL_SECONDS)
    try:
        yield hold.is_locked
    finally:
        if hold.handle >= 0:
            os.close(hold.handle)


def write_whole(path: Path, data: bytes, *, new: bool = False) -> None:
    """Write a file so that at any moment it is the old one or the new one, whole.

    Raises FileExistsError for a file that was to be new and is there. The OSError of a disk names
    this file, and not the temporary one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name}.{uuid4().hex}.tmp")
    try:
        with temporary.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if not (new and _linked(temporary, path)):
            _put_in_place(temporary, path)
    except BaseException as error:
        with suppress(OSError):
            temporary.unlink()
        if isinstance(error, OSError):
            error.filename = str(path)
        raise


def sweep(path: Path) -> None:
    """Remove what a kill in the middle of a write left behind; a young one may be in use."""
    for stale in path.parent.glob(f".{path.name}.*.tmp"):
        with suppress(OSError):
            if time.time() - stale.stat().st_mtime > STALE_SECONDS:
                stale.unlink()


class _Hold(NamedTuple):
    """A handle whose closing ends the hold; -1 without one."""

    handle: int
    is_locked: bool = True


_NOTHING = _Hold(-1)  # there is nothing to hold yet: who begins it is found out in another way

if sys.platform == "win32":

    def _hold(path: Path) -> _Hold | None:
        """Returns a hold; None while another process has it."""
        beside = path.with_name(f".{path.name}.lock")
        try:
            return _Hold(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_TEMPORARY))
        except FileNotFoundError:
            return _NOTHING
        except (FileExistsError, PermissionError):
            return None

elif sys.platform == "emscripten":

    def _hold(path: Path) -> _Hold | None:
        """Returns no hold: there are no locks in a browser."""
        return _Hold(-1, is_locked=False)

else:
    import fcntl

    def _hold(path: Path) -> _Hold | None:
        """Returns a hold; None while another process has it."""
        try:
            handle = _opened(path)
        except FileNotFoundError:
            return _NOTHING
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(handle)
            return None
        except OSError:
            return _Hold(handle, is_locked=False)  # a folder whose server knows no locks
        if _is_still(handle, path):
            return _Hold(handle)
        os.close(handle)
        return None

    def _opened(path: Path) -> int:
        """Open for writing, which a network folder asks for; a change needs no right to it."""
        try:
            return os.open(path, os.O_RDWR)
        except PermissionError:
            return os.open(path, os.O_RDONLY)

    def _is_still(handle: int, path: Path) -> bool:
        try:
            return os.path.samestat(os.fstat(handle), path.stat())
        except FileNotFoundError:
            return False


def _linked(temporary: Path, path: Path) -> bool:
    """Put a new file where none is, all or nothing; False where the disk knows no links."""
    try:
        os.link(temporary, path)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError, AttributeError) as error:
        if isinstance(error, OSError) and error.errno not in _NO_LINKS:
            raise
        return False
    temporary.unlink()
    return True


def _put_in_place(temporary: Path, path: Path, tries: int = 20) -> None:
    """Windows refuses for a moment while a virus scanner or an editor holds the file."""
    for left in reversed(range(tries)):
        try:
            temporary.replace(path)
            return
        except PermissionError:
            if not left:
                raise
            time.sleep(0.05)
