"""YAML that people write, read into typed records; mistakes are said with file and line."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

T = TypeVar("T")
Key = str | int
Place = tuple[Key, ...]

_STEP = re.compile(r"\.([^.\[]+)|\[(\d+|\.\.\.)\]")
_TYPE = re.compile(r"(Expected|got) `([^`]+)`")
_TYPE_WORDS = {
    "object": "named fields",
    "array": "a list",
    "str": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "null": "nothing",
}
_UNKNOWN_FIELD = re.compile(r"unknown field `([^`]+)`")


class ContentError(ValueError):
    """A content file is wrong: where, what it says and what was expected."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(f"{path}, line {line}: {problem}")
        self.path, self.line, self.problem = path, line, problem


@dataclass(frozen=True)
class YamlFile:
    """A parsed file: its plain data, and the line of every key and item in it."""

    path: Path
    data: Any
    lines: dict[Place, int]

    @classmethod
    def read(cls, path: Path) -> YamlFile:
        """Raises ContentError when the file cannot be read, or names a key twice."""
        text = _text(path)
        if (data := _json(text)) is not None:
            return cls(path, data, {})
        try:
            node = _composed(text)
            lines: dict[Place, int] = {}
            _collect_lines(path, node, (), lines)
            return cls(path, _Loader("").construct_document(node) if node else None, lines)
        except yaml.MarkedYAMLError as error:
            line = error.problem_mark.line + 1 if error.problem_mark else 1
            raise ContentError(path, line, f"not YAML: {error.problem or error.context}") from None
        except yaml.reader.ReaderError as error:
            line = text.count("\n", 0, error.position) + 1
            raise ContentError(path, line, f"not YAML: {error.reason}") from None
        except RecursionError:
            raise ContentError(path, 1, "not YAML: it is nested too deep, or in itself") from None

    def convert(self, kind: type[T]) -> T:
        """The data as `kind`. Raises ContentError at the place that does not fit."""
        return self.convert_part((), self.data, kind)

    def convert_part(self, place: Place, data: Any, kind: type[T]) -> T:
        """`data`, which stands at `place` in the file, as `kind`. Raises ContentError."""
        try:
            return msgspec.convert(data, kind)
        except msgspec.ValidationError as error:
            message, _, path = str(error).partition(" - at ")
            inner = _steps(path.strip("`"))
            unknown = _UNKNOWN_FIELD.findall(message)
            hint = _likely(unknown[0], kind) if unknown else ""
            if message.startswith("Invalid enum value") and inner:
                hint = _offered(inner, kind)
            raise self.error((*place, *inner, *unknown), _in_words(message) + hint) from None

    def error(self, place: Place, problem: str) -> ContentError:
        """A ContentError at `place`, or at the nearest place around it that has a line."""
        while place and place not in self.lines:
            place = place[:-1]
        return ContentError(self.path, self.lines.get(place, 1), problem)


class _Loader(yaml.SafeLoader):
    """A value that is none, such as the 30th of February, is said with its line."""

    def construct_object(self, node: yaml.Node, deep: bool = False) -> Any:
        try:
            return super().construct_object(node, deep)
        except ValueError as error:
            raise yaml.constructor.ConstructorError(
                None, None, str(error), node.start_mark
            ) from None


def _json(text: str) -> dict[str, Any] | None:
    """The fields of a file that is one line of JSON, which is YAML too, and read at once.

    A browser has no libyaml, so what the kit puts there is written so.
    """
    if not text.startswith("{") or "\n" in text.rstrip("\n"):
        return None
    try:
        found: dict[str, Any] = json.loads(text, object_pairs_hook=_named_once)
    except ValueError:
        return None
    return found


def _named_once(fields: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(found := dict(fields)) < len(fields):
        raise ValueError("a field is named twice")
    return found


def _composed(text: str) -> yaml.Node | None:
    """libyaml is ten times as fast; where it stumbles, the other parser says better why."""
    if yaml.__with_libyaml__:
        with suppress(yaml.YAMLError):
            return yaml.compose(text, Loader=yaml.CSafeLoader)
    return _Loader(text).get_single_node()


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise ContentError(path, 1, "there is no such file") from None
    except UnicodeDecodeError as error:
        problem = f"not UTF-8 text, byte {error.start} cannot be read"
        raise ContentError(path, 1, problem) from None
    except OSError as error:
        raise ContentError(path, 1, f"cannot be read: {error.strerror}") from None


def _collect_lines(
    path: Path, node: yaml.Node | None, place: Place, lines: dict[Place, int]
) -> None:
    if node is None:
        return
    lines.setdefault(place, node.start_mark.line + 1)
    if isinstance(node, yaml.SequenceNode):
        for number, item in enumerate(node.value):
            _collect_lines(path, item, (*place, number), lines)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if not isinstance(key, yaml.ScalarNode):
                raise ContentError(
                    path, key.start_mark.line + 1, "expected a word before the colon"
                )
            here = (*place, key.value)
            if here in lines:
                raise ContentError(path, key.start_mark.line + 1, f"{key.value!r} is named twice")
            lines[here] = key.start_mark.line + 1
            _collect_lines(path, value, here, lines)


def _in_words(message: str) -> str:
    """A message with its types as an author would call them."""

    def named(found: re.Match[str]) -> str:
        types = found[2].split(" | ")
        return f"{found[1]} {' or '.join(_TYPE_WORDS.get(one, one) for one in types)}"

    return _TYPE.sub(named, message)


def _steps(path: str) -> Place:
    return tuple(
        name or (int(number) if number.isdigit() else number)
        for name, number in _STEP.findall(path)
    )


def _likely(unknown: str, kind: type) -> str:
    """A likely spelling for an unknown field, taken from every field the type can hold."""
    close = difflib.get_close_matches(unknown, sorted(_field_names(kind)), n=1)
    return f"; did you mean `{close[0]}`?" if close else ""


def _offered(place: Place, kind: type) -> str:
    """The words that can stand at a place in the type."""
    [whole], records = msgspec.json.schema_components([kind], ref_template="{name}")
    forms = list(_forms(whole, records))
    for step in place:
        inner = [one for form in forms for one in _within(form, step)]
        forms = [form for one in inner for form in _forms(one, records)]
    words = {str(word) for form in forms for word in form.get("enum", [])}
    words |= {word for form in forms if form.get("type") == "boolean" for word in ("true", "false")}
    return f"; expected {', '.join(sorted(words))}" if words else ""


def _forms(schema: dict[str, Any], records: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """A schema and the alternatives in it, each record in place of its name."""
    form = records[schema["$ref"]] if "$ref" in schema else schema
    yield form
    for one in form.get("anyOf", []):
        yield from _forms(one, records)


def _within(form: dict[str, Any], step: Key) -> Iterator[dict[str, Any]]:
    """The schema's entry for a field of that name, or for each item or value."""
    if step in form.get("properties", {}):
        yield form["properties"][step]
    for name in ("items", "additionalProperties"):
        if isinstance(form.get(name), dict):
            yield form[name]


def _field_names(kind: type) -> set[str]:
    return {name for fields in _fields(kind) for name in fields}


def _fields(kind: type) -> list[dict[str, Any]]:
    schemas = msgspec.json.schema_components([kind])[1]
    return [schema.get("properties", {}) for schema in schemas.values()]
