"""Who is in which group: a platform's own export of its groups.

Canvas, "How do I import groups in a group set?" (2025): `name`, `canvas_user_id`, `login_id`,
`group_name`. Blackboard, "Export and import group members" (2025): `Group Code`, `User Name`.
Moodle writes no such file everywhere: a table with `group` and `username` will do.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from accordingto.classroom.hand_in.people import id_of
from accordingto.classroom.hand_in.roster import Roster, squeezed
from accordingto.classroom.hand_in.senders import Sender
from accordingto.classroom.tables import NoTable, read_rows

_GROUP = ("group_name", "group name", "group code", "groupname", "group")
_NUMBER = ("canvas_user_id",)
_NAMES = ("login_id", "username", "user name", "user_id", "email", "email address", "name")


@dataclass(frozen=True)
class Groups:
    """The ids of the members of each group, by its name as `squeezed` has it."""

    members: Mapping[str, tuple[str, ...]]

    @classmethod
    def read(cls, path: Path, roster: Roster) -> Groups:
        """Return the groups of a file. Raises NoTable where a column or a name is missing."""
        members: dict[str, dict[str, None]] = defaultdict(dict)
        for number, row in read_rows(path):
            group = next((row[name] for name in _GROUP if row.get(name)), "")
            if not group and not any(name in row for name in _GROUP):
                raise NoTable(f"{path}: the first row has no column `group` or `group_name`")
            if group:
                members[squeezed(group)][_member(row, roster, f"{path}, row {number}")] = None
        return cls({group: tuple(ids) for group, ids in members.items()})

    def of(self, sender: Sender) -> tuple[str, ...]:
        """Return the members where the name is a group's, and none where it is nobody's group."""
        return self.members.get(squeezed(sender.name), ()) if sender.name else ()


def _member(row: Mapping[str, str], roster: Roster, where: str) -> str:
    """Return the student of a row: by number, by a name that the gradebook has, or as named."""
    for name in _NUMBER:
        if known := roster.numbered(row.get(name, "")):
            return known
    names = [row[name] for name in _NAMES if row.get(name)]
    for name in names:
        if len(found := roster.named(name)) == 1:
            return next(iter(found))
    if not names:
        raise NoTable(f"{where}: expected a member, in `login_id`, `username`, `email` or `name`")
    return id_of(names[0])
