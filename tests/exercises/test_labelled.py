"""Sentences with a side: read from the file, or from the page that they name."""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.content import Content
from accordingto.exercises.labelled import Labelled, labelled_sides
from accordingto.yamlfile import ContentError


@pytest.fixture
def written(tmp_path: Path) -> Content:
    (tmp_path / "lessons").mkdir()
    return Content(tmp_path)


def test_a_sentence_is_written_there_or_stands_on_its_page(written: Content) -> None:
    (written.root / "lessons" / "labelled-sides.yaml").write_text(
        "sentences:\n"
        "  - {side: for, text: We agree.}\n"
        "  - {side: against, page: harbour-ferry, reaction: R9}\n"
    )
    assert labelled_sides(written) == (
        Labelled(text="We agree.", side="for"),
        Labelled(text="would not pay", side="against", page="harbour-ferry"),
    )


def test_a_reaction_that_is_not_there_is_said(written: Content) -> None:
    (written.root / "lessons" / "labelled-sides.yaml").write_text(
        "sentences:\n  - {side: for, page: harbour-ferry, reaction: R99}\n"
    )
    with pytest.raises(LookupError, match="the reading of harbour-ferry has no reaction 'R99'"):
        labelled_sides(written)


def test_a_side_that_there_is_not_is_refused_with_its_line(written: Content) -> None:
    (written.root / "lessons" / "labelled-sides.yaml").write_text(
        "sentences:\n  - {side: for, text: Yes.}\n  - {side: both, text: No.}\n"
    )
    with pytest.raises(ContentError, match=r"labelled-sides\.yaml, line 3"):
        labelled_sides(written)
