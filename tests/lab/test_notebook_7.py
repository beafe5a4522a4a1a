"""The same in Notebook 7: an exercise is answered, checked and saved there."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accordingto.exercises import Sheet
from real_lab import Lab

pytestmark = pytest.mark.slow  # a JupyterLab of its own

TITLE = Sheet.of("00-start-here")["0.1"].title


def test_an_exercise_works_in_notebook_7(lab: Lab) -> None:
    page = lab.open_in_notebook_7("00-start-here.ipynb")
    assert page.evaluate("window.jupyterapp.name") == "Jupyter Notebook"
    lab.run_all(page)
    here = page.locator(".at-live").filter(has=page.get_by_role("heading", name=f"0.1 {TITLE}"))
    here.get_by_label("John Kirby").check()
    here.get_by_role("button", name="Check").click()
    expect(here.locator(".at-headline")).to_contain_text("Right (1 of 1 points)")
    expect(page.locator(".at-progress")).to_contain_text("Done: 1 of")
    answers = lab.kit / "notebooks" / "answers" / "00-start-here.json"
    assert '"kirby"' in answers.read_text(encoding="utf-8")
    page.context.close()
