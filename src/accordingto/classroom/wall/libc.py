"""The C library, for the system calls that Python has no function for."""

from __future__ import annotations

import ctypes
import os

# Windows has no C library without a name; any will do, for none of it is called there.
libc = ctypes.CDLL(None if os.name == "posix" else "msvcrt", use_errno=True)


def checked(result: int, what: str) -> int:
    """The result of a call. Raises OSError, which says `what` there is not, where it failed."""
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result
