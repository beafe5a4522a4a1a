"""One person under several names on a page: "Delgado", "Ms Delgado" and "Rosa Delgado"."""

from __future__ import annotations

from accordingto.authoring.wording import is_pronoun
from accordingto.instrument.lexicon import classed
from accordingto.readings import Link, Quotation, Reading

_HIDDEN = ("undisclosed", "none")


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


def without_title(name: str) -> str:
    """A name without "Ms", "Dr" and the like before it."""
    words = name.split()
    while len(words) > 1 and _is_title(words[0].lower()):
        words = words[1:]
    return " ".join(words)


def _is_title(word: str) -> bool:
    return classed("descriptions.txt").get(word) == "title" or word in classed("pronouns.txt")
