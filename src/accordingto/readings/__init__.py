"""Readings: what a reader finds in an article, how two of them compare, and the expert's file.

How a machine comes to a reading is in `instrument`, and what a student is asked is in `exercises`.
"""

from accordingto.readings.agreement import Agreement, agreement, label_agreement
from accordingto.readings.compare import Comparison, Match, Score, compare, compare_marks
from accordingto.readings.expert import from_json, read_written, second_reading, seed, to_json
from accordingto.readings.marks import Layer, Mark, marks
from accordingto.readings.records import (
    Attribution,
    Case,
    Claim,
    Credit,
    Defensible,
    Fault,
    Link,
    Quotation,
    Reaction,
    Reading,
)

__all__ = [
    "Agreement",
    "Attribution",
    "Case",
    "Claim",
    "Comparison",
    "Credit",
    "Defensible",
    "Fault",
    "Layer",
    "Link",
    "Mark",
    "Match",
    "Quotation",
    "Reaction",
    "Reading",
    "Score",
    "agreement",
    "compare",
    "compare_marks",
    "from_json",
    "label_agreement",
    "marks",
    "read_written",
    "second_reading",
    "seed",
    "to_json",
]
