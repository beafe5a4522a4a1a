"""Figures: one a file, each a Chart with an alt text that says what it shows.

They draw readings that are there already: nothing is found, compared or scored here.
"""

from accordingto.charts.bars import bars
from accordingto.charts.chain import chain
from accordingto.charts.chains import chains
from accordingto.charts.discs import discs
from accordingto.charts.faded import faded
from accordingto.charts.figure import Chart
from accordingto.charts.intervals import intervals
from accordingto.charts.machine_against_expert import machine_against_expert
from accordingto.charts.means import means
from accordingto.charts.page_by_page import page_by_page
from accordingto.charts.reactions import reactions
from accordingto.charts.share_of_voice import share_of_voice
from accordingto.charts.source_places import source_places
from accordingto.charts.verb_classes import verb_classes

__all__ = [
    "Chart",
    "bars",
    "chain",
    "chains",
    "discs",
    "faded",
    "intervals",
    "machine_against_expert",
    "means",
    "page_by_page",
    "reactions",
    "share_of_voice",
    "source_places",
    "verb_classes",
]
