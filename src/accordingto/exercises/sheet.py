"""A sheet: the exercises of one lesson, out of its YAML file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

import msgspec

from accordingto.content import Content
from accordingto.exercises.kinds import kind_of
from accordingto.exercises.material import Material, Materials
from accordingto.exercises.naming import likely
from accordingto.exercises.proofread import proofread, proofread_before, proofread_till
from accordingto.exercises.question import Question
from accordingto.yamlfile import Place, YamlFile

Mode = Literal["practice", "vote", "graded"]
_DIGESTS: dict[bytes, str] = {}  # by the whole question
# Fields that came after answers had been kept: where a question says nothing of them it is the same
# question, and its answers are not called older.
_SINCE: dict[str, Any] = {
    "arguments": (),
    "till": None,
    "least": 1,
    "quote": "none",
    "undisclosed": False,
    "criteria": (),
}


class Head(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A sheet's metadata; `objectives` are named by the exercises.

    `before` are two questions of earlier lessons to begin with, such as `00-start-here/0.1`.
    """

    lesson: str
    article: str
    objectives: dict[str, str]
    exercises: list[dict[str, Any]]
    before: tuple[str, ...] = ()


class NoExercise(LookupError):
    """A sheet has no exercise of that id."""


@dataclass(frozen=True)
class Sheet:
    """The exercises of a lesson, in order, by their ids.

    `materials` holds, by its name, each article that they are about. In the mode `practice` there
    is feedback at once; in `vote` every choice is voted on first; in `graded` answers are kept,
    and nothing here holds a key.
    """

    lesson: str
    article: str
    objectives: dict[str, str]
    questions: dict[str, Question[Any]]
    materials: Mapping[str, Material]
    before: tuple[str, ...] = ()
    mode: Mode = "practice"
    content: Content = field(default_factory=Content.kit)

    @classmethod
    def of(cls, lesson: str, content: Content | None = None) -> Sheet:
        """The sheet of a lesson by its name. Raises NoLesson for an unknown one.

        It is proofread as in `read`, unless it and its articles are the kit's own: these were when
        their notebook was built, and each article's reading waits for the question that needs it.
        """
        content = content or Content.kit()
        source = YamlFile.read(content.sheet(lesson))
        sheet = cls._of(source, content)
        files = [source.path, *map(content.seed, sheet.materials)]
        if not all(map(content.is_kits, files)):
            sheet._proofread(source)
        return sheet

    @classmethod
    def read(cls, path: Path, content: Content | None = None) -> Sheet:
        """The sheet in a file, about articles and after lessons of `content`, proofread.

        Raises ContentError, with file and line, where the file is not a sheet or has mistakes.
        """
        source = YamlFile.read(path)
        sheet = cls._of(source, content or Content.kit())
        sheet._proofread(source)
        return sheet

    @classmethod
    def _of(cls, source: YamlFile, content: Content) -> Sheet:
        head = source.convert(Head)
        if head.lesson != source.path.stem:
            raise source.error(("lesson",), f"expected {source.path.stem!r}, the name of the file")
        questions = _questions(source, head)
        return cls(
            head.lesson,
            head.article,
            head.objectives,
            questions,
            _materials(source, head, questions.values(), content),
            before=head.before,
            content=content,
        )

    def _proofread(self, source: YamlFile) -> None:
        proofread_before(self.before, source, self.content)
        for index, question in enumerate(self):
            place = ("exercises", index)
            data = source.data["exercises"][index]
            proofread(question, data, self.material(question), source, place)
            if question.till:
                proofread_till(question.till, source, place, self.content)

    def __getitem__(self, exercise: str) -> Question[Any]:
        try:
            return self.questions[exercise]
        except KeyError:
            known = ", ".join(self.questions)
            raise NoExercise(
                f"{self.lesson} has no exercise {exercise!r}; it has {known}"
            ) from None

    def __iter__(self) -> Iterator[Question[Any]]:
        return iter(self.questions.values())

    def material(self, question: Question[Any]) -> Material:
        """The article and the expert reading that a question is about."""
        return self.materials[question.article or self.article]

    @property
    def home(self) -> Material:
        """The article that the sheet is about, unless a question says otherwise."""
        return self.materials[self.article]


def digest(question: Question[Any]) -> str:
    """Returns twelve hexadecimal digits that change with the question, and not with its key.

    So an answer still belongs to its question after a key or a reason was mended. It is worked out
    once for each question, because every key press writes it.
    """
    whole = msgspec.json.encode(question)
    if whole not in _DIGESTS:
        asked = _as_ever(msgspec.to_builtins(question.without_key()))
        data = msgspec.json.encode(asked, order="sorted")
        _DIGESTS[whole] = hashlib.sha256(data).hexdigest()[:12]
    return _DIGESTS[whole]


def _as_ever(asked: Any) -> Any:
    """A question without the fields of which it says nothing and that are newer than answers."""
    if isinstance(asked, dict):
        return {
            name: _as_ever(value)
            for name, value in asked.items()
            if name not in _SINCE or value != _SINCE[name]
        }
    return [_as_ever(one) for one in asked] if isinstance(asked, list | tuple) else asked


def _questions(source: YamlFile, head: Head) -> dict[str, Question[Any]]:
    questions: dict[str, Question[Any]] = {}
    for index, data in enumerate(head.exercises):
        place = ("exercises", index)
        question = _question(source, place, data)
        if question.id in questions:
            raise source.error((*place, "id"), f"the id {question.id} is used twice")
        if question.objective not in head.objectives:
            hint = likely(question.objective, head.objectives)
            problem = f"there is no objective {question.objective!r} above{hint}"
            raise source.error((*place, "objective"), problem)
        questions[question.id] = question
    return questions


def _materials(
    source: YamlFile, head: Head, questions: Iterable[Question[Any]], content: Content
) -> Materials:
    """Raises ContentError where a question names an article that is not there."""
    places: dict[str, Place] = {head.article: ("article",)}
    for index, question in enumerate(questions):
        places.setdefault(question.article or head.article, ("exercises", index, "article"))
    for name, place in places.items():
        try:
            content.seed(name)
        except LookupError as error:
            raise source.error(place, str(error)) from None
    return Materials(places, content)


def _question(source: YamlFile, place: Place, data: dict[str, Any]) -> Question[Any]:
    try:
        kind = kind_of(str(data.get("kind")))
    except LookupError as error:
        raise source.error((*place, "kind"), str(error)) from None
    return source.convert_part(place, data, kind)
