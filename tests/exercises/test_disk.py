import os
import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from accordingto.exercises import AnswerStore
from accordingto.exercises.answers import read_answers
from accordingto.exercises.disk import held, write_whole
from forked import PROCESSES, started
from writers import change_forty, hold

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows stops no process")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "answers.json"
    write_whole(file, b"{}")
    return file


@contextmanager
def holder(path: Path) -> Iterator[int]:
    """The number of another process, which holds a file until it is killed."""
    heard, told = PROCESSES.Pipe(duplex=False)
    process = started(hold, path, told)
    try:
        assert heard.recv() == "held"
        assert process.pid
        yield process.pid
    finally:
        process.kill()
        process.join()


def test_who_is_killed_holds_nothing(path: Path) -> None:
    with holder(path) as process:
        refused = pytest.raises(TimeoutError, match="another program does not let go")
        with refused, held(path, patience=0.1):
            pass
        os.kill(process, signal.SIGKILL)
        begun = time.monotonic()
        with held(path):
            assert time.monotonic() - begun < 5


def test_who_stands_still_holds_on_and_the_other_says_so_in_time(path: Path) -> None:
    with holder(path) as process:
        os.kill(process, signal.SIGSTOP)
        with pytest.raises(TimeoutError) as caught, held(path, patience=0.1):
            pass
        assert caught.value.filename == str(path)
        os.kill(process, signal.SIGCONT)


def test_what_is_held_is_the_file_that_is_there(path: Path) -> None:
    with holder(path):
        write_whole(path, b"{ }")  # who writes without asking replaces the file that is held
        with held(path, patience=5):
            assert path.read_bytes() == b"{ }"


def test_a_file_without_the_right_to_write_is_held_all_the_same(path: Path) -> None:
    path.chmod(0o444)
    with held(path), pytest.raises(TimeoutError), held(path, patience=0.05):
        pass


def test_a_new_file_replaces_none(tmp_path: Path) -> None:
    path = tmp_path / "new.json"
    write_whole(path, b"first", new=True)
    with pytest.raises(FileExistsError):
        write_whole(path, b"second", new=True)
    assert path.read_bytes() == b"first"
    assert [one.name for one in tmp_path.iterdir()] == ["new.json"]


def test_where_the_disk_knows_no_links_a_new_file_is_written_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(source: Path, target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(os, "link", refused)
    write_whole(tmp_path / "new.json", b"first", new=True)
    assert (tmp_path / "new.json").read_bytes() == b"first"


def test_two_kernels_lose_nothing_of_each_other_from_the_first_answer_on(tmp_path: Path) -> None:
    for trial in range(3):
        path = tmp_path / f"{trial}.json"
        all_ready = PROCESSES.Barrier(2)
        writers = [started(change_forty, path, name, all_ready) for name in ("a", "b")]
        for writer in writers:
            writer.join()
        kept = read_answers(path.read_bytes()).exercises
        assert set(kept) == {f"{name}.{number}" for name in "ab" for number in range(40)}
        assert [one.name for one in tmp_path.iterdir() if one.name.startswith(".")] == []
    assert AnswerStore(path).notice is None
