from importlib import metadata
from pathlib import Path

import pytest

from accordingto import check
from accordingto.notebooks.environment import NEEDED

GOOD = "✓ Everything is here: Python, the packages, and a place for your answers.\n"
MEND = "Please mend this first; the lines above say how.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_where_all_is_well_one_line_says_so_and_nothing_is_left(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    check()
    assert capsys.readouterr().out == GOOD
    assert list(here.rglob("*")) == [here / "answers"]


def test_answers_that_are_there_stay(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "answers").mkdir()
    (here / "answers" / "01.json").write_bytes(b"mine")
    check()
    assert capsys.readouterr().out == GOOD
    assert (here / "answers" / "01.json").read_bytes() == b"mine"


def test_a_missing_package_is_named_with_what_to_do(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    version = metadata.version

    def without(package: str) -> str:
        if package in ("nltk", "anywidget"):
            raise metadata.PackageNotFoundError(package)
        return version(package)

    monkeypatch.setattr(metadata, "version", without)
    check()
    again = "is not installed: run `pip install according-to` again."
    said = f"✗ The package nltk {again}\n✗ The package anywidget {again}\n{MEND}"
    assert capsys.readouterr().out == said


def test_a_place_that_cannot_be_written_is_named(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "answers").write_text("a file where the folder should be")
    check()
    assert capsys.readouterr().out == (
        f"✗ Answers cannot be saved in {here / 'answers'} (File exists): choose another.\n{MEND}"
    )


def test_what_is_needed_is_what_the_kit_depends_on() -> None:
    depends = " ".join(metadata.requires("according-to") or ())
    assert all(package in depends for package in NEEDED)
