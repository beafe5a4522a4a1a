"""Made lessons in a real JupyterLab: nothing that a checker of accessibility finds."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from accordingto.cli import main
from accordingto.content import Content
from accordingto.exercises import Sheet
from made_lessons import INVENTED, PAGES
from real_lab import Lab

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]


@pytest.fixture(scope="module", params=INVENTED)
def made(lab: Lab, request: pytest.FixtureRequest) -> str:
    """The name of a lesson that was made in the Lab's working copy of a corrected page."""
    page: str = request.param
    source = PAGES / page
    kit = ["--kit", str(lab.kit)]
    kept = f"axe-{page}"
    assert main(["article", str(source / "article.txt"), "--name", kept, *kit]) == 0
    reading = (source / "reading.yaml").read_text(encoding="utf-8")
    path = lab.kit / "seeds" / kept / "reading.yaml"
    path.write_text(reading.replace(f"article: {page}", f"article: {kept}"), encoding="utf-8")
    assert main(["lesson", kept, *kit]) == 0
    [lesson] = [one for one in Content(lab.kit).lessons() if one.endswith(kept)]
    return lesson


@pytest.mark.parametrize(("theme", "width"), [("JupyterLab Light", 1280), ("JupyterLab Dark", 360)])
@pytest.mark.parametrize("folder", ["", "solutions/"], ids=["untouched", "answered"])
def test_axe_finds_nothing(lab: Lab, made: str, folder: str, theme: str, width: int) -> None:
    """In the solutions each exercise is answered, with all that is said to the answer."""
    page = lab.open(f"{folder}{made}.ipynb", theme=theme, width=width)
    lab.run_all(page)
    exercises = page.locator(".at-live")
    expect(exercises).to_have_count(len(Sheet.of(made, Content(lab.kit)).questions))
    if folder:
        expect(exercises.last.locator(".at-feedback")).not_to_be_empty()
    found = Axe().run(page, context=".at-live")
    assert [(one["id"], one["nodes"][0]["html"]) for one in found.response["violations"]] == []
    page.context.close()
    lab.end_sessions()
