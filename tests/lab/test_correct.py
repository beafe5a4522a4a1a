"""A page of one's own, corrected in a real JupyterLab by keys alone, and taken up again."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from accordingto.cli import main
from accordingto.readings import read_written
from notebook_files import write
from real_lab import Lab
from walking import expect_saved

NAME = "the-ferry"
CELLS = [
    f"from accordingto import correct\n\ndraft = correct({NAME!r})",
    "print(draft.said)\nprint(draft.reading.quotations[-1].speaker)",
]
TEXT = (
    "The ferry stops on Monday\n\n"
    "Rosa Delgado, the mayor, said that the ferry would stop on Monday.\n\n"
    "“We lost the key,” Delgado told the council. It was the second one.\n\n"
    "Northern Line denied that, and a worker said: “The key was sold to us.”\n"
)


@pytest.fixture(scope="module")
def folder(lab: Lab, tmp_path_factory: pytest.TempPathFactory) -> Path:
    page = tmp_path_factory.mktemp("page") / "ferry.txt"
    page.write_text(TEXT, encoding="utf-8")
    assert main(["article", str(page), "--kit", str(lab.kit), "--name", NAME]) == 0
    write(lab.kit / "notebooks" / "mine.ipynb", CELLS)
    return lab.kit / "seeds" / NAME


def opened(lab: Lab) -> tuple[Page, Locator]:
    page = lab.open("mine.ipynb")
    page.set_viewport_size({"width": 1280, "height": 720})
    lab.run_all(page)
    title = page.locator(".at-queue-head h4")
    expect(title).to_be_visible()
    return page, title


def statements(folder: Path) -> list[str]:
    """The ids of the statements in the reading that the folder holds."""
    return [one.id for one in read_written(folder)[1].attributions]


def waits_for(holds: Callable[[], bool], seconds: float = 20) -> None:
    """What the kernel does after a key is done when the file says so."""
    until = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < until, "the folder does not say so"
        time.sleep(0.05)


@pytest.mark.slow
def test_a_page_is_corrected_by_keys_and_found_again_by_another_kernel(
    lab: Lab, folder: Path
) -> None:
    page, title = opened(lab)
    title.focus()
    page.keyboard.press("y")
    expect(title).to_contain_text("2 of")
    page.keyboard.press("n")
    expect(title).to_contain_text("3 of")
    expect_saved(page)
    drafted = [one.id for one in read_written(folder, "draft.yaml")[1].attributions]
    waits_for(lambda: statements(folder) == [one for one in drafted if one != drafted[1]])
    page.context.close()

    lab.end_sessions("mine.ipynb")
    page, title = opened(lab)
    expect(title).to_contain_text("3 of")
    title.focus()
    page.keyboard.press("ArrowLeft")
    expect(title).to_contain_text("You removed it")
    page.keyboard.press("y")
    page.keyboard.press("y")
    expect(page.locator(".at-queue .at-count")).to_contain_text(f"3 of {len(drafted)}")
    lab.ready(page)
    page.evaluate("() => { jupyterapp.commands.execute('notebook:run-all-cells'); }")
    expect(page.locator(".jp-OutputArea-output pre").last).to_contain_text("The machine was right")
    assert statements(folder) == drafted
    page.context.close()
