"""A class in which honest students sit between hostile and broken submissions."""

from __future__ import annotations

import ctypes
import hashlib
import os
import socket
import struct
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from html import escape
from pathlib import Path

import psutil
import pytest
from nbgrader.api import Gradebook

from accordingto.classroom.course import Course
from accordingto.classroom.hand_back.feedback import feedback
from accordingto.classroom.mark.grade import grade
from accordingto.classroom.results import Marks
from classroom.homes import HOUSES, TEACHER, why_not
from classroom.pupils import CODE, FULL, LESSON, SHEET, SOLVED, Class, points
from classroom.zoo import ANIMALS, Animal

# Three of the animals run until they are stopped.
pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]
HONEST = {"ann": FULL, "mia": 0.0, "zoe": FULL}
LIBC = ctypes.CDLL(None)
OURS = {"marks", "autograded", "gradebook.db", "gradebook.db-journal"}  # what grading writes to


@dataclass(frozen=True)
class Visit:
    """What grading the whole zoo came to."""

    course: Course
    marks: dict[str, Marks]
    changed: list[str]
    left: list[int]
    called: int


@pytest.fixture(scope="module")
def visit(course: Course, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Visit]:
    """Grade them all once; the honest are the first, the last and one in between."""
    pupils = Class(course)
    home = tmp_path_factory.mktemp("home")
    scratch = tmp_path_factory.mktemp("scratch")
    fonts = tmp_path_factory.mktemp("fonts")  # Matplotlib's own notes, made when it is loaded
    with ExitStack() as stack:
        patch = stack.enter_context(pytest.MonkeyPatch.context())
        door = str(tmp_path_factory.mktemp("server") / "door")
        internet = stack.enter_context(socket.create_server(("127.0.0.1", 0)))
        by_path, by_name = (stack.enter_context(listening(f"{kind}{door}")) for kind in ("", "\0"))
        Path(door).chmod(0o777)
        patch.setenv("HOME", str(home))
        patch.setenv("TMPDIR", str(scratch))
        patch.setenv("MPLCONFIGDIR", str(fonts))
        pupils.hand_in("ann", SOLVED)
        pupils.hand_in("mia", right=False)
        pupils.hand_in("zoe", SOLVED)
        words = {
            "COURSE": str(course.root),
            "PORT": str(internet.getsockname()[1]),
            "SOCKET": door,
            "HANDLE": planted(tmp_path_factory.mktemp("planted")),
        }
        stack.callback(unplanted, planted_key())
        for animal in ANIMALS:
            pupils.hand_in(f"b-{animal.name}", SOLVED)
            animal.spoil(pupils.folder(f"b-{animal.name}"))
            fill_in(pupils.folder(f"b-{animal.name}"), **words)
        before = seen(course.root) | seen(home)
        marks = {one.marks.student: one.marks for one in grade(course, LESSON)}
        after = seen(course.root) | seen(home) | seen(scratch)
        changed = [
            name for name in after.keys() | before.keys() if after.get(name) != before.get(name)
        ]
        left = [p.pid for p in psutil.process_iter() if is_ours(p, scratch)]
        called = sum(map(calls, (internet, by_path, by_name)))
        yield Visit(course, marks, changed, left, called)


def planted(folder: Path) -> str:
    """The number by which the kernel knows a new file; none where its disk gives it none."""
    marker = folder / "marker"
    marker.write_text("planted by the zoo")
    handle = ctypes.create_string_buffer(struct.pack("ii", 128, 0), 8 + 128)
    mount = ctypes.c_int()
    here, path = -100, os.fsencode(marker)
    if LIBC.name_to_handle_at(here, path, handle, ctypes.byref(mount), 0):
        return ""
    return handle.raw[: 8 + struct.unpack("i", handle.raw[:4])[0]].hex()


def planted_key() -> int:
    """A key of this session, which every process of it can look up."""
    session = -3
    return int(
        LIBC.syscall(number_of(b"add_key"), b"user", b"planted-by-the-zoo", b"x", 1, session)
    )


def unplanted(key: int) -> None:
    unlink, session = 9, -3
    LIBC.syscall(number_of(b"keyctl"), unlink, key, session)


def number_of(call: bytes) -> int:
    return int(ctypes.CDLL("libseccomp.so.2").seccomp_syscall_resolve_name(call))


def listening(name: str) -> socket.socket:
    server = socket.socket(socket.AF_UNIX)
    server.bind(name)
    server.listen()
    return server


def fill_in(folder: Path, **words: str) -> None:
    page = folder / f"{LESSON}.ipynb"
    if page.is_file() and not page.is_symlink() and page.stat().st_size < 1_000_000:
        data = page.read_bytes()
        for word, meaning in words.items():
            data = data.replace(word.encode(), meaning.encode())
        page.write_bytes(data)


def seen(folder: Path) -> dict[str, str]:
    """What lies in a folder, but for what grading is there to write."""
    found = {}
    for path in folder.rglob("*"):
        if path.relative_to(folder).parts[0] in OURS:
            continue
        kind = f"{path.lstat().st_mode} {path.lstat().st_size} {path.lstat().st_mtime_ns}"
        small = path.is_file() and not path.is_symlink() and path.stat().st_size < 1_000_000
        found[str(path)] = kind + (hashlib.sha256(path.read_bytes()).hexdigest() if small else "")
    return found


def is_ours(process: psutil.Process, scratch: Path) -> bool:
    """By the folder that only these tests lend; the environment says it to the last child."""
    try:
        lent = process.environ().get("TMPDIR")
        return process.pid != os.getpid() and lent == str(scratch)
    except psutil.Error:
        return False


def calls(server: socket.socket) -> int:
    server.setblocking(False)
    try:
        server.accept()[0].close()
    except BlockingIOError:
        return 0
    return 1


def test_there_are_animals_enough() -> None:
    names = [animal.name for animal in ANIMALS]
    assert len(set(names)) == len(names) >= 25


@pytest.mark.parametrize("student", HONEST)
def test_honest_scores_are_right(visit: Visit, student: str) -> None:
    assert visit.marks[student].points == HONEST[student]
    assert visit.marks[student].verdict == "graded"
    assert visit.marks[student].sentences == ()
    with Gradebook(visit.course.database) as book:
        assert book.find_submission(LESSON, student).score == HONEST[student]


@pytest.mark.parametrize("animal", ANIMALS, ids=lambda animal: animal.name)
def test_an_animal_earns_what_it_should_and_is_named(visit: Visit, animal: Animal) -> None:
    marks = visit.marks[f"b-{animal.name}"]
    assert marks.sentences == animal.sentences
    assert marks.points == pytest.approx(animal.earns)
    assert marks.verdict == animal.verdict


def test_every_animal_gets_its_feedback_with_the_sentence_that_names_it(visit: Visit) -> None:
    assert {one.student: one.done for one in feedback(visit.course, LESSON)} == dict.fromkeys(
        visit.marks, "written"
    )
    for student, marks in visit.marks.items():
        page = visit.course.root / "feedback" / student / LESSON / f"{LESSON}.html"
        html = page.read_text(encoding="utf-8")
        assert all(escape(sentence) in html for sentence in marks.sentences)


def test_what_could_not_be_graded_is_no_zero(visit: Visit) -> None:
    """In the gradebook it waits for a person, and a real zero doesn't."""
    with Gradebook(visit.course.database) as book:
        lost = book.find_grade(f"ask-{CODE.replace('.', '-')}", LESSON, LESSON, "b-cut-off")
        assert (lost.auto_score, lost.needs_manual_grade) == (None, True)
        zero = book.find_grade(f"ask-{CODE.replace('.', '-')}", LESSON, LESSON, "mia")
        assert (zero.auto_score, zero.needs_manual_grade) == (0.0, False)


def test_no_file_outside_is_touched(visit: Visit) -> None:
    assert visit.changed == []
    for place in ("/tmp", "/var/tmp", "/dev/shm"):
        assert not (Path(place) / "planted-by-the-zoo").exists()


def test_no_process_is_left(visit: Visit) -> None:
    assert visit.left == []


def test_nobody_was_called(visit: Visit) -> None:
    assert visit.called == 0


def test_no_key_is_left_behind(visit: Visit) -> None:
    assert "left-by-the-zoo" not in Path("/proc/keys").read_text()


@pytest.mark.skipif(bool(why_not()), reason=why_not())
def test_all_of_this_holds_for_an_ordinary_user_whose_kit_lies_under_home() -> None:
    run = HOUSES["source"].run(
        *(TEACHER, "-m", "pytest", "-q", "--tb=short", "-p", "no:cacheprovider", "-p", "no:xdist"),
        *("-o", "addopts=--import-mode=importlib", "tests/classroom/test_zoo.py"),
    )
    assert run.returncode == 0, run.stdout[-3000:]


def test_nobody_has_more_than_there_is(visit: Visit) -> None:
    most = {question.id: question.points for question in SHEET}
    for marks in visit.marks.values():
        assert all((given or 0) <= most[exercise] for exercise, given in points(marks).items())
