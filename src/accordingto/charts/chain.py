"""Whose words they are, and by which hands they came to the reader."""

from __future__ import annotations

from dataclasses import dataclass

from accordingto.charts.drawing import Box, Drawing, Line, Mark, Words
from accordingto.charts.figure import PALETTE, Chart, lettering
from accordingto.readings import Attribution, Link, Reading
from accordingto.text import Article
from accordingto.text.wording import listed

BOX, GAP, TALL = 2.4, 0.7, 1.4  # inches
FLOOR = 0.5  # inches below the boxes, for the words of hearsay


def chain(article: Article, reading: Reading, id: str) -> Chart:
    """The hands from the origin of one attribution to the reader, as far as the page says.

    A hand that the page does not disclose is a box with a broken edge and a question mark. The
    page's own words of hearsay ("reportedly") stand below the step to this page.
    Raises LookupError when the reading has no attribution of that id.
    """
    one = next((one for one in reading.attributions if one.id == id), None)
    if one is None:
        known = listed([one.id for one in reading.attributions]) or "none"
        raise LookupError(f"chain: the reading has no attribution {id!r}; there are {known}")
    origin = one.origin or Link(name="not stated", type="none")
    hands = [_hand(article, link) for link in (origin, *one.conduits)]
    evidentials = listed([f"“{article[place]}”" for place in one.evidentials])
    places = one.content or one.cue
    where = f"{id}, paragraph {article.paragraph_of(places[0])}" if places else id
    alt = (
        f"{where}: {', then '.join(hand.told for hand in hands)}, then this page, then the reader."
    )
    if evidentials:
        alt += f" The page says {evidentials}."
    stations = [*hands, _Hand("this page", "", ""), _Hand("the reader", "", "")]
    width = len(stations) * (BOX + GAP) - GAP
    marks: list[Mark] = []
    for step, hand in enumerate(stations):
        left = step * (BOX + GAP)
        marks += _box(left, hand)
        if step:
            sure = stations[step - 1].known and hand.known
            start, end = (left - GAP, FLOOR + TALL / 2), (left, FLOOR + TALL / 2)
            marks.append(Line((start, end), "black", 2.5, "-" if sure else "--", arrow=True))
    below = (len(hands) * (BOX + GAP) - GAP / 2, FLOOR - 0.1)
    words = lettering(evidentials, 40)
    marks.append(Words(below, words, 14, PALETTE[5], across="center", up="top", italic=True))
    drawing = Drawing(
        width + 0.4,
        FLOOR + TALL + 1.0,
        x=(-0.1, width + 0.1),
        y=(0, FLOOR + TALL + 0.1),
        marks=tuple(marks),
        title=f"{where}\n{lettering(_said(article, one), int(width * 8))}",
        title_size=15,
    )
    return Chart(drawing, alt)


@dataclass(frozen=True)
class _Hand:
    """A box: the name in it, what stands below the name, and how the alt text tells it."""

    name: str
    below: str
    told: str
    known: bool = True


def _hand(article: Article, link: Link) -> _Hand:
    if link.type == "undisclosed":
        return _Hand("?", "not disclosed", "a hand that the page does not disclose", known=False)
    if link.type == "none":
        return _Hand("?", "not stated", "a source that the page does not state", known=False)
    printed = article[link.spans[0]] if link.spans else link.name
    below = told = str(link.type)
    if link.name.casefold() not in printed.casefold():
        below, told = f"{below}\nprinted: “{printed}”", f"{told}, printed as “{printed}”"
    return _Hand(link.name, below, f"{link.name} ({told})")


def _said(article: Article, one: Attribution) -> str:
    words = " … ".join(article[place] for place in one.content or one.cue)
    return words if one.content else f"{words} (no content)"


def _box(left: float, hand: _Hand) -> list[Mark]:
    color = "black" if not hand.below else PALETTE[0] if hand.known else PALETTE[5]
    lower, upper = (left, FLOOR), (left + BOX, FLOOR + TALL)
    middle = (left + BOX / 2, FLOOR + TALL / 2)
    name = lettering(hand.name, 18, 3)
    below = "\n".join(lettering(line, 25, 2) for line in hand.below.splitlines())
    return [
        Box(lower, upper, color, "-" if hand.known else "--"),
        Words(middle, name, 14, across="center", up="bottom" if below else "center", bold=True),
        Words((middle[0], middle[1] - 0.08), below, 12, across="center", up="top"),
    ]
