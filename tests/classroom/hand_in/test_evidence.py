"""A page that a student corrected goes in with the memo, and comes back beside it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import msgspec
import pytest

from accordingto.classroom import audits
from accordingto.classroom.hand_in.archives import members
from accordingto.classroom.hand_in.chosen_files import handed
from accordingto.classroom.hand_in.pack import hand_in
from accordingto.classroom.submissions import read
from accordingto.exercises.disk import write_whole
from accordingto.notebooks.copy import start
from accordingto.notebooks.correct import Draft
from accordingto.pages.corrections import Correction
from accordingto.pages.folder import keep_article
from accordingto.text import Article

LESSON = "08-source-audit"
TEXT = "The pier is old, Bea Moor said on Monday.\n“We sail at noon,” Cy Vale told reporters.\n"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A working copy in which a student has gone through a page of their own."""
    start(tmp_path / "my-kit")
    folder = tmp_path / "my-kit" / "notebooks" / "answers" / "own-1"
    keep_article(Article("own-1", TEXT), folder)
    draft = Draft(folder)
    draft._lesson.answer("Draft", {"deeds": [{"do": "keep", "id": "A01"}]})
    return tmp_path / "my-kit"


def packed(copy: Path) -> dict[str, bytes]:
    done = hand_in(copy, LESSON, into=copy)
    with zipfile.ZipFile(done.path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_corrected_page_goes_in_with_its_draft_and_its_log(copy: Path) -> None:
    files = packed(copy)
    assert list(files) == [f"{LESSON}.ipynb", "answers/audit-own-1.json"]
    audit = audits.decoded(files["answers/audit-own-1.json"])
    assert (audit.page, audit.text) == ("own-1", TEXT)
    assert [one.what for one in audit.log] == ["kept"]
    assert len(audit.draft.attributions) == 2
    assert audit.corrected.reader == "you"
    told = hand_in(copy, LESSON, into=copy).taken
    assert "what you corrected on the page own-1: The machine was right about 1 of 1" in told[-1]


def test_another_lesson_takes_no_page_with_it_and_neither_does_a_page_nobody_looked_at(
    copy: Path,
) -> None:
    done = hand_in(copy, "04-inside-the-quotation-marks", into=copy)
    with zipfile.ZipFile(done.path) as archive:
        assert not [name for name in archive.namelist() if "audit-" in name]
    keep_article(Article("own-2", TEXT + "More.\n"), copy / "notebooks" / "answers" / "own-2")
    assert [name for name in packed(copy) if "audit-" in name] == ["answers/audit-own-1.json"]


def test_what_is_collected_is_read_with_the_submission(copy: Path, tmp_path: Path) -> None:
    found = handed(members(hand_in(copy, LESSON, into=copy).path), LESSON)
    assert "answers/audit-own-1.json" in found.files
    folder = tmp_path / "submitted" / "ann" / LESSON
    for name, data in found.files.items():
        write_whole(folder / name, data)
    submission = read(folder, LESSON)
    assert [audit.page for audit in submission.audits] == ["own-1"]
    before = submission.digest
    broken = folder / "answers" / "audit-own-1.json"
    write_whole(broken, broken.read_bytes()[:100])
    again = read(folder, LESSON)
    assert again.audits == ()
    assert again.digest != before
    assert any("audit-own-1.json could not be read" in one for one in again.sentences)


def test_a_file_that_names_an_error_of_no_kind_is_refused(copy: Path) -> None:
    audit = audits.decoded(packed(copy)["answers/audit-own-1.json"])
    strange = Correction("changed", 1, "words", fields=("colour",))
    data = msgspec.structs.replace(audit, log=(strange,)).encoded()
    with pytest.raises(ValueError, match="nothing can be wrong by the name of 'colour'"):
        audits.decoded(data)
    assert json.loads(data)["page"] == "own-1"
    assert not audits.is_audit("audit-../x.json")
