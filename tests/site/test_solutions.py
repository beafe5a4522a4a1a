"""The solved notebooks say in a browser what they say on a desk, but for figures."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Browser

from accordingto.content import Content
from accordingto.notebooks.environment import IN_A_BROWSER
from accordingto.widgets.probe import DRAWN
from browser_edition import Reader
from served import Served

SOLUTIONS = Content.kit().root / "notebooks" / "solutions"
PUT = """(sources) => {
  const model = jupyterapp.shell.currentWidget.content.model.sharedModel;
  const cells = sources.map((source) => ({cell_type: 'code', metadata: {trusted: true}, source}));
  model.deleteCellRange(0, model.cells.length);
  model.insertCells(0, cells);
}"""
OUTPUTS = """() => {
  const cells = jupyterapp.shell.currentWidget.content.model.cells;
  return Array.from({length: cells.length}, (_, at) => cells.get(at).outputs.toJSON());
}"""


def said(outputs: list[dict[str, Any]]) -> tuple[str, list[str]]:
    """What a cell printed, and the words of what it showed."""
    printed = "".join("".join(one["text"]) for one in outputs if one["output_type"] == "stream")
    shown = ["".join(one["data"].get("text/plain", "")) for one in outputs if "data" in one]
    printed = printed.replace(f"{IN_A_BROWSER}\n", "")  # of Python in a page
    return printed, [one for one in shown if one not in ("", DRAWN)]  # of a page that is seen


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("lesson", [*Content.kit().lessons(), "gallery"])
def test_a_solved_lesson_says_what_it_says_on_a_desk(
    browser: Browser, site: Served, lesson: str
) -> None:
    solved = json.loads((SOLUTIONS / f"{lesson}.ipynb").read_bytes())["cells"]
    code = [cell for cell in solved if cell["cell_type"] == "code"]
    reader = Reader(browser, f"{site.address}/kit")
    page = reader.open(lesson)
    page.evaluate(PUT, ["".join(cell["source"]) for cell in code])
    reader.run_all()
    here = [said(outputs) for outputs in page.evaluate(OUTPUTS)]
    assert here == [said(cell["outputs"]) for cell in code]
    assert reader.problems() == []
    assert reader.outside == []
    reader.context.close()
