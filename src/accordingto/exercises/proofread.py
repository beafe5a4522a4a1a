"""Mistakes in a sheet beyond the types of its fields, each said with the line it stands on."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import msgspec

from accordingto.content import Content
from accordingto.exercises.choosing import Choosing
from accordingto.exercises.material import Material
from accordingto.exercises.naming import Misnamed
from accordingto.exercises.question import ID, AnswerError, Question
from accordingto.yamlfile import Place, YamlFile

ARGUMENTS = 2  # of different answers: one alone would be taken for the key


def proofread_till(till: str, source: YamlFile, place: Place, content: Content) -> None:
    """Raise ContentError where a question is kept back till an exercise that is in no sheet."""
    lesson, _, exercise = till.partition("/")
    if lesson not in content.lessons():
        raise source.error((*place, "till"), f"there is no lesson {lesson!r}")
    path = content.sheet(lesson)
    named = rf'\bid"?: "{re.escape(exercise)}"'  # in YAML, or in JSON
    if not re.search(named, path.read_text(encoding="utf-8")):
        raise source.error((*place, "till"), f"{lesson} has no exercise {exercise!r}")


class _Id(msgspec.Struct):
    id: str


class _Ids(msgspec.Struct):
    """As much of a sheet as has to be read to know which exercises it has."""

    exercises: tuple[_Id, ...]


def proofread(
    question: Question[Any],
    data: dict[str, Any],
    material: Material,
    source: YamlFile,
    place: Place,
) -> None:
    """Raise ContentError where the exercise, whose `data` stand at `place`, are wrong."""
    if not re.fullmatch(ID, question.id):
        raise source.error((*place, "id"), f"expected an id such as '4.11', got {question.id!r}")
    values = list(_values(data, place))
    for where, value in values:
        if problem := _problem(where, value, question, material):
            raise source.error(where, problem)
    try:
        _check_flows(question)
        question.check(material)
        _check_key(question, material)
    except AnswerError as error:
        raise source.error(place, f"the key of {error}") from None
    except Misnamed as error:
        named = [where for where, value in values if error.name in (value, *where)]
        nearest = named[error.nth - 1] if len(named) >= error.nth else place
        raise source.error(nearest, f"exercise {question.id}: {error}") from None
    except (ValueError, LookupError) as error:
        raise source.error(place, f"exercise {question.id}: {error}") from None


def proofread_before(before: tuple[str, ...], source: YamlFile, content: Content) -> None:
    """Raise ContentError where a question to begin with is in no sheet of an earlier lesson."""
    for index, pointer in enumerate(before):
        lesson, _, exercise = pointer.partition("/")
        if lesson not in content.lessons(before=source.path.stem):
            raise source.error(("before", index), f"there is no earlier lesson {lesson!r}")
        earlier = YamlFile.read(content.sheet(lesson)).convert(_Ids)
        ids = [one.id for one in earlier.exercises]
        if exercise not in ids:
            problem = f"{lesson} has no exercise {exercise!r}; it has {', '.join(ids)}"
            raise source.error(("before", index), problem)


def _values(data: Any, place: Place) -> Iterator[tuple[Place, Any]]:
    """Every single value in some plain data, with its place."""
    if not isinstance(data, dict | list):
        yield place, data
        return
    for key, value in data.items() if isinstance(data, dict) else enumerate(data):
        yield from _values(value, (*place, key))


def _problem(place: Place, value: Any, question: Question[Any], material: Material) -> str | None:
    """Returns the mistake in a single value of an exercise, or None."""
    article = material.article
    if isinstance(value, str) and not value.strip() and place[-1] not in question.may_be_blank:
        return "expected some words here, and there are none"
    if isinstance(value, str) and (half := re.search("[\ud800-\udfff]", value)):
        return f"{half[0]!r} is half a character: write the character itself"
    if place[-2] in ("look", "paragraphs") and value > len(article.paragraphs):
        return f"there is no paragraph {value}: {article.id} has {len(article.paragraphs)}"
    if "key" in place and isinstance(value, str) and value.startswith("="):
        try:
            material.value(value[1:])
        except LookupError as error:
            return str(error)
    return None


def _check_flows(question: Question[Any]) -> None:
    if question.vote and not isinstance(question, Choosing):
        raise ValueError(f"a {question.kind} exercise has no choices that a class can be asked for")
    if question.vote and question.reveal:
        raise ValueError("expected `vote` or `reveal`, not both")
    if question.arguments and len({one.choice for one in question.arguments}) != ARGUMENTS:
        raise ValueError("expected two `arguments`, for two different answers, or none")
    if question.arguments and not question.vote:
        raise ValueError("`arguments` are shown after a vote: expected `vote: true`")


def _check_key(question: Question[Any], material: Material) -> None:
    key = question.answer(msgspec.to_builtins(question.key(material)))
    credit = question.score(key, material).credit
    if credit is not None and credit < 1:
        raise ValueError(f"its own key earns {credit:g}, expected 1")
