"""A made lesson, built and solved as any other: from the page to a notebook that runs."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from accordingto.cli import main
from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.notebooks.copy import start
from made_lessons import PAGES

NAME = "09-dam-at-orrin"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working copy in which a teacher has kept a page and made a lesson of it."""
    kit = tmp_path_factory.mktemp("kit")
    start(kit)
    page = str(PAGES / "dam-at-orrin" / "article.txt")
    told = ["--name", "dam-at-orrin", "--title", "Water lowered", "--kit", str(kit)]
    assert main(["article", page, *told]) == 0
    reading = kit / "seeds" / "dam-at-orrin" / "reading.yaml"
    reading.write_bytes((PAGES / "dam-at-orrin" / "reading.yaml").read_bytes())  # corrected
    assert main(["lesson", "dam-at-orrin", "--kit", str(kit)]) == 0
    return kit


def test_the_solved_lesson_earns_all_in_every_exercise(built: Path) -> None:
    solved = nbformat.read(built / "notebooks" / "solutions" / f"{NAME}.ipynb", as_version=4)
    said = {
        cell.source: "".join(output.get("text", "") for output in cell.outputs)
        for cell in solved.cells
        if cell.cell_type == "code"
    }
    sheet = Sheet.of(NAME, Content(built))
    assert len(sheet.questions) >= 10
    for question in sheet:
        material = sheet.material(question)
        best = question.score(question.key(material), material)
        assert best.credit in (1, None)
        assert best.headline in said[f'ask("{question.id}")']
    assert not any("drawn nothing" in str(cell.get("outputs")) for cell in solved.cells)


def test_its_ways_lead_to_the_lessons_that_lie_beside_it(built: Path) -> None:
    page = nbformat.read(built / "notebooks" / f"{NAME}.ipynb", as_version=4)
    way = page.cells[0].source
    assert "[← 8. Source audit](08-source-audit.ipynb)" in way
    assert "[All lessons](00-start-here.ipynb)" in way


@pytest.mark.slow
def test_nbval_passes(built: Path) -> None:
    solved = built / "notebooks" / "solutions" / f"{NAME}.ipynb"
    command = [sys.executable, "-m", "pytest", "--nbval", "--nbval-current-env", "-q", str(solved)]
    sanitized = [
        "--nbval-sanitize-with",
        str(PAGES.parents[1] / "nbval.cfg"),
        "-p",
        "no:cacheprovider",
    ]
    done = subprocess.run(
        [*command, *sanitized], cwd=built, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout[-3000:]
