"""What stands beside a lesson on JupyterLite's page, in a page of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from accordingto.site.beside import add_beside
from served import Served

PAGE = (
    '<!DOCTYPE html><html lang="en"><head><title>Lessons</title></head>\n'
    "<body><main><h1>A lesson</h1></main></body></html>"
)
ROOM = "navigator.storage.estimate = async () => ({quota: 1e9, usage: 1e9 - window.free});"


def opened(browser: Browser, served: Served, free: int, width: int = 1280) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.clock.install()
    page.add_init_script(f"window.free = {free}; {ROOM}")
    page.goto(f"{served.address}/run/notebooks/index.html")
    return page


@pytest.fixture
def lite(tmp_path: Path) -> Path:
    folder = tmp_path / "run"
    (folder / "notebooks").mkdir(parents=True)
    (folder / "notebooks" / "index.html").write_text(PAGE, encoding="utf-8")
    add_beside(folder, ["shortage.js"])
    return tmp_path


@pytest.mark.parametrize("width", [1280, 360])
def test_from_the_opening_on_it_is_said_that_room_is_short_as_long_as_it_is(
    browser: Browser, lite: Path, width: int
) -> None:
    with Served(lite) as served:
        page = opened(browser, served, 10**7, width)
        alert = page.get_by_role("alert")
        expect(alert).to_contain_text("This browser has little room left for your work.")
        expect(alert).to_be_in_viewport(ratio=1)
        assert Axe().run(page).response["violations"] == []
        page.evaluate("window.free = 1e8")
        page.clock.run_for(60_000)
        expect(page.locator(".at-shortage")).to_have_text("")
        expect(alert).to_have_count(0)
        page.close()


def test_where_there_is_room_nothing_is_said_until_there_is_none(
    browser: Browser, lite: Path
) -> None:
    with Served(lite) as served:
        page = opened(browser, served, 10**8)
        alert = page.locator(".at-shortage")
        expect(alert).to_have_text("")
        page.evaluate("window.free = 1e6")
        page.clock.run_for(60_000)
        expect(alert).to_contain_text("Press Keep my work now")
        page.close()
