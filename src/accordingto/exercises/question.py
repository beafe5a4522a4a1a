"""The base of every kind of question. One kind is one file in `kinds/`."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Generic, Self, TypeVar

import msgspec

from accordingto.exercises.keyless import Shown, keyless
from accordingto.exercises.material import Material
from accordingto.exercises.outcome import Outcome
from accordingto.exercises.steps import told_at

A = TypeVar("A", bound=msgspec.Struct)
Points = Annotated[float, msgspec.Meta(ge=0, le=1000)]
Paragraphs = tuple[Annotated[int, msgspec.Meta(ge=1)], ...]  # by their numbers
MayBeBlank = Annotated[str, msgspec.Meta(min_length=0)]  # the schema asks other texts for words
MOST_MARKS = 2_000
MANY = msgspec.Meta(max_length=MOST_MARKS)  # marks: more than anybody makes, and scored in no time
SOME = msgspec.Meta(min_length=1)  # of a list: at least one

ID = r"^[A-Za-z0-9]+\.[0-9]+$"


def in_sheets(**schema: Any) -> msgspec.Meta:
    """Rules stated in the JSON Schema and applied by a check; a keyless question need not fit."""
    return msgspec.Meta(extra_json_schema=schema)


class AnswerError(ValueError):
    """An answer does not fit its question's type."""


class Answer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An answer; its fields are what the controls fill. A field left at None is not answered.

    `confidence` is how sure its giver is, of 100, where the question asks for it; it never counts.
    """

    confidence: Annotated[int, msgspec.Meta(ge=0, le=100)] | None = None


class Argument(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The best that can be said for an answer, whether it is the key or not."""

    choice: str
    why: str


class Question(msgspec.Struct, Generic[A], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question as it stands in `exercises/*.yaml`. `prompt` and the texts are Markdown.

    `reveal` makes it predict-then-reveal: the first answer is locked as a prediction, then the
    text is shown and the answer that counts is given. `vote` makes it vote-then-talk: the first
    answer is kept as a vote, then one weighs two `arguments` for two different answers, and answers
    again. `till` names a later exercise, such as `08-source-audit/8.11`: before that was checked,
    nothing is told of this one. `article` asks about another article than the rest of the sheet.
    `worked` is a worked example, and `code` some lines of Python, both shown on request.

    `others` stands in sheets of an earlier kit, which are still read, and does nothing.

    Where answers are `typed`, they hold words of their writer's own, which may say who that is.

    Every text of a sheet has words in it, but for fields that a kind says `may_be_blank`. Fields
    of the type `Shown` are handed out with graded work, and no others.
    """

    Answer: ClassVar[type[Any]]
    unscored: ClassVar[bool] = False
    typed: ClassVar[bool] = False
    may_be_blank: ClassVar[frozenset[str]] = frozenset()

    id: Shown[Annotated[str, in_sheets(pattern=ID)]]
    kind: Shown[str]
    title: Shown[str]
    objective: Shown[str]
    prompt: Shown[str]
    points: Shown[Points] = 1.0
    article: Shown[str | None] = None
    reveal: str | None = None
    worked: str | None = None
    code: str | None = None
    confidence: Shown[bool] = False
    vote: bool = False
    others: bool = False
    arguments: tuple[Argument, ...] = ()
    till: Annotated[str, in_sheets(pattern=r"^[^/]+/[^/]+$")] | None = None

    def score(self, answer: A, material: Material) -> Outcome:
        """Score an answer, with reasons. Deterministic; never raises for a fitting answer."""
        raise NotImplementedError

    def key(self, material: Material) -> A:
        """An answer that earns full marks."""
        raise NotImplementedError

    def check(self, material: Material) -> None:
        """Raise ValueError or LookupError where the question contradicts itself or the reading."""
        self.key(material)

    def without_key(self) -> Self:
        """The question as a student in an examination may hold it: its `Shown` fields alone.

        No key is in it, no credit, no reason, nothing from which one could be read. What is left
        looks the same on the screen.
        """
        return keyless(self)

    def told(self, answer: A, material: Material, step: int) -> Outcome:
        """As much of the outcome as is told at the check of that number (see `steps`)."""
        return told_at(self.score(answer, material), step)

    def complete(self, answer: A, material: Material) -> bool:
        """Whether a checked answer is what was asked for, right or wrong; what is not is no answer.

        It is told nothing that would take its place, and does not count as done.
        """
        return True

    def begin(self) -> A:
        """The answer before anything was answered."""
        empty: A = self.Answer()
        return empty

    def answer(self, data: Any) -> A:
        """`data`, plain JSON, as this kind's answer. Raises AnswerError with one sentence."""
        try:
            answer: A = msgspec.convert(data, self.Answer)
            self.check_answer(answer)
            msgspec.json.encode(answer)  # half a surrogate pair, for one, could not be kept
        except (ValueError, RecursionError) as error:
            raise AnswerError(f"exercise {self.id}: this is no answer to it: {error}") from None
        return answer

    def check_answer(self, answer: A) -> None:
        """Raise ValueError where the answer names what the question does not offer."""

    def is_final(self, answer: A) -> bool:
        """Whether a check of this answer is the last, for it tells what would change the answer."""
        return False

    def untouched(self, answer: A) -> bool:
        """Whether nothing has been answered yet."""
        return bool(msgspec.structs.replace(answer, confidence=None) == self.Answer())
