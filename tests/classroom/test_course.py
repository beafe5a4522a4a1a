"""A course that nbgrader knows: what is handed out, where the gradebook is, and making it twice."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from accordingto.classroom.course import Course
from accordingto.classroom.hand_out.making import make
from accordingto.cli import main
from accordingto.exercises.kinds.free_text import FreeText
from accordingto.exercises.released import opened
from classroom.pupils import LESSON, SHEET


def test_what_is_handed_out_holds_no_key(course: Course) -> None:
    handed_out = sorted(path.name for path in (course.root / "release" / LESSON).iterdir())
    assert handed_out == [f"{LESSON}.ipynb", f"{LESSON}.released.json"]
    released = (course.root / "release" / LESSON / f"{LESSON}.released.json").read_text("utf-8")
    for question in SHEET:
        for reason in getattr(question, "options", ()):
            assert reason.why not in released


def test_what_is_handed_out_holds_no_rubric(course: Course) -> None:
    texts = [question for question in SHEET if isinstance(question, FreeText)]
    samples = [level.sample for question in texts for level in question.rubric]
    handed_out = [path for path in course.root.glob("release/**/*") if path.is_file()]
    assert samples
    assert handed_out
    for path in handed_out:
        text = path.read_text(encoding="utf-8")
        assert [sample for sample in samples if sample[:40] in text] == []


def test_the_gradebook_is_where_the_settings_say(course: Course, tmp_path: Path) -> None:
    config = course.root / "nbgrader_config.py"
    before = config.read_text(encoding="utf-8")
    assert course.database == f"sqlite:///{course.root / 'gradebook.db'}"
    try:
        config.write_text(before + f"c.CourseDirectory.db_url = 'sqlite:///{tmp_path}/b.db'\n")
        assert course.database == f"sqlite:///{tmp_path}/b.db"
        config.write_text("this is no Python")
        with pytest.raises(ValueError, match=r"nbgrader_config\.py cannot be read: "):
            course.database  # noqa: B018 - a property that reads
    finally:
        config.write_text(before, encoding="utf-8")


@pytest.mark.parametrize("name", ["submitted_directory", "directory_structure"])
def test_folders_by_other_names_are_refused(
    course: Course, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    config = course.root / "nbgrader_config.py"
    before = config.read_text(encoding="utf-8")
    try:
        config.write_text(f"{before}c.CourseDirectory.{name} = 'inbox'\n", encoding="utf-8")
        assert main(["grade", str(course.root), LESSON]) == 2
        said = capsys.readouterr().err.splitlines()[-1]
        assert said.endswith(
            f"moves `{name}`; the kit works on the folders by nbgrader's own names"
        )
    finally:
        config.write_text(before, encoding="utf-8")


def test_a_course_can_be_moved(course: Course, tmp_path: Path) -> None:
    away = tmp_path / "away"
    away.mkdir()
    (away / "nbgrader_config.py").write_bytes((course.root / "nbgrader_config.py").read_bytes())
    assert Course(away).database == f"sqlite:///{away / 'gradebook.db'}"
    assert Course(away).id == course.root.name


def test_graded_work_waits_for_no_prediction(course: Course) -> None:
    """What was handed out asked for none, so marking must not wait for one."""
    assert SHEET["4.1"].reveal
    assert opened(LESSON, course.root / "release" / LESSON).mode == "graded"
    assert course.sheet(LESSON)["4.1"].reveal is None


def test_made_again_it_keeps_what_a_teacher_changed_and_says_what_comes_next(
    course: Course, capsys: pytest.CaptureFixture[str]
) -> None:
    source = course.root / "source" / LESSON / f"{LESSON}.ipynb"
    kit = source.read_bytes()
    config = course.root / "nbgrader_config.py"
    ours = config.read_text(encoding="utf-8") + "# mine\n"
    config.write_text(ours, encoding="utf-8")
    changed = kit.replace(b"# your code here", b"# your own code here")
    source.write_bytes(changed)
    try:
        assert main(["course", str(course.root), LESSON]) == 0
        assert source.read_bytes() == changed
        assert config.read_text(encoding="utf-8") == ours
        told = capsys.readouterr().out
        assert f"left as it is: source/{LESSON}/{LESSON}.ipynb; delete it to take the kit's" in told
        assert told.strip().splitlines()[-1] == (
            f"The course is in {course.root}: hand out release/, and put what comes back in its "
            f"place with `accordingto collect {course.root} LESSON DOWNLOAD`."
        )
    finally:
        source.write_bytes(kit)


def test_practice_hands_out_the_kit_as_it_is(tmp_path: Path) -> None:
    made = make(tmp_path / "practice", [LESSON], "practice")
    assert made.sheet(LESSON)["4.1"].reveal
    released = made.root / "release" / LESSON
    assert opened(LESSON, released).mode == "practice"
    assert "[glossary](glossary.md)" in (released / f"{LESSON}.ipynb").read_text("utf-8")
    assert (released / "glossary.md").read_text("utf-8").startswith("# Glossary")


def test_where_nbgrader_fails_its_reason_is_said(
    course: Course, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    cut = Course(shutil.copytree(course.root, tmp_path / "cut"))
    book = cut.root / "gradebook.db"
    book.write_bytes(book.read_bytes()[:20_000])
    assert main(["course", str(cut.root), LESSON]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        f"accordingto course: nbgrader could not release {LESSON}: sqlalchemy.exc.DatabaseError: "
        "(sqlite3.DatabaseError) database disk image is malformed"
    )


def test_an_unknown_lesson_is_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["course", str(tmp_path / "course"), "12-none"]) == 2
    told = capsys.readouterr().err
    assert told.startswith("accordingto course: there is no lesson '12-none'; there are 00-")
    assert told.count("\n") == 1
