"""A reading as tables for the terminal: what is quoted, who says what, and by which rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from accordingto.instrument.precision import precision
from accordingto.readings.records import Attribution, Quotation, Reading
from accordingto.text import Article, Span

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

WIDE = 110  # columns that a table needs, or its cells break words
# Cue, source, content: told apart by underlining and weight as well as by colour.
STYLES = {"source": "bold cyan", "cue": "underline yellow", "content": "green"}


def rendered(article: Article, reading: Reading, width: int) -> Iterator[RenderableType]:
    """Returns the article with its words marked, and its quotations, attributions and reactions.

    Where `width` is less than WIDE columns, each record is a block of lines and no row.
    """
    from rich.text import Text

    yield Text(article.id, style="bold")
    yield _marked(article, reading)
    show = _table if width >= WIDE else _blocks
    if reading.quotations:
        rows = [_quotation(article, one) for one in reading.quotations]
        yield show("Quotations", ("", "Words", "Form", "Speaker", "Marks"), rows)
    rows = [_attribution(article, one) for one in reading.attributions]
    yield show("Attributions", ("", "Source", "Cue", "Content", "Form", "Chain", "Rule"), rows)
    if reading.reactions:
        rows = [(one.actor, one.stance, one.target, one.on_record) for one in reading.reactions]
        yield show("Reactions", ("Actor", "Stance", "Target", "On record"), rows)


Row = tuple[str, ...]


def _marked(article: Article, reading: Reading) -> Text:
    from rich.text import Text

    marked = Text(article.text)
    for one in reading.attributions:
        for name, spans in (("content", one.content), ("source", one.source), ("cue", one.cue)):
            for span in spans:
                marked.stylize(STYLES[name], span.start, span.end)
    return marked


def _quotation(article: Article, one: Quotation) -> Row:
    marks = "" if one.closed else "not closed"
    return one.id, article[one.span], one.form, one.speaker or "", marks


def _attribution(article: Article, one: Attribution) -> Row:
    words = (_words(article, spans) for spans in (one.source, one.cue, one.content))
    right = precision(one.rule) if one.rule else None
    rule = f"{one.rule}, right {right} of 100 times" if right else one.rule or ""
    return one.id, *words, one.form, _chain(one), rule


def _table(title: str, headings: Row, rows: Sequence[Row]) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    table = Table(title=title, expand=True)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    return table


def _blocks(title: str, headings: Row, rows: Sequence[Row]) -> RenderableType:
    """One block of lines a record, its fields named; what is empty is left out."""
    from rich.text import Text

    blocks = [title]
    for row in rows:
        named = zip(headings, row, strict=True)
        lines = [f"{name}: {value}" if name else value for name, value in named if value]
        blocks.append("\n  ".join(lines))
    return Text("\n\n".join(blocks) + "\n")


def _words(article: Article, spans: tuple[Span, ...]) -> str:
    return " … ".join(article[span] for span in spans)


def _chain(one: Attribution) -> str:
    if one.origin is None:
        return ""
    return " → ".join([one.origin.name, *(link.name for link in one.conduits), "this page"])
