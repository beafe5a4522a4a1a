"""Every slip of an author: file, line, what was expected. The schema of editors says the same."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.exercises.schema import sheet_schema
from accordingto.yamlfile import ContentError

GALLERY = (Content.kit().root / "exercises" / "gallery.yaml").read_text(encoding="utf-8")
SCHEMA = Draft202012Validator(json.loads(sheet_schema()))
WHY = "“According to Axios” names who passed the words on."
BLANK = "expected some words here, and there are none"

SEEN_BY_BOTH = [
    (
        "objective: kinds\n    conf",
        "objectiv: kinds\n    conf",
        "unknown field `objectiv`; did you",
    ),
    (
        "kind: choose one",
        "kind: chose one",
        "there is no kind 'chose one'; did you mean 'choose on",
    ),
    (f', why: "{WHY}"', "", "missing required field `why`"),
    (f'"{WHY}"', '""', BLANK),
    (f'"{WHY}"', '" "', BLANK),
    ("title: Select all", 'title: ""', BLANK),
    ("title: Select all", "title: Yes", "Expected text, got true or false"),
    ("title: Select all", "title:", "Expected text, got nothing"),
    ('id: "g.2"', "id: 4.10", "Expected text, got a number"),
    ('id: "g.2"', 'id: "two"', "expected an id such as '4.11', got 'two'"),
    ("points: 2", "points: two", "Expected a number, got text"),
    ("points: 2", "points: -2", "Expected a number >= 0.0"),
    ("points: 2", "points: .inf", "Expected a number <= 1000.0"),
    ("credit: 0.25", "credit: 1.25", "Expected a number <= 1.0"),
    ("credit: 1,", "credit: 0.9,", "expected one option with `credit: 1`"),
    ('look: [10], why: "“According', 'look: [0], why: "“According', "Expected a whole number >= 1"),
    ("right: either", "right: maybe", "'maybe'; expected either, false, true"),
    (
        "layer: quotations",
        "layer: quotation",
        "'quotation'; expected attributions, claims, faults, qu",
    ),
    ("paragraphs: [5, 7]", "paragraphs: []", "Expected a list of length >= 1"),
    ("labels: [{value: quotation, name: Quotation}]", "labels: []", "a list of length >= 1"),
    ("kind: chain", "kind: chain\n    vote: true", "a chain exercise has no choices that a class"),
    ("vote: true", "vote: true\n    reveal: x", "expected `vote` or `reveal`, not both"),
    ("chain: [biden, axios, article]", "chain: [biden]", "expected at least two cards in a chain"),
    ("points: 0", "points: 1", "a rating is not scored: expected `points: 0`"),
    ("unit: paragraphs", "tolerance: -1\n    unit: paragraphs", "Expected a number >= 0.0"),
    ("function: opening_marks", "function: opening marks", "'opening marks' is no name of a func"),
    ("{marks: 0,", "{marks: -1,", "Expected a whole number >= 0"),
    ("limit: 60", "limit: 0", "Expected a whole number >= 1"),
    ("indent: 3", "indent: 9", "Expected a whole number <= 8"),
    ("start: [said]", "start: [said, said]", "the word of `start` 'said' is there twice"),
]
SEEN_BY_THE_BUILD = [  # for it takes the article, the reading, or two places at once
    ('id: "g.2"', 'id: "g.1"', "the id g.1 is used twice"),
    (
        "objective: kinds\n    p",
        "objective: kinda\n    p",
        "no objective 'kinda' above; did you mean 'kin",
    ),
    (
        '"=A03.verb_class"',
        '"=A03.verb_clas"',
        "there is no 'verb_clas'; did you mean 'verb_class'?",
    ),
    ('"=A03.verb_class"', '"=A99.verb_class"', "has no record 'A99'"),
    (
        'look: [10], why: "“According',
        'look: [16], why: "“According',
        "there is no paragraph 16: white-house-israel-ir",
    ),
    ("paragraphs: [5, 7]", "paragraphs: [5, 70]", "there is no paragraph 70"),
    ("biden, axios, article", "biden, axioss, article", "no card 'axioss'; did you mean 'axios'?"),
    ("value: date, text", "value: day, text", "the option 'day' is there twice"),
    ("      Q06: {", "      Q07: {why: x}\n      Q06: {", "in these paragraphs 'Q07'"),
    ('text: "=P13"', 'text: "=P99"', "there is no paragraph '99'"),
    ("{marks: 3,", "{marks: 5,", "expected `points: 5`, the top of the rubric"),
    ("best: [said,", "best: [and] #", "its own key earns 0, expected 1"),
    ("unseen: harbour-ferry", "unseen: harbour-fery", "there is no article 'harbour-fery'"),
    ("title: Select all", 'title: "\\ud83d"', "is half a character: write the character itself"),
    (
        "lesson: gallery",
        "before: [00-start-here/0.99]\nlesson: gallery",
        "no exercise '0.99'; it has",
    ),
    ("lesson: gallery", "before: [99-none/0.1]\nlesson: gallery", "no earlier lesson '99-none'"),
    (
        "article: white-house-israel-iran",
        "article: white-house",
        "there is no article 'white-house'",
    ),
    ("points: 2", "points: 2\n    points: 3", "'points' is named twice"),
]


def slipped(path: Path, right: str, wrong: str) -> ContentError:
    """What is said of the gallery with a slip in it."""
    path.write_text(with_slip(right, wrong), encoding="utf-8")
    with pytest.raises(ContentError) as caught:
        Sheet.read(path)
    return caught.value


def with_slip(right: str, wrong: str) -> str:
    assert right in GALLERY
    return GALLERY.replace(right, wrong, 1)


def is_refused_by_the_schema(text: str) -> bool:
    sheet: Any = yaml.safe_load(text)
    return not SCHEMA.is_valid(sheet)


@pytest.mark.parametrize(("right", "wrong", "said"), SEEN_BY_BOTH + SEEN_BY_THE_BUILD)
def test_a_slip_is_said_in_one_sentence(tmp_path: Path, right: str, wrong: str, said: str) -> None:
    error = slipped(tmp_path / "gallery.yaml", right, wrong)
    assert said in error.problem
    assert "\n" not in str(error)


@pytest.mark.parametrize(("right", "wrong", "said"), SEEN_BY_BOTH)
def test_an_editor_sees_it_too(right: str, wrong: str, said: str) -> None:
    assert is_refused_by_the_schema(with_slip(right, wrong))


@pytest.mark.parametrize(
    ("right", "wrong", "line"),
    [
        (f'"{WHY}"', '""', f'"{WHY}"'),
        ('"=A03.verb_class"', '"=A03.verb"', '"=A03.verb_class"'),
        ("biden, axios, article", "biden, axioss, article", "biden, axios, article"),
        ("value: date, text", "value: day, text", "value: date, text"),
        (
            "look: [9], why",
            "look: [9], accept: {condit: {a: {credit: 0, why: w}}}, why",
            "look: [9], why",
        ),
        ("look: [13], why", "look: [31], why", "look: [13], why"),
    ],
)
def test_the_line_is_that_of_the_slip(tmp_path: Path, right: str, wrong: str, line: str) -> None:
    standing = GALLERY[: GALLERY.index(line)].count("\n") + 1
    assert slipped(tmp_path / "gallery.yaml", right, wrong).line == standing


def test_what_may_be_blank_is_refused_by_neither(tmp_path: Path) -> None:
    text = GALLERY.replace("unit: paragraphs", 'unit: ""')
    path = tmp_path / "gallery.yaml"
    path.write_text(text, encoding="utf-8")
    assert Sheet.read(path)["g.14"]
    assert not is_refused_by_the_schema(text)
