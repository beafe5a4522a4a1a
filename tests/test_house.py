"""The rules of the house that tools can check: style, types, floors, what is never committed."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "accordingto"
HEAVY = {"nltk", "numpy", "matplotlib", "IPython"}


def run(*words: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], cwd=cwd, capture_output=True, text=True)


def tracked() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.splitlines() if (ROOT / name).is_file()]


@pytest.mark.parametrize(
    "command",
    [
        ["-m", "ruff", "check"],
        ["-m", "ruff", "format", "--check"],
        ["-m", "mypy"],
        ["-c", "from importlinter.cli import lint_imports_command as lint; lint()"],
    ],
    ids=["style", "format", "types", "floors"],
)
def test_the_code_keeps_the_rules(command: list[str]) -> None:
    done = run(*command)
    assert done.returncode == 0, done.stdout + done.stderr


def test_importing_the_kit_imports_nothing_heavy() -> None:
    done = run("-X", "importtime", "-c", "import accordingto")
    assert done.returncode == 0
    imported = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in done.stderr.splitlines()}
    assert "accordingto" in imported
    assert not imported & HEAVY


def test_no_tracked_file_names_a_package_index_or_a_home_on_some_machine() -> None:
    suspicious = re.compile(
        r"--(?:extra-)?index-url|--find-links|/(?:root|home)/\w|files\.python"
        + r"hosted|registry\.npm"
        + "js"
    )
    found = [
        f"{path.relative_to(ROOT)}: {match[0]}"
        for path in tracked()
        if path != Path(__file__)
        and (match := suspicious.search(path.read_text(encoding="utf-8", errors="replace")))
    ]
    assert found == []


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A clone of the kit as it stands, with everything in it noted by git."""
    folder = tmp_path / "clone"
    for path in tracked():
        copied = folder / path.relative_to(ROOT)
        copied.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, copied)
    for command in (["git", "init", "--quiet"], ["git", "add", "--all"]):
        subprocess.run(command, cwd=folder, check=True)
    return folder


def test_the_wheel_carries_the_content_and_nobodys_answers(clone: Path, tmp_path: Path) -> None:
    content = ("seeds", "lessons", "exercises", "notebooks")
    wanted = {
        f"accordingto/content/{path.relative_to(clone).as_posix()}"
        for folder in content
        for path in (clone / folder).rglob("*")
        if path.is_file()
    }
    for left_over in ("answers/00.json", ".ipynb_checkpoints/00-checkpoint.ipynb"):
        path = clone / "notebooks" / left_over
        path.parent.mkdir()
        path.write_text("{}", encoding="utf-8")
    done = run("-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path), cwd=clone)
    assert done.returncode == 0, done.stderr
    names = set(zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist())
    assert len(wanted) > 8
    assert {name for name in names if name.startswith("accordingto/content/")} == wanted
    assert "accordingto/widgets/exercise.js" in names
    assert any(name.endswith("labconfig/default_setting_overrides.json") for name in names)


def test_work_in_a_copy_leaves_the_clone_clean(clone: Path) -> None:
    """Start in the clone, run and save a notebook there, and git sees nothing."""
    environment = {**os.environ, "PYTHONPATH": str(clone / "src")}
    notebooks = clone / "my-kit" / "notebooks"
    convert = ["-m", "nbconvert", "--to", "notebook", "--execute", "--inplace"]
    for words, cwd in (
        (["-c", "from accordingto.cli import main; main(['start', 'my-kit'])"], clone),
        ([*convert, "00-start-here.ipynb"], notebooks),
    ):
        subprocess.run(
            [sys.executable, *words], cwd=cwd, env=environment, check=True, capture_output=True
        )
    saved = (notebooks / "00-start-here.ipynb").read_text(encoding="utf-8")
    assert saved != (clone / "notebooks" / "00-start-here.ipynb").read_text(encoding="utf-8")
    seen = subprocess.run(
        ["git", "status", "--porcelain"], cwd=clone, capture_output=True, text=True, check=True
    )
    assert not [line for line in seen.stdout.splitlines() if not line.startswith("A  ")]


LONGEST_FUNCTION, LONGEST_MODULE = 40, 300  # lines; who reads one has it whole on the screen
FUNCTION = ast.FunctionDef | ast.AsyncFunctionDef


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """The functions of a file, each with the number of its lines, decorators left out."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, FUNCTION):
            yield node.name, (node.end_lineno or 0) - node.lineno + 1


def test_nothing_is_too_long_to_be_read_at_once() -> None:
    """A function that draws a figure is one list of what is drawn, and may be longer."""
    modules = [path for path in tracked() if SOURCE in path.parents and path.suffix == ".py"]
    assert len(modules) > 100
    long = [
        f"{path.relative_to(SOURCE)}: {name}, {lines} lines"
        for path in modules
        for name, lines in functions(path)
        if lines > LONGEST_FUNCTION and not (path.parent.name == "charts" and name == path.stem)
    ]
    long += [
        f"{path.relative_to(SOURCE)}: {lines} lines"
        for path in modules
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) > LONGEST_MODULE
    ]
    assert long == []


def test_every_folder_says_what_is_in_it_and_what_is_not() -> None:
    folders = {path.parent for path in tracked() if SOURCE in path.parents and path.suffix == ".py"}
    short = []
    for folder in folders:
        page = ast.parse((folder / "__init__.py").read_text(encoding="utf-8"))
        if len(re.findall(r"\.(?=\s|$)", ast.get_docstring(page) or "")) < 2:
            short.append(folder.name)
    assert short == []
