import json
import os
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from IPython.core.formatters import DisplayFormatter

from accordingto import lesson
from accordingto.content import Content
from accordingto.exercises import AnswerError, AnswerStore, Sheet
from accordingto.exercises.answers import AnswerFile, read_answers
from accordingto.exercises.released import KEYS, release
from accordingto.exercises.released import opened as opened_sheet
from accordingto.notebooks.earned import EarnedPoints
from accordingto.notebooks.lesson import Lesson
from accordingto.notebooks.live import LiveExercise


@pytest.fixture(autouse=True)
def unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    """What an exercise looks like is another matter; notices and scores are ours."""
    monkeypatch.setattr("accordingto.notebooks.live.LiveExercise.show", lambda self: None)


def opened(root: Path, **how: Any) -> Lesson:
    sheet = Sheet.read(root / "exercises" / "01-boats.yaml", Content(root))
    return Lesson(sheet, root / "answers", **how)


def answers(root: Path) -> dict[str, Any]:
    exercises: dict[str, Any] = json.loads((root / "answers" / "01-boats.json").read_bytes())
    return exercises["exercises"]  # type: ignore[no-any-return]


def told(
    live: LiveExercise,
    number: int,
    answer: dict[str, Any],
    *over: str,
    window: str = "w",
    **more: Any,
) -> None:
    """A message of a page to an exercise."""
    message = {"id": f"{window}.{number}", "window": window, "number": number, "answer": answer}
    live.widget._handle_custom_msg({**message, "over": over, **more}, [])


def change_sheet(root: Path, old: str, new: str) -> None:
    path = root / "exercises" / "01-boats.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_lesson_gives_its_article_and_the_experts_reading(root: Path) -> None:
    ask = opened(root)
    assert repr(ask) == "lesson('01-boats')"
    assert ask.article.id == "ferry"
    assert [quotation.id for quotation in ask.expert.quotations] == ["Q1", "Q2"]


def test_nothing_is_written_until_something_is_answered(root: Path) -> None:
    ask = opened(root)
    assert [float(ask(exercise)) for exercise in ("1.1", "1.2", "1.3")] == [0, 0, 0]
    assert not (root / "answers").exists()


def test_a_browser_keeps_the_answers_of_two_kits_apart(root: Path, tmp_path: Path) -> None:
    ask = opened(root)
    other = Lesson(ask.sheet, tmp_path / "another kit" / "answers")
    stores = [
        LiveExercise.of(desk, desk.sheet[exercise]).widget.shape["store"]
        for desk, exercise in ((ask, "1.1"), (opened(root), "1.1"), (ask, "1.3"), (other, "1.1"))
    ]
    assert stores[0] == stores[1]
    assert len(set(stores)) == 3
    assert all(store.startswith("01-boats/1.") for store in stores)
    assert str(root) not in "".join(stores)


def test_the_score_is_points_after_the_reveal(root: Path) -> None:
    ask = opened(root)
    ask.answer("1.1", {"value": 2})
    assert ask.score("1.1") == 0.0  # a prediction in hand is no answer yet
    ask.do("1.1", "predict")
    assert ask.score("1.1") == 0.0
    ask.answer("1.1", {"value": 2})
    ask.do("1.1", "check")
    assert ask.score("1.1") == 2.0


def test_every_attempt_is_in_the_file(root: Path) -> None:
    ask = opened(root)
    ask.answer("1.1", {"value": 3})
    ask.do("1.1", "predict")
    for value in (1, 2):
        ask.answer("1.1", {"value": value})
        ask.do("1.1", "check")
    attempts = answers(root)["1.1"]["attempts"]
    assert [(one["did"], one["answer"], one.get("credit")) for one in attempts] == [
        ("predict", {"value": 3}, None),
        ("check", {"value": 1}, 0.0),
        ("check", {"value": 2}, 1.0),
    ]


def test_with_no_answer_yet_there_is_nothing_to_check(root: Path) -> None:
    with pytest.raises(AnswerError, match=r"exercise 1\.3: there is no answer yet"):
        opened(root).do("1.3", "check")


def test_a_text_that_a_person_marks_scores_nothing(root: Path) -> None:
    ask = opened(root)
    ask.answer("1.3", {"text": "Bea.", "checked": ["who"]})
    assert ask("1.3") == 0.0


def test_a_function_is_run_checked_and_kept(root: Path) -> None:
    ask = opened(root)
    assert ask("1.2", lambda text: ["“We sail at noon,”"]) == 1.5  # one of two, F 2/3 earns none
    assert ask("1.2") == 1.5
    values = answers(root)["1.2"]["answer"]["values"]
    assert values == {"first": ["“We sail at noon,”"], "both": ["“We sail at noon,”"]}
    assert len(answers(root)["1.2"]["attempts"]) == 1


def test_a_function_that_is_still_to_be_written_is_no_try(root: Path) -> None:
    ask = opened(root)
    assert ask("1.2", lambda text: None) == 0.0
    assert ask.store.entry("1.2") is None
    ask("1.2", lambda text: ["“We sail at noon,”"])
    assert ask("1.2", lambda text: None) == 0.0
    kept = answers(root)["1.2"]
    assert kept["answer"]["values"] == {"first": None, "both": None}
    assert len(kept["attempts"]) == 1
    assert "1.2" in [one.id for one in ask.progress.done]


def test_a_function_that_stops_stops_nothing_else(root: Path) -> None:
    assert opened(root)("1.2", lambda text: 1 / 0) == 0.0
    errors = answers(root)["1.2"]["answer"]["errors"]
    assert errors["first"] == "ZeroDivisionError: division by zero"


def test_a_result_of_another_function_is_marked_as_old_until_it_is_checked_again(
    root: Path,
) -> None:
    ask = opened(root)
    live = LiveExercise.of(ask, ask.sheet["1.2"])
    live.say_old("quoted", "It is old.")
    assert not live.widget.state.get("alert")  # there is no result yet
    ask("1.2", lambda text: ["no"])
    live.say_old("quoted", "It is old.")
    assert live.widget.state["alert"] == "It is old."
    assert live.widget.state["feedback"]  # which stands, and is said to be old
    assert (live.functions, LiveExercise.of(ask, ask.sheet["1.1"]).functions) == (("quoted",), ())


def test_a_function_where_none_is_asked_and_an_unknown_exercise_are_refused(root: Path) -> None:
    ask = opened(root)
    with pytest.raises(TypeError, match=r"^exercise 1\.1 takes no function: write ask\('1\.1'\)$"):
        ask("1.1", len)
    with pytest.raises(LookupError, match=r"^01-boats has no exercise '1\.4'; it has 1\.1, 1\.2"):
        ask("1.4")
    with pytest.raises(AnswerError):
        ask.answer("1.1", {"value": "two"})
    assert not (root / "answers").exists()


def test_an_answer_to_an_exercise_that_has_changed_is_set_aside_and_said_once(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ask = opened(root)
    ask.answer("1.3", {"text": "Bea.", "checked": ["who"]})
    ask.answer("1.1", {"value": 1})
    before = answers(root)
    change_sheet(root, "self_check: [who]", "self_check: [when]")
    again = opened(root)
    again("1.1")
    again("1.3")
    assert capsys.readouterr().out == (
        "Exercise 1.3 has changed since you answered it. Your old answer is still in "
        f"{root / 'answers' / '01-boats.json'}; please answer again.\n"
    )
    after = answers(root)
    (name,) = after.keys() - {"1.1"}
    assert name == f"1.3 (until {before['1.3']['at']})"
    assert after[name] == before["1.3"]
    assert after["1.1"] == before["1.1"]
    assert opened(root).score("1.3") == 0.0


def test_an_old_attempt_that_no_longer_fits_takes_the_entry_with_it(root: Path) -> None:
    ask = opened(root)
    ask.answer("1.3", {"text": "Bea.", "checked": ["who"]})
    ask.do("1.3", "check")
    ask.answer("1.3", {"text": "Bea."})
    change_sheet(root, "self_check: [who]", "self_check: [when]")
    opened(root)
    assert [len(one["attempts"]) for one in answers(root).values()] == [1]
    assert "1.3" not in answers(root)


def test_a_change_that_leaves_the_answer_fitting_loses_nothing(root: Path) -> None:
    opened(root).answer("1.1", {"value": 1})
    before = answers(root)
    change_sheet(root, "How many quotations are there?", "How many are there?")
    opened(root)
    assert answers(root) == before


def test_an_answer_to_a_changed_question_is_opened_and_marked_as_older(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened(root).answer("1.1", {"value": 1})
    opened(root)("1.1")
    assert capsys.readouterr().out == ""
    change_sheet(root, "How many quotations are there?", "How many are there?")
    ask = opened(root)
    ask("1.1")
    assert capsys.readouterr().out == (
        "Exercise 1.1 was changed since you answered it. "
        "Your answer, which is older, still stands there.\n"
    )
    ask.answer("1.1", {"value": 2})
    ask("1.1")
    assert capsys.readouterr().out == ""


def test_an_unreadable_file_is_said_once_where_the_reader_looks(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = root / "answers" / "01-boats.json"
    path.parent.mkdir()
    path.write_bytes(b"{")
    ask = opened(root)
    ask("1.1")
    ask("1.2")
    said = capsys.readouterr().out
    assert said.startswith("Your answer file could not be read (Input data was truncated). ")
    assert said.count("Your answer file") == 1
    assert path.with_name("01-boats.unreadable-1.json").read_bytes() == b"{"


def unwritable(root: Path) -> Lesson:
    """A lesson in whose place for answers there is a file, as a disk that is full refuses."""
    (root / "answers").write_bytes(b"")
    return opened(root)


def test_what_the_disk_refuses_is_said_in_the_exercise_and_is_not_acknowledged(root: Path) -> None:
    ask = unwritable(root)
    ask("1.3")
    live = LiveExercise.of(ask, ask.sheet["1.3"])
    told(live, 1, {"text": "Bea"})
    assert (live.widget.taken, live.widget.refused) == ({}, "w.1")
    assert live.widget.state["alert"].startswith("Your answers cannot be kept in ")
    (root / "answers").unlink()
    told(live, 2, {"text": "Bea."})
    assert live.widget.taken == {"w": 2}
    assert live.widget.state["alert"] is None


def test_what_does_not_fit_is_said_in_the_exercise_and_the_next_answer_is_kept(root: Path) -> None:
    ask = opened(root)
    live = LiveExercise.of(ask, ask.sheet["1.1"])
    told(live, 1, {"value": "many"})
    assert (live.widget.taken, live.widget.refused) == ({}, "w.1")
    assert live.widget.state["alert"].startswith("This cannot be kept: exercise 1.1: this is no ")
    told(live, 2, {"value": 3})
    assert (live.widget.taken, live.widget.state["alert"]) == ({"w": 2}, None)


def test_a_function_that_cannot_be_kept_is_said_in_a_sentence(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert unwritable(root)("1.2", len) == 0.0
    said = capsys.readouterr().out
    assert said.startswith(f"Your answers cannot be kept in {root / 'answers' / '01-boats.json'} (")
    assert said.count("\n") == 1


def test_a_file_that_breaks_while_one_works_is_said_in_the_exercise(root: Path) -> None:
    ask = opened(root)
    ask.answer("1.1", {"value": 1})
    live = LiveExercise.of(ask, ask.sheet["1.3"])
    (root / "answers" / "01-boats.json").write_bytes(b"{")
    told(live, 1, {"text": "Bea"})
    assert live.widget.state["alert"].startswith("Your answer file could not be read")


def test_from_the_key_every_scored_exercise_earns_its_points(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ask = opened(root, from_key=True)
    assert ask("1.1") == 2.0
    assert ask("1.3") == 0.0
    assert ask("1.2", lambda text: __import__("re").findall("“[^”]*”", text)) == 3.0
    said = capsys.readouterr().out
    assert "1.1 How many: Right (2 of 2 points)" in said
    assert "1.2 A machine: 2 of 2 checks right (3 of 3 points)" in said


def test_a_lesson_of_the_kit_keeps_answers_beside_the_notebook_wherever_the_reader_goes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ask = lesson("04-inside-the-quotation-marks")
    (tmp_path / "elsewhere").mkdir()
    os.chdir(tmp_path / "elsewhere")
    question = next(iter(ask.sheet))
    ask.answer(question.id, {})
    files = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.json")]
    assert files == ["answers/04-inside-the-quotation-marks.json"]


def test_a_lesson_from_the_key_leaves_nothing_beside_the_notebook(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ask = lesson("04-inside-the-quotation-marks", answers="key")
    folder = ask.store.path.parent
    ask.answer(next(iter(ask.sheet)).id, {})
    assert folder.is_dir()
    del ask
    assert not folder.exists()
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_lesson_is_refused_with_those_there_are() -> None:
    with pytest.raises(LookupError, match=r"^there is no lesson '4'; there are .*04-inside"):
        lesson("4")


@pytest.mark.parametrize(("points", "shown"), [(2.0, "2"), (1.5, "1.5"), (0.0, "0")])
def test_a_score_is_a_number_to_a_gradebook_and_nothing_to_a_reader(
    points: float, shown: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    earned, formatter = EarnedPoints(points), DisplayFormatter()
    formatter.ipython_display_formatter.enabled = True
    assert repr(earned) == shown
    assert float(repr(earned)) == points
    assert formatter.format(earned)[0] == {}  # and so no output, not an empty one
    monkeypatch.setenv(KEYS, "yes")
    assert formatter.format(earned)[0] == {"text/plain": shown}


@pytest.fixture
def graded(root: Path) -> Lesson:
    sheet = Sheet.read(root / "exercises" / "01-boats.yaml", Content(root))
    (root / "01-boats.released.json").write_bytes(release(sheet, "graded"))
    return Lesson(opened_sheet("01-boats", root), root / "answers")


def test_graded_work_is_kept_and_says_nothing_of_itself(graded: Lesson) -> None:
    graded.answer("1.1", {"value": 2})
    entry = graded.store.entry("1.1")
    assert entry is not None
    assert entry.answer["value"] == 2
    here = graded.turn(graded.sheet["1.1"], entry)
    assert (here.stage, here.ready, here.actions, here.outcome) == ("kept", True, (), None)
    assert graded.score("1.1") == 0.0
    assert [one.id for one in graded.progress.done] == ["1.1"]
    assert graded.progress.again == ()


def test_graded_work_is_neither_checked_nor_compared(graded: Lesson) -> None:
    graded.answer("1.1", {"value": 2})
    with pytest.raises(AnswerError, match="graded work is kept, and checked elsewhere"):
        graded.do("1.1", "check")
    with pytest.raises(LookupError, match="comes back with your marks"):
        _ = graded.expert
    with pytest.raises(LookupError, match="not part of graded work"):
        graded.others("1.1")
    graded.before()


def test_what_the_widget_of_graded_work_holds_says_nothing_of_the_key(graded: Lesson) -> None:
    for question in graded.sheet:
        live = LiveExercise.of(graded, question)
        told = live.widget.state
        assert (told["feedback"], told["reveal"], told["aside"]) == (None, None, None)
        assert (told["meter"], told["code"], told["actions"]) == (None, None, [])
        assert live.widget.shape["worked"] is None


def test_others_are_24_simulated_readers_in_plain_data(root: Path) -> None:
    ask = opened(root)
    ask.answer("1.1", {"value": 2})
    ask.do("1.1", ask.turn(ask.sheet["1.1"], ask.store.entry("1.1")).actions[0])
    ask.answer("1.1", {"value": 2})
    ask.do("1.1", "check")
    others = ask.others("1.1")
    assert len(others) == 24
    assert {one["value"] for one in others} == {2.0}  # no other number is diagnosed
    with pytest.raises(TypeError, match="has no choices that a class could be asked for"):
        opened(root).others("1.2")


def test_nobody_simulated_answers_before_the_reader_has(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert opened(root).others("1.1") == []
    assert capsys.readouterr().out == "First answer 1.1 yourself. Then run this cell again.\n"


def test_the_code_is_shown_after_the_prediction_and_not_before(root: Path) -> None:
    change_sheet(root, "    reveal: Look again.", "    reveal: Look again.\n    code: len(found)")
    ask = opened(root)
    assert LiveExercise.of(ask, ask.sheet["1.1"]).widget.state["code"] is None
    ask.answer("1.1", {"value": 3})
    ask.do("1.1", "predict")
    assert "len(found)" in LiveExercise.of(ask, ask.sheet["1.1"]).widget.state["code"]


def test_an_exercise_asked_twice_is_one_widget_and_so_after_the_first_cell_ran_again(
    root: Path,
) -> None:
    ask, again = opened(root), opened(root)
    live = LiveExercise.of(ask, ask.sheet["1.1"])
    assert LiveExercise.of(ask, ask.sheet["1.1"]) is live
    assert LiveExercise.of(again, again.sheet["1.1"]) is live
    assert LiveExercise.of(again, again.sheet["1.3"]) is not live
    change_sheet(root, "How many quotations are there?", "How many are there?")
    changed = opened(root)
    assert LiveExercise.of(changed, changed.sheet["1.1"]) is not live


def test_a_widget_that_was_closed_is_made_anew(root: Path) -> None:
    ask = opened(root)
    live = LiveExercise.of(ask, ask.sheet["1.1"])
    live.widget.close()
    assert LiveExercise.of(ask, ask.sheet["1.1"]).widget.comm is not None


def test_a_view_follows_what_is_answered_elsewhere(root: Path) -> None:
    ask = opened(root)
    live = LiveExercise.of(ask, ask.sheet["1.1"])
    ask.answer("1.1", {"value": 3})
    assert live.widget.answer == {"value": 3}
    other = AnswerStore(root / "answers" / "01-boats.json")
    entry = other.entry("1.1")
    assert entry
    path = root / "answers" / "01-boats.json"
    path.write_bytes(path.read_bytes().replace(b'"value": 3', b'"value": 4'))  # another kernel
    assert live.widget.answer == {"value": 3}
    other.look()
    assert live.widget.answer == {"value": 4}


def test_one_key_is_one_reading_of_the_file_one_writing_and_one_conversion(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = opened(root)
    live = LiveExercise.of(ask, ask.sheet["1.3"])
    told(live, 1, {"text": "B"})
    counts: Counter[str] = Counter()

    def counted(owner: Any, name: str) -> None:
        function = getattr(owner, name)

        def counting(*given: Any, **named: Any) -> Any:
            counts[name] += 1
            return function(*given, **named)

        monkeypatch.setattr(owner, name, counting)

    counted(Path, "read_bytes")
    counted(os, "fsync")
    counted(type(ask.sheet["1.3"]), "answer")
    counted(type(live.widget), "send_state")
    told(live, 2, {"text": "Be"}, "w.1")
    assert counts == {"read_bytes": 1, "fsync": 1, "answer": 1, "send_state": 1}
    assert live.widget.state["saved"]


def test_a_message_that_comes_twice_is_done_once_and_acknowledged_twice(root: Path) -> None:
    ask = opened(root)
    live = LiveExercise.of(ask, ask.sheet["1.3"])
    told(live, 1, {"text": "first"})
    told(live, 2, {"text": "second"}, "w.1")
    told(live, 1, {"text": "first"})
    assert (live.widget.taken, live.widget.answer) == ({"w": 2}, {"text": "second"})
    assert [one.get("attempts", []) for one in answers(root).values()] == [[]]


def test_graded_work_keeps_what_another_window_displaced(graded: Lesson) -> None:
    live = LiveExercise.of(graded, graded.sheet["1.3"])
    told(live, 1, {"text": "one"}, "", window="a")
    told(live, 1, {"text": "two"}, "", window="b", do="check")
    entry = graded.store.entry("1.3")
    assert entry
    assert entry.answer == {"text": "two"}
    assert [(one.did, one.answer) for one in entry.attempts] == [("displaced", {"text": "one"})]
    assert [one["why"] for one in live.widget.state["offers"]] == ["displaced"]


def test_to_ask_reads_the_answers_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask = opened(root)
    ask.answer("1.3", {"text": "Bea."})
    read = Counter[str]()

    def counted(data: bytes) -> AnswerFile:
        read[str(ask.store.path)] += 1
        return read_answers(data)

    monkeypatch.setattr("accordingto.exercises.answers.read_answers", counted)
    for times in (1, 2):
        ask("1.3")
        assert read == {str(ask.store.path): times}
