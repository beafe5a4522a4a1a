"""Edits made in a view, compared with the answer that the view was shown.

One exercise can be in view twice: in two windows, in two cells, in a notebook and its copy. What
a view changes was meant over the answer that it showed. So each edit has a name that no other
edit has, an entry bears the name of the edit that gave its answer (its version), and an edit says
over which versions it was made. Where the entry on the disk is another, the view's answer counts,
for it is the last word of a person, and the displaced one is kept as an attempt that is offered
to the reader until it is restored or dropped. So is an answer that a browser kept while no kernel
took it, and one that a restored answer took the place of. No key that a person pressed is lost,
and nobody is asked anything while writing.

Pure functions of the question, what is kept of it, and the edit.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Literal, get_args

import msgspec

from accordingto.exercises.answers import now
from accordingto.exercises.entries import Attempt, Entry
from accordingto.exercises.flow import done, require_open, turn
from accordingto.exercises.material import Material
from accordingto.exercises.question import AnswerError, Question
from accordingto.exercises.remarks import begun_again, marked, read_otherwise
from accordingto.exercises.sheet import digest

OFFERED = ("unsaved", "displaced", "replaced")
Remark = Literal["mark", "otherwise", "begin"]
Deed = Literal["edit", "predict", "vote", "check", "show", "restore", "drop", "offer"] | Remark


class Edit(msgspec.Struct, frozen=True, kw_only=True):
    """An action in a view, and the `answer` that the view shows.

    `id` is the edit's own name, `over` are the versions that the view was shown since it last took
    over an answer of another. `which` names the offer to restore or to drop, or the edit whose
    answer a browser kept, since `at`.
    """

    id: str
    answer: dict[str, Any]
    over: tuple[str, ...] = ()
    do: Deed = "edit"
    which: str = ""
    at: str = ""


def kept_after(
    question: Question[Any],
    entry: Entry | None,
    edit: Edit,
    material: Material,
    *,
    is_graded: bool = False,
) -> Entry | None:
    """Returns the entry to keep after an edit whose answer fits; None where there is nothing.

    Graded work is kept, and checked elsewhere: of a button only the answer counts.
    Raises AnswerError for an answer that may be changed no more.
    """
    if edit.do != "drop":
        require_open(question, entry, edit.answer)
    if edit.do == "offer":
        return _offered(question, entry, edit)
    if edit.do == "restore":
        return entry and _restored(question, entry, edit)
    if edit.do == "drop":
        return entry and _dropped(entry, edit)
    if edit.do in get_args(Remark):
        return entry if entry is None or is_graded else _remarked(question, entry, edit)
    if edit.do == "edit" or is_graded:
        return _edited(question, entry, edit)
    return _acted(question, entry, edit, material)


def _remarked(question: Question[Any], entry: Entry, edit: Edit) -> Entry:
    """Returns the entry with what the student said of it; `which` are the marks or the words."""
    if edit.do == "begin":
        return begun_again(question, entry, edit.id)
    if edit.do == "mark":
        return marked(question, entry, edit.which)
    return read_otherwise(entry, edit.which)


def offers(entry: Entry | None) -> list[Attempt]:
    """Returns the answers that are offered back, the newest first."""
    attempts = entry.attempts if entry else ()
    return [one for one in reversed(attempts) if _is_offered(one)]


def _edited(question: Question[Any], entry: Entry | None, edit: Edit) -> Entry:
    """Returns the entry with the answer of the edit, and with an offer of one it was not shown."""
    if entry and entry.answer == edit.answer:
        return entry
    attempts = _without(entry.attempts if entry else (), *edit.over, edit.id)
    if entry and entry.version not in edit.over:
        attempts = _with_offer(question, attempts, _standing(entry, "displaced"))
    return Entry(
        digest=digest(question), answer=edit.answer, at=now(), edit=edit.id, attempts=attempts
    )


def _acted(
    question: Question[Any], entry: Entry | None, edit: Edit, material: Material
) -> Entry | None:
    """Returns the entry after a button was pressed for the answer of the edit.

    A button of an earlier turn, in a view that was not shown the later one, does nothing; the
    answer beside it is offered where it is known from nowhere else.
    """
    is_stale = entry is not None and entry.version not in edit.over
    if entry and is_stale and edit.do not in turn(question, entry, material).actions:
        known = any(one.answer == edit.answer for one in entry.attempts)
        return entry if known else _offering(question, entry, edit, "displaced")
    answered = _edited(question, entry, edit)
    try:
        return done(question, answered, edit.do, material, edit.id)
    except AnswerError:
        return answered if entry or not _is_blank(question, edit.answer) else None


def _restored(question: Question[Any], entry: Entry, edit: Edit) -> Entry:
    """Returns the entry with an offer restored; the answer that stood there is offered in turn.

    What stood there when the offered answer was given is known to who gave it, and goes.
    """
    offer = next((one for one in offers(entry) if one.edit == edit.which), None)
    if offer is None:
        return entry  # it was restored or dropped in another window
    attempts = _closed(entry.attempts, [edit.which], "restored")
    if entry.version not in offer.over:
        stood = _standing(entry, "displaced")
        if entry.version in edit.over:  # the reader saw it until now
            stood = msgspec.structs.replace(stood, did="replaced", at=now())
        attempts = _with_offer(question, attempts, stood)
    return Entry(
        digest=digest(question), answer=offer.answer, at=now(), edit=edit.id, attempts=attempts
    )


def _dropped(entry: Entry, edit: Edit) -> Entry:
    """Returns the entry with an offer dropped: the answer stays among the attempts."""
    attempts = _closed(entry.attempts, [edit.which], "dropped")
    return msgspec.structs.replace(entry, attempts=attempts)


def _offered(question: Question[Any], entry: Entry | None, edit: Edit) -> Entry | None:
    """Returns the entry with an answer that a browser kept and no kernel has acknowledged.

    It may have come to the disk all the same, and then it is known.
    """
    if entry and edit.which in (entry.version, *(one.edit for one in entry.attempts)):
        return entry
    return _offering(question, entry, edit, "unsaved")


def _offering(question: Question[Any], entry: Entry | None, edit: Edit, why: str) -> Entry | None:
    """Returns the entry with the edit's answer on offer; none begins for an empty answer."""
    if entry is None:
        empty = msgspec.to_builtins(question.begin())
        entry = Entry(digest=digest(question), answer=empty, at="")
    offer = Attempt(
        did=why,
        answer=edit.answer,
        at=edit.at or now(),
        edit=edit.which or edit.id,
        over=edit.over,
    )
    if edit.answer != entry.answer:
        attempts = _with_offer(question, entry.attempts, offer)
        entry = msgspec.structs.replace(entry, attempts=attempts)
    return entry if entry.at or entry.attempts else None


def _standing(entry: Entry, why: str) -> Attempt:
    return Attempt(did=why, answer=entry.answer, at=entry.at, edit=entry.version)


def _with_offer(
    question: Question[Any], attempts: tuple[Attempt, ...], offer: Attempt
) -> tuple[Attempt, ...]:
    """Returns the attempts with one more on offer, unless it is empty or offered already.

    Where two people write at once, of each window only the newest is offered.
    """
    if _is_blank(question, offer.answer):
        return attempts
    if any(_is_offered(one) and one.answer == offer.answer for one in attempts):
        return attempts
    window = _window(offer)
    earlier = [one.edit for one in attempts if window and _window(one) == window]
    return (*_closed(attempts, earlier, "superseded"), offer)


def _window(offer: Attempt) -> str:
    """Returns the window whose answer was displaced; "" for another reason to offer it."""
    return offer.edit.rpartition(".")[0] if offer.did == "displaced" else ""


def _without(attempts: tuple[Attempt, ...], *versions: str) -> tuple[Attempt, ...]:
    """Returns the attempts without offers of these versions: their window has gone on from them."""
    return tuple(one for one in attempts if not (_is_offered(one) and one.edit in versions))


def _closed(attempts: tuple[Attempt, ...], edits: Collection[str], how: str) -> tuple[Attempt, ...]:
    return tuple(
        msgspec.structs.replace(one, did=how) if _is_offered(one) and one.edit in edits else one
        for one in attempts
    )


def _is_offered(attempt: Attempt) -> bool:
    return attempt.did in OFFERED


def _is_blank(question: Question[Any], data: dict[str, Any]) -> bool:
    try:
        return question.untouched(question.answer(data))
    except AnswerError:  # of an exercise that has changed since
        return False
