"""The head of a source or a cue: the words that a mark of it cannot do without."""

from __future__ import annotations

import re

from accordingto.exercises.material import Material
from accordingto.readings import Attribution, Mark
from accordingto.readings.marks import words_of
from accordingto.text import Span

_HELPING = re.compile(
    "has|have|had|having|is|are|was|were|be|been|being|do|does|did|will|would|can|could|may|might"
    "|must|shall|should",
    re.IGNORECASE,
)


def head(
    role: str, wanted: Attribution, words: frozenset[int], material: Material
) -> frozenset[int]:
    """The words that a mark cannot do without.

    Of a source they are those that name its origin, so far as it is named there; of a cue the
    verb, where all before it are helping verbs. Of all else they are all of its words.
    """
    if role == "source" and wanted.origin:
        return _words(wanted.origin.spans, material) & words or words
    if role == "cue":
        *before, last = sorted(words)
        texts = (material.article[material.article.words[index]] for index in before)
        return frozenset({last}) if all(map(_HELPING.fullmatch, texts)) else words
    return words


def _words(spans: tuple[Span, ...], material: Material) -> frozenset[int]:
    return words_of(material.article, Mark("", spans)) if spans else frozenset()
