"""The tally of every kind: exact counts of a small class, its figure, and what is never shown."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

import msgspec
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from accordingto.content import Content
from accordingto.exercises import Material, Question, Sheet
from accordingto.exercises.choosing import Choosing
from accordingto.exercises.kinds import kind_names
from accordingto.exercises.simulated import simulated_class
from accordingto.widgets.class_views import tally_of
from accordingto.widgets.tallies.flows import Flows
from accordingto.widgets.tallies.likeness import Likeness
from accordingto.widgets.tallies.shading import Shading
from accordingto.widgets.tallies.tally import FEWEST, OPEN, Parting, Place, Tally
from accordingto.widgets.tallies.weighted import BEGIN, END, WeightedChain
from evil import EVIL

GALLERY = Sheet.of("gallery")
BY_KIND: dict[str, Any] = {question.kind: question for question in reversed(list(GALLERY))}


def counted(question: Question[Any], answers: Iterable[dict[str, Any]]) -> Any:
    """The tally of a question for answers given as plain data."""
    tally = tally_of(question, GALLERY.material(question))
    for one in answers:
        tally.add(question.answer(one))
    return tally


def now(tally: Tally, place: str) -> dict[str, int]:
    """How many readers have each reading of a place."""
    return dict(tally.columns()[-1].counts[place])


def key(question: Question[Any]) -> dict[str, Any]:
    data: dict[str, Any] = msgspec.to_builtins(question.key(GALLERY.material(question)))
    return data


def test_what_is_left_open_is_no_reading_that_readers_part_by() -> None:
    question = BY_KIND["sort cards"]
    tally = counted(question, [key(question)] * 4 + [{"classes": {}}] * 4)
    assert list(tally.partings()) == []


def test_every_kind_has_its_class_view() -> None:
    folder = Content.kit().root / "src" / "accordingto" / "widgets" / "class_views"
    files = {path.stem.replace("_", " ") for path in folder.glob("[!_]*.py")}
    assert files == set(kind_names())
    assert set(BY_KIND) == set(kind_names())


def test_votes_are_bars() -> None:
    question = BY_KIND["choose one"]
    first, second, *_ = [option.value for option in question.options]
    tally = counted(question, [{"choice": first}] * 4 + [{"choice": second}] * 3)
    assert now(tally, question.id) == {first: 4, second: 3}
    assert [row.counts["now"] for row in tally.rows()][:2] == [4, 3]
    [parting] = tally.partings()
    assert (parting.first, parting.second) == ((first, 4), (second, 3))
    assert parting.division == pytest.approx(6 / 7)


def test_two_small_readings_among_many_others_part_less_than_two_halves() -> None:
    place = Place("a", Markup("A"), {})
    assert Parting(place, ("x", 14), ("y", 14), 28).division == 1
    assert Parting(place, ("x", 5), ("y", 3), 28).division == pytest.approx(6 / 28)


def test_a_first_vote_stands_beside_the_second_one() -> None:
    question = BY_KIND["choose one"]
    tally = tally_of(question, GALLERY.material(question))
    a, b, *_ = [question.answer({"choice": one.value}) for one in question.options]
    for before, after in [(a, a)] * 3 + [(a, b)] * 2 + [(b, b), (None, b)]:
        tally.add(after, before)
    first, second = tally.columns()
    assert (first.name, first.answers, dict(first.counts[question.id])) == (
        "first",
        6,
        {a.choice: 5, b.choice: 1},
    )
    assert (second.name, second.answers, dict(second.counts[question.id])) == (
        "now",
        7,
        {a.choice: 3, b.choice: 4},
    )
    assert tally.changed == 2
    assert "first vote, of 6" in tally.figure()


def test_a_table_is_a_heat_map() -> None:
    question = BY_KIND["matrix"]
    whole = key(question)
    row, cells = next(iter(whole["rows"].items()))
    slot, value = next(iter(cells.items()))
    tally = counted(question, [whole] * 5 + [{"rows": {}}])
    assert now(tally, f"{row}/{slot}") == {value: 5, OPEN: 1}
    assert '<td class="cv-d8">5</td>' in tally.figure()


def test_cards_flow_from_class_to_class() -> None:
    question = BY_KIND["sort cards"]
    tally = tally_of(question, GALLERY.material(question))
    assert isinstance(tally, Flows)
    right = question.key(GALLERY.material(question))
    card, kind = next(iter(right.classes.items()))
    other = next(one.value for one in question.classes if one.value != kind)
    moved = msgspec.structs.replace(right, classes={**right.classes, card: other})
    for _ in range(6):
        tally.add(moved, right)
    classes = list(right.classes.values())
    assert tally.moves[kind, other] == 6
    assert tally.moves[kind, kind] == 6 * (classes.count(kind) - 1)
    assert "From the first vote to now" in tally.figure()
    assert "From the expert’s class" not in tally.figure()
    assert "From the expert’s class" in tally.revealed()


def test_chains_are_one_weighted_figure() -> None:
    question = BY_KIND["chain"]
    tally = counted(question, [key(question)] * 4 + [{"chain": key(question)["chain"][:1]}] * 2)
    assert isinstance(tally, WeightedChain)
    one, two, *_, last = key(question)["chain"]
    links = tally.links(tally.columns()[-1])
    assert links[BEGIN, one] == 6
    assert (links[one, two], links[one, END], links[last, END]) == (4, 2, 4)
    assert tally.figure().count("<path") == len(links)


def test_numbers_are_dots_and_the_truth_comes_with_the_reveal() -> None:
    question = BY_KIND["number"]
    truth = key(question)["value"]
    tally = counted(question, [{"value": truth}] * 3 + [{"value": truth + 7}, {"value": 1e9}])
    assert now(tally, question.id) == {f"{truth:g}": 3, f"{truth + 7:g}": 1, "1e+09": 1}
    assert tally.figure().count("<circle") == 4
    assert "1 more lies far outside" in tally.figure()
    assert "it is" not in tally.figure()
    assert f"it is {truth:g}" in tally.revealed()


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=5, max_size=12))
def test_whatever_number_is_given_it_is_drawn_or_said_to_be_far(numbers: list[float]) -> None:
    tally = counted(BY_KIND["number"], [{"value": one} for one in [*numbers, *numbers]])
    figure = tally.figure()
    assert "nan" not in figure
    assert "inf" not in figure
    drawn = [float(x) for x in re.findall(r'cx="([^"]+)"', figure + tally.revealed())]
    assert all(0 <= x <= 800 for x in drawn)


def test_two_rows_of_the_same_words_are_two_rows() -> None:
    question: Any = BY_KIND["parsons"]
    same = msgspec.structs.replace(question.decoys[0], code=question.lines[0].code)
    twins = msgspec.structs.replace(question, decoys=(same, *question.decoys[1:]))
    tally = counted(twins, [key(question)] * 5)
    assert len(tally.rows()) == len(counted(question, [key(question)] * 5).rows())


def test_code_that_is_only_kept_is_only_counted() -> None:
    question: Any = BY_KIND["code"]
    kept = msgspec.structs.replace(question, cases=())
    tally = tally_of(kept, GALLERY.material(question))
    for _ in range(6):
        tally.add(kept.Answer(values={}))
    assert (tally.answers, tally.rows()) == (6, [])
    assert "script" not in tally.figure()


@pytest.mark.parametrize("kind", ["mark spans", "link attribution"])
def test_marks_shade_the_text_word_by_word(kind: str) -> None:
    question = BY_KIND[kind]
    tally = counted(question, [key(question)] * 3 + [{"marks": []}] * 2)
    assert isinstance(tally, Shading)
    column = tally.columns()[-1]
    for name in tally.sentences:
        reading = tally.reading(question.key(GALLERY.material(question)), name)
        wanted = {reading: 3, "-": 2} if reading != "-" else {"-": 5}
        assert dict(column.counts[name]) == wanted
        assert set(tally.who_marked(name, column).values()) <= {3}
    assert "<sup>3</sup>" in tally.figure()


def test_marks_of_the_same_words_are_one_reading() -> None:
    question: Any = BY_KIND["mark spans"]
    article = GALLERY.material(question).article
    start = article.paragraphs[question.paragraphs[0] - 1].start
    end = article.words[article.words_in(article.paragraphs[question.paragraphs[0] - 1])[3]].end
    label = question.labels[0].value
    same = [
        {"marks": [{"start": start, "end": end, "label": label}]},
        {"marks": [{"start": start, "end": end + 1}]},
        {"marks": [{"start": start, "end": end, "label": label}] * 2},
    ]
    tally = counted(question, [*same, *same])
    first = next(iter(tally.sentences))
    assert list(now(tally, first).values()) == [6]


def test_texts_are_grouped_by_words_that_two_share_and_no_other_word_is_shown() -> None:
    question = BY_KIND["free text"]
    texts = ["Brazen judges.", "Brazen, they judge!", "brazen judges them"]
    texts += ["A spokesman denies.", "The spokesman denies it, says Zebulon.", "Nothing here."]
    tally = counted(question, [{"text": text} for text in texts])
    assert isinstance(tally, Likeness)
    assert tally.groups() == [(["brazen", "judges"], 3), (["denies", "spokesman"], 2), ([], 1)]
    assert "zebulon" not in tally.figure().casefold()


def test_a_function_is_counted_by_the_case_that_fails() -> None:
    question: Any = BY_KIND["code"]
    right = key(question)
    case = question.cases[0].name
    stopped = {"values": {}, "errors": {case: EVIL}}
    tally = counted(question, [right] * 4 + [stopped])
    assert now(tally, case) == {"right": 4, "stopped": 1}
    assert "script" not in tally.figure()


def test_places_ratings_and_words_are_counted() -> None:
    order: Any = BY_KIND["order"]
    tally = counted(order, [key(order)] * 5)
    assert now(tally, order.cards[0].id) == {"1": 5}
    parsons: Any = BY_KIND["parsons"]
    lines = key(parsons)["lines"]
    tally = counted(parsons, [{"lines": lines}] * 4 + [{"lines": lines[1:]}])
    assert now(tally, lines[1]["id"]) == {"2": 4, "1": 1}
    assert now(tally, lines[0]["id"]) == {"1": 4, OPEN: 1}
    rate: Any = BY_KIND["rate"]
    one, two, *_ = [wording.value for wording in rate.wordings]
    tally = counted(rate, [{"wording": one, "rating": 3}] * 4 + [{"wording": two, "rating": 7}] * 2)
    assert now(tally, one) == {"3": 4, OPEN: 2}
    tuner: Any = BY_KIND["tuner"]
    tally = counted(tuner, [{"words": [tuner.words[0], EVIL[:50]]}] * 3 + [{"words": []}] * 2)
    assert now(tally, tuner.words[0]) == {"in": 3, "out": 2}
    assert now(tally, "\n") == {"in": 3, "out": 2}
    assert "script" not in tally.figure()
    experiment: Any = BY_KIND["experiment"]
    answer = key(experiment)
    tally = counted(experiment, [answer] * 5)
    assert all(set(now(tally, verb.name).values()) == {5} for verb in experiment.verbs)
    ticks: Any = BY_KIND["select all"]
    tally = counted(ticks, [key(ticks)] * 5)
    assert now(tally, key(ticks)["choices"][0]) == {"ticked": 5}


@pytest.mark.parametrize("kind", kind_names())
def test_of_fewer_than_five_only_their_number_is_shown(kind: str) -> None:
    question = BY_KIND[kind]
    tally = counted(question, [key(question)] * (FEWEST - 1))
    assert tally.figure().striptags() == "4 answers so far. What they are is shown from five on."
    assert (list(tally.rows()), list(tally.partings()), tally.revealed()) == ([], [], "")


CHOICES = [question for question in GALLERY if isinstance(question, Choosing)]
CLASSES = {one.id: simulated_class(one, GALLERY.material(one)) for one in CHOICES}


@given(st.sampled_from(CHOICES), st.lists(st.integers(0, 23), min_size=5), st.randoms())
def test_the_order_makes_no_difference_and_every_reader_is_counted_once(
    question: Choosing[Any], readers: list[int], dice: Any
) -> None:
    material: Material = GALLERY.material(question)
    shuffled = list(readers)
    dice.shuffle(shuffled)
    both = []
    for order in (readers, shuffled):
        tally = tally_of(question, material)
        for one in order:
            tally.add(CLASSES[question.id][one], CLASSES[question.id][-1])
        both.append(tally)
    for column in (*both[0].columns(), *both[1].columns()):
        assert {counts.total() for counts in column.counts.values()} == {len(readers)}
    assert both[0].rows() == both[1].rows()
    assert both[0].figure() == both[1].figure()
    assert both[0].revealed() == both[1].revealed()


ANSWERS: dict[str, list[dict[str, Any]]] = {
    "chain": [{"chain": [card.id for card in BY_KIND["chain"].cards][:n]} for n in (1, 2, 3, 4)],
    "mark spans": [
        {"marks": [{"start": start, "end": start + 20} for start in starts]}
        for starts in ([], [2300], [2300, 2340], [2400])
    ],
    "number": [{"value": value} for value in (1, 2, 2.5, 1e6)],
    "order": [key(BY_KIND["order"]), {"order": [*reversed(key(BY_KIND["order"])["order"])]}],
}


@given(st.sampled_from(sorted(ANSWERS)), st.lists(st.integers(0, 3), min_size=5))
def test_so_it_is_with_other_kinds(kind: str, readers: list[int]) -> None:
    given = [ANSWERS[kind][one % len(ANSWERS[kind])] for one in readers]
    one, other = counted(BY_KIND[kind], given), counted(BY_KIND[kind], reversed(given))
    assert one.figure() == other.figure()
    assert one.rows() == other.rows()
    for counts in one.columns()[-1].counts.values():
        assert counts.total() == len(readers)


@given(st.lists(st.sampled_from(["brazen judges", "judges", "a spokesman", "", "brazen"])))
def test_so_it_is_with_texts(texts: list[str]) -> None:
    question = BY_KIND["free text"]
    one = counted(question, [{"text": text} for text in texts])
    other = counted(question, [{"text": text} for text in reversed(texts)])
    assert one.groups() == other.groups()
    assert sum(count for _, count in one.groups()) == len(texts)


def test_a_kind_without_a_class_view_is_only_counted() -> None:
    asked = yaml.safe_load("{id: '1.1', title: T, objective: o, prompt: P}")
    question: Any = Question(kind="of one's own", **asked)
    tally = tally_of(question, GALLERY.home)
    for _ in range(9):
        tally.add(object())
    assert tally.answers == 9
    assert tally.rows() == []
