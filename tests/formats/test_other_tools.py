"""What people mark in tools of their own, and files that are not what they should be."""

from __future__ import annotations

import json
from typing import Any

import pytest

from accordingto.formats import FormatError, tidy, web_annotation, xmi
from accordingto.formats.offsets import Utf16
from accordingto.readings import Attribution, Reading, seed
from accordingto.text import Article, Span

PAGE = Article("page", "“We 🦊 lost it,” Ana Ruiz said.\nThe mayor denies that.")


def tagged(start: int, end: int, *tags: str, exact: str | None = None) -> dict[str, Any]:
    selectors: list[dict[str, Any]] = [
        {"type": "TextPositionSelector", "start": start, "end": end},
        {"type": "TextQuoteSelector", "exact": exact or PAGE.text[start:end]},
    ]
    body = [{"type": "TextualBody", "purpose": "tagging", "value": tag} for tag in tags]
    target = {"source": "page", "selector": selectors}
    return {"id": f"#{start}", "type": "Annotation", "body": body, "target": target}


def test_tags_of_a_web_annotation_tool_make_statements_by_number_or_sentence() -> None:
    items = [
        tagged(16, 24, "source", "7"),
        tagged(0, 15, "content", "7"),
        tagged(31, 40, "Source"),
        tagged(41, 47, "cue"),
        tagged(0, 15, "quotation"),
    ]
    reading = web_annotation.from_annotation_page(items, PAGE)
    assert [(one.id, one.source) for one in reading.attributions] == [
        ("A07", (Span(16, 24),)),
        ("A01", (Span(31, 40),)),
    ]
    assert reading.attributions[0].form == "direct"
    assert reading.quotations[0].span == Span(0, 15)


def test_a_viewer_that_counts_code_units_is_given_them_and_read_in_them() -> None:
    one = Attribution(id="A1", form="direct", source=(Span(16, 24),))
    reading = Reading(article="page", reader="you", attributions=(one,))
    page = web_annotation.annotation_page(PAGE, reading, "utf16")
    place = page["items"][0]["target"][0]["selector"][0]
    assert (place["start"], place["end"]) == (17, 25)  # the fox is two code units
    assert PAGE.text.encode("utf-16-le")[34:50].decode("utf-16-le") == "Ana Ruiz"
    assert web_annotation.from_annotation_page(page, PAGE, "utf16") == reading


def test_a_position_in_half_a_character_is_where_it_begins() -> None:
    units = Utf16("a🦊b")
    assert [units.units(Span(at, at)).start for at in range(4)] == [0, 1, 3, 4]
    assert [units.points(Span(at, at)).start for at in range(5)] == [0, 1, 1, 2, 3]


def test_words_find_their_place_again_where_positions_have_moved() -> None:
    moved = tagged(2, 10, "source", exact="Ana Ruiz")
    reading = web_annotation.from_annotation_page([moved], PAGE)
    assert reading.attributions[0].source == (Span(16, 24),)


@pytest.mark.parametrize(
    ("page", "sentence"),
    [
        ({"type": "Annotation"}, "expected an AnnotationPage with `items`"),
        ([tagged(0, 3, "verb")], "annotation #0: expected a tag, one of quotation, source"),
        ([tagged(0, 3, "cue", exact="nowhere")], "annotation #0: its words do not stand at"),
        (
            [{**tagged(0, 3, "cue"), "target": {"selector": {"type": "TextPositionSelector"}}}],
            "annotation #0: no position",
        ),
    ],
)
def test_what_is_no_annotation_of_the_page_is_said(page: Any, sentence: str) -> None:
    with pytest.raises(FormatError) as raised:
        web_annotation.from_annotation_page(page, PAGE)
    assert str(raised.value).startswith(sentence)


def test_cassis_reads_the_file_with_the_words_at_their_places() -> None:
    import io

    from cassis import load_cas_from_xmi, load_typesystem

    article, reading = seed("nap-app-trial")
    types = load_typesystem(io.BytesIO(xmi.type_system().to_xml().encode()))
    written = xmi.to_xmi(article, reading).encode()
    cas = load_cas_from_xmi(io.BytesIO(written), typesystem=types)
    cues = [mark.get_covered_text() for mark in cas.select(xmi.MARK) if mark.field == "cue"]
    places = sorted(piece for one in reading.attributions for piece in one.cue)
    assert cues == [article[piece] for piece in places]


def test_xmi_of_another_text_and_what_is_no_xmi_are_said() -> None:
    article, reading = seed("nap-app-trial")
    written = xmi.to_xmi(article, reading).encode()
    with pytest.raises(FormatError, match="page: the file is about another text"):
        xmi.from_xmi(written, PAGE)
    with pytest.raises(FormatError, match="not CAS XMI: "):
        xmi.from_xmi(b"<xml>", PAGE)
    with pytest.raises(FormatError, match=r"odd: XML cannot hold the sign U\+0007 at 3"):
        xmi.to_xmi(Article("odd", "odd\a"), Reading(article="odd", reader="you"))


def test_a_cell_that_a_spreadsheet_would_compute_is_guarded_and_read_back() -> None:
    article = Article("page", "=1+1 said Ana.")
    one = Attribution(id="A1", form="indirect", content=(Span(0, 4),), note="=HYPERLINK()")
    reading = Reading(article="page", reader="you", attributions=(one,))
    rows = tidy.table(article, reading).splitlines()
    assert rows[1] == "page,you,attributions,A1,note,'=HYPERLINK(),,,"
    assert rows[3] == "page,you,attributions,A1,content,,0,4,'=1+1"
    assert tidy.from_table(tidy.table(article, reading), article) == reading


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (",,attributions,A1,cue,,x,9,", "row 2: expected two offsets, got 'x' and '9'"),
        (",,words,A1,cue,,1,9,", "row 2: no layer of a reading is called 'words'"),
        (",,attributions,A1,cue,,1,999,", "page: a mark ends at 999, and the text at 53"),
        (",,attributions,A1,verb,,1,2,", "no record has a place called 'verb'"),
        (",,attributions,A1,origin,?,,,", "row 2: expected JSON for origin, got '?'"),
        (",,attributions,A1,form,odd,,,", "page: Invalid enum value 'odd'"),
    ],
)
def test_a_row_that_cannot_be_read_is_said(row: str, sentence: str) -> None:
    with pytest.raises(FormatError) as raised:
        tidy.from_table(f"{','.join(tidy.COLUMNS)}\n{row}\n", PAGE)
    assert str(raised.value).startswith(sentence)
    with pytest.raises(FormatError, match="the table has no column"):
        tidy.from_table("a,b\n1,2\n", PAGE)


def test_json_of_a_page_is_plain_json() -> None:
    article, reading = seed("harbour-ferry")
    assert json.loads(json.dumps(web_annotation.annotation_page(article, reading)))["type"]
