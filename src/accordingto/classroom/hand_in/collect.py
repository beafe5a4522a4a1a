"""Collecting: what students handed in, put where it is graded."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from accordingto.classroom.book.gradebook import Book
from accordingto.classroom.course import Course
from accordingto.classroom.hand_in.archives import Member
from accordingto.classroom.hand_in.chosen_files import handed
from accordingto.classroom.hand_in.desk import Desk
from accordingto.classroom.hand_in.downloads import Downloads
from accordingto.classroom.hand_in.groups import Groups
from accordingto.classroom.hand_in.people import People
from accordingto.classroom.hand_in.roster import Roster
from accordingto.classroom.hand_in.senders import Sender, by_hand, own_patterns
from accordingto.classroom.printable import printable

_PERHAPS_A_GROUP = ": if it is a group’s, say who is in it with --groups"


@dataclass(frozen=True)
class Collected:
    """One student's copy: what was done with it, in a word, and what a person has to know of it.

    `student` is empty for a file of which nobody can say whose it is; `group` is the one for
    which a member's work counts.
    """

    student: str
    did: str
    sentences: tuple[str, ...]
    group: str = ""


def collect(
    course: Course,
    lesson: str,
    files: Sequence[Path],
    *,
    groups: Path | None = None,
    late_counts: bool = False,
) -> Iterator[Collected]:
    """Put each student's newest copy into `submitted/`, and keep every other in `copies/`.

    Where the platform says no time, a later file counts as newer. A copy that the platform calls
    late is kept, but does not take the place of one in time unless `late_counts`; one in which
    nothing can be used is kept as it came, and takes nobody's place. With a file of `groups` a
    group's copy is put there for each of its members. Nothing of the files is changed, and a
    second run changes nothing. What goes wrong with one student's copy costs no other one.
    Raises NotReleased for a lesson that the course does not have, ValueError for a table of
    patterns or groups that is none, and OSError, before anything is put anywhere, for a file that
    is not there.
    """
    with Book(course, lesson) as book:
        roster = Roster(book.students())
    teams = Groups.read(groups, roster) if groups else Groups({})
    downloads = Downloads(lesson, roster, own_patterns(course.root))
    downloads.add(files)
    for wrong in downloads.unplaced:
        yield Collected("", "not collected", (printable(wrong),))
    by_sender = downloads.by_sender
    people = People(course.root, lesson, roster)
    whose = {
        one: (student,)
        for one, student in people.ids([one for one in by_sender if not teams.of(one)]).items()
    } | {one: ids for one in by_sender if (ids := teams.of(one))}
    desk = Desk(course, lesson, late_counts)
    for one in sorted(by_sender, key=lambda one: (whose[one], one.late, one.at, one.copy)):
        said = () if teams.of(one) else _of_name(one, whose[one][0], roster, people)
        yield from _taken(desk, one, whose[one], by_sender[one], said, lesson)


def _taken(
    desk: Desk,
    sender: Sender,
    students: Sequence[str],
    members: Sequence[Member],
    said: Collection[str],
    lesson: str,
) -> Iterator[Collected]:
    """Put one copy there for a student, or for each member of a group."""
    group = sender.name if len(students) > 1 else ""
    named = {by_hand(member.name, lesson) for member in members} - {"", sender.name, *students}
    first = (*(f"The file is named for {name}." for name in sorted(named)), *said)
    for student in students:
        try:
            found = handed(members, lesson)
            did, sentences = desk.take(
                student, found, late=sender.late, at=sender.at, group=students
            )
        except OSError as error:
            did = "could not"
            sentences = [f"{error.filename or 'Its folder'} cannot be used ({error.strerror})."]
        yield Collected(student, did, tuple(map(printable, (*first, *sentences))), printable(group))


def _of_name(sender: Sender, student: str, roster: Roster, people: People) -> list[str]:
    """Return what a person has to know of how the name of a sender became a student's."""
    if sender in people.shared:
        known = people.shared[sender]
        return [f"Several people of this name came in, and the gradebook has one: {known}."]
    if len(meant := roster.meant(sender)) > 1:
        return [f"Several in the gradebook have this name: {', '.join(meant)}."]
    if roster and not meant:
        nobody = "The gradebook has nobody of this name"
        return [f"{nobody}{_PERHAPS_A_GROUP}." if sender.platform == "Moodle" else f"{nobody}."]
    if student == roster.numbered(sender.person) and student not in roster.named(sender.name):
        return [f"The number is {student}’s, the name {sender.name} is not{_PERHAPS_A_GROUP}."]
    return []
