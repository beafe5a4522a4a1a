"""The rules of the house that tools can check: style, types, floors, what is never committed."""

from __future__ import annotations

import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
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


def test_the_wheel_carries_the_content(tmp_path: Path) -> None:
    done = run("-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path))
    assert done.returncode == 0, done.stderr
    names = set(zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist())
    wanted = {
        f"accordingto/content/{path.relative_to(ROOT).as_posix()}"
        for path in tracked()
        if path.relative_to(ROOT).parts[0] in {"seeds", "lessons", "exercises", "notebooks"}
    }
    assert len(wanted) > 8
    assert wanted <= names
    assert "accordingto/widgets/exercise.js" in names
