"""What a room refuses, with a sentence each; the refusals are counted for the teacher."""

from __future__ import annotations

import hmac
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

LARGEST = 256_000  # bytes of what is sent: an hour's work in a lesson is a fifth of it
DEAF = 40_000_000  # bytes after which nobody listens any more
A_SECOND, AT_ONCE = 5.0, 40.0  # requests of one member, lasting and in a burst
WRONG_CODES, PATIENCE = 10, 60.0  # tries of one address, and the seconds until it may try again
SENTENCES = {
    "wrong code": (403, "This is not the room’s code. It stands on the teacher’s screen."),
    "too many codes": (429, "Too many wrong codes came from here. Wait a minute, and try again."),
    "not joined": (401, "You are not in this room, or no longer: join it once more."),
    "too large": (413, "This is larger than any answer. Nothing of it was kept."),
    "too often": (429, "Too much came from here at once. It is sent again in a moment."),
    "another page": (403, "A page of another address may not speak for you here."),
    "no answer": (400, "This is no answer to the lesson of this room."),
    "not of the hub": (403, "The hub does not know you: join from your notebook on it."),
    "name taken": (409, "Somebody in this room has this name. Take another, or leave it out."),
    "room full": (503, "As many have joined as this room takes."),
    "teacher only": (403, "This page is the teacher’s. Its address stands in their terminal."),
}


class Refused(Exception):
    """A request is refused; `why` is a key of SENTENCES, `more` what is to be added."""

    def __init__(self, why: str, more: str = "") -> None:
        self.why, self.more = why, more
        super().__init__(why)

    @property
    def status(self) -> int:
        """HTTP's number for it."""
        return SENTENCES[self.why][0]

    @property
    def sentence(self) -> str:
        """What is said."""
        return f"{SENTENCES[self.why][1]} {self.more}".strip()


@dataclass
class _Bucket:
    """What is left of an allowance that fills up again (a token bucket)."""

    left: float
    at: float


@dataclass
class Guards:
    """The guards of one room. `clock` is in seconds."""

    clock: Callable[[], float] = time.monotonic
    refused: Counter[str] = field(default_factory=Counter)
    _buckets: dict[str, _Bucket] = field(default_factory=dict)
    _wrong: dict[str, list[float]] = field(default_factory=dict)

    def code(self, given: str, right: str, address: str) -> None:
        """Raise Refused for a wrong code, and for whoever guesses on."""
        now = self.clock()
        tries = [at for at in self._wrong.get(address, []) if now - at < PATIENCE]
        self._wrong[address] = tries
        if len(tries) >= WRONG_CODES:
            raise Refused("too many codes")
        if not hmac.compare_digest(_plain(given), _plain(right)):
            tries.append(now)
            raise Refused("wrong code")

    def rate(self, who: str) -> None:
        """Raise Refused where one sends more than a notebook does."""
        now = self.clock()
        bucket = self._buckets.setdefault(who, _Bucket(AT_ONCE, now))
        bucket.left = min(AT_ONCE, bucket.left + (now - bucket.at) * A_SECOND)
        bucket.at = now
        if bucket.left < 1:
            raise Refused("too often")
        bucket.left -= 1

    def origin(self, origin: str | None, host: str) -> None:
        """Raise Refused where a page of another address has sent it; a notebook names none."""
        if origin is not None and origin.partition("://")[2] != host:
            raise Refused("another page")


def _plain(code: str) -> bytes:
    """A code as it was meant: in capitals, without what people put between signs."""
    return "".join(sign for sign in code.upper() if sign.isalnum()).encode(errors="replace")
