"""A draft is corrected in a real JupyterLab with a real screen reader, by Tab and the fields."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from accordingto.cli import main
from accordingto.notebooks.copy import start
from accordingto.readings import read_written
from by_ear import listening
from notebook_files import write
from real_lab import Lab

TEXT = (
    "The ferry will stop on Monday, the mayor said. Ana Ruiz, a rival, denied that it was late.\n"
    "It rained all day. The judge, Beatrix Amadi, cautioned the crew not to sail.\n"
)


@pytest.mark.slow
def test_what_the_card_knows_is_heard_and_changed_and_so_is_what_was_added(
    browser: Browser, tmp_path: Path
) -> None:
    kit, article = tmp_path / "kit", tmp_path / "ferry.txt"
    start(kit)
    article.write_text(TEXT, encoding="utf-8")
    assert main(["article", str(article), "--kit", str(kit), "--name", "ferry"]) == 0
    write(kit / "notebooks" / "mine.ipynb", ["from accordingto import correct\ncorrect('ferry');"])
    for name in ("reader", "home"):
        (tmp_path / name).mkdir()
    with listening(browser, tmp_path / "reader") as (reader, window):
        lab = Lab(kit, tmp_path / "home", window)
        try:
            page = lab.open("mine.ipynb")
            lab.run_all(page)
            page.bring_to_front()
            title = page.locator(".at-queue-head h4")
            reader.hear(title.focus, "1 of 2", "Is this right?")
            reader.press("Tab", "Yes push button")
            reader.press("space", "Kept. 2 of 2 · denied")
            reader.go("Tab", "Ana Ruiz push button")
            reader.press("space", "Whose words editable combo box", "Ana Ruiz")
            reader.press("Tab", "Kind of whose words combo box", "named person")
            reader.go("Tab", "Reaction combo box")
            reader.press("Down", "support")
            reader.press("Tab", "Toward editable combo box")
            reader.press("Escape", "2 of 2")
            reader.go("Tab", "Add push button")
            reader.press("space", "A statement that was missed", "paragraph 2")
            reader.press("j", "The judge, Beatrix Amadi, cautioned")
            reader.press("Return", "3 of 3 · cautioned · + You added it.")
        finally:
            lab.close()
    reading = read_written(kit / "seeds" / "ferry")[1]
    assert [one.stance for one in reading.reactions] == ["support"]
    assert len(reading.attributions) == 3
