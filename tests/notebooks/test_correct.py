"""Correcting a page in a notebook: what is kept in its folder, and taken up again."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from accordingto import correct
from accordingto.content import MANIFEST
from accordingto.exercises import AnswerError
from accordingto.exercises.edits import Edit
from accordingto.notebooks.correct import Draft
from accordingto.notebooks.own_article import own_article
from accordingto.pages.blocks import Origin
from accordingto.pages.correcting import corrected
from accordingto.pages.correcting.kept import work_of
from accordingto.pages.folder import keep
from accordingto.pages.page import Page
from accordingto.readings import Reading, read_written
from forked import PROCESSES, started
from writers import correct_ten

LINES = (
    "The ferry will stop, Rosa Delgado said on Monday.",
    "“We lost the key,” Delgado told the council.",
    "Northern Line denied that, and a worker said “the key was sold to us.”",
)
OTHER = (*LINES[:2], "Northern Line denied it all, and a worker said “the key was sold to us.”")


@pytest.fixture(autouse=True)
def unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accordingto.notebooks.live.LiveExercise.show", lambda self: None)


@pytest.fixture
def kit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / MANIFEST).write_text("{}", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    put(tmp_path)
    return tmp_path


def put(kit: Path, lines: tuple[str, ...] = LINES) -> None:
    page = Page(lines, (), Origin(), ())
    keep(page, kit / "seeds", origin=Origin(title="The ferry"), name="ferry")


def do(draft: Draft, *deeds: dict[str, object]) -> None:
    """Do some things more, as the widget does: with the whole answer."""
    entry = draft._lesson.store.entry("Draft")
    before = entry.answer["deeds"] if entry else []
    draft._lesson.answer("Draft", {"deeds": [*before, *deeds]})


def reading(kit: Path) -> Reading:
    return read_written(kit / "seeds" / "ferry")[1]


def test_each_step_is_in_the_folder_and_is_taken_up_again(kit: Path) -> None:
    draft = correct("ferry")
    first, second, *_ = (one.id for one in draft.work.outer)
    assert sorted(path.name for path in (kit / "seeds" / "ferry").iterdir()) == [
        "about.yaml",
        "apart.yaml",
        "article.txt",
        "draft.yaml",
        "reading.yaml",
    ]
    do(draft, {"do": "keep", "id": first}, {"do": "drop", "id": second})
    assert reading(kit).reader == "you"
    assert second not in [one.id for one in reading(kit).attributions]
    again = correct("ferry")
    assert [again.work.status(id) for id in (first, second)] == ["kept", "removed"]
    assert again.reading == reading(kit) == draft.reading


def test_the_reading_is_written_for_as_long_as_the_draft_is_on_the_screen(kit: Path) -> None:
    """As after `correct("ferry");`, which leaves nobody who holds what it returned."""
    on_screen = correct("ferry")._lesson
    gc.collect()
    first = on_screen.sheet["Draft"].draft.attributions[0].id  # type: ignore[attr-defined]
    on_screen.answer("Draft", {"deeds": [{"do": "drop", "id": first}]})
    assert first not in [one.id for one in reading(kit).attributions]


def test_every_figure_is_of_the_corrected_reading(kit: Path) -> None:
    draft = correct("ferry")
    wrong = next(
        one.id
        for one in draft.work.outer
        if any("sold" in draft.article[piece] for piece in one.content)
    )
    company = draft.article.find("Northern Line", 3)
    worker = draft.article.find("a worker", 3)
    for words, speaker in ((company, "Northern Line"), (worker, "a worker")):
        do(draft, {"do": "mark", "id": wrong, "places": {"source": [[words.start, words.end]]}})
        assert draft.reading.quotations[-1].speaker == speaker
        assert reading(kit).quotations[-1].speaker == speaker
        page = draft.report().read_text(encoding="utf-8")
        assert f'<th scope="row">{speaker}</th>' in page


def test_a_reading_written_by_hand_meanwhile_counts_and_what_was_decided_stays(
    kit: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    draft = correct("ferry")
    ids = [one.id for one in draft.work.outer]
    do(draft, {"do": "drop", "id": ids[0]}, {"do": "keep", "id": ids[1]})
    file = kit / "seeds" / "ferry" / "reading.yaml"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("reader: you", "reader: me"), encoding="utf-8")
    again = correct("ferry")
    assert "reading.yaml was changed by hand" in capsys.readouterr().out
    assert [one.id for one in again.work.outer] == ids[1:]
    assert [again.work.status(id) for id in ids[1:]] == ["kept", *["open"] * (len(ids) - 2)]
    assert again.work.draft.reader == "me"


def test_two_windows_lose_nothing(kit: Path) -> None:
    one, other = correct("ferry"), correct("ferry")
    ids = [it.id for it in one.work.outer]
    do(one, {"do": "keep", "id": ids[0]})
    do(other, {"do": "keep", "id": ids[1]})
    assert one.reading == other.reading == reading(kit)
    assert [one.work.status(id) for id in ids[:2]] == ["kept", "kept"]


def test_corrections_go_over_to_another_version_where_their_words_stand(kit: Path) -> None:
    draft = correct("ferry")
    ids = [one.id for one in draft.work.outer]
    do(
        draft,
        {"do": "drop", "id": ids[0]},
        {"do": "keep", "id": ids[1]},
        {"do": "call", "id": ids[1], "field": "form", "value": "mixed"},
        {"do": "part", "name": "Rosa Delgado", "words": "Delgado"},
    )
    put(kit, OTHER)
    with pytest.raises(AnswerError, match="run the cell again"):
        draft._lesson.edit("Draft", Edit(id="w.1", answer={"deeds": []}))
    again = correct("ferry")
    assert again.work.status(ids[1]) == "kept"
    assert [one.id for one in again.work.outer if one.id in again.work.removed] == [ids[0]]
    assert next(one for one in again.reading.attributions if one.id == ids[1]).form == "mixed"
    assert again.article[again.article.paragraphs[2]] == OTHER[2]
    do(again, {"do": "keep", "id": again.work.outer[-1].id})
    assert again.reading == reading(kit)


def test_a_text_that_is_no_page_is_kept_beside_the_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    article = own_article(text="\n".join(LINES))
    draft = correct(article)
    assert draft.folder == tmp_path / "answers" / article.id
    do(draft, {"do": "drop", "id": draft.work.outer[0].id})
    assert len(correct(article).work.removed) == 1
    assert correct("harbour-ferry").folder == tmp_path / "answers" / "harbour-ferry"


def test_the_log_is_of_what_was_looked_at(kit: Path) -> None:
    draft = correct("ferry")
    ids = [one.id for one in draft.work.outer]
    assert [one.what for one in draft.log] == []
    do(draft, {"do": "keep", "id": ids[0]}, {"do": "drop", "id": ids[1]})
    assert [one.what for one in draft.log] == ["kept", "removed"]


def test_two_kernels_leave_the_reading_that_follows_from_what_both_kept(kit: Path) -> None:
    folder = kit / "seeds" / "ferry"
    all_ready = PROCESSES.Barrier(2)
    windows = [started(correct_ten, folder, first, all_ready) for first in (0, 1)]
    for one in windows:
        one.join(timeout=120)
        assert one.exitcode == 0
    last = work_of(folder)
    assert last is not None
    assert reading(kit) == corrected(last)
    assert len(last.kept) == 1
    assert (folder / "begun.yaml").read_bytes() == (folder / "draft.yaml").read_bytes()
