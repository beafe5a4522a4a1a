"""From each lesson to the next and back, by links that lead somewhere."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from accordingto.content import Content
from accordingto.notebooks.pages import LessonPage, lesson_pages
from accordingto.notebooks.ways import ends
from accordingto.yamlfile import ContentError

PAGES = [
    LessonPage("00-start", "Start", 15),
    LessonPage("01-boats", "Boats", 50),
    LessonPage("02-ships", "Ships", 50),
]
HOME, BOATS, SHIPS = "00-start.ipynb", "01-boats.ipynb", "02-ships.ipynb"


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("00-start", f"[1. Boats →]({BOATS})"),
        ("01-boats", f"[All lessons]({HOME}) · [2. Ships →]({SHIPS})"),
        ("02-ships", f"[← 1. Boats]({BOATS}) · [All lessons]({HOME})"),
        ("gallery", f"[All lessons]({HOME})"),
    ],
)
def test_a_lesson_leads_to_its_neighbours_at_both_ends(name: str, row: str) -> None:
    around = ends(name, PAGES)
    assert around
    assert [cell.source for cell in around] == [row, f"**Go on:** {row}"]


@pytest.mark.parametrize("pages", [[], PAGES[:1]])
def test_where_there_is_no_other_lesson_nothing_leads_away(pages: list[LessonPage]) -> None:
    assert ends("00-start", pages) is None


def test_one_can_go_from_the_first_lesson_to_the_last_and_back() -> None:
    folder = Content.kit().root / "notebooks"
    names = Content.kit().lessons()
    for row in (names, names[::-1]):
        for name, following in pairwise(row):
            cells = json.loads((folder / f"{name}.ipynb").read_bytes())["cells"]
            for cell in (cells[0], cells[-1]):
                assert f"({following}.ipynb)" in "".join(cell["source"])
    assert all((folder / f"{name}.ipynb").is_file() for name in names)


def test_a_page_says_its_title_and_its_minutes(tmp_path: Path) -> None:
    pages = lesson_pages(Content.kit())
    assert [page.name for page in pages] == Content.kit().lessons()
    assert (pages[0].called, pages[0].minutes) == ("Start here", 15)
    assert pages[3].called == "3. What “reportedly” hides"


NO_HEADS = ["", "---\ntitle: Boats\n---\n", "---\n- [\n---\n", "x\n---\n---\n"]


@pytest.mark.parametrize("head", NO_HEADS)
def test_a_head_that_says_neither_is_refused_with_its_file(tmp_path: Path, head: str) -> None:
    for name in ("exercises/01-boats.yaml", "lessons/01-boats.md"):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(head, encoding="utf-8")
    with pytest.raises(ContentError, match=re.escape("01-boats.md, line 1: expected `title:`")):
        lesson_pages(Content(tmp_path))
