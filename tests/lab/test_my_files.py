"""In JupyterLab: the button gives a file that collecting takes, with what was just written."""

from __future__ import annotations

from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell
from playwright.sync_api import expect

from accordingto.classroom.hand_in.archives import members
from accordingto.classroom.hand_in.chosen_files import handed
from accordingto.classroom.submissions import cells_of, entries_of
from accordingto.exercises import Sheet
from real_lab import Lab
from walking import exercise, expect_saved

pytestmark = pytest.mark.slow  # a JupyterLab of its own

LESSON = "04-inside-the-quotation-marks"
NUMBER = next(one for one in Sheet.of(LESSON) if one.kind == "number")
LATE = "late_words = 'written just now'"


def test_the_button_packs_what_is_on_the_page(lab: Lab, tmp_path: Path) -> None:
    notebook = lab.kit / "notebooks" / f"{LESSON}.ipynb"
    page_of = nbformat.read(notebook, as_version=4)
    call = f"from accordingto import my_files\nmy_files({LESSON!r})"
    page_of.cells += [new_code_cell(call), new_code_cell("late_words = ''")]
    nbformat.write(page_of, notebook)
    page = lab.open(notebook.name)
    lab.run_all(page)
    asked = exercise(page, NUMBER)
    asked.get_by_label("Your number").fill("7")
    expect_saved(asked)
    page.evaluate(
        """(source) => {
          const cells = jupyterapp.shell.currentWidget.content.model.cells;
          cells.get(cells.length - 1).sharedModel.setSource(source);
        }""",
        LATE,
    )
    bar = page.get_by_role("region", name="Your work")
    bar.get_by_label("Your name in the course").fill("ann")
    with page.expect_download() as download:
        bar.get_by_role("button", name="Hand in").click()
    path = tmp_path / download.value.suggested_filename
    download.value.save_as(path)
    expect(bar).to_contain_text(f"Ready to hand in: ann_{LESSON}.zip is among your downloads.")
    files = handed(members(path), LESSON).files
    assert cells_of(files[f"{LESSON}.ipynb"])[-1]["source"] == LATE
    entry = entries_of(files[f"answers/{LESSON}.json"], LESSON)[NUMBER.id]
    assert entry.answer["value"] == 7
    page.context.close()
