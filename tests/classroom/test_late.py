"""Being late: nothing is written before it was shown, and nobody loses more than their points."""

from __future__ import annotations

from pathlib import Path

import pytest
from nbgrader.api import Gradebook

from accordingto.classroom.book.lateness import per_day
from accordingto.cli import main
from classroom.pupils import FULL, LESSON, SOLVED, Class

DUE = "2026-05-04 12:00 UTC"


@pytest.fixture
def late(pupils: Class) -> list[str]:
    """Ann was in time, Ben a day and an hour late; of Cy no time is known."""
    for student, at in (("ann", "2026-05-04 11:00"), ("ben", "2026-05-05 13:00"), ("cy", "")):
        folder = pupils.hand_in(student, SOLVED)
        if at:
            (folder / "timestamp.txt").write_text(f"{at} UTC\n", encoding="utf-8")
    pupils.marks()
    return ["late", str(pupils.course.root), LESSON]


def penalty(pupils: Class, student: str) -> float:
    with Gradebook(pupils.course.database) as book:
        return float(book.find_submission(LESSON, student).late_submission_penalty)


@pytest.mark.parametrize(
    ("hours", "share"), [(0.1, 0.1), (24, 0.1), (24.1, 0.2), (239, 1.0), (2400, 1.0)]
)
def test_each_day_that_has_begun_takes_off_its_share(hours: float, share: float) -> None:
    assert per_day(10)("ann", 20.0, hours * 3600) == pytest.approx(20.0 * share)


@pytest.mark.parametrize("percent", [-1, 101])
def test_no_share_is_one_sentence(percent: float) -> None:
    with pytest.raises(ValueError, match="expected a share of 0 to 100 percent"):
        per_day(percent)


def test_shown_first_then_written_and_an_extension_gives_it_back(
    pupils: Class,
    late: list[str],
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert main([*late, "--per-day", "10"]) == 2
    assert "is due at no time yet: say when, with --due" in capsys.readouterr().err
    assert main([*late, "--due", DUE, "--per-day", "10"]) == 1
    told = capsys.readouterr().out
    assert "1 late, 1 in time" in told
    assert "nothing is taken off: cy." in told
    assert "1 day, 1:00:00" in told
    assert penalty(pupils, "ben") == 0.0

    assert main([*late, "--due", DUE, "--per-day", "10", "--yes"]) == 0
    assert penalty(pupils, "ben") == pytest.approx(FULL * 0.2)
    assert penalty(pupils, "ann") == penalty(pupils, "cy") == 0.0

    assert main([*late, "--extend", "ben=2", "--per-day", "10", "--yes"]) == 0
    assert penalty(pupils, "ben") == 0.0
    assert main([*late, "--extend", "ben=0", "--per-day", "10", "--yes"]) == 0
    assert penalty(pupils, "ben") == pytest.approx(FULL * 0.2)


def test_without_a_share_nbgrader_s_own_rule_counts(
    pupils: Class, late: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    settings = Path(pupils.course.root) / "nbgrader_config.py"
    before = settings.read_text(encoding="utf-8")
    try:
        assert main([*late, "--due", DUE, "--yes"]) == 0
        assert penalty(pupils, "ben") == 0.0  # nbgrader's default takes off nothing
        own = "\nc.LateSubmissionPlugin.penalty_method = 'zero'\n"
        settings.write_text(before + own, encoding="utf-8")
        assert main([*late, "--yes"]) == 0
        assert penalty(pupils, "ben") == pytest.approx(FULL)
    finally:
        settings.write_text(before, encoding="utf-8")


@pytest.mark.parametrize(
    ("more", "why"),
    [
        (["--due", "soon"], "--due: expected a time such as"),
        (["--due", DUE, "--extend", "ben"], "--extend: expected STUDENT=DAYS, got 'ben'"),
        (["--due", DUE, "--extend", "zoe=1"], "an extension for zoe, of whom there are no marks"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    late: list[str], more: list[str], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([*late, *more, "--yes"]) == 2
    assert why in capsys.readouterr().err
