"""A course, made once, and students who hand in."""

from __future__ import annotations

import fcntl
import os
import shutil
from collections.abc import Callable, Iterator

import pytest

from accordingto.classroom import wall
from accordingto.classroom.course import Course
from accordingto.classroom.hand_out.making import make
from classroom.pupils import LESSON, Class


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A copy of the course that was made in this run, by whichever worker needed it first.

    To make one starts nbgrader twice; a course can be moved, so a copy is as good.
    """
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
    made = shared / "made-once" / "course"
    with (shared / "made-once.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not made.is_dir():
            being_made = shared / "being-made" / made.name
            make(being_made, [LESSON])
            being_made.parent.rename(made.parent)
    return Course(shutil.copytree(made, tmp_path_factory.mktemp("copy") / made.name))


@pytest.fixture(scope="module")
def one_doorkeeper() -> Iterator[Callable[[], None]]:
    """The doorkeeper stays from test to test, for to begin one loads all of NLTK.

    What is yielded ends it after all.
    """
    close = wall.close
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(wall, "close", lambda: None)
        yield close
    close()


@pytest.fixture
def pupils(course: Course, one_doorkeeper: object) -> Class:
    """A class in which nobody has handed in."""
    for folder in ("submitted", "marks", "copies", "autograded"):
        shutil.rmtree(course.root / folder, ignore_errors=True)
    return Class(course)
