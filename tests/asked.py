"""A question of every kind that scores, about the invented article, and answers that fit it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from hypothesis import strategies as st

from accordingto.exercises import Material, Question
from accordingto.exercises.kinds import kind_of

Plain = st.SearchStrategy[dict[str, Any]]

JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-9, 9)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text("ab🦊"),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("ab"), inner, max_size=3),
    max_leaves=6,
)

ASKED: dict[str, dict[str, Any]] = {
    "choose one": {
        "options": [
            {"value": "a", "text": "A", "why": "w"},
            {"value": "b", "text": "B", "why": "w", "credit": 1},
            {"value": "c", "text": "C", "why": "w", "credit": 0.3},
        ]
    },
    "number": {
        "value": 12,
        "unit": "words",
        "why": "w",
        "otherwise": "o",
        "tolerance": 0.5,
        "wrong": [{"value": 13, "why": "w", "credit": 0.5}],
    },
    "matrix": {
        "rows": [
            {"id": "r1", "text": "R", "key": {"form": "=Q1.form", "sure": "y"}, "why": "w"},
            {
                "id": "r2",
                "text": "S",
                "key": {"form": "scare", "sure": "n"},
                "why": "w",
                "accept": {"form": {"direct": {"credit": 0.5, "why": "w"}}},
            },
        ],
        "slots": [
            {
                "id": "form",
                "text": "F",
                "options": [
                    {"value": "direct", "text": "D", "why": "w"},
                    {"value": "scare", "text": "S", "why": "w"},
                ],
            },
            {
                "id": "sure",
                "text": "S",
                "options": [
                    {"value": "y", "text": "Y", "why": "w"},
                    {"value": "n", "text": "N", "why": "w"},
                ],
            },
        ],
    },
    "mark spans": {
        "layer": "quotations",
        "paragraphs": [1, 2],
        "labels": [
            {"value": "direct", "name": "D"},
            {"value": "scare", "name": "S"},
            {"value": "nested", "name": "N"},
        ],
        "reasons": {
            "Q1": {"why": "w"},
            "Q2": {"why": "w"},
            "Q3": {"why": "w"},
            "Q4": {"why": "w", "optional": True},
        },
        "extra": "e",
    },
    "code": {
        "function": "quotations",
        "measure": "f",
        "cases": [
            {"name": "one", "text": "=article", "expect": "=quotations", "why": "w"},
            {"name": "two", "text": "=P3", "expect": [], "why": "w", "hidden": True},
        ],
    },
    "select all": {
        "options": [
            {"value": "a", "text": "A", "right": True, "why": "w"},
            {"value": "b", "text": "B", "right": True, "why": "w"},
            {"value": "c", "text": "C", "right": False, "why": "w"},
            {"value": "d", "text": "D", "right": False, "why": "w"},
            {"value": "e", "text": "E", "right": "either", "why": "w"},
        ]
    },
    "order": {
        "first": "least",
        "last": "most",
        "cards": [{"id": one, "text": one, "why": "w"} for one in "abcd"],
        "ties": [["b", "c"]],
    },
    "chain": {
        "cards": [{"id": one, "text": one, "why": "w"} for one in "abcde"],
        "chain": ["a", "b", "c"],
        "accept": [{"chain": ["a", "c"], "credit": 0.75, "why": "w"}],
    },
    "parsons": {
        "lines": [
            {"id": "def", "code": "def f(text):", "why": "w"},
            {"id": "one", "code": "one = 1", "why": "w", "indent": 1},
            {"id": "two", "code": "two = 2", "why": "w", "indent": 1},
            {"id": "back", "code": "return one + two", "why": "w", "indent": 1},
        ],
        "decoys": [{"id": "bad", "code": "print(one)", "why": "w"}],
        "ties": [["one", "two"]],
    },
    "sort cards": {
        "classes": [
            {"value": "direct", "text": "D", "why": "w"},
            {"value": "scare", "text": "S", "why": "w"},
        ],
        "cards": [
            {"id": "q1", "text": "Q", "key": "=Q1.form", "why": "w"},
            {
                "id": "q2",
                "text": "R",
                "key": "scare",
                "why": "w",
                "accept": {"direct": {"credit": 0.5, "why": "w"}},
            },
        ],
    },
    "tuner": {
        "words": ["said", "speak", "old"],
        "start": ["said"],
        "best": ["said"],
        "full": 0.9,
        "half": 0.5,
        "unseen": "harbour-ferry",
        "why": "w",
    },
    "link attribution": {
        "paragraphs": [1, 2],
        "reasons": {"A1": {"why": "w"}, "A2": {"why": "w"}},
        "extra": "e",
    },
}


def question(kind: str) -> Question[Any]:
    head = {"id": "1.1", "kind": kind, "title": "t", "objective": "o", "prompt": "p"}
    asked: Question[Any] = msgspec.convert({**head, **ASKED[kind]}, kind_of(kind))
    return asked


def fitting(asked: Any, material: Material) -> Plain:
    """Answers, as plain data, that fit the question."""
    return _FITTING[asked.kind](asked, material)


def _choice(asked: Any, material: Material) -> Plain:
    values = [option.value for option in asked.options]
    return st.fixed_dictionaries({}, optional={"choice": st.sampled_from([None, *values])})


def _number(asked: Any, material: Material) -> Plain:
    near = st.floats(9, 16) | st.integers(9, 16)
    wide = st.floats(allow_nan=False, allow_infinity=False)
    return st.fixed_dictionaries({}, optional={"value": st.none() | near | wide})


def _rows(asked: Any, material: Material) -> Plain:
    cells = st.fixed_dictionaries(
        {},
        optional={
            slot.id: st.sampled_from([option.value for option in slot.options])
            for slot in asked.slots
        },
    )
    rows = st.fixed_dictionaries({}, optional={row.id: cells for row in asked.rows})
    return st.fixed_dictionaries({"rows": rows})


def _spans(material: Material) -> st.SearchStrategy[list[int]]:
    end = len(material.article.text) + 5
    drawn = st.tuples(st.integers(0, end), st.integers(0, end)).map(sorted)
    reading = material.reading
    expert = [q.span for q in reading.quotations]
    expert += [piece for a in reading.attributions for piece in (*a.source, *a.cue, *a.content)]
    return drawn | st.sampled_from(expert).map(lambda span: [span.start, span.end])


def _marks(asked: Any, material: Material) -> Plain:
    labels = st.sampled_from(["", *(label.value for label in asked.labels)])
    mark = st.builds(
        lambda span, label: {"start": span[0], "end": span[1], "label": label},
        _spans(material),
        labels,
    )
    return st.fixed_dictionaries({"marks": st.none() | st.lists(mark, max_size=6)})


def _linked_marks(asked: Any, material: Material) -> Plain:
    mark = st.builds(
        lambda span, role, record: {
            "start": span[0],
            "end": span[1],
            "label": role,
            "record": record,
        },
        _spans(material),
        st.sampled_from(["source", "cue", "content"]),
        st.integers(1, 4),
    )
    return st.fixed_dictionaries({"marks": st.none() | st.lists(mark, max_size=8)})


def _returned(asked: Any, material: Material) -> Plain:
    names = st.sampled_from([case.name for case in asked.cases])
    quotations = [material.article[q.span] for q in material.reading.quotations]
    value = JSON | st.lists(st.sampled_from(quotations), max_size=5)
    return st.fixed_dictionaries(
        {
            "values": st.none() | st.dictionaries(names, value),
            "errors": st.dictionaries(names, st.text("ab🦊", max_size=5)),
        }
    )


def _some(ids: list[str]) -> st.SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(ids), unique=True)


def _ticks(asked: Any, material: Material) -> Plain:
    ticked = _some([option.value for option in asked.options])
    return st.fixed_dictionaries({"choices": st.none() | ticked})


def _order(asked: Any, material: Material) -> Plain:
    order = st.permutations([card.id for card in asked.cards])
    return st.fixed_dictionaries({"order": st.none() | order})


def _chain(asked: Any, material: Material) -> Plain:
    return st.fixed_dictionaries({"chain": st.none() | _some([card.id for card in asked.cards])})


def _lines(asked: Any, material: Material) -> Plain:
    placed = _some([piece.id for piece in asked.pieces]).flatmap(
        lambda ids: st.tuples(
            *(
                st.fixed_dictionaries({"id": st.just(one), "indent": st.integers(0, 8)})
                for one in ids
            )
        ).map(list)
    )
    return st.fixed_dictionaries({"lines": st.none() | placed})


def _classes(asked: Any, material: Material) -> Plain:
    cards = st.sampled_from([card.id for card in asked.cards])
    classes = st.sampled_from([one.value for one in asked.classes])
    return st.fixed_dictionaries({"classes": st.dictionaries(cards, classes)})


def _words(asked: Any, material: Material) -> Plain:
    words = st.lists(st.sampled_from([*asked.words, "(", "a b", "\\", "said ("]), unique=True)
    return st.fixed_dictionaries({"words": st.none() | words})


_FITTING: dict[str, Callable[[Any, Material], Plain]] = {
    "choose one": _choice,
    "number": _number,
    "matrix": _rows,
    "mark spans": _marks,
    "code": _returned,
    "select all": _ticks,
    "order": _order,
    "chain": _chain,
    "parsons": _lines,
    "sort cards": _classes,
    "tuner": _words,
    "link attribution": _linked_marks,
}
