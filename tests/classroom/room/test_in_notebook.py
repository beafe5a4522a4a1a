"""The class in a notebook: a figure and a table, and real votes where there is a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from accordingto import class_folder, class_view
from accordingto.classroom.room.alone import second_answer
from accordingto.exercises import Sheet
from accordingto.notebooks.lesson import Lesson
from accordingto.notebooks.live import LiveExercise
from classroom.room.classes import Simulated

LESSON = "02-who-says-so"
SHEET = Sheet.of(LESSON)
CLASS = Simulated(SHEET)
VOTED: Any = next(question for question in SHEET if question.vote)


def revealed(live: LiveExercise) -> str:
    """What stands beside one's vote."""
    return live.widget.state["reveal"] or ""


@pytest.fixture
def no_class_after() -> Iterator[None]:
    yield
    class_folder(None)


def test_an_exercise_is_a_figure_and_a_table(tmp_path: Path) -> None:
    view = class_view(VOTED.id, CLASS.write(tmp_path / "ann", 9))
    now = [line["now"] for line in view.table]
    assert sum(now) == sum(line["first"] for line in view.table) == 9
    assert view.table[0]["reading"] == VOTED.options[0].text
    assert repr(view).startswith(
        f"{VOTED.id} {VOTED.title}: 9 answers, 9 of them after a first vote.\n"
    )
    html = view._repr_html_()
    assert "first vote, of 9" in html
    assert "reader 0" not in html
    assert '<div class="class-view">' in html


def test_of_fewer_than_five_only_how_many(tmp_path: Path) -> None:
    view = class_view(VOTED.id, str(CLASS.write(tmp_path, 4)))
    assert view.table == []
    assert "4 answers so far" in view._repr_html_()


def test_an_exercise_or_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(LookupError, match=r"^no lesson has an exercise '2\.99'$"):
        class_view("2.99", tmp_path)
    with pytest.raises(FileNotFoundError):
        class_view(VOTED.id, tmp_path / "nowhere")
    with pytest.raises(FileNotFoundError):
        class_folder(tmp_path / "nowhere")
    assert class_view("g.1", tmp_path).sheet.lesson == "gallery"


def test_alone_it_is_ones_own_answer_beside_a_second_readers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    twice = next(
        question
        for question in SHEET
        if second_answer(question, SHEET.material(question)) is not None
    )
    assert class_view(twice.id).counted.tally.answers == 1
    Lesson(SHEET, tmp_path / "answers").answer(twice.id, {"marks": []})
    both = class_view(twice.id)
    assert both.counted.tally.answers == 2
    second = second_answer(twice, SHEET.material(twice))
    assert second is not None
    assert second.marks
    assert {line["now"] for line in both.table} <= {1, 2}
    assert "nothing marked" in {line["reading"] for line in both.table}


def test_a_vote_shows_the_real_votes_once_one_has_voted(
    tmp_path: Path, no_class_after: None
) -> None:
    folder = CLASS.write(tmp_path / "class", 8)
    class_folder(folder)
    desk = Lesson(SHEET, tmp_path / "mine")
    live = LiveExercise.of(desk, VOTED)
    desk.answer(VOTED.id, {"choice": VOTED.options[0].value})
    assert revealed(live) == ""
    desk.do(VOTED.id, "vote")
    assert "first vote, of 8" in revealed(live)
    assert "reader 0" not in revealed(live)
    class_folder(None)
    desk.answer(VOTED.id, {"choice": VOTED.options[1].value})
    assert "of 8" not in revealed(live)


def test_a_class_of_four_is_not_shown_in_a_vote(tmp_path: Path, no_class_after: None) -> None:
    class_folder(CLASS.write(tmp_path / "class", 4))
    desk = Lesson(SHEET, tmp_path / "mine")
    live = LiveExercise.of(desk, VOTED)
    desk.answer(VOTED.id, {"choice": VOTED.options[0].value})
    desk.do(VOTED.id, "vote")
    assert "class-view" not in revealed(live)


def test_real_answers_stand_in_the_place_of_simulated_ones(
    tmp_path: Path, no_class_after: None
) -> None:
    desk = Lesson(SHEET, tmp_path / "mine")
    desk.answer(VOTED.id, {"choice": VOTED.key(SHEET.material(VOTED)).choice})
    desk.do(VOTED.id, "vote")
    desk.do(VOTED.id, "check")
    assert len(desk.others(VOTED.id)) == 24
    class_folder(CLASS.write(tmp_path / "class", 7))
    real = desk.others(VOTED.id)
    assert len(real) == 7
    given = [CLASS.entries(number)[VOTED.id].answer["choice"] for number in range(7)]
    assert sorted(one["choice"] for one in real) == sorted(given)
