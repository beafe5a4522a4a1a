"""Whose words they are, and by which hands they came to the reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from accordingto.charts.figure import PALETTE, Chart, lettering, listed, new_figure
from accordingto.readings import Attribution, Link, Reading
from accordingto.text import Article

if TYPE_CHECKING:
    from matplotlib.axes import Axes

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
    figure = new_figure(width + 0.4, FLOOR + TALL + 1.0)
    axes = figure.subplots()
    axes.set(xlim=(-0.1, width + 0.1), ylim=(0, FLOOR + TALL + 0.1))
    axes.axis("off")
    axes.set_title(
        f"{where}\n{lettering(_said(article, one), int(width * 8))}", fontsize=15, loc="left"
    )
    for step, hand in enumerate(stations):
        _draw(axes, step * (BOX + GAP), hand)
    for step in range(1, len(stations)):
        sure = stations[step - 1].known and stations[step].known
        _arrow(axes, step * (BOX + GAP) - GAP, sure)
    axes.text(
        len(hands) * (BOX + GAP) - GAP / 2,
        FLOOR - 0.1,
        lettering(evidentials, 40),
        ha="center",
        va="top",
        fontsize=14,
        style="italic",
        color=PALETTE[5],
    )
    return Chart(figure, alt)


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


def _draw(axes: Axes, left: float, hand: _Hand) -> None:
    from matplotlib.patches import FancyBboxPatch

    color = "black" if not hand.below else PALETTE[0] if hand.known else PALETTE[5]
    axes.add_patch(
        FancyBboxPatch(
            (left + 0.1, FLOOR + 0.1),
            BOX - 0.2,
            TALL - 0.2,
            boxstyle="round,pad=0.1",
            facecolor="white",
            edgecolor=color,
            linewidth=2.5,
            linestyle="-" if hand.known else "--",
        )
    )
    middle = (left + BOX / 2, FLOOR + TALL / 2)
    name = lettering(hand.name, 18, 3)
    below = "\n".join(lettering(line, 25, 2) for line in hand.below.splitlines())
    aligned = "bottom" if below else "center"
    axes.text(*middle, name, ha="center", va=aligned, fontsize=14, weight="bold")
    axes.text(middle[0], middle[1] - 0.08, below, ha="center", va="top", fontsize=12)


def _arrow(axes: Axes, start: float, sure: bool) -> None:
    height = FLOOR + TALL / 2
    style = {
        "arrowstyle": "-|>",
        "linewidth": 2.5,
        "linestyle": "-" if sure else "--",
        "mutation_scale": 20,
    }
    axes.annotate("", (start + GAP, height), (start, height), arrowprops=style)
