from accordingto.readings import (
    Attribution,
    Claim,
    Fault,
    Mark,
    Quotation,
    Reaction,
    Reading,
    marks,
)
from accordingto.readings.marks import words_of
from accordingto.text import Article, Span

READING = Reading(
    article="invented",
    reader="one",
    quotations=(Quotation(id="Q1", span=Span(0, 3), form="scare"),),
    attributions=(
        Attribution(id="A1", form="direct", cue=(Span(4, 5),), content=(Span(0, 1), Span(2, 3))),
        Attribution(id="A2", form="refusal", cue=(Span(4, 5),)),
        Attribution(id="A3", form="indirect", content=(Span(0, 1),), embedded_in="A1"),
        Attribution(id="A4", form="summary"),
    ),
    reactions=(
        Reaction(id="R1", actor="a", target="b", stance="urge", evidence=(Span(6, 7),)),
        Reaction(id="R2", actor="a", target="b", stance="warn"),
    ),
    claims=(Claim(id="C1", span=Span(1, 2), kind="event", wanted="who counted"),),
    faults=(Fault(id="F1", span=Span(2, 3), wrong="spelling", certainty="likely"),),
)


def test_a_quotation_is_placed_by_its_span_and_called_by_its_form() -> None:
    assert marks(READING, "quotations") == (Mark("Q1", (Span(0, 3),), "scare"),)


def test_an_attribution_is_placed_by_its_content_or_cue_and_an_embedded_one_is_no_mark() -> None:
    assert marks(READING, "attributions") == (
        Mark("A1", (Span(0, 1), Span(2, 3)), "direct"),
        Mark("A2", (Span(4, 5),), "refusal"),
    )


def test_a_reaction_is_placed_by_its_evidence_and_without_it_is_no_mark() -> None:
    assert marks(READING, "reactions") == (Mark("R1", (Span(6, 7),), "urge"),)


def test_claims_and_faults_are_called_by_kind_and_certainty() -> None:
    assert marks(READING, "claims") == (Mark("C1", (Span(1, 2),), "event"),)
    assert marks(READING, "faults") == (Mark("F1", (Span(2, 3),), "likely"),)


def test_the_words_of_a_mark_are_those_that_lie_wholly_in_one_of_its_pieces() -> None:
    article = Article("invented", "one two three four")
    assert words_of(article, Mark("1", (Span(0, 7), Span(9, 18)))) == {0, 1, 3}
