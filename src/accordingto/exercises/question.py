"""What every kind of question shares. One kind is one file in `kinds/`."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Generic, Self, TypeVar

import msgspec

from accordingto.exercises.material import Material
from accordingto.exercises.outcome import Outcome

A = TypeVar("A", bound=msgspec.Struct)
Points = Annotated[float, msgspec.Meta(ge=0, le=1000)]
Paragraphs = tuple[Annotated[int, msgspec.Meta(ge=1)], ...]  # by their numbers
MayBeBlank = Annotated[str, msgspec.Meta(min_length=0)]  # the schema asks other texts for words
MOST_MARKS = 2_000
MANY = msgspec.Meta(max_length=MOST_MARKS)  # marks: more than anybody makes, and scored in no time
SOME = msgspec.Meta(min_length=1)  # of a list: at least one

ID = r"^[A-Za-z0-9]+\.[0-9]+$"


def in_sheets(**schema: Any) -> msgspec.Meta:
    """What the JSON Schema says, and a check asks for: without its key a question need not fit."""
    return msgspec.Meta(extra_json_schema=schema)


class AnswerError(ValueError):
    """An answer does not fit its question's type."""


class Answer(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """An answer; its fields are what the controls fill. A field left at None is not answered.

    `confidence` is how sure its giver is, of 100, where the question asks for it; it never counts.
    """

    confidence: Annotated[int, msgspec.Meta(ge=0, le=100)] | None = None


class Question(msgspec.Struct, Generic[A], frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question as it stands in `exercises/*.yaml`. `prompt` and the texts are Markdown.

    `reveal` makes it predict-then-reveal: the first answer is locked as a prediction, then the
    text is shown and the answer that counts is given. `vote` makes it vote-then-talk: the first
    answer is kept as a vote, then one sees how others voted and answers again. `others` shows
    theirs after a check. `article` asks about another article than the rest of the sheet does.
    `worked` is a worked example, and `code` some lines of Python, both shown on request.

    Every text of a sheet has words in it, but for fields that a kind says `may_be_blank`.
    """

    Answer: ClassVar[type[Any]]
    unscored: ClassVar[bool] = False
    may_be_blank: ClassVar[frozenset[str]] = frozenset()

    id: Annotated[str, in_sheets(pattern=ID)]
    kind: str
    title: str
    objective: str
    prompt: str
    points: Points = 1.0
    article: str | None = None
    reveal: str | None = None
    worked: str | None = None
    code: str | None = None
    confidence: bool = False
    vote: bool = False
    others: bool = False

    def score(self, answer: A, material: Material) -> Outcome:
        """What the answer is worth, and why. Deterministic; never raises for a fitting answer."""
        raise NotImplementedError

    def key(self, material: Material) -> A:
        """An answer that earns full marks."""
        raise NotImplementedError

    def check(self, material: Material) -> None:
        """Raise ValueError or LookupError where the question contradicts itself or the reading."""
        self.key(material)

    def without_key(self) -> Self:
        """The question as a student in an examination may hold it.

        No key is in it, no credit, no reason, nothing from which one could be read. A kind adds
        what it has of these. What is left looks the same on the screen.
        """
        return msgspec.structs.replace(
            self, worked=None, code=None, reveal=None, vote=False, others=False
        )

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

    def untouched(self, answer: A) -> bool:
        """Whether nothing has been answered yet."""
        return bool(msgspec.structs.replace(answer, confidence=None) == self.Answer())


def grade_id(exercise: str) -> str:
    """The name of an exercise's cell, in a notebook and in nbgrader's gradebook."""
    return f"ask-{exercise.replace('.', '-')}"
