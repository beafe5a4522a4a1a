"""Quotations: pairs of marks, found paragraph by paragraph.

Curly and straight marks, '' as typewriters set them, quotations inside quotations, and those
that run on over paragraphs, where by custom each paragraph opens and only the last one closes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.instrument.turns import begins_turn
from accordingto.text import Article, Span

_DOUBLE = re.compile(r"[\"“”„‟«»]|``|'''?|’’|‘‘")
_SINGLE = re.compile(r"(?<![^\W_])[‘'](?=[^\s’'])|(?<=[^\s‘'])[’'](?![^\W_])")


@dataclass(frozen=True)
class Quoted:
    """A place between marks, the marks included.

    `closed` is false where the page never closes it, `continues` true where it carries on the
    quotation that the paragraph before left open.
    """

    span: Span
    closed: bool = True
    continues: bool = False
    inner: tuple[Span, ...] = ()


def quotations(article: Article) -> list[list[Quoted]]:
    """For each paragraph its quotations, in order; none overlaps another."""
    found: list[list[Quoted]] = []
    running = False
    text = article.text
    single = _by_single(article)
    for number, paragraph in enumerate(article.paragraphs):
        here = _in_paragraph(text, paragraph, single)
        if not (number or here or single):
            here = _of_a_headline(text, paragraph)
        if here and running and here[0].span.start == _first(text, paragraph):
            here[0] = Quoted(here[0].span, here[0].closed, True, here[0].inner)
        running = bool(here) and not here[-1].closed
        found.append(here)
    return found


def led_in(article: Article, quoted: list[list[Quoted]]) -> Iterator[tuple[Span, list[Quoted]]]:
    """Returns paragraphs with their quotations; one that ends with a colon joins its quotation.

    "The harbour master said:" on a line, “We will wait” on the next.
    """
    lead: tuple[Span, list[Quoted]] | None = None
    for paragraph, here in zip(article.paragraphs, quoted, strict=True):
        opens = bool(here) and here[0].span.start == _first(article.text, paragraph)
        if lead and opens:
            paragraph, here = Span(lead[0].start, paragraph.end), [*lead[1], *here]
        elif lead:
            yield lead
        ends = article[paragraph].rstrip().endswith(":")
        lead = (paragraph, here) if ends else None
        if not ends:
            yield paragraph, here
    if lead:
        yield lead


def _by_single(article: Article) -> bool:
    """Whether the page quotes with single marks: each double one stands between two of them."""
    text = article.text
    for paragraph in article.paragraphs:
        marks = list(_DOUBLE.finditer(text, paragraph.start, paragraph.end))
        pairs = (one.span for one in _in_paragraph(text, paragraph, single=True) if one.closed)
        pair = next(pairs, None) if marks else None
        for mark in marks:
            while pair and pair.end < mark.end():
                pair = next(pairs, None)
            if not pair or mark.start() < pair.start:
                return False
    return True


def _of_a_headline(text: str, paragraph: Span) -> list[Quoted]:
    """Quotations of a headline, where the press sets single marks: Ferry ‘Will Wait,’ Says Mayor.

    One that is not closed is none: ’ is an apostrophe more often.
    """
    found = _in_paragraph(text, paragraph, single=True)
    return found if all(one.closed for one in found) else []


def _in_paragraph(text: str, paragraph: Span, single: bool) -> list[Quoted]:
    found: list[Quoted] = []
    opened = -1
    for mark in (_SINGLE if single else _DOUBLE).finditer(text, paragraph.start, paragraph.end):
        place = mark.start()
        if opened < 0 and (_is_bullet(text, place, paragraph) or begins_turn(text, place)):
            continue
        if opened >= 0 and single and _is_genitive(text, mark.start(), paragraph.end):
            continue
        opens = _opens(text, mark.start(), mark.end(), opened >= 0, paragraph)
        if opened < 0:
            if opens:
                opened = mark.start()
        elif not opens:
            found.append(_quoted(text, opened, mark.end(), True, single))
            opened = -1
        elif text[mark.start()] == "“":
            found.append(
                _quoted(text, opened, _stripped(text, opened, mark.start()), False, single)
            )
            opened = mark.start()
    if opened >= 0:
        found.append(_quoted(text, opened, _stripped(text, opened, paragraph.end), False, single))
    return [quoted for quoted in found if len(quoted.span) > 2]


_ENDS = re.compile(r"[,.?!…;][’']|[‘]")


def _is_genitive(text: str, at: int, end: int) -> bool:
    """Whether ’ is an apostrophe: ‘The students’ vote is lost,’ where a mark closes later."""
    if not re.match(r"s[’'] [a-z]", text[at - 1 : at + 3]):
        return False
    closes = _ENDS.search(text, at + 1, end)
    return closes is not None and len(closes[0]) == 2


def _is_bullet(text: str, at: int, paragraph: Span) -> bool:
    """Whether » begins a line as a bullet does."""
    return text[at] == "»" and at == _first(text, paragraph) and text[at + 1 : at + 2].isspace()


def _opens(text: str, start: int, end: int, inside: bool, paragraph: Span) -> bool:
    """Whether a mark opens: curly ones say so, straight ones by the blanks around them."""
    mark = text[start:end]
    if inside and text[end : end + 1].isspace():
        return False
    if mark in ("“", "„", "«", "``", "‘"):
        return True
    before = start > paragraph.start and not text[start - 1].isspace()
    after = end < paragraph.end and not text[end].isspace()
    return after and not before if inside else after or not before


def _quoted(text: str, start: int, end: int, closed: bool, single: bool) -> Quoted:
    inner: list[Span] = []
    opened = -1
    for mark in (_DOUBLE if single else _SINGLE).finditer(text, start + 1, end):
        opens = _opens(text, mark.start(), mark.end(), opened >= 0, Span(start, end))
        if opens and opened < 0:
            opened = mark.start()
        elif not opens and opened >= 0:
            if mark.end() < end:
                inner.append(Span(opened, mark.end()))
            opened = -1
    return Quoted(Span(start, end), closed, False, tuple(inner))


def _stripped(text: str, start: int, end: int) -> int:
    while end > start + 1 and text[end - 1].isspace():
        end -= 1
    return end


def _first(text: str, paragraph: Span) -> int:
    start = paragraph.start
    while start < paragraph.end and text[start].isspace():
        start += 1
    return start
