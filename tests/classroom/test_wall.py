"""The wall: values come out of it, to the one who asked; lessons find there what they use."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psutil
import pytest

from accordingto.classroom import wall
from accordingto.classroom.wall import Call, Job, Returned

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


def test_no_shared_memory_is_left_behind() -> None:
    cell = (
        "import ctypes\n"
        "def answer(text): return ctypes.CDLL(None).shmget(0, 1 << 20, 0o1600)  # private, new"
    )
    there = Path("/proc/sysvipc/shm").read_text()
    assert value(wall.run(job(cell))) == 0
    assert Path("/proc/sysvipc/shm").read_text() == there


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
    waiting = threading.Thread(target=wall.run, args=(job(endless),))
    value(wall.run(job("def answer(text): return 1")))
    # Other children of this process, such as kernels, come and go while we look.
    keeper = next(one for one in psutil.Process().children() if DOORKEEPER in one.cmdline())
    waiting.start()
    while len(started := keeper.children(recursive=True)) < 3:  # warden, child, fork
        assert waiting.is_alive()
        time.sleep(0.05)
    wall.close()
    waiting.join()
    _, alive = psutil.wait_procs([keeper, *started], timeout=10)
    assert alive == []


def test_where_there_is_no_wall_and_one_is_wanted_nothing_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    with pytest.raises(wall.NoWall, match="only Linux offers the wall"):
        wall.run(job("def answer(text): return 1"))
