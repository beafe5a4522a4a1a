"""A figure with words for those who cannot see it, shown the same way every time."""

from __future__ import annotations

import base64
import io
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
        self.figure.savefig(buffer, format="png", dpi=DOTS_PER_INCH, metadata=metadata)
        return buffer.getvalue()


def new_figure(width: float, height: float) -> Figure:
    """A figure of that many inches that no window and no global state knows of."""
    from matplotlib.figure import Figure

    return Figure(figsize=(width, height), layout="constrained")
