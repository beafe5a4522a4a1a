"""Where in an article each source speaks, and for how many words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from accordingto.charts.drawing import Bar, Dot, Drawing, Key, Line, Mark, Ticks, Words
from accordingto.charts.figure import PALETTE, Chart, lettering, nothing_to_draw
from accordingto.charts.stretches import Stretch, row_of, runs, stretches
from accordingto.readings import Attribution, Reading
from accordingto.text import Article, Span
from accordingto.text.wording import counted, paragraphs

TITLE = "Where does each source speak?"
MOST_SOURCES = 16  # the others share one row
QUOTED = Bar(0, 1, 0, 0.56, PALETTE[0])
REPORTED = replace(QUOTED, hatch="///", open=True)
NO_CONTENT = Dot((0, 0), 8, shape="D")
ROOM = 0.013  # of the text: what one letter of a paragraph's number takes


def source_places(article: Article, reading: Reading) -> Chart:
    """A row for each source, a bar where its content stands in the text, counted at the end.

    A source is the origin of the words. "Kirby" and "John Kirby" are one. Plain bars are words
    between quotation marks, hatched ones are the reporter's; a diamond is a statement that
    gives no content. As when readings are compared, an attribution inside another does not count.
    """
    by_source = _by_source(reading)
    if not by_source:
        return nothing_to_draw(TITLE, "No source was found in this text.")
    quoted = {word for one in reading.quotations for word in article.words_in(one.span)}
    rows = stretches(article)
    total = len(article.words)
    marks = list(_starts(rows, len(by_source)))
    told = []
    for row, (name, theirs) in enumerate(by_source.items()):
        said = {word for one in theirs for place in one.content for word in article.words_in(place)}
        marks += _bars(row, runs(said & quoted), QUOTED)
        marks += _bars(row, runs(said - quoted), REPORTED)
        for one in theirs:
            if not one.content and one.cue:
                marks.append(replace(NO_CONTENT, place=(article.words_in(one.cue[0]).start, row)))
        length = f"{counted(len(theirs), 'statement')}, {counted(len(said), 'word')}"
        marks.append(Words((total * 1.015, row), length, 13))
        told.append(f"{name}: {length}, {_where(article, rows, theirs)}")
    drawing = Drawing(
        11,
        2.2 + 0.62 * len(by_source),
        x=(0, total * 1.4),
        y=(len(by_source) - 0.4, -0.6),
        marks=tuple(marks),
        title=TITLE,
        rows=Ticks(tuple((row, lettering(name, 26)) for row, name in enumerate(by_source))),
        columns=_paragraphs(rows),
        legend=(
            Key("in quotation marks", QUOTED),
            Key("reported", REPORTED),
            Key("no content given", NO_CONTENT),
        ),
    )
    return Chart(drawing, f"{TITLE} {'; '.join(told)}.")


def _by_source(reading: Reading) -> dict[str, list[Attribution]]:
    """The statements of each source, in the order in which the sources first speak."""
    outer = sorted(
        (one for one in reading.attributions if not one.embedded_in and _placed(one)),
        key=lambda one: min(_placed(one)),
    )
    full = {one.origin.name for one in outer if one.origin and one.origin.type.startswith("named")}
    found: dict[str, list[Attribution]] = defaultdict(list)
    for one in outer:
        if one.origin is None or one.origin.type in ("none", "undisclosed"):
            name = "no source stated"
        else:
            longer = [known for known in full if known.endswith(f" {one.origin.name}")]
            name = max(longer, key=lambda known: (len(known), known), default=one.origin.name)
        found[name].append(one)
    if len(found) <= MOST_SOURCES:
        return found
    most = sorted(found, key=lambda name: -len(found[name]))[: MOST_SOURCES - 1]
    shown = {name: theirs for name, theirs in found.items() if name in most}
    others = [one for name, theirs in found.items() if name not in most for one in theirs]
    return {**shown, f"{len(found) - len(shown)} other sources": others}


def _placed(one: Attribution) -> tuple[Span, ...]:
    """Where it stands: a record that is being made may have a source and nothing else."""
    return (*one.content, *one.cue, *one.source)


def _bars(row: int, places: Iterable[tuple[int, int]], like: Bar) -> Iterator[Mark]:
    for first, last in places:
        yield replace(like, left=first, right=last, middle=row)


def _where(article: Article, rows: Sequence[Stretch], theirs: Sequence[Attribution]) -> str:
    places = [_placed(one)[0] for one in theirs]
    found = sorted({row_of(rows, article.words_in(place).start) for place in places})
    return paragraphs([rows[at].label for at in found])


def _starts(rows: Sequence[Stretch], sources: int) -> Iterator[Mark]:
    """A thin line where each paragraph begins, and one at the end."""
    for word in (*(row.words.start for row in rows), rows[-1].words.stop):
        yield Line(((word, sources - 0.4), (word, -0.6)), "#cccccc", 0.8)


def _paragraphs(rows: Sequence[Stretch]) -> Ticks:
    """The numbers of the paragraphs, as many as there is room for."""
    end = rows[-1].words.stop
    shown: list[tuple[float, str]] = []
    for row in rows:
        middle = (row.words.start + row.words.stop) / 2
        if not shown or middle - shown[-1][0] > end * ROOM * len(row.label):
            shown.append((middle, row.label))
    return Ticks(tuple(shown), 12, title="paragraph")
