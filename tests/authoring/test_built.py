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
from made_lessons import INVENTED, PAGES

NAME = "09-{}"


@pytest.fixture(scope="module", params=INVENTED)
def name(request: pytest.FixtureRequest) -> str:
    """The name of a page; its lesson is the first after the kit's own."""
    return str(request.param)


@pytest.fixture(scope="module")
def built(name: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working copy in which a teacher has kept a page and made a lesson of it."""
    kit = tmp_path_factory.mktemp("kit")
    start(kit)
    page = str(PAGES / name / "article.txt")
    told = ["--name", name, "--title", "Water lowered", "--kit", str(kit)]
    assert main(["article", page, *told]) == 0
    reading = kit / "seeds" / name / "reading.yaml"
    reading.write_bytes((PAGES / name / "reading.yaml").read_bytes())  # corrected
    assert main(["lesson", name, "--kit", str(kit)]) == 0
    return kit


def test_the_solved_lesson_earns_all_in_every_exercise(built: Path, name: str) -> None:
    solved = nbformat.read(
        built / "notebooks" / "solutions" / f"{NAME.format(name)}.ipynb", as_version=4
    )
    said = {
        cell.source: "".join(output.get("text", "") for output in cell.outputs)
        for cell in solved.cells
        if cell.cell_type == "code"
    }
    sheet = Sheet.of(NAME.format(name), Content(built))
    assert len(sheet.questions) >= 10
    for question in sheet:
        material = sheet.material(question)
        best = question.score(question.key(material), material)
        assert best.credit in (1, None)
        assert best.headline in said[f'ask("{question.id}")']
    assert not any("drawn nothing" in str(cell.get("outputs")) for cell in solved.cells)


def test_no_library_that_takes_long_to_import_comes_before_a_figure(built: Path, name: str) -> None:
    page = nbformat.read(built / "notebooks" / f"{NAME.format(name)}.ipynb", as_version=4)
    cells = [cell.source for cell in page.cells if cell.cell_type == "code"]
    asked = "import sys; print({'matplotlib', 'nltk', 'numpy'} & sys.modules.keys())"
    command = [sys.executable, "-c", "\n".join([*cells, asked])]
    done = subprocess.run(
        command, cwd=built / "notebooks", capture_output=True, text=True, check=True
    )
    assert "ask.summary()" in cells[-1]
    assert done.stdout.endswith("set()\n")


def test_its_ways_lead_to_the_lessons_that_lie_beside_it(built: Path, name: str) -> None:
    page = nbformat.read(built / "notebooks" / f"{NAME.format(name)}.ipynb", as_version=4)
    way = page.cells[0].source
    assert "[← 8. Source audit](08-source-audit.ipynb)" in way
    assert "[All lessons](00-start-here.ipynb)" in way


@pytest.mark.slow
def test_nbval_passes(built: Path, name: str) -> None:
    solved = built / "notebooks" / "solutions" / f"{NAME.format(name)}.ipynb"
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
