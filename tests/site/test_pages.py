"""The pages to read: whole without running anything, and open to whoever hears or prints them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.notebooks.pages import lesson_page, lesson_pages
from accordingto.site.making import pages
from accordingto.site.pages import lesson_source, sources
from accordingto.site.rendering import render
from accordingto.widgets.markdown import inline

KIT = Content.kit()
ARTICLE = "white-house-israel-iran"
LESSONS = [page.name for page in lesson_pages(KIT)]


@pytest.mark.parametrize("lesson", [*LESSONS, "gallery"])
def test_a_lesson_shows_every_exercise_unanswered_and_a_way_to_run_it(lesson: str) -> None:
    path = KIT.page(lesson)
    assert path is not None
    page = lesson_source(lesson_page(path), KIT)
    shown = re.findall(r'<section class="at-exercise" aria-label="Exercise ([\w.]+)">', page)
    assert shown == list(Sheet.of(lesson, KIT).questions)
    assert "Your answer, as saved" not in page
    assert page.count(f'href="../run/notebooks/index.html?path={lesson}.ipynb"') == 1
    assert ".ipynb)" not in page


def test_options_are_read_and_reasons_are_not() -> None:
    path = KIT.page("00-start-here")
    assert path is not None
    page = lesson_source(lesson_page(path), KIT)
    question = Sheet.of("00-start-here", KIT)["0.1"]
    assert all(f"<li>{inline(one.text)}</li>" in page for one in question.options)  # type: ignore[attr-defined]
    assert not any(one.why in page for one in question.options)  # type: ignore[attr-defined]


def test_every_figure_says_what_it_shows() -> None:
    pages = [text for name, text in sources(KIT) if name.startswith("lessons/")]
    figures = [figure for page in pages for figure in re.findall(r"<img [^>]*>", page)]
    assert len(figures) > 10
    assert all(re.search(r' alt="[^"]{20,}"', figure) for figure in figures)


def test_the_article_stands_on_one_page_with_its_rights() -> None:
    text = (KIT.seed(ARTICLE) / "article.txt").read_text(encoding="utf-8")
    longest = max(text.splitlines(), key=len).replace("'", "&#x27;").replace('"', "&quot;")
    found = {name: page for name, page in sources(KIT) if longest in page}
    assert list(found) == [f"articles/{ARTICLE}.md"]
    assert "The copyright is the publisher's" in found[f"articles/{ARTICLE}.md"]


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.filterwarnings("ignore:.*Check CHANGES for Sphinx")  # what myst-parser has to mend
def test_axe_finds_nothing_and_nothing_is_cut_off(browser: Browser, tmp_path: Path) -> None:
    folder = tmp_path / "site"
    render(folder, tmp_path / "scratch" / "pages", pages(KIT))
    problems: list[str] = []
    for scheme, width in (("light", 1280), ("dark", 360)):
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
        )
        page = context.new_page()
        for file in sorted(folder.glob("**/*.html")):
            page.goto(file.as_uri())
            found = Axe().run(page).response["violations"]
            problems += [f"{file.name}, {scheme}: {json.dumps(one)[:400]}" for one in found]
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                problems.append(f"{file.name} is wider than {width}")
        context.close()
    assert problems == []
