"""The filter of system calls: all code behind the wall has the calls named here, no others.

Landlock and namespaces guard paths, processes and the network. The kernel has doors that are none
of these (a file by its number, keyrings, io_uring, families of sockets that no namespace
binds, and whatever it grows next), and nothing that a lesson needs lies behind them. The filter
is written by libseccomp, in its own C library: systemd, Docker and bubblewrap's users rely on it.
A call that is refused says "Function not implemented", after which C libraries try an older one.
"""

from __future__ import annotations

import ctypes
import errno
import os
from functools import cache
from tempfile import TemporaryFile

from accordingto.classroom.wall.libc import checked, libc

_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | errno.ENOSYS
_EQUAL, _MASKED_EQUAL = 4, 7  # comparisons of an argument
_FAMILIES = (1, 2, 10)  # of sockets: within the machine, IPv4, IPv6
_NEW_SPACES = 0x7E020000  # every flag of clone that makes a namespace
_SET_SECCOMP, _FILTER = 22, 2  # of prctl, and its mode
_INSTRUCTION = 8  # bytes
_NO_FILTER = "no filter of system calls"

FILES = """
read write readv writev pread64 pwrite64 preadv pwritev preadv2 pwritev2 lseek _llseek
open openat openat2 creat close close_range dup dup2 dup3 fcntl fcntl64 flock ioctl
stat fstat lstat newfstatat stat64 fstat64 lstat64 fstatat64 statx statfs fstatfs statfs64 fstatfs64
access faccessat faccessat2 readlink readlinkat getcwd chdir fchdir getdents getdents64
mkdir mkdirat rmdir unlink unlinkat rename renameat renameat2 link linkat symlink symlinkat
truncate ftruncate truncate64 ftruncate64 fallocate chmod fchmod fchmodat fchmodat2
chown fchown lchown fchownat utime utimes futimesat utimensat utimensat_time64 umask
getxattr lgetxattr fgetxattr listxattr llistxattr flistxattr setxattr lsetxattr fsetxattr
fsync fdatasync sync_file_range fadvise64 fadvise64_64 readahead copy_file_range
sendfile sendfile64 splice tee
"""
MEMORY = """
brk mmap mmap2 munmap mremap mprotect madvise msync mincore mlock munlock membarrier
map_shadow_stack mseal
"""
PROCESSES = """
fork vfork execve execveat exit exit_group wait4 waitid waitpid
getpid getppid gettid getpgid getpgrp setpgid getsid setsid kill tkill tgkill
pidfd_open pidfd_send_signal
getuid geteuid getgid getegid getresuid getresgid getgroups
getuid32 geteuid32 getgid32 getegid32 getresuid32 getresgid32 getgroups32 capget
getpriority setpriority sched_yield sched_getaffinity sched_setaffinity sched_getparam
sched_getscheduler sched_get_priority_max sched_get_priority_min sched_rr_get_interval
getrlimit ugetrlimit setrlimit prlimit64 getrusage times prctl arch_prctl
set_tid_address set_thread_area get_thread_area set_robust_list get_robust_list rseq
futex futex_time64 futex_waitv futex_wait futex_wake futex_requeue
restart_syscall rt_sigaction rt_sigpending rt_sigprocmask rt_sigqueueinfo rt_tgsigqueueinfo
rt_sigreturn rt_sigsuspend rt_sigtimedwait rt_sigtimedwait_time64 sigaction sigprocmask sigreturn
sigaltstack signalfd signalfd4 pause
"""
TIME = """
time gettimeofday clock_gettime clock_gettime64 clock_getres clock_getres_time64
nanosleep clock_nanosleep clock_nanosleep_time64 alarm getitimer setitimer
timer_create timer_settime timer_gettime timer_getoverrun timer_delete
timerfd_create timerfd_settime timerfd_gettime
"""
WAITING = """
pipe pipe2 poll ppoll ppoll_time64 select _newselect pselect6 pselect6_time64
epoll_create epoll_create1 epoll_ctl epoll_wait epoll_pwait epoll_pwait2 eventfd eventfd2
inotify_init inotify_init1 inotify_add_watch inotify_rm_watch
"""
SOCKETS = """
connect bind listen accept accept4 getsockname getpeername getsockopt setsockopt
sendto recvfrom sendmsg recvmsg sendmmsg recvmmsg shutdown
"""
MACHINE = "uname sysinfo getrandom getcpu cacheflush riscv_hwprobe riscv_flush_icache"
CALLS = " ".join((FILES, MEMORY, PROCESSES, TIME, WAITING, SOCKETS, MACHINE))


class _Comparison(ctypes.Structure):
    _fields_ = [
        ("argument", ctypes.c_uint),
        ("by", ctypes.c_int),
        ("first", ctypes.c_uint64),
        ("second", ctypes.c_uint64),
    ]


class _Program(ctypes.Structure):
    _fields_ = [("length", ctypes.c_ushort), ("instructions", ctypes.c_char_p)]


def there() -> bool:
    """Whether this system has libseccomp."""
    return _library() is not None


def enter() -> None:
    """Put this process, and all that it starts, behind the filter for good.

    It must be unable to gain rights by now. Raises OSError where the kernel takes no filter.
    """
    instructions = compiled()
    program = _Program(len(instructions) // _INSTRUCTION, instructions)
    checked(libc.prctl(_SET_SECCOMP, _FILTER, ctypes.byref(program), 0, 0), _NO_FILTER)


@cache
def compiled() -> bytes:
    """The filter as the kernel reads it: made once, for every child that is forked after."""
    library = _library()
    assert library
    rules = ctypes.c_void_p(library.seccomp_init(_REFUSE))
    for name in CALLS.split():
        _allow(library, rules, name)
    _allow(library, rules, "clone", _Comparison(0, _MASKED_EQUAL, _NEW_SPACES, 0))
    for name in ("socket", "socketpair"):
        for family in _FAMILIES:
            _allow(library, rules, name, _Comparison(0, _EQUAL, family, 0))
    with TemporaryFile() as file:
        _succeeded(library.seccomp_export_bpf(rules, file.fileno()))
        file.seek(0)
        return file.read()


def _allow(library: ctypes.CDLL, rules: ctypes.c_void_p, name: str, *only: _Comparison) -> None:
    number = library.seccomp_syscall_resolve_name(name.encode())
    if number >= 0:  # other machines have other calls, and older libraries know fewer
        compared = (_Comparison * len(only))(*only)
        _succeeded(library.seccomp_rule_add_array(rules, _ALLOW, number, len(only), compared))


def _succeeded(result: int) -> None:
    """libseccomp returns the number of its error, below zero."""
    if result < 0:
        raise OSError(-result, f"{_NO_FILTER}: {os.strerror(-result)}")


@cache
def _library() -> ctypes.CDLL | None:
    try:
        library = ctypes.CDLL("libseccomp.so.2")
    except OSError:
        return None
    library.seccomp_init.restype = ctypes.c_void_p
    library.seccomp_rule_add_array.argtypes = (
        *(ctypes.c_void_p, ctypes.c_uint32, ctypes.c_int, ctypes.c_uint),
        ctypes.POINTER(_Comparison),
    )
    return library
