"""What a sentence would be as a statement, for a person who puts in one that no rule found."""

from __future__ import annotations

from itertools import pairwise

import pytest

from accordingto.instrument.proposals import by_hand, proposals
from accordingto.readings import read_written
from accordingto.text import Article, Span
from made_lessons import INVENTED, PAGES, SEEDS, of_the_kit

PARTS = {
    "The judge, Beatrix Amadi, warned the jurors not to look anything up.": (
        "The judge, Beatrix Amadi,",
        "warned",
        "the jurors not to look anything up",
    ),
    "“We lost the key,” Rosa Delgado told the council.": (
        "Rosa Delgado",
        "told",
        "“We lost the key,”",
    ),
    "“We lost the key,” said Rosa Delgado.": ("Rosa Delgado", "said", "“We lost the key,”"),
    "According to the county’s ecologist, Dr Maeve Tolland, two kinds of bat feed there.": (
        "the county’s ecologist, Dr Maeve Tolland",
        "According to",
        "two kinds of bat feed there",
    ),
    "Two kinds of bat feed there, according to a report by Ann Berg.": (
        "a report by Ann Berg",
        "according to",
        "Two kinds of bat feed there",
    ),
    "The firm gave money to a rival last year, two scientists who know of it said.": (
        "two scientists who know of it",
        "said",
        "The firm gave money to a rival last year",
    ),
    "According to plan.": ("", "", "According to plan"),
    "It rained.": ("", "", "It rained"),
    "Rain, all day.": ("", "", "Rain, all day"),
}


@pytest.mark.parametrize("sentence", PARTS)
def test_source_cue_and_content_of_a_sentence(sentence: str) -> None:
    article = Article("page", f"{sentence}\n")
    [found] = proposals(article)
    assert article[found.sentence] == sentence
    parts = (found.source, found.cue, found.content)
    assert tuple(article[one] if one else "" for one in parts) == PARTS[sentence]


def pages() -> list[Article]:
    named = [read_written(PAGES / name)[0] for name in INVENTED]
    return [*named, *(of_the_kit(name).article for name in SEEDS)]


@pytest.mark.parametrize("article", pages(), ids=lambda one: one.id)
def test_the_parts_stand_apart_from_each_other_in_their_sentence(article: Article) -> None:
    found = list(proposals(article))
    assert len(found) >= len(article.paragraphs)
    for one in found:
        parts = [part for part in (one.source, one.cue, one.content) if part]
        assert all(one.sentence.contains(part) and len(part) for part in parts)
        assert not any(a.overlaps(b) for a in parts for b in parts if a != b)
    assert all(a.sentence.end <= b.sentence.start for a, b in pairwise(found))


def test_what_is_put_in_has_the_form_and_the_class_that_its_words_tell() -> None:
    article = Article(
        "page",
        "Rosa Delgado, the mayor, warned the crew not to sail.\n"
        "“We lost the key,” she told the council, and called it “a shame” later.\n",
    )

    def put(words: str, *beside: str) -> tuple[str, str | None, str | None]:
        spans = [
            article.find(one, 1 if one in article[article.paragraphs[0]] else 2)
            for one in (words, *beside)
        ]
        source, cue = ((spans[1],), (spans[2],)) if beside else ((), ())
        one = by_hand(article, spans[0], source, cue)
        return one.form, one.verb_class, one.origin.name if one.origin else None

    warned = put("the crew not to sail", "Rosa Delgado, the mayor,", "warned")
    assert warned == ("indirect", "illocutionary", "Rosa Delgado")
    assert put("“We lost the key,”") == ("direct", None, None)
    assert put("it “a shame”") == ("mixed", None, None)
    assert by_hand(article, Span(0, 4), (), ()).content == (Span(0, 4),)
