"""`accordingto class FOLDER LESSON`."""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from accordingto.classroom.room.class_reading import ClassReading
from accordingto.classroom.room.following import FollowedPage, readings
from accordingto.classroom.room.page import ClassPage
from accordingto.classroom.room.respondents import Fault
from accordingto.commands.answers import found_in, said_of
from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.exercises.disk import write_whole
from accordingto.text import wording


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where the answers are, to which lesson, where the page goes, and whether it follows."""
    parser.add_argument(
        "folder",
        type=Path,
        help="answer files, hand-in zips, working copies, a course, or nbgrader's exchange",
    )
    parser.add_argument("lesson")
    parser.add_argument("--out", type=Path, metavar="FILE", help="the page (class-LESSON.html)")
    parser.add_argument(
        "--watch", action="store_true", help="follow the folder, and the open page with it"
    )


def run(arguments: argparse.Namespace) -> int:
    """Write the page, and say where it is; exit code 1 where a file could not be read."""
    folder, lesson = arguments.folder, arguments.lesson
    content = _content(folder)
    sheet = Sheet.of(lesson, content)
    out: Path = arguments.out or Path(f"class-{lesson}.html")
    if arguments.watch:
        return _watch(folder, sheet, content, out)
    whole = ClassReading(sheet)
    faults = whole.take(found_in(folder, lesson, content))
    write_whole(out, ClassPage.of(whole).html().encode())
    print(f"{out}: {_readers(whole)}. Open it in a browser; it needs nothing else.")
    _say(faults)
    return 1 if faults else 0


def _watch(folder: Path, sheet: Sheet, content: Content, out: Path) -> int:
    """Follow until it is stopped by Ctrl + C, which leaves the page as it is last."""
    followed, said, page = FollowedPage(out), set[Fault](), None
    print(f"{out}: open it in a browser, and leave it open. Ctrl + C ends this.", flush=True)
    try:
        for whole, faults in readings(folder, sheet, content):
            page = ClassPage.of(whole)
            at = f"{datetime.now():%H:%M:%S}"
            followed.write(page, f"{_readers(whole)}, as of {at}")
            print(f"{at}  {_readers(whole)}", flush=True)
            _say(one for one in faults if one not in said)
            said |= {*faults}
    except KeyboardInterrupt:
        print("\nNothing is followed any more; the page stays.")
    finally:
        if page:
            followed.end(page)
    return 0


def _readers(whole: ClassReading) -> str:
    return wording.counted(whole.readers, "reader")


def _say(faults: Iterable[Fault]) -> None:
    for one in faults:
        print(f"  {said_of(one)}", flush=True)


def _content(folder: Path) -> Content:
    """A course's own content lies over the kit's, and so does a working copy's."""
    is_course = (folder / "release").is_dir()
    return Content(folder.absolute()) if is_course else Content.around(folder)
