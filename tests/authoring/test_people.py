"""Who on a page can be another one under a different name."""

from __future__ import annotations

import pytest

from accordingto.authoring.people import alike
from accordingto.readings import Link
from accordingto.readings.records import SourceType


def link(name: str, type: SourceType) -> Link:
    return Link(name=name, type=type)


PRESIDENT = link("The president", "named official")
BIDEN = link("Joe Biden", "named official")


@pytest.mark.parametrize(
    ("one", "other", "can_be"),
    [
        (PRESIDENT, BIDEN, True),
        (link("the council", "institution"), link("Harrow Borough", "institution"), True),
        (link("Its authors", "unnamed group"), link("Two scientists", "unnamed group"), True),
        (link("Castellan", "institution"), link("Castellan Works", "institution"), True),
        (
            link("The press release of the University of Sandmere", "document"),
            link("the University’s release", "document"),
            True,
        ),
        (BIDEN, link("Marco Rubio", "named politician"), False),
        (PRESIDENT, link("Castellan Works", "institution"), False),
        (PRESIDENT, link("US officials", "unnamed group"), False),
        (BIDEN, link("Biden and other officials", "named official"), False),
        (link("Some critics", "unnamed group"), link("Some growers", "unnamed group"), False),
        (link("a letter", "document"), link("the report", "document"), False),
        (BIDEN, None, False),
    ],
)
def test_whether_two_can_be_the_same_one(one: Link, other: Link | None, can_be: bool) -> None:
    assert alike(one, other) is can_be
    assert alike(other, one) is can_be
