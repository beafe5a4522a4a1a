"""Who is quoted how much."""

from __future__ import annotations

from collections.abc import Mapping

from accordingto.charts.figure import HATCHES, PALETTE, Chart, lettering, new_figure


def share_of_voice(words: Mapping[str, int], *, title: str = "Who is quoted how much?") -> Chart:
    """A bar for each speaker, the longest first, with words and percent written at its end.

    `words` counts each speaker's quoted words. Raises ValueError when nobody has any.
    """
    total = sum(words.values())
    if total <= 0:
        raise ValueError("share of voice: expected at least one quoted word")
    ranked = sorted(words.items(), key=lambda item: (-item[1], item[0]))
    said = [f"{name} {count} words ({count / total:.0%})" for name, count in ranked]
    figure = new_figure(9, 1.4 + 0.7 * len(ranked))
    axes = figure.subplots()
    for row, (_, count) in enumerate(ranked):
        axes.barh(
            row,
            count,
            color=PALETTE[row % len(PALETTE)],
            hatch=HATCHES[row % len(HATCHES)],
            edgecolor="white",
        )
        axes.text(count, row, f"  {count} words, {count / total:.0%}", va="center", fontsize=15)
    axes.set_yticks(range(len(ranked)), [lettering(name, 28) for name, _ in ranked], fontsize=16)
    axes.invert_yaxis()
    axes.set_xlim(0, ranked[0][1] * 1.35)
    axes.xaxis.set_visible(False)
    axes.spines[["top", "right", "bottom"]].set_visible(False)
    axes.set_title(title, fontsize=18, loc="left")
    return Chart(figure, f"{title} Of {total} quoted words: {', '.join(said)}.")
