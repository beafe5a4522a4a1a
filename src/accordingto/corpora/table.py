"""A reading as tables for the terminal: what is quoted, who says what, and by which rule."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from accordingto.readings.records import Attribution, Reading
from accordingto.text import Article, Span

if TYPE_CHECKING:
    from rich.console import RenderableType

# Cue, source, content: told apart by underlining and weight as well as by colour.
STYLES = {"source": "bold cyan", "cue": "underline yellow", "content": "green"}


def rendered(article: Article, reading: Reading) -> Iterator[RenderableType]:
    """The article with its words marked, and its quotations, attributions and reactions."""
    from rich.table import Table
    from rich.text import Text

    yield Text(article.id, style="bold")
    marked = Text(article.text)
    for one in reading.attributions:
        for name, spans in (("content", one.content), ("source", one.source), ("cue", one.cue)):
            for span in spans:
                marked.stylize(STYLES[name], span.start, span.end)
    yield marked
    if reading.quotations:
        quotations = Table(title="Quotations", expand=True)
        for heading in ("", "Words", "Form", "Speaker", "Marks"):
            quotations.add_column(heading, overflow="fold")
        for quotation in reading.quotations:
            quotations.add_row(
                quotation.id,
                Text(article[quotation.span]),
                quotation.form,
                Text(quotation.speaker or ""),
                "" if quotation.closed else "not closed",
            )
        yield quotations
    table = Table(title="Attributions", expand=True)
    for heading in ("", "Source", "Cue", "Content", "Form", "Chain", "Rule"):
        table.add_column(heading, overflow="fold")
    for one in reading.attributions:
        table.add_row(
            one.id,
            Text(_words(article, one.source)),
            Text(_words(article, one.cue)),
            Text(_words(article, one.content)),
            one.form,
            Text(_chain(one)),
            one.rule or "",
        )
    yield table
    if reading.reactions:
        reactions = Table(title="Reactions", expand=True)
        for heading in ("Actor", "Stance", "Target", "On record"):
            reactions.add_column(heading, overflow="fold")
        for reaction in reading.reactions:
            reactions.add_row(
                Text(reaction.actor), reaction.stance, Text(reaction.target), reaction.on_record
            )
        yield reactions


def _words(article: Article, spans: tuple[Span, ...]) -> str:
    return " … ".join(article[span] for span in spans)


def _chain(one: Attribution) -> str:
    if one.origin is None:
        return ""
    return " → ".join([one.origin.name, *(link.name for link in one.conduits), "this page"])
