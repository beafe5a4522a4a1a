"""Corrections in the folder of a page: what they began with, each step, and what follows from them.

`begun.yaml` is the reading that a person began to correct. All that was done with it is in a file
named by it, such as `corrections-3fa2b1c04d5e.json`, so that work on another version of the page,
which a window may still show, has a file of its own. `reading.yaml` is what follows, for whatever
reads the page. Its first line holds the digest of the rest, which tells a file that was written
here from one that somebody wrote by hand.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

import msgspec

from accordingto.exercises.answers import AnswerStore
from accordingto.exercises.disk import held, write_whole
from accordingto.exercises.flow import answered
from accordingto.exercises.sheet import digest
from accordingto.pages.correcting.deeds import AnyDeed, Drop, Keep, Merge, Part
from accordingto.pages.correcting.log import log, log_elsewhere, with_names
from accordingto.pages.correcting.question import Correcting, Done, correcting
from accordingto.pages.correcting.reading import corrected
from accordingto.pages.correcting.replay import CannotCorrect, Corrected
from accordingto.pages.corrections import Correction
from accordingto.readings import Attribution, Reading, read_written
from accordingto.readings.written import written
from accordingto.text import Article

BEGUN, READING = "begun.yaml", "reading.yaml"
_DRAFT = "draft.yaml"
NAME = "Draft"  # of the one entry in the file of the steps
_HEAD = "# Corrected by a person, step by step, in corrections-*.json. Digest of what follows: "


def begun(folder: Path) -> tuple[Article, Reading]:
    """Return the page and the reading that is, or was, begun with."""
    return read_written(folder, BEGUN if (folder / BEGUN).is_file() else READING)


def steps(question: Correcting) -> str:
    """Return the name of the file in which the corrections of a draft are kept, without its end."""
    return f"corrections-{digest(question)}"


def work_of(folder: Path) -> Corrected | None:
    """Return the corrections of a page as they stand; None where none was made."""
    question = correcting(*begun(folder))
    entry = _store(folder, question).entry(NAME)
    return question.done(question.answer(entry.answer)) if entry else None


def is_current(folder: Path, question: Correcting) -> bool:
    """Return whether a draft is still what the folder holds: the page may have come anew."""
    article = Article.from_file(folder / "article.txt")
    return article.text == question.text and _draft_of(folder, _stamp(folder)) == question.draft


@lru_cache(maxsize=8)
def _draft_of(folder: Path, stamp: tuple[int, int]) -> Reading:
    """Cached by the stamp of the file: it is asked at every key."""
    return begun(folder)[1]


def _stamp(folder: Path) -> tuple[int, int]:
    seen = (folder / (BEGUN if (folder / BEGUN).is_file() else READING)).stat()
    return seen.st_mtime_ns, seen.st_size


def _store(folder: Path, question: Correcting) -> AnswerStore:
    return AnswerStore(folder / f"{steps(question)}.json")


def draft_of(folder: Path) -> Reading | None:
    """Return the machine's draft that a reading was made of; None for a page read otherwise.

    Its people have the names that a person gave them, so that it can be held against the reading.
    """
    if not (folder / _DRAFT).is_file():
        return None
    draft = read_written(folder, _DRAFT)[1]
    work = work_of(folder)
    return with_names(work, draft) if work else draft


def log_of(folder: Path) -> tuple[Correction, ...]:
    """Return what a person made of the machine's draft of a page, of all that they looked at.

    Of a page that was corrected elsewhere, by hand or in another tool, all was looked at.
    """
    draft = draft_of(folder)
    if draft is None:
        return ()
    if (work := work_of(folder)) is None:
        article, reading = read_written(folder)
        return log_elsewhere(article, draft, reading) if reading.reader != draft.reader else ()
    return log(work, draft)


def write_reading(folder: Path, question: Correcting, store: AnswerStore) -> None:
    """Write the reading that follows from what is kept, and first keep what stands in its place.

    What was begun with becomes `begun.yaml`; what somebody wrote by hand meanwhile goes to
    `earlier/`. It holds the file, so that of two windows the later one reads what both have kept.
    """
    file = folder / READING
    with held(file):
        entry = store.entry(NAME)
        if entry is None or not is_current(folder, question):
            return
        now = file.read_text(encoding="utf-8")
        if not (folder / BEGUN).is_file():
            write_whole(folder / BEGUN, now.encode("utf-8"))
        elif is_by_hand(now) and now != (folder / BEGUN).read_text(encoding="utf-8"):
            write_whole(folder / "earlier" / f"by-hand-{_digest(now)}.yaml", now.encode("utf-8"))
        work = question.done(question.answer(entry.answer))
        body = written(work.article, corrected(work))
        write_whole(file, f"{_HEAD}{_digest(body)}\n{body}".encode())


def is_by_hand(text: str) -> bool:
    """Return whether a reading's file was written, or changed, elsewhere than here."""
    head, _, body = text.partition("\n")
    return head != _HEAD + _digest(body)


def taken_up(folder: Path) -> str:
    """Bring the corrections in step with a reading that was written by hand since; say so.

    The file that a person wrote counts: it is begun with from now on. Which statements were looked
    at, and who is one person, stays as far as they are still there.
    """
    file = folder / READING
    if not (folder / BEGUN).is_file() or not is_by_hand(file.read_text(encoding="utf-8")):
        return ""
    if (folder / BEGUN).read_bytes() == file.read_bytes():
        return ""
    before = work_of(folder)
    (folder / BEGUN).unlink()
    if before is not None:
        begin_anew(folder, before)
    return (
        f"{READING} was changed by hand since you corrected it here. That counts, and your "
        "corrections go on from it."
    )


def begin_anew(folder: Path, before: Corrected, lost: Collection[str] = ()) -> None:
    """Begin with the reading that stands in the folder, and with what of earlier work fits it.

    `lost` are the ids of statements whose words are gone: one of that name now is another.
    """
    question = correcting(*begun(folder))
    deeds: list[AnyDeed] = []
    for deed in _left(before, question, lost):
        try:
            question.check_answer(Done(deeds=(*deeds, deed)))
        except CannotCorrect:
            continue
        deeds.append(deed)
    data = msgspec.to_builtins(Done(deeds=tuple(deeds)))
    _store(folder, question).change(NAME, lambda entry: entry or answered(question, entry, data))


def _left(before: Corrected, now: Correcting, lost: Collection[str]) -> list[AnyDeed]:
    """Return what of earlier work no reading holds: what was right, what was none, who is who."""
    kept = [one.id for one in before.outer if one.id in before.kept and one.id not in lost]
    none = {_words(before.article, one) for one in before.outer if one.id in before.removed}
    article = Article(before.article.id, now.text)
    again = [one.id for one in now.draft.attributions if _words(article, one) in none]
    people = [deed for deed in before.deeds if isinstance(deed, Merge | Part)]
    return [
        *(Keep(id=id) for id in kept),
        *(Drop(id=id) for id in again if id not in kept),
        *people,
    ]


def _words(article: Article, one: Attribution) -> tuple[str, ...]:
    """Return the words of a statement, by which it is known in another version of its page."""
    return tuple(article[span] for span in (*one.source, *one.cue, *one.content))


def _digest(body: str) -> str:
    return hashlib.sha256(body.encode()).hexdigest()[:16]
