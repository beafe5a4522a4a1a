"""Many articles on many cores, and on a real Dask cluster of this machine: the same bytes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from accordingto.cli import main
from accordingto.corpora.files import Trouble, articles
from accordingto.corpora.many import read_all
from local_cluster import local_cluster

Run = Callable[..., str]


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """More lines than are sent to two cores at once, and one that cannot be read."""
    path = tmp_path / "corpus.jsonl"
    lines = [
        json.dumps(
            {
                "id": f"a{number}",
                "text": f"“No,” Ann Lee said.\nCritics said that it was {number}.",
                "attributions": [{"content": [[0, 5]], "cue": [[14, 18]]}],
            }
        )
        for number in range(150)
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """A command's standard output."""

    def done(*words: str) -> str:
        assert main(words) == 0
        return capfd.readouterr().out

    return done


@pytest.mark.parametrize("jobs", ["2", "-1"])
def test_many_cores_give_the_same_bytes(corpus: Path, run: Run, jobs: str) -> None:
    for command in (["read", "--format", "jsonl"], ["evaluate", "machine"]):
        one = run(*command, str(corpus))
        assert one
        assert run(*command, "--jobs", jobs, str(corpus)) == one


def test_a_dask_cluster_gives_the_same_bytes(corpus: Path, run: Run) -> None:
    with local_cluster() as cluster:
        for command in (["read", "--format", "jsonl"], ["evaluate", "machine"]):
            there = run(*command, "--dask", cluster.scheduler_address, str(corpus))
            assert there == run(*command, str(corpus))
        (worker,) = cluster.workers.values()
        assert worker.state.executed_count > 0


def test_a_bad_line_keeps_its_place_on_many_cores(corpus: Path) -> None:
    lines = corpus.read_text("utf-8").splitlines()
    corpus.write_text("\n".join([*lines[:3], "{", *lines[3:]]), encoding="utf-8")
    outcomes = list(read_all(articles([str(corpus)]), jobs=2))
    bad = outcomes.pop(3)
    assert isinstance(bad, Trouble)
    assert bad.message.startswith(f"{corpus}, line 4: ")
    assert [one[0].id for one in outcomes if not isinstance(one, Trouble)] == [
        f"a{number}" for number in range(150)
    ]


@pytest.mark.parametrize("address", ["nonsense", "tcp://127.0.0.1:1"])
def test_an_address_where_no_scheduler_answers(
    corpus: Path,
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    address: str,
) -> None:
    monkeypatch.setattr("accordingto.workers.PATIENCE", 1)
    assert main(["read", "--format", "jsonl", "--dask", address, str(corpus)]) == 2
    assert capfd.readouterr().err.splitlines()[-1] == (
        f"accordingto read: --dask: no Dask scheduler answers at {address!r}"
    )
