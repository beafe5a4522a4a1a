"""What happens around a notebook: a server that comes back, a page that cannot draw exercises."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect
from playwright.sync_api import TimeoutError as PlaywrightTimeout

from accordingto.exercises import Sheet
from accordingto.notebooks.copy import start
from accordingto.widgets.probe import DRAWN
from accordingto.widgets.static import AGAIN
from real_lab import Lab

NAME = "00-start-here"
SHEET = Sheet.of(NAME)
POLICY = "script-src 'self' 'unsafe-eval' 'unsafe-inline'"  # and so no script from blob:
MISSING = (
    "the JupyterLab that shows this page lacks the extension anywidget, which must be installed "
    "where JupyterLab is and not only where Python runs, or a rule of its server "
    "(Content-Security-Policy) forbids scripts from “blob:”"
)
WHOM = "Your answers are safe. Whoever set up this JupyterLab can mend it: show them this."


pytestmark = pytest.mark.slow  # a server of its own for each host


def exercise(page: Page, number: str) -> Locator:
    title = f"{number} {SHEET[number].title}"
    return page.locator(".at-live").filter(has=page.get_by_role("heading", name=title))


def still(page: Page, number: str) -> Locator:
    return page.get_by_role("region", name=f"Exercise {number}: {SHEET[number].title}")


def without_anywidget(home: Path) -> dict[str, str]:
    """JupyterLab with every extension of this environment but that one."""
    extensions = home / "labextensions"
    extensions.mkdir()
    for one in (Path(sys.prefix) / "share" / "jupyter" / "labextensions").iterdir():
        if one.name != "anywidget":
            (extensions / one.name).symlink_to(one)
    return {"LabApp.labextensions_path": json.dumps([str(extensions)])}


def with_a_policy(home: Path) -> dict[str, str]:
    """A server that forbids scripts from `blob:`."""
    headers = {"headers": {"Content-Security-Policy": POLICY}}
    return {"ServerApp.tornado_settings": json.dumps(headers)}


@pytest.fixture(params=[without_anywidget, with_a_policy])
def poor_lab(request: pytest.FixtureRequest, tmp_path: Path, browser: Browser) -> Iterator[Lab]:
    """A JupyterLab whose pages cannot draw an exercise."""
    for name in ("kit", "home"):
        (tmp_path / name).mkdir()
    start(tmp_path / "kit")
    options = request.param(tmp_path / "home")
    running = Lab(tmp_path / "kit", tmp_path / "home", browser, options=options)
    yield running
    running.close()


def test_where_exercises_cannot_be_drawn_it_is_said_what_is_missing_and_whom_to_ask(
    poor_lab: Lab,
) -> None:
    page = poor_lab.open(f"{NAME}.ipynb")
    poor_lab.run_all(page)
    expect(page.locator(".at-probe")).to_contain_text("✗ This page has drawn nothing")
    expect(page.locator(".at-probe")).to_contain_text(MISSING)
    expect(page.locator(".at-probe")).to_contain_text(f"Python runs in {sys.prefix}. {WHOM}")
    here = still(page, "0.1")
    here.scroll_into_view_if_needed()
    expect(here).to_contain_text(f"To change it, {AGAIN}.")
    here.get_by_text("Does the exercise not appear even then?").click()
    expect(here.get_by_text(f"Then {MISSING}. {WHOM}")).to_be_visible()
    expect(page.get_by_text("Click to show javascript error").filter(visible=True)).to_have_count(0)
    page.context.close()


def test_where_they_can_be_drawn_that_is_said(lab: Lab) -> None:
    page = lab.open(f"{NAME}.ipynb")
    lab.run_all(page)
    expect(page.locator(".at-probe")).to_have_text(DRAWN)
    page.context.close()


def test_a_reopened_notebook_says_how_to_go_on_and_nothing_of_a_model(lab: Lab) -> None:
    page = lab.open(f"{NAME}.ipynb")
    lab.run_all(page)
    lab.save(page)
    lab.end_sessions()
    page.context.close()
    page = lab.open(f"{NAME}.ipynb")
    dead = page.get_by_text("Error displaying widget: model not found")
    here = still(page, "0.1")
    here.scroll_into_view_if_needed()
    expect(here).to_contain_text(f"To change it, {AGAIN}.")
    expect(dead).to_have_count(2 + len(SHEET.questions))  # the probe's and the page's too
    expect(dead.filter(visible=True)).to_have_count(0)
    lab.restart_and_run_all(page)
    expect(exercise(page, "0.1")).to_be_visible()
    expect(here).to_be_hidden()
    page.context.close()


def test_after_the_server_came_back_the_advice_works_when_it_is_followed_at_once(lab: Lab) -> None:
    page = lab.open(f"{NAME}.ipynb")
    lab.run_all(page)
    here = exercise(page, "0.2")
    field = here.get_by_label("Your number")
    field.fill("1")
    expect(here).to_contain_text("saved ")
    lab.kill()
    field.fill("12345")
    expect(here.locator(".at-alert:visible")).to_contain_text(f"To go on, {AGAIN}")
    lab.start()
    gone = page.get_by_role("dialog").get_by_role("button", name="Close")
    with suppress(PlaywrightTimeout):  # Lab's own word on the lost server
        gone.click(timeout=5_000)
    lab.save(page)
    page.reload()
    expect(page.locator(".jp-Notebook .jp-Cell").first).to_be_visible()  # and no kernel yet
    lab.restart_and_run_all(page)
    here.get_by_role("button", name="Restore it").click(timeout=120_000)
    expect(field).to_have_value("12345")
    expect(here).to_contain_text("saved ")
    kept = json.loads((lab.kit / "notebooks" / "answers" / f"{NAME}.json").read_bytes())
    assert kept["exercises"]["0.2"]["answer"]["value"] == 12345
    page.context.close()


def test_in_the_classic_notebook_only_the_live_face_is_seen(lab: Lab) -> None:
    page = lab.open_in_classic(f"{NAME}.ipynb")
    page.evaluate("Jupyter.notebook.execute_all_cells()")
    expect(page.locator(".at-live")).to_have_count(len(SHEET.questions), timeout=60_000)
    for number in SHEET.questions:
        expect(exercise(page, number)).to_be_visible()
        expect(still(page, number)).to_be_hidden()
    page.context.close()
