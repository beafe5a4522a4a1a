"""Hostile and broken submissions: what each is, what is said of it, and what it earns.

Every animal begins as work that earns all points, and is then spoilt, in its folder or in the zip
that was handed in. `earns` is what is given without a person.
"""

from __future__ import annotations

import json
import os
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import indent
from typing import Any

from accordingto.classroom.course import Course
from accordingto.classroom.hand_in.collect import collect
from classroom.pupils import CODE, FULL, LESSON, SHEET, SOLVED

PAGE, ANSWERS = f"{LESSON}.ipynb", f"answers/{LESSON}.json"
CODE_POINTS = SHEET[CODE].points
EMPTY_LIST = CODE_POINTS / 6  # one text of six has no quotation, so an empty list is right for it
REST = FULL - CODE_POINTS
GIGABYTE = 1 << 30
NO_PAGE = "The notebook could not be read: "
NO_ANSWERS = "The answers could not be read: "
NO_MARKS = "Exercise 4.2: this is no answer to it: "
ENDED = "Code: The code ended the program before its functions could be called."


@dataclass(frozen=True)
class Animal:
    """One submission, spoilt by what `spoil` does to its folder."""

    name: str
    spoil: Callable[[Path], None]
    earns: float
    verdict: str
    sentences: tuple[str, ...] = ()


def coded(source: str) -> Callable[[Path], None]:
    """Put this into the student's cell."""

    def spoil(folder: Path) -> None:
        page = json.loads((folder / PAGE).read_bytes())
        cell = next(c for c in page["cells"] if "def find_quotations" in "".join(c["source"]))
        cell["source"] = source
        (folder / PAGE).write_text(json.dumps(page), encoding="utf-8")

    return spoil


def written(name: str, data: bytes) -> Callable[[Path], None]:
    """Put these bytes in the place of a file."""

    def spoil(folder: Path) -> None:
        (folder / name).write_bytes(data)

    return spoil


def cut(folder: Path) -> None:
    (folder / PAGE).write_bytes((folder / PAGE).read_bytes()[:500])


def linked(name: str, target: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        (folder / name).unlink()
        (folder / name).symlink_to(target)

    return spoil


def linked_folder(folder: Path) -> None:
    away = folder.parent / "elsewhere"
    (folder / "answers").rename(away)
    (folder / "answers").symlink_to(away)


def renamed(name: str, new: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        (folder / name).rename(folder / new)

    return spoil


def gone(*names: str) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        for name in names:
            (folder / name).unlink()

    return spoil


def sparse(name: str) -> Callable[[Path], None]:
    """A gigabyte that takes no room on the disk."""

    def spoil(folder: Path) -> None:
        with (folder / name).open("wb") as file:
            file.truncate(GIGABYTE)

    return spoil


def pipe(folder: Path) -> None:
    """Opening it would wait for ever."""
    (folder / PAGE).unlink()
    os.mkfifo(folder / PAGE)


def folder_for_file(folder: Path) -> None:
    (folder / PAGE).unlink()
    (folder / PAGE).mkdir()


def twice(folder: Path) -> None:
    (folder / f"{LESSON} (1).ipynb").write_bytes(b"{}")


def another_lesson(folder: Path) -> None:
    (folder / PAGE).unlink()
    (folder / "00-start-here.ipynb").write_text('{"cells": []}', encoding="utf-8")


def cells(change: Callable[[list[dict[str, Any]]], list[dict[str, Any]]]) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        page = json.loads((folder / PAGE).read_bytes())
        page["cells"] = change(page["cells"])
        (folder / PAGE).write_text(json.dumps(page), encoding="utf-8")

    return spoil


def named(cell: dict[str, Any]) -> str:
    return str(cell["metadata"].get("nbgrader", {}).get("grade_id", ""))


def copied(page: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [*page, *(cell for cell in page if named(cell) == "ask-4-4")]


def without_asks(page: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [cell for cell in page if not named(cell).startswith("ask-")]


def strange_cells(page: list[dict[str, Any]]) -> list[Any]:
    return [*page, 7]


def entries(change: Callable[[dict[str, Any]], None]) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        file = json.loads((folder / ANSWERS).read_bytes())
        change(file["exercises"])
        (folder / ANSWERS).write_text(json.dumps(file), encoding="utf-8")

    return spoil


def older_that_fits(exercises: dict[str, Any]) -> None:
    exercises["4.4"]["digest"] = "000000000000"


def older_that_does_not(exercises: dict[str, Any]) -> None:
    exercises["4.4"] |= {"digest": "000000000000", "answer": {"choice": "gone"}}


def marked_everywhere(exercises: dict[str, Any]) -> None:
    """A mark over the whole page, so often that scoring them would take all memory there is."""
    exercises["4.2"]["answer"] = {"marks": [{"start": 0, "end": 3400}] * 100_000}


def forged(exercises: dict[str, Any]) -> None:
    """A wrong answer that says of itself that it was right."""
    exercises["4.4"]["answer"] = {"choice": "paper"}
    exercises["4.4"]["attempts"] = [
        {"did": "check", "answer": {"choice": "unstated"}, "at": "now", "credit": 1.0}
    ]


def as_code(exercises: dict[str, Any]) -> None:
    """Values for the hidden cases, written into the answer file by hand."""
    exercises[CODE] = {
        "digest": "000000000000",
        "answer": {"values": {"no quotation at all": []}},
        "at": "now",
    }


def other_notebook(folder: Path) -> None:
    file = json.loads((folder / ANSWERS).read_bytes())
    file["notebook"] = "00-start-here"
    (folder / ANSWERS).write_text(json.dumps(file), encoding="utf-8")


def schema_of_tomorrow(folder: Path) -> None:
    file = json.loads((folder / ANSWERS).read_bytes())
    file["schema"] = 99
    (folder / ANSWERS).write_text(json.dumps(file), encoding="utf-8")


def lines(*source: str) -> str:
    return "\n".join(source) + "\n"


def then_nothing(*source: str) -> str:
    """These lines on their own, and a function that finds nothing."""
    return lines(
        "try:",
        *(f"    {line}" for line in source),
        "except BaseException:",
        "    pass",
        "def find_quotations(text):",
        "    return []",
    )


def then_solved(*source: str) -> str:
    return lines("try:", *(f"    {line}" for line in source), "except BaseException: pass") + SOLVED


def solved_once_read(*files: str) -> str:
    """A function that earns all points where one of these files could be read, and else nothing."""
    return lines(
        "from pathlib import Path",
        "def find_quotations(text): return []",
        *files,
        "if any('find_quotations' in file.read_text() for file in files):",
    ) + indent(SOLVED, "    ")


def inside_the_function(*source: str) -> str:
    return lines("def find_quotations(text):", *(f"    {line}" for line in source))


BROKEN = (
    Animal("cut-off", cut, REST, "partly", (f"{NO_PAGE}it is cut off or no notebook.",)),
    Animal(
        "not-utf-8",
        written(PAGE, b'{"cells": ["\xff\xfe"]}'),
        REST,
        "partly",
        (f"{NO_PAGE}it is not UTF-8.",),
    ),
    Animal("no-cells", written(PAGE, b"[]"), REST, "partly", (f"{NO_PAGE}it has no cells.",)),
    Animal(
        "strange-cell",
        cells(strange_cells),
        REST,
        "partly",
        (f"{NO_PAGE}one of its cells is none.",),
    ),
    Animal(
        "deep-notebook",
        written(PAGE, b'{"cells": ' + b"[" * 200_000),
        REST,
        "partly",
        (f"{NO_PAGE}it is nested too deep.",),
    ),
    Animal(
        "renamed",
        renamed(PAGE, "hw (1).ipynb"),
        FULL,
        "graded",
        ("The notebook is named hw (1).ipynb; it counts all the same.",),
    ),
    Animal(
        "named-to-paint-the-terminal",
        renamed(PAGE, "\x1b[31mhw\n.ipynb"),
        FULL,
        "graded",
        ("The notebook is named ?[31mhw?.ipynb; it counts all the same.",),
    ),
    Animal(
        "two-notebooks",
        twice,
        FULL,
        "graded",
        (f"There is more than one notebook; {PAGE} counts.",),
    ),
    Animal(
        "wrong-lesson",
        another_lesson,
        REST,
        "partly",
        (f"{NO_PAGE}00-start-here.ipynb is not a notebook of {LESSON}.",),
    ),
    Animal(
        "no-notebook",
        gone(PAGE),
        REST,
        "partly",
        (f"{NO_PAGE}expected {PAGE}, and there is no notebook.",),
    ),
    Animal(
        "link-out",
        linked(PAGE, "/etc/passwd"),
        REST,
        "partly",
        (f"{NO_PAGE}{PAGE} is a link to somewhere else.",),
    ),
    Animal("gigabyte", sparse(PAGE), REST, "partly", (f"{NO_PAGE}{PAGE} is larger than 20 MB.",)),
    Animal("pipe", pipe, REST, "partly", (f"{NO_PAGE}there is no {PAGE}.",)),
    Animal("folder-for-file", folder_for_file, REST, "partly", (f"{NO_PAGE}there is no {PAGE}.",)),
    Animal(
        "copied-cell",
        cells(copied),
        FULL,
        "graded",
        ("The cell ask-4-4 is there more than once; the last one counts.",),
    ),
    Animal("no-test-cells", cells(without_asks), FULL, "graded"),
    Animal(
        "deep-answers",
        written(ANSWERS, b"[" * 200_000),
        CODE_POINTS,
        "partly",
        (f"{NO_ANSWERS}Expected `object`, got `array`.",),
    ),
    Animal(
        "answers-not-utf-8",
        written(ANSWERS, b'{"notebook": "\xff"}'),
        CODE_POINTS,
        "partly",
        (f"{NO_ANSWERS}'utf-8' codec can't decode byte 0xff in position 0: invalid start byte.",),
    ),
    Animal(
        "answers-of-another-lesson",
        other_notebook,
        CODE_POINTS,
        "partly",
        (f"{NO_ANSWERS}they are of '00-start-here', not of '{LESSON}'.",),
    ),
    Animal(
        "answers-of-tomorrow",
        schema_of_tomorrow,
        CODE_POINTS,
        "partly",
        (f"{NO_ANSWERS}its schema is 99, and this kit reads 1.",),
    ),
    Animal(
        "answers-linked",
        linked_folder,
        CODE_POINTS,
        "partly",
        (f"{NO_ANSWERS}{LESSON}.json is a link to somewhere else.",),
    ),
    Animal(
        "answers-of-a-gigabyte",
        sparse(ANSWERS),
        CODE_POINTS,
        "partly",
        (f"{NO_ANSWERS}{LESSON}.json is larger than 5 MB.",),
    ),
    Animal(
        "answers-renamed",
        renamed(ANSWERS, "answers/mine.json"),
        FULL,
        "graded",
        ("The answers are named mine.json; they count all the same.",),
    ),
    Animal(
        "no-answers",
        gone(ANSWERS),
        CODE_POINTS,
        "partly",
        (f"{NO_ANSWERS}there is no {LESSON}.json.",),
    ),
    Animal(
        "nothing-at-all",
        gone(PAGE, ANSWERS),
        0,
        "could not",
        (
            f"{NO_PAGE}expected {PAGE}, and there is no notebook.",
            f"{NO_ANSWERS}there is no {LESSON}.json.",
        ),
    ),
    Animal(
        "older-version-that-fits",
        entries(older_that_fits),
        FULL,
        "graded",
        ("Exercise 4.4 was answered in an older version; the answer still fits.",),
    ),
    Animal(
        "older-version-that-does-not",
        entries(older_that_does_not),
        FULL - SHEET["4.4"].points,
        "partly",
        ("Exercise 4.4: this is no answer to it: there is no option 'gone'.",),
    ),
)

CHEATS = (
    Animal(
        "marked-everywhere",
        entries(marked_everywhere),
        FULL - SHEET["4.2"].points,
        "partly",
        (f"{NO_MARKS}Expected `array` of length <= 2000 - at `$.marks`.",),
    ),
    Animal("forged-credit", entries(forged), FULL - SHEET["4.4"].points, "graded"),
    Animal("forged-values", entries(as_code), FULL, "graded"),
    Animal(
        "patches-the-check",
        coded(
            then_nothing(
                "from accordingto.exercises.kinds import code",
                "code.Code.score = code.mean_outcome = code._by_f = lambda *a: 1 / 0",
            )
        ),
        REST + EMPTY_LIST,
        "graded",
    ),
    Animal(
        "breaks-the-tools",
        coded(then_nothing("import msgspec", "msgspec.json.encode = lambda *a: b'{}'")),
        REST,
        "graded",
    ),
    Animal(
        "equal-to-everything",
        coded(
            lines("class Same(list):", "    def __eq__(self, other): return True")
            + inside_the_function("return Same()")
        ),
        REST + EMPTY_LIST,
        "graded",
    ),
    Animal(
        "writes-outside",
        coded(
            then_nothing(
                "import glob, os",
                "for place in ['.', '~', '/tmp', '/var/tmp', '..', '../..', '/dev/shm']:",
                "    try: open(os.path.expanduser(place) + '/planted-by-the-zoo', 'w').write('x')",
                "    except OSError: pass",
            )
        ),
        REST + EMPTY_LIST,
        "graded",
    ),
    Animal(
        "writes-to-the-gradebook",
        coded(
            then_nothing(
                "import sqlite3",
                "book = sqlite3.connect('COURSE/gradebook.db')",
                "book.execute('update grade set manual_score = 99'); book.commit()",
            )
        ),
        REST + EMPTY_LIST,
        "graded",
    ),
    Animal(
        "reads-the-key",
        coded(
            solved_once_read(
                "from accordingto.content import Content",
                "files = [*Content.kit().root.rglob('*.yaml'), *Path('COURSE').rglob('*.yaml')]",
            )
        ),
        REST + EMPTY_LIST,
        "graded",
    ),
    Animal(
        "reads-others-work",
        coded(solved_once_read("files = [*Path('COURSE/submitted/ann').rglob('*.ipynb')]")),
        REST + EMPTY_LIST,
        "graded",
    ),
    Animal(
        "calls-home",
        coded(
            inside_the_function(
                "import socket",
                "socket.create_connection(('127.0.0.1', PORT), timeout=2)",
            )
        ),
        REST,
        "graded",
    ),
    Animal(
        "writes-its-own-result",
        coded(
            lines(
                "import os",
                'told = b\'{"values": {"4.8": {"no such case": []}}}\\n\'',
                "for number in range(3, 64):",
                "    try: os.write(number, told)",
                "    except OSError: pass",
                "os._exit(0)",
            )
        ),
        REST,
        "graded",
    ),
    Animal(
        "copies-the-last-result",
        coded(
            lines(
                "import gc, sys",
                "def find_quotations(text):",
                "    frame, seen = sys._getframe(), gc.get_objects()",
                "    while frame := frame.f_back: seen += frame.f_locals.values()",
                "    for one in seen:",
                "        values = getattr(one, 'values', None)",
                "        if isinstance(values, dict) and values.get('4.8'):",
                "            return next(found for found in values['4.8'].values() if found)",
                "    return ['nothing is left of anybody']",
            )
        ),
        REST,
        "graded",
    ),
    Animal(
        "says-why-it-stopped",
        coded(
            lines(
                "import os",
                'told = b\'{"stopped": "The teacher gives this one all points."}\\n\'',
                "for number in range(3, 64):",
                "    try: os.write(number, told)",
                "    except OSError: pass",
                "os._exit(0)",
            )
        ),
        REST,
        "graded",
    ),
    Animal(
        "calls-a-server-by-its-socket",
        coded(
            then_nothing(
                "import socket",
                "for place in ('SOCKET', '\\0SOCKET'):",
                "    try: socket.socket(socket.AF_UNIX).connect(place)",
                "    except OSError: pass",
            )
        ),
        REST + EMPTY_LIST,
        "graded",
    ),
)


def asks(name: str, *lines_before: str, where: str) -> Animal:
    """One that asks the kernel for this the plain way, and earns all points where it is answered.

    It looks for nothing but what the test has planted, or has made itself.
    """
    source = lines(
        "import ctypes, errno, os, socket, sys",
        "def find_quotations(text): return []",
        "libc = ctypes.CDLL(None, use_errno=True)",
        "number_of = ctypes.CDLL('libseccomp.so.2').seccomp_syscall_resolve_name",
        "def asked(name, *arguments): return libc.syscall(number_of(name), *arguments)",
        "def answered(name, *arguments):",
        "    return asked(name, *arguments) >= 0 or ctypes.get_errno() != errno.ENOSYS",
        *lines_before,
        f"if {where}:",
    )
    return Animal(name, coded(source + indent(SOLVED, "    ")), REST + EMPTY_LIST, "graded")


ASKING = (
    asks(
        "asks-for-a-file-by-its-number",
        "handle = ctypes.create_string_buffer(bytes.fromhex('HANDLE'))",
        "place = os.open(sys.prefix, os.O_RDONLY)",
        "found = asked(b'open_by_handle_at', place, handle, os.O_RDONLY)",
        where="found >= 0 and os.read(found, 99) == b'planted by the zoo'",
    ),
    asks(
        "asks-for-a-key-of-the-grader",
        where="asked(b'request_key', b'user', b'planted-by-the-zoo', None, 0) >= 0",
    ),
    asks(
        "leaves-a-key",
        where="asked(b'add_key', b'user', b'left-by-the-zoo', b'x', 1, -3) >= 0",
    ),
    asks("asks-for-bpf", where="answered(b'bpf', 0, None, 0)"),
    asks("asks-for-io-uring", where="answered(b'io_uring_setup', 1, None)"),
    asks("asks-for-userfaultfd", where="answered(b'userfaultfd', 0)"),
    asks("asks-for-perf", where="answered(b'perf_event_open', None, 0, -1, -1, 0)"),
    asks("asks-for-another-namespace", where="asked(b'unshare', 0x10000000) == 0"),
    asks("asks-for-a-file-in-memory", where="asked(b'memfd_create', b'zoo', 0) >= 0"),
    asks("asks-for-shared-memory", where="asked(b'shmget', 0, 4096, 0o1600) >= 0"),
    *(
        asks(
            f"asks-for-a-socket-{family.lower()}",
            f"door = socket.socket(socket.AF_{family}, socket.SOCK_{kind})",
            where="door",
        )
        for family, kind in (
            ("VSOCK", "STREAM"),
            ("ALG", "SEQPACKET"),
            ("NETLINK", "RAW"),
            ("PACKET", "DGRAM"),
        )
    ),
)

WILD = (
    Animal(
        "never-ends",
        coded("while True: pass\n"),
        REST,
        "graded",
        ("Code: The code ran too long and was stopped.",),
    ),
    Animal(
        "never-ends-and-will-not-be-told",
        coded(
            lines(
                "import signal",
                "for number in range(1, 65):",
                "    try: signal.signal(number, signal.SIG_IGN)",
                "    except Exception: pass",
                "while True:",
                "    try:",
                "        while True: pass",
                "    except BaseException: pass",
            )
        ),
        REST,
        "graded",
        ("Code: The code ran too long and was stopped.",),
    ),
    Animal(
        "exits",
        coded("import os\nos._exit(1)\n"),
        REST,
        "graded",
        (ENDED,),
    ),
    Animal("system-exit", coded("raise SystemExit\n"), REST, "graded"),
    Animal("raises", coded(inside_the_function("return 1 / 0")), REST, "graded"),
    Animal("no-python", coded("def find_quotations(text:\n"), REST, "graded"),
    Animal("three-gigabytes", coded(inside_the_function("return bytes(3 << 30)")), REST, "graded"),
    Animal(
        "returns-too-much", coded(inside_the_function("return ['x' * 1_000_000]")), REST, "graded"
    ),
    Animal(
        "returns-a-circle",
        coded(inside_the_function("found = []; found.append(found); return found")),
        REST,
        "graded",
    ),
    Animal(
        "calls-itself", coded(inside_the_function("return find_quotations(text)")), REST, "graded"
    ),
    Animal(
        "prints-for-ever",
        coded(then_solved("for _ in range(100_000): print('x' * 1_000)")),
        FULL,
        "graded",
    ),
    Animal(
        "leaves-a-daemon",
        coded(
            then_solved(
                "import os, time",
                "if not os.fork():",
                "    os.setsid()",
                "    if not os.fork():",
                "        time.sleep(600)",
                "    os._exit(0)",
            )
        ),
        FULL,
        "graded",
    ),
    Animal(
        "fork-bomb",
        coded(
            then_solved(
                "import os, time",
                "for _ in range(200):",
                "    if not os.fork(): time.sleep(600)",
            )
        ),
        FULL,
        "graded",
    ),
    Animal(
        "fills-the-disk",
        coded(then_solved("open('big', 'wb').write(bytes(50 << 20))")),
        FULL,
        "graded",
    ),
    Animal(
        "fills-the-disk-by-and-by",
        coded(then_solved("for n in range(100): open(str(n), 'wb').write(bytes(9 << 20))")),
        FULL,
        "graded",
    ),
    Animal("stops-like-ctrl-c", coded("raise KeyboardInterrupt"), REST, "graded", (ENDED,)),
    Animal(
        "kills-its-parents",
        coded(then_solved("import os", "os.kill(os.getppid(), 9); os.kill(-1, 9)")),
        FULL,
        "graded",
    ),
)


def zipped(pack: Callable[[zipfile.ZipFile, Path], None]) -> Callable[[Path], None]:
    """Hand the same work in as a zip, and let it be collected."""

    def spoil(folder: Path) -> None:
        course = folder.parents[2]
        with TemporaryDirectory() as place:
            path = Path(place) / f"{folder.parent.name}_{LESSON}.zip"
            with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
                pack(archive, folder)
            shutil.rmtree(folder)
            list(collect(Course(course), LESSON, [path]))

    return spoil


def whole_folder(archive: zipfile.ZipFile, folder: Path) -> None:
    for name in (PAGE, ANSWERS):
        archive.write(folder / name, f"my-kit/notebooks/{name}")
    archive.writestr("my-kit/notebooks/00-start-here.ipynb", b"{}")
    archive.writestr(f"my-kit/notebooks/solutions/{PAGE}", b"{}")


def bomb(archive: zipfile.ZipFile, folder: Path) -> None:
    archive.write(folder / ANSWERS, ANSWERS)
    with archive.open(PAGE, "w") as page:
        for _ in range(100):
            page.write(bytes(1 << 20))


def slip(archive: zipfile.ZipFile, folder: Path) -> None:
    archive.write(folder / ANSWERS, ANSWERS)
    archive.write(folder / PAGE, f"../../../planted-by-the-zoo/{PAGE}")


ZIPPED = (
    Animal("zip-of-a-folder", zipped(whole_folder), FULL, "graded"),
    Animal(
        "zip-bomb",
        zipped(bomb),
        REST,
        "partly",
        (f"{NO_PAGE}expected {PAGE}, and there is no notebook.",),
    ),
    Animal(
        "zip-slip",
        zipped(slip),
        REST,
        "partly",
        (f"{NO_PAGE}expected {PAGE}, and there is no notebook.",),
    ),
)

ANIMALS = (*BROKEN, *CHEATS, *ASKING, *WILD, *ZIPPED)
