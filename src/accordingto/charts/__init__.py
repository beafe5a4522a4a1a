"""Figures: one a file, each a Chart with an alt text that says what it shows."""

from accordingto.charts.chain import chain
from accordingto.charts.figure import Chart
from accordingto.charts.machine_against_expert import machine_against_expert
from accordingto.charts.reactions import reactions
from accordingto.charts.share_of_voice import share_of_voice
from accordingto.charts.source_places import source_places
from accordingto.charts.verb_classes import verb_classes

__all__ = [
    "Chart",
    "chain",
    "machine_against_expert",
    "reactions",
    "share_of_voice",
    "source_places",
    "verb_classes",
]
