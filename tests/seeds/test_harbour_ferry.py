"""The invented article: it says so, has the parts of the other, and treats two parties alike."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml

from accordingto.content import Content
from accordingto.readings import seed

FOLDER = Content.kit().root / "seeds" / "harbour-ferry"
ARTICLE, READING = seed(FOLDER.name)
ATTRIBUTIONS = {attribution.id: attribution for attribution in READING.attributions}
MODEL = seed("white-house-israel-iran")


def test_its_first_line_says_that_it_is_invented() -> None:
    assert ARTICLE.text.startswith("This article was invented for teaching")
    about = yaml.safe_load((FOLDER / "about.yaml").read_text("utf-8"))
    assert about["invented"] is True
    assert "invented" in about["content_note"]


def test_how_much_there_is() -> None:
    assert len(ARTICLE.paragraphs) == 18
    assert len(READING.quotations) == 17
    assert list(ATTRIBUTIONS) == [f"A{n:02}" for n in range(1, 33)] + [
        f"N{n}" for n in range(1, 10)
    ]
    assert [reaction.id for reaction in READING.reactions] == [f"R{n}" for n in range(1, 21)]
    assert [claim.id for claim in READING.claims] == [f"U{n:02}" for n in range(1, 14)]
    assert [fault.id for fault in READING.faults] == [f"F{n:02}" for n in range(1, 7)]
    assert [case.id for case in READING.cases] == [f"C{n:02}" for n in range(1, 25)]


def test_it_shares_no_five_words_in_a_row_with_the_other_article() -> None:
    def fives(words: list[str]) -> set[tuple[str, ...]]:
        return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}

    ours, theirs = (
        [article[word].lower() for word in article.words] for article in (ARTICLE, MODEL[0])
    )
    assert not fives(ours) & fives(theirs)


def test_it_has_every_kind_of_thing_that_the_other_has() -> None:
    other = MODEL[1]
    assert {q.form for q in other.quotations} == {q.form for q in READING.quotations}
    assert {a.form for a in other.attributions} == {a.form for a in READING.attributions}
    assert {a.verb_class for a in other.attributions} == {
        a.verb_class for a in READING.attributions
    }
    assert {r.stance for r in other.reactions} == {r.stance for r in READING.reactions}
    assert {c.kind for c in other.claims} == {c.kind for c in READING.claims}


def test_words_between_double_marks_by_speaker() -> None:
    spoken: Counter[str | None] = Counter()
    for quotation in READING.quotations:
        if quotation.inside is None:
            spoken[quotation.speaker] += len(ARTICLE.words_in(quotation.span))
    assert spoken == {"Abiola": 66, "Harrow": 54, "Okoro": 26, "Brandt": 23, "Vasko": 18, None: 6}


@pytest.mark.parametrize(
    ("harbour_list", "open_water", "form"),
    [
        ("A03", "A04", "indirect"),
        ("A23", "A19", "summary"),
        ("A24", "A20", "mixed"),
        ("A25", "A21", "direct"),
        ("A26", "A22", "direct"),
        ("A27", "A29", "question"),
        ("A28", "A30", "refusal"),
        ("A31", "A32", "direct"),
        ("N6", "N5", "indirect"),
        ("N7", "N4", "direct"),
    ],
)
def test_what_is_asked_of_one_party_can_be_asked_of_the_other(
    harbour_list: str, open_water: str, form: str
) -> None:
    one, other = ATTRIBUTIONS[harbour_list], ATTRIBUTIONS[open_water]
    assert one.form == other.form == form
    assert one.verb_class == other.verb_class
    assert [len(one.content), len(one.cue)] == [len(other.content), len(other.cue)]


def test_the_speakers_of_each_party_react_as_those_of_the_other_do() -> None:
    def reactions(*people: str) -> Counter[str]:
        return Counter(r.stance for r in READING.reactions if r.actor in people)

    both = {"accuse": 2, "support": 1, "condemn": 1, "withhold": 1}
    assert reactions("Abiola", "Brandt") == reactions("Okoro", "Harrow") == both


@pytest.mark.parametrize(
    ("paraphrase", "own_words", "strong", "weak"),
    [
        (
            "A03",
            "A31",
            "the town would hold fares down",
            "helping Tidewise to hold down its own fares",
        ),
        (
            "A04",
            "A32",
            "would bring the early boat back",
            "pressing Tidewise to bring its early boat",
        ),
    ],
)
def test_for_both_parties_the_paraphrase_is_stronger_than_their_own_words(
    paraphrase: str, own_words: str, strong: str, weak: str
) -> None:
    assert strong in ARTICLE[ATTRIBUTIONS[paraphrase].content[0]]
    assert weak in ARTICLE[ATTRIBUTIONS[own_words].content[0]]


@pytest.mark.parametrize(
    ("name", "chain"),
    [
        ("A06", [("the mayor", "named official"), ("Abiola", "named official")]),
        (
            "A13",
            [
                ("Vasko and other transport officials", "named official"),
                ("Radio Wrenmouth, Holm Television and the Wrenmouth Post", "outlet"),
            ],
        ),
        ("A15", [("Vasko", "named official"), ("not disclosed", "undisclosed")]),
        ("A16", [("Vasko", "named official"), ("the Wrenmouth Post", "outlet")]),
        ("A18", [("a deckhand", "unnamed person")]),
    ],
)
def test_a_chain_from_the_origin_to_this_page(name: str, chain: list[tuple[str, str]]) -> None:
    record = ATTRIBUTIONS[name]
    assert record.origin is not None
    assert [(link.name, link.type) for link in (record.origin, *record.conduits)] == chain


@pytest.mark.parametrize(
    ("name", "source", "cue", "content"),
    [
        (
            "A02",
            "Town officials in Wrenmouth",
            "making plain",
            "the town will not pay for cheaper tickets",
        ),
        ("A08", "Vasko", "calling", "Dahl’s summer plan “a muddle”"),
        (
            "A14",
            "Vasko and other transport officials",
            "have told",
            "they would not pay for a later boat",
        ),
        (
            "A18",
            "One deckhand, who asked not to be named,",
            "said",
            "the pier lights were off at nine",
        ),
        ("A29", "Reyes", "Pressed by", "who would pay for the early boat"),
    ],
)
def test_an_attribution_in_its_exact_words(name: str, source: str, cue: str, content: str) -> None:
    record = ATTRIBUTIONS[name]
    found = [ARTICLE[spans[0]] for spans in (record.source, record.cue, record.content)]
    assert found == [source, cue, content]


def test_though_is_no_part_of_what_was_reported() -> None:
    pieces = [ARTICLE[piece] for piece in ATTRIBUTIONS["A13"].content]
    assert pieces[0] == "Privately"
    assert pieces[1].startswith("Vasko and other")
