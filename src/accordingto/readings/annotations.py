"""A reading as W3C Web Annotations (JSON-LD), which annotation tools of all kinds can open.

W3C Recommendation 23 February 2017, "Web Annotation Data Model". Positions count code points,
as TextPositionSelector does; TextQuoteSelector carries the words, so that it can be found again.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from accordingto.readings.marks import Layer, marks
from accordingto.readings.records import Reading
from accordingto.text import Article, Span

LAYERS: tuple[Layer, ...] = ("quotations", "reactions", "claims", "faults")
AROUND = 32  # code points of context on each side


def annotation_page(article: Article, reading: Reading) -> dict[str, Any]:
    """An AnnotationPage with one Annotation a mark, tagged with its layer and label.

    An attribution is tagged with its rule too; the words of its source and of its cue are
    Annotations of their own, which link to it.
    """
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": _iri(article, reading.reader),
        "type": "AnnotationPage",
        "items": [*_layers(article, reading), *_attributions(article, reading)],
    }


def _iri(article: Article, *parts: str) -> str:
    names = (quote(part, safe="") for part in (article.id, *parts))
    return ":".join(["urn:accordingto", *names])


def _layers(article: Article, reading: Reading) -> Iterator[dict[str, Any]]:
    for layer in LAYERS:
        for mark in marks(reading, layer):
            iri = _iri(article, reading.reader, layer, mark.id)
            yield _annotation(article, iri, mark.pieces, _tags(layer, mark.label))


def _attributions(article: Article, reading: Reading) -> Iterator[dict[str, Any]]:
    for one in reading.attributions:
        iri = _iri(article, reading.reader, "attributions", one.id)
        tags = _tags("attributions", one.form, one.rule)
        yield _annotation(article, iri, one.content or one.cue, tags)
        for part, pieces in (("source", one.source), ("cue", one.cue)):
            if pieces:
                yield _annotation(article, f"{iri}:{part}", pieces, [*_tags(part), iri], "linking")


def _tags(*values: str | None) -> list[Any]:
    return [
        {"type": "TextualBody", "purpose": "tagging", "value": value} for value in values if value
    ]


def _annotation(
    article: Article,
    iri: str,
    pieces: tuple[Span, ...],
    body: list[Any],
    motivation: str = "classifying",
) -> dict[str, Any]:
    return {
        "id": iri,
        "type": "Annotation",
        "motivation": motivation,
        "body": body,
        "target": [
            {"source": _iri(article), "selector": _selectors(article, piece)} for piece in pieces
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
