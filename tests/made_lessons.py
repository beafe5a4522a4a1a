"""Pages to make lessons of, and what every made lesson has to keep."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import msgspec

from accordingto.authoring.basis import Basis
from accordingto.authoring.makers import Lacking, makers
from accordingto.content import Content
from accordingto.exercises import Material, Question
from accordingto.exercises.kinds import kind_of
from accordingto.exercises.quoting import is_on, quotations
from accordingto.instrument import read
from accordingto.pages.about import About, Known
from accordingto.pages.correcting.log import log_elsewhere
from accordingto.readings import Reading, read_written, seed
from accordingto.text import Article

PAGES = Path(__file__).parent / "authoring" / "pages"
INVENTED = ("dam-at-orrin", "pharmacist-on-trial", "bees-and-the-lamp")
SEEDS = ("white-house-israel-iran", "harbour-ferry", "nap-app-trial", "smokehouse-tribunal")
ABOUT = About(
    title="A page",
    origin=Known(("headline: The news of today",), ("byline", "outlet", "date of publication")),
)
_NUMBER = re.compile(r"\((\d+(?:, \d+)*)\)")
_STROKE = re.compile(r"\\([^\w\s])")


def invented(name: str) -> Basis:
    """One of the pages that were written for these tests, with its corrected reading."""
    return _corrected(*read_written(PAGES / name))


def of_the_kit(name: str) -> Basis:
    """A page of the kit with its expert reading, as if it had been made of the machine's draft."""
    return _corrected(*seed(name))


def _corrected(article: Article, reading: Reading) -> Basis:
    draft = read(article)
    return Basis(article, reading, ABOUT, log_elsewhere(article, draft, reading), draft)


def assembled(number: int) -> Basis:
    """A page put together of paragraphs of the kit's own, with the machine's draft of it."""
    drawn = Random(number)
    pool = [
        article[paragraph]
        for name in SEEDS
        for article in [seed(name, Content.kit())[0]]
        for paragraph in article.paragraphs
    ]
    text = "\n".join(drawn.sample(pool, drawn.randint(4, 14)))
    article = Article(f"assembled-{number}", text)
    return Basis(article, read(article), ABOUT)


def exercises(basis: Basis) -> Iterator[dict[str, Any]]:
    """All that the makers give on a page, whatever the time."""
    for maker in makers():
        try:
            yield from maker.exercises(basis)
        except Lacking:
            continue


def question(one: dict[str, Any]) -> Question[Any]:
    made: Question[Any] = msgspec.convert({"id": "9.1", **one}, kind_of(one["kind"]))
    return made


def whys(data: Any, look: tuple[int, ...] = ()) -> Iterator[tuple[str, tuple[int, ...]]]:
    """Every reason in an exercise, with the paragraphs that are shown with it."""
    if isinstance(data, dict):
        look = tuple(data.get("look", look))
        if isinstance(data.get("why"), str):
            yield data["why"], look
        for value in data.values():
            yield from whys(value, look)
    elif isinstance(data, list):
        for value in data:
            yield from whys(value, look)


def astray(basis: Basis, one: dict[str, Any]) -> list[str]:
    """The reasons that quote what does not stand in the paragraphs which they name."""
    asked = tuple(one.get("paragraphs", ()))
    return [
        f"{one['title']}: {why}"
        for why, look in whys(one, asked)
        if not _stands(basis, _STROKE.sub(r"\1", why), look)
    ]


def _stands(basis: Basis, why: str, look: tuple[int, ...]) -> bool:
    numbers = {*look, *(int(one) for found in _NUMBER.findall(why) for one in found.split(", "))}
    if not numbers:
        return not quotations(why) or why.startswith("It stands with the text")
    lines = [basis.article[basis.article.paragraphs[number - 1]] for number in sorted(numbers)]
    here = Article("named", "\n".join(lines))
    return all(is_on(here, words) for words in quotations(why))


def failures(basis: Basis) -> list[str]:
    """What of a page's exercises does not keep the law: its key, an untouched answer, reasons."""
    material = Material(basis.article, basis.reading)
    found = []
    for one in exercises(basis):
        asked = question(one)
        asked.check(material)
        if asked.score(asked.key(material), material).credit not in (1, None):
            found.append(f"{one['title']}: its key does not earn all")
        if asked.score(asked.Answer(), material).credit:
            found.append(f"{one['title']}: untouched it earns something")
        found += astray(basis, one)
    return found
