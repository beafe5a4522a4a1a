"""Figures: one a file, each a Chart with an alt text that says what it shows."""

from accordingto.charts.figure import Chart
from accordingto.charts.share_of_voice import share_of_voice

__all__ = ["Chart", "share_of_voice"]
