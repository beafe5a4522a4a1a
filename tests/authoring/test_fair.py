"""Nothing is asked that the page does not show, and nothing is counted that nobody looked at."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Any

import msgspec
import pytest

from accordingto.authoring.makers import Lacking, makers
from accordingto.authoring.making import basis_of, made
from accordingto.authoring.people import alike
from accordingto.authoring.telling import told
from accordingto.content import MANIFEST, Content
from accordingto.exercises.answers import AnswerStore
from accordingto.exercises.flow import answered
from accordingto.instrument import read
from accordingto.pages.blocks import Origin
from accordingto.pages.correcting.deeds import Drop, Keep
from accordingto.pages.correcting.kept import NAME, begun, steps, write_reading
from accordingto.pages.correcting.question import Done, correcting
from accordingto.pages.folder import keep
from accordingto.pages.page import Page
from accordingto.readings import read_written
from made_lessons import INVENTED, PAGES, SEEDS, exercises, invented, of_the_kit


def made_by(name: str, basis: Any) -> list[dict[str, Any]]:
    [maker] = [one for one in makers() if one.name == name]
    return maker.exercises(basis)


@pytest.mark.parametrize("name", [*SEEDS, *INVENTED])
def test_no_two_names_to_choose_from_can_be_the_same_one(name: str) -> None:
    basis = of_the_kit(name) if name in SEEDS else invented(name)
    [matrix] = made_by("whose", basis)
    rows = {one["id"] for one in matrix["rows"]}
    origins = [one.record.origin for one in basis.statements if one.record.id in rows]
    pairs = [(one, other) for one in origins for other in origins if one is not other]
    assert not any(alike(one, other) for one, other in pairs)


@pytest.mark.parametrize("name", INVENTED)
def test_a_source_is_looked_up_by_what_it_said(name: str) -> None:
    basis = invented(name)
    contents = {basis.label(one.record.content) for one in basis.statements if one.record.content}
    [sorting] = made_by("sources", basis)
    assert {one["text"] for one in sorting["cards"]} <= contents


@pytest.mark.parametrize("name", [*SEEDS, *INVENTED])
def test_words_to_be_judged_are_as_many_as_one_can_look_up(name: str) -> None:
    """Whose “that” is, of “the secretary disputed that”, cannot be read off a card."""
    basis = of_the_kit(name) if name in SEEDS else invented(name)
    shown = [row["text"] for row in made_by("whose", basis)[0]["rows"]]
    for maker in ("machine", "sources"):
        with suppress(Lacking):  # a page of the kit may lack sources of two sorts
            shown += [card["text"] for one in made_by(maker, basis) for card in one["cards"]]
    assert all(len(text.partition(" (")[0].split()) >= 3 for text in shown)


def test_a_finding_of_the_machine_is_shown_with_whose_words_it_took_it_for() -> None:
    [sorting] = made_by("machine", invented("bees-and-the-lamp"))
    shown = {one["text"]: one for one in sorting["cards"]}
    wrong = shown[
        "“the nests were in one valley, and that another valley might differ” (5): "
        "words of a press release"
    ]
    assert wrong["key"] == "changed"
    assert wrong["why"].endswith("words of Priya Holm.")
    for one in exercises(invented("pharmacist-on-trial")):
        assert "Detective Sergeant Colm Vane" not in str(one.get("cards", ""))


def test_a_cue_that_refuses_says_so_by_itself() -> None:
    [sorting] = made_by("cues", of_the_kit("nap-app-trial"))
    assert "“would comment” (10)" not in {one["text"] for one in sorting["cards"]}


def test_a_lesson_of_a_reading_that_is_not_through_counts_what_was_seen_and_says_so(
    tmp_path: Path,
) -> None:
    (tmp_path / MANIFEST).write_text("{}", encoding="utf-8")
    article, _ = read_written(PAGES / "bees-and-the-lamp")
    page = Page(tuple(article.text.strip().splitlines()), (), Origin(), ())
    kept = keep(page, tmp_path / "seeds", origin=Origin(title="Bees"), name="bees")
    drafted = [one.id for one in read(article).attributions if not one.embedded_in]
    look_at(kept.folder, Keep(id=drafted[0]), Keep(id=drafted[1]), Drop(id=drafted[2]))
    basis = basis_of("bees", Content(tmp_path))
    assert [one.what for one in basis.log] == ["kept", "kept", "removed"]
    assert basis.unseen == len(drafted) - 3
    [number] = made_by("errors", basis)
    assert number["value"] == 67
    assert "right about 2 of 3 statements" in number["reveal"]
    lesson = made("bees", Content(tmp_path))
    said = f"{basis.unseen} statements of its reading nobody has looked at yet:"
    assert list(told(lesson))[-1].startswith(said)
    guide = (tmp_path / "lessons" / "guides" / f"{lesson.name}.md").read_text("utf-8")
    assert f"**{basis.unseen} statements of this reading nobody has looked at yet.**" in guide


def look_at(folder: Path, *deeds: Keep | Drop) -> None:
    """Do some things in the queue, as its widget does."""
    question = correcting(*begun(folder))
    store = AnswerStore(folder / f"{steps(question)}.json")
    data = msgspec.to_builtins(Done(deeds=deeds))
    store.change(NAME, lambda entry: entry or answered(question, entry, data))
    write_reading(folder, question, store)
