import re
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader.nbgraderformat import MetadataValidator

from accordingto.notebooks.build import BuildError, build, drift, student_page
from accordingto.yamlfile import ContentError

SCHEMA = "exercises/schema.json"
STUDENT = "notebooks/01-boats.ipynb"
SOLVED = "notebooks/solutions/01-boats.ipynb"
GLOSSARY = "notebooks/glossary.ipynb"
BUILT = [SCHEMA, STUDENT, SOLVED, GLOSSARY]


def cells(root: Path, name: str) -> list[Any]:
    return list(nbformat.read(root / name, as_version=4).cells)


def page(root: Path) -> str:
    return student_page(root / "lessons" / "01-boats.md")


def change(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def files(root: Path) -> dict[str, bytes]:
    folder = root / "notebooks"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_built_twice_it_is_the_same_and_in_step_and_any_changed_byte_is_seen(root: Path) -> None:
    """One test, for a build starts a kernel."""
    before = sorted(path.name for path in root.parent.iterdir())
    assert list(build(root)) == [root / name for name in BUILT]
    once = files(root)
    assert sorted(once) == [
        "01-boats.ipynb",
        "built.json",
        "glossary.ipynb",
        "solutions/01-boats.ipynb",
    ]
    assert drift(root) == []

    assert list(build(root)) == [root / name for name in BUILT]
    assert files(root) == once
    assert sorted(path.name for path in root.parent.iterdir()) == before  # no answers/ left here

    assert_solved(root)
    assert_empty(root)
    assert_glossary_is_linked(root)
    assert_a_changed_byte_is_seen(root)


def assert_solved(root: Path) -> None:
    solved = cells(root, SOLVED)
    code = [cell for cell in solved if cell.cell_type == "code"]
    assert [cell.execution_count for cell in code] == [1, 2, 3, 4, 5]
    assert 'lesson("01-boats", answers="key")' in code[0].source
    assert not any(out.get("name") == "stderr" for cell in code for out in cell.outputs)
    results = {
        cell.id: [o.data["text/plain"] for o in cell.outputs if o.output_type == "execute_result"]
        for cell in code
    }
    assert results["ask-1-1"] == ["2"]
    assert results["ask-1-2"] == ["3"]
    assert results["ask-1-3"] == ["0"]
    text = (root / SOLVED).read_text(encoding="utf-8")
    assert "return re.findall" in text
    assert " at 0x" not in text
    assert str(root) not in text
    assert "widget-view" not in text


def assert_empty(root: Path) -> None:
    student = cells(root, STUDENT)
    code = [cell for cell in student if cell.cell_type == "code"]
    assert all(cell.outputs == [] and cell.execution_count is None for cell in code)
    assert "findall" not in (root / STUDENT).read_text(encoding="utf-8")
    assert [cell.id for cell in student] == [cell.id for cell in cells(root, SOLVED)]


def assert_glossary_is_linked(root: Path) -> None:
    """A solved notebook stands one folder deeper."""
    (page,) = cells(root, GLOSSARY)
    assert page.source.endswith("# Glossary\n\n**Boat**: it floats.")
    for name in (STUDENT, SOLVED):
        page = next(cell for cell in cells(root, name) if "[glossary]" in cell.source)
        (link,) = re.findall(r"\[glossary\]\((.+?)\)", page.source)
        assert (root / name).parent.joinpath(link).resolve() == root / GLOSSARY


def assert_a_changed_byte_is_seen(root: Path) -> None:
    changed = "has changed since the last build"
    rebuilt = f"{STUDENT} is not what its lesson and sheet give"
    expected = {
        "lessons/01-boats.md": [rebuilt, f"lessons/01-boats.md {changed}"],
        "exercises/01-boats.yaml": [f"exercises/01-boats.yaml {changed}"],
        "seeds/ferry/article.txt": [f"seeds/ferry/article.txt {changed}"],
        GLOSSARY: [f"{GLOSSARY} is not what lessons/glossary.md gives", f"{GLOSSARY} {changed}"],
        STUDENT: [rebuilt, f"{STUDENT} {changed}"],
        SOLVED: [f"{SOLVED} {changed}"],
    }
    for name, problems in expected.items():
        whole = (root / name).read_bytes()
        (root / name).write_bytes(whole + b" " if name != "lessons/01-boats.md" else whole + b"x")
        assert drift(root) == problems, name
        (root / name).write_bytes(whole)
    points = root / "exercises" / "01-boats.yaml"
    change(points, "points: 2", "points: 4")
    assert drift(root) == [rebuilt, f"exercises/01-boats.yaml {changed}"]
    change(points, "points: 4", "points: 2")
    assert drift(root) == []

    (root / SOLVED).rename(root / "notebooks" / "solutions" / "09-old.ipynb")
    assert drift(root) == [
        "notebooks/solutions/09-old.ipynb has no lesson: delete it",
        f"{SOLVED} is gone since the last build",
        "notebooks/solutions/09-old.ipynb is new since the last build",
    ]
    (root / "notebooks" / "built.json").write_text("<<<<<<< ours\n", encoding="utf-8")
    assert drift(root)[-1] == "notebooks/built.json cannot be read: build again"


def test_what_was_never_built_is_out_of_step(root: Path) -> None:
    assert drift(root) == [
        f"{SCHEMA} is not what the kinds of exercises give",
        f"{STUDENT} is not what its lesson and sheet give",
        f"{GLOSSARY} is not what lessons/glossary.md gives",
        "exercises/01-boats.yaml is new since the last build",
        "lessons/01-boats.md is new since the last build",
        "lessons/glossary.md is new since the last build",
        "seeds/ferry/article.txt is new since the last build",
        "seeds/ferry/reading.yaml is new since the last build",
    ]


def test_the_students_page_has_a_hole_where_the_solution_is(root: Path) -> None:
    source = next(c.source for c in nbformat.reads(page(root), 4).cells if "def quoted" in c.source)
    assert source == (
        "import re\n\n\ndef quoted(text):\n"
        '    """All that stands between double quotation marks."""\n    # your code here'
    )


def test_the_page_says_what_it_is_built_from(root: Path) -> None:
    first = nbformat.reads(page(root), 4).cells[0]
    assert first.cell_type == "markdown"
    assert "lessons/01-boats.md and exercises/01-boats.yaml" in first.source


def test_ids_are_unique_and_metadata_is_as_nbgrader_wants_it(root: Path) -> None:
    lesson = root / "lessons" / "01-boats.md"
    written = lesson.read_text(encoding="utf-8")
    opening = "```{code-cell} ipython3\nimport re"
    cell = opening + written.partition(opening)[2].partition("```")[0] + "```\n\n"
    lesson.write_text(written.replace(opening, cell + opening), encoding="utf-8")
    notebook = nbformat.reads(page(root), 4)
    MetadataValidator().validate_nb(notebook)
    ids = [cell.id for cell in notebook.cells]
    assert len(ids) == len(set(ids))
    graded = [cell.metadata.nbgrader for cell in notebook.cells if "nbgrader" in cell.metadata]
    grade_ids = [one.grade_id for one in graded]
    assert len(grade_ids) == len(set(grade_ids)) == 5  # the second solution cell is a copy
    assert [(one.grade_id, one.points, one.solution) for one in graded if one.grade] == [
        ("ask-1-1", 2, False),
        ("ask-1-2", 3, False),
        ("ask-1-3", 1, True),
    ]
    assert all(one.locked != one.solution for one in graded)


def test_an_id_stays_when_another_cell_changes(root: Path) -> None:
    before = [cell.id for cell in nbformat.reads(page(root), 4).cells]
    change(root / "lessons" / "01-boats.md", "# Boats", "# Ships")
    after = [cell.id for cell in nbformat.reads(page(root), 4).cells]
    assert [one == other for one, other in zip(before, after, strict=True)].count(False) == 1


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("    ### END SOLUTION\n", ""),
        ("    ### BEGIN SOLUTION\n", ""),
        ("### BEGIN SOLUTION", "### BEGIN SOLUTION "),
        ("### END SOLUTION", "### END SOLUTIONS"),
        ("### BEGIN SOLUTION", "### BEGIN HIDDEN TESTS"),
        ("Guess first.", "### BEGIN SOLUTION\nsecret\n### END SOLUTION"),
    ],
)
def test_a_region_that_would_hand_out_a_solution_stops_the_build(
    root: Path, old: str, new: str
) -> None:
    change(root / "lessons" / "01-boats.md", old, new)
    with pytest.raises(BuildError, match=r"01-boats\.md: '### (BEGIN|END)' is left over"):
        page(root)


def test_exercises_are_asked_in_the_order_of_the_sheet_and_each_once(root: Path) -> None:
    lesson = root / "lessons" / "01-boats.md"
    change(lesson, 'ask("1.1")', "pass")
    with pytest.raises(BuildError) as caught:
        page(root)
    assert str(caught.value) == (
        f"{lesson}: expected the exercises ['1.1', '1.2', '1.3'] in this order, got ['1.2', '1.3']"
    )
    change(lesson, "pass", 'ask("1.3")')
    with pytest.raises(BuildError, match=r"got \['1\.3', '1\.2', '1\.3'\]$"):
        page(root)
    change(lesson, 'ask("1.3")', 'ask("1.9")')
    with pytest.raises(BuildError, match=r"01-boats has no exercise '1\.9'; it has 1\.1, 1\.2"):
        page(root)


def test_a_wrong_sheet_is_said_with_its_line(root: Path) -> None:
    change(root / "exercises" / "01-boats.yaml", "unit:", "unti:")
    with pytest.raises(ContentError, match=r"01-boats\.yaml, line 12: Object contains unknown"):
        page(root)


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("1 / 0", "a cell of the solved notebook stopped: (?s:.*)ZeroDivisionError"),
        ("import sys\nprint('oh', file=sys.stderr)", "a cell wrote to stderr: oh"),
    ],
)
def test_a_solution_that_stops_or_warns_stops_the_build(
    root: Path, cell: str, problem: str
) -> None:
    change(root / "lessons" / "01-boats.md", "import re\n", f"import re\n{cell}\n")
    with pytest.raises(BuildError, match=rf"01-boats\.md: {problem}"):
        list(build(root))
    assert not (root / SOLVED).exists()
