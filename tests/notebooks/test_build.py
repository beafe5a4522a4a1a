import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader.nbgraderformat import MetadataValidator

from accordingto.cli import main
from accordingto.content import Content
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
    return student_page(root / "lessons" / "01-boats.md", Content(root))


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
    assert list(build(Content(root))) == [root / name for name in BUILT]
    once = files(root)
    assert sorted(once) == [
        "01-boats.ipynb",
        "built.json",
        "glossary.ipynb",
        "solutions/01-boats.ipynb",
    ]
    assert drift(Content(root)) == []

    assert list(build(Content(root))) == [root / name for name in BUILT]
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
    printed = {cell.id: "".join(out.get("text", "") for out in cell.outputs) for cell in code}
    assert printed["ask-1-1"].startswith("1.1 How many: Right (2 of 2 points)")
    assert "(3 of 3 points)" in printed["ask-1-2"]
    assert not any(out.output_type == "execute_result" for cell in code for out in cell.outputs)
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
        assert drift(Content(root)) == problems, name
        (root / name).write_bytes(whole)
    points = root / "exercises" / "01-boats.yaml"
    change(points, "points: 2", "points: 4")
    assert drift(Content(root)) == [rebuilt, f"exercises/01-boats.yaml {changed}"]
    change(points, "points: 4", "points: 2")
    assert drift(Content(root)) == []

    (root / SOLVED).rename(root / "notebooks" / "solutions" / "09-old.ipynb")
    assert drift(Content(root)) == [
        "notebooks/solutions/09-old.ipynb has no lesson: delete it",
        f"{SOLVED} is gone since the last build",
        "notebooks/solutions/09-old.ipynb is new since the last build",
    ]
    (root / "notebooks" / "built.json").write_text("<<<<<<< ours\n", encoding="utf-8")
    assert drift(Content(root))[-1] == "notebooks/built.json cannot be read: build again"


def test_what_was_never_built_is_out_of_step(root: Path) -> None:
    assert drift(Content(root)) == [
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
    notebook = nbformat.reads(page(root), 4)
    sources = ["lessons/01-boats.md", "exercises/01-boats.yaml"]
    assert notebook.metadata.accordingto["built from"] == sources
    assert notebook.cells[0].source.startswith("# Boats")  # and no cell that is for authors


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


def test_a_lesson_without_a_sheet_is_said(root: Path) -> None:
    (root / "exercises" / "01-boats.yaml").unlink()
    with pytest.raises(BuildError, match=r"01-boats\.md: there is no exercises/01-boats\.yaml$"):
        page(root)


def test_a_root_that_is_not_there_is_said_and_not_made(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nowhere = root / "nowhere"
    assert main(["build", "--root", str(nowhere)]) == 2
    assert capsys.readouterr().err == f"accordingto build: there is no folder {nowhere}\n"
    assert not nowhere.exists()


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
        list(build(Content(root)))
    assert not (root / SOLVED).exists()


LATER = """\
lesson: 02-more-boats
article: ferry
before: [01-boats/1.1]
objectives: {count: Count quotations}
exercises:
  - id: '2.1'
    kind: number
    title: Once more
    objective: count
    prompt: How many speakers are there?
    value: 2
    unit: speakers
    why: one a paragraph
    otherwise: count again
"""
LATER_PAGE = """\
---
title: More boats
minutes: 5
---
# More boats

```{code-cell} ipython3
from accordingto import lesson, seed

ask = lesson("02-more-boats")
ask.before()
print(len(seed("ferry")[0].paragraphs), "paragraphs")
```

```{code-cell} ipython3
ask("2.1")
```
"""


@pytest.mark.slow
def test_a_root_with_nothing_of_the_package_is_built_by_the_kit_from_a_wheel(
    root: Path, tmp_path: Path
) -> None:
    """Two lessons that only this root has, the second of which begins with one of the first."""
    (root / "exercises" / "02-more-boats.yaml").write_text(LATER, encoding="utf-8")
    (root / "lessons" / "02-more-boats.md").write_text(LATER_PAGE, encoding="utf-8")
    assert not list(root.rglob("accordingto*"))
    environment = installed(tmp_path)

    done = accordingto(["build", "--root", "root"], tmp_path, environment)
    assert (done.returncode, done.stderr) == (0, "")
    notebooks = ("notebooks/02-more-boats.ipynb", "notebooks/solutions/02-more-boats.ipynb")
    expected = [f"built: {name}" for name in (*BUILT[:3], *notebooks, GLOSSARY)]
    assert done.stdout.splitlines() == expected
    told = json.dumps([cell.get("outputs") for cell in cells(root, notebooks[1])])
    assert "1.1 How many: Right" in told  # called back to mind from 01-boats
    assert "2 paragraphs" in told
    done = accordingto(["build", "--root", "root", "--check"], tmp_path, environment)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")

    sheet = root / "exercises" / "02-more-boats.yaml"
    change(sheet, "01-boats/1.1", "01-bots/1.1")
    done = accordingto(["build", "--root", "root", "--check"], tmp_path, environment)
    problem = "line 3: there is no earlier lesson '01-bots'"
    assert done.stderr == f"accordingto build: {sheet}, {problem}\n"


def installed(folder: Path) -> dict[str, str]:
    """An environment in which the kit is found installed from a wheel, in a folder of its own."""
    wheels, kit = folder / "wheels", folder / "kit"
    home = Path(__file__).parents[2]
    python = [sys.executable, "-m"]
    subprocess.run(
        [*python, "hatchling", "build", "-t", "wheel", "-d", str(wheels)],
        cwd=home,
        check=True,
        capture_output=True,
    )
    subprocess.run(
        [
            *python,
            "pip",
            "install",
            "--quiet",
            "--no-deps",
            "--no-index",
            "--target",
            str(kit),
            *map(str, wheels.glob("*.whl")),
        ],
        check=True,
        capture_output=True,
    )
    return {**os.environ, "PYTHONPATH": str(kit)}


def accordingto(
    words: list[str], cwd: Path, environment: dict[str, str]
) -> subprocess.CompletedProcess[str]:
    """The command, run by the kit of the environment, which says where it is."""
    run = "import sys, accordingto.cli as cli; assert 'kit' in cli.__file__; sys.exit(cli.main())"
    return subprocess.run(
        [sys.executable, "-c", run, *words],
        cwd=cwd,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
