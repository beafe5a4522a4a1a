"""A lesson whose text was left out of its kit says what to do, and goes on once it was brought."""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.notebooks import bringing
from accordingto.notebooks.bringing import AGAIN, OTHER, Bringing, WaitsForText, wait_for_texts
from accordingto.site.carried import carried

KIT = Content.kit()
ARTICLE, FERRY = "white-house-israel-iran", "harbour-ferry"
TEXT = (KIT.seed(ARTICLE) / "article.txt").read_bytes()
LESSON = "02-who-says-so"


def bare_kit(folder: Path, *without: str) -> Content:
    """The kit as a site carries it, without these articles."""
    for name, data in carried(KIT, without).items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return Content(folder)


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """The place of the notebooks. No content lies under that of the kit under test."""
    monkeypatch.setattr("accordingto.content._KIT", tmp_path / "kit")
    here = tmp_path / "here"
    here.mkdir()
    return here


def test_it_waits_with_one_sentence_and_no_traceback(
    alone: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = bare_kit(alone.parent / "kit", ARTICLE)
    with pytest.raises(WaitsForText) as waits:
        wait_for_texts(content, alone)
    sentence = "The lesson waits for its text: choose the file above."
    assert waits.value._render_traceback_() == [sentence]
    assert "The text of this lesson is chosen here" in capsys.readouterr().out


def test_a_text_that_is_brought_opens_this_lesson_and_in_another_kernel_the_next(
    alone: Path,
) -> None:
    content = bare_kit(alone.parent / "kit", ARTICLE)
    assert Bringing(content, alone)(b"another") == OTHER
    assert list(alone.iterdir()) == []
    assert Bringing(content, alone)(TEXT) == AGAIN
    wait_for_texts(content, alone)
    assert len(Sheet.of(LESSON, content).questions) == len(Sheet.of(LESSON, KIT).questions)
    assert [path.name for path in alone.iterdir()] == [f"{ARTICLE}.txt"]
    anew = bare_kit(alone.parent / "anew", ARTICLE)
    (alone / f"{ARTICLE}.txt").rename(alone / "from-my-teacher.txt")
    wait_for_texts(anew, alone)
    assert (anew.root / "seeds" / ARTICLE / "article.txt").read_bytes() == TEXT


def test_of_two_texts_the_other_is_still_asked_for(alone: Path) -> None:
    content = bare_kit(alone.parent / "kit", ARTICLE, FERRY)
    bring = Bringing(content, alone)
    assert bring(TEXT) == "That is one of the texts. Still missing: “The harbour ferry”."
    assert bring((KIT.seed(FERRY) / "article.txt").read_bytes()) == AGAIN
    wait_for_texts(content, alone)


def test_where_there_is_no_room_it_is_said_and_the_lesson_goes_on(
    alone: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, _data: bytes) -> None:
        raise OSError(28, "No space left on device")

    content = bare_kit(alone.parent / "kit", ARTICLE)
    monkeypatch.setattr(bringing, "write_whole", full)
    assert "no room to keep it (No space left on device)" in Bringing(content, alone)(TEXT)
    wait_for_texts(content, alone)


def test_a_whole_kit_waits_for_nothing(tmp_path: Path) -> None:
    wait_for_texts(KIT, tmp_path)
