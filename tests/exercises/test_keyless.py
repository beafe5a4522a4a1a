"""Shown is said: what a field does not say of itself is not handed out."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
import pytest

from accordingto.exercises import Question
from accordingto.exercises.keyless import Shown, hidden, keyless, shown
from accordingto.exercises.kinds import kind_names, kind_of


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    id: Shown[str]
    why: str


class Placed(Piece, frozen=True, kw_only=True):
    depth: int = 0


class Kept(msgspec.Struct, frozen=True, kw_only=True):
    """A record with a field of every type that a kind has."""

    name: Shown[str] = "by default"
    text: str
    number: float
    yes: bool
    one: Literal["a", "b"]
    maybe: str | None
    either: bool | Literal["both"]
    some: tuple[int, ...]
    table: dict[str, Piece]
    anything: Any
    inner: Piece
    many: list[str] = []
    band: Annotated[float, hidden(1.0)]
    pieces: Shown[tuple[Piece, ...]]
    cards: Annotated[tuple[Placed, ...], shown(by="id", among="decoys")]
    decoys: tuple[Piece, ...]


WHOLE = Kept(
    name="n",
    text="secret",
    number=4.5,
    yes=True,
    one="b",
    maybe="secret",
    either="both",
    some=(1, 2),
    table={"a": Piece(id="a", why="secret")},
    anything={"secret": 1},
    inner=Piece(id="i", why="secret"),
    many=["secret"],
    band=0.3,
    pieces=(Piece(id="q", why="secret"), Piece(id="p", why="secret")),
    cards=(Placed(id="k3", why="secret", depth=2), Placed(id="k1", why="secret", depth=1)),
    decoys=(Piece(id="k2", why="secret"),),
)


def test_what_is_shown_stays_and_all_else_is_blank() -> None:
    assert msgspec.to_builtins(keyless(WHOLE)) == {
        "name": "n",
        "text": "",
        "number": 0.0,
        "yes": False,
        "one": "a",
        "maybe": None,
        "either": False,
        "some": (),
        "table": {},
        "anything": None,
        "inner": {"id": "", "why": ""},
        "many": [],
        "band": 1.0,
        "pieces": ({"id": "q", "why": ""}, {"id": "p", "why": ""}),
        "cards": tuple({"id": f"k{n}", "why": "", "depth": 0} for n in (1, 2, 3)),
        "decoys": (),
    }


def test_the_order_of_what_is_sorted_tells_nothing() -> None:
    turned = msgspec.structs.replace(WHOLE, cards=WHOLE.cards[::-1])
    assert keyless(turned) == keyless(WHOLE)
    assert keyless(keyless(WHOLE)) == keyless(WHOLE)


class Unsaid(Question[Any], frozen=True, kw_only=True):
    """A kind that says nothing of its fields."""

    key_of_it: str
    options: tuple[Piece, ...]


def test_a_kind_that_says_nothing_hands_out_nothing_of_its_own() -> None:
    asked = Unsaid(
        id="1.1",
        kind="unsaid",
        title="T",
        objective="o",
        prompt="P",
        reveal="secret",
        worked="secret",
        code="secret",
        key_of_it="secret",
        options=(Piece(id="secret", why="secret"),),
    )
    handed_out = asked.without_key()
    assert "secret" not in msgspec.json.encode(handed_out).decode()
    assert (handed_out.id, handed_out.title, handed_out.prompt) == ("1.1", "T", "P")


@pytest.mark.parametrize("kind", kind_names())
def test_no_kind_takes_its_key_out_by_hand(kind: str) -> None:
    assert kind_of(kind).without_key is Question.without_key
