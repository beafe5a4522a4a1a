"""The hands that a statement came by, in sentences made for it."""

from __future__ import annotations

import pytest

from accordingto.instrument import read
from accordingto.text import Article


def chain(text: str) -> tuple[str, list[str]]:
    one = read(Article("invented", text)).attributions[0]
    assert one.origin is not None
    return one.origin.name, [link.name for link in one.conduits]


@pytest.mark.parametrize(
    ("text", "origin", "conduits"),
    [
        ("“As the mayor said, we can wait.” Lee said.", "the mayor", ["Lee"]),
        ("“As the mayor put it, we can wait,” Lee said.", "the mayor", ["Lee"]),
        ("“As Ann Ash told us, we can wait,” Lee said.", "Lee", []),
        ("“As I said, we can wait,” Lee said.", "Lee", []),
        ("“As late as noon, we can wait,” Lee said.", "Lee", []),
        ("“Asked the mayor, we can wait,” Lee said.", "Lee", []),
        ("Lee reportedly said that it was late.", "Lee", ["not disclosed"]),
        ("“It is late,” Lee said, according to CNN.", "Lee", ["CNN"]),
        ("Lee said that it was late.", "Lee", []),
    ],
)
def test_the_origin_and_who_passed_it_on(text: str, origin: str, conduits: list[str]) -> None:
    assert chain(text) == (origin, conduits)


def test_the_one_who_is_relayed_is_not_the_he_that_follows() -> None:
    text = "“As the mayor said, we can wait,” Ann Lee said.\n“So we wait,” she said."
    found = read(Article("invented", text)).attributions
    assert [one.origin.name for one in found if one.origin] == ["the mayor", "Ann Lee"]
