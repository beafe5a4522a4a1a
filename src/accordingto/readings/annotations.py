"""A reading as W3C Web Annotations (JSON-LD), which annotation tools of all kinds can open.

W3C Recommendation 23 February 2017, "Web Annotation Data Model". Positions count code points,
as TextPositionSelector does; TextQuoteSelector carries the words, so that it can be found again.
"""

from __future__ import annotations

from typing import Any

from accordingto.readings.marks import Layer, Mark, marks
from accordingto.readings.records import Reading
from accordingto.text import Article, Span

LAYERS: tuple[Layer, ...] = ("quotations", "attributions", "reactions", "claims", "faults")
AROUND = 32  # code points of context on each side


def annotation_page(article: Article, reading: Reading) -> dict[str, Any]:
    """An AnnotationPage with one Annotation a mark, each tagged with its layer and label."""
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": f"urn:accordingto:{article.id}:{reading.reader}",
        "type": "AnnotationPage",
        "items": [
            _annotation(article, reading, layer, mark)
            for layer in LAYERS
            for mark in marks(reading, layer)
        ],
    }


def _annotation(article: Article, reading: Reading, layer: Layer, mark: Mark) -> dict[str, Any]:
    return {
        "id": f"urn:accordingto:{article.id}:{reading.reader}:{layer}:{mark.id}",
        "type": "Annotation",
        "motivation": "classifying",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": value}
            for value in (layer, mark.label)
            if value
        ],
        "target": [
            {"source": f"urn:accordingto:{article.id}", "selector": _selectors(article, piece)}
            for piece in mark.pieces
        ],
    }


def _selectors(article: Article, span: Span) -> list[dict[str, Any]]:
    return [
        {"type": "TextPositionSelector", "start": span.start, "end": span.end},
        {
            "type": "TextQuoteSelector",
            "exact": article[span],
            "prefix": article.text[max(0, span.start - AROUND) : span.start],
            "suffix": article.text[span.end : span.end + AROUND],
        },
    ]
