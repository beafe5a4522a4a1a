"""What holds for every article of seeds/, its about.yaml and its expert reading."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from accordingto.content import Content
from accordingto.readings import (
    Attribution,
    Layer,
    Reading,
    compare,
    read_written,
    second_reading,
    seed,
)
from accordingto.text import Article, Span

FOLDERS = sorted(path.parent for path in Content.kit().root.glob("seeds/*/article.txt"))
READ_TWICE = [folder for folder in FOLDERS if (folder / "second.yaml").is_file()]
DOUBLE = re.compile(r"“[^”\n]*(?:”|$)|\"[^\"\n]*\"", re.MULTILINE)
SINGLE = re.compile(r"‘[^’\n]*’(?=,?[” ])|(?<= )'[^'\n]*'(?=,)")


class Origin(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    known: list[str]
    unknown: list[str]


class Actor(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    name: str
    side: str


class About(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    title: str
    invented: bool
    content_note: str
    words: int
    sha256: str
    origin: Origin
    actors: list[Actor]
    rights: str


@pytest.fixture(params=FOLDERS, ids=lambda folder: folder.name)
def folder(request: pytest.FixtureRequest) -> Path:
    return Path(request.param)


@pytest.fixture
def about(folder: Path) -> About:
    return msgspec.convert(yaml.safe_load((folder / "about.yaml").read_text("utf-8")), About)


@pytest.fixture
def material(folder: Path) -> tuple[Article, Reading]:
    return read_written(folder)


@pytest.fixture(
    params=[*FOLDERS, *(folder / "second.yaml" for folder in READ_TWICE)],
    ids=lambda path: f"{path.parent.name} twice" if path.suffix else path.name,
)
def read(request: pytest.FixtureRequest) -> tuple[Article, Reading]:
    """Each article with the expert's reading, and with the second one where there is one."""
    if request.param in FOLDERS:
        return read_written(request.param)
    name = request.param.parent.name
    return seed(name)[0], second_reading(name)


def records(reading: Reading) -> dict[str, Any]:
    layers = msgspec.structs.asdict(reading).values()
    return {record.id: record for layer in layers if isinstance(layer, tuple) for record in layer}


def places(value: Any) -> Iterator[Span]:
    """Every Span in a record, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from places(item)
    elif isinstance(value, msgspec.Struct):
        for field in msgspec.structs.fields(value):
            yield from places(getattr(value, field.name))


def written_paragraphs(folder: Path) -> dict[str, int]:
    """The paragraph that the file gives each record, by its id."""
    layers = yaml.safe_load((folder / "reading.yaml").read_text("utf-8")).values()
    items = [item for layer in layers if isinstance(layer, list) for item in layer]
    return {item["id"]: item["paragraph"] for item in items if "paragraph" in item}


def test_all_articles_are_here() -> None:
    assert [folder.name for folder in FOLDERS] == [
        "harbour-ferry",
        "nap-app-trial",
        "smokehouse-tribunal",
        "white-house-israel-iran",
    ]
    assert [folder.name for folder in READ_TWICE] == ["nap-app-trial", "smokehouse-tribunal"]


def test_about_tells_the_article_byte_for_byte(folder: Path, about: About) -> None:
    page = (folder / "article.txt").read_bytes()
    assert hashlib.sha256(page).hexdigest() == about.sha256
    assert len(page.decode().split()) == about.words


def test_the_content_note_is_one_plain_line(about: About) -> None:
    assert 0 < len(about.content_note) <= 100
    assert "\n" not in about.content_note
    assert "!" not in about.content_note


def test_every_actor_is_named_in_the_article(folder: Path, about: About) -> None:
    page = (folder / "article.txt").read_text("utf-8")
    for actor in about.actors:
        assert actor.name in page
        assert actor.side in page


def test_the_reading_is_the_expert_reading_of_this_article(
    folder: Path, material: tuple[Article, Reading]
) -> None:
    assert (material[1].article, material[1].reader) == (folder.name, "expert")
    assert material == seed(folder.name)


def test_a_second_reading_is_another_readers_of_the_same_article() -> None:
    for folder in READ_TWICE:
        reading = second_reading(folder.name)
        assert (reading.article, reading.reader) == (folder.name, "second")
        assert msgspec.structs.replace(reading, reader="expert") != seed(folder.name)[1]
    with pytest.raises(LookupError, match="'harbour-ferry' has no second reading"):
        second_reading("harbour-ferry")


def test_every_pair_of_marks_is_a_quotation_and_nothing_else_is(
    read: tuple[Article, Reading],
) -> None:
    article, reading = read
    by_marks = [*DOUBLE.finditer(article.text), *SINGLE.finditer(article.text)]
    expected = sorted(Span(*found.span()) for found in by_marks)
    assert [quotation.span for quotation in reading.quotations] == expected


def test_a_quotation_says_whether_it_is_closed_or_nested(
    read: tuple[Article, Reading],
) -> None:
    article, reading = read
    by_id = records(reading)
    for quotation in reading.quotations:
        words = article[quotation.span]
        assert quotation.closed == words.endswith(("”", "’", '"', "'")), quotation.id
        assert (quotation.form == "nested") == (quotation.inside is not None), quotation.id
        unspoken = quotation.form in ("orphan", "scare")
        assert unspoken == (quotation.speaker is None), quotation.id
        if quotation.inside is not None:
            assert by_id[quotation.inside].span.contains(quotation.span), quotation.id


def test_a_quotation_stands_in_the_content_of_its_attribution(
    read: tuple[Article, Reading],
) -> None:
    _, reading = read
    by_id = records(reading)
    for quotation in reading.quotations:
        assert (quotation.attribution is None) == (quotation.form == "scare"), quotation.id
        if quotation.attribution is None:
            continue
        content = by_id[quotation.attribution].content
        assert any(piece.contains(quotation.span) for piece in content), quotation.id


def test_what_is_open_is_carried_on_in_the_next_paragraph(
    read: tuple[Article, Reading],
) -> None:
    article, reading = read
    by_id = records(reading)
    carried = [quotation for quotation in reading.quotations if quotation.continues]
    opened = [quotation.id for quotation in reading.quotations if not quotation.closed]
    assert [quotation.continues for quotation in carried] == opened
    for quotation in carried:
        before = by_id[quotation.continues or ""]
        assert before.speaker == quotation.speaker
        assert article.paragraph_of(quotation.span) == article.paragraph_of(before.span) + 1


def test_an_embedded_attribution_stands_in_the_content_of_the_outer(
    read: tuple[Article, Reading],
) -> None:
    article, reading = read
    by_id = records(reading)
    for attribution in reading.attributions:
        if attribution.embedded_in is None:
            assert not attribution.id.startswith("N")
            continue
        outer = by_id[attribution.embedded_in].content
        for place in (*attribution.cue, *attribution.content):
            assert any(piece.contains(place) for piece in outer), (attribution.id, article[place])


def test_a_refusal_answers_the_question_that_its_sentence_puts(
    read: tuple[Article, Reading],
) -> None:
    """What was asked is then the question's content; a refusal without one has its own."""
    article, reading = read
    by_id = records(reading)
    refusals = [a for a in reading.attributions if a.form == "refusal"]
    assert refusals
    for refusal in refusals:
        assert refusal.verb_class == "negated", refusal.id
        asked = [
            one.id
            for one in reading.attributions
            if one.form == "question"
            and one.embedded_in == refusal.embedded_in
            and same_sentence(article, one, refusal)
        ]
        assert asked == ([refusal.answers] if refusal.answers else []), refusal.id
        if refusal.answers:
            assert by_id[refusal.answers].form == "question"
            assert refusal.content == ()


def same_sentence(article: Article, one: Attribution, other: Attribution) -> bool:
    between = article.text[one.cue[0].end : other.cue[0].start]
    return one.cue[0].end < other.cue[0].start and not re.search(r"[.\n]", between)


def test_only_an_orphan_has_neither_source_nor_cue(read: tuple[Article, Reading]) -> None:
    for attribution in read[1].attributions:
        bare = not attribution.source and not attribution.cue
        assert bare == (attribution.form == "orphan"), attribution.id
        assert attribution.origin is not None, attribution.id


def test_every_record_stands_in_its_paragraph(
    folder: Path, material: tuple[Article, Reading]
) -> None:
    article, reading = material
    expected = written_paragraphs(folder)
    by_id = records(reading)
    assert set(expected) == {name for name, record in by_id.items() if list(places(record))}
    for name, paragraph in expected.items():
        assert min(map(article.paragraph_of, places(by_id[name]))) == paragraph, name


def test_every_case_points_at_a_record_and_can_be_answered_in_full(
    read: tuple[Article, Reading],
) -> None:
    _, reading = read
    known = set(records(reading))
    for case in reading.cases:
        assert case.about in known
        assert case.question.endswith("?")
        answers = [defensible.answer for defensible in case.readings]
        assert len(answers) == len(set(answers)), case.id
        assert max(defensible.credit for defensible in case.readings) == 1, case.id
        assert all(0 <= defensible.credit <= 1 for defensible in case.readings), case.id
        assert all(defensible.reason.strip() for defensible in case.readings), case.id


@pytest.mark.parametrize("folder", READ_TWICE, ids=lambda folder: folder.name)
@pytest.mark.parametrize("layer", ["quotations", "attributions", "reactions", "claims", "faults"])
def test_what_two_readers_call_differently_is_kept_as_a_case(folder: Path, layer: Layer) -> None:
    article, first = seed(folder.name)
    comparison = compare(article, second_reading(folder.name), first, layer=layer)
    parted = {match.wanted.id for match in comparison.matched if not match.same_label}
    by_id = records(first)
    pointers = [case.about for case in first.cases]
    pointers += [by_id[about].attribution for about in pointers if about.startswith("Q")]
    pointers += [q.id for q in first.quotations if q.attribution in pointers]
    assert parted <= set(pointers)
