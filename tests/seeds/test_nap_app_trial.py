"""The page on a study: it is no twin, says that it is invented, and has a number that shrinks."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml

from accordingto.content import Content
from accordingto.readings import second_reading, seed

FOLDER = Content.kit().seed("nap-app-trial")
ARTICLE, READING = seed(FOLDER.name)
ATTRIBUTIONS = {attribution.id: attribution for attribution in READING.attributions}


def test_it_says_that_it_is_invented_and_written_unseen() -> None:
    assert ARTICLE.text.startswith("Invented for teaching: no such place")
    about = yaml.safe_load((FOLDER / "about.yaml").read_text("utf-8"))
    assert about["invented"] is True
    assert any("before its writer had seen" in line for line in about["origin"]["known"])


def test_how_much_there_is() -> None:
    assert len(ARTICLE.paragraphs) == 12
    assert len(READING.quotations) == 14
    assert Counter(name[0] for name in ATTRIBUTIONS) == {"A": 28, "N": 4}
    assert len(READING.reactions) == 13
    assert len(READING.claims) == 10
    assert [case.id for case in READING.cases] == [f"C{n:02}" for n in range(1, 35)]


def test_words_between_double_marks_by_speaker() -> None:
    spoken: Counter[str | None] = Counter()
    for quotation in READING.quotations:
        if quotation.inside is None:
            spoken[quotation.speaker] += len(ARTICLE.words_in(quotation.span))
    assert spoken.most_common(4) == [
        ("Lindqvist", 39),
        ("Oyelaran", 36),
        ("Vasconcelos", 17),
        ("Nygaard-Tann", 16),
    ]
    assert spoken[None] == 2


def test_the_number_that_shrinks() -> None:
    """Sixty per cent of what: the counts come four paragraphs later, and bear it out."""
    assert "by 60%" in ARTICLE[ARTICLE.paragraphs[1]]
    assert "five of 42 people" in ARTICLE[ARTICLE.paragraphs[5]]
    assert ARTICLE[ARTICLE.paragraphs[5]].endswith("Among the 42 app users it was two.")
    assert (5 - 2) / 5 == 0.6


@pytest.mark.parametrize(
    ("name", "origin", "conduits"),
    [
        ("A01", "the University of Vellingsea", []),
        ("A03", "Ifeoma Lindqvist", ["the university’s press release"]),
        ("A21", "not disclosed", []),
    ],
)
def test_a_chain_from_the_origin_to_this_page(name: str, origin: str, conduits: list[str]) -> None:
    record = ATTRIBUTIONS[name]
    assert record.origin is not None
    assert record.origin.name == origin
    assert [link.name for link in record.conduits] == conduits


def test_a_question_that_is_answered_and_refusals_that_answer_none() -> None:
    assert ATTRIBUTIONS["A20"].answers == "A19"
    refusals = [one.id for one in READING.attributions if one.form == "refusal"]
    assert refusals == ["A22", "A25"]


def test_the_second_reader_calls_two_quotations_otherwise() -> None:
    first = {quotation.id: quotation.form for quotation in READING.quotations}
    second = {q.id: q.form for q in second_reading(FOLDER.name).quotations}
    parted = {name: (form, second[name]) for name, form in first.items() if form != second[name]}
    assert parted == {"Q01": ("orphan", "scare"), "Q11": ("direct", "mixed")}
