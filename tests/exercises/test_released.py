"""What is handed out where work is graded holds no key, and looks like what is practised."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Annotated, Any

import msgspec
import pytest

from accordingto.content import Content
from accordingto.exercises import AnswerError, Material, Question, Sheet, digest
from accordingto.exercises.kinds.chain import Chain
from accordingto.exercises.kinds.order import Order
from accordingto.exercises.kinds.parsons import Parsons
from accordingto.exercises.kinds.sort_cards import SortCards
from accordingto.exercises.released import KEYS, opened, release
from accordingto.widgets.state import shape
from asked import ASKED, question

SAID = {"why", "otherwise", "worked", "reveal", "extra", "after", "sample"}
SHEETS = [Sheet.of(name) for name in Content.kit().lessons()]
EVERY = pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: sheet.lesson)


def explanations(data: Any, field: str = "") -> Iterator[str]:
    """Every text that explains something, wherever it stands in a question."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield from explanations(value, name)
    elif isinstance(data, list | tuple):
        for value in data:
            yield from explanations(value, field)
    elif isinstance(data, str) and field in SAID and len(data) > 3:
        yield data


def hints(question: Question[Any]) -> dict[str, Any]:
    """Whatever in a keyless question is not a blank, by the names of fields that could tell."""
    telling = (
        "credit",
        "right",
        "key",
        "accept",
        "value",
        "wrong",
        "look",
        "chain",
        "best",
        "ties",
    )
    data: dict[str, Any] = msgspec.to_builtins(question)
    found = {name: data[name] for name in telling if name in data}
    for items in data.values():
        for item in items if isinstance(items, list) else ():
            if isinstance(item, dict):
                found |= {name: item[name] for name in telling if name in item and name != "value"}
    return {
        name: value
        for name, value in found.items()
        if value not in (0, "", "either") and value != [] and value != {} and value != ()
    }


@EVERY
def test_no_explanation_is_in_the_file(sheet: Sheet) -> None:
    handed_out = json.dumps(json.loads(release(sheet, "graded"))["questions"], ensure_ascii=False)
    for asked in sheet:
        for text in explanations(msgspec.to_builtins(asked)):
            assert json.dumps(text, ensure_ascii=False)[1:-1] not in handed_out


@EVERY
def test_no_key_is_in_the_file(sheet: Sheet) -> None:
    assert [hints(asked.without_key()) for asked in sheet] == [{}] * len(sheet.questions)


def in_order(asked: Question[Any]) -> tuple[str, ...] | None:
    """The ids of what is put in order, as they should stand; None where nothing is."""
    match asked:
        case Order(cards=items) | Parsons(lines=items):
            return tuple(item.id for item in items)
        case Chain(chain=ids):
            return ids
    return None


@EVERY
def test_ids_do_not_tell_the_order(sheet: Sheet) -> None:
    orders = [ids for asked in sheet if (ids := in_order(asked))]
    assert [ids for ids in orders if list(ids) == sorted(ids)] == []


@EVERY
def test_ids_do_not_tell_the_class_of_a_card(sheet: Sheet) -> None:
    for asked in sheet:
        if not isinstance(asked, SortCards):
            continue
        classes = [one.value for one in asked.classes]
        key = asked.key(sheet.material(asked)).classes
        assert [card for card in key for name in classes if card.startswith(name)] == []
        runs = [name for name, _ in groupby(key[card] for card in sorted(key))]
        assert len(runs) > len(classes)


@pytest.mark.parametrize("kind", ASKED)
def test_every_kind_can_be_handed_out_and_looks_the_same(material: Material, kind: str) -> None:
    asked = question(kind)
    keyless = asked.without_key()
    assert hints(keyless) == {}
    assert keyless.code is None
    assert keyless.without_key() == keyless
    assert digest(keyless) == digest(asked)
    kept = asked.answer(msgspec.to_builtins(asked.key(material)))
    if kind == "code":
        with pytest.raises(AnswerError):  # its cases are hidden, so nothing can have been returned
            keyless.answer(msgspec.to_builtins(kept))
        return
    assert keyless.answer(msgspec.to_builtins(kept)) == kept
    practised, handed_out = (shape(one, material, "s") for one in (asked, keyless))
    by_id = [sorted(part.pop("cards", []), key=str) for part in practised["parts"]]
    assert by_id == [sorted(part.pop("cards", []), key=str) for part in handed_out["parts"]]
    assert practised == handed_out


def test_graded_work_reads_nothing_but_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = Sheet.of("04-inside-the-quotation-marks")
    (tmp_path / f"{sheet.lesson}.released.json").write_bytes(release(sheet, "graded"))
    monkeypatch.setattr("accordingto.content._KIT", Path("/nowhere"))
    handed_out = opened(sheet.lesson, tmp_path, Content(Path("/nowhere")))
    assert handed_out.mode == "graded"
    assert list(handed_out.questions) == list(sheet.questions)
    assert handed_out.home.article.text == sheet.home.article.text
    assert handed_out.home.reading.quotations == ()
    twins = {"white-house-israel-iran", "harbour-ferry"}
    assert set(handed_out.materials) == twins | {"nap-app-trial", "smokehouse-tribunal"}


def test_a_vote_is_put_before_every_choice_and_needs_no_questions_in_the_file(
    tmp_path: Path,
) -> None:
    sheet = Sheet.of("04-inside-the-quotation-marks")
    data = release(sheet, "vote")
    assert json.loads(data)["questions"] == []
    (tmp_path / f"{sheet.lesson}.released.json").write_bytes(data)
    voted = opened(sheet.lesson, tmp_path)
    choices = {"4.3", "4.4", "4.5", "4.6", "4.7", "4.10", "4.11", "4.12", "4.13", "4.14"}
    assert {one.id for one in voted if one.vote} == choices
    assert voted.mode == "vote"


def test_without_a_file_one_practises_and_a_grader_has_the_keys(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = Sheet.of("00-start-here")
    assert opened(sheet.lesson, tmp_path).mode == "practice"
    (tmp_path / f"{sheet.lesson}.released.json").write_bytes(release(sheet, "graded"))
    monkeypatch.setenv(KEYS, "")
    assert opened(sheet.lesson, tmp_path).questions == sheet.questions
    own = tmp_path / "course" / "exercises"
    own.mkdir(parents=True)
    text = (Path("exercises") / f"{sheet.lesson}.yaml").read_text(encoding="utf-8")
    (own / f"{sheet.lesson}.yaml").write_text(text.replace("A first answer", "Ours"), "utf-8")
    assert opened(sheet.lesson, tmp_path, Content(own.parent))["0.1"].title == "Ours"


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"lesson": "x", "mode": "free"}', b"\xff"])
def test_a_file_that_is_none_is_said_with_its_name(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "00-start-here.released.json"
    path.write_bytes(data)
    with pytest.raises(ValueError, match=r"00-start-here\.released\.json: this is no released"):
        opened("00-start-here", tmp_path)
    assert path.read_bytes() == data


class Unreadable(Question[Any], frozen=True, kw_only=True):
    options: Annotated[tuple[str, ...], msgspec.Meta(min_length=1)]


def test_a_kind_that_shows_too_little_is_refused_before_a_student_has_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Without options its question cannot be read again."""
    one = Unreadable(
        id="1.1", kind="own", title="T", objective="o", prompt="P", options=("secret",)
    )
    monkeypatch.setattr("accordingto.exercises.released.kind_of", lambda name: Unreadable)
    sheet = replace(SHEETS[0], questions={"1.1": one})
    with pytest.raises(ValueError, match=r"^exercise 1\.1 cannot be handed out without its key: "):
        release(sheet, "graded")
