"""A sheet: the exercises of one lesson, out of its YAML file."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import msgspec

from accordingto.content import content_root
from accordingto.exercises.kinds import kind_of
from accordingto.exercises.material import Material
from accordingto.exercises.names import likely
from accordingto.exercises.proofread import proofread, proofread_before
from accordingto.exercises.question import Question
from accordingto.yamlfile import Place, YamlFile

Mode = Literal["practice", "vote", "graded"]


class Head(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What a sheet says of itself; `objectives` are named by the exercises.

    `before` are two questions of earlier lessons to begin with, such as `00-start-here/0.1`.
    """

    lesson: str
    article: str
    objectives: dict[str, str]
    exercises: list[dict[str, Any]]
    before: tuple[str, ...] = ()


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

    @classmethod
    def of(cls, lesson: str) -> Sheet:
        """The sheet of a lesson by its name. Raises LookupError for an unknown one."""
        path = content_root() / "exercises" / f"{lesson}.yaml"
        if not path.is_file():
            known = ", ".join(lesson_names())
            raise LookupError(f"there is no lesson {lesson!r}; there are {known}")
        return cls.read(path)

    @classmethod
    def read(cls, path: Path, root: Path | None = None) -> Sheet:
        """The sheet in a file. `root` holds the `seeds/` it is about, the kit's own by default.

        Raises ContentError, with file and line, where the file is not a sheet.
        """
        source = YamlFile.read(path)
        head = source.convert(Head)
        if head.lesson != path.stem:
            raise source.error(("lesson",), f"expected {path.stem!r}, the name of the file")
        proofread_before(head.before, source)
        sheet = cls(head.lesson, head.article, head.objectives, {}, _Materials(root), head.before)
        for index, data in enumerate(head.exercises):
            question = _question(source, index, data)
            sheet._check_place(question, source, ("exercises", index))
            proofread(question, data, sheet.material(question), source, ("exercises", index))
            sheet.questions[question.id] = question
        return sheet

    def __getitem__(self, exercise: str) -> Question[Any]:
        try:
            return self.questions[exercise]
        except KeyError:
            known = ", ".join(self.questions)
            raise LookupError(
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

    def _check_place(self, question: Question[Any], source: YamlFile, place: Place) -> None:
        """Whether the question has its place here: its id, its objective and its article."""
        if question.id in self.questions:
            raise source.error((*place, "id"), f"the id {question.id} is used twice")
        if question.objective not in self.objectives:
            hint = likely(question.objective, self.objectives)
            problem = f"there is no objective {question.objective!r} above{hint}"
            raise source.error((*place, "objective"), problem)
        try:
            self.material(question)
        except LookupError as error:
            where = (*place, "article") if question.article else ("article",)
            raise source.error(where, str(error)) from None


def lesson_names() -> list[str]:
    """The names of all lessons, in order."""
    return sorted(file.stem for file in (content_root() / "exercises").glob("[0-9][0-9]-*.yaml"))


def lessons_before(lesson: str) -> list[str]:
    """The names of the lessons that come before this one, in order."""
    return [name for name in lesson_names() if name < lesson]


class _Materials(dict[str, Material]):
    """Each article's material, read when first asked for."""

    def __init__(self, root: Path | None) -> None:
        super().__init__()
        self._root = root

    def __missing__(self, name: str) -> Material:
        return self.setdefault(name, Material.of(name, self._root))


def digest(question: Question[Any]) -> str:
    """Twelve hexadecimal digits that change with what is asked, and not with its key.

    So an answer still belongs to its question after a key or a reason was mended.
    """
    asked = msgspec.json.encode(question.without_key(), order="sorted")
    return hashlib.sha256(asked).hexdigest()[:12]


def _question(source: YamlFile, index: int, data: dict[str, Any]) -> Question[Any]:
    place = ("exercises", index)
    try:
        kind = kind_of(str(data.get("kind")))
    except LookupError as error:
        raise source.error((*place, "kind"), str(error)) from None
    return source.convert_part(place, data, kind)
