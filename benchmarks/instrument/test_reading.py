"""How fast the instrument reads, and what an outside scorer says of it."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from accordingto import seed
from accordingto.corpora.lines import corpus_record
from accordingto.instrument import read
from accordingto.text import Article

WORDS = 546  # of the seed, split on blanks


@pytest.mark.parametrize("words", [10_000, 100_000, 1_000_000])
def test_time_grows_with_the_length(benchmark: BenchmarkFixture, words: int) -> None:
    """Ten times the text should take at most twelve times as long."""
    article, _ = seed("white-house-israel-iran")
    text = "\n".join([article.text] * (words // WORDS))
    benchmark.pedantic(lambda: read(Article("long", text)), rounds=3, warmup_rounds=1)


def test_the_yardstick(benchmark: BenchmarkFixture, pytestconfig: pytest.Config) -> None:
    """Reads a corpus of others' annotations and prints the scorer's table."""
    scorer, corpus = pytestconfig.getoption("--scorer"), pytestconfig.getoption("--corpus")
    if not (scorer and corpus):
        pytest.skip("name an outside yardstick: --scorer FOLDER --corpus FILE.jsonl")
    with Path(corpus).open(encoding="utf-8") as lines:
        wanted = [json.loads(line) for line in lines]
    articles = [Article(one["id"], one["text"]) for one in wanted]

    def records() -> list[dict[str, Any]]:
        return [corpus_record(one, read(Article(one.id, one.text))) for one in articles]

    found = benchmark.pedantic(records, rounds=1)
    sys.path.insert(0, scorer)
    import scorer as outside

    totals, _ = outside.score(wanted, found)
    outside.show(outside.summarise(totals), brief=True)
