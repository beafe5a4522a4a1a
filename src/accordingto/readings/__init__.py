"""What readers find in an article, and how two readings compare."""

from accordingto.readings.agreement import Agreement, agreement, label_agreement
from accordingto.readings.compare import Comparison, Match, Score, compare, compare_marks
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
from accordingto.readings.written import from_json, read_written, seed, to_json

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
    "seed",
    "to_json",
]
