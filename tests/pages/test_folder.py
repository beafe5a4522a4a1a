"""Pages of one's own in `seeds/`: new, the same again, and another version."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from accordingto.instrument import read
from accordingto.pages.about import asked, told_before
from accordingto.pages.blocks import NotAPage, Origin
from accordingto.pages.folder import DRAFT, keep
from accordingto.pages.page import Page
from accordingto.pages.versions import Change, carried, changes, is_version
from accordingto.readings import Attribution, Case, Quotation, Reading, read_written
from accordingto.readings.records import Defensible
from accordingto.readings.written import written
from accordingto.text import Article, Span

FIRST = "The ferry across the harbour will stop on Sunday, the mayor said on Friday."
SECOND = "“We lost the key,” Rosa Delgado told the council, which had asked for a report."
THIRD = "Officials familiar with the matter said the cracks were known for a year."
ORIGIN = Origin(title="Ferry to stop")


def page(*paragraphs: str) -> Page:
    return Page(paragraphs, (), ORIGIN, ())


def test_a_new_page_is_a_folder_with_a_draft_that_says_so(tmp_path: Path) -> None:
    kept = keep(page(FIRST, SECOND), tmp_path, origin=ORIGIN)
    assert kept.is_new
    assert kept.folder == tmp_path / "ferry-to-stop"
    article, reading = read_written(kept.folder)
    assert article.text == f"{FIRST}\n{SECOND}\n"
    assert reading == read(article)
    assert (kept.folder / "reading.yaml").read_text("utf-8").startswith(DRAFT)
    about = yaml.safe_load((kept.folder / "about.yaml").read_text("utf-8"))
    assert about["origin"]["known"] == ["headline: Ferry to stop"]
    assert about["origin"]["unknown"][:3] == ["outlet", "byline", "date of publication"]


def test_the_same_page_again_is_left_as_it_is(tmp_path: Path) -> None:
    kept = keep(page(FIRST), tmp_path, origin=ORIGIN)
    corrected = kept.folder / "reading.yaml"
    corrected.write_text("article: ferry-to-stop\nreader: you\n", encoding="utf-8")
    again = keep(page(FIRST), tmp_path, origin=ORIGIN, name="other")
    assert (again.folder, again.is_same, again.is_new) == (kept.folder, True, False)
    assert corrected.read_text("utf-8") == "article: ferry-to-stop\nreader: you\n"


def test_another_version_carries_corrections_over_and_keeps_the_one_before(tmp_path: Path) -> None:
    kept = keep(page(FIRST, SECOND, THIRD), tmp_path, origin=ORIGIN)
    article, drafted = read_written(kept.folder)
    first = drafted.attributions[0]
    mine = Reading(
        article=article.id,
        reader="you",
        attributions=(
            Attribution(id="A1", form="indirect", source=first.source, note="mine"),
            Attribution(id="A3", form="summary", source=(article.find("Officials", 3),)),
        ),
    )
    (kept.folder / "reading.yaml").write_text(written(article, mine), encoding="utf-8")
    changed = THIRD.replace("Officials", "Two officials").replace("a year", "two years")
    again = keep(page(SECOND, FIRST, changed), tmp_path, origin=ORIGIN)
    assert again.folder == kept.folder
    now, reading = read_written(kept.folder)
    assert reading.attributions[0].note == "mine"
    assert now[reading.attributions[0].source[0]] == "the mayor"
    assert ("attributions", "A3") in again.lost  # “Officials” begins the sentence no more
    assert any(now[one.source[0]].startswith("Two officials") for one in reading.attributions)
    assert Change(3, THIRD, changed) in again.changed
    earlier = [path.read_text("utf-8") for path in kept.folder.glob("earlier/*/article.txt")]
    assert earlier == [article.text]


def test_a_title_that_is_taken_gets_a_number_and_a_name_that_is_taken_is_refused(
    tmp_path: Path,
) -> None:
    keep(page(FIRST), tmp_path, origin=ORIGIN)
    other = keep(page(THIRD), tmp_path, origin=ORIGIN)
    assert other.folder.name == "ferry-to-stop-2"
    with pytest.raises(NotAPage, match="ferry-to-stop holds another page; choose another --name"):
        keep(page(SECOND), tmp_path, origin=ORIGIN, name="ferry-to-stop")
    for name in ("../out", "Ferry", "a b", "con/x"):
        with pytest.raises(NotAPage, match="is no name for a page"):
            keep(page(SECOND), tmp_path, origin=ORIGIN, name=name)


def test_what_a_page_does_not_say_is_asked_once_and_may_stay_unknown() -> None:
    questions: list[str] = []

    def ask(question: str) -> str:
        questions.append(question)
        return " Harbour News " if "outlet" in question else ""

    told = asked(Origin(title="Ferry", author="Ana"), ask)
    assert told == Origin(title="Ferry", author="Ana", outlet="Harbour News")
    assert len(questions) == 3
    assert all("Enter if the page does not say" in question for question in questions)


def test_what_was_told_of_an_earlier_version_is_known_of_the_next(tmp_path: Path) -> None:
    kept = keep(page(FIRST), tmp_path, origin=Origin(title="Ferry", outlet="Harbour News"))
    now = told_before(kept.folder, Origin(title="Ferry, again"))
    assert now == Origin(title="Ferry, again", outlet="Harbour News")


def test_two_pages_on_one_event_are_no_versions_of_each_other() -> None:
    one, other = Article("a", f"{FIRST}\n{SECOND}\n"), Article("b", f"{THIRD}\n")
    assert is_version(one, Article("c", f"{FIRST}\n{SECOND.replace('key', 'door key')}\n"))
    assert not is_version(one, other)


def test_changes_are_named_by_paragraph() -> None:
    one, other = Article("a", f"{FIRST}\n{SECOND}\n"), Article("b", f"{FIRST}\n{THIRD}\n{SECOND}\n")
    assert changes(one, other) == (Change(2, "", THIRD),)
    assert changes(other, one) == (Change(2, THIRD, ""),)
    assert changes(one, one) == ()


def test_what_points_at_a_lost_record_points_no_more_and_a_case_goes_with_it() -> None:
    before = Article("a", f"{FIRST}\n{SECOND}\n")
    after = Article("a", f"{FIRST}\n“We found the key,” Rosa Delgado told the council.\n")
    quoted = before.find("“We lost the key,”", 2)
    either = Defensible(answer="a", credit=1, reason="")
    reading = Reading(
        article="a",
        reader="you",
        quotations=(Quotation(id="Q1", span=Span(0, 9), attribution="A1"),),
        attributions=(Attribution(id="A1", form="direct", content=(quoted,)),),
        cases=(Case(id="K1", about="A1", question="?", readings=(either,)),),
    )
    brought = carried(reading, before, after, Reading(article="a", reader="machine"))
    assert brought.lost == (("attributions", "A1"),)
    assert brought.reading.quotations == (Quotation(id="Q1", span=Span(0, 9)),)
    assert brought.reading.cases == ()


def test_nothing_is_lost_where_nothing_changed() -> None:
    article = Article("a", f"{FIRST}\n{SECOND}\n{THIRD}\n")
    reading = read(article)
    assert carried(reading, article, article, reading) == (reading, ())
