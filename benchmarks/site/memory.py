"""What a lesson holds in memory once it ran to its end, in the browser edition and on a desk.

    python benchmarks/site/memory.py build/site

In the browser edition that is the tab, in which Python itself lies; on a desk it is the tab and
the kernel. Memory is the proportional set size: what processes share counts once. Linux.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

import psutil
from playwright.sync_api import Page
from ways import desk, own_browser, to_the_end

from served import Served

LESSONS = ("02-who-says-so",)


def megabytes(processes: Iterable[psutil.Process]) -> float:
    """The proportional set sizes of processes, added."""
    return sum(one.memory_full_info().pss for one in processes) / 1e6


def tab(page: Page) -> float:
    """The memory of the only tab: of every process of the browser that draws or runs a page."""
    page.request_gc()
    family = psutil.Process().children(recursive=True)
    return megabytes(one for one in family if "--type=renderer" in one.cmdline())


def in_the_browser(folder: Path, lesson: str) -> float:
    """The memory of the tab."""
    with Served(folder.parent) as served, own_browser() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        page.goto(f"{served.address}/{folder.name}/run/notebooks/index.html?path={lesson}.ipynb")
        to_the_end(page)
        return tab(page)


def on_a_desk(lesson: str) -> tuple[float, float, float]:
    """The memory of the tab, of the kernel, and of the server, which is not counted."""
    with own_browser() as browser, desk() as begin:
        lab = begin(browser)
        page = lab.open(f"{lesson}.ipynb")
        to_the_end(page)
        (kernel,) = lab.kernels()
        (server,) = (one for one in psutil.Process().children() if "jupyterlab" in one.cmdline())
        return tab(page), megabytes([kernel]), megabytes([server])


def main() -> None:
    """Print a table in Markdown."""
    folder = Path(sys.argv[1]).absolute()
    print("| lesson | browser edition, MB | desk: tab + kernel, MB | share | desk’s server, MB |")
    print("|---|---:|---:|---:|---:|")
    for lesson in LESSONS:
        here, (there, kernel, server) = in_the_browser(folder, lesson), on_a_desk(lesson)
        share = here / (there + kernel)
        print(
            f"| {lesson} | {here:.0f} | {there:.0f} + {kernel:.0f} | {share:.2f} | {server:.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
