"""What the page tells of its own origin."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from accordingto.authoring.basis import Basis
from accordingto.authoring.lacking import Lacking
from accordingto.authoring.parts import option, ticks
from accordingto.authoring.said import Said
from accordingto.authoring.wording import excerpt
from accordingto.text import Span

KIND = "select all"
_DAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MOST_UNKNOWN = 4


def make(basis: Basis, said: Said) -> list[dict[str, Any]]:
    """One question: what is told and what is not, by `about.yaml` and by the text itself."""
    options = [*_known(basis, said), *_in_text(basis, said), *_unknown(basis, said)]
    right = sum(one["right"] for one in options)
    if right < 1 or len(options) - right < 2:
        raise Lacking
    return [ticks(said, options)]


def _known(basis: Basis, said: Said) -> Iterator[dict[str, Any]]:
    for line in basis.about.origin.known:
        field, colon, value = line.partition(": ")
        if colon and field in said.fields:
            why = said["known"].format(value=excerpt(value, first=12, last=5))
            yield option(said.fields[field], {"why": why}, right=True)


def _unknown(basis: Basis, said: Said) -> Iterator[dict[str, Any]]:
    fields = [field for field in basis.about.origin.unknown if field in said.fields]
    for field in fields[:_MOST_UNKNOWN]:
        yield option(said.fields[field], {"why": said["unknown"]}, right=False)


def _in_text(basis: Basis, said: Said) -> Iterator[dict[str, Any]]:
    """What the text itself tells: a day, a year, and whether it is made up."""
    first = basis.article.paragraphs[0]
    if basis.about.invented and re.search(r"(?i)invented|made up", basis.article[first]):
        why = basis.why(said["invented"], words=basis.sentence_at(first))
        yield option(said["made_up"], why, right=True)
    if day := _DAY.search(basis.article.text):
        yield option(said["a_day"], basis.why(said["day"], day=Span(*day.span())), right=True)
    if year := _YEAR.search(basis.article.text):
        yield option(said["a_year"], basis.why(said["year"], year=Span(*year.span())), right=True)
    else:
        yield option(said["a_year"], {"why": said["no_year"]}, right=False)
