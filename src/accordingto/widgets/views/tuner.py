"""A list of words, and how well it does while it is edited."""

from __future__ import annotations

from accordingto.exercises.kinds.tuner import (
    LONGEST,
    MOST,
    Tuner,
    TunerAnswer,
    cues_found,
    figures,
)
from accordingto.exercises.material import Material
from accordingto.widgets.markdown import block
from accordingto.widgets.views import Control, Said

_CODE = """\
```python
import re

words = {words}
longest_first = sorted(map(re.escape, words), key=len, reverse=True)
pattern = rf"(?<!\\w)(?:{{'|'.join(longest_first)}})(?!\\w)"
found = [match.span() for match in re.finditer(pattern, ask.article.text, re.IGNORECASE)]
cues = [one.cue for one in ask.expert.attributions if one.cue]

def meet(hit, cue):
    return any(hit[0] < piece.end and piece.start < hit[1] for piece in cue)

right = sum(any(meet(hit, cue) for hit in found) for cue in cues)
wrong = sum(not any(meet(hit, cue) for cue in cues) for hit in found)
precision, recall = right / max(1, right + wrong), right / len(cues)
f = 2 * right / (right + wrong + len(cues))
```
"""


def parts(question: Tuner, material: Material) -> list[Control]:
    """The words to tick, with those of the start ticked, and a field for more."""
    return [
        {
            "part": "tuner",
            "field": "words",
            "label": "The words of the list",
            "words": list(question.words),
            "start": list(question.start),
            "longest": LONGEST,
            "most": MOST,
        }
    ]


def said(question: Tuner, answer: TunerAnswer, material: Material) -> Said:
    """The list in one line."""
    return [] if answer.words is None else [("List", ", ".join(answer.words) or "no word")]


def meter(question: Tuner, answer: TunerAnswer, material: Material) -> str | None:
    """How well the list does on the article, as HTML; None where there is nothing to measure by."""
    if not material.reading.attributions:
        return None
    return block(figures(cues_found(_words(question, answer), material)))


def code(question: Tuner, answer: TunerAnswer) -> str:
    """The lines of Python that do what the widget does."""
    return _CODE.format(words=list(_words(question, answer)))


def _words(question: Tuner, answer: TunerAnswer) -> tuple[str, ...]:
    return question.start if answer.words is None else answer.words
