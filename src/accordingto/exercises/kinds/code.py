"""A function to write. It returns values, which are compared outside of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import nullcontext
from typing import Annotated, Any, ClassVar, Literal

import msgspec

from accordingto.exercises.keyless import Shown
from accordingto.exercises.literal import literal
from accordingto.exercises.material import Material
from accordingto.exercises.naming import Misnamed, require_distinct, require_known
from accordingto.exercises.outcome import Outcome, Part, mean_outcome, verdict_of
from accordingto.exercises.question import Answer, MayBeBlank, Question, in_sheets
from accordingto.exercises.stopping import NotEnded, stopped_after
from accordingto.readings import Score
from accordingto.text import Article, Span
from accordingto.text.wording import counted

FULL, HALF = 0.95, 0.75  # F measures from which a list counts fully, or half
NOT_RUN = "It was not called with this text, since it had not ended with another."
LARGEST, DEEPEST = 100_000, 50  # bytes and levels of a value that is kept with every attempt


class Check(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A call of the function with one text, and what should come back.

    `text` may be `=article` or `=P12`: the article, or a paragraph of it, or of `page` where one is
    named; `expect` may be `=quotations`, the words of the expert's outermost quotations there. A
    hidden case is not shown before the function has been checked.
    """

    name: str
    text: MayBeBlank
    expect: Any
    why: str
    hidden: bool = False
    page: str | None = None


class CodeAnswer(Answer, frozen=True, kw_only=True):
    """A function's result for each case by name: a returned value or the sentence of its error."""

    values: dict[str, Any] | None = None
    errors: dict[str, str] = {}


class Code(Question[CodeAnswer], frozen=True, kw_only=True):
    """A function of one text.

    `equal` compares the values; `f` compares lists by precision and recall (F from .95 counts
    fully, from .75 half), so that an extractor that finds most earns most.
    """

    Answer: ClassVar[type[CodeAnswer]] = CodeAnswer
    typed: ClassVar[bool] = True
    may_be_blank: ClassVar[frozenset[str]] = frozenset({"text", "expect"})

    function: Shown[Annotated[str, in_sheets(pattern=r"^[^\W\d]\w*$")]]
    cases: Annotated[tuple[Check, ...], in_sheets(minItems=1)]
    measure: Shown[Literal["equal", "f"]] = "equal"

    def run(
        self, function: Callable[[str], Any], material: Material, *, seconds: float | None = None
    ) -> CodeAnswer:
        """Call the function on every case; what it raises becomes a sentence, not a traceback.

        A case that takes longer than `seconds` is stopped, and then no other is begun. Without,
        each takes the time it takes, as behind a wall, which has a limit of its own.
        """
        values: dict[str, Any] = {}
        errors: dict[str, str] = {}
        for case in self.cases:
            text = case_text(case, material)
            try:
                with stopped_after(seconds) if seconds else nullcontext():
                    values[case.name] = _plain(function(text))
            except NotEnded as error:
                errors[case.name] = str(error)
                left = [one.name for one in self.cases if one.name not in values | errors]
                return CodeAnswer(values=values, errors=errors | dict.fromkeys(left, NOT_RUN))
            except (Exception, SystemExit) as error:
                errors[case.name] = _sentence(error)
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

    def check(self, material: Material) -> None:
        """The function and each case have a name, texts are there, and F measures lists.

        Some case expects something, or a function that was never written would be right.
        """
        if not self.function.isidentifier():
            raise Misnamed(f"{self.function!r} is no name of a function", self.function)
        require_distinct([case.name for case in self.cases], "check")
        for case in self.cases:
            case_text(case, material)
        key = self.key(material)
        if self.cases and self.untouched(key):
            raise ValueError("every check expects nothing, as an unwritten function gives back")
        for name, expected in (key.values or {}).items():
            if self.measure == "f" and not isinstance(expected, list):
                raise ValueError(f"check {name}: expected a list after `expect:`")

    def check_answer(self, answer: CodeAnswer) -> None:
        """Values and errors belong to cases."""
        names = [case.name for case in self.cases]
        require_known(answer.values or {}, names, "check")
        require_known(answer.errors, names, "check")

    def untouched(self, answer: CodeAnswer) -> bool:
        """Whether the body is still to be written: then nothing comes back, and nothing fails."""
        returned = (answer.values or {}).values()
        return not answer.errors and all(value is None for value in returned)

    def _case(self, case: Check, answer: CodeAnswer, material: Material) -> tuple[float, Part]:
        if sentence := answer.errors.get(case.name):
            text = f"{_stopped(sentence)} {_tried_on(case, sentence)}{case.why}"
            return 0.0, Part(verdict="wrong", label=case.name, text=text, ref=case.name)
        if answer.values is None or case.name not in answer.values:
            text = "Not checked yet: run the cell again."
            return 0.0, Part(verdict="missing", label=case.name, text=text, ref=case.name)
        expected = _expected(case, material)
        by = _by_f if self.measure == "f" else _by_equality
        credit, said = by(answer.values[case.name], expected)
        text = f"{said} {_tried_on(case)}{case.why}"
        return credit, Part(verdict=verdict_of(credit), label=case.name, text=text, ref=case.name)


def _stopped(sentence: str) -> str:
    """How a call ended that gave nothing back: by an error, or because it did not end."""
    is_raised = " " not in sentence.partition(":")[0]  # else it is a sentence of ours
    return f"The function stopped: {literal(sentence)}." if is_raised else literal(sentence)


def _tried_on(case: Check, stopped: str = "") -> str:
    """The kind of text that a hidden check uses, in a sentence; "" for one that is in view."""
    if not case.hidden or stopped == NOT_RUN:
        return ""
    if case.text == "=article":
        return "It was tried on the whole article. "
    if case.text.startswith("=P"):
        return f"It was tried on paragraph {case.text.removeprefix('=P')} of the article. "
    words = len(case.text.split())
    if not words:
        return "It was tried on an empty text. "
    marks = {"curly": "“" in case.text or "”" in case.text, "straight": '"' in case.text}
    kinds = " and ".join(kind for kind, is_there in marks.items() if is_there)
    quoting = f"with {kinds} quotation marks" if kinds else "without double quotation marks"
    return f"It was tried on a text of {counted(words, 'word')}, {quoting}. "


def _by_equality(got: Any, expected: Any) -> tuple[float, str]:
    if got == expected:
        return 1.0, "As expected."
    return 0.0, f"Expected {_shown(expected)}, got {_shown(got)}."


def _by_f(got: Any, expected: list[Any]) -> tuple[float, str]:
    if not isinstance(got, list):
        return 0.0, f"Expected a list, got {type(got).__name__}."
    found, wanted = (Counter(map(repr, items)) for items in (got, expected))
    score = Score((found & wanted).total(), found.total(), wanted.total())
    said = f"{score.right} of {score.wanted} found, {score.found - score.right} too many."
    return (1.0 if score.f >= FULL else 0.5 if score.f >= HALF else 0.0), said


def _plain(returned: Any) -> Any:
    """The value as JSON has it; sets in order, so that the same function earns the same."""
    ordered = msgspec.to_builtins(returned, str_keys=True, order="deterministic")
    data = msgspec.json.encode(ordered)
    if len(data) > LARGEST:
        raise ValueError(f"what it returned is too long to keep, over {LARGEST} bytes")
    if _depth(value := msgspec.json.decode(data)) > DEEPEST:
        raise ValueError(f"what it returned is nested too deep, over {DEEPEST} levels")
    return value


def _depth(value: Any) -> int:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return 1 + max(map(_depth, inner), default=0)


def _sentence(error: BaseException) -> str:
    return _cut(f"{type(error).__name__}: {error}".removesuffix(": "))


def _shown(value: Any) -> str:
    return literal(_cut(repr(value)))


def _cut(text: str, limit: int = 400) -> str:
    return text if len(text) <= limit else text[:limit] + " …"


def _page(case: Check, material: Material) -> Material:
    """The page that a case reads: the question's, or another. Raises NoArticle."""
    return material.other(case.page) if case.page else material


def _place(case: Check, article: Article) -> Span | None:
    """The place in the article that a case is about. Raises LookupError if the text lacks it."""
    if case.text == "=article":
        return Span(0, len(article.text))
    if case.text.startswith("=P"):
        numbered = dict(enumerate(article.paragraphs, 1))
        number = case.text.removeprefix("=P")
        if not number.isdecimal() or int(number) not in numbered:
            raise LookupError(f"check {case.name}: there is no paragraph {number!r}")
        return numbered[int(number)]
    return None


def case_text(case: Check, material: Material) -> str:
    """The text that a case calls the function with. Raises LookupError for no such paragraph."""
    article = _page(case, material).article
    place = _place(case, article)
    return case.text if place is None else article[place]


def _expected(case: Check, material: Material) -> Any:
    if case.expect != "=quotations":
        return case.expect
    page = _page(case, material)
    place = _place(case, page.article)
    if place is None:
        raise LookupError(f"check {case.name}: `=quotations` needs `=article` or `=P…` as text")
    return [
        page.article[quotation.span]
        for quotation in page.reading.quotations
        if quotation.inside is None and place.contains(quotation.span)
    ]


QUESTION = Code
