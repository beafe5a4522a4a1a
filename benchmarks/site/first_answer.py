"""From the click on a lesson's link to "saved", in the browser edition and on a desk.

    python benchmarks/site/first_answer.py build/site

On a desk the click starts JupyterLab's server. A second visit finds what the browser has kept, and
comes once all is kept; the server on the desk is started again. Both are served from this machine,
so no network is measured.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from statistics import median
from time import monotonic

from playwright.sync_api import Page, expect
from ways import PATIENCE, desk, own_browser, run_all

from accordingto.content import Content
from accordingto.exercises import Sheet
from served import Served
from walking import exercise, expect_saved

LESSON = "00-start-here"
SHEET = Sheet.of(LESSON, Content.kit())
TURNS = 3
VISITS = ("first visit", "second visit")


def choose(page: Page) -> None:
    """Answer 0.1, on a first visit."""
    asked = exercise(page, SHEET["0.1"])
    asked.locator('input[value="kirby"]').check(timeout=PATIENCE)
    expect_saved(asked, timeout=PATIENCE)


def write(page: Page) -> None:
    """Answer 0.2, on a second visit: 0.1 has its answer."""
    asked = exercise(page, SHEET["0.2"])
    asked.get_by_label("Your number").fill("3", timeout=PATIENCE)
    expect_saved(asked, timeout=PATIENCE)


def in_the_browser(folder: Path) -> list[float]:
    """Seconds of both visits, from the click on the lesson's page."""
    seconds = []
    with Served(folder.parent) as served, own_browser() as browser:
        context = browser.new_context(viewport={"width": 1280, "height": 1000})
        for answer in (choose, write):
            page = context.new_page()
            page.goto(f"{served.address}/{folder.name}/lessons/{LESSON}.html")
            began = monotonic()
            page.locator("a[href*='run/notebooks/']").first.click()
            run_all(page)
            answer(page)
            seconds.append(monotonic() - began)
            expect(page.locator("html[data-kept]")).to_be_attached(timeout=PATIENCE)
            page.close()
    return seconds


def on_a_desk() -> list[float]:
    """Seconds of both visits, from the start of the server."""
    with own_browser() as browser, desk() as begin:
        began = monotonic()
        lab = begin(browser)
        page = lab.open(f"{LESSON}.ipynb")
        run_all(page)
        choose(page)
        first = monotonic() - began
        lab.close()
        began = monotonic()
        lab.start()
        lab.reload(page)
        run_all(page)
        write(page)
        return [first, monotonic() - began]


def main() -> None:
    """Print a table in Markdown."""
    folder = Path(sys.argv[1]).absolute()
    found: dict[str, list[list[float]]] = defaultdict(list)
    for turn in range(TURNS):
        found["browser edition"].append(in_the_browser(folder))
        found["desk"].append(on_a_desk())
        print(turn + 1, dict(found), file=sys.stderr, flush=True)
    print("| | browser edition, s | desk, s | share |\n|---|---:|---:|---:|")
    for at, visit in enumerate(VISITS):
        here, there = (median(one[at] for one in times) for times in found.values())
        print(f"| {visit} | {here:.1f} | {there:.1f} | {here / there:.2f} |")


if __name__ == "__main__":
    main()
