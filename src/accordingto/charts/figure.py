"""A figure with words for those who cannot see it, shown the same way every time."""

from __future__ import annotations

import base64
import io
import textwrap
import warnings
from dataclasses import dataclass
from functools import cached_property
from html import escape
from typing import TYPE_CHECKING

from accordingto.charts.by_matplotlib import drawn
from accordingto.charts.by_svg import READABLE, svg
from accordingto.charts.drawing import Drawing, Words

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Okabe and Ito 2008, "Color Universal Design": told apart with any common colour blindness.
PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#999999")
HATCHES = ("", "//", "..", "xx", "\\\\", "++", "oo")
DOTS_PER_INCH = 144  # sharp on a projector
# Light and dark change places, and each hue stays: so a figure on a dark page is no white board.
STYLE = (
    '<style>:is([data-jp-theme-light="false"], .vscode-dark) .at-figure'
    "{filter:invert(.93) hue-rotate(180deg)}"
    ".at-figure-room:focus-visible{outline:2px solid;outline-offset:-2px}</style>"
)
# By these keys a notebook goes elsewhere, or does something to the cell: twice D would delete it.
OWN_KEYS = (
    "if(!(event.ctrlKey||event.altKey||event.metaKey))"
    r"if(/^(\w|Arrow(Left|Right))$/.test(event.key))event.stopPropagation()"
)


@dataclass(frozen=True)
class Chart:
    """A figure and its alt text, which says the finding and not only the form."""

    drawing: Drawing
    alt: str

    def __repr__(self) -> str:
        return f"Chart: {self.alt}"

    @cached_property
    def figure(self) -> Figure:
        """The figure of matplotlib, to go on with. Raises ImportError where there is none."""
        return drawn(self.drawing)

    def svg(self) -> str:
        """The figure as an element of a page, which matplotlib has no part in."""
        return svg(self.drawing, self.alt)

    def _repr_html_(self) -> str:
        try:
            source = f"data:image/png;base64,{base64.b64encode(self.png()).decode('ascii')}"
        except ImportError:
            return self._in_its_room(self.svg())
        words = escape(self.alt)
        return self._in_its_room(
            f'<img class="at-figure" style="{READABLE}" alt="{words}" src="{source}">'
        )

    def _in_its_room(self, picture: str) -> str:
        """The picture in what scrolls, by keys too, where the page is narrower than its words."""
        title = escape(" ".join(self.drawing.title.split()))
        return (
            f'{STYLE}<div class="at-figure-room" role="group" aria-label="Figure: {title}"'
            f' style="overflow-x:auto" tabindex="0" onkeydown="{OWN_KEYS}">{picture}</div>'
        )

    def png(self) -> bytes:
        """The picture, without the date and version that would make two drawings differ."""
        buffer = io.BytesIO()
        metadata = {"Software": None}
        with warnings.catch_warnings():
            # A letter that the font lacks is drawn as a box; the alt text has it.
            warnings.filterwarnings("ignore", message="Glyph .* missing from font")
            self.figure.savefig(buffer, format="png", dpi=DOTS_PER_INCH, metadata=metadata)
        return buffer.getvalue()


def nothing_to_draw(title: str, sentence: str) -> Chart:
    """A figure that says in words why it is empty."""
    words = Words((0, 0.5), sentence, 15)
    return Chart(Drawing(9, 2, (0, 1), (0, 1), (words,), title), f"{title} {sentence}")


def lettering(words: str, width: int, lines: int = 2) -> str:
    """Words of a page for a figure: in lines of `width` letters, cut with “…” after `lines`."""
    return "\n".join(textwrap.wrap(words, width, max_lines=lines, placeholder=" …"))
