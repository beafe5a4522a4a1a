"""What the tests of figures share: readings that are hard to draw, and what each figure must be."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable

from accordingto.charts import Chart
from accordingto.readings import Attribution, Link, Quotation, Reaction, Reading
from accordingto.text import Article, Span

PLAIN = Article("plain", "The sky is blue.\nThe sea is green.")
NOTHING = Reading(article="plain", reader="expert")

LONG = (
    "The Right Honourable Permanent Under-Secretary of State for Everything at $5 and $6 — 委員會"
)


def crowded(sources: int) -> tuple[Article, Reading]:
    """As many paragraphs as sources, all with long names, dollars and letters no font has."""
    text = "\n".join(f"{LONG} {number} said: “No, {number}.”" for number in range(sources))
    article = Article("crowded", text)
    attributions, quotations, reactions = [], [], []
    for number, place in enumerate(article.paragraphs):
        words = article[place]
        cue = place.start + words.index("said")
        name = Span(place.start, cue - 1)
        content = Span(place.start + words.index("“"), place.end)
        one = f"A{number:04}"
        said = Span(cue, cue + 4)
        quotations.append(Quotation(id=f"Q{number}", span=content, attribution=one))
        attributions.append(
            Attribution(
                id=one,
                form="direct",
                source=(name,),
                cue=(said,),
                content=(content,),
                origin=Link(name=article[name], type="named official", spans=(name,)),
                conduits=(Link(name="not disclosed", type="undisclosed"),) * (number % 4),
                evidentials=(said,) * (number % 3),
            )
        )
        reactions.append(Reaction(id=f"R{number}", actor=article[name], target=LONG, stance="urge"))
    reading = Reading(
        article="crowded",
        reader="expert",
        quotations=tuple(quotations),
        attributions=tuple(attributions),
        reactions=tuple(reactions),
    )
    return article, reading


def size(chart: Chart) -> tuple[int, int]:
    """Width and height in pixels of a whole picture."""
    picture = chart.png()
    assert picture.startswith(b"\x89PNG\r\n\x1a\n")
    assert picture.endswith(struct.pack(">I", zlib.crc32(b"IEND")))
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def same_twice(draw: Callable[[], Chart]) -> bool:
    """Whether drawing anew gives the same bytes."""
    return draw().png() == draw().png()
