"""What a person can do with a draft. Deeds are kept in their order; undoing takes the last away."""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from accordingto.readings import Defensible
from accordingto.readings.records import SourceType, Stance
from accordingto.text import Span

Role = Literal["source", "cue", "content", "venue", "evidentials"]
Words = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
MOST = 5_000  # deeds on one page: more than anybody does


class Hand(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Who passed words on, or whose they are, as a person calls them."""

    name: Words
    type: SourceType


class Deed(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="do"):
    """Something that was done; `id` is the finding that it was done with."""


class Keep(Deed, frozen=True, kw_only=True, tag="keep"):
    """Yes: it is right as it is now."""

    id: str


class Drop(Deed, frozen=True, kw_only=True, tag="drop"):
    """No: it is none."""

    id: str


class Mark(Deed, frozen=True, kw_only=True, tag="mark"):
    """Other places in the page for some of its parts."""

    id: str
    places: dict[Role, tuple[Span, ...]]


class Call(Deed, frozen=True, kw_only=True, tag="call"):
    """Another form, or another class of its cue."""

    id: str
    field: Literal["form", "verb_class"]
    value: str | None


class Trace(Deed, frozen=True, kw_only=True, tag="trace"):
    """By which hands the words came: whose they are, and who passed them on, in order."""

    id: str
    origin: Hand | None
    conduits: Annotated[tuple[Hand, ...], msgspec.Meta(max_length=12)] = ()


class Split(Deed, frozen=True, kw_only=True, tag="split"):
    """Two statements instead of one: the second begins at the code point `at` of the page."""

    id: str
    at: int


class Add(Deed, frozen=True, kw_only=True, tag="add"):
    """A statement that the draft lacks: what is said in it, by whom, and with which cue."""

    content: Span
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()


class Otherwise(Deed, frozen=True, kw_only=True, tag="otherwise"):
    """How it could be read otherwise, with credit and reason; none takes it back."""

    id: str
    readings: Annotated[tuple[Defensible, ...], msgspec.Meta(max_length=12)]


class React(Deed, frozen=True, kw_only=True, tag="react"):
    """Another stance toward somebody or something, which the statement reports; or none."""

    id: str
    stance: Stance | None
    target: Words


class Unite(Deed, frozen=True, kw_only=True):
    """Two are one: `other` is taken into `one`. In the file they are called by what they are."""

    one: Words
    other: Words


class Join(Unite, frozen=True, kw_only=True, tag="join"):
    """Two statements, by their ids."""

    one: Words = msgspec.field(name="id")


class Merge(Unite, frozen=True, kw_only=True, tag="merge"):
    """Two people, by their names."""

    one: Words = msgspec.field(name="into")
    other: Words = msgspec.field(name="name")


class Part(Deed, frozen=True, kw_only=True, tag="part"):
    """Another person than was thought, wherever the page calls them by these words."""

    name: Words
    words: Words


class Predict(Deed, frozen=True, kw_only=True, tag="predict"):
    """A guess before correcting: how many statements of the draft are wrong, and most in what."""

    wrong: Annotated[int, msgspec.Meta(ge=0, le=MOST)]
    most: Words


AnyDeed = (
    Keep
    | Drop
    | Mark
    | Call
    | Trace
    | Split
    | Join
    | Add
    | Otherwise
    | React
    | Merge
    | Part
    | Predict
)
Deeds = Annotated[tuple[AnyDeed, ...], msgspec.Meta(max_length=MOST)]
