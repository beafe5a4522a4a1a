"""Questions without keys, for examinations: the fields marked as shown, and no more.

A field whose type says `Shown` is handed out. Every other field goes out as it is by default, or
blank: a key, a credit or a reason is never shown because somebody forgot to take it out.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import msgspec

T = TypeVar("T")
R = TypeVar("R", bound=msgspec.Struct)


@dataclass(frozen=True)
class _Shown:
    by: str | None = None
    among: str | None = None


@dataclass(frozen=True)
class _Hidden:
    instead: Any


def shown(*, by: str | None = None, among: str | None = None) -> _Shown:
    """Marks a field that is handed out; of records, again, only what their fields say.

    Where the order of records is a key, they are sorted `by` one of their fields. What the field
    `among` holds is put among them, as records of the same kind.
    """
    return _Shown(by, among)


def hidden(instead: object) -> _Hidden:
    """Marks a field that is not handed out, and whose blank is a value of its own."""
    return _Hidden(instead)


Shown = Annotated[T, shown()]


def keyless(record: R) -> R:
    """The record with the fields that are `Shown`, and blanks for all others."""
    return _as(type(record), record)


def _as(kind: type[R], record: msgspec.Struct) -> R:
    fields = msgspec.structs.fields(kind)
    return kind(**{field.name: _value(field, record) for field in fields})


def _value(field: msgspec.structs.FieldInfo, record: msgspec.Struct) -> Any:
    for sign in getattr(field.type, "__metadata__", ()):
        if isinstance(sign, _Hidden):
            return sign.instead
        if isinstance(sign, _Shown):
            return _handed_out(sign, field, record)
    return _blank(field)


def _handed_out(sign: _Shown, field: msgspec.structs.FieldInfo, record: msgspec.Struct) -> Any:
    value = getattr(record, field.name)
    if not isinstance(value, tuple) or not any(isinstance(one, msgspec.Struct) for one in value):
        return keyless(value) if isinstance(value, msgspec.Struct) else value
    items = (*value, *(getattr(record, sign.among) if sign.among else ()))
    kept = [_as(type(value[0]), one) for one in items]
    if order := sign.by:
        kept.sort(key=lambda one: getattr(one, order))
    return tuple(kept)


def _blank(field: msgspec.structs.FieldInfo) -> Any:
    if field.default is not msgspec.NODEFAULT:
        return field.default
    if field.default_factory is not msgspec.NODEFAULT:
        return field.default_factory()
    return _blank_of(field.type)


def _blank_of(hint: Any) -> Any:
    """The least value of a type: nothing, no items, no text, zero."""
    kind, inner = get_origin(hint) or hint, get_args(hint)
    if kind is Annotated:
        return _blank_of(inner[0])
    if kind is Literal:
        return inner[0]
    if kind in (Union, UnionType):
        return None if NoneType in inner else _blank_of(inner[0])
    if kind is Any:
        return None
    if issubclass(kind, msgspec.Struct):
        return kind(**{field.name: _blank(field) for field in msgspec.structs.fields(kind)})
    return kind()
