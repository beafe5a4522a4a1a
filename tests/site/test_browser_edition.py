"""The lessons at work in a browser, out of a folder of static files: no server, no other host."""

from __future__ import annotations

import hashlib
import json
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.in_browser.piplite import NOTHING_MORE
from browser_edition import PATIENCE, Reader
from served import Served
from walking import exercise, expect_saved

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]

MEGABYTE = 1_000_000
FIRST = "00-start-here"


READ_FIRST = """() => {
  const drawn = '.jp-Notebook .jp-RenderedMarkdown:not(:empty)';
  new MutationObserver((_, seen) => {
    const words = document.querySelector('.at-reading h1')?.textContent;
    if (!words && !document.querySelector(drawn)) return;
    seen.disconnect();
    window.readFirst = words;
  }).observe(document, {childList: true, subtree: true});
}"""


AS_IF_BEGUN_HERE = """
import os, random, sys, time
began = time.monotonic()
time.sleep(0.2)
path = [part.replace("/lib/python3.14/site-packages", ".../site-packages") for part in sys.path]
print(str(path).replace(" ", ""), os.environ["_"], time.monotonic() - began > 0.1, random.random())
"""


ARCHIVES_KEPT = """async () => {
  const stores = await Promise.all((await caches.keys()).map((name) => caches.open(name)));
  const kept = (await Promise.all(stores.map((store) => store.keys()))).flat();
  const names = kept.map(({url}) => decodeURIComponent(url).split('/python/')[1] ?? '');
  return names.filter((name) => name.includes('.bin')).sort();
}"""


def digests(folder: Path) -> dict[str, str]:
    """What the kernel's start expects of each archive."""
    start = (folder / "run" / "python" / "start.mjs").read_text(encoding="utf-8")
    told: dict[str, str] = json.loads(start.partition(";\n")[0].removeprefix("const DIGESTS = "))
    return told


def bytes_in(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())


def test_it_is_small_enough_for_a_school(folder: Path) -> None:
    assert bytes_in(folder / "run") <= 50 * MEGABYTE
    assert bytes_in(folder) <= 70 * MEGABYTE


def test_all_that_python_begins_with_lies_in_the_folder_with_its_digest(folder: Path) -> None:
    python = folder / "run" / "python"
    assert json.loads((python / "pyodide-lock.json").read_bytes())["packages"] == {}
    assert digests(folder).keys() == {path.name for path in python.glob("*.bin")}
    for name, digest in digests(folder).items():
        data = hashlib.sha256((python / name).read_bytes()).digest()
        assert digest == f"sha256-{b64encode(data).decode()}"
    settings = json.loads((folder / "run" / "jupyter-lite.json").read_bytes())
    kernel = settings["jupyter-config-data"]["litePluginSettings"]
    told = kernel["@jupyterlite/pyodide-kernel-extension:kernel"]
    assert told["pyodideUrl"] == "./python/start.mjs"
    assert told["disablePyPIFallback"] is True


def test_python_goes_on_from_its_making_as_if_it_had_begun_here(
    new_reader: Callable[..., Reader],
) -> None:
    reader = new_reader()
    told = []
    for _ in range(2):
        reader.open(FIRST)
        told.append(reader.said(AS_IF_BEGUN_HERE).split())
    (path, program, slept, drawn), (*_, drawn_again) = told
    assert path == "['/lib/python314.zip','/lib/python3.14/lib-dynload','.../site-packages','']"
    assert program == "./this.program"
    assert slept == "True"
    assert drawn != drawn_again
    assert reader.said("%pip install anything").strip() == NOTHING_MORE


def answer(page: Page, value: str) -> None:
    """Answer the first exercise of the first lesson, and see that it is saved."""
    asked = exercise(page, Sheet.of(FIRST, Content.kit())["0.1"])
    asked.locator(f'input[value="{value}"]').check()
    expect_saved(asked)


def test_a_lesson_is_run_and_answered_and_found_again_with_no_server(
    new_reader: Callable[..., Reader], folder: Path
) -> None:
    with Served(folder.parent) as served:
        reader = new_reader(f"{served.address}/kit")
        page = reader.open(FIRST)
        reader.run_all()
        assert reader.problems() == []
        answer(page, "kirby")
        expect(page.locator("html[data-kept]")).to_be_attached(timeout=PATIENCE)
        assert page.evaluate(ARCHIVES_KEPT) == [
            f"{name}?{digest}" for name, digest in sorted(digests(folder).items())
        ]
    reader.open(FIRST)  # the server is gone: all of it comes from the browser’s own store
    reader.run_all()
    asked = exercise(page, Sheet.of(FIRST, Content.kit())["0.1"])
    expect(asked.locator('input[value="kirby"]')).to_be_checked()
    assert reader.outside == []


def test_a_lesson_is_read_before_it_is_drawn(browser: Browser, site: Served) -> None:
    reader = Reader(browser, f"{site.address}/kit")
    reader.context.add_init_script(f"({READ_FIRST})()")
    page = reader.open(FIRST)
    assert page.evaluate("window.readFirst").startswith("Start here")
    expect(page.get_by_role("region", name="The lesson, to read")).to_have_count(0)
    reader.context.close()


@pytest.mark.parametrize("width", [1280, 360])
def test_only_what_a_reader_needs_is_offered(browser: Browser, site: Served, width: int) -> None:
    reader = Reader(browser, f"{site.address}/kit", width=width)
    page = reader.open(FIRST)
    menus = page.locator(".lm-MenuBar-item")
    expect(menus).to_have_text(["Edit", "Run", "Kernel"])
    for menu in ("Run", "Kernel"):
        menus.filter(has_text=menu).click()
        items = page.locator(".lm-Menu-item")
        expect(items.filter(has_text="Restart Kernel and Run All Cells")).to_be_visible()
        for word in ("Change Kernel", "Shut Down", "Console", "Export", "Download"):
            expect(items.filter(has_text=word)).to_have_count(0)
        page.keyboard.press("Escape")
    said = page.locator(".jp-RenderedMarkdown", has_text="Your answers are kept in this browser")
    expect(said).to_be_in_viewport()
    for gone in ("Trusted", "Python (Pyodide)"):
        expect(page.get_by_text(gone)).to_have_count(0)
    reader.context.close()


@pytest.mark.parametrize("lesson", [*Content.kit().lessons()[1:], "gallery"])
def test_every_lesson_runs_to_its_end(new_reader: Callable[..., Reader], lesson: str) -> None:
    reader = new_reader()
    reader.open(lesson)
    reader.run_all()
    assert reader.problems() == []
    assert reader.outside == []


def test_the_glossary_is_read(new_reader: Callable[..., Reader]) -> None:
    reader = new_reader()
    page = reader.open("glossary")
    words = page.locator(".jp-RenderedMarkdown tbody tr")
    expect(words.nth(50)).to_be_attached()
    assert reader.outside == []
