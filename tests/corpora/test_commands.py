"""`accordingto read` and `accordingto evaluate`, with good input and bad."""

from __future__ import annotations

import codecs
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from accordingto.cli import main
from accordingto.content import Content

SEED = Content.kit().root / "seeds" / "white-house-israel-iran"
COMMAND = str(Path(sys.executable).with_name("accordingto"))


def test_a_corpus_line_holds_code_point_offsets(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--format", "jsonl", str(SEED / "article.txt")]) == 0
    record = json.loads(capsys.readouterr().out)
    texts = [record["text"][s:e] for one in record["attributions"] for s, e in one["cue"]]
    assert {"said", "accused", "has warned"} <= set(texts)
    assert all(one["rule"] for one in record["attributions"])


def test_web_annotations(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["read", "--format", "jsonld", str(SEED / "article.txt")]) == 0
    page = json.loads(capsys.readouterr().out)
    assert page["type"] == "AnnotationPage"
    items = {one["id"]: one for one in page["items"]}
    assert len(items) == len(page["items"]) > 60
    said = items["urn:accordingto:article:machine:attributions:A03"]
    tags = [body["value"] for body in said["body"] if body["purpose"] == "tagging"]
    assert tags == ["attributions", "indirect", "bare clause"]
    cue = items[f"{said['id']}:cue"]
    assert (cue["motivation"], cue["body"][-1]) == ("linking", said["id"])
    assert cue["target"][0]["selector"][1]["exact"] == "said"


def test_the_name_of_an_annotation_is_an_iri_whatever_the_article_is_called(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "my page: one.txt"
    page.write_text("“No,” she said.", encoding="utf-8")
    assert main(["read", "--format", "jsonld", str(page)]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "urn:accordingto:my%20page%3A%20one:machine"


def test_the_table_shows_each_quotation_and_which_is_never_closed(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert main(["read", str(SEED / "article.txt")]) == 0
    rows = [
        [cell.strip() for cell in line.split("│")[1:-1]]
        for line in capsys.readouterr().out.splitlines()
        if line.startswith("│ Q")
    ]
    assert [
        "Q02",
        "“As the president said, we don’t seek a war with Iran.”",
        "direct",
        "Kirby",
        "",
    ] in rows
    assert [row[0] for row in rows if row[-1] == "not closed"] == ["Q08"]


@pytest.mark.parametrize("form", ["table", "jsonl", "jsonld"])
def test_what_is_printed_is_utf_8_in_any_locale(tmp_path: Path, form: str) -> None:
    page = tmp_path / "page.txt"
    page.write_text("“The 🦊 ran,” she said.", encoding="utf-8")
    command = [COMMAND, "read", "--format", form, str(page)]
    there = {**os.environ, "PYTHONIOENCODING": "cp1252"}
    run = subprocess.run(command, env=there, capture_output=True, check=True)
    assert "“The 🦊 ran,”" in run.stdout.decode("utf-8")


def test_whoever_reads_along_may_leave_early(tmp_path: Path) -> None:
    corpus = tmp_path / "corpus.jsonl"
    line = json.dumps({"id": "one", "text": "“No,” she said. " * 200})
    corpus.write_text(f"{line}\n" * 50, encoding="utf-8")
    command = [COMMAND, "read", "--format", "jsonl", str(corpus)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as run:
        assert run.stdout
        assert run.stderr
        run.stdout.readline()
        run.stdout.close()
        assert run.stderr.read() == b""
    assert run.returncode == 1


def test_a_bad_line_is_named_and_the_rest_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = tmp_path / "corpus.jsonl"
    good = json.dumps({"id": "one", "text": "“No,” she said."})
    corpus.write_text(f"{good}\n{{not json\n{good.replace('one', 'two')}\n", encoding="utf-8")
    assert main(["read", "--format", "jsonl", str(corpus)]) == 1
    told = capsys.readouterr()
    assert [json.loads(line)["id"] for line in told.out.splitlines()] == ["one", "two"]
    assert told.err == (
        f'accordingto read: {corpus}, line 2: expected {{"id": …, "text": …}}, but JSON is'
        " malformed: object keys must be strings (byte 1)\n"
    )


LINE_ERROR = 'expected {"id": …, "text": …}, but '


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        (b'{"id": "a", "text": "caf\xe9"}', "not UTF-8 text"),
        (b'{"id": "a"}', LINE_ERROR + "Object missing required field `text`"),
        (b'{"id": 1, "text": "x"}', LINE_ERROR + "Expected `str`, got `int` - at `$.id`"),
        (b"[]", LINE_ERROR + "Expected `object`, got `array`"),
        (b"\0\0", LINE_ERROR + "JSON is malformed: invalid character (byte 0)"),
        (b'{"id": "a", "text": " "}', "the text is empty"),
        (
            b'{"id": "a", "text": "' + b"a" * 10_000_001 + b'"}',
            "10,000,001 characters, expected at most 10,000,000 in an article; "
            "put many articles in a .jsonl file, one a line",
        ),
    ],
    ids=["encoding", "no text", "number", "array", "zero bytes", "empty", "huge"],
)
def test_each_bad_line_of_a_corpus_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], line: bytes, sentence: str
) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_bytes(codecs.BOM_UTF8 + b'{"id": "good", "text": "x"}\n\n' + line + b"\n")
    assert main(["read", "--format", "jsonl", str(corpus)]) == 1
    told = capsys.readouterr()
    assert [json.loads(line)["id"] for line in told.out.splitlines()] == ["good"]
    assert told.err == f"accordingto read: {corpus}, line 3: {sentence}\n"
    assert main(["evaluate", "machine", str(corpus)]) == 2
    assert capsys.readouterr().err.startswith(f"accordingto evaluate: {corpus}, line 1: ")


def test_files_that_are_huge_or_missing_or_folders(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(50_000_001)  # takes no room on the disk
    (tmp_path / "empty.jsonl").touch()
    names = ["huge.txt", "none.txt", "none.jsonl", "", "empty.jsonl"]
    assert main(["read", *(str(tmp_path / name) for name in names)]) == 1
    assert capsys.readouterr().err.replace(str(tmp_path), "HERE").splitlines() == [
        "accordingto read: HERE/huge.txt: larger than 50 MB, too long for one article",
        "accordingto read: HERE/none.txt: there is no such file",
        "accordingto read: HERE/none.jsonl: there is no such file",
        "accordingto read: HERE: a folder, expected a file",
        "accordingto read: HERE/empty.jsonl: empty, there is nothing to read",
    ]


def test_a_place_that_runs_backwards_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = tmp_path / "corpus.jsonl"
    corpus.write_text(
        '{"id": "a", "text": "x", "attributions": [{"content": [[5, 2]]}]}', encoding="utf-8"
    )
    assert main(["evaluate", "machine", str(corpus)]) == 2
    assert capsys.readouterr().err == (
        f'accordingto evaluate: {corpus}, line 1: expected {{"id": …, "text": …,'
        ' "attributions": …}, but span: expected 0 <= start <= end, got 5..2 - at'
        " `$.attributions[0].content[0]`\n"
    )


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty, there is nothing to read"),
        (b"a\0b", "not a text file (it holds zero bytes)"),
        (b"caf\xe9", "not UTF-8 text, byte 3 cannot be read"),
        ("“No.”".encode("utf-16"), "UTF-16 text, save it as UTF-8"),
    ],
)
def test_what_cannot_be_read_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], data: bytes, sentence: str
) -> None:
    path = tmp_path / "article.txt"
    path.write_bytes(data)
    assert main(["read", str(path)]) == 1
    assert capsys.readouterr().err == f"accordingto read: {path}: {sentence}\n"


def test_evaluate_prints_precision_recall_and_f(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", "machine", str(SEED)]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert rows[1].split() == ["quotations,", "whole", "100.0", "100.0", "100.0", "12", "12"]
    assert rows[3].split() == ["attributions,", "whole", "100.0", "95.5", "97.7", "21", "22"]


SAID = '{"id": "a", "text": "No, she said.", "attributions": [{"content": [[0, 2]]}]}\n'
OTHER = SAID.replace('"a"', '"b"')


@pytest.mark.parametrize(
    ("reading", "measure", "sentence"),
    [
        (SAID + SAID, SAID, "READING: two lines have the id 'a'"),
        (SAID, SAID + SAID, "MEASURE: two lines have the id 'a'"),
        (SAID, SAID + OTHER, "READING: no line has the id 'b'"),
        (SAID + OTHER, SAID, "MEASURE: no line has the id 'b'"),
        (SAID.replace("No", "Na"), SAID, "READING: the text of 'a' differs from MEASURE"),
        (SAID, "\n\n", "MEASURE: empty, there is nothing to read"),
        (
            SAID.replace("[0, 2]", "[9, 25]"),
            SAID,
            'READING, line 1: expected {"id": …, "text": …, "attributions": …}, but 9..25 reaches '
            "beyond the text, which has 13 characters",
        ),
    ],
)
def test_what_cannot_be_compared_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], reading: str, measure: str, sentence: str
) -> None:
    one, other = tmp_path / "reading.jsonl", tmp_path / "measure.jsonl"
    one.write_text(reading, encoding="utf-8")
    other.write_text(measure, encoding="utf-8")
    assert main(["evaluate", str(one), str(other)]) == 2
    told = capsys.readouterr().err.replace(str(one), "READING").replace(str(other), "MEASURE")
    assert told == f"accordingto evaluate: {sentence}\n"


@pytest.mark.parametrize("share", ["50", "nan", "-0.1", "half"])
def test_an_overlap_is_a_share(capsys: pytest.CaptureFixture[str], share: str) -> None:
    with pytest.raises(SystemExit):
        main(["evaluate", "--at-least", share, "machine", str(SEED)])
    assert f"expected a share from 0 to 1, got {share}" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["C.JSONL", "c.Jsonl", "c.jsonl"])
def test_a_corpus_is_known_by_its_name_in_any_capitals(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    lines = [json.dumps({"id": one, "text": "“No,” she said."}) for one in ("one", "two")]
    (tmp_path / name).write_text("\n".join(lines), encoding="utf-8")
    assert main(["read", "--format", "jsonl", str(tmp_path / name)]) == 0
    told = capsys.readouterr().out
    assert [json.loads(line)["id"] for line in told.splitlines()] == ["one", "two"]


WRAPPED = """The ferry will wait until
noon, Ana Ruiz said, “and it
will not sail in the
storm.” It had been late.

Nobody was hurt, the harbour
master said.
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n", "  \n"])
def test_lines_broken_by_a_narrow_page_are_read_as_paragraphs_and_this_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], ends: str
) -> None:
    page, whole = tmp_path / "mail.txt", WRAPPED.replace("\n", ends)
    page.write_text(whole, encoding="utf-8", newline="")
    assert main(["read", "--format", "jsonl", str(page)]) == 0
    printed = capsys.readouterr()
    first, second = json.loads(printed.out)["attributions"]
    words = [" ".join(whole[s:e].split()) for s, e in (*first["content"], *second["content"])]
    assert words == [
        "The ferry will wait until noon",
        "“and it will not sail in the storm.”",
        "Nobody was hurt",
    ]
    assert first["origin"] == "Ana Ruiz"
    assert second["origin"].split() == ["the", "harbour", "master"]
    assert "mail: its lines break off inside sentences" in printed.err


@pytest.mark.parametrize(
    "text",
    [
        "The ferry will wait, Ana Ruiz said.\nNobody was hurt.\n",
        "Ferry to stop on Sunday\nMayor to speak at noon\nStorm hits the coast\n",
        "Ana Ruiz\nHarbour master\n1 Quay Street\n",
    ],
)
def test_lines_that_are_paragraphs_stay_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(text, encoding="utf-8")
    assert main(["read", "--format", "jsonl", str(page)]) == 0
    printed = capsys.readouterr()
    assert (json.loads(printed.out)["text"], printed.err) == (text, "")


def test_the_texts_of_a_corpus_stay_as_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = tmp_path / "pages.jsonl"
    corpus.write_text(json.dumps({"id": "mail", "text": WRAPPED}), encoding="utf-8")
    assert main(["read", "--format", "jsonl", str(corpus)]) == 0
    assert json.loads(capsys.readouterr().out)["text"] == WRAPPED


@pytest.mark.parametrize(("between", "count"), [("", 1), ("The hall was full.\n", 2)])
def test_a_quotation_beyond_a_paragraph_of_telling_is_a_line_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], between: str, count: int
) -> None:
    page = tmp_path / "page.txt"
    page.write_text(f"“We wait,” Ana Ruiz said.\n{between}“There is time.”\n", encoding="utf-8")
    assert main(["read", "--format", "jsonl", str(page)]) == 0
    assert len(json.loads(capsys.readouterr().out)["attributions"]) == count
