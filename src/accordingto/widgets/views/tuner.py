"""A list of words, and how well it does while it is edited."""

from __future__ import annotations

from accordingto.exercises.kinds.tuner import Tuner, TunerAnswer, cues_found, figures
from accordingto.exercises.material import Material
from accordingto.widgets.markdown import block
from accordingto.widgets.views import Control, Said

_CODE = """\
```python
import re
from nltk.metrics import f_measure, precision, recall

words = {words}
pattern = r"\\b(?:" + "|".join(map(re.escape, words)) + r")\\b"
found = [match.start() for match in re.finditer(pattern, article.text, re.IGNORECASE)]
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
