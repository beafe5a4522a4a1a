"""What the machine finds in the articles of `seeds/` against the expert, and in any string."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from accordingto import seed
from accordingto.instrument import read
from accordingto.readings import Reading, compare
from accordingto.text import Article, Span

SEED = "white-house-israel-iran"
PIECES = st.sampled_from(
    [
        "“",
        "”",
        "‘",
        "’",
        '"',
        "'",
        " said ",
        " according to ",
        "Bea",
        "he",
        ", ",
        ". ",
        "\n",
        "—",
        "🦊",
        "𝓑",
    ]
)


@pytest.mark.parametrize(
    ("name", "quotations", "precision", "recall"),
    [(SEED, 12, 21 / 21, 21 / 22), ("harbour-ferry", 17, 28 / 29, 28 / 31)],
)
def test_the_machine_against_the_expert(
    name: str, quotations: int, precision: float, recall: float
) -> None:
    article, expert = seed(name)
    machine = read(article)
    marks = compare(article, machine, expert, layer="quotations")
    assert (marks.whole.right, marks.whole.found, marks.whole.wanted) == (quotations,) * 3
    assert marks.slips == ()
    found = compare(article, machine, expert, layer="attributions")
    assert (found.whole.precision, found.whole.recall) == (precision, recall)


def test_a_quotation_that_runs_on_is_two_and_the_nested_one_is_found() -> None:
    article, _ = seed(SEED)
    run_on = {article.paragraph_of(q.span): q for q in read(article).quotations if not q.closed}
    assert list(run_on) == [12]
    carried = next(q for q in read(article).quotations if q.continues)
    assert (carried.continues, article.paragraph_of(carried.span)) == (run_on[12].id, 13)
    nested = next(q for q in read(article).quotations if q.form == "nested")
    assert article[nested.span] == "‘we told them not to do it.’"


def test_the_speaker_is_who_utters_it_and_not_where_it_began() -> None:
    article, expert = seed(SEED)
    wanted = {one.span: one.speaker.split()[-1] for one in expert.quotations if one.speaker}
    found = {one.span: one.speaker.split()[-1] for one in read(article).quotations if one.speaker}
    assert found == {span: name for span, name in wanted.items() if name != "future"}


@pytest.mark.parametrize(
    ("text", "form", "attribution"),
    [
        ("The room fell silent. “We will not wait.”", "orphan", "A01"),
        ("She likes “The Lie of a Life” twice.", "title", None),
        ("“We will wait,” Lund said, the harbour radio reported.", "direct", "A02"),
    ],
)
def test_the_form_of_a_quotation_and_the_innermost_who_speaks(
    text: str, form: str, attribution: str | None
) -> None:
    [found] = read(Article("one", text)).quotations
    assert (found.form, found.attribution) == (form, attribution)


@pytest.mark.parametrize(
    ("paragraph", "origin", "conduits"),
    [
        (8, "Biden and other national security officials", ["CNN, Axios and the New York Times"]),
        (9, "Biden", ["not disclosed"]),
        (10, "Biden", ["Axios"]),
    ],
)
def test_the_chains(paragraph: int, origin: str, conduits: list[str]) -> None:
    article, _ = seed(SEED)
    one = next(
        one
        for one in read(article).attributions
        if one.content and article.paragraph_of(one.content[0]) == paragraph and one.conduits
    )
    assert one.origin is not None
    assert (one.origin.name, [link.name for link in one.conduits]) == (origin, conduits)


def places(reading: Reading) -> list[Span]:
    spans = [quotation.span for quotation in reading.quotations]
    for one in reading.attributions:
        spans += [*one.source, *one.cue, *one.content, *one.venue, *one.evidentials]
        spans += [*one.hedges, *one.boosters, *one.manner]
        links = [*one.conduits, *([one.origin] if one.origin else [])]
        spans += [span for link in links for span in link.spans]
    return spans + [span for reaction in reading.reactions for span in reaction.evidence]


@given(st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=60).map("".join)))
@settings(max_examples=300)
@example("ACCORDING TO ,0")
@example("ACCORDING TO,0")
def test_any_string_gives_places_in_it(text: str) -> None:
    for span in places(read(Article("any", text))):
        assert 0 <= span.start < span.end <= len(text)


@pytest.mark.parametrize(
    "piece", ["“", "said ", "“a” ", ", who ", "Bea said and ", "Bea, ", "'", "according to "]
)
def test_a_hundred_thousand_code_points_of_one_thing_are_read(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    assert all(span.end <= len(text) for span in places(read(Article("long", text))))


def test_reading_is_deterministic() -> None:
    article, _ = seed(SEED)
    assert read(article) == read(Article(article.id, article.text))
