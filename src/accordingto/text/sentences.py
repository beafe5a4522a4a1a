"""Sentences by NLTK's Punkt, with a list of abbreviations instead of downloaded data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from accordingto.text.spans import Span

if TYPE_CHECKING:
    from nltk.tokenize.punkt import PunktSentenceTokenizer

ABBREVIATIONS = Path(__file__).with_name("abbreviations.txt")


def sentence_spans(text: str, offset: int = 0) -> Iterator[Span]:
    """The sentences of one paragraph. `offset` is where the paragraph begins in its article.

    Kiss and Strunk 2006, "Unsupervised multilingual sentence boundary detection".
    """
    for start, end in punkt().span_tokenize(text):
        yield Span(offset + start, offset + end)


@cache
def punkt() -> PunktSentenceTokenizer:
    """NLTK's tokenizer, knowing the abbreviations of abbreviations.txt and nothing else."""
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer, PunktToken

    class Token(PunktToken):  # type: ignore[misc]  # NLTK has no types
        """Punkt's token, without the time limit that NLTK sets on patterns from outside.

        These three are Punkt's own and take no longer than the token; the limit costs more.
        """

        _RE_ELLIPSIS = re.compile(PunktToken._RE_ELLIPSIS.pattern)
        _RE_NUMERIC = re.compile(PunktToken._RE_NUMERIC.pattern)
        _RE_INITIAL = re.compile(PunktToken._RE_INITIAL.pattern)

    parameters = PunktParameters()
    parameters.abbrev_types = set(abbreviations())
    return PunktSentenceTokenizer(parameters, token_cls=Token)


def abbreviations() -> list[str]:
    """The abbreviations, in lower case and without their last full stop, as Punkt wants them."""
    lines = ABBREVIATIONS.read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
