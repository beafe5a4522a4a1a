"""A report on a page's sources, for an editor: one HTML file that needs nothing else."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from markupsafe import Markup

from accordingto.pages.about import About
from accordingto.pages.corrections import KINDS, Correction, by_form, by_rule, sentence
from accordingto.readings import Attribution, Link, Reading
from accordingto.templates import rendered
from accordingto.text import Article, Span
from accordingto.text.wording import counted

STYLE = Markup(Path(__file__).with_name("report.css").read_text(encoding="utf-8"))
_MEMO_POINTER = re.compile(r"\((\d{1,3})\)")
_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_ORPHAN = "Quoted, and nobody is named as the speaker"
_UNNAMED = "The source has no name"
_GAP = "How it came to this page is not shown"


def report(
    article: Article,
    reading: Reading,
    about: About,
    *,
    read_on: str,
    log: Sequence[Correction] = (),
    memo: str = "",
    with_text: bool = True,
) -> str:
    """Return the page. `read_on` is a date in words; `log` is what was corrected of the draft.

    Numbers in brackets in the memo become links to their paragraphs, where there is such a one.
    """
    statements = _statements(reading)
    return rendered(
        "pages/report.html",
        style=STYLE,
        title=about.title,
        facts=_facts(article, about, read_on),
        summary=_summary(reading, statements),
        paragraphs=_paragraphs(article, statements) if with_text else [],
        rights=about.rights,
        link=_linker(with_text),
        rows=[_row(article, number, one) for number, one in enumerate(statements, 1)],
        voice=_voice(article, reading),
        missing=_missing(about, statements),
        log=[("Form", by_form(log)), ("Found by the rule", by_rule(log))] if log else [],
        log_sentence=sentence(log),
        kinds=KINDS,
        memo=[list(_memo(line, len(article.paragraphs))) for line in memo.splitlines() if line],
    )


def _statements(reading: Reading) -> list[Attribution]:
    """Return the outer statements in the order of the page."""
    outer = [one for one in reading.attributions if not one.embedded_in]
    return sorted(outer, key=lambda one: min((*one.source, *one.cue, *one.content), default=_END))


_END = Span(10**9, 10**9)


def _facts(article: Article, about: About, read_on: str) -> list[tuple[str, str]]:
    known = [tuple(one.split(": ", 1)) for one in about.origin.known if ": " in one]
    told = [(word.capitalize(), value) for word, value in known if value != about.title]
    digest = hashlib.sha256(article.text.encode()).hexdigest()[:16]
    words = counted(len(article.text.split()), "word")
    size = f"{counted(len(article.paragraphs), 'paragraph')}, {words}"
    return [*told, ("Read on", read_on), ("Length", size), ("Digest of the text", digest)]


def _summary(reading: Reading, statements: list[Attribution]) -> str:
    unnamed = sum(_is_unnamed(one.origin) for one in statements)
    passed_on = sum(bool(one.conduits) for one in statements)
    passed = counted(passed_on, "was", "were") if passed_on else "none was"
    return (
        f"{counted(len(statements), 'statement is', 'statements are')} credited to somebody, or "
        f"stand in quotation marks; {counted(unnamed, 'of them has', 'of them have')} a source "
        f"without a name, and {passed} passed on by others. "
        f"The page has {counted(len(reading.quotations), 'quotation')}."
    )


def _is_unnamed(link: Link | None) -> bool:
    return link is None or link.type in ("unnamed person", "unnamed group", "undisclosed", "none")


def _paragraphs(article: Article, statements: list[Attribution]) -> list[list[dict[str, Any]]]:
    """Return each paragraph in pieces; a piece with a `number` belongs to that statement."""
    numbers: dict[int, int] = {}
    for number, one in reversed(list(enumerate(statements, 1))):
        for place in one.content or one.cue:
            numbers |= dict.fromkeys(range(place.start, place.end), number)
    return [list(_pieces(article, paragraph, numbers)) for paragraph in article.paragraphs]


def _pieces(article: Article, paragraph: Span, numbers: dict[int, int]) -> Iterator[dict[str, Any]]:
    start = paragraph.start
    for at in range(paragraph.start + 1, paragraph.end + 1):
        if at == paragraph.end or numbers.get(at) != numbers.get(start):
            yield {"text": article[Span(start, at)], "number": numbers.get(start)}
            start = at


def _linker(with_text: bool) -> Any:
    def link(paragraph: int, words: str = "") -> Markup | str:
        shown = words or str(paragraph)
        if not with_text:
            return shown
        return Markup('<a href="#p{}">{}</a>').format(paragraph, shown)

    return link


def _row(article: Article, number: int, one: Attribution) -> dict[str, Any]:
    places = one.content or one.cue or one.source
    words = " … ".join(article[place] for place in places)
    return {
        "number": number,
        "paragraph": article.paragraph_of(places[0]) if places else 1,
        "words": words,
        "hands": _hands(one),
        "how": _how(article, one),
    }


def _hands(one: Attribution) -> list[dict[str, Any]]:
    """Return the chain from whose words they are to this page; a gap is a hand not disclosed."""
    links = [one.origin or Link(name="not disclosed", type="undisclosed"), *one.conduits]
    hands = [
        {
            "name": "not disclosed" if link.type == "undisclosed" else link.name,
            "kind": "" if link.type in ("undisclosed", "none") else link.type,
            "gap": link.type in ("undisclosed", "none"),
        }
        for link in links
    ]
    return [*hands, {"name": "this page", "kind": "", "gap": False}]


def _how(article: Article, one: Attribution) -> str:
    cue = " … ".join(f"“{article[place]}”" for place in one.cue) or "no cue"
    besides = [place for place in (*one.evidentials, *one.venue) if place not in one.cue]
    known = "; ".join(article[place] for place in besides)
    return f"{one.form}; {cue}" + (f"; {known}" if known else "")


def _voice(article: Article, reading: Reading) -> list[tuple[str, int, int]]:
    """Return speakers, their quoted words, and the width of a bar, of 100."""
    counts: Counter[str] = Counter()
    for quotation in reading.quotations:
        if quotation.form in ("direct", "mixed", "orphan"):
            words = len(_WORD.findall(article[quotation.span]))
            counts[quotation.speaker or "nobody named"] += words
    most = max(counts.values(), default=0)
    return [(name, words, round(100 * words / most)) for name, words in counts.most_common()]


def _missing(about: About, statements: list[Attribution]) -> list[tuple[str, list[int]]]:
    numbered = list(enumerate(statements, 1))
    found = {
        _ORPHAN: [n for n, one in numbered if one.form == "orphan"],
        _UNNAMED: [n for n, one in numbered if one.form != "orphan" and _is_unnamed(one.origin)],
        _GAP: [n for n, one in numbered if any(c.type == "undisclosed" for c in one.conduits)],
    }
    told = [(words, numbers) for words, numbers in found.items() if numbers]
    unknown = ", ".join(about.origin.unknown)
    return [*told, (f"Of itself the page does not tell: {unknown}", [])] if unknown else told


def _memo(line: str, paragraphs: int) -> Iterator[dict[str, Any]]:
    """Return a line of the memo in pieces; one with a `paragraph` points there."""
    start = 0
    for found in _MEMO_POINTER.finditer(line):
        if 1 <= int(found[1]) <= paragraphs:
            yield {"text": line[start : found.start()], "paragraph": 0}
            yield {"text": found[0], "paragraph": int(found[1])}
            start = found.end()
    yield {"text": line[start:], "paragraph": 0}
