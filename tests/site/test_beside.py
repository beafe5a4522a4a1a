"""What stands beside a lesson on JupyterLite's page, in a page of its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from accordingto.site.beside import add_beside
from served import Served

PAGE = (
    '<!DOCTYPE html><html lang="en"><head><title>Lessons</title></head>\n'
    "<body><main><h1>A lesson</h1><button>Menu</button></main></body></html>"
)
LESSON = """<!DOCTYPE html><html lang="en"><body><nav>All pages</nav><article role="main">
<h1>What is this text?<a class="headerlink" href="#x">#</a></h1>
<p class="at-run"><a href="../run/notebooks/index.html">Run this lesson</a></p><p>To print it.</p>
<p>Read <a href="../glossary.html">the words</a>.</p><pre tabindex="0">print(1)</pre>
<p style="height: 2000px">Long.</p></article></body></html>"""
DRAW = """() => document.querySelector('main').insertAdjacentHTML('beforeend',
  '<div class="jp-Notebook"><div class="jp-RenderedMarkdown">The notebook</div></div>')"""
COMES_LATE = """() => document.body.insertAdjacentHTML('afterbegin', '<button>Run</button>')"""
WHERE = """() => {
  const one = document.activeElement;
  if (one.closest('.at-reading')) return 'in the page to read';
  return one === document.body ? 'nowhere' : 'behind it';
}"""
ROOM = "navigator.storage.estimate = async () => ({quota: 1e9, usage: 1e9 - window.free});"


def opened(
    browser: Browser, served: Served, free: int = 10**8, width: int = 1280, path: str = ""
) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.clock.install()
    page.add_init_script(f"window.free = {free}; {ROOM}")
    page.goto(f"{served.address}/run/notebooks/index.html?path={path}")
    return page


def begun(page: Page) -> Locator:
    """The page to read, as it stands above what is being made ready."""
    return page.get_by_role("region", name="The lesson, to read")


@pytest.fixture
def lite(tmp_path: Path) -> Path:
    folder = tmp_path / "run"
    (folder / "notebooks").mkdir(parents=True)
    (folder / "notebooks" / "index.html").write_text(PAGE, encoding="utf-8")
    add_beside(folder, ["reading.js", "shortage.js"])
    (tmp_path / "lessons").mkdir()
    (tmp_path / "lessons" / "01.html").write_text(LESSON, encoding="utf-8")
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


@pytest.mark.parametrize("width", [1280, 360])
def test_a_lesson_is_read_until_it_is_drawn(browser: Browser, lite: Path, width: int) -> None:
    with Served(lite) as served:
        page = opened(browser, served, width=width, path="01.ipynb")
        expect(begun(page).get_by_role("heading")).to_have_text("What is this text?")
        expect(page.get_by_role("status")).to_have_text(
            "You can read already. The lesson is being made ready."
        )
        for gone in ("All pages", "Run this lesson", "To print it"):
            expect(begun(page).get_by_text(gone)).to_have_count(0)
        glossary = begun(page).get_by_role("link", name="the words")
        expect(glossary).to_have_attribute("href", f"{served.address}/glossary.html")
        assert Axe().run(page, ".at-reading").response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        page.evaluate(DRAW)
        expect(begun(page)).to_have_count(0)
        page.close()


def test_who_has_begun_to_read_goes_on_when_they_like(browser: Browser, lite: Path) -> None:
    with Served(lite) as served:
        page = opened(browser, served, path="01.ipynb")
        begun(page).focus()
        page.keyboard.press("End")
        page.wait_for_function("document.querySelector('.at-reading').scrollTop > 0")
        page.evaluate(DRAW)
        expect(page.get_by_role("status")).to_have_text("The lesson is ready.")
        button = begun(page).get_by_role("button", name="Go on in the lesson")
        expect(button).to_be_in_viewport()
        button.press("Enter")
        expect(begun(page)).to_have_count(0)
        page.close()


def test_until_the_lesson_is_ready_keys_reach_its_page_to_read_alone(
    browser: Browser, lite: Path
) -> None:
    with Served(lite) as served:
        page = opened(browser, served, path="01.ipynb")
        expect(begun(page)).to_be_visible()
        page.evaluate(COMES_LATE)
        reached = []
        for key in (*["Tab"] * 6, *["Shift+Tab"] * 6):
            page.keyboard.press(key)
            reached.append(page.evaluate(WHERE))
        assert "in the page to read" in reached
        assert "behind it" not in reached
        begun(page).focus()
        page.evaluate(DRAW)
        begun(page).get_by_role("button", name="Go on in the lesson").press("Enter")
        for name in ("Run", "Menu"):
            page.keyboard.press("Tab")
            expect(page.get_by_role("button", name=name)).to_be_focused()
        page.close()


@pytest.mark.parametrize("path", ["", "glossary.ipynb", "my-own.ipynb"])
def test_what_has_no_page_to_read_is_waited_for(browser: Browser, lite: Path, path: str) -> None:
    with Served(lite) as served:
        page = opened(browser, served, path=path)
        page.wait_for_load_state("networkidle")
        expect(begun(page)).to_have_count(0)
        page.close()
