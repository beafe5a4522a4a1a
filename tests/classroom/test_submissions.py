"""What tells one state of a submission from another, and one key from another."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import replace
from itertools import combinations
from pathlib import Path

import pytest

from accordingto.classroom.mark.grade import key_of
from accordingto.classroom.submissions import read
from accordingto.exercises import Material
from accordingto.readings import Reading
from accordingto.text import Article
from classroom.pupils import LESSON, SHEET

PAGE = f"{LESSON}.ipynb"


def large(page: Path) -> None:
    with page.open("wb") as file:
        file.truncate(1 << 30)


def linked(page: Path) -> None:
    page.symlink_to("/etc/passwd")


STATES: dict[str, Callable[[Path], object]] = {
    "missing": lambda page: None,
    "large": large,
    "linked": linked,
    "cut off": lambda page: page.write_bytes(b'{"cells": ['),
    "cut off elsewhere": lambda page: page.write_bytes(b'{"cells": [{'),
    "whole": lambda page: page.write_bytes(b'{"cells": []}'),
}


@pytest.mark.parametrize("pair", [*combinations(STATES, 2)], ids=" and ".join)
def test_a_file_that_cannot_be_read_is_not_any_other(pair: tuple[str, str], tmp_path: Path) -> None:
    """So that a second run sees that it changed."""
    digests = set()
    for name in pair:
        folder = tmp_path / name / "ann" / LESSON
        folder.mkdir(parents=True)
        STATES[name](folder / PAGE)
        digests.add(read(folder, LESSON).digest)
    assert len(digests) == 2


def test_the_same_state_has_the_same_digest(tmp_path: Path) -> None:
    folder = tmp_path / "ann" / LESSON
    folder.mkdir(parents=True)
    large(folder / PAGE)
    assert read(folder, LESSON).digest == read(folder, LESSON).digest


def test_code_is_every_cell_but_those_that_ask(tmp_path: Path) -> None:
    folder = tmp_path / "ann" / LESSON
    folder.mkdir(parents=True)
    (folder / PAGE).write_text(
        """{"cells": [{"cell_type": "markdown", "source": "# Words"},
        {"cell_type": "code", "source": ["x = 1\\n", "y = 2"]},
        {"cell_type": "code", "source": "ask('4.1')"}]}""",
        encoding="utf-8",
    )
    assert read(folder, LESSON).code == ("x = 1\ny = 2",)


def test_a_key_is_the_questions_the_article_and_its_reading() -> None:
    home = SHEET.home
    longer = Material(Article(home.article.id, home.article.text + "\n"), home.reading)
    unread = Material(home.article, Reading(article=home.article.id, reader="nobody"))
    easier = {**SHEET.questions, "4.4": SHEET["4.5"]}
    keys = {
        key_of(SHEET),
        key_of(replace(SHEET, materials={**SHEET.materials, SHEET.article: longer})),
        key_of(replace(SHEET, materials={**SHEET.materials, SHEET.article: unread})),
        key_of(replace(SHEET, questions=easier)),
    }
    assert len(keys) == 4
    assert key_of(replace(SHEET)) == key_of(SHEET)


def test_a_folder_without_rights_is_that_student_s_and_no_other_s(tmp_path: Path) -> None:
    """Run as nobody where this is root, whom no rights bind."""
    script = (
        "import os, sys\n"
        "from pathlib import Path\n"
        "from accordingto.classroom.course import Course\n"
        "from accordingto.classroom.submissions import read\n"
        "root, lesson = Path(sys.argv[1]), sys.argv[2]\n"
        "if not os.getuid():\n"
        "    os.seteuid(65534)\n"
        "for folder in Course(root).submitted(lesson):\n"
        "    print(folder.parent.name, *read(folder, lesson).sentences, sep='|')\n"
    )
    root = Path(tempfile.mkdtemp())
    try:
        root.chmod(0o755)
        for student in ("ann", "ben"):
            (root / "submitted" / student / LESSON).mkdir(parents=True)
        shut = root / "submitted" / "ann"
        shut.chmod(0)
        run = subprocess.run(
            [sys.executable, "-c", script, str(root), LESSON],
            capture_output=True,
            text=True,
            check=True,
        )
        shut.chmod(0o755)
    finally:
        shutil.rmtree(root)
    assert run.stdout.splitlines() == [
        "ann|The notebook could not be read: Permission denied."
        "|The answers could not be read: Permission denied.",
        f"ben|The notebook could not be read: expected {LESSON}.ipynb, and there is no notebook."
        f"|The answers could not be read: there is no {LESSON}.json.",
    ]
