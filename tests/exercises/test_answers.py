import os
import random
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Thread
from typing import Any

import msgspec
import pytest

from accordingto.exercises import AnswerStore, Attempt, Entry
from accordingto.exercises.answers import SCHEMA, AnswerFile, now, read_answers
from accordingto.exercises.disk import write_whole
from forked import PROCESSES, started
from kept import instead
from writers import change_for_ever

AT = "2026-01-02T03:04:05+00:00"
KILLS = 60


def entry(value: Any, *attempts: Attempt, at: str = AT) -> Entry:
    return Entry(digest="abc", answer={"value": value}, at=at, attempts=attempts)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "answers" / "01-invented.json"


def test_nothing_is_written_before_something_is_kept(path: Path) -> None:
    store = AnswerStore(path)
    assert (store.entry("1.1"), store.notice) == (None, None)
    assert not path.parent.exists()


def test_what_is_kept_is_there_again(path: Path) -> None:
    attempt = Attempt(did="check", answer={"value": "𝓑 🦊"}, at=AT, credit=0.5)
    kept = entry("ü\n“”", attempt)
    AnswerStore(path).change("1.1", instead(kept))
    assert AnswerStore(path).entry("1.1") == kept
    assert names(path.parent) == ["01-invented.json"]


def test_the_file_is_json_a_person_can_read(path: Path) -> None:
    AnswerStore(path).change("1.1", instead(entry(3, Attempt(did="show", answer={}, at=AT))))
    assert path.read_text(encoding="utf-8") == (
        '{\n "notebook": "01-invented",\n "schema": 1,\n "exercises": {\n  "1.1": {\n'
        '   "digest": "abc",\n   "answer": {\n    "value": 3\n   },\n'
        f'   "at": "{AT}",\n   "attempts": [\n    {{\n     "did": "show",\n'
        f'     "answer": {{}},\n     "at": "{AT}"\n    }}\n   ]\n  }}\n }}\n}}'
    )


def test_the_other_exercises_stay(path: Path) -> None:
    store = AnswerStore(path)
    for number in range(5):
        store.change(f"1.{number}", instead(entry(number)))
    store.change("1.2", instead(entry("new")))
    answers = [AnswerStore(path).entry(f"1.{number}") for number in range(5)]
    assert [one and one.answer["value"] for one in answers] == [0, 1, "new", 3, 4]


def test_two_stores_at_one_file_see_and_keep_each_others_answers(path: Path) -> None:
    # the first cell of a notebook was run again, and an exercise above it is still in use
    first = AnswerStore(path)
    second = AnswerStore(path)
    second.change("1.2", instead(entry("second")))
    first.change("1.1", instead(entry("first")))
    assert first.entry("1.2") == entry("second")
    assert second.entry("1.1") == entry("first")


def test_threads_lose_no_answer_of_each_other(path: Path) -> None:
    stores = AnswerStore(path), AnswerStore(path)

    def answer(number: int) -> None:
        stores[number % 2].change(f"1.{number}", instead(entry(number)))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(answer, range(60)))
    kept = read_answers(path.read_bytes()).exercises
    assert {name: one.answer["value"] for name, one in kept.items()} == {
        f"1.{number}": number for number in range(60)
    }
    assert names(path.parent) == ["01-invented.json"]


def test_the_word_of_an_older_change_never_comes_last(path: Path) -> None:
    """Two threads of a kernel: one tells what another kernel wrote, while the other writes."""
    store = AnswerStore(path)
    writer = Thread(target=store.change, args=("1.1", instead(entry("newer"))))

    class Follower:
        said: Any = None

        def follow(self, entries: Mapping[str, Entry]) -> None:
            self.said = entries["1.1"].answer["value"]
            if not writer.ident:
                writer.start()
                writer.join(0.5)

    followers = Follower(), Follower()
    for one in followers:
        store.join(one)
    write_whole(path, msgspec.json.encode(AnswerFile(notebook="", exercises={"1.1": entry("old")})))
    store.look()
    writer.join()
    assert [one.said for one in followers] == ["newer", "newer"]


def test_what_another_kernel_began_in_the_same_moment_stays(path: Path) -> None:
    theirs = AnswerFile(notebook="01-invented", exercises={"1.2": entry("theirs")})
    asked: list[Entry | None] = []

    def mine(old: Entry | None) -> Entry:
        if not asked:
            write_whole(path, msgspec.json.encode(theirs), new=True)
        asked.append(old)
        return entry("mine")

    AnswerStore(path).change("1.1", mine)
    assert asked == [None, None]
    assert AnswerStore(path).entries() == {"1.1": entry("mine"), "1.2": entry("theirs")}


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "Input data was truncated"),
        (b'{"notebook": "x", "schema": 1, "exercises": {"1.1": {"dig', "Input data was truncated"),
        (b"[]", "Expected `object`, got `array`"),
        (b"null", "Expected `object`, got `null`"),
        (b'{"notebook": "x", "schema": 1, "exercises": []}', "Expected `object`, got `array`"),
        (b'{"schema": 1}', "Object missing required field `notebook`"),
        (b'{"notebook": "x", "schema": 2}', "its schema is 2, and this kit reads 1"),
        (b'{"notebook": "x", "schema": "1"}', "Expected `int`, got `str`"),
        (
            b'{"notebook": "x", "exercises": {"1.1": {"digest": "d", "answer": 3, "at": "t"}}}',
            "Expected `object`, got `int`",
        ),
        (b'{"notebook": "\xff"}', "'utf-8' codec can't decode byte 0xff"),
        (b'{"notebook": "x", "unknown": ' + b"[" * 200_000, "maximum recursion depth"),
        (b'{"notebook": "x", "e": ' + b'{"a":' * 200_000, "maximum recursion depth"),
        (bytes(range(128, 192)), ""),
        ("{}".encode("utf-16"), "JSON is malformed"),
    ],
)
def test_an_unreadable_file_is_set_aside_untouched(path: Path, data: bytes, why: str) -> None:
    path.parent.mkdir()
    path.write_bytes(data)
    store = AnswerStore(path)
    aside = path.with_name("01-invented.unreadable-1.json")
    assert aside.read_bytes() == data
    assert store.notice is not None
    assert store.notice.startswith(f"Your answer file could not be read ({why}")
    assert store.notice.endswith(f"It was kept as {aside.name}; a new one begins here.")
    store.change("1.1", instead(entry(1)))
    assert AnswerStore(path).entry("1.1") == entry(1)
    assert aside.read_bytes() == data


def test_a_second_unreadable_file_does_not_replace_the_first(path: Path) -> None:
    path.parent.mkdir()
    for number in (1, 2, 3):
        path.write_bytes(b"broken %d" % number)
        AnswerStore(path)
    assert [file.read_bytes() for file in sorted(path.parent.iterdir())] == [
        b"broken 1",
        b"broken 2",
        b"broken 3",
    ]


def test_a_file_that_breaks_while_in_use_is_set_aside_too(path: Path) -> None:
    store = AnswerStore(path)
    store.change("1.1", instead(entry(1)))
    path.write_bytes(b"{")
    store.change("1.2", instead(entry(2)))
    assert store.notice is not None
    assert path.with_name("01-invented.unreadable-1.json").read_bytes() == b"{"
    assert AnswerStore(path).entry("1.2") == entry(2)


def test_an_entry_is_set_aside_inside_the_file(path: Path) -> None:
    store = AnswerStore(path)
    old = entry("old", Attempt(did="check", answer={"value": "older"}, at=AT))
    store.change("1.1", instead(old))
    store.change("1.2", instead(entry(2)))
    store.set_aside("1.1")
    assert store.entry("1.1") is None
    again = AnswerStore(path)
    assert again.entry(f"1.1 (until {AT})") == old
    assert again.entry("1.2") == entry(2)


def test_entries_set_aside_in_the_same_second_are_all_there(path: Path) -> None:
    store = AnswerStore(path)
    for number in range(3):
        store.change("1.1", instead(entry(number)))
        store.set_aside("1.1")
    kept = read_answers(path.read_bytes()).exercises
    assert sorted(one.answer["value"] for one in kept.values()) == [0, 1, 2]


def test_what_cannot_be_written_leaves_the_file_as_it_was(path: Path) -> None:
    store = AnswerStore(path)
    store.change("1.1", instead(entry(1)))
    before = path.read_bytes()
    with pytest.raises(UnicodeEncodeError):
        store.change("1.1", instead(entry("\ud83e")))
    assert path.read_bytes() == before
    assert names(path.parent) == [path.name]


def test_a_failed_write_leaves_no_file_behind(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_whole(path, b"old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left") as caught:
        write_whole(path, b"new")
    assert caught.value.filename == str(path)
    assert path.read_bytes() == b"old"
    assert names(path.parent) == [path.name]


def test_a_file_that_another_program_holds_for_a_moment_is_tried_again(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, refusals = Path.replace, iter([PermissionError, PermissionError])

    def held(self: Path, target: Path) -> Path:
        for refusal in refusals:
            raise refusal(13, "in use")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", held)
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"


def test_a_read_that_fails_once_costs_no_earlier_attempt(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = AnswerStore(path)
    store.change("1.1", instead(entry(1, Attempt(did="vote", answer={}, at=AT))))
    read = Path.read_bytes
    refusals = iter([PermissionError(13, "in use")])

    def held(self: Path) -> bytes:
        for refusal in refusals:
            raise refusal
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", held)
    for _ in range(2):
        with suppress(PermissionError):
            store.change("1.1", lambda old: entry(2, *(old.attempts if old else ())))
    kept = store.entry("1.1")
    assert kept
    assert (kept.answer, len(kept.attempts)) == (entry(2).answer, 1)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no permissions of this kind")
def test_the_file_can_be_read_by_whom_the_folder_lets(path: Path) -> None:
    AnswerStore(path).change("1.1", instead(entry(1)))
    plain = path.with_name("plain")
    plain.touch()
    assert path.stat().st_mode == plain.stat().st_mode


def test_what_a_kill_left_behind_goes_once_it_is_old(path: Path) -> None:
    path.parent.mkdir()
    old, young, foreign = (
        path.with_name(name)
        for name in (f".{path.name}.a.tmp", f".{path.name}.b.tmp", ".02-other.json.c.tmp")
    )
    for file in (old, young, foreign):
        file.touch()
    for file in (old, foreign):
        os.utime(file, (time.time() - 61, time.time() - 61))
    AnswerStore(path)
    assert names(path.parent) == sorted([young.name, foreign.name])


def test_the_time_is_to_the_second_and_has_its_zone() -> None:
    said = datetime.fromisoformat(now())
    assert said.utcoffset() == timedelta(0)
    assert said.microsecond == 0
    assert abs(datetime.now(UTC) - said) < timedelta(seconds=5)


def test_killed_at_any_moment_the_file_is_whole_and_at_most_one_change_is_lost(path: Path) -> None:
    chance = random.Random(5)
    said = 0
    for _ in range(KILLS):
        heard, told = PROCESSES.Pipe(duplex=False)
        child = started(change_for_ever, path, said, told)
        told.close()  # the child has its own end of it
        said = heard.recv()
        time.sleep(chance.uniform(0, 0.02))
        child.kill()
        child.join()
        with heard, suppress(EOFError, OSError):  # its last word may be cut off
            while True:
                said = heard.recv()
        file = read_answers(path.read_bytes())
        assert file.schema == SCHEMA
        answer = file.exercises["1.1"].answer
        assert said <= answer["number"] <= said + 1
        assert answer["padding"] == "🦊" * (answer["number"] % 977)
        said = answer["number"]
    AnswerStore(path)
    assert not [name for name in names(path.parent) if "unreadable" in name]


def test_an_answer_file_of_an_older_minor_form_is_read() -> None:
    # what is left out stands for its default
    file = read_answers(b'{"notebook": "x"}')
    assert (file.schema, file.exercises) == (1, {})
    assert msgspec.json.decode(msgspec.json.encode(file))["schema"] == 1


def test_a_file_that_cannot_be_read_stays_and_nothing_is_kept_over_it(path: Path) -> None:
    (path / "inner").mkdir(parents=True)  # a folder of that name: nobody can read it as a file
    store = AnswerStore(path)
    assert store.notice == (
        f"Your answers cannot be kept in {path} (Is a directory). "
        "Make room there, or ask for the right to write there, and answer again."
    )
    assert store.entries() == {}
    with pytest.raises(IsADirectoryError):
        store.change("1.1", instead(entry(1)))
    assert names(path.parent) == ["01-invented.json"]
