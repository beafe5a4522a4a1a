"""A site of graded work is read for leaks: every word of the folder, those inside wheels too."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
import yaml

from accordingto.cli import main
from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.exercises.released import release
from accordingto.site.graded import graded_files, graded_page
from accordingto.site.wheels import kit_wheel
from unpacked import found, texts, unpacked, words

KIT = Content.kit()
ARTICLES = sorted(KIT.root.glob("seeds/*/article.txt"))
LONG = 26  # letters: what is said nowhere by chance
SOLUTION = re.compile(r"### BEGIN SOLUTION\n(.*?)### END SOLUTION", re.DOTALL)


def secrets(sheet: Sheet) -> set[str]:
    """What only the sheet says: reasons, credit for other answers, keys, and what comes after."""
    whole = {text for question in sheet for text in texts(msgspec.to_builtins(question))}
    said = asked(sheet)
    return {text for text in whole if len(text) >= LONG and words(text) not in said}


def asked(sheet: Sheet) -> str:
    """The words that a reader of the sheet is given."""
    kept = (msgspec.to_builtins(question.without_key()) for question in sheet)
    return words("\n".join(text for question in kept for text in texts(question)))


def worked(lesson: str) -> set[str]:
    """The lines of a lesson's worked examples that no reader is given."""
    page = KIT.page(lesson)
    assert page is not None
    handed_out = words(KIT.notebook(lesson).read_text(encoding="utf-8"))
    examples = SOLUTION.findall(page.read_text(encoding="utf-8"))
    lines = {line.strip() for example in examples for line in example.splitlines()}
    return {line for line in lines if len(line) >= LONG and words(line) not in handed_out}


def remarks(article: str) -> set[str]:
    """What the expert's reading says in words of its own."""
    folder = KIT.seed(article)
    reading = yaml.safe_load((folder / "reading.yaml").read_text(encoding="utf-8"))
    said = words((folder / "article.txt").read_text(encoding="utf-8"))
    return {text for text in texts(reading) if len(text) >= LONG and words(text) not in said}


@pytest.mark.parametrize("lesson", KIT.lessons())
def test_nothing_that_a_reader_gets_tells_an_answer(lesson: str, tmp_path: Path) -> None:
    sheet = Sheet.of(lesson, KIT)
    with zipfile.ZipFile(kit_wheel(tmp_path, {}, graded=True)) as wheel:
        given = [wheel.read(name) for name in wheel.namelist()]
        names = wheel.namelist()
    given += graded_files(sheet).values()
    given += [data for _, data in graded_page(sheet)]
    hidden = secrets(sheet)
    assert len(hidden) > 5
    shown = "\n".join(data.decode("utf-8", "replace") for data in given)
    assert [text for text in hidden if text in shown] == []
    assert not [name for name in names if "reading.yaml" in name or "/solutions/" in name]


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("lesson", KIT.lessons())
def test_no_key_no_reason_and_no_worked_example_is_in_the_folder(
    lesson: str, build: Callable[..., Path]
) -> None:
    folder = build("--lesson", lesson, "--graded")
    given = unpacked(folder)
    hidden = {text for name in KIT.sheets() for text in secrets(Sheet.of(name, KIT))}
    hidden |= {text for name in KIT.lessons() for text in worked(name)}
    hidden |= {text for path in ARTICLES for text in remarks(path.parent.name)}
    articles = {path.parent.name: words(path.read_text("utf-8")) for path in ARTICLES}
    given_too = {lesson: asked(Sheet.of(lesson, KIT)), **articles}
    hidden -= {text for text, _ in found(hidden, given_too)}
    assert len(hidden) > 1000
    assert found(hidden, given) == []
    released = folder / "run" / "files" / f"{lesson}.released.json"
    assert released.read_bytes() == release(Sheet.of(lesson, KIT), "graded")
    notebooks = [name for name in given if name.endswith(".ipynb") and "jupyter-lite" not in name]
    assert notebooks == [f"run/files/{lesson}.ipynb"]
    assert not [
        name for name in given if re.search(r"/(reading|second)\.yaml|solutions/|guides/", name)
    ]


def test_one_lesson_and_graded_go_together(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["site", str(tmp_path / "site"), "--graded"]) == 2
    assert "--lesson and --graded go together" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()
