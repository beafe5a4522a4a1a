from dataclasses import dataclass

import msgspec
import pytest

from accordingto.exercises import AnswerError, Material
from accordingto.exercises.kinds.matrix import Accepted, Choice, Matrix, MatrixAnswer, Row, Slot

FORM = Slot(
    id="form",
    text="Form",
    options=(
        Choice(value="direct", text="Direct", why="not whole"),
        Choice(value="scare", text="Scare", why="no doubt"),
        Choice(value="nested", text="Nested", why="not inside"),
    ),
)
SURE = Slot(
    id="sure",
    text="Sure?",
    options=(Choice(value="y", text="Yes", why="no"), Choice(value="n", text="No", why="yes")),
)
QUESTION = Matrix(
    id="1.1",
    kind="matrix",
    title="t",
    objective="o",
    prompt="p",
    slots=(FORM, SURE),
    rows=(
        Row(id="r1", text="noon", key={"form": "=Q1.form", "sure": "y"}, why="r1!", look=(1,)),
        Row(
            id="r2",
            text="boat",
            key={"form": "scare", "sure": "n"},
            why="r2!",
            accept={"form": {"direct": Accepted(credit=0.25, why="so-so")}},
        ),
    ),
)


@dataclass(frozen=True)
class Cell:
    verdict: str
    label: str
    text: str
    ref: str | None


def scored(material: Material, rows: dict[str, dict[str, str]]) -> tuple[float | None, list[Cell]]:
    outcome = QUESTION.score(MatrixAnswer(rows=rows), material)
    return outcome.credit, [Cell(p.verdict, p.label, p.text, p.ref) for p in outcome.parts]


def test_every_cell_counts_the_same_and_says_why(material: Material) -> None:
    credit, cells = scored(
        material, {"r1": {"form": "direct"}, "r2": {"form": "direct", "sure": "y"}}
    )
    assert credit == (1 + 0 + 0.25 + 0) / 4
    assert cells == [
        Cell("right", "noon, Form", "r1!", "r1/form"),
        Cell("missing", "noon, Sure?", "Nothing chosen yet.", "r1/sure"),
        Cell("partly", "boat, Form", "so-so", "r2/form"),
        Cell("wrong", "boat, Sure?", "no", "r2/sure"),
    ]


def test_a_row_whose_cells_are_told_the_same_is_told_it_once(material: Material) -> None:
    right = {"r1": {"form": "direct", "sure": "y"}}
    credit, cells = scored(material, right)
    assert credit == 2 / 4
    assert cells == [
        Cell("right", "noon", "r1!", "r1"),
        Cell("missing", "boat", "Nothing chosen yet.", "r2"),
    ]


def test_what_is_accepted_in_one_row_is_wrong_in_another(material: Material) -> None:
    assert scored(material, {"r1": {"form": "scare"}})[0] == 0
    assert scored(material, {"r1": {"form": "scare"}})[1][0].text == "no doubt"
    assert scored(material, {"r2": {"form": "nested"}})[0] == 0


def test_the_key_follows_the_reading(material: Material) -> None:
    assert QUESTION.key(material).rows == {
        "r1": {"form": "direct", "sure": "y"},
        "r2": {"form": "scare", "sure": "n"},
    }


def test_with_one_slot_the_label_is_the_row(material: Material) -> None:
    one = msgspec.structs.replace(QUESTION, slots=(FORM,))
    assert [part.label for part in one.score(MatrixAnswer(), material).parts] == ["noon", "boat"]


@pytest.mark.parametrize(
    ("rows", "problem"),
    [
        ({"r3": {}}, "there is no row 'r3'"),
        ({"r1": {"from": "direct"}}, "there is no slot 'from'; did you mean 'form'?"),
        ({"r1": {"form": "y"}}, "there is no option 'y'"),
        ({"r1": {"form": None}}, "Expected `str`, got `null` - at `$.rows[...][...]`"),
    ],
)
def test_what_is_not_offered_is_refused(rows: object, problem: str) -> None:
    with pytest.raises(AnswerError) as caught:
        QUESTION.answer({"rows": rows})
    assert str(caught.value).endswith(problem)


BOAT = QUESTION.rows[1]


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"rows": (BOAT, BOAT)}, "the row 'r2' is there twice"),
        ({"slots": (FORM, SURE, FORM)}, "the slot 'form' is there twice"),
        ({"slots": (FORM,)}, "there is no slot 'sure'"),
        (
            {"rows": (msgspec.structs.replace(BOAT, key={"form": "scare"}),)},
            "row r2: expected a key for the slot 'sure'",
        ),
        (
            {"rows": (msgspec.structs.replace(BOAT, key={"form": "y", "sure": "y"}),)},
            "there is no r2 option 'y'",
        ),
        (
            {"rows": (msgspec.structs.replace(BOAT, accept={"fom": {}}),)},
            r"there is no slot 'fom'; did you mean 'form'\?",
        ),
        (
            {
                "rows": (
                    msgspec.structs.replace(
                        BOAT, accept={"form": {"y": Accepted(credit=0.5, why="x")}}
                    ),
                )
            },
            "there is no r2 option 'y'",
        ),
    ],
)
def test_a_table_that_contradicts_itself_is_refused(
    material: Material, changes: dict[str, object], problem: str
) -> None:
    with pytest.raises(ValueError, match=f"^{problem}$"):
        msgspec.structs.replace(QUESTION, **changes).check(material)


def test_a_key_that_points_at_nothing_is_refused(material: Material) -> None:
    row = msgspec.structs.replace(BOAT, key={"form": "=Q9.form", "sure": "y"})
    with pytest.raises(LookupError, match=r"no record 'Q9'"):
        msgspec.structs.replace(QUESTION, rows=(row,)).check(material)
