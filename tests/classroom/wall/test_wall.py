"""The wall: values come out of it, to the one who asked; lessons find there what they use."""

from __future__ import annotations

import ctypes
import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import msgspec
import psutil
import pytest

from accordingto.classroom import wall
from accordingto.classroom.wall import Call, Job, Returned
from classroom.homes import HOUSES, ROOT, TEACHER, House, why_not

DOORKEEPER = "accordingto.classroom.wall.doorkeeper"


@pytest.fixture(autouse=True, scope="module")
def closed() -> Iterator[None]:
    yield
    wall.close()


def job(*cells: str, text: str = "a text") -> Job:
    call = Call(exercise="1.1", function="answer", texts={"one": text})
    return Job(cells=cells, calls=(call,), name="ferry", article="“We sail,” said Bea.")


def value(returned: Returned) -> object:
    assert returned.stopped == ""
    return returned.values["1.1"]["one"]


def test_a_function_returns_values() -> None:
    assert value(wall.run(job("def answer(text): return [len(text), text]"))) == [6, "a text"]


def test_two_who_ask_at_once_each_hear_their_own() -> None:
    """The workers of a Dask cluster are threads of one process."""
    jobs = [job("def answer(text): return text", text=str(number)) for number in range(12)]
    with ThreadPoolExecutor(4) as threads:
        assert [value(one) for one in threads.map(wall.run, jobs)] == [str(n) for n in range(12)]


def test_as_many_run_at_once_as_there_are_ways_and_all_is_loaded_once() -> None:
    cell = "import os, time\ndef answer(text): time.sleep(1); return time.time() - BEGUN"
    with wall.opened(3), ThreadPoolExecutor(3) as threads:
        value(wall.run(job("def answer(text): return 1")))
        keepers = [one for one in psutil.Process().children() if DOORKEEPER in one.cmdline()]
        jobs = [job(f"BEGUN = {time.time()}", cell)] * 3
        took = [value(one) for one in threads.map(wall.run, jobs)]
    assert len(keepers) == 1
    assert all(isinstance(one, float) and one < 2 for one in took), took  # one by one it takes 3


def test_a_way_that_breaks_is_mended_and_the_others_serve_on() -> None:
    with wall.opened(2):
        value(wall.run(job("def answer(text): return 1")))
        keeper = next(one for one in psutil.Process().children() if DOORKEEPER in one.cmdline())
        porters = keeper.children()
        assert len(porters) == 2
        porters[0].kill()
        returned = [wall.run(job("def answer(text): return text")) for _ in range(4)]
    assert [value(one) for one in returned] == ["a text"] * 4


def tries(place: Path, at_first: str, seconds: float = 2) -> tuple[Returned, int]:
    """What came of code that does something else `at_first`, and how often it was tried.

    It has no wall, so that a second try can find what the first has left.
    """
    cell = "\n".join(
        (
            "import os, signal, time",
            f"tried = {str(place / 'tried')!r}",
            "with open(tried, 'a') as file: file.write('x')",
            f"if os.path.getsize(tried) == 1: {at_first}",
            "def answer(text): return 'answered'",
        )
    )
    returned = wall.run(msgspec.structs.replace(job(cell), walled=False, seconds=seconds))
    return returned, (place / "tried").stat().st_size


@pytest.mark.parametrize(
    "at_first",
    [
        pytest.param("os.kill(os.getpid(), signal.SIGKILL)", id="as where memory is short"),
        pytest.param("time.sleep(60)", id="as where no time is left for it"),
    ],
)
def test_a_full_machine_costs_nobody_a_mark(tmp_path: Path, at_first: str) -> None:
    returned, times = tries(tmp_path, at_first)
    assert (value(returned), times) == ("answered", 2)


def test_what_does_not_end_is_tried_twice_and_not_for_ever(tmp_path: Path) -> None:
    returned, times = tries(tmp_path, "pass\ntime.sleep(60)", seconds=1)
    assert (returned.stopped, times) == ("The code ran too long and was stopped.", 2)


def test_what_lessons_use_is_loaded_before_the_fork() -> None:
    names = "nltk.tokenize", "numpy", "matplotlib.pyplot"
    cell = f"import sys\ndef answer(text): return [name in sys.modules for name in {names}]"
    assert value(wall.run(job(cell))) == [True, True, True]


def test_a_figure_can_be_drawn() -> None:
    cell = (
        "import matplotlib.pyplot as plt\n"
        "def answer(text):\n"
        "    _, axes = plt.subplots()\n"
        "    axes.bar(['Kirby', 'Rubio'], [93, 66])\n"
        "    plt.show()\n"
        "    return len(axes.patches)"
    )
    assert value(wall.run(job(cell))) == 2


def test_the_article_is_there_and_the_expert_is_not() -> None:
    opening = "from accordingto import lesson\nask = lesson('04-x')\nask.before()"
    assert value(wall.run(job(opening, "def answer(text): return ask.article.text"))) == (
        "“We sail,” said Bea."
    )
    returned = wall.run(job(opening, "def answer(text): return ask.expert"))
    assert "has no attribute 'expert'" in returned.errors["1.1"]["one"]


@pytest.mark.parametrize(
    "before", ["%matplotlib inline", "%timeit 1 + 1", "!ls", "answer?", "display(1)", "%%time\n"]
)
def test_a_notebooks_own_words_cost_nothing(before: str) -> None:
    assert value(wall.run(job(f"{before}\ndef answer(text): return text"))) == "a text"


def test_what_stands_under_other_words_is_no_python() -> None:
    cells = "def answer(text): return 1", "%%html\n<b>2</b>", "%%bash\nanswer=3"
    assert value(wall.run(job(*cells))) == 1


def test_a_cell_that_fails_stops_no_other() -> None:
    assert value(wall.run(job("1 / 0", "raise SystemExit", "def answer(text): return 1"))) == 1


def test_nothing_of_one_submission_is_there_for_the_next() -> None:
    first = "import builtins, re\nbuiltins.found = re.found = 1\nopen('left', 'w').write('x')"
    wall.run(job(first, "def answer(text): return 1"))
    cell = (
        "import builtins, os, re\n"
        "def answer(text):\n"
        "    return [hasattr(builtins, 'found'), hasattr(re, 'found'), os.path.exists('left')]"
    )
    assert value(wall.run(job(cell))) == [False, False, False]


def test_no_path_leads_out(tmp_path: Path) -> None:
    """What Landlock leaves alone needs a path: a socket to call, a file's rights to change."""
    mine = tmp_path / "mine"
    mine.touch()
    cell = (
        "import os, sys\n"
        "def answer(text):\n"
        f"    ways = [lambda: os.chmod({str(mine)!r}, 0), lambda: os.utime({str(mine)!r}),\n"
        f"            lambda: os.stat({str(mine)!r}), lambda: os.chmod(os.__file__, 0)]\n"
        "    return [said(way) for way in ways]\n"
        "def said(way):\n"
        "    try: return way()\n"
        "    except OSError as error: return os.strerror(error.errno)"
    )
    gone = "No such file or directory"
    found = value(wall.run(job(cell)))
    assert isinstance(found, list)
    assert found[:3] == [gone, gone, gone]
    assert found[3] in ("Operation not permitted", "Read-only file system")


def test_what_is_written_is_bounded_and_gone() -> None:
    cell = (
        "def answer(text):\n"
        "    for number in range(100):\n"
        "        try: open(str(number), 'wb').write(bytes(1 << 20))\n"
        "        except OSError: return number"
    )
    assert value(wall.run(job(cell))) == wall.DISK >> 20


def test_no_shared_memory_is_made() -> None:
    cell = (
        "import ctypes\n"
        "def answer(text): return ctypes.CDLL(None).shmget(0, 1 << 20, 0o1600)  # private, new"
    )
    there = Path("/proc/sysvipc/shm").read_text()
    assert value(wall.run(job(cell))) == -1
    assert Path("/proc/sysvipc/shm").read_text() == there


def test_a_temporary_file_has_its_place() -> None:
    cell = (
        "import tempfile\n"
        "def answer(text):\n"
        "    with tempfile.NamedTemporaryFile('w+') as file:\n"
        "        file.write(text); file.seek(0); return file.read()"
    )
    assert value(wall.run(job(cell))) == "a text"


def test_only_so_many_processes() -> None:
    cell = (
        "import os, time\n"
        "def answer(text):\n"
        "    for number in range(100):\n"
        "        try:\n"
        "            if not os.fork(): time.sleep(60)\n"
        "        except OSError: return number"
    )
    found = value(wall.run(job(cell)))
    assert isinstance(found, int)
    assert 0 < found < wall.PROCESSES


def test_processes_are_stopped_that_hold_too_much_together() -> None:
    """Each of them holds less than one may."""
    cell = (
        "import os, time\n"
        "def answer(text):\n"
        "    for _ in range(4):\n"
        "        if not os.fork(): held = b'x' * (700 << 20); time.sleep(60)\n"
        "    time.sleep(60)"
    )
    assert wall.run(job(cell)).stopped == "The code took too much memory and was stopped."


def test_what_processes_share_is_counted_once() -> None:
    cell = (
        "import os, time\n"
        "held = b'x' * (600 << 20)\n"
        "def answer(text):\n"
        "    for _ in range(5):\n"
        "        if not os.fork(): time.sleep(60)\n"
        "    time.sleep(1)\n"
        "    return len(held) >> 20"
    )
    assert value(wall.run(job(cell))) == 600


def test_secrets_of_the_environment_stay_with_the_grader(monkeypatch: pytest.MonkeyPatch) -> None:
    wall.close()
    monkeypatch.setenv("DATABASE_PASSWORD", "hunter2")
    value(wall.run(job("def answer(text): return 1")))
    keepers = psutil.Process().children()
    assert keepers
    assert not any("DATABASE_PASSWORD" in keeper.environ() for keeper in keepers)


def test_a_wall_that_fails_is_nobodys_fault() -> None:
    broken = Job(cells=(), calls=(), name="", article="", forbidden=("no\0path",))
    with pytest.raises(OSError, match="could not be built: embedded null"):
        wall.run(broken)


def test_nothing_runs_on_when_the_grader_is_stopped() -> None:
    endless = "import os, time\nif not os.fork(): os.setsid()\nwhile True: time.sleep(9)"
    value(wall.run(job("def answer(text): return 1")))
    # Other children of this process, such as kernels, come and go while we look.
    keeper = next(one for one in psutil.Process().children() if DOORKEEPER in one.cmdline())
    with ThreadPoolExecutor(2) as threads:
        asked = [threads.submit(wall.run, job(endless)) for _ in range(2)]  # one has to wait
        while len(started := keeper.children(recursive=True)) < 4:  # porter, warden, child, fork
            assert not any(one.done() for one in asked)
            time.sleep(0.05)
        wall.close()
        for one in asked:
            with pytest.raises(OSError, match="the wall was taken down"):
                one.result()
    _, alive = psutil.wait_procs([keeper, *started], timeout=10)
    assert alive == []


def test_where_there_is_no_wall_and_one_is_wanted_nothing_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    with pytest.raises(wall.NoWall, match="only Linux offers the wall"):
        wall.run(job("def answer(text): return 1"))


ASK_THE_WALL = """
import json, sys
from accordingto.classroom import wall
call = wall.Call(exercise="1.1", function="answer", texts={"one": ""})
def value(cell):
    job = wall.Job(cells=(cell,), calls=(call,), name="", article="")
    return wall.run(job).values["1.1"]["one"]
why = wall.why_no_wall()
print(json.dumps([why, [] if why else [value(cell) for cell in sys.argv[1:]]]))
"""
WHERE_CODE_CAN_WRITE = """
import os, sys, nltk, numpy
from pathlib import Path
def answer(text):
    places = {Path(module.__file__) for module in (os, nltk, numpy)} | {Path(sys.prefix)}
    places |= {above for place in places for above in place.parents}
    return [os.getuid(), [str(place) for place in sorted(places) if writes(place)]]
def writes(place):
    try: (place / "planted").write_text("x")
    except OSError: return False
    return True
Path("mine").write_text("x")
"""
ASKED_OF_THE_KERNEL = """
import ctypes, errno, socket
libc = ctypes.CDLL(None, use_errno=True)
number_of = ctypes.CDLL("libseccomp.so.2").seccomp_syscall_resolve_name
def there(name, *arguments):
    ctypes.set_errno(0)
    return libc.syscall(number_of(name.encode()), *arguments) >= 0 or (
        ctypes.get_errno() != errno.ENOSYS)
def open_to(family):
    try: socket.socket(family, socket.SOCK_DGRAM).close()
    except OSError as error: return error.errno != errno.ENOSYS
    return True
def capabilities():
    header, sets = (ctypes.c_uint32 * 2)(0x20080522, 0), (ctypes.c_uint32 * 6)()
    return [libc.capget(header, sets), *sets]
def answer(text):
    return [
        [name for name in NAMES if there(name, 0, 0, 0, 0, 0, 0)],
        [family for family in range(64) if open_to(family)],
        there("clone", 0x10000000, 0, 0, 0, 0),
        capabilities(),
    ]
"""
NOT_THERE = """
name_to_handle_at open_by_handle_at add_key request_key keyctl bpf perf_event_open userfaultfd
io_uring_setup io_uring_enter io_uring_register fanotify_init fanotify_mark
memfd_create memfd_secret shmget shmat msgget semget mq_open
unshare setns clone3 mount umount2 pivot_root chroot fsopen fspick fsmount open_tree move_mount
mount_setattr quotactl acct swapon swapoff sethostname setdomainname
ptrace process_vm_readv process_vm_writev process_madvise pidfd_getfd kcmp
setuid setgid setresuid setresgid setgroups capset personality
init_module finit_module delete_module kexec_load kexec_file_load reboot syslog
settimeofday clock_settime adjtimex clock_adjtime iopl ioperm modify_ldt vhangup
mbind set_mempolicy migrate_pages move_pages vmsplice io_setup io_submit
seccomp landlock_create_ruleset landlock_restrict_self
"""
WHAT_PROGRAMS_DO = """
import asyncio, multiprocessing, os, shutil, socket, sqlite3, subprocess, sys, threading
from concurrent.futures import ThreadPoolExecutor
def answer(text):
    open("one", "w").write("1"); shutil.copy2("one", "two"); os.replace("two", "three")
    with sqlite3.connect("book") as book:
        book.execute("create table t (a)")
        book.execute("insert into t values (1)")
    asyncio.run(asyncio.sleep(0.01))
    with ThreadPoolExecutor(2) as threads: doubled = list(threads.map(lambda n: 2 * n, range(4)))
    a, b = socket.socketpair(); a.sendall(b"x")
    run = subprocess.run([sys.executable, "-c", "print(2)"], capture_output=True, text=True)
    child = os.fork()
    if not child: os._exit(7)
    return [open("three").read(), book.execute("select a from t").fetchall(), doubled,
            b.recv(1).decode(), run.stdout, os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])]
"""
LEFT_BEHIND = """
import ctypes
libc = ctypes.CDLL(None)
def answer(text):
    key = libc.syscall(ADD_KEY, b"user", b"left-behind", b"x", 1, -3)
    return [libc.shmget(0, 1 << 20, 0o1600), key > 0]
"""
CELLS = (
    WHERE_CODE_CAN_WRITE,
    f"NAMES = {NOT_THERE.split()}\n{ASKED_OF_THE_KERNEL}",
    WHAT_PROGRAMS_DO,
)
needs_houses = pytest.mark.skipif(bool(why_not()), reason=why_not())


def asked(house: House, user: int, *cells: str, **settings: str) -> Any:
    """Why that machine has no wall for that user, and what each cell's function returned."""
    run = house.run(user, "-c", ASK_THE_WALL, *cells, **settings)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


@pytest.fixture(scope="module")
def open_folder() -> Iterator[Path]:
    """A folder that every user can reach, which pytest's own are not."""
    with TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture(scope="module", params=[ROOT, TEACHER], ids=["root", "teacher"])
def user(request: pytest.FixtureRequest) -> Any:
    return request.param


@pytest.fixture(scope="module", params=list(HOUSES.values()), ids=list(HOUSES))
def answers(request: pytest.FixtureRequest, user: int) -> Any:
    """What each of the cells returns on such a machine, graded by such a user."""
    why, returned = asked(request.param, user, *CELLS)
    assert why == ""
    return returned


@needs_houses
def test_what_can_be_read_can_not_be_written_to(answers: Any) -> None:
    """Wherever the kit and Python lie: under /home, as with every ordinary user."""
    inside, written = answers[0]
    assert written == []
    assert inside != ROOT


@needs_houses
def test_what_no_lesson_needs_of_the_kernel_is_not_there(answers: Any) -> None:
    """Files by their number, keyrings, other programs' memory, sockets that no namespace binds."""
    within, ipv4, ipv6 = 1, 2, 10
    assert answers[1] == [[], [within, ipv4, ipv6], False, [0] * 7]


@needs_houses
def test_what_programs_commonly_do_is_there(answers: Any) -> None:
    assert answers[2] == ["1", [[1]], [0, 2, 4, 6], "x", "2\n", 7]


@pytest.fixture
def without_libseccomp(open_folder: Path) -> dict[str, str]:
    """Settings under which the library is found and is none."""
    (open_folder / "libseccomp.so.2").touch()
    return {"LD_LIBRARY_PATH": f"{open_folder}:{HOUSES['source'].base}/lib"}


@needs_houses
def test_root_without_a_filter_is_refused_in_a_sentence(without_libseccomp: dict[str, str]) -> None:
    why, _ = asked(HOUSES["source"], ROOT, **without_libseccomp)
    assert why == (
        "the wall could not be built here: libseccomp is missing, without which root runs no "
        "student's code; install it (Debian: apt-get install libseccomp2), or grade as an "
        "ordinary user"
    )


@needs_houses
def test_an_ordinary_user_without_a_filter_is_graded_and_nothing_is_left_behind(
    without_libseccomp: dict[str, str],
) -> None:
    add_key = ctypes.CDLL("libseccomp.so.2").seccomp_syscall_resolve_name(b"add_key")
    there = Path("/proc/sysvipc/shm").read_text()
    cell = f"ADD_KEY = {add_key}\n{LEFT_BEHIND}"
    assert asked(HOUSES["source"], TEACHER, cell, **without_libseccomp) == ["", [[0, True]]]
    assert Path("/proc/sysvipc/shm").read_text() == there
    assert "left-behind" not in Path("/proc/keys").read_text()


@needs_houses
def test_what_only_root_can_read_is_named(open_folder: Path) -> None:
    """Code runs as nobody: Python that is closed to others would fail it, and cost it points."""
    closed = open_folder / "closed"
    closed.mkdir(mode=0o700)
    house = HOUSES["source"]
    why, _ = asked(house, ROOT, PYTHONPATH=f"{house.kit}/src:{closed}")
    assert f"{closed} can be read by root alone" in why


def test_cells_run_once_for_all_calls_and_each_turn_finds_what_they_left() -> None:
    cells = (
        "import time\nbegan = time.time_ns()\nleft = []",
        ("def answer(text): left.append(text); return [began, left]"),
    )
    later = Call(exercise="1.1", function="answer", texts={"two": "hidden"})
    first, second = wall.run_in_turn(job(*cells, text="shown"), (later,))
    began, left = first.values["1.1"]["one"]
    assert left == ["shown"]
    assert second.values["1.1"]["two"] == [began, ["hidden"]]


def test_what_is_called_later_is_in_no_memory_before() -> None:
    cell = (
        "import gc\n"
        "def answer(text):\n"
        "    texts = [o for o in gc.get_objects() if isinstance(o, dict)]\n"
        "    return any('hid' + 'den-text' in repr(o.get('texts')) for o in texts)"
    )
    later = Call(exercise="1.1", function="answer", texts={"two": "hidden-text"})
    first, _ = wall.run_in_turn(job(cell), (later,))
    assert value(first) is False


def test_cells_that_start_threads_are_run_for_each_turn() -> None:
    """No copy of a process has its threads, and a function may wait for them."""
    cell = (
        "from concurrent.futures import ThreadPoolExecutor\n"
        "pool = ThreadPoolExecutor(1)\n"
        "pool.submit(len, '').result()\n"
        "def answer(text): return pool.submit(len, text).result()"
    )
    later = Call(exercise="1.1", function="answer", texts={"two": "four"})
    first, second = wall.run_in_turn(job(cell), (later,))
    assert (value(first), second.values["1.1"]["two"]) == (6, 4)


@pytest.mark.parametrize(
    ("then", "stopped"),
    [
        ("time.sleep(600)", "The code ran too long and was stopped."),
        ("os._exit(0)", "The code ended the program before its functions could be called."),
    ],
)
def test_code_that_only_says_that_it_waits_holds_up_nobody(then: str, stopped: str) -> None:
    cell = (
        "import os, time\n"
        "for number in range(3, 64):\n"
        "    try: os.write(number, b'{\"waits\": true}\\n')\n"
        "    except OSError: pass\n"
        f"{then}"
    )
    liar = msgspec.structs.replace(job(cell), seconds=2)
    later = Call(exercise="1.1", function="answer", texts={"two": "x" * 1_000_000})  # fills a pipe
    assert wall.run_in_turn(liar, (later,))[1].stopped == stopped


@pytest.mark.parametrize("ending", ["os._exit(0)", "os.kill(os.getpid(), 9)"])
def test_a_function_that_ends_the_program_is_told_at_once(ending: str) -> None:
    later = Call(exercise="1.1", function="answer", texts={"two": ""})
    found = wall.run_in_turn(job(f"import os\ndef answer(text): {ending}"), (later,))
    ended = "The code ended the program before its functions could be called."
    assert [one.stopped for one in found] == [ended]  # and not that it ran too long
