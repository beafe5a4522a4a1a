"""Whose rights the code has: nobody's, in a namespace of users that knows this one alone.

There every capability is empty of meaning for what lies outside, and all of them are dropped.
Root first becomes a user whom nobody else is, for root is bound by no limit of processes.
"""

from __future__ import annotations

import ctypes
import os
from pathlib import Path

from accordingto.classroom.wall.libc import checked, libc

NOBODIES = range(61184, 65520)  # users that systemd, too, lends to programs for a while
_USERS = 0x10000000  # of unshare
_KEEP_CAPABILITIES, _SET_DUMPABLE = 8, 4  # of prctl
_SYS_ADMIN = 1 << 21  # where a system forbids others a namespace of users, this allows it
_KEYCTL = {"x86_64": 250, "i686": 288, "armv7l": 311, "ppc64le": 271, "s390x": 280}
_KEYCTL_ELSEWHERE, _JOIN_SESSION = 219, 1
_NO_USERS = "no namespace of users apart"
_SELF = Path("/proc/self")


def is_root() -> bool:
    """Whether this process can become another user: root of the machine, or of a container.

    Root of a namespace that knows nobody else is an ordinary user outside of it, and is one here.
    """
    return os.getuid() == 0 and all(map(_knows_the_nobodies, ("uid_map", "gid_map")))


def own_proc() -> int:
    """A descriptor of this process's folder in /proc, for when there will be no /proc to see."""
    return os.open(_SELF, os.O_RDONLY)


def become(nobody: int, proc: int) -> None:
    """Let root become this user, the only one of a namespace of users, without a capability.

    The tree of files must be built by now: it belongs to the namespace that is left.
    """
    checked(libc.prctl(_KEEP_CAPABILITIES, 1, 0, 0, 0), _NO_USERS)
    os.setgroups([])
    os.setresgid(nobody, nobody, nobody)
    os.setresuid(nobody, nobody, nobody)
    _hold(_SYS_ADMIN)
    be_alone(proc)
    drop()


def be_alone(proc: int, spaces: int = 0) -> None:
    """Make this user the only one of a new namespace of users, and make other `spaces` with it."""
    user, group = os.getuid(), os.getgid()
    checked(libc.unshare(_USERS | spaces), _NO_USERS)
    checked(libc.prctl(_SET_DUMPABLE, 1, 0, 0, 0), _NO_USERS)  # else /proc gives it to root
    for name, told in (
        ("setgroups", "deny"),
        ("uid_map", f"{user} {user} 1"),
        ("gid_map", f"{group} {group} 1"),
    ):
        file = os.open(name, os.O_WRONLY, dir_fd=proc)
        try:
            os.write(file, told.encode())
        finally:
            os.close(file)


def drop() -> None:
    """Drop every capability; without set-user-ID programs none can be regained."""
    _hold(0)


def forget_keys() -> None:
    """Take a ring of keys that is this process's own, and ends with it, for that of its session.

    Where it fails the kernel has no keys, or lets nobody near them.
    """
    call = _KEYCTL.get(os.uname().machine, _KEYCTL_ELSEWHERE)
    libc.syscall(call, _JOIN_SESSION, None)


def _hold(kept: int) -> None:
    header = (ctypes.c_uint32 * 2)(0x20080522, 0)
    rights = (ctypes.c_uint32 * 6)(kept, kept, 0, 0, 0, 0)
    checked(libc.capset(header, rights), "no rights could be given up")


def _knows_the_nobodies(which: str) -> bool:
    lines = (_SELF / which).read_text().splitlines()
    known = ((int(first), int(count)) for first, _, count in map(str.split, lines))
    return any(first <= NOBODIES[0] and NOBODIES[-1] < first + count for first, count in known)
