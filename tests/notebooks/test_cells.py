"""The language of cells, read out of every spelling that a person may use."""

from __future__ import annotations

import json
from typing import Any

import pytest

from accordingto.content import Content
from accordingto.notebooks import cells
from accordingto.notebooks.cells import Ask

KIT = Content.kit()


def code(source: str | list[str], **nbgrader: Any) -> dict[str, Any]:
    metadata = {"nbgrader": nbgrader} if nbgrader else {}
    return {"cell_type": "code", "source": source, "metadata": metadata}


@pytest.mark.parametrize(
    ("source", "call"),
    [
        ('ask("4.2")', Ask("4.2")),
        ("ask('4.2')\n", Ask("4.2")),
        ('ask("4.2", quoted)', Ask("4.2", "quoted")),
        ('ask("4.2",quoted)', Ask("4.2", "quoted")),
        (['ask("4.2"', ")"], Ask("4.2")),
        ('ask("4.2")  # mine', None),
        ('x = ask("4.2")', None),
        ('ask("4.2")\nask("4.3")', None),
        ("ask()", None),
    ],
)
def test_a_cell_that_asks_does_nothing_else(source: Any, call: Ask | None) -> None:
    assert cells.asked(code(source)) == call
    assert cells.asked({**code(source), "cell_type": "markdown"}) is None


@pytest.mark.parametrize("call", [Ask("4.2"), Ask("4.10", "quoted")])
def test_a_call_is_read_as_it_is_written(call: Ask) -> None:
    assert cells.asked(code(str(call))) == call


@pytest.mark.parametrize(
    ("source", "begins"),
    [
        ('ask("4.2")', True),
        ("\n  ask ('4.2'); x = 1", True),
        ('x = 1\nask("4.2")', False),
        ("asked(1)", False),
        ("# ask(1)", False),
    ],
)
def test_what_begins_with_asking_is_known_however_it_was_changed(source: str, begins: bool) -> None:
    assert cells.begins_with_asking(source) is begins


@pytest.mark.parametrize(
    ("source", "solved"),
    [
        ('ask = lesson("04-x")', 'ask = lesson("04-x", answers="key")'),
        (
            "import re\nread = lesson('04-x')\n",
            "import re\nread = lesson('04-x', answers=\"key\")\n",
        ),
        ('ask = lesson("04-x", answers="mine")', None),
        ('# ask = lesson("04-x")', None),
        ("lesson", None),
    ],
)
def test_a_cell_that_opens_a_lesson_can_open_it_by_its_key(source: str, solved: str | None) -> None:
    assert cells.opens(source) is (solved is not None)
    assert cells.opened_by_key(source) == (solved or source)


def test_one_cell_of_every_notebook_opens_its_lesson() -> None:
    for name in [*KIT.lessons(), "gallery"]:
        page = json.loads(KIT.notebook(name).read_bytes())["cells"]
        opening = [one for one in page if cells.is_code(one) and cells.opens(cells.source_of(one))]
        assert [f'lesson("{name}")' in cells.source_of(one) for one in opening] == [True], name


SOLVED = "def f(text):\n    ### BEGIN SOLUTION\n    return 1\n    ### END SOLUTION\n\nf('')"


def test_a_solution_leaves_a_stub_that_is_known_as_one() -> None:
    stub = cells.without_solution(SOLVED)
    assert stub == "def f(text):\n    # your code here\n\nf('')"
    assert cells.has_solution(SOLVED)
    assert not cells.has_solution(stub)
    assert not cells.left_of_solution(stub)
    assert cells.is_stub(stub, "f")
    assert not cells.is_stub(stub, "g")
    assert not cells.is_stub(SOLVED, "f")
    assert not cells.is_stub(stub.replace("# your", "return 2\n    # your"), "f")
    assert cells.is_stub('def f(text):\n    """All."""\n    # your code here', "f")


@pytest.mark.parametrize("mark", ["### END SOLUTION", "###BEGIN HIDDEN TESTS", "### BEGIN"])
def test_a_mark_of_a_solution_that_was_left_over_is_seen(mark: str) -> None:
    left = cells.left_of_solution(f"x = 1\n{mark}\n")
    assert left
    assert mark.startswith(left)


@pytest.mark.parametrize(
    ("source", "binds"),
    [
        ("def f(text):\n    pass", True),
        ("async def f(): ...", True),
        ("class f: ...", True),
        ("from mine import f", True),
        ("g = f = len", True),
        ("f: object = len", True),
        ("f, g = len, max", True),
        ("f == 1", False),
        ("def ff(): ...", False),
        ("g = f", False),
        ("print(f)", False),
    ],
)
def test_a_cell_that_gives_a_name_its_meaning(source: str, binds: bool) -> None:
    assert cells.binds(source, "f") is binds


def test_the_first_heading_of_a_text_is_the_title() -> None:
    page = [
        code("# no heading"),
        {"cell_type": "markdown", "source": "<!-- built -->"},
        {"cell_type": "markdown", "source": ["intro\n", "# Boats \n", "# Second"]},
    ]
    assert cells.title_of(page) == "Boats"
    assert cells.title_of(page[:2]) == ""


@pytest.mark.parametrize("metadata", [None, [], {"nbgrader": None}, {"nbgrader": {"grade_id": 3}}])
def test_metadata_that_is_none_is_no_name(metadata: Any) -> None:
    cell = {"cell_type": "code", "source": None, "metadata": metadata}
    assert cells.grade_id_of(cell) is None
    assert not cells.is_written(cell)


def test_what_is_the_students_to_write_is_not_what_is_graded() -> None:
    assert cells.is_written(code("", **cells.written("code-1")))
    assert not cells.is_written(code("", grade=True, solution=True, grade_id="ask-1-3"))
    assert cells.grade_id_of(code("", **cells.written("code-1"))) == "code-1"
    assert cells.grade_id("4.10") == "ask-4-10"
