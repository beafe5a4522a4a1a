"""The pages that a student corrected, as evidence of what they write about a page of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from accordingto.classroom.audits import Audit
from accordingto.exercises import Sheet
from accordingto.exercises.kinds.free_text import FreeText
from accordingto.pages.about import about_of
from accordingto.pages.correcting.kept import begun, log_of, work_of
from accordingto.readings import read_written

MOST = 10  # pages; a memo is about one


def audits(sheet: Sheet, answers: Path) -> list[Audit]:
    """Return the pages on which something was corrected, the last one first.

    They lie beside the answers, or in `seeds/` of the working copy. There are none for a lesson
    that asks for no text on a page of one's own. A folder that cannot be read is passed over.
    """
    if not any(isinstance(one, FreeText) and one.quote == "own" for one in sheet):
        return []
    places = (answers, sheet.content.root / "seeds")
    found = [path for place in places for path in place.glob("*/corrections-*.json")]
    by_time = sorted(found, key=lambda path: path.stat().st_mtime_ns, reverse=True)
    folders = list(dict.fromkeys(path.parent for path in by_time))
    return list(_read(folders))[:MOST]


def _read(folders: list[Path]) -> Iterator[Audit]:
    for folder in folders:
        try:
            if work_of(folder) is None:
                continue
            article, draft = begun(folder)
            corrected = read_written(folder)[1]
            log, title = log_of(folder), about_of(folder).title
        except (ValueError, LookupError, OSError):
            continue  # what cannot be read is no evidence, and hinders no handing in
        yield Audit(
            page=article.id,
            title=title,
            text=article.text,
            draft=draft,
            corrected=corrected,
            log=log,
        )
