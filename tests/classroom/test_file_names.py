"""Names that some system refuses, by its rule and not from a list of accidents."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.classroom.file_names import refused
from accordingto.classroom.results import why_no_path

DEVICES = ("con", "prn", "aux", "nul", "conin$", "conout$", "com0", "com9", "lpt1", "com¹", "LPT³")


@given(st.sampled_from(DEVICES), st.sampled_from(["", " ", ".txt", ".tar.gz", " .x", ".."]))
def test_a_device_is_refused_whatever_stands_behind_it(device: str, end: str) -> None:
    assert refused(f"{device}{end}")
    assert refused(f"{device.upper()}{end}")


@pytest.mark.parametrize("name", ["ann.", "ann ", "a:b", "a|b", 'a"b', "a\nb", "a?", "a<b"])
def test_signs_and_ends_are_refused(name: str) -> None:
    assert refused(name)


@pytest.mark.parametrize("name", ["ann", "console", "com", "com10", "my.con", ".a", "Zoë", "a b"])
def test_other_names_are_fine(name: str) -> None:
    assert not refused(name)


def test_here_a_device_s_name_is_a_student_s() -> None:
    assert why_no_path("con") == ""


def test_windows_says_it_before_anything_is_written(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accordingto.classroom.results.WINDOWS", True)
    assert why_no_path("con") == (
        "The folder's name in submitted/ is one that Windows refuses: rename it, and grade again."
    )
