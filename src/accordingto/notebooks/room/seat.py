"""A student's seat in a room: what is saved at home is sent as well, from *join* until *leave*.

Answers are saved first, as ever; what could not be sent yet is sent when the network is back, each
exercise as it is then. Nothing waits for it: a thread of its own sends.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import suppress

import msgspec

from accordingto.exercises import AnswerStore, Entry
from accordingto.notebooks import class_votes
from accordingto.notebooks.room import hub
from accordingto.notebooks.room.asking import CannotJoin, asked
from accordingto.notebooks.room.kept import keep_seat, seat_in
from accordingto.notebooks.room.votes import RoomVotes
from accordingto.text.wording import counted
from accordingto.workers import learn_types

AGAIN = (1.0, 2.0, 4.0, 8.0)  # seconds until the next try, the last for all that follow
ASK = 2.0  # seconds after which the votes of the class are asked for again
AT_ONCE = 150_000  # bytes of one sending; an entry that is larger goes alone
JOINED = "In the room. What you answer is sent, until you leave."
LEFT = "You have left the room. What you answer stays on this computer."


class Seat:
    """One who has joined. `told` is called with each new sentence on how it stands."""

    def __init__(
        self, store: AnswerStore, address: str, token: str, told: Callable[[str], None]
    ) -> None:
        self._store, self._address, self._told = store, address, told
        self._mine = f"Bearer {token}"
        self._said = ""
        self._sent: dict[str, Entry] = {}
        self._wanted: dict[str, Entry] = {}
        self._closed: dict[str, float] = {}  # until when not to ask again
        self._news = threading.Condition()
        self._over = False
        self._votes, self._asked_at = RoomVotes(store.path.stem), 0.0
        class_votes.tell(self._votes)
        self._say(JOINED)
        store.join(self)
        self.follow(store.entries())
        learn_types()
        threading.Thread(target=self._run, daemon=True).start()

    def follow(self, entries: Mapping[str, Entry]) -> None:
        """Take note of what is kept now."""
        with self._news:
            self._wanted = dict(entries)
            self._news.notify()

    def leave(self) -> None:
        """Send nothing more."""
        with self._news:
            self._say(LEFT)
            self._over = True
            self._news.notify()
        if class_votes.known() is self._votes:
            class_votes.tell(None)

    def _run(self) -> None:
        tries = 0
        while not self._is_over_after(tries):
            unsent = _portion(self._unsent())
            tries = 0 if not unsent or self._send(unsent) else tries + 1
            if not tries:
                self._hear_votes()

    def _is_over_after(self, tries: int) -> bool:
        """Wait until there is something to send, or to try again; whether one has left."""
        with self._news:
            if tries:
                self._news.wait_for(lambda: self._over, AGAIN[min(tries, len(AGAIN)) - 1])
            else:
                self._news.wait_for(lambda: self._over or bool(self._unsent()), self._pause())
            return self._over

    def _pause(self) -> float | None:
        """Seconds after which there may be something to do although nothing was saved here."""
        return ASK if self._has_voted() else AGAIN[1] if self._closed else None

    def _has_voted(self) -> bool:
        tries = (one for entry in self._wanted.values() for one in entry.attempts)
        return any(one.did == "vote" for one in tries)

    def _hear_votes(self) -> None:
        """Ask how the class voted, once one has voted, and not more often than it is read."""
        if self._over or time.monotonic() - self._asked_at < ASK or not self._has_voted():
            return
        self._asked_at = time.monotonic()
        with suppress(CannotJoin, OSError):  # what is to be said of it is said of answers
            self._votes.hear(asked(f"{self._address}/votes", {}, self._mine))

    def _unsent(self) -> dict[str, Entry]:
        now = time.monotonic()
        return {
            name: one
            for name, one in self._wanted.items()
            if self._sent.get(name) != one and self._closed.get(name, 0.0) <= now
        }

    def _send(self, unsent: Mapping[str, Entry]) -> bool:
        """Whether all of it was kept there."""
        try:
            answer = asked(f"{self._address}/answers", {"exercises": unsent}, self._mine)
        except CannotJoin as refused:
            self._say(f"Not sent: {refused}")
            return False
        except OSError:
            self._say("No network. Your answers are saved here, and are sent when it is back.")
            return False
        closed = [name for name in answer.get("closed", []) if name in unsent]
        self._sent |= {name: one for name, one in unsent.items() if name not in closed}
        again = time.monotonic() + AGAIN[1]
        waiting = {name: at for name, at in self._closed.items() if name not in unsent}
        self._closed = waiting | dict.fromkeys(closed, again)
        self._say(_standing(len(self._sent), list(self._closed)))
        return True

    def _say(self, sentence: str) -> None:
        """Tell how it stands. Once one has left, nothing is told of what was on its way then."""
        with self._news:
            if not self._over and sentence != self._said:
                self._said = sentence
                self._told(sentence)


def join(
    store: AnswerStore, address: str, code: str, name: str, told: Callable[[str], None]
) -> Seat:
    """Join a room with its code. Raises CannotJoin, with a sentence, where it lets nobody in."""
    if sys.platform == "emscripten":
        raise CannotJoin("in a browser edition there is no room: hand in instead")
    where = address.strip().rstrip("/")
    where = where if "://" in where else f"http://{where}"
    folder, mine = store.path.parent, store.path.stem
    try:
        before = hub.authorization(where) or f"Bearer {seat_in(folder, mine, code)}"
        answer = asked(f"{where}/join", {"code": code, "name": name}, before)
    except (OSError, ValueError) as error:
        if isinstance(error, CannotJoin):
            raise
        raise CannotJoin(
            f"nothing answers at {where}: compare it with the teacher’s screen, and ask whether "
            "you are in the same network"
        ) from None
    if (lesson := answer.get("lesson")) != mine:
        raise CannotJoin(f"this is a room of {lesson}, and you are in {mine}")
    token = str(answer.get("token"))
    keep_seat(folder, mine, code, token)
    return Seat(store, where, token, told)


def _standing(sent: int, closed: list[str]) -> str:
    told = f"In the room: {counted(sent, 'answer')} sent."
    if not closed:
        return told
    is_closed = (
        "is closed for now: your answer is" if len(closed) == 1 else "are closed for now: they are"
    )
    return f"{told} {', '.join(sorted(closed))} {is_closed} saved here."


def _portion(unsent: dict[str, Entry]) -> dict[str, Entry]:
    """As many entries as one sending holds, and one at least."""
    portion: dict[str, Entry] = {}
    size = 0
    for name, entry in unsent.items():
        size += len(msgspec.json.encode(entry))
        if portion and size > AT_ONCE:
            break
        portion[name] = entry
    return portion
