"""A page from afar: each word a small bar, grey where nobody is said to have said it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from accordingto.charts.drawing import Bar, Drawing, Mark, Words
from accordingto.charts.figure import PALETTE, Chart
from accordingto.readings import Attribution
from accordingto.text import Article
from accordingto.text.wording import counted
from accordingto.text.wording import paragraphs as named

TITLE = "What is left when all that has no source fades?"
WIDE = 96  # letters to a line
FADED, CONTENT, SOURCE = "#d9d9d9", PALETTE[0], "black"
KEPT = {"source": SOURCE, "cue": SOURCE, "content": CONTENT}


def faded(
    article: Article, statements: Iterable[Attribution], *, paragraphs: Collection[int] = ()
) -> Chart:
    """The page, or those of its paragraphs that have these numbers, with statements in colour.

    Sources and cues are black, content is blue, and every other word is grey, and so is a
    statement that has no source. No word can be read: it is the page as one sees it across a room.
    """
    colours: dict[int, str] = {}
    for one in (statement for statement in statements if statement.source):
        for part in ("content", "cue", "source"):  # a source within a content stays black
            for place in getattr(one, part):
                colours |= dict.fromkeys(article.words_in(place), KEPT[part])
    shown = {
        number: article.words_in(place)
        for number, place in enumerate(article.paragraphs, 1)
        if not paragraphs or number in paragraphs
    }
    lines = {number: list(_lines(article, words)) for number, words in shown.items()}
    tall = sum(map(len, lines.values())) + 0.6 * len(lines)
    drawing = Drawing(
        9,
        0.9 + 0.2 * tall,
        x=(-5, WIDE + 2),
        y=(tall, -1),
        marks=tuple(_marks(lines, colours)),
        title=TITLE,
    )
    words = [word for row in shown.values() for word in row]
    grey = sum(word not in colours for word in words)
    bare = [number for number, row in shown.items() if not any(word in colours for word in row)]
    alt = f"{TITLE} Of {counted(len(words), 'word')} {grey} are grey"
    if bare:
        alt += f"; {named(bare)} wholly"
    return Chart(drawing, alt + ".")


def _lines(article: Article, words: Iterable[int]) -> Iterable[list[tuple[int, int, int]]]:
    """Rows of (word, from, letters), broken where a line is full."""
    line: list[tuple[int, int, int]] = []
    at = 0
    for word in words:
        letters = article.words[word].end - article.words[word].start
        if line and at + letters > WIDE:
            yield line
            line, at = [], 0
        line.append((word, at, letters))
        at += letters + 1
    if line:
        yield line


def _marks(
    lines: dict[int, list[list[tuple[int, int, int]]]], colours: dict[int, str]
) -> Iterator[Mark]:
    row = 0.0
    for number, of_paragraph in lines.items():
        yield Words((-1.5, row), str(number), 11, across="right")
        for line in of_paragraph:
            for word, at, letters in line:
                yield Bar(at, at + letters, row, 0.68, colours.get(word, FADED))
            row += 1
        row += 0.6
