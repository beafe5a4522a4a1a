"""A room, with real students' notebooks on the one side and attackers on the other."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.classroom.room.live.guards import AT_ONCE, LARGEST, SENTENCES, Guards, Refused
from accordingto.classroom.room.live.members import LONGEST, MOST, Members, NotFitting, RoomFull
from accordingto.classroom.room.respondents import Respondent, Respondents
from accordingto.content import Content
from accordingto.exercises import AnswerStore, Entry
from accordingto.exercises.flow import answered
from accordingto.notebooks.lesson import Lesson
from accordingto.notebooks.room.asking import CannotJoin
from accordingto.notebooks.room.seat import LEFT, Seat, join
from classroom.room.live.open_rooms import LESSON, SHEET, Open, open_room, soon

NUMBER = next(question.id for question in SHEET if question.kind == "number")
MATRIX = next(question.id for question in SHEET if question.kind == "matrix")


def lesson(folder: Path) -> Lesson:
    """A student at home, who has predicted the number and is to answer."""
    home = Lesson(SHEET, folder / "answers")
    home.answer(NUMBER, {"value": 0})
    home.do(NUMBER, "predict")
    return home


def seat(home: Lesson, room: Open, said: list[str] | None = None, name: str = "") -> Seat:
    return join(
        home.store, room.address, room.code, name, (said if said is not None else []).append
    )


def values(room: Open) -> list[Any]:
    """What the room has of the exercise that asks for a number."""
    found = [one.entries for one in room.room.members]
    return [one[NUMBER].answer["value"] for one in found if NUMBER in one]


def test_what_is_saved_arrives_as_an_answer_file_and_is_on_the_teachers_page(
    tmp_path: Path,
) -> None:
    home = lesson(tmp_path / "ann")
    home.answer(NUMBER, {"value": 3})
    with open_room(tmp_path / "room") as room:
        mine = seat(home, room, name="Ann")
        assert soon(lambda: values(room) == [3])
        home.answer(NUMBER, {"value": 4})
        assert soon(lambda: values(room) == [4])
        home.do(NUMBER, "check")
        assert soon(lambda: len(next(iter(room.room.members)).entries[NUMBER].attempts) == 2)
        status, page = room.asked(f"/teacher?key={room.room.key}")
        assert status == 200
        assert "1 answer" in page
        assert "Ann" not in page
        mine.leave()
    [found] = Respondents(tmp_path / "room", LESSON)
    assert isinstance(found, Respondent)
    assert found.entries == home.store.entries()  # whole, with every earlier try


def test_nothing_is_sent_before_one_joins_nor_after_one_has_left(tmp_path: Path) -> None:
    home, said = lesson(tmp_path / "ann"), list[str]()
    with open_room(tmp_path / "room") as room:
        home.answer(NUMBER, {"value": 3})
        assert values(room) == []
        mine = seat(home, room, said)
        assert soon(lambda: values(room) == [3])
        mine.leave()
        home.answer(NUMBER, {"value": 9})
        assert said[-1] == LEFT
        again = seat(lesson(tmp_path / "bob"), room)  # another's answers come meanwhile
        assert not soon(lambda: 9 in values(room), 1.0)
        again.leave()


def test_of_what_was_on_its_way_when_one_left_nothing_is_said(tmp_path: Path) -> None:
    home, said = lesson(tmp_path / "ann"), list[str]()
    with open_room(tmp_path / "room") as room:
        mine = seat(home, room, said)
        assert soon(lambda: said[-1].startswith("In the room: "))
        with room.room.members._lock:  # the room takes its time
            home.answer(NUMBER, {"value": 3})
            assert not soon(lambda: not said[-1].startswith("In the room: "), 0.5)
            mine.leave()
        assert soon(lambda: values(room) == [3])
        assert not soon(lambda: said[-1] != LEFT, 0.5)


def test_what_was_answered_without_a_network_arrives_when_it_is_back(tmp_path: Path) -> None:
    home, said = lesson(tmp_path / "ann"), list[str]()
    with open_room(tmp_path / "room") as room:
        mine = seat(home, room, said)
        home.answer(NUMBER, {"value": 1})
        assert soon(lambda: values(room) == [1])
        port = int(room.address.rpartition(":")[2])
    for value in (2, 3, 4):
        home.answer(NUMBER, {"value": value})
    home.do(NUMBER, "check")
    assert soon(lambda: said[-1].startswith("No network. Your answers are saved here"))
    with open_room(tmp_path / "room", port) as room:
        assert soon(lambda: values(room) == [4], 15)
        (member,) = room.room.members
        assert member.entries[NUMBER] == home.store.entry(NUMBER)
        assert soon(lambda: said[-1] == "In the room: 1 answer sent.")
        mine.leave()


def test_an_answer_to_what_is_closed_stays_at_home_until_it_is_opened(tmp_path: Path) -> None:
    home, said = lesson(tmp_path / "ann"), list[str]()
    with open_room(tmp_path / "room") as room:
        room.room.closed.add(NUMBER)
        mine = seat(home, room, said)
        home.answer(NUMBER, {"value": 1})
        home.answer(MATRIX, {"rows": {}})
        assert soon(lambda: said and f"{NUMBER} is closed for now" in said[-1])
        assert soon(lambda: MATRIX in next(iter(room.room.members)).entries)
        assert values(room) == []
        room.room.closed.clear()
        assert soon(lambda: values(room) == [1])
        mine.leave()


@pytest.mark.parametrize(
    ("address", "code", "problem"),
    [
        ("{there}", "WRONG1", "This is not the room’s code"),
        ("{there}", "", "This is not the room’s code"),
        ("http://127.0.0.1:9", "ABC", "nothing answers at http://127.0.0.1:9"),
        ("no address", "ABC", "nothing answers at http://no address"),
    ],
)
def test_who_cannot_join_is_told_why(tmp_path: Path, address: str, code: str, problem: str) -> None:
    store = lesson(tmp_path / "ann").store
    with open_room(tmp_path / "room") as room:
        where = address.format(there=room.address)
        with pytest.raises(CannotJoin, match=problem):
            join(store, where, code, "", print)


def test_a_code_is_read_as_it_was_meant(tmp_path: Path) -> None:
    with open_room(tmp_path / "room") as room:
        code = f" {room.code[:3].lower()}-{room.code[3:]} "
        mine = join(
            lesson(tmp_path / "a").store, room.address.removeprefix("http://"), code, "", print
        )
        mine.leave()


def test_who_joins_again_is_the_same_reader_and_is_counted_once(tmp_path: Path) -> None:
    """As after a kernel that was started anew, or on another day."""
    home = lesson(tmp_path / "ann")
    home.answer(NUMBER, {"value": 3})
    with open_room(tmp_path / "room") as room:
        for name in ("Ann", "ann lund"):
            mine = seat(Lesson(SHEET, tmp_path / "ann" / "answers"), room, name=name)
            assert soon(lambda: values(room) == [3])
            mine.leave()
        assert room.room.members.names == ["ann lund"]
    with open_room(tmp_path / "another") as another:
        seat(home, another).leave()
        assert another.room.members.names == ["reader-001"]
    with open_room(tmp_path / "room") as again:
        seat(home, again, name="Ann").leave()
        assert again.room.members.names == ["Ann"]


def test_anothers_label_is_refused_and_none_is_anybodys(tmp_path: Path) -> None:
    with open_room(tmp_path / "room") as room:
        room.joined("Ann Lund")
        room.joined("")
        room.joined("")
        for name in ("Ann Lund", " ann  LUND ", "reader-001", "READER-002"):
            status, said = room.asked("/join", {"code": room.code, "name": name})
            assert (status, json.loads(said)["refused"]) == SENTENCES["name taken"]
        assert room.room.guards.refused["name taken"] == 4
        with pytest.raises(CannotJoin, match="Somebody in this room has this name"):
            seat(lesson(tmp_path / "bob"), room, name="ANN LUND")


def test_another_lessons_answers_do_not_go_into_the_room(tmp_path: Path) -> None:
    store = AnswerStore(tmp_path / "answers" / "03-what-reportedly-hides.json")
    with open_room(tmp_path / "room") as room, pytest.raises(CannotJoin, match="room of 02-who-"):
        join(store, room.address, room.code, "", print)


ENTRY = msgspec.to_builtins(answered(SHEET[NUMBER], None, {"value": 3}))
ATTACKS: dict[str, tuple[str, str, Any, dict[str, str]]] = {
    "no code": ("wrong code", "/join", {"code": ""}, {}),
    "wrong code": ("wrong code", "/join", {"code": "AAAAAA", "name": "x"}, {}),
    "nobody": ("not joined", "/answers", {"exercises": {}}, {}),
    "a made-up token": ("not joined", "/answers", {"exercises": {}}, {"Authorization": "Bearer x"}),
    "another page": ("another page", "/join", {"code": "x"}, {"Origin": "http://evil.example"}),
    "no page at all": ("another page", "/join", {"code": "x"}, {"Origin": "null"}),
    "the teacher's page": ("teacher only", "/teacher", None, {}),
    "the teacher's updates": ("teacher only", "/teacher/now.js", None, {}),
    "the teacher's controls": ("teacher only", "/teacher/set?key=x", {"held": False}, {}),
    "no JSON": ("no answer", "/join", b"{", {}),
    "deep JSON": ("no answer", "/join", b"[" * 100_000, {}),
    "10 MB": ("too large", "/join", b" " * 10_000_000, {}),
}
GUIDE = Content.kit().root / "lessons" / "guides" / "classroom.md"


def test_the_guide_says_each_sentence_of_a_refusal() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    assert [words for _, words in SENTENCES.values() if f"| {words}" not in guide] == []


BY_MEMBERS: dict[str, tuple[str, Any]] = {
    "10 MB": ("too large", b" " * 10_000_000),
    "no exercise of the lesson": ("no answer", {"exercises": {"9.9": ENTRY}}),
    "a path": ("no answer", {"exercises": {"../../x": ENTRY}}),
    "an answer that does not fit": (
        "no answer",
        {"exercises": {NUMBER: {**ENTRY, "answer": {"value": "<script>"}}}},
    ),
    "too many attempts": (
        "no answer",
        {
            "exercises": {
                NUMBER: {**ENTRY, "attempts": [{"did": "", "answer": {}, "at": ""}] * 1001}
            }
        },
    ),
    "another's name beside it": ("no answer", {"exercises": {}, "name": "reader-001"}),
    "no entry": ("no answer", {"exercises": {NUMBER: []}}),
}


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Any:
    with open_room(tmp_path_factory.mktemp("room")) as opened:
        yield opened


@pytest.mark.parametrize("name", ATTACKS)
def test_what_does_not_belong_is_refused_with_a_sentence_and_counted(room: Open, name: str) -> None:
    why, path, body, headers = ATTACKS[name]
    before = room.room.guards.refused[why]
    status, said = room.asked(path, body, headers)
    assert status == SENTENCES[why][0]
    assert json.loads(said)["refused"].startswith(SENTENCES[why][1])
    assert room.room.guards.refused[why] == before + 1


@pytest.mark.parametrize("name", BY_MEMBERS)
def test_a_member_too_is_refused_and_nothing_of_it_is_kept(tmp_path: Path, name: str) -> None:
    with open_room(tmp_path / "room") as room:
        why, body = BY_MEMBERS[name]
        status, said = room.asked("/answers", body, room.joined("Ann"))
        assert (status, room.room.members.version) == (SENTENCES[why][0], 0)
        assert SENTENCES[why][1] in json.loads(said)["refused"]
        assert sorted(path.name for path in (tmp_path / "room").rglob("*")) == [".room.json"]


def test_nobody_reads_what_others_have_sent(tmp_path: Path) -> None:
    with open_room(tmp_path / "room") as room:
        ann, bob = room.joined("Ann"), room.joined("Bob")
        assert room.asked("/answers", {"exercises": {NUMBER: ENTRY}}, ann)[0] == 200
        for path in ("/", "/answers", "/teacher", "/teacher/now.js", "/reader-001/", "/.room.json"):
            _, said = room.asked(path, None, bob)
            assert "Ann" not in said
            assert '"value"' not in said
        assert [one.entries for one in room.room.members] == [
            {NUMBER: msgspec.convert(ENTRY, Entry)},
            {},
        ]


def test_a_flood_of_one_costs_the_others_nothing(tmp_path: Path) -> None:
    with open_room(tmp_path / "room") as room:
        ann, bob = room.joined("Ann"), room.joined("Bob")
        statuses = [room.asked("/answers", {"exercises": {}}, ann)[0] for _ in range(100)]
        assert 429 in statuses
        assert AT_ONCE <= statuses.count(200) < 100
        assert room.asked("/answers", {"exercises": {NUMBER: ENTRY}}, bob)[0] == 200


def test_who_guesses_codes_has_to_wait_and_then_may_again() -> None:
    now = [0.0]
    guards = Guards(clock=lambda: now[0])
    for _ in range(10):
        with pytest.raises(Refused, match="wrong code"):
            guards.code("AAAAAA", "BBBBBB", "here")
    with pytest.raises(Refused, match="too many codes"):
        guards.code("BBBBBB", "BBBBBB", "here")
    guards.code("BBBBBB", "BBBBBB", "elsewhere")
    now[0] = 61
    guards.code("BBBBBB", "BBBBBB", "here")


def test_markup_in_a_name_is_text_and_long_ones_are_cut(tmp_path: Path) -> None:
    with open_room(tmp_path / "room") as room:
        room.joined("<img src=x onerror=alert(1)>  " + "x" * 100)
        assert room.room.members.names == [("<img src=x onerror=alert(1)> " + "x" * 100)[:LONGEST]]
        page = room.asked(f"/teacher?key={room.room.key}")[1]
        assert "<img" not in page


def test_markup_in_every_field_of_an_answer_is_text(tmp_path: Path) -> None:
    evil = "<img src=x onerror=alert(1)>"
    text = next(question.id for question in SHEET if question.kind == "free text")
    tries = [{"did": evil, "answer": {"text": evil}, "at": evil}]
    entry = {"digest": evil, "answer": {"text": evil}, "at": evil, "attempts": tries}
    with open_room(tmp_path / "room", key="k") as room:
        for number in range(6):
            member = room.joined(f"{evil[:20]}{number}")
            body = {"exercises": {text: entry}}
            assert room.asked("/answers", body, member)[0] == 200
        assert room.asked("/join", {"code": evil})[0] == 403
        for path in (
            "/teacher?key=k",
            "/teacher/now.js?key=k",
            f"/teacher/two?key=k&exercise={text}",
        ):
            status, page = room.asked(path)
            assert (status, "<img" in page) == (200, False), path


def test_the_teacher_closes_opens_and_gives_the_reveal(tmp_path: Path) -> None:
    with open_room(tmp_path / "room", key="k") as room:
        for number in range(5):
            answer = {"exercises": {NUMBER: {**ENTRY, "answer": {"value": number}}}}
            assert room.asked("/answers", answer, room.joined())[0] == 200
        assert "Show the expert" not in room.asked("/teacher?key=k")[1]
        status, said = room.asked(
            "/teacher/set?key=k", {"held": False, "exercise": NUMBER, "closed": True}
        )
        assert (status, json.loads(said)) == (200, {"closed": [NUMBER], "held": False})
        assert "Show the expert" in room.asked("/teacher?key=k")[1]
        assert room.asked("/teacher/set?key=k", {"exercise": "9.9", "closed": True})[0] == 400


def test_a_room_is_opened_again_with_its_members_and_not_as_another_lessons(tmp_path: Path) -> None:
    members = Members(tmp_path, SHEET)
    token = members.join("Ann")
    members.keep(members.of(token), {NUMBER: msgspec.convert(ENTRY, Entry)})  # type: ignore[arg-type]
    again = Members(tmp_path, SHEET)
    assert (again.code, again.names) == (members.code, ["Ann"])
    member = again.of(token)
    assert member is not None
    assert member.entries == {NUMBER: msgspec.convert(ENTRY, Entry)}
    assert token not in (tmp_path / ".room.json").read_text(encoding="utf-8")
    (tmp_path / ".room.json").write_text('{"lesson": "x", "code": "y"}', encoding="utf-8")
    with pytest.raises(ValueError, match="is a room of x: name another folder"):
        Members(tmp_path, SHEET)
    (tmp_path / ".room.json").write_text("{", encoding="utf-8")
    with pytest.raises(ValueError, match="is broken"):
        Members(tmp_path, SHEET)


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 9)), max_size=12))
def test_the_last_that_each_sent_is_kept_under_their_own_name(sent: list[tuple[int, int]]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        members = Members(Path(place), SHEET)
        tokens = [members.join(name) for name in "abc"]
        last: dict[int, int] = {}
        for who, value in sent:
            member = members.of(tokens[who])
            assert member is not None
            entry = Entry(digest="d", answer={"value": value}, at="")
            members.keep(member, {NUMBER: entry})
            version = members.version
            members.keep(member, {NUMBER: entry})  # sent twice, it arrives once
            assert members.version == version
            last[who] = value
        found = [one for one in Respondents(Path(place), LESSON) if isinstance(one, Respondent)]
        assert {one.name: one.entries[NUMBER].answer["value"] for one in found} == {
            f"reader-{who + 1:03}": value for who, value in last.items()
        }


def test_a_room_takes_so_many_and_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST >= 200
    monkeypatch.setattr("accordingto.classroom.room.live.members.MOST", 2)
    members = Members(tmp_path, SHEET)
    members.join("")
    members.join("")
    with pytest.raises(RoomFull):
        members.join("")


def test_what_does_not_fit_is_not_kept_in_part(tmp_path: Path) -> None:
    members = Members(tmp_path, SHEET)
    member = members.of(members.join(""))
    assert member is not None
    right = msgspec.convert(ENTRY, Entry)
    wrong = Entry(digest="d", answer={"value": "much"}, at="")
    with pytest.raises(NotFitting, match="this is no answer to it"):
        members.keep(member, {NUMBER: right, MATRIX: wrong})
    assert member.entries == {}


def test_the_largest_work_of_a_lesson_can_be_sent(tmp_path: Path) -> None:
    """Every key, each tried fifty times."""
    entries = {}
    for question in SHEET:
        key = msgspec.to_builtins(question.key(SHEET.material(question)))
        entries[question.id] = {
            "digest": "d",
            "answer": key,
            "at": "",
            "attempts": [{"did": "check", "answer": key, "at": ""}] * 50,
        }
    sizes = [len(json.dumps(one)) for one in entries.values()]
    assert max(sizes) < LARGEST
