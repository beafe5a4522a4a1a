"""Marked statements beside the expert's: what is said of each, and of each part of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from accordingto.exercises.edges import difference, quoted
from accordingto.text import Article, Span

ROLES = ("source", "cue", "content")
Pieces = Mapping[str, tuple[Span, ...]]  # the places of a statement, role by role


@dataclass(frozen=True)
class Statement:
    """A statement as somebody marked it. `first` is the place of its first mark in the answer."""

    article: Article
    pieces: Pieces
    number: int = 0
    first: int = 0

    def words(self, *roles: str) -> frozenset[int]:
        """The words of some roles, by their numbers in the article; of all without any."""
        places = self.places(*roles)
        return frozenset(word for piece in places for word in self.article.words_in(piece))

    def places(self, *roles: str) -> tuple[Span, ...]:
        """The places of some roles; of all without any."""
        return tuple(piece for role in roles or ROLES for piece in self.pieces.get(role, ()))

    def reaches(self, places: Iterable[Span]) -> bool:
        """Whether a mark of it shares a sign with one of these places."""
        return any(mine.overlaps(place) for mine in self.places() for place in places)

    def quoted(self, role: str) -> str:
        """The words of a role in italics."""
        return " … ".join(quoted(piece, self.article) for piece in self.pieces[role])


@dataclass(frozen=True)
class Said:
    """What is said, and what is said of it as long as one still looks for it oneself."""

    full: str
    early: str

    @classmethod
    def of(cls, sentences: Iterable[Said | None]) -> Said:
        """One after the other."""
        said = [one for one in sentences if one]
        full, early = ([one.full for one in said], [one.early for one in said])
        return cls(" ".join(filter(None, full)), " ".join(filter(None, early)))

    @classmethod
    def later(cls, words: str) -> Said:
        """What is not said early."""
        return cls(words, "")

    @classmethod
    def at_once(cls, words: str) -> Said:
        """What is said early too."""
        return cls(words, words)


def of_role(
    role: str, mine: Statement, theirs: Statement, everybody: Sequence[Statement], *, headed: bool
) -> Said | None:
    """How the words of a role stand to the expert's; None where they are the same."""
    got, wanted = mine.words(role), theirs.words(role)
    if got == wanted:
        return None
    if not wanted:
        return Said.at_once(f"The expert marks no {role} here.")
    if headed:
        whole = f"the expert marks the whole phrase, {theirs.quoted(role)}"
        return Said.at_once(f"You have the head of the {role}; {whole}.")
    if got & wanted:
        return _near(role, mine, theirs)
    here = f"The {role} is another one." if got else f"No {role} is marked in it."
    elsewhere = [as_marked(one, theirs.places(role)) for one in everybody]
    early = " ".join(filter(None, [here, *elsewhere]))
    return Said(f"{early} The {role} is {theirs.quoted(role)}.", early)


def _near(role: str, mine: Statement, theirs: Statement) -> Said:
    """Which edge differs, and both texts, unless that would give the answer to who took it all."""
    got, wanted = mine.pieces[role], theirs.pieces[role]
    words, expected = mine.words(role), theirs.words(role)
    differs = (
        "takes in other words too"
        if words > expected
        else "leaves out some words"
        if words < expected
        else "has some words, and others too"
    )
    if len(got) == len(wanted) == 1:
        differs = difference(got[0], wanted[0], mine.article) or differs
    texts = f"Yours: {mine.quoted(role)}. The expert’s: {theirs.quoted(role)}."
    edge = f"The {role} {differs}."
    is_close = words <= expected or 2 * len(words & expected) >= len(words)
    return Said(f"{edge} {texts}", f"{edge} {texts}" if is_close else edge)


def as_marked(one: Statement, places: Sequence[Span]) -> str:
    """What of these places a statement of the student's has, and as what; or nothing."""
    found = [
        f"You have {quoted(piece, one.article)} as the {role} of statement {one.number}."
        for role in ROLES
        for piece in one.pieces.get(role, ())
        if any(piece.overlaps(place) for place in places)
    ]
    return " ".join(found)


def all_roles(theirs: Statement) -> str:
    """The expert's whole statement, such as "Source: *Iran*. Cue: *has warned*."."""
    there = [role for role in ROLES if theirs.pieces.get(role)]
    return " ".join(f"{role.capitalize()}: {theirs.quoted(role)}." for role in there)
