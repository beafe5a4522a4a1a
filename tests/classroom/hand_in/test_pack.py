"""What a student hands in: one zip, looked through, that collecting takes."""

from __future__ import annotations

import json
import os
import zipfile
from datetime import datetime
from pathlib import Path

import msgspec
import pytest

from accordingto.classroom.hand_in.pack import hand_in
from accordingto.cli import main
from accordingto.exercises import AnswerStore, Sheet
from accordingto.exercises.flow import answered, done
from accordingto.exercises.released import release
from accordingto.notebooks.copy import start
from kept import instead

LESSON = "04-inside-the-quotation-marks"
SHEET = Sheet.of(LESSON)


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    start(tmp_path / "my-kit")
    return tmp_path / "my-kit"


def answer(copy: Path, exercise: str) -> None:
    question = SHEET[exercise]
    key = msgspec.to_builtins(question.key(SHEET.material(question)))
    store = AnswerStore(copy / "notebooks" / "answers" / f"{LESSON}.json")
    entry = answered(question, None, key)
    if question.reveal:
        entry = answered(question, done(question, entry, "predict", SHEET.material(question)), key)
    store.change(exercise, instead(entry))


def test_the_zip_holds_the_notebook_and_the_answers_and_nothing_else(copy: Path) -> None:
    answer(copy, "4.4")
    (copy / "notebooks" / "answers" / "diary.json").write_text("{}", encoding="utf-8")
    done = hand_in(copy, LESSON, student="ann", into=copy)
    assert done.path == copy / f"ann_{LESSON}.zip"
    with zipfile.ZipFile(done.path) as archive:
        assert archive.namelist() == [f"{LESSON}.ipynb", f"answers/{LESSON}.json"]
        notebook = (copy / "notebooks" / f"{LESSON}.ipynb").read_bytes()
        assert archive.read(f"{LESSON}.ipynb") == notebook
    assert done.sentences == ()


def test_what_is_still_empty_is_said(copy: Path) -> None:
    for exercise in ("4.1", "4.2", "4.3", "4.4", "4.5", "4.6", "4.7"):
        answer(copy, exercise)
    done = hand_in(copy / "notebooks", LESSON, into=copy)
    assert [question.id for question in done.empty] == [
        "4.8",
        "4.9",
        "4.10",
        "4.11",
        "4.12",
        "4.13",
        "4.14",
    ]


def test_a_prediction_alone_is_still_empty(copy: Path) -> None:
    question = SHEET["4.1"]
    store = AnswerStore(copy / "notebooks" / "answers" / f"{LESSON}.json")
    store.change("4.1", instead(answered(question, None, {"value": 40})))
    assert question in hand_in(copy, LESSON, into=copy).empty


def test_graded_work_asks_for_no_prediction_and_looks_at_the_cell_for_code(copy: Path) -> None:
    """Where no key is handed out nothing is checked, and code leaves no answer."""
    notebooks = copy / "notebooks"
    (notebooks / f"{LESSON}.released.json").write_bytes(release(SHEET, "graded"))
    store = AnswerStore(notebooks / "answers" / f"{LESSON}.json")
    store.change("4.1", instead(answered(SHEET["4.1"], None, {"value": 40})))
    empty = [question.id for question in hand_in(copy, LESSON, into=copy).empty]
    assert "4.1" not in empty
    assert "4.8" in empty
    page = notebooks / f"{LESSON}.ipynb"
    page.write_bytes(page.read_bytes().replace(b"# your code here", b"return []"))
    assert "4.8" not in [question.id for question in hand_in(copy, LESSON, into=copy).empty]


@pytest.mark.parametrize(
    ("body", "empty"),
    [
        ("# your code here", True),
        ("# your code here\n\n\nfind_quotations('')", True),
        ("# your code here\n    return []", False),
        ("return []\n    # your code here", False),
        ('text = """x"""\n    # your code here', False),
        ("return []", False),
    ],
)
def test_a_function_is_empty_while_nothing_but_the_comment_is_in_it(
    copy: Path, body: str, empty: bool
) -> None:
    page = copy / "notebooks" / f"{LESSON}.ipynb"
    theirs = json.dumps(body)[1:-1].encode()
    page.write_bytes(page.read_bytes().replace(b"# your code here", theirs))
    done = hand_in(copy, LESSON, into=copy)
    assert ("4.8" in [question.id for question in done.empty]) == empty


def test_the_same_work_gives_the_same_bytes(copy: Path) -> None:
    answer(copy, "4.4")
    first = hand_in(copy, LESSON, into=copy).path.read_bytes()
    assert hand_in(copy, LESSON, into=copy).path.read_bytes() == first


def test_a_notebook_that_cannot_be_read_is_zipped_all_the_same_and_said(copy: Path) -> None:
    answer(copy, "4.4")
    notebook = copy / "notebooks" / f"{LESSON}.ipynb"
    notebook.write_bytes(notebook.read_bytes()[:500])
    done = hand_in(copy, LESSON, into=copy)
    assert done.sentences == (
        "The notebook cannot be read: it is cut off or no notebook. "
        "Open it, save it, and hand in again.",
    )
    with zipfile.ZipFile(done.path) as archive:
        assert len(archive.read(f"{LESSON}.ipynb")) == 500


def test_without_answers_it_says_so(copy: Path) -> None:
    done = hand_in(copy, LESSON, into=copy)
    assert done.sentences == (f"There is no answers/{LESSON}.json yet.",)


def test_the_command_says_what_it_did(copy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer(copy, "4.4")
    assert main(["hand-in", LESSON, "--from", str(copy), "--to", str(copy)]) == 0
    told = capsys.readouterr().out
    assert "still empty: 4.9 Two headlines, one rule\n" in told
    assert told.endswith(f"Ready to hand in: {copy / LESSON}.zip\n")


def saved_at(path: Path, hour: int) -> None:
    at = datetime(2026, 5, 4, hour, 5).timestamp()
    os.utime(path, (at, at))


def told_of(copy: Path, capsys: pytest.CaptureFixture[str]) -> tuple[int, list[str]]:
    code = main(["hand-in", LESSON, "--from", str(copy), "--to", str(copy)])
    return code, capsys.readouterr().out.splitlines()


def test_what_goes_in_is_said_with_when_it_was_saved(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(copy, "4.4")
    saved_at(copy / "notebooks" / f"{LESSON}.ipynb", 9)
    saved_at(copy / "notebooks" / "answers" / f"{LESSON}.json", 14)
    code, told = told_of(copy, capsys)
    assert (code, told[:2]) == (
        0,
        [
            f"{LESSON}.ipynb, last saved at 09:05 on 4 May 2026",
            f"answers/{LESSON}.json, last changed at 14:05 on 4 May 2026",
        ],
    )


def test_a_copy_with_the_function_written_is_not_passed_over(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answer(copy, "4.4")
    page = copy / "notebooks" / f"{LESSON}.ipynb"
    other = page.with_name(f"{LESSON}-Copy1.ipynb")
    other.write_bytes(page.read_bytes().replace(b"# your code here", b"return []"))
    saved_at(other, 10)
    code, told = told_of(copy, capsys)
    assert code == 1
    assert (
        f"{LESSON}-Copy1.ipynb is of this lesson too, last saved at 10:05 on 4 May 2026, and "
        "find_quotations is written there and not here: it does not go in. If it is the one you "
        f"worked in, give it the name {LESSON}.ipynb; if not, move it away."
    ) in told
    assert told[-1] == f"Not ready yet: {copy / LESSON}.zip"


@pytest.mark.parametrize("name", [f"{LESSON}-Copy1", f"{LESSON} (2)", "my work", "Untitled"])
def test_another_notebook_of_the_lesson_is_named(copy: Path, name: str) -> None:
    answer(copy, "4.4")
    page = copy / "notebooks" / f"{LESSON}.ipynb"
    page.with_name(f"{name}.ipynb").write_bytes(page.read_bytes())
    [sentence] = hand_in(copy, LESSON, into=copy).sentences
    assert sentence.startswith(f"{name}.ipynb is of this lesson too, last saved at ")
    assert "is written there" not in sentence


@pytest.mark.parametrize("notebook", [b"", b"{", b'{"cells": {}}', b"\xff", None])
def test_a_file_that_is_no_notebook_does_no_harm(copy: Path, notebook: bytes | None) -> None:
    answer(copy, "4.4")
    other = copy / "notebooks" / "notes.ipynb"
    if notebook is None:
        other.mkdir()
    else:
        other.write_bytes(notebook)
    assert hand_in(copy, LESSON, into=copy).sentences == ()


def test_a_renamed_notebook_goes_in_under_the_lesson_s_name_and_is_named(copy: Path) -> None:
    answer(copy, "4.4")
    page = copy / "notebooks" / f"{LESSON}.ipynb"
    page.rename(page.with_name("lesson four.ipynb"))
    done = hand_in(copy, LESSON, into=copy)
    assert done.taken[0].startswith(f"lesson four.ipynb as {LESSON}.ipynb, last saved at ")
    assert done.sentences == ()
    with zipfile.ZipFile(done.path) as archive:
        assert archive.namelist() == [f"{LESSON}.ipynb", f"answers/{LESSON}.json"]


def test_of_two_renamed_ones_none_is_guessed(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = copy / "notebooks" / f"{LESSON}.ipynb"
    page.with_name("one.ipynb").write_bytes(page.read_bytes())
    page.rename(page.with_name("two.ipynb"))
    assert main(["hand-in", LESSON, "--from", str(copy), "--to", str(copy)]) == 2
    assert capsys.readouterr().err == (
        f"accordingto hand-in: there is no {LESSON}.ipynb in {copy / 'notebooks'}, and more than "
        f"one other notebook of that lesson: one.ipynb, two.ipynb; name the right one "
        f"{LESSON}.ipynb\n"
    )
    assert list(copy.glob("*.zip")) == []


def test_answers_that_lie_elsewhere_are_said(copy: Path) -> None:
    """A kit that was started anew beside the old one, or moved without its answers."""
    answer(copy, "4.4")
    start(copy.parent / "new")
    older = copy / "notebooks" / "answers" / f"{LESSON}.json"
    saved_at(older, 11)
    said = f"Other answers to this lesson are in {older}, last changed at 11:05 on 4 May 2026"
    anew = hand_in(copy.parent / "new", LESSON, into=copy)
    assert anew.sentences[1:] == (f"{said}: they do not go in.",)
    answer(copy.parent / "new", "4.4")
    both = hand_in(copy.parent / "new", LESSON, into=copy)
    assert both.sentences == ()
    assert both.taken[2:] == (f"{said}: they do not go in.",)


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["12-none"], "there is no 12-none.ipynb in "),
        ([LESSON, "--name", "../ann"], "'../ann' is no name for a file: use letters, digits"),
        (
            [LESSON, "--name", "s_2024_1"],
            f"s_2024_1_{LESSON}.zip would read as a learning platform's file of 's': "
            "use - in place of _\n",
        ),
    ],
)
def test_what_is_wrong_is_one_sentence(
    copy: Path, capsys: pytest.CaptureFixture[str], words: list[str], sentence: str
) -> None:
    assert main(["hand-in", *words, "--from", str(copy), "--to", str(copy)]) == 2
    told = capsys.readouterr().err
    assert told.startswith(f"accordingto hand-in: {sentence}")
    assert told.count("\n") == 1
