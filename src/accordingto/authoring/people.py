"""One person under several names on a page: "Delgado", "Ms Delgado" and "Rosa Delgado"."""

from __future__ import annotations

from accordingto.authoring.wording import is_pronoun, small_words
from accordingto.instrument.descriptions import without_title
from accordingto.readings import Link, Quotation, Reading

_HIDDEN = ("undisclosed", "none")
_DEFINITE = ("the", "this", "that", "its", "his", "her", "their")


class People:
    """The names of a reading, each brought to the longest one that the page has for it."""

    def __init__(self, reading: Reading) -> None:
        self._records = {one.id: one for one in reading.attributions}
        links = [
            link
            for one in reading.attributions
            for link in (one.origin, *one.conduits)
            if link and link.type.startswith("named")
        ]
        self._full = {link.name for link in links if len(without_title(link.name).split()) > 1}

    def named(self, name: str) -> str:
        """The longest name for the one so named; a surname that two people share stays."""
        bare = without_title(name)
        longer = [full for full in self._full if full == bare or full.endswith(f" {bare}")]
        return longer[0] if len(longer) == 1 else bare or name

    def of(self, link: Link | None) -> str:
        """Whose words they are; "" where the page shows nobody, or no more than "he"."""
        if link is None or link.type in _HIDDEN or is_pronoun(link.name):
            return ""
        return self.named(link.name) if link.type.startswith("named") else link.name

    def speaker(self, quotation: Quotation) -> str:
        """Whose words stand between the marks; "" where nobody is named for them."""
        statement = self._records.get(quotation.attribution or "")
        if statement and not quotation.inside:
            return self.of(statement.origin)
        return self.named(quotation.speaker) if quotation.speaker else ""


def is_hidden(link: Link | None) -> bool:
    """Whether the page does not say who it is."""
    return link is None or link.type in _HIDDEN


def alike(one: Link | None, other: Link | None) -> bool:
    """Whether two links can be the same one, as far as their names tell.

    "The president" can be anybody on the page, and "the council" any body; who shares a name with
    another can be that one. A question that has both would have two right answers.
    """
    if one is None or other is None or _sort(one) != _sort(other):
        return False
    is_open = _sort(one)[0] != "document" and any(map(is_described, (one, other)))
    return is_open or bool(_names(one) & _names(other))


def is_described(link: Link | None) -> bool:
    """Whether it is one that the reader is taken to know, and that is not named: "the mayor"."""
    if link is None:
        return False
    head, _, rest = link.name.partition(" ")
    return head.lower() in _DEFINITE and not any(word[0].isupper() for word in rest.split())


def _sort(link: Link) -> tuple[str, bool]:
    """Person, body or document, and whether it is several."""
    is_person = link.type.startswith(("named", "unnamed"))
    what = "person" if is_person else link.type if link.type == "document" else "body"
    return what, link.type == "unnamed group" or " and " in link.name


def _names(link: Link) -> set[str]:
    """The words of a name that are names; the first word of a description has only a capital."""
    head, *rest = without_title(link.name).split()
    is_small = head.lower() in small_words().determiners.split()
    words = rest if is_small or link.type.startswith("unnamed") else [head, *rest]
    return {word.removesuffix("’s") for word in words if word[0].isupper()}
