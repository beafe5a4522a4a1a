"""All of one's work goes out as one file, and comes in elsewhere without losing what is there."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from accordingto.exercises import AnswerStore, Entry
from accordingto.notebooks.cells import way
from accordingto.notebooks.copy import start
from accordingto.notebooks.keeping import MARK, NotMyWork, bring, kept
from kept import instead

LESSON = "04-inside-the-quotation-marks"
ANSWERS = f"answers/{LESSON}.json"


def working_copy(folder: Path) -> Path:
    start(folder)
    return folder / "notebooks"


@pytest.fixture
def school(tmp_path: Path) -> Path:
    return working_copy(tmp_path / "school")


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return working_copy(tmp_path / "home")


def answer(folder: Path, exercise: str, text: str, second: int, edit: str) -> None:
    at = f"2026-01-02T03:04:{second:02}+00:00"
    entry = Entry(digest="d", answer={"text": text}, at=at, edit=edit)
    AnswerStore(folder / ANSWERS).change(exercise, instead(entry))


def texts(folder: Path) -> dict[str, str]:
    entries = AnswerStore(folder / ANSWERS).entries()
    return {name: entry.answer["text"] for name, entry in entries.items()}


def write_into(notebook: Path, words: str) -> None:
    page = json.loads(notebook.read_bytes())
    next(cell for cell in page["cells"] if cell["cell_type"] == "code")["source"] = words
    notebook.write_text(json.dumps(page), encoding="utf-8")


def files(folder: Path) -> dict[str, bytes]:
    paths = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def test_what_is_kept_is_ones_own_and_nothing_of_the_kits_or_hidden(school: Path) -> None:
    answer(school, "4.1", "mine", 1, "a.1")
    (school / "page.txt").write_text("A page of my own.", encoding="utf-8")
    (school / "answers" / "my-page").mkdir()
    (school / "answers" / "my-page" / "corrections-me.json").write_text("{}", encoding="utf-8")
    for left_out in (".hidden", "answers/.x.tmp", "old.zip"):
        (school / left_out).write_text("x", encoding="utf-8")
    names = zipfile.ZipFile(io.BytesIO(kept(school))).namelist()
    notebooks = sorted(path.name for path in school.glob("*.ipynb"))
    own = [ANSWERS, "answers/my-page/corrections-me.json", "page.txt"]
    assert sorted(names) == sorted([MARK, *notebooks, *own])


def test_brought_into_a_fresh_copy_all_is_as_it_was(school: Path, home: Path) -> None:
    answer(school, "4.1", "mine", 1, "a.1")
    write_into(school / f"{LESSON}.ipynb", "mine too")
    brought = bring(home, kept(school))
    assert (brought.joined, brought.replaced) == ([ANSWERS], [f"{LESSON}.ipynb"])
    assert (brought.new, brought.beside) == ([], [])
    assert texts(home) == {"4.1": "mine"}
    assert files(home) == files(school)


def test_brought_twice_it_changes_nothing(school: Path, home: Path) -> None:
    answer(school, "4.1", "mine", 1, "a.1")
    write_into(school / f"{LESSON}.ipynb", "mine too")
    work = kept(school)
    bring(home, work)
    before = files(home)
    again = bring(home, work)
    assert files(home) == before
    assert (again.new, again.replaced, again.beside) == ([], [], [])


def test_answers_of_both_places_are_there_and_the_later_counts(school: Path, home: Path) -> None:
    answer(school, "4.1", "at school", 1, "s.1")
    answer(home, "4.1", "at home", 2, "h.1")
    answer(school, "4.2", "only at school", 1, "s.2")
    answer(home, "4.3", "only at home", 1, "h.2")
    bring(home, kept(school))
    found = {"4.1": "at home", "4.2": "only at school", "4.3": "only at home"}
    assert texts(home) == found
    entry = AnswerStore(home / ANSWERS).entry("4.1")
    assert entry
    assert [one.answer for one in entry.attempts] == [{"text": "at school"}]
    bring(school, kept(home))
    assert texts(school) == found


def test_a_notebook_written_in_both_places_is_put_beside(school: Path, home: Path) -> None:
    write_into(school / f"{LESSON}.ipynb", "at school")
    write_into(home / f"{LESSON}.ipynb", "at home")
    before = files(home)
    brought = bring(home, kept(school))
    beside = f"{LESSON}-brought-1.ipynb"
    assert brought.beside == [beside]
    assert files(home) == before | {beside: (school / f"{LESSON}.ipynb").read_bytes()}


def test_an_untouched_notebook_replaces_nothing(school: Path, home: Path) -> None:
    write_into(home / f"{LESSON}.ipynb", "at home")
    before = files(home)
    assert bring(home, kept(school)).beside == []
    assert files(home) == before


def test_what_a_site_adds_to_a_notebook_is_nobodys_work(school: Path, home: Path) -> None:
    """The browser edition has a cell with these buttons; what was written in it goes to a desk."""
    here = json.loads((home / f"{LESSON}.ipynb").read_bytes())
    here["cells"].append(way("my-files", "my_files()") | {"cell_type": "code", "outputs": []})
    (home / f"{LESSON}.ipynb").write_text(json.dumps(here), encoding="utf-8")
    write_into(school / f"{LESSON}.ipynb", "at school")
    assert bring(home, kept(school)).replaced == [f"{LESSON}.ipynb"]


def test_a_file_of_another_kind_is_put_beside(school: Path, home: Path) -> None:
    (school / "page.txt").write_text("school", encoding="utf-8")
    (home / "page.txt").write_text("home", encoding="utf-8")
    assert bring(home, kept(school)).beside == ["page-brought-1.txt"]
    assert (home / "page.txt").read_text(encoding="utf-8") == "home"


def test_broken_answers_come_as_they_are(school: Path, home: Path) -> None:
    (school / "answers").mkdir()
    (school / ANSWERS).write_bytes(b"no json")
    answer(home, "4.1", "mine", 1, "a.1")
    assert bring(home, kept(school)).beside == [f"answers/{LESSON}-brought-1.json"]
    assert texts(home) == {"4.1": "mine"}


def zipped(**inside: bytes) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, data in inside.items():
            archive.writestr(name, data)
    return whole.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "it is no whole zip"),
        (b"PK\x03\x04 and no more", "it is no whole zip"),
        (zipped(**{"a.ipynb": b"{}"}), "it was not made by “Keep my work”"),
        (zipped(**{MARK: b"{}", "../evil.ipynb": b"{}"}), "which leads elsewhere"),
        (zipped(**{MARK: b"{}", "/etc/evil": b"{}"}), "which leads elsewhere"),
        (zipped(**{MARK: b"{}", "answers/.hidden": b"{}"}), "which leads elsewhere"),
        (zipped(**{MARK: b"{}", "a\\..\\b": b"{}"}), "which leads elsewhere"),
    ],
)
def test_another_file_is_refused_and_nothing_is_written(home: Path, data: bytes, why: str) -> None:
    before = files(home)
    with pytest.raises(NotMyWork, match=why):
        bring(home, data)
    assert files(home) == before
