"""A figure and its words: shown the same way, safe for any name, and costing nothing unused."""

from __future__ import annotations

import subprocess
import sys

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from accordingto.charts import share_of_voice
from accordingto.charts.figure import lettering
from charts.drawing import LONG, same_twice, size


def test_importing_the_figures_imports_no_matplotlib() -> None:
    asked = "import accordingto.charts, sys; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout == "False\n"


def test_a_notebook_shows_the_picture_with_its_words() -> None:
    shown = share_of_voice({"A & B": 3, "C": 1})._repr_html_()
    assert 'role="group" aria-label="Figure: Who is quoted how much?"' in shown
    assert '<img class="at-figure" style="max-width:100%;min-width:36rem" alt="Who is' in shown
    assert "A &amp; B 3 words (75%), C 1 words (25%)" in shown
    assert 'src="data:image/png;base64,' in shown


def test_on_a_page_without_a_kernel_a_phone_scrolls_it_and_axe_finds_nothing(
    browser: Browser,
) -> None:
    shown = share_of_voice({"Ann": 3, "Ben": 1})._repr_html_()
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.set_content(f"<html lang=en><title>Page</title><main><h1>Page</h1>{shown}</main>")
    room = page.get_by_role("group", name="Figure: Who is quoted how much?")
    assert room.evaluate("(one) => [one.scrollWidth, innerWidth]") == [576, 360]
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()
    page.close()


def test_names_that_are_long_or_hold_dollars_are_drawn() -> None:
    assert size(share_of_voice({LONG: 5, "b": 1}))[0] == 1296
    assert same_twice(lambda: share_of_voice({LONG: 5}))
    with pytest.raises(ValueError, match="share of voice: expected at least one quoted word"):
        share_of_voice({})


@pytest.mark.parametrize(
    ("words", "drawn"),
    [
        ("short", "short"),
        ("from $5 to $6", "from $5 to\n$6"),
        ("one two three four five six", "one two\nthree …"),
        ("", ""),
        ("a\nb", "a b"),
    ],
)
def test_lettering(words: str, drawn: str) -> None:
    assert lettering(words, 10) == drawn
