"""The word lists, read once: verbs of saying with their frames, and the classes of small words.

The lists are data, in `lists/`; each says in its head where its words are from.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from accordingto.readings.records import VerbClass

LISTS = Path(__file__).with_name("lists")


# The frames of a verb, as in lists/verbs.txt: what it may take, and what else it may be.
CLAUSE, QUOTATION, QUESTION, INFINITIVE, OBJECT = "c", "q", "w", "i", "o"
SPOKEN = CLAUSE + QUOTATION + QUESTION  # what may stand in marks
ADDRESSEE = "t"  # before any of them
BELIEF = "b"  # only a clause, of one who need not have spoken
THAT = "h"  # only a clause with "that" or a verb: "proved it was", not "proved popular"
ALSO_NOUN = "n"
NAMING = "a"  # "a series called “Late”" says nothing
SHOWN = "d"  # what a document shows: "the poll showed a gap", not "they showed courage"
PUT = "p"  # a question, in the passive: "pressed on the delay"


@dataclass(frozen=True)
class Verb:
    """A verb that reports, with its class and the letters of its frames."""

    lemma: str
    verb_class: VerbClass | None  # none: no list holds the verb
    frames: frozenset[str]

    def takes(self, frames: str) -> bool:
        """Whether the verb has one of the frames of these letters."""
        return not self.frames.isdisjoint(frames)


@dataclass(frozen=True)
class Form:
    """One form of a verb; `particle` is its tail.

    `tag` is z (says), v (said), g (saying), u (say), e (a past participle that is no past: known).
    """

    verb: Verb
    tag: str
    particle: tuple[str, ...] = ()


def lines_of(name: str) -> Iterator[str]:
    """The lines of a list that hold something, comments left out."""
    for line in (LISTS / name).read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


@cache
def word_list(name: str) -> frozenset[str]:
    """A list that is just words."""
    return frozenset(word for line in lines_of(name) for word in line.split())


@cache
def _groups() -> dict[str, frozenset[str]]:
    lines = (line.split() for line in lines_of("groups.txt"))
    return {label: frozenset(words) for label, *words in lines}


def group(label: str) -> frozenset[str]:
    """A small group of words that a rule asks for, from lists/groups.txt."""
    return _groups()[label]


@cache
def classed(name: str) -> dict[str, str]:
    """A list whose lines begin with a class: word to class, the first class given counts."""
    classes: dict[str, str] = {}
    for line in lines_of(name):
        label, *words = line.split()
        for word in words:
            classes.setdefault(word.replace("_", " "), label.replace("_", " "))
    return classes


@cache
def verb_forms() -> dict[str, tuple[Form, ...]]:
    """By its first word, every form of every verb, those with the longest particle first."""
    forms: dict[str, list[Form]] = {}
    for line in lines_of("verbs.txt"):
        lemma, verb_class, *rest = line.split()
        verb = Verb(lemma.replace("_", " "), verb_class, frozenset(rest[0] if rest else ""))  # type: ignore[arg-type]
        inflected = rest[1:] or _inflected(lemma)
        tags = "zvge"[: len(inflected)]
        for tag, form in zip(f"{tags}u", [*inflected, lemma], strict=True):
            if form == "-":  # a noun more often
                continue
            word, *particle = form.split("_")
            forms.setdefault(word, []).append(Form(verb, tag, tuple(particle)))
    return {
        word: tuple(sorted(found, key=lambda form: -len(form.particle)))
        for word, found in forms.items()
    }


def _inflected(lemma: str) -> tuple[str, str, str]:
    """The regular forms: "urges", "urged", "urging". A particle stays behind: "argued for"."""
    word, *particle = lemma.split("_")
    tail = "".join(f"_{part}" for part in particle)
    if word.endswith("e"):
        found = (f"{word}s", f"{word}d", f"{word if word.endswith('ee') else word[:-1]}ing")
    elif word.endswith(("s", "sh", "ch", "x")):
        found = (f"{word}es", f"{word}ed", f"{word}ing")
    elif word.endswith("y") and word[-2] not in "aeiou":
        found = (f"{word[:-1]}ies", f"{word[:-1]}ied", f"{word}ing")
    elif word in _DOUBLED:
        found = (f"{word}s", f"{word}{word[-1]}ed", f"{word}{word[-1]}ing")
    else:
        found = (f"{word}s", f"{word}ed", f"{word}ing")
    return (found[0] + tail, found[1] + tail, found[2] + tail)


_DOUBLED = frozenset({"quip", "brag", "admit", "dub", "beg", "refer", "slam", "snap", "rebut"})
