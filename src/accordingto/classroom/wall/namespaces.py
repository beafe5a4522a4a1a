"""Namespaces: no network, no process and no shared memory but one's own, and a tree of few files.

Landlock guards what is opened; what it leaves alone (calling a server by its socket, changing the
rights of a file) needs a path, and in a tree of its own a process has none that leads out. It is
the same that bubblewrap builds, without a program to install.
"""

from __future__ import annotations

import ctypes
import os
from collections.abc import Iterable
from pathlib import Path

from accordingto.classroom.wall import rights
from accordingto.classroom.wall.libc import checked, libc

_MOUNTS, _IPC, _PIDS, _NET = 0x20000, 0x8000000, 0x20000000, 0x40000000
_BIND, _RECURSIVE, _PRIVATE = 1 << 12, 1 << 14, 1 << 18  # flags of mount
_NO_SETUID = 1 << 1
_DETACH = 1 << 1  # of umount2
_SET_ATTRIBUTES, _HERE, _ALL_BENEATH = 442, -100, 0x8000  # mount_setattr and its flags
_READ_ONLY = 1 << 0 | 1 << 1  # nor a program that changes who runs it
_NO_SPACES = "no namespace apart"
_NO_TREE = "no tree of files apart"


def leave() -> None:
    """Leave the machine's network and shared memory, and its processes from the next child on.

    That child is the first there, and all others end with it. Who is not root becomes the only
    user of a namespace of users on the way; root does so later, when it needs no right any more.
    """
    spaces = _IPC | _PIDS | _NET
    if rights.is_root():
        checked(libc.unshare(spaces), _NO_SPACES)
        return
    proc = rights.own_proc()
    try:
        rights.be_alone(proc, spaces)
    finally:
        os.close(proc)


def move_in(root: Path, readable: Iterable[Path], devices: Iterable[Path], most: int) -> None:
    """Make an empty tree at `root` the only one, with what is readable at its own path in it.

    What is written there is held in memory, `most` bytes of it, and gone with the process.
    """
    checked(libc.unshare(_MOUNTS), _NO_TREE)
    _mount(None, Path("/"), _RECURSIVE | _PRIVATE)
    _mount("tmpfs", root, _NO_SETUID, f"size={most},nr_inodes=4096,mode=755")
    for path in readable:
        _bind(path, root)
        attributes = (ctypes.c_uint64 * 4)(_READ_ONLY, 0, 0, 0)
        done = libc.syscall(
            *(_SET_ATTRIBUTES, _HERE, bytes(_inside(root, path)), _ALL_BENEATH),
            *(attributes, ctypes.sizeof(attributes)),
        )
        checked(done, _NO_TREE)
    for path in devices:
        _bind(path, root)
    os.chdir(root)
    checked(libc.pivot_root(b".", b"."), _NO_TREE)  # the old one lies on the new one now
    checked(libc.umount2(b".", _DETACH), _NO_TREE)
    os.chdir("/")


def _bind(path: Path, root: Path) -> None:
    place = _inside(root, path)
    if path.is_dir():
        place.mkdir(parents=True, exist_ok=True)
    else:
        place.parent.mkdir(parents=True, exist_ok=True)
        place.touch()
    _mount(str(path), place, _BIND | _RECURSIVE)


def _inside(root: Path, path: Path) -> Path:
    return root / path.relative_to("/")


def _mount(what: str | None, where: Path, flags: int, options: str = "") -> None:
    source = what and what.encode()
    done = libc.mount(source, bytes(where), source, ctypes.c_ulong(flags), options.encode())
    checked(done, _NO_TREE)
