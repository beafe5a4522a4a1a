"""A reading written in a format and read back is the same reading, whatever it holds."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.formats import brat, tidy, web_annotation, xmi
from accordingto.instrument import read
from accordingto.pages.correcting import AnyDeed, corrected, replay
from accordingto.pages.correcting.deeds import Add, Drop, Hand, Join, Otherwise, Trace
from accordingto.readings import Attribution, Case, Claim, Link, Quotation, Reading, seed
from accordingto.readings.records import Defensible
from accordingto.text import Article, Span

SEEDS = ("white-house-israel-iran", "harbour-ferry", "nap-app-trial", "smokehouse-tribunal")
Round = Callable[[Article, Reading], Reading]


def by_web(article: Article, reading: Reading) -> Reading:
    page = json.loads(json.dumps(web_annotation.annotation_page(article, reading)))
    return web_annotation.from_annotation_page(page, article)


def by_web_in_code_units(article: Article, reading: Reading) -> Reading:
    page = json.loads(json.dumps(web_annotation.annotation_page(article, reading, "utf16")))
    return web_annotation.from_annotation_page(page, article, "utf16")


def by_brat(article: Article, reading: Reading) -> Reading:
    return brat.from_standoff(brat.standoff(article, reading), article)


def by_xmi(article: Article, reading: Reading) -> Reading:
    return xmi.from_xmi(xmi.to_xmi(article, reading).encode(), article)


def by_table(article: Article, reading: Reading) -> Reading:
    return tidy.from_table(tidy.table(article, reading), article)


ROUNDS: list[Round] = [by_web, by_web_in_code_units, by_brat, by_xmi, by_table]


@pytest.mark.parametrize("there_and_back", ROUNDS)
@pytest.mark.parametrize("name", SEEDS)
def test_the_readings_of_the_kits_pages(name: str, there_and_back: Round) -> None:
    article, expert = seed(name)
    for reading in (expert, read(article)):
        assert there_and_back(article, reading) == reading


TEXT = st.text(st.sampled_from("ab 🦊𝓑“”'\"=\n\r\u2028é,;\t"), min_size=4, max_size=40).filter(
    str.strip
)
WORDS = st.text(st.sampled_from("ab=-+@'\"{}[]\n ,🦊"), max_size=8)


@st.composite
def read_pages(draw: st.DrawFn) -> tuple[Article, Reading]:
    article = Article("invented", draw(TEXT))
    ends = st.integers(0, len(article.text))
    spans = st.builds(lambda one, other: Span(min(one, other), max(one, other)), ends, ends)
    places = st.lists(spans, max_size=3).map(tuple)
    links = st.builds(
        Link, name=WORDS, type=st.sampled_from(["document", "undisclosed"]), spans=places
    )
    attributions = [
        Attribution(
            id=f"A{number:02}",
            form=draw(st.sampled_from(["direct", "indirect", "mixed"])),
            note=draw(WORDS),
            source=draw(places),
            cue=draw(places),
            content=draw(places),
            venue=draw(places),
            origin=draw(st.none() | links),
            conduits=tuple(draw(st.lists(links, max_size=2))),
        )
        for number in range(draw(st.integers(0, 3)))
    ]
    quotation = Quotation(id="Q01", span=Span(0, 1), closed=draw(st.booleans()))
    claim = Claim(id="C01", span=draw(spans), kind="event", wanted=draw(WORDS))
    case = Case(
        id="K01",
        about="Q01",
        question=draw(WORDS),
        readings=(Defensible(answer="a", credit=0.5, reason=draw(WORDS)),),
    )
    return article, Reading(
        article="invented",
        reader="machine",
        quotations=(quotation,),
        attributions=tuple(attributions),
        claims=(claim,),
        cases=(case,),
    )


@pytest.mark.parametrize("there_and_back", ROUNDS)
@given(page=read_pages())
def test_any_reading_of_any_text(page: tuple[Article, Reading], there_and_back: Round) -> None:
    article, reading = page
    if article.text[0] in "\n\r\u2028" and there_and_back is by_brat:
        return  # no mark at all may be possible, and then brat's file is empty
    assert there_and_back(article, reading) == reading


@pytest.mark.parametrize("there_and_back", ROUNDS)
def test_a_reading_that_was_corrected(there_and_back: Round) -> None:
    """With what only a person puts in: gaps, other readings, statements of one's own."""
    article, _ = seed("harbour-ferry")
    draft = read(article)
    first, second, third, fourth, fifth, *_ = (one.id for one in replay(article, draft, []).outer)
    other = Defensible(answer="a summary", credit=0.5, reason="No words are given (1).")
    gap = Hand(name="not disclosed", type="undisclosed")
    deeds: list[AnyDeed] = [
        Otherwise(id=first, readings=(other,)),
        Drop(id=second),
        Join(one=third, other=fourth),
        Trace(id=fifth, origin=Hand(name="Zoe 🦊", type="unnamed person"), conduits=(gap,)),
        Add(content=article.words[5]),
    ]
    reading = corrected(replay(article, draft, deeds))
    assert there_and_back(article, reading) == reading
