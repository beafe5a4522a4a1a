"""What `make lab` sets up: what a student needs, and nothing of a teacher’s or of the tests’."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from real_lab import Lab

REPO = Path(__file__).parents[2]
PYTHON = REPO / ".venv-lab" / "bin" / "python"
# What the kit asks for without any extra, and what that asks for; and what is there.
NEEDED_AND_THERE = """
import importlib.metadata as metadata, json
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
needed, seen, waiting = set(), set(), [("according-to", ())]
while waiting:
    one = waiting.pop()
    needed.add(canonicalize_name(one[0]))
    for line in metadata.requires(one[0]) or ():
        asked = Requirement(line)
        extras = one[1] or ("",)
        if asked.marker is None or any(asked.marker.evaluate({"extra": extra}) for extra in extras):
            more = (canonicalize_name(asked.name), tuple(sorted(asked.extras)))
            if more not in seen:
                seen.add(more)
                waiting.append(more)
there = {canonicalize_name(one.name) for one in metadata.distributions()}
print(json.dumps([sorted(needed), sorted(there)]))
"""


@pytest.fixture(scope="module")
def python() -> str:
    """The Python of the student's environment; without one the test is skipped, and in CI fails."""
    if not PYTHON.exists():
        sentence = "no .venv-lab found: `make student` sets up a student's environment"
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    return str(PYTHON)


@pytest.fixture(scope="module")
def lab(python: str, tmp_path_factory: pytest.TempPathFactory, browser: Browser) -> Iterator[Lab]:
    """A student's JupyterLab on a working copy, both of the student's environment."""
    kit = tmp_path_factory.mktemp("kit")
    subprocess.run([python, "-m", "accordingto", "start", kit], check=True, capture_output=True)
    running = Lab(kit, tmp_path_factory.mktemp("home"), browser, python=python)
    yield running
    running.close()


def test_what_a_student_needs_is_there_and_nothing_else(python: str) -> None:
    done = subprocess.run([python, "-c", NEEDED_AND_THERE], check=True, capture_output=True)
    needed, there = json.loads(done.stdout)
    assert set(there) - set(needed) <= {"pip", "setuptools"}
    assert set(needed) <= set(there)
    assert "nbgrader" not in there


@pytest.mark.slow
def test_a_students_jupyterlab_shows_nothing_of_nbgrader(lab: Lab) -> None:
    page = lab.open("00-start-here.ipynb")
    expect(page.get_by_role("menubar")).to_contain_text("Kernel")
    config = json.loads(page.locator("#jupyter-config-data").text_content() or "")
    names = [one["name"] for one in config["federated_extensions"]]
    assert "anywidget" in names
    assert [name for name in names if "grader" in name] == []
    for sign in ("Nbgrader", "Validate", "Create Assignment", "Assignment List", "Formgrader"):
        expect(page.get_by_text(sign, exact=False)).to_have_count(0)
    commands = page.evaluate("window.jupyterapp.commands.listCommands()")
    assert [name for name in commands if "nbgrader" in name or "validate" in name] == []


@pytest.mark.slow
def test_a_lesson_runs_there_to_its_end(lab: Lab) -> None:
    page = lab.open("00-start-here.ipynb")
    lab.run_all(page)
    expect(page.locator(".at-live").first).to_be_visible()
