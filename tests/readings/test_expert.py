from collections.abc import Callable
from pathlib import Path

import pytest

from accordingto.content import Content
from accordingto.readings import (
    Attribution,
    Case,
    Claim,
    Defensible,
    Fault,
    Link,
    Quotation,
    Reaction,
    Reading,
    from_json,
    read_written,
    seed,
    to_json,
)
from accordingto.text import Span
from accordingto.yamlfile import ContentError

PAGE = "𝓑ea said the ferry sails.\r\n\r\n“It sails,” said Cy. She said no 🦊.  \r\nNobody said why"
HEAD = "article: ferry\nreader: expert\n"

Write = Callable[[str], Path]


@pytest.fixture
def written(tmp_path: Path) -> Write:
    def write(reading: str) -> Path:
        folder = tmp_path / "seeds" / "ferry"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "article.txt").write_bytes(PAGE.encode())
        (folder / "reading.yaml").write_text(HEAD + reading, encoding="utf-8")
        return folder

    return write


WHOLE = """\
quotations:
  - {id: Q1, paragraph: 2, span: "“It sails,”", speaker: Cy, attribution: A2}
attributions:
  - id: A1
    form: indirect
    paragraph: 1
    source: 𝓑ea
    cue: said
    content: [the ferry, sails]
    origin: {name: Bea, type: named person, spans: 𝓑ea}
    conduits:
      - {name: the page, type: outlet}
      - {name: Cy, type: named person, spans: {words: Cy, paragraph: 2}}
  - id: A2
    form: direct
    paragraph: 2
    cue: {words: said, in: said Cy}
reactions:
  - {id: R1, paragraph: 2, actor: she, target: Cy, stance: refuse, evidence: no 🦊}
claims:
  - {id: C1, paragraph: 3, span: Nobody, kind: assessment, wanted: who asked}
faults:
  - {id: F1, paragraph: 3, span: why, wrong: no full stop, certainty: certain}
cases:
  - id: X1
    about: A1
    question: who?
    readings: [{answer: Bea, credit: 1, reason: named}, {answer: no one, credit: 0.5, reason: x}]
"""


def test_every_place_is_found_by_its_words(written: Write) -> None:
    article, reading = read_written(written(WHOLE))
    assert article.id == "ferry"
    assert article.text == PAGE
    assert reading == Reading(
        article="ferry",
        reader="expert",
        quotations=(Quotation(id="Q1", span=Span(29, 40), speaker="Cy", attribution="A2"),),
        attributions=(
            Attribution(
                id="A1",
                form="indirect",
                source=(Span(0, 3),),
                cue=(Span(4, 8),),
                content=(Span(9, 18), Span(19, 24)),
                origin=Link(name="Bea", type="named person", spans=(Span(0, 3),)),
                conduits=(
                    Link(name="the page", type="outlet"),
                    Link(name="Cy", type="named person", spans=(Span(46, 48),)),
                ),
            ),
            Attribution(id="A2", form="direct", cue=(Span(41, 45),)),
        ),
        reactions=(
            Reaction(id="R1", actor="she", target="Cy", stance="refuse", evidence=(Span(59, 63),)),
        ),
        claims=(Claim(id="C1", span=Span(68, 74), kind="assessment", wanted="who asked"),),
        faults=(Fault(id="F1", span=Span(80, 83), wrong="no full stop", certainty="certain"),),
        cases=(
            Case(
                id="X1",
                about="A1",
                question="who?",
                readings=(
                    Defensible(answer="Bea", credit=1, reason="named"),
                    Defensible(answer="no one", credit=0.5, reason="x"),
                ),
            ),
        ),
    )
    assert article[reading.reactions[0].evidence[0]] == "no 🦊"
    assert article[reading.faults[0].span] == "why"


def test_a_reading_goes_through_json_unchanged(written: Write) -> None:
    _, reading = read_written(written(WHOLE))
    assert from_json(to_json(reading)) == reading


def test_json_of_a_reading_is_checked(written: Write) -> None:
    data = to_json(read_written(written(WHOLE))[1])
    with pytest.raises(ValueError, match=r"got 2\.\.1 - at `\$\.quotations\[0\]\.span`"):
        from_json(data.replace(b"[29,40]", b"[2,1]"))
    with pytest.raises(ValueError, match=r"unknown field `speeker` - at `\$\.quotations\[0\]`"):
        from_json(data.replace(b'"speaker"', b'"speeker"'))


QUOTATION = "quotations:\n  - id: Q1\n"
FIELDS = "expected the fields of a reading, such as `quotations:`"


@pytest.mark.parametrize(
    ("reading", "line", "problem"),
    [
        (
            QUOTATION + "    paragraph: 1\n    span: It sails\n",
            6,
            "these words are not in paragraph 1: 'It sails'",
        ),
        (
            QUOTATION + "    paragraph: 2\n    span: said\n",
            6,
            "these words stand more than once in paragraph 2: 'said'; add `in:`",
        ),
        (
            QUOTATION + "    paragraph: 2\n    span: {words: said, in: said Bea}\n",
            6,
            "these words are not in paragraph 2: 'said Bea'",
        ),
        (
            QUOTATION + "    paragraph: 2\n    span: {words: x, in: said Cy. She}\n",
            6,
            "these words are not in “said Cy. She”: 'x'",
        ),
        (
            QUOTATION + "    paragraph: 2\n    span: {words: said, in: 5}\n",
            6,
            "expected words of the article after `in:`",
        ),
        (
            QUOTATION + "    paragraph: 4\n    span: why\n",
            6,
            "there is no paragraph 4: ferry has 3",
        ),
        (
            QUOTATION + "    paragraph: 0\n    span: why\n",
            6,
            "there is no paragraph 0: ferry has 3",
        ),
        (QUOTATION + "    span: why\n", 5, "expected `paragraph:` with a number from 1"),
        (
            QUOTATION + "    paragraph: yes\n    span: why\n",
            6,
            "expected `paragraph:` with a number from 1",
        ),
        (
            QUOTATION + "    paragraph: 3\n    span: 7\n",
            6,
            "expected words of the article, got 7",
        ),
        (
            QUOTATION + "    span: {words: why, paragraph: 3, at: 1, 2: 3}\n",
            5,
            "expected words, in, nth, paragraph; got 2, at",
        ),
        (
            "attributions:\n  - id: A1\n    form: direct\n    paragraph: 2\n"
            "    content:\n      - It sails\n      - gone\n",
            9,
            "these words are not in paragraph 2: 'gone'",
        ),
        (
            "attributions:\n  - id: A1\n    form: direct\n    paragraph: 2\n"
            "    conduits:\n      - name: Cy\n        type: outlet\n        spans: gone\n",
            10,
            "these words are not in paragraph 2: 'gone'",
        ),
        (
            "claims:\n  - {id: X, paragraph: 3, span: why, kind: event, wanted: w}\n"
            "faults:\n  - wrong: w\n    certainty: likely\n    span: {words: why, paragraph: 3}\n"
            "    id: X\n",
            9,
            "the id X is used twice",
        ),
        (
            QUOTATION + "    paragraph: 2\n    span: Cy\n    attribution: A9\n",
            7,
            "no record has the id 'A9'",
        ),
        (
            "cases:\n  - id: X1\n    question: q\n    readings: []\n    about: A1\n",
            7,
            "no record has the id 'A1'",
        ),
        (
            QUOTATION + "    paragraph: 2\n    span: Cy\n    speeker: Cy\n",
            7,
            "Object contains unknown field `speeker`; did you mean `speaker`?",
        ),
        (
            "quotation: []\n",
            3,
            "Object contains unknown field `quotation`; did you mean `quotations`?",
        ),
        (
            "attributions:\n  - id: A1\n    form: direkt\n",
            5,
            "Invalid enum value 'direkt'; expected direct, indirect, mixed, orphan, question, "
            "refusal, summary",
        ),
        (QUOTATION, 4, "Object missing required field `span`"),
        ("quotations:\n", 3, "expected a list of records"),
        ("quotations:\n  - Q1\n", 4, "expected a record with an `id`"),
        ("reader: another\n", 3, "'reader' is named twice"),
    ],
)
def test_what_is_wrong_is_said_with_file_and_line(
    written: Write, reading: str, line: int, problem: str
) -> None:
    folder = written(reading)
    with pytest.raises(ContentError) as caught:
        read_written(folder)
    file = folder / "reading.yaml"
    assert str(caught.value) == f"{file}, line {line}: {problem}"


def test_a_file_that_is_no_reading_is_said(written: Write) -> None:
    folder = written("")
    (folder / "reading.yaml").write_text("- Q1\n", encoding="utf-8")
    with pytest.raises(ContentError, match=f"line 1: {FIELDS}"):
        read_written(folder)
    (folder / "reading.yaml").unlink()
    with pytest.raises(ContentError, match="line 1: there is no such file"):
        read_written(folder)


def test_an_article_that_is_no_text_is_said(written: Write) -> None:
    folder = written("")
    (folder / "article.txt").write_bytes(b"caf\xe9")
    with pytest.raises(ValueError, match=r"article\.txt: not UTF-8 text, byte 3 cannot be read"):
        read_written(folder)


def test_a_byte_order_mark_shifts_nothing(written: Write) -> None:
    folder = written("claims:\n  - {id: C, paragraph: 1, span: 𝓑ea, kind: event, wanted: w}\n")
    (folder / "article.txt").write_bytes(b"\xef\xbb\xbf" + PAGE.encode())
    article, reading = read_written(folder)
    assert reading.claims[0].span == Span(0, 3)
    assert article[reading.claims[0].span] == "𝓑ea"


def test_an_article_is_opened_by_its_name(written: Write, tmp_path: Path) -> None:
    folder = written(WHOLE)
    content = Content(tmp_path)
    assert seed("ferry", content) == read_written(folder)
    with pytest.raises(LookupError) as caught:
        seed("feery", content)
    assert str(caught.value) == (
        "there is no article 'feery' in seeds/; "
        "there are ferry, harbour-ferry, nap-app-trial, smokehouse-tribunal, "
        "white-house-israel-iran"
    )


def test_an_article_is_read_once_until_one_of_its_files_changes(
    written: Write, tmp_path: Path
) -> None:
    folder, content = written(WHOLE), Content(tmp_path)
    once = seed("ferry", content)
    assert all(a is b for a, b in zip(seed("ferry", Content(tmp_path)), once, strict=True))
    page = folder / "article.txt"
    page.write_bytes(page.read_bytes() + b"\nOne more paragraph.\n")
    again = seed("ferry", content)
    assert again[0].text == once[0].text + "\nOne more paragraph.\n"
    (folder / "reading.yaml").write_text("article: ferry\nreader: expert\n", encoding="utf-8")
    assert seed("ferry", content)[1].quotations == ()
    (folder / "reading.yaml").unlink()
    with pytest.raises(ContentError, match="there is no such file"):
        seed("ferry", content)
