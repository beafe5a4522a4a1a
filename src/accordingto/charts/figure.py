"""A figure with words for those who cannot see it, shown the same way every time."""

from __future__ import annotations

import base64
import io
import textwrap
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Okabe and Ito 2008, "Color Universal Design": told apart with any common colour blindness.
PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#999999")
HATCHES = ("", "//", "..", "xx", "\\\\", "++", "oo")
DOTS_PER_INCH = 144  # sharp on a projector


@dataclass(frozen=True)
class Chart:
    """A drawn figure and its alt text, which says the finding and not only the form."""

    figure: Figure
    alt: str

    def __repr__(self) -> str:
        return f"Chart: {self.alt}"

    def _repr_html_(self) -> str:
        picture = base64.b64encode(self.png()).decode("ascii")
        source = f"data:image/png;base64,{picture}"
        return f'<img style="max-width:100%" alt="{escape(self.alt)}" src="{source}">'

    def png(self) -> bytes:
        """The picture, without the date and version that would make two drawings differ."""
        buffer = io.BytesIO()
        metadata = {"Software": None}
        with warnings.catch_warnings():
            # A letter that the font lacks is drawn as a box; the alt text has it.
            warnings.filterwarnings("ignore", message="Glyph .* missing from font")
            self.figure.savefig(buffer, format="png", dpi=DOTS_PER_INCH, metadata=metadata)
        return buffer.getvalue()


def new_figure(width: float, height: float) -> Figure:
    """A figure of that many inches that no window and no global state knows of."""
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height), layout="constrained")


def nothing_to_draw(title: str, sentence: str) -> Chart:
    """A figure that says in words why it is empty."""
    figure = new_figure(9, 2)
    axes = figure.subplots()
    axes.axis("off")
    axes.set_title(title, fontsize=18, loc="left")
    axes.text(0, 0.5, sentence, fontsize=15, va="center")
    return Chart(figure, f"{title} {sentence}")


def lettering(words: str, width: int, lines: int = 2) -> str:
    """Words of a page for a figure: wrapped to `width` letters, cut with “…” after `lines` lines.

    A dollar stays a dollar and never begins a formula.
    """
    wrapped = textwrap.wrap(words, width, max_lines=lines, placeholder=" …")
    return "\n".join(wrapped).replace("$", r"\$")


def listed(parts: Sequence[str]) -> str:
    """“a”, “a and b”, “a, b and c”."""
    return " and ".join([*([", ".join(parts[:-1])] if parts[1:] else []), *parts[-1:]])


def counted(number: int, one: str, many: str | None = None) -> str:
    """“1 word”, “2 words”."""
    return f"{number} {one if number == 1 else many or one + 's'}"
