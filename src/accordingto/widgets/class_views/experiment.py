"""Each reader's mean for each class of verb, as a dot on its line."""

from __future__ import annotations

from statistics import fmean

from accordingto.exercises.kinds.experiment import Experiment, ExperimentAnswer
from accordingto.exercises.material import Material
from accordingto.widgets.markdown import inline
from accordingto.widgets.tallies.dots import Dots
from accordingto.widgets.tallies.tally import Place, Readings


def tally(question: Experiment, material: Material) -> Dots:
    """A line for each class of verb."""

    def read(answer: ExperimentAnswer) -> Readings:
        means = {name: given for name, given in question.by_class(answer).items() if given}
        return {name: f"{fmean(given):.2f}" for name, given in means.items()}

    names = dict.fromkeys(verb.name for verb in question.verbs)
    places = [Place(name, inline(name), {}) for name in names]
    unit = f"mean rating, from {question.low} to {question.high}"
    return Dots(places, read, unit, scale=(1, question.steps))
