"""What a teacher is told of a lesson's exercises, as text and as a page; the commands that do."""

from __future__ import annotations

import re
from pathlib import Path
from random import Random

import pytest

from accordingto.classroom.room.figures import Figures
from accordingto.classroom.room.research import SECRET
from accordingto.cli import main
from accordingto.exercises import Sheet
from classroom.room.a_class import OPTIONS, scores_of, sheet_of
from classroom.room.classes import Simulated

LESSON, LAST = "00-start-here", "08-source-audit"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The answer files of simulated readers of two lessons."""
    for lesson in (LESSON, LAST):
        class_ = Simulated(Sheet.of(lesson))
        for number in range(24):
            path = tmp_path / "class" / f"reader {number}" / f"{lesson}.json"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(class_.file(number))
    return tmp_path / "class"


def told(*choices: dict[str, str], keys: str = "aaaaaaaaaaaa") -> str:
    return "\n".join(Figures.of(scores_of(sheet_of(keys), choices), []).lines())


def test_the_plan_begins_with_a_key_in_doubt_and_comes_back_to_what_was_hard() -> None:
    """The better ones all choose b in 1.1; nearly nobody knows 1.12, where most choose c."""
    draw = Random(1)
    class_ = []
    for skill in (n / 40 for n in range(40)):
        knows = {
            f"1.{n}": "a" if draw.random() < skill else draw.choice("bcd") for n in range(2, 12)
        }
        first = "b" if skill > 0.5 else draw.choice(OPTIONS)
        class_.append({"1.1": first, **knows, "1.12": draw.choice("acccc")})
    lines = told(*class_)
    steps = re.findall(r"^  \d\. (.*)$", lines, re.M)
    assert steps[0] == (
        "Before anything else, look at the key of 1.1 Exercise 1: those who do well elsewhere go "
        "wrong here: look at the key and the wording first."
    )
    assert re.fullmatch(
        r"Two minutes: ask 1\.12 Exercise 12 once more, alone and then in pairs\. \d\d of 40 chose "
        r"“c”: what speaks for it\?",
        steps[1],
    )
    assert "1.1 " not in "".join(steps[1:])


def test_a_class_that_has_it_all_goes_on() -> None:
    lines = told(*[{"1.1": "a", "1.2": "a"}] * 12, keys="aa")
    assert "Nothing asks to be come back to" in lines
    assert "met, 1.00 at the first try: Count boats" in lines
    assert "Too few answered all for a figure of reliability." in lines


def test_of_nobody_it_says_so() -> None:
    lines = told(keys="a")
    assert "0 of 0 students answered something." in lines
    assert "too few have answered to say" in lines


def test_the_page_has_the_same_and_markup_in_names_is_text(folder: Path) -> None:
    hostile = folder / "<img src=x onerror=alert(1)>" / f"{LESSON}.json"
    hostile.parent.mkdir()
    hostile.write_bytes((folder / "reader 1" / f"{LESSON}.json").read_bytes())
    page = folder.parent / "page.html"
    assert main(["items", str(folder), LESSON, "--page", str(page)]) == 0
    html = page.read_text(encoding="utf-8")
    assert "<img" not in html
    assert "25 of 25 students answered something." in html
    assert html.count("<details>") == len(re.findall("<summary>", html)) > 3
    assert "readers come" in html


def test_items_are_printed_and_broken_files_are_named(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "reader 1" / f"{LESSON}.json").write_text("{", encoding="utf-8")
    assert main(["items", str(folder), LESSON]) == 0
    printed = capsys.readouterr()
    assert "23 of 23 students answered something." in printed.out
    assert f"reader 1/{LESSON}.json does not count: " in printed.err


def test_learning_is_printed_with_what_it_does_not_say(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["learning", str(folder)]) == 0
    printed = capsys.readouterr().out
    assert re.search(
        r"^All together: \d\d% right, then \d\d%, of 24 students; of what", printed, re.M
    )
    assert "Nobody was taught otherwise" in printed
    for path in folder.rglob(f"{LAST}.json"):
        path.unlink()
    assert main(["learning", str(folder)]) == 0
    assert "Nobody has answered a question both before" in capsys.readouterr().out


def test_open_data_lie_apart_from_the_secret(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = folder.parent / "data"
    assert main(["research", str(folder), LESSON, LAST, "--to", str(data)]) == 0
    once = (data / "attempts.csv").read_bytes()
    assert (folder / SECRET).is_file()
    assert main(["research", str(folder), LESSON, LAST, "--to", str(data)]) == 0
    assert (data / "attempts.csv").read_bytes() == once  # a second run has the same codes
    codes = {line.split(",")[0] for line in once.decode().splitlines()[1:]}
    assert len(codes) == 24
    capsys.readouterr()
    assert main(["research", str(folder), LESSON, "--to", str(folder)]) == 2
    assert "the secret would lie beside the data" in capsys.readouterr().err
