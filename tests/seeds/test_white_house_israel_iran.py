"""The article of the lessons: its bytes, and what its expert reading says word for word."""

from __future__ import annotations

import hashlib
from collections import Counter

import pytest
import yaml

from accordingto.content import Content
from accordingto.readings import seed

FOLDER = Content.kit().root / "seeds" / "white-house-israel-iran"
ARTICLE, READING = seed(FOLDER.name)
QUOTATIONS = {quotation.id: quotation for quotation in READING.quotations}
ATTRIBUTIONS = {attribution.id: attribution for attribution in READING.attributions}


def test_the_article_is_as_given() -> None:
    digest = hashlib.sha256((FOLDER / "article.txt").read_bytes()).hexdigest()
    assert digest == "729180e2b46cc4220c60e9b1df4c691a5cf62df8ed9a46d5f66c059d2bee23f4"


def test_about_says_what_is_missing_and_whose_it_is() -> None:
    about = yaml.safe_load((FOLDER / "about.yaml").read_text("utf-8"))
    assert about["invented"] is False
    assert {"headline", "byline", "outlet", "place line", "link"} <= set(about["origin"]["unknown"])
    assert "neither licence" in about["rights"]


def test_how_much_there_is() -> None:
    assert len(ARTICLE.paragraphs) == 15
    assert len(READING.quotations) == 12
    assert list(ATTRIBUTIONS) == [f"A{n:02}" for n in range(1, 24)] + [f"N{n}" for n in range(1, 7)]
    assert [reaction.id for reaction in READING.reactions] == [f"R{n}" for n in range(1, 16)]
    assert [claim.id for claim in READING.claims] == [f"U{n:02}" for n in range(1, 15)]
    assert [fault.id for fault in READING.faults] == [f"F{n:02}" for n in range(1, 10)]
    assert [case.id for case in READING.cases] == [f"C{n:02}" for n in range(1, 23)]


def test_the_twelve_quotations() -> None:
    """Paragraph, kind, speaker and words of each; eleven in double marks, one nested."""
    told = [
        (
            quotation.id,
            ARTICLE.paragraph_of(quotation.span),
            quotation.form,
            quotation.speaker,
            len(ARTICLE.words_in(quotation.span)),
        )
        for quotation in READING.quotations
    ]
    assert told == [
        ("Q01", 4, "direct", "Kirby", 28),
        ("Q02", 4, "direct", "Kirby", 11),
        ("Q03", 5, "mixed", "Biden", 2),
        ("Q04", 6, "mixed", "Biden", 8),
        ("Q05", 6, "mixed", "Biden", 2),
        ("Q06", 7, "orphan", None, 6),
        ("Q07", 10, "direct", "Biden", 7),
        ("Q08", 12, "mixed", "Rubio", 24),
        ("Q09", 13, "direct", "Rubio", 14),
        ("Q10", 13, "direct", "Rubio", 28),
        ("Q11", 13, "nested", "the White House, in an imagined future", 7),
        ("Q12", 15, "direct", "Kirby", 54),
    ]


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Q02", "“As the president said, we don’t seek a war with Iran.”"),
        ("Q03", "“a mistake”"),
        ("Q05", "“unprecedented attacks”"),
        ("Q06", "“diplomatic response to Iran’s brazen attack”"),
        ("Q07", "“You got a win. Take the win,”"),
        ("Q09", "“They know that Israel is going to respond. They know this for a fact,”"),
        ("Q11", "‘we told them not to do it.’"),
    ],
)
def test_a_quotation_in_its_exact_words(name: str, words: str) -> None:
    assert ARTICLE[QUOTATIONS[name].span] == words


def test_the_open_quotation_is_carried_on() -> None:
    assert not QUOTATIONS["Q08"].closed
    assert ARTICLE[QUOTATIONS["Q08"].span].startswith("“appease these so-called")
    assert ARTICLE[QUOTATIONS["Q08"].span].endswith("drones against Israel.")
    assert QUOTATIONS["Q09"].continues == "Q08"
    assert QUOTATIONS["Q11"].inside == "Q10"


def test_words_between_double_marks_by_speaker() -> None:
    spoken: Counter[str | None] = Counter()
    for quotation in READING.quotations:
        if quotation.inside is None:
            spoken[quotation.speaker] += len(ARTICLE.words_in(quotation.span))
    assert spoken == {"Kirby": 93, "Rubio": 66, "Biden": 19, None: 6}
    assert spoken.total() == 184


@pytest.mark.parametrize(
    ("name", "source", "cue", "content"),
    [
        (
            "A02",
            "US officials",
            "making it clear",
            "the US will not support further military action",
        ),
        ("A06", "Biden", "escalated criticism", None),
        ("A07", "Biden", "calling", "the prime minister’s handling of the matter “a mistake”"),
        (
            "A08",
            "Joe Biden",
            "describing",
            "“America’s ironclad commitment to the security of Israel”",
        ),
        ("A11", None, None, "“diplomatic response to Iran’s brazen attack”"),
        (
            "A13",
            "Biden and other national security officials",
            "have told",
            "they would not join further military action against Iran",
        ),
        (
            "A14",
            "Biden",
            "told",
            "Israel should ultimately see the successful defense against nearly 300 drones and "
            "missiles as a victory",
        ),
        ("A15", "Biden", "told", "“You got a win. Take the win,”"),
        (
            "A16",
            "Iran",
            "has warned",
            "it will respond with an even stronger attack if Israel or the United States "
            "retaliates",
        ),
        (
            "A21",
            "NBC’s Kristen Welker",
            "Pressed by",
            "whether Biden trusted Netanyahu’s judgment on how to respond to Israel’s attack",
        ),
        ("A22", "Kirby", "declined to say", None),
    ],
)
def test_an_attribution_in_its_exact_words(
    name: str, source: str | None, cue: str | None, content: str | None
) -> None:
    record = ATTRIBUTIONS[name]
    found = [
        next((ARTICLE[span] for span in spans), None)
        for spans in (record.source, record.cue, record.content)
    ]
    assert found == [source, cue, content]


@pytest.mark.parametrize(
    ("name", "chain"),
    [
        ("A05", [("the president", "named official"), ("Kirby", "named official")]),
        # A written statement and a programme are where words stand; they pass nothing on.
        ("A08", [("Joe Biden", "named official")]),
        (
            "A12",
            [
                ("Biden and other national security officials", "named official"),
                ("CNN, Axios and the New York Times", "outlet"),
            ],
        ),
        ("A14", [("Biden", "named official"), ("not disclosed", "undisclosed")]),
        ("A15", [("Biden", "named official"), ("Axios", "outlet")]),
    ],
)
def test_a_chain_from_the_origin_to_this_page(name: str, chain: list[tuple[str, str]]) -> None:
    record = ATTRIBUTIONS[name]
    assert record.origin is not None
    links = [record.origin, *record.conduits]
    assert [(link.name, link.type) for link in links] == chain
    assert [bool(link.spans) for link in links] == [kind != "undisclosed" for _, kind in chain]


def test_what_the_outlets_reported_begins_after_but() -> None:
    words = ARTICLE[ATTRIBUTIONS["A12"].content[0]]
    assert words.startswith("privately, Biden")
    assert words.endswith("action against Iran")
    assert ATTRIBUTIONS["A13"].embedded_in == "A12"


def test_evidentials_stand_in_paragraphs_9_and_10() -> None:
    found = {
        record.id: [ARTICLE[span] for span in record.evidentials]
        for record in READING.attributions
        if record.evidentials
    }
    assert found == {"A14": ["reportedly"], "A15": ["reportedly", "according to"]}


def test_where_careful_readers_part_evenly() -> None:
    """The orphan's two inferences earn alike, and so do both readings of the open mark."""
    granted = {case.id: {r.answer: r.credit for r in case.readings} for case in READING.cases}
    assert granted["C06"]["Biden"] == granted["C06"]["leaders of the G7 countries"] == 0.5
    assert granted["C13"] == {"a convention": 1, "an error": 1}
    assert granted["C07"]["it cannot be told"] == 1


def test_two_faults_are_certain() -> None:
    certain = [ARTICLE[fault.span] for fault in READING.faults if fault.certainty == "certain"]
    assert certain == ["the complex and relationship", "the growing humanitarian in crisis"]
