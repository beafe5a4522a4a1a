"""A notebook that was worked in prints to HTML with the answers in it, and needs no network."""

from __future__ import annotations

from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbconvert import HTMLExporter
from playwright.sync_api import Browser, expect

from accordingto.exercises import Sheet
from accordingto.notebooks.copy import start
from accordingto.notebooks.lesson import Lesson


def test_answers_and_feedback_stand_in_the_print(tmp_path: Path, browser: Browser) -> None:
    start(tmp_path / "kit")
    folder = tmp_path / "kit" / "notebooks"
    worked = Lesson(Sheet.of("gallery"), folder / "answers")
    worked.answer("g.1", {"choice": "biden", "confidence": 80})
    worked.do("g.1", "check")
    worked.answer("g.6", {"chain": ["axios", "biden"]})
    worked.answer("g.15", {"text": "Who said <b>brazen</b>?"})

    notebook = nbformat.read(folder / "gallery.ipynb", as_version=4)
    resources = {"metadata": {"path": str(folder)}}
    NotebookClient(notebook, kernel_name="python3", resources=resources).execute()
    page_file = tmp_path / "gallery.html"
    page_file.write_text(HTMLExporter().from_notebook_node(notebook)[0], encoding="utf-8")

    context = browser.new_context(offline=True)
    page = context.new_page()
    page.goto(page_file.as_uri())
    first = page.get_by_role("region", name="Exercise g.1:")
    expect(first).to_be_visible()
    expect(first).to_contain_text("Joe Biden")
    expect(first).to_contain_text("✗ not this")
    expect(page.get_by_role("region", name="Exercise g.6:")).to_contain_text("Axios → Joe Biden")
    expect(page.get_by_role("region", name="Exercise g.15:")).to_contain_text("<b>brazen</b>")
    expect(page.get_by_role("region", name="Exercise g.2:")).to_contain_text("Not answered yet.")
    context.close()
