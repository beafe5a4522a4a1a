"""A notebook that is run from elsewhere: its folder counts, not the process's."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

from accordingto.exercises import AnswerStore, Sheet
from accordingto.exercises.flow import answered
from accordingto.exercises.released import release
from accordingto.notebooks.place import Place, answers_elsewhere, place_of
from kept import instead

LESSON = "04-inside-the-quotation-marks"
SHEET = Sheet.of(LESSON)
OPEN = f'from accordingto import lesson\nask = lesson("{LESSON}")'
RELEASED = f'from accordingto import lesson\nask = lesson("{LESSON}", released=True)'
WHERE = "print(ask.store.path.parent)\nprint(ask.sheet.mode)"
Run = Callable[..., list[str]]


def answer(folder: Path) -> None:
    question = SHEET["4.9"]
    store = AnswerStore(folder / "answers" / f"{LESSON}.json")
    store.change("4.9", instead(answered(question, None, {"text": "mine"})))


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A folder with the lesson in it, and another one to start from.

    They lie one folder deeper than other tests' do, whose answers would be near, and be said.
    """
    desk = tmp_path / "desk"
    for name in ("home", "away"):
        (desk / name).mkdir(parents=True)
    (desk / "home" / f"{LESSON}.ipynb").write_text("{}", encoding="utf-8")
    return desk / "home"


@pytest.fixture
def run(home: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run cells in a kernel that is started elsewhere; the lines that they print."""

    def run(*sources: str, session: Path | None = None, start: Path | None = None) -> list[str]:
        if session:
            monkeypatch.setenv("JPY_SESSION_NAME", str(session))
        cells = [nbformat.v4.new_code_cell(source) for source in sources]
        notebook = nbformat.v4.new_notebook(cells=cells)
        folder = {"metadata": {"path": str(start or home.parent / "away")}}
        NotebookClient(notebook, timeout=60, kernel_name="python3", resources=folder).execute()
        outputs = [output for cell in cells for output in cell.outputs]
        printed = [one.text for one in outputs if one.get("name") == "stdout"]
        return "".join(printed).splitlines()

    return run


def test_under_papermill_the_folder_of_its_input_counts(home: Path, run: Run) -> None:
    path = f"PAPERMILL_INPUT_PATH = '../home/{LESSON}.ipynb'"
    assert run(path, OPEN, WHERE) == [str(home / "answers"), "practice"]


def test_the_session_s_folder_counts_wherever_the_kernel_was_started(home: Path, run: Run) -> None:
    session = home / f"{LESSON}.ipynb"
    assert run(OPEN, WHERE, session=session) == [str(home / "answers"), "practice"]


def test_a_renamed_notebook_is_found_by_its_session(home: Path, run: Run) -> None:
    renamed = (home / f"{LESSON}.ipynb").rename(home / "mine.ipynb")
    assert run(OPEN, WHERE, session=renamed) == [str(home / "answers"), "practice"]


def test_what_the_session_of_another_notebook_says_is_not_taken(home: Path, run: Run) -> None:
    """A notebook that runs others hands its own session on to them."""
    runner = home.parent / "away" / "run all.ipynb"
    runner.write_text("{}", encoding="utf-8")
    assert run(OPEN, WHERE, session=runner, start=home) == [str(home / "answers"), "practice"]


def test_a_cell_that_has_gone_elsewhere_takes_no_answers_with_it(home: Path, run: Run) -> None:
    there = f"import os\nos.chdir({str(home.parent / 'away')!r})"
    assert run(there, OPEN, WHERE, start=home) == [str(home / "answers"), "practice"]


def test_where_the_notebook_is_not_found_it_is_said_where_answers_are(home: Path, run: Run) -> None:
    away = home.parent / "away" / "answers"
    said = run(OPEN, WHERE)
    assert said == [
        "Which folder this notebook is in could not be found out. Your answers are looked for, "
        f"and kept, in {away}.",
        str(away),
        "practice",
    ]


def test_answers_that_lie_beside_the_old_place_are_said_once(home: Path, run: Run) -> None:
    answer(home)
    away = home.parent / "away"
    (home / f"{LESSON}.ipynb").rename(away / f"{LESSON}.ipynb")
    older = home / "answers" / f"{LESSON}.json"
    assert run(OPEN) == [
        f"There are no answers to this lesson here yet. There are some in {older}: to go on with "
        "them, close this notebook and open the one in that place, or copy that file into "
        f"{away / 'answers'}."
    ]
    answer(away)
    assert run(OPEN) == []


def test_graded_work_is_graded_from_wherever_it_is_run(home: Path, run: Run) -> None:
    (home / f"{LESSON}.released.json").write_bytes(release(SHEET, "graded"))
    path = f"PAPERMILL_INPUT_PATH = {str(home / f'{LESSON}.ipynb')!r}"
    assert run(path, RELEASED, WHERE) == [str(home / "answers"), "graded"]


@pytest.mark.parametrize("mode", ["graded", "vote"])
def test_released_work_without_its_sheet_says_so_and_asks_nothing(
    home: Path, run: Run, mode: str
) -> None:
    (home / f"{LESSON}.released.json").write_bytes(release(SHEET, mode))  # type: ignore[arg-type]
    with pytest.raises(CellExecutionError) as stopped:
        run(RELEASED, WHERE)
    away = home.parent / "away"
    assert stopped.value.evalue == (
        f"this notebook was handed out together with {LESSON}.released.json, which "
        f"is not in {away}, so it asks nothing here. Open it in the folder in which you got it, "
        "or put that file beside it"
    )
    assert list(away.iterdir()) == []


def test_outside_a_kernel_it_is_the_folder_one_is_in(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(home)
    monkeypatch.setenv("JPY_SESSION_NAME", str(home.parent / "away" / f"{LESSON}.ipynb"))
    assert place_of(LESSON) == Place(home)


def test_answers_are_sought_beside_and_never_in_other_homes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    places = ["ann/kit/notebooks", "ann/old/notebooks", "ann", "ann/kit", "bob", "bob/notebooks"]
    for number, place in enumerate(places):
        answer(tmp_path / place)
        file = tmp_path / place / "answers" / f"{LESSON}.json"
        os.utime(file, (number, number))
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "ann")
    found = answers_elsewhere(LESSON, tmp_path / "ann" / "kit" / "notebooks")
    names = [path.parents[1].relative_to(tmp_path).as_posix() for path in found]
    assert names == ["ann/kit", "ann", "ann/old/notebooks"]
    found = answers_elsewhere(LESSON, tmp_path / "ann" / "kit")
    names = [path.parents[1].relative_to(tmp_path).as_posix() for path in found]
    assert names == ["ann", "ann/old/notebooks", "ann/kit/notebooks"]
