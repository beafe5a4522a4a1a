"""What brat itself accepts, restated from its reader at commit 44ecd82, and what its users mark."""

from __future__ import annotations

import re

import pytest

from accordingto.formats import FormatError, brat
from accordingto.instrument import read
from accordingto.readings import Attribution, Claim, Quotation, Reading, seed
from accordingto.text import Article, Span

PAGE = Article("page", "“We lost it,” Ana 🦊 Ruiz said.\nThe mayor denies that.")


def accepted(lines: str, text: str) -> None:
    """Assert what brat asks of a file: each rule is one of `annotation.py`, `_parse_ann_file`."""
    ids: set[str] = set()
    for line in lines.splitlines():  # codecs.open: any line end of Unicode's ends one
        name, _, rest = line.partition("\t")
        assert re.fullmatch(r"[TR#]\d+", name)
        assert name not in ids
        ids.add(name)
        data, _, tail = rest.partition("\t")
        if name[0] == "T":
            kind, _, places = data.partition(" ")
            assert re.fullmatch(r"[A-Za-z0-9_-]+", kind)
            pieces = [tuple(map(int, piece.split(" "))) for piece in places.split(";")]
            assert all(0 <= start < end <= len(text) for start, end in pieces)
            words = [text[start:end] for start, end in pieces]
            assert not any("\n" in piece for piece in words)
            assert tail == " ".join(words)
        elif name[0] == "R":
            _, *arguments = data.split()
            roles, marks = zip(*(argument.split(":") for argument in arguments), strict=True)
            assert len(set(roles)) == 2
            assert set(marks) <= ids
        else:
            _, target = data.split()
            assert target in ids


@pytest.mark.parametrize("name", ["white-house-israel-iran", "harbour-ferry", "nap-app-trial"])
def test_brat_accepts_what_is_written(name: str) -> None:
    article, expert = seed(name)
    for reading in (expert, read(article)):
        accepted(brat.standoff(article, reading), article.text)


def test_a_place_over_a_line_end_is_written_in_parts_and_read_as_one() -> None:
    place = Span(14, 40)
    reading = Reading(
        article="page", reader="you", claims=(Claim(id="C1", span=place, kind="event", wanted=""),)
    )
    lines = brat.standoff(PAGE, reading)
    assert lines.splitlines()[0] == "T1\tClaim 14 30;31 40\tAna 🦊 Ruiz said. The mayor"
    accepted(lines, PAGE.text)
    assert brat.from_standoff(lines, PAGE) == reading


def test_two_pieces_are_one_discontinuous_mark_joined_by_one_blank() -> None:
    pieces = (Span(0, 8), Span(9, 13))
    one = Attribution(id="A1", form="direct", content=pieces, cue=(Span(25, 29),))
    lines = brat.standoff(PAGE, Reading(article="page", reader="you", attributions=(one,)))
    assert "T1\tCue 25 29\tsaid\n" in lines or "T1\tContent 0 8;9 13\t“We lost it,”\n" in lines
    accepted(lines, PAGE.text)


MARKED = """\
T1\tQuotation 0 13\t“We lost it,”
T2\tContent 0 13\t“We lost it,”
T3\tSource 14 24\tAna 🦊 Ruiz
T4\tCue 25 29\tsaid
R1\tSource Arg1:T2 Arg2:T3
R2\tCue Arg1:T2 Arg2:T4
T5\tSource 31 40\tThe mayor
T6\tCue 41 47\tdenies
T7\tContent 48 52\tthat
#1\tAnnotatorNotes T7\tmine
"""


def test_what_a_person_marked_in_brat_is_a_reading() -> None:
    reading = brat.from_standoff(MARKED, PAGE)
    assert [(one.id, one.span) for one in reading.quotations] == [("Q01", Span(0, 13))]
    first, second = reading.attributions
    assert (first.form, first.source, first.cue) == ("direct", (Span(14, 24),), (Span(25, 29),))
    assert first.origin is not None
    assert first.origin.name == "Ruiz"
    assert (second.form, second.content) == ("indirect", (Span(48, 52),))


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (
            "T1\tSource 0 99\tx\n",
            "line 1: the mark 0 99 is not in the text, which has 53 characters",
        ),
        ("T1\tSource 5 5\t\n", "line 1: the mark 5 5 is not in the text, which has 53 characters"),
        ("T1 Source 0 4\tx\n", "line 1: expected `T1, tab, Type 0 7, tab, words`"),
        ("T1\tPerson 0 4\t“We \n", "T1: no type is called 'Person'; there are Quotation, Content"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_line(lines: str, sentence: str) -> None:
    with pytest.raises(FormatError) as raised:
        brat.from_standoff(lines, PAGE)
    assert str(raised.value).startswith(sentence)


def test_the_configuration_names_every_type_once() -> None:
    written = brat.configuration()
    entities = written.partition("[entities]\n")[2].partition("[relations]")[0].split()
    assert entities[:4] == ["Quotation", "Content", "Cue", "Source"]
    assert len(entities) == len(set(entities)) == 14


def test_a_reading_without_any_place_is_an_empty_file() -> None:
    assert brat.standoff(PAGE, Reading(article="page", reader="you")) == ""
    assert brat.from_standoff("", PAGE) == Reading(article="page", reader="tool")
    assert Quotation(id="Q1", span=Span(0, 1)).form == "direct"
