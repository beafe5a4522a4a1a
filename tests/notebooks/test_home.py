"""The home page: what is done and left, before beside after, and links that lead to exercises."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path

import pytest

from accordingto.cli import main
from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.exercises.study import Study
from accordingto.notebooks.copy import start
from accordingto.notebooks.home import Home, home
from accordingto.notebooks.lesson import Lesson
from accordingto.notebooks.pages import lesson_pages
from exercises.test_study import keep

KIT = Content.kit()
FIRST, LAST = "00-start-here", "08-source-audit"
LINK = re.compile(r'href="([^"#]+)(?:#cell-id=([^"]+))?"')


def at(folder: Path, day: int) -> Home:
    return Home(Study.of(KIT, folder), tuple(lesson_pages(KIT)), date(2026, 3, day))


def test_every_link_leads_to_a_lesson_or_to_the_cell_that_asks(tmp_path: Path) -> None:
    keep(tmp_path, FIRST, **{"0_1": [("01", 0.0)]})
    links = LINK.findall(at(tmp_path, 2).html())
    assert {name for name, _ in links} == {f"{name}.ipynb" for name in KIT.lessons()}
    for name, cell in links:
        notebook = json.loads((KIT.root / "notebooks" / name).read_bytes())
        assert not cell or cell in {one["id"] for one in notebook["cells"]}
    assert sum(bool(cell) for _, cell in links) > 100


def test_it_says_where_to_go_on_and_what_is_left(tmp_path: Path) -> None:
    told = repr(at(tmp_path, 1))
    assert told.startswith("Go on with 0.1 A first answer, in Start here.\n")
    assert "Start here (15 minutes): 0 of 9 exercises done" in told
    keep(tmp_path, FIRST, **{"0_1": [("01", 1.0)]})
    told = repr(at(tmp_path, 1))
    assert told.startswith("Go on with 0.2 ")
    assert "  left: 0.2, 0.3, 0.4," in told
    assert 'href="00-start-here.ipynb#cell-id=ask-0-2"' in at(tmp_path, 1).html()


def test_what_was_shown_is_of_the_lesson_and_not_done(tmp_path: Path) -> None:
    lesson = Lesson(Sheet.of(FIRST), tmp_path)
    for choice in ("biden", "shows"):
        lesson.answer("0.1", {"choice": choice})
        lesson.do("0.1", "check")
    lesson.do("0.1", "show")
    assert "Start here (15 minutes): 0 of 9 exercises done, 1 shown to you\n" in repr(
        at(tmp_path, 1)
    )
    assert '<td><span class="at-whole">0 of 9</span>, 1 shown to you</td>' in at(tmp_path, 1).html()


@pytest.mark.parametrize(
    ("day", "when"),
    [(1, "tomorrow"), (2, "today"), (20, "today")],
)
def test_what_is_due_is_said_by_its_day(tmp_path: Path, day: int, when: str) -> None:
    keep(tmp_path, FIRST, **{"0_1": [("01", 0.0)]})
    assert f"\nLook at again:\n  {when}: 0.1 A first answer" in repr(at(tmp_path, day))
    assert f"<li>{when}:<ul>\n<li><a href=" in at(tmp_path, day).html()


def test_a_day_further_off_has_its_date(tmp_path: Path) -> None:
    keep(tmp_path, FIRST, **{"0_1": [("01", 0.0), ("02", 1.0)]})
    assert "in 3 days, on 05 March: 0.1 A first answer" in repr(at(tmp_path, 2))


def test_the_gain_is_that_of_what_was_answered_both_times(tmp_path: Path) -> None:
    assert "The gain can be seen once" in repr(at(tmp_path, 1))
    first = {"0_4": "israel", "0_5": "axios", "0_6": "open"}
    then = {"8_11": "nobody", "8_12": "dahl"}
    keep(tmp_path, FIRST, **{name: [("01", {"choice": one})] for name, one in first.items()})
    keep(tmp_path, LAST, **{name: [("20", {"choice": one})] for name, one in then.items()})
    told = repr(at(tmp_path, 21))
    assert "Who says so?: 0% right, then 100% right (+1)" in told
    assert "Who passed it on?: 75% right, then 0% right (−0.75)" in told
    kept = "answered, and kept till its twin is, then not answered yet"
    assert f"How many sources?: {kept}\n" in told
    assert "Before: 0.75 of 2 right. After: 1 of 2. That is +0.25." in told


def test_by_command_it_is_printed_or_written_as_one_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kit, page = tmp_path / "kit", tmp_path / "home.html"
    start(kit)
    Lesson(Sheet.of(FIRST), kit / "notebooks" / "answers").answer("0.1", {"choice": "kirby"})
    assert main(["progress", "--from", str(kit)]) == 0
    assert capsys.readouterr().out == f"{home(kit / 'notebooks')!r}\n"
    assert main(["progress", "--from", str(kit), "--page", str(page)]) == 0
    written = page.read_text(encoding="utf-8")
    assert f'<base href="{(kit / "notebooks").as_uri()}/">' in written
    assert "<script" not in written
    assert main(["progress", "--from", str(tmp_path / "none")]) == 2
    assert "there is no such folder" in capsys.readouterr().err
