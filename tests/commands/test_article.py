"""`accordingto article` and `convert`, from a file to a page and out into a tool and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.cli import main
from accordingto.readings import read_written

TEXT = "“We lost the key,” Ana 🦊 Ruiz told the council.\nThe company denied that.\n"


@pytest.fixture
def kit(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["start", str(tmp_path / "my-kit")]) == 0
    capsys.readouterr()
    return tmp_path / "my-kit"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_page_is_kept_and_said(kit: Path, page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["article", str(page), "--kit", str(kit), "--name", "key", "--outlet", "Harbour News"]
    assert main(words) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"New: {kit / 'seeds' / 'key'}, 2 paragraphs.",
        "A draft by the machine has 2 statements and 1 quotation.",
    ]
    assert "outlet: Harbour News" in (kit / "seeds" / "key" / "about.yaml").read_text("utf-8")
    assert main(words) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[0] == f"There already, and left as it is: {kit / 'seeds' / 'key'}."
    page.write_text(TEXT.replace("denied", "confirmed"), encoding="utf-8")
    assert main(words) == 0
    assert capsys.readouterr().out.splitlines()[:3] == [
        f"Changed: {kit / 'seeds' / 'key'}; the version before is in its folder earlier.",
        "  paragraph 2: “The company denied that.” -> “The company confirmed that.”",
        "  its words are gone, so it was read anew: statement A02",
    ]


@pytest.mark.parametrize(
    ("form", "file"),
    [
        (["annotation"], "key.json"),
        (["annotation", "--offsets", "utf16"], "key.json"),
        (["brat"], "key.ann"),
        (["xmi"], "key.xmi"),
        (["csv"], "key.csv"),
    ],
)
def test_out_into_a_tool_and_back_as_the_experts(
    kit: Path,
    page: Path,
    form: list[str],
    file: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    here = ["article", str(page), "--kit", str(kit), "--name", "key"]
    assert main(here) == 0
    before = read_written(kit / "seeds" / "key")
    monkeypatch.chdir(kit)
    assert main(["convert", "key", "--to", *form, "--out", "out"]) == 0
    assert str(Path("out") / file) in capsys.readouterr().out.splitlines()
    assert main([*here, "--reading", f"out/{file}", *form[1:]]) == 0
    assert read_written(kit / "seeds" / "key") == before
    written = (kit / "seeds" / "key" / "reading.yaml").read_text("utf-8")
    assert written.startswith("# Made in another tool")


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("a.ann", "T1\tCue 0 999\tx\n", "a.ann: line 1: the mark 0 999 is not in the text"),
        ("a.json", "{", "a.json: Input data was truncated"),
        ("a.xlsx", "x", "a.xlsx: a reading ends in one of .json, .jsonld, .ann, .xmi, .csv"),
    ],
)
def test_a_reading_that_cannot_be_taken_leaves_everything_as_it_was(
    kit: Path,
    page: Path,
    tmp_path: Path,
    name: str,
    text: str,
    sentence: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    words = ["article", str(page), "--kit", str(kit), "--reading", str(tmp_path / name)]
    assert main(words) == 2
    assert f"accordingto article: {tmp_path / sentence}" in capsys.readouterr().err
    assert not (kit / "seeds").exists()


def test_outside_a_working_copy_it_says_how_to_make_one(
    page: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["article", str(page), "--kit", str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert "is in no working copy: make one with `accordingto start my-kit`" in told
