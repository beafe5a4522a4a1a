"""A draft of a reading, corrected by a person: deed after deed, and the reading that follows.

Nothing is shown here and nothing is kept: pure functions of the draft and of what was done with it.
"""

from accordingto.pages.correcting.deeds import AnyDeed, Role
from accordingto.pages.correcting.log import log
from accordingto.pages.correcting.people import Person, people
from accordingto.pages.correcting.question import Correcting, Done, correcting
from accordingto.pages.correcting.reading import corrected
from accordingto.pages.correcting.replay import CannotCorrect, Corrected, Status, replay

__all__ = [
    "AnyDeed",
    "CannotCorrect",
    "Corrected",
    "Correcting",
    "Done",
    "Person",
    "Role",
    "Status",
    "corrected",
    "correcting",
    "log",
    "people",
    "replay",
]
