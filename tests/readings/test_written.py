"""A reading written by exact words, and read back."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accordingto.instrument import read
from accordingto.readings import Attribution, Claim, Reading, read_written, seed
from accordingto.readings.written import NotByWords, written
from accordingto.text import Article, Span

SEEDS = ("white-house-israel-iran", "harbour-ferry", "nap-app-trial", "smokehouse-tribunal")


def back(article: Article, reading: Reading, folder: Path) -> Reading:
    (folder / "article.txt").write_text(article.text, encoding="utf-8")
    (folder / "reading.yaml").write_text(written(article, reading), encoding="utf-8")
    return read_written(folder)[1]


@pytest.mark.parametrize("name", SEEDS)
def test_the_readings_of_the_kits_pages(name: str, tmp_path: Path) -> None:
    article, expert = seed(name)
    for reading in (expert, read(article)):
        assert back(article, reading, tmp_path) == reading


WORDS = st.lists(st.sampled_from(["said", "No,", "“no”", "yes:", "- #", "a", "it’s"]), min_size=2)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(WORDS, st.data())
def test_any_words_of_a_paragraph_however_often_they_stand_there(
    tmp_path: Path, words: list[str], data: st.DataObject
) -> None:
    article = Article(tmp_path.name, f"First: said.\n{' '.join(words)}\n")
    ranges = [span for span in article.words if span.start > 12] or [Span(0, 5)]
    first, last = sorted(data.draw(st.tuples(*[st.integers(0, len(ranges) - 1)] * 2)))
    place = Span(ranges[first].start, ranges[last].end)
    one = Attribution(id="A1", form="indirect", cue=(place,), note=data.draw(st.text("a:#'\" ")))
    claim = Claim(id="C1", span=place, kind="event", wanted="who: says #1")
    reading = Reading(article=article.id, reader="you", attributions=(one,), claims=(claim,))
    assert back(article, reading, tmp_path) == reading


def test_words_that_come_again_are_counted_and_others_stand_alone() -> None:
    article = Article("page", "She said it, he said it.\nThey said it.\n")
    places = (article.find("said", 1, "he said it."), article.find("it", 2))
    one = Attribution(id="A1", form="indirect", cue=places, source=(Span(0, 3),))
    text = written(article, Reading(article="page", reader="you", attributions=(one,)))
    cue = "cue: [{words: said, nth: 2}, {words: it, paragraph: 2}]"
    record = f"- {{id: A1, paragraph: 1, form: indirect, source: She, {cue}}}"
    assert text == f"article: page\nreader: you\nattributions:\n{record}\n"


@pytest.mark.parametrize("place", [Span(2, 2), Span(3, 9)])
def test_a_place_that_no_words_name_is_said(place: Span) -> None:
    article = Article("page", "One.\nTwo.\n")
    claim = Claim(id="C1", span=place, kind="event", wanted="")
    with pytest.raises(NotByWords, match="is not inside one paragraph"):
        written(article, Reading(article="page", reader="you", claims=(claim,)))
