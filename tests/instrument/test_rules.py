"""Each rule on a sentence of its own: source, cue and content as printed, and the rule's name."""

from __future__ import annotations

import pytest

from accordingto.instrument import read
from accordingto.text import Article

CASES = [
    (
        "“We will wait,” said the harbour master.",
        "inverted",
        "the harbour master",
        "said",
        "“We will wait,”",
    ),
    (
        "“We will wait,” he said.",
        "quotation before",
        "he",
        "said",
        "“We will wait,”",
    ),
    (
        "The ferry would wait, he said.",
        "clause before",
        "he",
        "said",
        "The ferry would wait",
    ),
    (
        "He said that the ferry would wait.",
        "that clause",
        "He",
        "said",
        "that the ferry would wait",
    ),
    (
        "He said the ferry would wait.",
        "bare clause",
        "He",
        "said",
        "the ferry would wait",
    ),
    (
        "He said: “We will wait.”",
        "quotation after",
        "He",
        "said",
        "“We will wait.”",
    ),
    (
        "He asked whether the ferry would wait.",
        "question clause",
        "He",
        "asked",
        "whether the ferry would wait",
    ),
    (
        "The ferry sank, according to the coastguard.",
        "according to",
        "the coastguard",
        "according to",
        "The ferry sank",
    ),
    (
        "The harbour master’s claim that the ferry would wait.",
        "noun clause",
        "The harbour master’s",
        "claim",
        "that the ferry would wait",
    ),
    (
        "The harbour master declined to say whether the ferry would wait.",
        "refusal",
        "The harbour master",
        "declined to say",
        "whether the ferry would wait",
    ),
]


@pytest.mark.parametrize(("text", "rule", "source", "cue", "content"), CASES, ids=lambda v: v[:20])
def test_a_rule_finds_its_sentence(
    text: str, rule: str, source: str, cue: str, content: str
) -> None:
    article = Article("one", text)
    found = next(one for one in read(article).attributions if one.rule == rule)
    parts = (found.source, found.cue, found.content)
    said = [" … ".join(article[piece] for piece in part) for part in parts]
    assert said == [source, cue, content]
