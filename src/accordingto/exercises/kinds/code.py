"""A function of one's own. It returns values; they are compared outside of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any, ClassVar, Literal

import msgspec

from accordingto.exercises.material import Material
from accordingto.exercises.outcome import Outcome, Part, mean_outcome, verdict_of
from accordingto.exercises.question import Answer, Question, known
from accordingto.readings import Score

FULL, HALF = 0.95, 0.75  # F measures from which a list counts fully, or half


class Case(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A call of the function with one text, and what should come back.

    `text` may be `=article` or `=P12`: the article, or a paragraph of it; `expect` may be
    `=quotations`, the words of the expert's outermost quotations there. A hidden case is not
    shown before the function has been checked.
    """

    name: str
    text: str
    expect: Any
    why: str
    hidden: bool = False


class CodeAnswer(Answer, frozen=True, kw_only=True):
    """What the function returned for each case by name, or the sentence of its error."""

    values: dict[str, Any] | None = None
    errors: dict[str, str] = {}


class Code(Question[CodeAnswer], frozen=True, kw_only=True):
    """A function of one text.

    `equal` compares the values; `f` compares lists by precision and recall (F from .95 counts
    fully, from .75 half), so that an extractor that finds most earns most.
    """

    Answer: ClassVar[type[CodeAnswer]] = CodeAnswer

    function: str
    cases: tuple[Case, ...]
    measure: Literal["equal", "f"] = "equal"

    def run(self, function: Callable[[str], Any], material: Material) -> CodeAnswer:
        """Call the function on every case; what it raises becomes a sentence, not a traceback."""
        values: dict[str, Any] = {}
        errors: dict[str, str] = {}
        for case in self.cases:
            try:
                returned = function(_text(case, material))
                values[case.name] = msgspec.json.decode(msgspec.json.encode(returned))
            except Exception as error:  # noqa: BLE001 - a student's code may raise anything
                errors[case.name] = f"{type(error).__name__}: {error}"
        return CodeAnswer(values=values, errors=errors)

    def score(self, answer: CodeAnswer, material: Material) -> Outcome:
        """The mean over the cases."""
        if answer.values is None:
            return Outcome(credit=0.0, headline="Your function has not been checked yet")
        scored = [self._case(case, answer, material) for case in self.cases]
        return mean_outcome(
            [credit for credit, _ in scored], [part for _, part in scored], "checks"
        )

    def key(self, material: Material) -> CodeAnswer:
        """The values that are expected."""
        return CodeAnswer(values={case.name: _expected(case, material) for case in self.cases})

    def check_answer(self, answer: CodeAnswer) -> None:
        """Values and errors belong to cases."""
        names = [case.name for case in self.cases]
        known(answer.values or {}, names, "check")
        known(answer.errors, names, "check")

    def _case(self, case: Case, answer: CodeAnswer, material: Material) -> tuple[float, Part]:
        if case.name in answer.errors:
            text = f"The function stopped: {answer.errors[case.name]}. {case.why}"
            return 0.0, Part(verdict="wrong", label=case.name, text=text, ref=case.name)
        got = (answer.values or {}).get(case.name)
        expected = _expected(case, material)
        credit, said = (_by_f if self.measure == "f" else _by_equality)(got, expected)
        text = f"{said} {case.why}"
        return credit, Part(verdict=verdict_of(credit), label=case.name, text=text, ref=case.name)


def _by_equality(got: Any, expected: Any) -> tuple[float, str]:
    if got == expected:
        return 1.0, "As expected."
    return 0.0, f"Expected {expected!r}, got {got!r}."


def _by_f(got: Any, expected: list[Any]) -> tuple[float, str]:
    if not isinstance(got, list):
        return 0.0, f"Expected a list, got {type(got).__name__}."
    found, wanted = (Counter(map(repr, items)) for items in (got, expected))
    score = Score((found & wanted).total(), found.total(), wanted.total())
    said = f"{score.right} of {score.wanted} found, {score.found - score.right} too many."
    return (1.0 if score.f >= FULL else 0.5 if score.f >= HALF else 0.0), said


def _text(case: Case, material: Material) -> str:
    if case.text == "=article":
        return material.article.text
    if case.text.startswith("=P"):
        return material.article[material.article.paragraphs[int(case.text[2:]) - 1]]
    return case.text


def _expected(case: Case, material: Material) -> Any:
    if case.expect != "=quotations":
        return case.expect
    text = _text(case, material)
    start = material.article.text.find(text)
    return [
        material.article[quotation.span]
        for quotation in material.reading.quotations
        if quotation.inside is None and start <= quotation.span.start < start + len(text)
    ]


QUESTION = Code
