from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from accordingto.yamlfile import ContentError, YamlFile

Write = Callable[[str | bytes], Path]


class Item(msgspec.Struct, forbid_unknown_fields=True):
    name: str
    number: int = 0


class Box(msgspec.Struct, forbid_unknown_fields=True):
    title: str
    items: list[Item] = []
    notes: dict[str, str] = {}


@pytest.fixture
def written(tmp_path: Path) -> Write:
    def write(text: str | bytes) -> Path:
        path = tmp_path / "box.yaml"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return path

    return write


def problem_of(path: Path) -> tuple[int, str]:
    with pytest.raises(ContentError) as caught:
        YamlFile.read(path).convert(Box)
    assert str(caught.value) == f"{path}, line {caught.value.line}: {caught.value.problem}"
    return caught.value.line, caught.value.problem


def test_a_good_file_becomes_the_type(written: Write) -> None:
    path = written("# first\ntitle: Fähre 🦊\nitems:\n  - name: a\n    number: 2\n  - {name: b}\n")
    assert YamlFile.read(path).convert(Box) == Box("Fähre 🦊", [Item("a", 2), Item("b")])


def test_a_line_of_json_is_read_as_well_and_its_faults_stand_in_line_1(written: Write) -> None:
    line = '{"title": "Fähre \\n 🦊", "items": [{"name": "a", "number": 2}]}'
    assert YamlFile.read(written(line)).convert(Box) == Box("Fähre \n 🦊", [Item("a", 2)])
    wrong = written('{"title": "a", "items": [{"name": 1}]}\n')
    assert problem_of(wrong) == (1, "Expected text, got a whole number")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ('{"title": "a", "title": "b", "items": []}', "'title' is named twice"),
        ('{"title": "a", "items": []', "not YAML: expected ',' or '}', but got '<stream end>'"),
    ],
)
def test_what_is_no_json_is_read_as_yaml(written: Write, text: str, problem: str) -> None:
    assert problem_of(written(text)) == (1, problem)
    assert YamlFile.read(written("{title: a, items: []}")).convert(Box) == Box("a", [])


def test_every_key_and_item_has_its_line(written: Write) -> None:
    lines = YamlFile.read(written("title: a\n\nitems:\n  - name: b\n\n  - name: c\n")).lines
    assert lines == {
        (): 1,
        ("title",): 1,
        ("items",): 3,
        ("items", 0): 4,
        ("items", 0, "name"): 4,
        ("items", 1): 6,
        ("items", 1, "name"): 6,
    }


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("title: a\nitems: []\ntitle: b\n", 3, "'title' is named twice"),
        ("title: a\nitems:\n- name: a\n  name: b\n", 4, "'name' is named twice"),
        (
            "title: a\nitems:\n\t- a\n",
            3,
            "not YAML: found character '\\t' that cannot start any token",
        ),
        ("title: a\nnotes:\n  x: \x07\n", 3, "not YAML: special characters are not allowed"),
        ("title: a\n\nnotes: {when: 2024-02-30}\n", 3, "not YAML: day is out of range for month"),
        ("title: a\n? [b, c]\n: d\n", 2, "expected a word before the colon"),
        ("title: 'a\n", 2, "not YAML: found unexpected end of stream"),
        ("title: a\n---\ntitle: b\n", 2, "not YAML: but found another document"),
        ("title: *b\n", 1, "not YAML: found undefined alias 'b'"),
        ("title: &a [*a]\n", 1, "not YAML: it is nested too deep, or in itself"),
        ("title: " + "[" * 3000, 1, "not YAML: it is nested too deep, or in itself"),
        (b"title: a\n\xe9\n", 1, "not UTF-8 text, byte 9 cannot be read"),
        ("", 1, "Expected named fields, got nothing"),
        ("- a\n", 1, "Expected named fields, got a list"),
        ("items: []\n", 1, "Object missing required field `title`"),
        ("title: a\nitems:\n- name: b\n- number: 1\n", 4, "Object missing required field `name`"),
        ("title: a\nitems:\n- name: b\n  number: c\n", 4, "Expected a whole number, got text"),
        # msgspec does not say which key of a mapping it was
        ("title: a\nnotes:\n  b: c\n  d: 3\n", 2, "Expected text, got a whole number"),
        ("title: a\nitms: []\n", 2, "Object contains unknown field `itms`; did you mean `items`?"),
        (
            "title: a\nitems:\n- name: b\n  numbr: 3\n",
            4,
            "Object contains unknown field `numbr`; did you mean `number`?",
        ),
        ("title: a\nzzz: 1\n", 2, "Object contains unknown field `zzz`"),
    ],
)
def test_what_is_wrong_is_said_with_its_line(
    written: Write, text: str | bytes, line: int, problem: str
) -> None:
    assert problem_of(written(text)) == (line, problem)


def test_a_missing_file_and_a_folder_are_said(tmp_path: Path) -> None:
    assert problem_of(tmp_path / "none.yaml") == (1, "there is no such file")
    assert problem_of(tmp_path) == (1, "cannot be read: Is a directory")


def test_an_error_at_a_place_without_a_line_takes_the_nearest_around_it(written: Write) -> None:
    source = YamlFile.read(written("title: a\nitems:\n- name: b\n"))
    assert source.error(("items", 0, "number", "deeper"), "no").line == 3
    assert source.error(("items", 7), "no").line == 2
    assert source.error(("nowhere",), "no").line == 1
