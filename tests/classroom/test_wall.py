"""The wall: values come out of it, to the one who asked; lessons find there what they use."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from accordingto.classroom import wall
from accordingto.classroom.wall import Call, Job, Returned


@pytest.fixture(autouse=True)
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


def test_where_there_is_no_wall_and_one_is_wanted_nothing_runs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    with pytest.raises(wall.NoWall, match="only Linux offers the wall"):
        wall.run(job("def answer(text): return 1"))
