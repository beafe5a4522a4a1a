"""A text that a kit was handed out without: what stands for it, and how it comes back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from accordingto.content import Content
from accordingto.readings import seed
from accordingto.readings.left_out import NAME, left_out, missing, put_back

KIT = Content.kit()
ARTICLE = "white-house-israel-iran"
TEXT = (KIT.seed(ARTICLE) / "article.txt").read_bytes()


@pytest.fixture
def bare(tmp_path: Path) -> Content:
    """A kit in which one article stands and another is left out."""
    shutil.copytree(KIT.seed("harbour-ferry"), tmp_path / "seeds" / "harbour-ferry")
    folder = tmp_path / "seeds" / ARTICLE
    folder.mkdir()
    (folder / NAME).write_bytes(left_out(KIT.seed(ARTICLE)))
    return Content(tmp_path)


def test_the_readings_come_back_with_the_text_and_are_what_they_were(bare: Content) -> None:
    assert [(one.name, one.title) for one in missing(bare)] == [
        (ARTICLE, "White House, Israel and Iran")
    ]
    assert put_back(bare, TEXT)
    assert missing(bare) == []
    folder = bare.root / "seeds" / ARTICLE
    for name in ("article.txt", "reading.yaml"):
        assert (folder / name).read_bytes() == (KIT.seed(ARTICLE) / name).read_bytes()
    assert seed(ARTICLE, bare) == seed(ARTICLE, KIT)


def test_nothing_of_the_text_or_of_a_reading_stands_there_in_the_clear(bare: Content) -> None:
    stands = (bare.root / "seeds" / ARTICLE / NAME).read_bytes()
    assert all(word not in stands for word in (b"Netanyahu", b"attribution", b"said"))
    without = left_out(KIT.seed(ARTICLE), readings=False)
    assert b'"sealed":{}' in without
    assert len(without) < 200


@pytest.mark.parametrize(
    "data",
    [
        TEXT.replace(b"\n", b"\r\n"),
        b"\xef\xbb\xbf" + TEXT,
        TEXT + b"\n",
        b"\xef\xbb\xbf" + TEXT.replace(b"\n", b"\r\n") + b"\r\n",
    ],
    ids=["windows", "mark", "last line", "all"],
)
def test_the_ends_of_lines_may_be_those_of_another_system(bare: Content, data: bytes) -> None:
    found = put_back(bare, data)
    assert found
    assert found[1] == TEXT
    assert (bare.root / "seeds" / ARTICLE / "article.txt").read_bytes() == TEXT


@pytest.mark.parametrize(
    "data",
    [
        TEXT.replace(b"Kirby", b"Kirbi", 1),
        TEXT + b"More.",
        b" " + TEXT,
        b"",
        (KIT.seed("harbour-ferry") / "article.txt").read_bytes(),
    ],
    ids=["a letter", "a word", "a blank", "nothing", "another"],
)
def test_no_other_text_is_taken(bare: Content, data: bytes) -> None:
    assert put_back(bare, data) is None
    assert [one.name for one in missing(bare)] == [ARTICLE]
    assert [path.name for path in (bare.root / "seeds" / ARTICLE).iterdir()] == [NAME]


def test_a_whole_kit_misses_nothing() -> None:
    assert missing(KIT) == []
