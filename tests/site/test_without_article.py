"""A site without the article holds only quoted sentences; a reader brings it and goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.site.carried import carried, seeds, texts_of_others
from accordingto.site.graded import graded_files, graded_page
from accordingto.site.pages import sources
from browser_edition import Reader
from real_lab import DO
from served import Served
from unpacked import unpacked, words
from walking import exercise

KIT = Content.kit()
ARTICLE = "white-house-israel-iran"
FILE = KIT.seed(ARTICLE) / "article.txt"
LESSON = "02-who-says-so"
SENTENCE = 28  # words: no lesson quotes more in one piece


def runs(length: int, step: int = 1) -> list[str]:
    """Every run of so many words of the article, or one in so many."""
    every = FILE_WORDS.split()
    return [
        f" {' '.join(every[at : at + length])} " for at in range(0, len(every) - length + 1, step)
    ]


FILE_WORDS = words(FILE.read_text(encoding="utf-8"))
RUNS = runs(SENTENCE)
HALVES = runs(SENTENCE // 2, SENTENCE // 2)  # one of which is in each of these, and soon found


def leaks(given: dict[str, str]) -> list[str]:
    """The files, by their words, in which more of the article stands than a sentence."""
    near = {name: said for name, said in given.items() if any(one in said for one in HALVES)}
    return [name for name, said in near.items() if any(run in said for run in RUNS)]


def test_the_article_is_anothers_and_what_was_written_for_the_kit_is_not() -> None:
    assert texts_of_others(KIT) == {ARTICLE}
    assert seeds(KIT) == ["harbour-ferry", "nap-app-trial", "smokehouse-tribunal", ARTICLE]


def test_no_page_and_no_file_of_the_kernel_holds_more_of_it_than_a_sentence() -> None:
    assert len(RUNS) > 500
    with_it = {name: words(text) for name, text in sources(KIT)}
    assert leaks(with_it) == [f"articles/{ARTICLE}.md"]
    assert leaks({name: words(text) for name, text in sources(KIT, {ARTICLE})}) == []
    files = {name: words(data.decode()) for name, data in carried(KIT, {ARTICLE}).items()}
    assert leaks(files) == []
    assert f"seeds/{ARTICLE}/about.yaml" in files
    assert not {f"seeds/{ARTICLE}/article.txt", f"seeds/{ARTICLE}/reading.yaml"} & files.keys()
    assert "seeds/harbour-ferry/article.txt" in files


def test_its_page_says_how_it_is_brought_and_keeps_its_rights() -> None:
    pages = dict(sources(KIT, {ARTICLE}))
    page = pages[f"articles/{ARTICLE}.md"]
    assert f"`seeds/{ARTICLE}/article.txt`" in page
    assert "The copyright is the publisher's" in page
    assert f"[How to bring it](articles/{ARTICLE}.md)" in pages["index.md"]
    assert "is not in this site: you bring a file of it" in pages[f"lessons/{LESSON}.md"]
    assert "How to bring it" not in dict(sources(KIT))["index.md"]


def test_a_graded_lesson_can_go_without_it_too() -> None:
    sheet = Sheet.of(LESSON, KIT)
    given = graded_files(sheet, {ARTICLE}) | dict(graded_page(sheet, {ARTICLE}))
    assert leaks({name: words(data.decode()) for name, data in given.items()}) == []
    assert b"The text that it asks about is not in this site" in given["index.md"]
    assert b"not in this site" not in dict(graded_page(sheet))["index.md"]


@pytest.fixture(scope="module")
def bare(build: Callable[..., Path]) -> Path:
    return build("--without-article")


@pytest.fixture(scope="module")
def graded(build: Callable[..., Path]) -> Path:
    return build("--without-article", "--graded", "--lesson", LESSON)


@pytest.fixture
def reader(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Reader]:
    """Somebody at a lesson of which the text is asked for."""
    folder = request.getfixturevalue(request.param)
    with Served(folder.parent) as served:
        reader = Reader(browser, f"{served.address}/kit")
        reader.open(LESSON).evaluate(DO, "notebook:run-all-cells")
        yield reader
        reader.context.close()


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_nothing_of_it_is_in_the_folder(bare: Path, graded: Path) -> None:
    for folder in (bare, graded):
        given = unpacked(folder)
        assert any(name.endswith("kit.bin/accordingto/__init__.py") for name in given)
        assert leaks(given) == []
        assert not [name for name in given if f"{ARTICLE}/article.txt" in name]


@pytest.mark.slow
@pytest.mark.timeout(1200)
@pytest.mark.parametrize("reader", ["bare", "graded"], indirect=True)
def test_a_lesson_asks_for_the_text_and_runs_once_it_was_brought(reader: Reader) -> None:
    page = reader.page
    field = page.get_by_label("Choose the file of the text")
    expect(field).to_be_in_viewport(timeout=240_000)
    expect(page.get_by_text("The lesson waits for its text")).to_be_visible()
    field.set_input_files(KIT.seed("harbour-ferry") / "article.txt")
    expect(page.get_by_text("This is another file than the one that is missing")).to_be_visible()
    field.set_input_files(FILE)
    expect(page.get_by_text("That is the text, and it is kept")).to_be_visible()
    reader.run_all()
    assert reader.problems() == []
    sheet = Sheet.of(LESSON, KIT)
    expect(exercise(page, sheet["2.1"])).to_be_visible()
    reader.open(LESSON)  # another kernel, which finds it beside the notebook
    reader.run_all()
    assert reader.problems() == []
    assert reader.outside == []
