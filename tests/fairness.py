"""Which exercises are about one party only, by the names and paragraphs that they show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from accordingto.exercises import Question

Party = Mapping[str, Any]  # names, and numbers of paragraphs
_SHOWN = {"matrix": "rows", "sort cards": "cards", "select all": "options"}
_PARAGRAPHS = re.compile(r"\((\d+(?:(?:, | and )\d+)*)\)|[Pp]aragraphs? (\d+(?:(?:, | and )\d+)*)")


def parties_of(question: Question[Any], parties: Mapping[str, Party]) -> set[str]:
    """The parties whose people are named, or whose paragraphs are cited, in what is asked.

    Options of a choice and decoys of a chain are answers, and not what is asked.
    """
    text = " ".join(_asked(question))
    cited = {int(number) for found in _PARAGRAPHS.findall(text) for number in _numbers(found)}
    cited |= set(getattr(question, "paragraphs", ()))
    return {
        name
        for name, party in parties.items()
        if cited & set(party["paragraphs"])
        or any(re.search(rf"\b{person}\b", text, re.I) for person in party["names"])
    }


def _asked(question: Question[Any]) -> Iterator[str]:
    yield question.title
    yield question.prompt
    for item in getattr(question, _SHOWN.get(question.kind, ""), ()):
        yield item.text


def _numbers(found: tuple[str, ...]) -> list[str]:
    return re.findall(r"\d+", " ".join(found))
