"""Each lesson walked in a real JupyterLab, as a student who makes one mistake in each exercise."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from accordingto.content import Content
from accordingto.exercises import Sheet
from real_lab import Lab
from walking import walk


@pytest.mark.slow
@pytest.mark.parametrize("name", Content.kit().lessons())
def test_a_lesson_is_walked_with_one_mistake_in_each_exercise(lab: Lab, name: str) -> None:
    sheet = Sheet.of(name)
    lab.forget(name)
    page = lab.open(f"{name}.ipynb")
    lab.run_all(page)
    expect(page.locator(".at-live").first).to_be_visible()
    for question in sheet:
        walk(page, sheet, question)
    stubs = sum(question.kind == "code" for question in sheet)
    done = f"Done: {len(sheet.questions) - stubs} of {len(sheet.questions)}."
    expect(page.locator(".at-progress")).to_contain_text(done)
    page.context.close()
