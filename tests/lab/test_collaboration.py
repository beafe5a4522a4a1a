"""Two people in one notebook: jupyter-collaboration, in an environment of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import nbformat
import pytest
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from accordingto.exercises import Sheet
from accordingto.exercises.answers import read_answers
from accordingto.notebooks.copy import start
from accordingto.widgets.static import AGAIN
from environments import environment
from real_lab import DO, Lab

NAME = "00-start-here"
QUESTION = Sheet.of(NAME)["0.1"]
TWO_CELLS = ["from accordingto import lesson\nask = lesson('gallery')", "ask('g.15')"]

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def shared_lab(tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Lab]:
    """JupyterLab with jupyter-collaboration, on a fresh working copy."""
    kit, home = tmp_path_factory.mktemp("kit"), tmp_path_factory.mktemp("home")
    start(kit)
    packages = ["jupyter-collaboration>=5,<6", "."]
    python = environment(tmp_path_factory.mktemp("environment"), *packages)
    running = Lab(kit, home, browser, python=python)
    yield running
    running.close()


def keep_waiting(page: Page) -> None:
    """On a slow machine jupyter-collaboration asks what to do while it loads."""
    asks = page.get_by_role("dialog", name="Loading")
    page.add_locator_handler(
        asks, lambda: asks.get_by_role("button", name="Continue waiting").click()
    )


def trust(page: Page) -> None:
    """What a person does who sees still faces in a notebook that another one has run."""
    page.evaluate(DO, "notebook:trust")
    with suppress(PlaywrightTimeout):
        page.get_by_role("dialog").locator(".jp-mod-accept").click(timeout=5_000)


def test_the_second_person_is_told_what_to_do_and_it_works(shared_lab: Lab) -> None:
    """What the other one runs is not trusted in a page that was open before."""
    second = shared_lab.open(f"{NAME}.ipynb")
    first = shared_lab.open(f"{NAME}.ipynb")
    for page in (first, second):
        keep_waiting(page)
    shared_lab.run_all(first)
    mine = first.locator(".at-live", has_text=f"0.1 {QUESTION.title}")
    mine.get_by_label("John Kirby").check()
    expect(mine).to_contain_text("saved ")

    still = second.get_by_text(f"Exercise 0.1: {QUESTION.title}. Your answer, as saved.")
    still.scroll_into_view_if_needed()
    expect(still).to_contain_text(f"To change it, {AGAIN}.")
    shared_lab.restart_and_run_all(second)
    theirs = second.locator(".at-live", has_text=f"0.1 {QUESTION.title}")
    expect(theirs.get_by_label("John Kirby")).to_be_checked(timeout=60_000)
    theirs.get_by_label("Joe Biden").check()
    expect(theirs).to_contain_text("saved ")


def test_two_people_on_one_exercise_lose_no_keys(shared_lab: Lab) -> None:
    """Both write while the kernel stands still, and neither was shown what the other wrote."""
    cells = [nbformat.v4.new_code_cell(source) for source in TWO_CELLS]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(notebook, shared_lab.kit / "notebooks" / "ours.ipynb")
    shared_lab.end_sessions()
    first = shared_lab.open("ours.ipynb")
    keep_waiting(first)
    shared_lab.run_all(first)
    expect(first.get_by_label("Your text")).to_be_visible()
    second = shared_lab.open("ours.ipynb")
    keep_waiting(second)
    trust(second)
    expect(second.get_by_label("Your text")).to_be_visible()
    [one] = shared_lab.kernels()
    one.suspend()
    first.get_by_label("Your text").fill("one")
    second.get_by_label("Your text").fill("two")
    second.wait_for_timeout(1000)
    one.resume()
    kept = shared_lab.kit / "notebooks" / "answers" / "gallery.json"
    for page in (first, second):
        expect(page.get_by_role("alert").filter(has_text="in two windows")).to_be_visible()
        expect(page.locator(".at-saved")).to_contain_text("saved ")
    entry = read_answers(kept.read_bytes()).exercises["g.15"]
    texts = [entry.answer["text"], *(attempt.answer["text"] for attempt in entry.attempts)]
    assert sorted(texts) == ["one", "two"]
    for page in (first, second):
        expect(page.get_by_label("Your text")).to_have_value(texts[0])
