"""Lists by the words in them."""

from __future__ import annotations

from markupsafe import Markup

from accordingto.exercises.kinds.tuner import Tuner, TunerAnswer
from accordingto.exercises.material import Material
from accordingto.widgets.tallies.bars import Ticks
from accordingto.widgets.tallies.tally import Place, Readings

IN, OUT = "in", "out"
OWN = "\n"  # no word
READINGS = {IN: Markup("in the list"), OUT: Markup("not in it")}


def tally(question: Tuner, material: Material) -> Ticks:
    """A bar for each word that is offered, and one for whoever added a word of their own."""

    def read(answer: TunerAnswer) -> Readings:
        words = set(answer.words or ())
        found = {word: IN if word in words else OUT for word in question.words}
        return found | {OWN: IN if words - set(question.words) else OUT}

    places = [Place(word, Markup.escape(word), READINGS) for word in question.words]
    own = Place(OWN, Markup("<i>a word of one’s own</i>"), READINGS)
    return Ticks([*places, own], read, IN)
