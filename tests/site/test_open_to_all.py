"""A lesson at work in the browser, as axe sees it: wide and narrow, by day and by night."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from accordingto.content import Content
from browser_edition import Reader
from real_lab import NOTEBOOK_AT_REST
from served import Served

# What axe finds in JupyterLab's own elements, and nowhere else, by rule. None of it is drawn by us,
# and no setting of JupyterLab's changes it.
JUPYTERLABS_OWN = {
    "aria-input-field-name": ".jp-InputArea-editor .cm-content",  # a cell's editor has no name
    "aria-required-children": ".jp-WindowedPanel-viewport",  # the cells in the feed are no articles
    "aria-allowed-attr": "jp-button.jp-ToolbarButtonComponent",  # "More commands", when narrow
    # A cell’s text in its editor has the focus.
    "scrollable-region-focusable": ".jp-InputArea-editor .cm-scroller",
    "skip-link": ".skip-link",  # "Skip to Main" leads to the side bar's cell, which is not there
    "tabindex": ".skip-link",  # it comes first by a number
}
SCHEMES = {"light": "true", "dark": "false"}
WIDTHS = (1280, 360)


def found(page: Page) -> Iterator[str]:
    """What axe finds on the whole page that is not JupyterLab's own."""
    for violation in Axe().run(page).response["violations"]:
        own = JUPYTERLABS_OWN.get(violation["id"])
        for node in violation["nodes"]:
            here = page.locator(node["target"][-1]).first
            if own is None or not here.evaluate("(node, own) => node.matches(own)", own):
                yield f"{violation['id']}: {node['html'][:300]}"


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("lesson", [*Content.kit().lessons(), "gallery"])
def test_axe_finds_nothing_in_a_lesson_that_ran(
    browser: Browser, site: Served, lesson: str
) -> None:
    reader = Reader(browser, f"{site.address}/kit")
    page = reader.open(lesson)
    reader.run_all()
    problems: list[str] = []
    for scheme, is_light in SCHEMES.items():
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.wait_for_function(f"document.body.dataset.jpThemeLight === '{is_light}'")
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 1000})
            page.evaluate(NOTEBOOK_AT_REST)
            problems += [f"{scheme}, {width}: {one}" for one in found(page)]
    assert problems == []
    reader.context.close()
