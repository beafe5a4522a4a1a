"""The command line: one sentence for what is wrong, and exit codes that scripts can read."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

import pytest

from accordingto.cli import COMMANDS, main


def test_help_gives_one_line_a_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["--help"])
    assert left.value.code == 0
    told = capsys.readouterr().out
    for name, line in COMMANDS.items():
        assert name in told
        assert line in " ".join(told.split())


def test_start_says_what_it_did(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["start", str(tmp_path / "kit")]) == 0
    told = capsys.readouterr().out
    assert "added: notebooks/00-start-here.ipynb" in told
    assert "Ready: open" in told


def test_what_is_wrong_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "kit").write_text("a file", encoding="utf-8")
    assert main(["start", str(tmp_path / "kit")]) == 2
    told = capsys.readouterr().err
    assert told == (
        f"accordingto start: {tmp_path / 'kit'} is a file; "
        "expected a folder, or a name that is free\n"
    )


def test_a_place_that_cannot_be_used_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "file"
    file.touch()
    assert main(["start", str(file / "kit")]) == 2
    told = capsys.readouterr().err
    assert told == f"accordingto start: {file / 'kit'} cannot be used (Not a directory)\n"


def test_stopped_by_hand_it_says_so_and_shows_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_: argparse.Namespace) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("accordingto.commands.start.run", interrupted)
    assert main(["start", "kit"]) == 130
    told = capsys.readouterr().err
    assert told == "\naccordingto start: stopped; what was finished is kept\n"


def test_a_missing_package_is_named_with_the_extra_that_brings_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "nbgrader", None)
    assert main(["course", str(tmp_path / "course"), "00-start-here"]) == 2
    assert capsys.readouterr().err.endswith(
        "accordingto course: the package nbgrader is not installed; "
        "install the kit with its extra, as in according-to[grading]\n"
    )


def test_check_says_that_the_notebooks_are_in_step(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", "--check"]) == 0
    assert capsys.readouterr().out == ""


def test_check_fails_on_what_is_out_of_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "lessons").mkdir()
    (tmp_path / "exercises").mkdir()
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "stray.ipynb").write_text("{}", encoding="utf-8")
    assert main(["build", "--check", "--root", str(tmp_path)]) == 1
    assert "notebooks/stray.ipynb is new since the last build" in capsys.readouterr().out
