"""A report on a page's sources: what it says, what it leaves out, and that markup stays text."""

from __future__ import annotations

from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser

from accordingto.cli import main
from accordingto.pages.about import About, Known
from accordingto.pages.corrections import corrections
from accordingto.pages.report import report
from accordingto.readings import Attribution, Link, Quotation, Reading, seed
from accordingto.text import Article, Span

PAGE = Article("page", "“No,” <b>Ana</b> said.\nThe mayor reportedly knew.\n“Yes.”\n")
ABOUT = About("A <i>title</i>", Known(("outlet: Harbour News",), ("byline", "date")), "Theirs.")
ANA = Link(name="Ana <b>", type="named person")
READING = Reading(
    article="page",
    reader="you",
    quotations=(
        Quotation(id="Q1", span=Span(0, 5), speaker="Ana"),
        Quotation(id="Q2", span=PAGE.find("“Yes.”", 3), form="orphan"),
    ),
    attributions=(
        Attribution(
            id="A1", form="direct", content=(Span(0, 5),), cue=(PAGE.find("said", 1),), origin=ANA
        ),
        Attribution(
            id="A2",
            form="indirect",
            content=(PAGE.find("The mayor", 2),),
            origin=Link(name="the mayor", type="named official"),
            conduits=(Link(name="not disclosed", type="undisclosed"),),
        ),
        Attribution(id="A3", form="orphan", content=(PAGE.find("“Yes.”", 3),)),
    ),
)


def made(**more: object) -> BeautifulSoup:
    page = report(PAGE, READING, ABOUT, read_on="3 May 2026", **more)  # type: ignore[arg-type]
    return BeautifulSoup(page, "html.parser")


def texts(page: BeautifulSoup, selector: str) -> list[str]:
    return [" ".join(one.get_text(" ").split()) for one in page.select(selector)]


def test_provenance_statements_and_chains_with_their_gaps() -> None:
    page = made()
    assert texts(page, "h1") == ["A <i>title</i>"]
    assert texts(page, ".facts dd")[:3] == ["Harbour News", "3 May 2026", "3 paragraphs, 8 words"]
    assert texts(page, "mark") == ["“No,” 1", "The mayor 2", "“Yes.” 3"]
    chains = [
        texts(BeautifulSoup(str(chain), "html.parser"), "li") for chain in page.select(".chain")
    ]
    assert chains == [
        ["Ana <b> named person", "this page"],
        ["the mayor named official", "not disclosed", "this page"],
        ["not disclosed", "this page"],
    ]
    assert [one.get_text() for one in page.select(".gap")] == ["not disclosed", "not disclosed"]
    assert page.select_one("b, i") is None  # what stands on the page is text


def test_numbers_agree_with_their_verbs() -> None:
    assert (
        "3 statements are credited to somebody, or stand in quotation marks; 1 of them has a "
        "source without a name, and 1 was passed on by others. The page has 2 quotations."
    ) in " ".join(made().get_text(" ").split())


def test_what_the_page_does_not_show_is_listed_with_its_statements() -> None:
    assert texts(made(), "#not-shown ~ ul li") == [
        "Quoted, and nobody is named as the speaker: 3 .",
        "How it came to this page is not shown: 2 .",
        "Of itself the page does not tell: byline, date.",
    ]


def test_voices_come_from_the_reading_with_words_counted() -> None:
    assert texts(made(), ".bars tbody tr") == ["Ana 1", "nobody named 1"]


def test_the_memo_points_to_paragraphs_that_are_there() -> None:
    page = made(memo="Ana says no (1).\nNobody else (9).")
    assert [link["href"] for link in page.select("#memo ~ p a")] == ["#p1"]
    assert texts(page, "#memo ~ p") == ["Ana says no (1) .", "Nobody else (9)."]


def test_without_the_text_nothing_points_into_it() -> None:
    page = made(with_text=False, memo="Ana says no (1).")
    assert page.select(".paragraph") == []
    assert page.select("a[href^='#p']") == []
    assert texts(page, "main > .rights") == ["The text of the page is left out. Theirs."]


def test_every_link_of_a_whole_page_has_its_place() -> None:
    article, reading = seed("smokehouse-tribunal")
    page = BeautifulSoup(
        report(
            article,
            reading,
            ABOUT,
            read_on="today",
            log=corrections(article, reading, reading),
        ),
        "html.parser",
    )
    ids = {tag["id"] for tag in page.select("[id]")}
    links = {str(link["href"]).removeprefix("#") for link in page.select("a")}
    assert links <= ids
    assert len(ids) == len(page.select("[id]"))
    assert "src" not in str(page)
    assert "http" not in str(page)


@pytest.mark.parametrize("width", [1280, 360])
def test_bars_are_as_long_as_their_words_and_the_log_has_its_heads(
    browser: Browser, width: int
) -> None:
    article, reading = seed("nap-app-trial")
    log = corrections(article, reading, reading)
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.set_content(report(article, reading, ABOUT, read_on="today", log=log))
    words = [int(row.inner_text()) for row in page.locator(".bars tbody td").all()]
    bars = page.locator(".bar").evaluate_all("(all) => all.map((one) => one.offsetWidth)")
    assert len(set(words)) > 2
    assert all(
        abs(bar / bars[0] - count / words[0]) < 0.02 for bar, count in zip(bars, words, strict=True)
    )
    heads = page.locator(".log").first.locator("thead th")
    assert heads.all_inner_texts() == ["Form", "kept", "changed", "removed", "added"]
    fit = heads.evaluate_all("(all) => all.map((one) => one.scrollWidth <= one.offsetWidth)")
    assert fit == [True] * 5
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.close()


def test_the_command_writes_one_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "memo.txt").write_text("It is a trial (2).", encoding="utf-8")
    assert main(["report", "nap-app-trial", "--memo", "memo.txt", "--out", "r.html"]) == 0
    assert capsys.readouterr().out.startswith("r.html: open it in a browser")
    page = BeautifulSoup((tmp_path / "r.html").read_text("utf-8"), "html.parser")
    assert len(page.select("tbody tr[id]")) == 28
    assert main(["report", "no-such-page"]) == 2
