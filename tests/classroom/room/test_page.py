"""The page of a class: what stands on it, what never does, and the command that writes it."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from typing import Any

import msgspec
import pytest
from markupsafe import Markup

from accordingto.classroom.room.class_reading import ClassReading
from accordingto.classroom.room.divided import Partings
from accordingto.classroom.room.page import ClassPage
from accordingto.classroom.room.respondents import Respondent, Respondents
from accordingto.cli import main
from accordingto.exercises import Entry, Sheet, digest
from accordingto.exercises.answers import AnswerFile
from accordingto.widgets.markdown import plain
from classroom.room.classes import AT, Simulated
from evil import EVIL, EVIL_NAME

LESSON = "04-inside-the-quotation-marks"
SHEET = Sheet.of(LESSON)
CLASS = Simulated(SHEET)


def page_of(*readers: dict[str, Entry]) -> ClassPage:
    whole = ClassReading(SHEET)
    for number, entries in enumerate(readers):
        whole.add(Respondent(f"reader {number}", entries))
    return ClassPage.of(whole)


def test_the_same_answers_give_the_same_page_in_whatever_order() -> None:
    readers = [CLASS.entries(number) for number in range(12)]
    assert page_of(*readers).html() == page_of(*reversed(readers)).html()


def test_a_sentence_says_how_many_marked_what() -> None:
    marking: Any = next(one for one in SHEET if one.kind == "mark spans")
    key = msgspec.to_builtins(marking.key(SHEET.material(marking)))
    marked = {marking.id: Entry(digest=digest(marking), answer=key, at=AT)}
    none = {marking.id: Entry(digest=digest(marking), answer={"marks": []}, at=AT)}
    page = page_of(*[marked] * 6, *[none] * 5)
    article = SHEET.home.article
    first = min(key["marks"], key=lambda mark: mark["start"])
    number = next(i for i, span in enumerate(article.sentences) if first["start"] < span.end)
    html = page.sections["page"]
    sentence = html.partition(f'id="s{number}"')[2].partition("</summary>")[0]
    name = {label.value: label.name for label in marking.labels}[
        first["label"] or marking.labels[0].value
    ]
    assert re.search(rf"{name}\s+6\b.*, of 11", sentence, re.S)
    assert "you part: 6 against 5, of 11" in sentence
    assert "level2" in html.partition(f'id="s{number}"')[0][-60:]


def test_where_the_class_parts_most_comes_first() -> None:
    whole = ClassReading(SHEET)
    for number in range(20):
        whole.add(Respondent(str(number), CLASS.entries(number)))
    found = Partings(whole).all
    assert [one.division for one in found] == sorted((one.division for one in found), reverse=True)
    assert (
        f">{found[0].exercise}</b>" in ClassPage.of(whole).sections["where"].partition("</li>")[0]
    )


def test_nobody_parts_over_a_rating_or_over_code() -> None:
    gallery = Sheet.of("gallery")
    readers, whole = Simulated(gallery), ClassReading(gallery)
    for number in range(20):
        whole.add(Respondent(str(number), readers.entries(number)))
    kinds = {gallery[one.exercise].kind for one in Partings(whole).all}
    assert {"choose one", "mark spans", "number", "matrix"} <= kinds
    assert not kinds & {"rate", "experiment", "code", "free text"}


def test_an_exercise_of_fewer_than_five_shows_only_how_many() -> None:
    page = page_of(*[CLASS.entries(number) for number in range(4)])
    for question in SHEET:
        section = page.sections[f"x{question.id}"]
        assert "What they are is shown from five on" in section
        assert "<table" not in section
        assert "Show the expert" not in section
    assert "you part" not in page.sections["page"]


def test_the_experts_reading_and_its_reason_come_only_on_a_press() -> None:
    page = page_of(*[CLASS.entries(number) for number in range(20)])
    checked = 0
    for question in SHEET:
        shown, _, behind = page.sections[f"x{question.id}"].partition('<details class="reveal"')
        material = SHEET.material(question)
        for part in question.score(question.key(material), material).parts:
            words = plain(part.text)[:60]
            assert words not in unescape(Markup(shown).striptags())
            assert words in unescape(Markup(behind).striptags())
            checked += 1
    assert checked > 40


def test_nobodys_name_and_no_markup_of_an_answer_is_on_the_page(tmp_path: Path) -> None:
    folder = CLASS.write(tmp_path / "class", 6)
    for number, path in enumerate(sorted(folder.iterdir())):
        entries = CLASS.entries(number)
        hostile = {
            id: msgspec.structs.replace(one, answer=spoilt(one.answer), edit=EVIL)
            for id, one in entries.items()
        }
        file = AnswerFile(notebook=LESSON, exercises={**hostile, EVIL: entries["4.1"]})
        path.write_bytes(msgspec.json.encode(file))
        path.rename(folder / f"{EVIL_NAME} {number}.json")
    whole = ClassReading(SHEET)
    assert whole.take(Respondents(folder, LESSON)) == []
    html = ClassPage.of(whole).html()
    assert whole.readers == 6
    assert "elsewhere.example" not in html
    assert "&lt;b&gt;b" not in html
    assert html.count("<script") == 1


def spoilt(answer: dict[str, Any]) -> dict[str, Any]:
    """An answer with markup in each of its texts."""
    return {name: _spoilt(value) for name, value in answer.items()}


def _spoilt(value: Any) -> Any:
    if isinstance(value, str):
        return EVIL
    if isinstance(value, list):
        return [_spoilt(one) for one in value]
    if isinstance(value, dict):
        return {EVIL + name: _spoilt(one) for name, one in value.items()}
    return value


def test_what_does_not_fit_an_exercise_is_counted_and_not_shown() -> None:
    odd = {"4.1": Entry(digest="old", answer={"nonsense": EVIL}, at=AT)}
    page = page_of(*[CLASS.entries(number) for number in range(5)], odd, odd)
    assert "2 more are no answer to this exercise as it is now" in page.sections["x4.1"]
    assert "elsewhere" not in page.html()


def test_the_command_writes_the_page_and_names_faults_on_the_terminal_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    CLASS.write(tmp_path / "class", 5)
    assert main(["class", "class", LESSON]) == 0
    assert capsys.readouterr().out == (
        f"class-{LESSON}.html: 5 readers. Open it in a browser; it needs nothing else.\n"
    )
    (tmp_path / "class" / "torn by ann.json").write_bytes(b"{")
    assert main(["class", "class", LESSON, "--out", "page.html"]) == 1
    assert "torn by ann.json does not count: " in capsys.readouterr().out
    page = (tmp_path / "page.html").read_text(encoding="utf-8")
    assert "torn by ann" not in page
    assert not re.search(r"""(?:src|href)=["'](?!#)""", page)
    assert main(["class", "nowhere", LESSON]) == 2
    assert main(["class", "class", "40-nothing"]) == 2
