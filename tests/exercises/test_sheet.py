import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

from accordingto.content import Content
from accordingto.exercises import Sheet, digest
from accordingto.yamlfile import ContentError

HEAD = """\
lesson: 01-invented
article: ferry
objectives:
  count: Count
exercises:
"""
NUMBER = """\
  - id: '1.1'
    kind: number
    title: Boats
    objective: count
    prompt: How many?
    value: 2
    unit: boats
    why: two
    otherwise: none of these
"""
CHOOSE = """\
  - id: '1.2'
    kind: choose one
    title: Boats
    objective: count
    prompt: Which?
    options:
      - {value: a, text: A, why: w, credit: 1}
      - {value: b, text: B, why: w, credit: 0.5}
"""
MATRIX = """\
  - id: '1.3'
    kind: matrix
    title: Forms
    objective: count
    prompt: Which?
    slots: [{id: form, text: F, options: [{value: direct, text: D, why: w}]}]
    rows:
      - {id: r, text: R, why: w, key: {form: =Q1.form}}
"""

Read = Callable[[str], Sheet]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    ferry = tmp_path / "seeds" / "ferry"
    ferry.mkdir(parents=True)
    (ferry / "article.txt").write_text("“We sail,” said Bea.\n", encoding="utf-8")
    (ferry / "reading.yaml").write_text(
        "article: ferry\nreader: expert\nquotations:\n"
        "  - {id: Q1, paragraph: 1, span: '“We sail,”'}\n",
        encoding="utf-8",
    )

    def of(text: str) -> Sheet:
        path = tmp_path / "exercises" / "01-invented.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return Sheet.read(path, Content(tmp_path))

    return of


def test_a_sheet_gives_its_exercises_in_order_and_by_id(read: Read) -> None:
    sheet = read(HEAD + NUMBER + CHOOSE)
    assert (sheet.lesson, sheet.article, sheet.objectives) == (
        "01-invented",
        "ferry",
        {"count": "Count"},
    )
    assert [question.id for question in sheet] == ["1.1", "1.2"]
    assert sheet["1.2"].kind == "choose one"
    with pytest.raises(LookupError) as caught:
        sheet["1.3"]
    assert str(caught.value) == "01-invented has no exercise '1.3'; it has 1.1, 1.2"


def test_the_material_is_read_once_from_the_sheets_own_root(read: Read) -> None:
    sheet = read(HEAD + NUMBER)
    assert sheet.home.article.text == "“We sail,” said Bea.\n"
    assert sheet.material(sheet["1.1"]) is sheet.home


@pytest.mark.parametrize("seed", ["white-house-israel-iran", "smokehouse-tribunal"])
def test_a_sheet_of_the_kit_is_proofread_where_an_article_of_it_is_another(
    tmp_path: Path, seed: str
) -> None:
    folder = tmp_path / "seeds" / seed
    folder.mkdir(parents=True)
    (folder / "article.txt").write_text("Another page.\n", encoding="utf-8")
    (folder / "reading.yaml").write_text(f"article: {seed}\nreader: expert\n", encoding="utf-8")
    with pytest.raises(ContentError, match=r"02-who-says-so\.yaml, line "):
        Sheet.of("02-who-says-so", Content(tmp_path))


def test_a_sheet_of_ones_own_is_proofread_each_time(read: Read, tmp_path: Path) -> None:
    read(HEAD + NUMBER)
    wrong = HEAD + MATRIX.replace("=Q1.form", "=Q2.form")
    (tmp_path / "exercises" / "01-invented.yaml").write_text(wrong, encoding="utf-8")
    with pytest.raises(ContentError, match="the reading of ferry has no record 'Q2'"):
        Sheet.of("01-invented", Content(tmp_path))


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        (HEAD.replace("01-", "02-") + NUMBER, 1, "expected '01-invented', the name of the file"),
        (
            HEAD + NUMBER.replace("kind: number", "kind: nunber"),
            7,
            "there is no kind 'nunber'; did you mean 'number'?",
        ),
        (HEAD + NUMBER + NUMBER, 15, "the id 1.1 is used twice"),
        (
            HEAD + NUMBER.replace("objective: count", "objective: cuont"),
            9,
            "there is no objective 'cuont' above",
        ),
        (
            HEAD + NUMBER.replace("unit:", "unti:"),
            12,
            "Object contains unknown field `unti`; did you mean `unit`?",
        ),
        (HEAD + NUMBER.replace("value: 2", "value: two"), 11, "Expected a number, got text"),
        (
            HEAD + NUMBER.replace("value: 2", "value: .nan"),
            6,
            "the key of exercise 1.1: this is no answer to it: expected an ordinary number",
        ),
        (HEAD + NUMBER + "    tolerance: -1\n", 15, "Expected a number >= 0.0"),
        (HEAD + NUMBER + CHOOSE.replace("0.5", "1.5"), 22, "Expected a number <= 1.0"),
        (HEAD + NUMBER + CHOOSE.replace("0.5", "-1"), 22, "Expected a number >= 0.0"),
        (
            HEAD + CHOOSE.replace("value: b", "value: a"),
            13,
            "exercise 1.2: the option 'a' is there twice",
        ),
        (
            HEAD + CHOOSE.replace("credit: 1}", "credit: 0}"),
            6,
            "exercise 1.2: expected one option with `credit: 1`",
        ),
        (
            HEAD + NUMBER + MATRIX.replace("=Q1", "=Q9"),
            22,
            "the reading of ferry has no record 'Q9'",
        ),
        (
            HEAD + NUMBER + MATRIX.replace("=Q1.form", "direkt"),
            22,
            "exercise 1.3: there is no r option 'direkt'; did you mean 'direct'?",
        ),
        (
            HEAD + NUMBER + "    article: fery\n",
            15,
            "there is no article 'fery' in seeds/; there are ferry",
        ),
        (HEAD + "  - 3\n", 6, "Expected named fields, got a whole number"),
        (HEAD + "  - {title: x}\n", 6, "there is no kind 'None'"),
    ],
)
def test_what_is_wrong_in_a_sheet_is_said_with_its_line(
    read: Read, tmp_path: Path, text: str, line: int, problem: str
) -> None:
    with pytest.raises(ContentError) as caught:
        read(text)
    said = f"{tmp_path / 'exercises' / '01-invented.yaml'}, line {line}: {problem}"
    assert str(caught.value).startswith(said)


def test_an_unknown_lesson_is_refused() -> None:
    with pytest.raises(LookupError, match=r"^there is no lesson '99-none'; there are "):
        Sheet.of("99-none")


@pytest.mark.parametrize(
    "changes", [{"prompt": "How many"}, {"points": 2.0}, {"unit": "ships"}, {"id": "1.10"}]
)
def test_the_digest_changes_with_anything_that_is_asked(
    read: Read, changes: dict[str, Any]
) -> None:
    question = read(HEAD + NUMBER)["1.1"]
    assert len(digest(question)) == 12
    assert digest(msgspec.structs.replace(question, **changes)) != digest(question)


@pytest.mark.parametrize(
    "changes",
    [{"value": 3.0}, {"why": "two of them"}, {"tolerance": 0.1}, {"look": (1,)}, {"reveal": ""}],
)
def test_an_answer_still_fits_after_a_key_was_mended(read: Read, changes: dict[str, Any]) -> None:
    question = read(HEAD + NUMBER)["1.1"]
    assert digest(msgspec.structs.replace(question, **changes)) == digest(question)


def test_the_digest_is_the_same_in_another_process(read: Read, tmp_path: Path) -> None:
    sheet = read(HEAD + MATRIX)
    code = (
        "import sys, pathlib; from accordingto.content import Content;"
        "from accordingto.exercises import Sheet, digest;"
        "root = pathlib.Path(sys.argv[1]);"
        "print(digest(Sheet.read(root / 'exercises/01-invented.yaml', Content(root))['1.3']))"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert said.strip() == digest(sheet["1.3"])


def test_every_sheet_of_the_kit_can_be_read_and_its_keys_earn_full_marks() -> None:
    for path in sorted((Content.kit().root / "exercises").glob("*.yaml")):
        assert list(Sheet.read(path))  # reading it checks every key
