"""Who handed a file in, as learning platforms write it into the file's name.

A platform writes its part in front, and what follows is the student's own, which decides
nothing. What each platform writes, and where that is known from, stands beside its pattern; a
course adds patterns of its own in `senders.yaml`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from accordingto.classroom.hand_in.archives import nobodys
from accordingto.yamlfile import YamlFile

OWN = "senders.yaml"  # of a course: its own patterns, which come first
GROUPS = ("name", "person", "number", "attachment", "late", "at", "file")


@dataclass(frozen=True)
class Sender:
    """One person's one handing in.

    `person` is the platform's lasting number of the person, `number` one that it has for the
    person in this lesson; for Blackboard it is all that stands before the time. `at` is the time
    where it is said, `copy` the place in the order in which copies came.
    """

    name: str
    person: str = ""
    number: str = ""
    at: str = ""
    late: bool = False
    copy: int = 0
    platform: str = ""

    @property
    def blind(self) -> bool:
        """Whether the name is nobody's, as where marking is blind: only the number tells."""
        return bool(self.number) and self.name in ("", "anon", "Participant")

    @property
    def who(self) -> tuple[str, str]:
        """The platform and its number of the person, or the name where it has none."""
        return self.platform, self.person or self.number or self.name


@dataclass(frozen=True)
class Pattern:
    """The way in which a platform, or a course, writes the place of a file in a download.

    Its named groups are among GROUPS; `file` is what the student called it.
    """

    platform: str
    place: re.Pattern[str]

    def sender(self, fit: re.Match[str]) -> Sender:
        """Return who handed in the file that the pattern fits."""
        said = fit.groupdict()
        person = said.get("person") or ""
        return Sender(
            name=_composed(said.get("name") or ""),
            person=person,
            number=person or _composed(said.get("number") or ""),
            at=said.get("at") or "",
            late=bool(said.get("late")),
            platform=self.platform,
        )


PATTERNS = tuple(
    Pattern(platform, re.compile(pattern))
    for platform, pattern in (
        # Moodle 5, mod/assign/classes/downloader.php (b1b5f26, 2025): NAME_NUMBER, in which no
        # name has a `_`; older ones write `_` before the slash. The number is the assignment's
        # own of the person. Blind, every name is Participant. Who is in no group has no number.
        ("Moodle", r"(?P<name>[^_/]+)_(?P<number>\d+)_assignsubmission_[a-z]+_?/(?P<file>.+)"),
        ("Moodle", r"(?P<name>[^_/]+)_(?P<number>\d+)_assignsubmission_[a-z]+_(?P<file>[^/]+)"),
        ("Moodle", r"(?P<name>[^_/]+)_assignsubmission_[a-z]+_?/(?P<file>.+)"),
        ("Moodle", r"(?P<name>[^_/]+)_assignsubmission_[a-z]+_(?P<file>[^/]+)"),
        # Canvas, lib/content_zipper.rb (05e9653, 2025): the sortable name in small letters and
        # without signs, in which `_` stays; LATE; the person; the attachment, which texts and
        # links have none of. An anonymous one is the submission's own, and LATE stands before it.
        (
            "Canvas, anonymous",
            r"(?:(?P<late>LATE)_)?(?P<name>anon)_(?P<number>[0-9A-Za-z]+)_(?P<attachment>\d+)"
            r"_(?P<file>[^/]+)",
        ),
        (
            "Canvas, anonymous",
            r"(?:(?P<late>LATE)_)?(?P<name>anon)_(?P<number>[0-9A-Za-z]+)"
            r"_(?P<file>(?:text|link)\.html)",
        ),
        (
            "Canvas",
            r"(?P<name>[^/\s]*?)_(?:(?P<late>LATE)_)?(?P<person>\d+)_(?P<attachment>\d+)"
            r"_(?P<file>[^/]+)",
        ),
        (
            "Canvas",
            r"(?P<name>[^/\s]*?)_(?:(?P<late>LATE)_)?(?P<person>\d+)_(?P<file>(?:text|link)\.html)",
        ),
        # Blackboard's help, "Download assignments" (2025): ASSIGNMENT_USER, both of which may
        # hold `_`; where one ends and the other begins, only a list of students can say. Without
        # a last part it is the platform's own note.
        (
            "Blackboard",
            r"(?P<number>[^/]+?_(?P<name>[^_/]+))_attempt_(?P<at>\d{4}(?:-\d\d){5})"
            r"(?:_(?P<file>[^/]+)|\.txt)",
        ),
    )
)


class OwnPattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A pattern of a course, as its file has it."""

    platform: str
    pattern: str


class OwnPatterns(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The file: patterns, of which the first that fits a download counts."""

    patterns: tuple[OwnPattern, ...]


def own_patterns(course: Path) -> tuple[Pattern, ...]:
    """Return the patterns of a course's own.

    Raises ContentError, with file and line, where the file is none, where a pattern is no regular
    expression, and where it does not say who and what.
    """
    path = course / OWN
    if not path.is_file():
        return ()
    source = YamlFile.read(path)
    found = []
    for index, one in enumerate(source.convert(OwnPatterns).patterns):
        at = ("patterns", index, "pattern")
        try:
            pattern = re.compile(one.pattern)
        except re.error as error:
            raise source.error(at, f"this is no regular expression: {error}") from None
        groups = set(pattern.groupindex)
        if unknown := sorted(groups - set(GROUPS)):
            raise source.error(at, f"expected groups among {', '.join(GROUPS)}, got {unknown[0]}")
        if "file" not in groups or not groups & {"name", "person", "number"}:
            raise source.error(at, "expected a group `file`, and a `name`, `person` or `number`")
        found.append(Pattern(one.platform, pattern))
    return tuple(found)


def ranked(places: Sequence[str], own: Iterable[Pattern] = ()) -> list[Pattern]:
    """Return the patterns in the order in which a download is read by them.

    A download is of one platform, which wrote all its names: the one that fits most of them, and
    of two that fit as many the one whose part ends first. So what a student called a file can
    make no other platform's name of it. Patterns of a course's own come first.
    """
    mine = list(own)
    weight = {name: _weight(name, places) for name in dict.fromkeys(p.platform for p in PATTERNS)}
    return [*mine, *sorted(PATTERNS, key=lambda pattern: weight[pattern.platform])]


def _weight(platform: str, places: Sequence[str]) -> tuple[int, bool, int]:
    """Return how little a platform explains of a download: the least is read first.

    No two attachments have one number, where another platform's names only look like Canvas'.
    """
    patterns = [pattern for pattern in PATTERNS if pattern.platform == platform]
    fits = [fit for place in places if (fit := _fit(place, patterns))]
    numbers = [fit["attachment"] for _, fit in fits if "attachment" in fit.re.groupindex]
    theirs = sum(len(fit["file"] or "") for _, fit in fits)
    return -len(fits), len(set(numbers)) < len(numbers), -theirs


def sender(
    place: str, lesson: str, patterns: Sequence[Pattern] = PATTERNS
) -> tuple[Sender, str] | None:
    """Return who handed in the file of a place, and what it was called; None where nobody is said.

    The place has `/` between folders. What no platform wrote may be named `NAME_LESSON.zip`.
    """
    if found := _fit(place, patterns):
        pattern, fit = found
        return pattern.sender(fit), fit["file"] or ""
    parts = place.split("/")
    named = by_hand(parts[-1], lesson)
    if named and not any(map(nobodys, parts)):
        return Sender(name=named), parts[-1]
    return None


def _fit(place: str, patterns: Sequence[Pattern]) -> tuple[Pattern, re.Match[str]] | None:
    """Return the first pattern that fits, from the first folder of the place at which one does.

    A download that was unpacked into a folder has that folder in front; below what is nobody's,
    as `__MACOSX`, nothing is anybody's.
    """
    parts = place.split("/")
    for at, part in enumerate(parts):
        if nobodys(part):
            return None
        for pattern in patterns:
            if fit := pattern.place.fullmatch("/".join(parts[at:])):
                return pattern, fit
    return None


def by_hand(file: str, lesson: str) -> str:
    """Return the name in `NAME_LESSON.zip`, also where a browser or a person added ` (1)`."""
    found = re.fullmatch(rf"(.+)_{re.escape(lesson)}(?:[ -]*\(?\d+\)?)?\.zip", file, re.I)
    return _composed(found[1]) if found else ""


def _composed(name: str) -> str:
    """Return one spelling of a name whose accents may be signs of their own."""
    return unicodedata.normalize("NFC", name).strip()
