"""One exercise in view twice, in a real JupyterLab: nothing is lost, and every view says so."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from accordingto.exercises.answers import read_answers
from real_lab import Lab
from walking import expect_saved

LESSON, EXERCISE = "gallery", "g.15"
ASKED = [
    f"from accordingto import lesson\nask = lesson({LESSON!r})",
    f"ask({EXERCISE!r})",
    f"ask({EXERCISE!r})",
]
SIXTY = "What was written in the first of two notebooks, long enough."
SLOW = "import time\ntime.sleep(15)"
RUN_THIRD_CELL = """(source) => {
  const {content} = jupyterapp.shell.currentWidget;
  content.widgets[2].model.sharedModel.setSource(source);
  content.activeCellIndex = 2;
  jupyterapp.commands.execute('notebook:run-cell');
}"""


@pytest.fixture
def notebooks(lab: Lab) -> Callable[[str, list[str]], Page]:
    """Opens a notebook of these cells and runs it; nothing was answered before."""
    lab.end_sessions()
    answers(lab).unlink(missing_ok=True)

    def opened(name: str, sources: list[str]) -> Page:
        write(lab.kit / "notebooks" / name, sources)
        page = lab.open(name)
        lab.run_all(page)
        return page

    return opened


def write(path: Path, sources: list[str]) -> None:
    cells = [nbformat.v4.new_code_cell(source) for source in sources]
    metadata = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    nbformat.write(nbformat.v4.new_notebook(cells=cells, metadata=metadata), path)


def view(page: Page, number: int = 0) -> Locator:
    return page.locator(".at-live").nth(number)


def field(page: Page, number: int = 0) -> Locator:
    return view(page, number).get_by_label("Your text")


def answers(lab: Lab) -> Path:
    return lab.kit / "notebooks" / "answers" / f"{LESSON}.json"


def texts(lab: Lab) -> list[str]:
    """The text in hand, and then those of the attempts."""
    if not answers(lab).exists():
        return []
    entry = read_answers(answers(lab).read_bytes()).exercises[EXERCISE]
    return [entry.answer["text"], *(one.answer["text"] for one in entry.attempts)]


def until(holds: Callable[[], bool], seconds: float = 20) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "it did not come true"
        time.sleep(0.05)


def offer(page: Page, number: int = 0) -> Locator:
    alerts = view(page, number).get_by_role("alert")
    return alerts.filter(has_text="in two windows or notebooks at once")


@pytest.mark.slow  # as `test_nothing_is_lost` does without a JupyterLab
def test_a_copy_of_a_notebook_displaces_nothing_without_a_word(
    lab: Lab, notebooks: Callable[[str, list[str]], Page]
) -> None:
    first = notebooks("mine.ipynb", ASKED[:2])
    copy = notebooks("mine-Copy1.ipynb", ASKED[:2])
    field(first).fill(SIXTY)
    until(lambda: texts(lab) == [SIXTY])
    field(copy).press("End")
    field(copy).press_sequentially("!")
    until(lambda: texts(lab)[0].endswith("!"))
    assert SIXTY in texts(lab) or texts(lab) == [SIXTY + "!"]  # as it was shown, or was not
    expect(field(first)).to_have_value(texts(lab)[0])  # a second later, by itself
    first.context.close()
    copy.context.close()


@pytest.mark.slow  # as `test_nothing_is_lost` does without a JupyterLab
def test_a_copy_that_was_not_shown_an_answer_offers_it(
    lab: Lab, notebooks: Callable[[str, list[str]], Page]
) -> None:
    first = notebooks("mine.ipynb", ASKED[:2])
    [its_kernel] = lab.kernels()
    copy = notebooks("mine-Copy1.ipynb", ASKED[:2])
    [other] = [one for one in lab.kernels() if one.pid != its_kernel.pid]
    expect(field(first)).to_be_visible()
    other.suspend()  # a laptop that slept: it has not looked
    field(first).fill(SIXTY)
    until(lambda: texts(lab) == [SIXTY])
    field(copy).fill("x")
    other.resume()
    until(lambda: texts(lab) == ["x", SIXTY])
    for page in (first, copy):
        expect(field(page)).to_have_value("x")
        expect(offer(page)).to_be_visible()
    offer(first).get_by_role("button", name="Restore it").click()
    for page in (first, copy):
        expect(field(page)).to_have_value(SIXTY)
    first.context.close()
    copy.context.close()


@pytest.mark.slow  # a server of its own
def test_a_second_server_on_one_folder_displaces_nothing_without_a_word(
    lab: Lab, notebooks: Callable[[str, list[str]], Page], browser: Browser, tmp_path: Path
) -> None:
    first = notebooks("mine.ipynb", ASKED[:2])
    lab.save(first)
    second = Lab(lab.kit, tmp_path, browser)
    try:
        other = second.open("mine.ipynb")
        second.run_all(other)
        expect(field(other)).to_be_visible()
        [its_kernel] = second.kernels()
        its_kernel.suspend()
        field(first).fill(SIXTY)
        until(lambda: texts(lab) == [SIXTY])
        field(other).fill("x")
        its_kernel.resume()
        until(lambda: texts(lab) == ["x", SIXTY])
        for page in (first, other):
            expect(field(page)).to_have_value("x")
            expect(offer(page)).to_be_visible()
        offer(other).get_by_role("button", name="Restore it").click()
        for page in (first, other):
            expect(field(page)).to_have_value(SIXTY)
        other.context.close()
    finally:
        second.close()
    first.context.close()


@pytest.mark.slow  # as `test_nothing_is_lost` does without a JupyterLab
def test_two_cells_show_one_exercise(lab: Lab, notebooks: Callable[[str, list[str]], Page]) -> None:
    page = notebooks("twice.ipynb", ASKED)
    expect(page.locator(".at-live")).to_have_count(2)
    field(page).fill(SIXTY)
    expect(field(page, 1)).to_have_value(SIXTY)
    field(page, 1).press("Control+End")
    field(page, 1).press_sequentially("!")
    expect(field(page)).to_have_value(SIXTY + "!")
    until(lambda: texts(lab) == [SIXTY + "!"])
    page.context.close()


@pytest.mark.slow  # as `test_nothing_is_lost` does without a JupyterLab
def test_two_windows_on_one_kernel_that_stands_still_for_a_second(
    lab: Lab, notebooks: Callable[[str, list[str]], Page]
) -> None:
    first = notebooks("mine.ipynb", ASKED[:2])
    lab.save(first)
    second = lab.open("mine.ipynb")
    expect(field(second)).to_be_visible()
    [kernel] = lab.kernels()
    kernel.suspend()
    field(first).fill("one")
    field(second).fill("two")
    time.sleep(1)
    kernel.resume()
    until(lambda: sorted(texts(lab)) == ["one", "two"])
    for page in (first, second):
        expect(field(page)).to_have_value(texts(lab)[0])
        expect(offer(page)).to_be_visible()
        expect_saved(view(page))
    for _ in range(5):
        field(first).press_sequentially("a")
        field(second).press_sequentially("b")
    until(lambda: field(first).input_value() == field(second).input_value() == texts(lab)[0])
    first.context.close()
    second.context.close()


@pytest.mark.slow  # as `test_nothing_is_lost` does without a JupyterLab
def test_the_first_answer_is_saved_while_a_cell_runs(
    lab: Lab, notebooks: Callable[[str, list[str]], Page]
) -> None:
    page = notebooks("slow.ipynb", [*ASKED[:2], "0"])
    page.evaluate(RUN_THIRD_CELL, SLOW)
    page.wait_for_timeout(500)
    field(page).fill("while it runs")
    until(lambda: texts(lab) == ["while it runs"], 5)
    expect(view(page).locator(".at-saved")).to_contain_text("saved", timeout=3000)
    page.wait_for_timeout(4000)
    expect(view(page).get_by_role("alert")).to_have_count(0)
    page.context.close()
