"""`accordingto read` and `accordingto evaluate`, with good input and bad."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from accordingto.cli import main
from accordingto.content import content_root

SEED = content_root() / "seeds" / "white-house-israel-iran"


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
    assert len(page["items"]) > 30


def test_a_bad_line_is_named_and_the_rest_is_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    corpus = tmp_path / "corpus.jsonl"
    good = json.dumps({"id": "one", "text": "“No,” she said."})
    corpus.write_text(f"{good}\n{{not json\n{good.replace('one', 'two')}\n", encoding="utf-8")
    assert main(["read", "--format", "jsonl", str(corpus)]) == 1
    told = capsys.readouterr()
    assert [json.loads(line)["id"] for line in told.out.splitlines()] == ["one", "two"]
    assert "corpus.jsonl, line 2" in told.err


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "empty, there is nothing to read"),
        (b"a\0b", "not a text file (it holds zero bytes)"),
        (b"\xff\xfe", "not UTF-8 text, byte 0 cannot be read"),
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
