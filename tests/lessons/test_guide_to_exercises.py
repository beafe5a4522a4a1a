"""The authors' page is right: its examples are exercises, and its kind of one's own works."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

import accordingto
from accordingto.content import Content
from accordingto.exercises import Material
from accordingto.exercises.kinds import kind_names, kind_of

GUIDE = (Content.kit().root / "lessons" / "guides" / "exercises.md").read_text(encoding="utf-8")
EXAMPLES: list[dict[str, Any]] = [
    yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", GUIDE, re.S)
]
SEED = Material.of("white-house-israel-iran")


def test_every_kind_has_its_section_and_its_example() -> None:
    assert sorted(example["kind"] for example in EXAMPLES) == [*kind_names()]
    assert sorted(re.findall(r"^### (.+)$", GUIDE, re.M)) == [*kind_names()]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example["kind"])
def test_every_example_is_an_exercise_whose_key_earns_all(example: dict[str, Any]) -> None:
    question: Any = msgspec.convert(example, kind_of(example["kind"]))
    question.check(SEED)
    credit = question.score(question.key(SEED), SEED).credit
    assert credit == (None if example["kind"] in ("free text", "rate", "experiment") else 1.0)


def test_a_kind_of_ones_own_is_three_files_and_no_change_elsewhere(tmp_path: Path) -> None:
    package = Path(accordingto.__file__).parent
    shutil.copytree(package, tmp_path / "src" / "accordingto")
    for folder in ("seeds", "exercises", "lessons"):
        shutil.copytree(Content.kit().root / folder, tmp_path / folder)
    for path, code in re.findall(r"`(src/\S+\.py)`\.\n\n```python\n(.*?)```", GUIDE, re.S):
        assert not (tmp_path / path).exists()
        (tmp_path / path).write_text(code, encoding="utf-8")
    sheet = tmp_path / "exercises" / "00-start-here.yaml"
    more = (
        '\n  - {id: "0.99", kind: true or false, title: T, objective: use, prompt: Iran speaks., '
        "holds: false, why: It is reported., confidence: true}\n"
    )
    sheet.write_text(sheet.read_text(encoding="utf-8").rstrip() + more, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", TRY],
        env={**os.environ, "PYTHONPATH": str(tmp_path / "src")},
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == {
        "credits": [0.0, 1.0],
        "fields": ["choice", "confidence"],
        "still": True,
        "class": [["True", 4], ["False", 1]],
        "released": False,
        "schema": True,
    }


TRY = """
import json
from accordingto.exercises import Sheet
from accordingto.exercises.flow import answered, done, turn
from accordingto.exercises.released import release
from accordingto.exercises.schema import sheet_schema
from accordingto.widgets.state import shape, state
from accordingto.widgets.class_views import tally_of
from accordingto.widgets.static import static_html

sheet = Sheet.of("00-start-here")
question = sheet["0.99"]
material = sheet.material(question)
credits = []
for choice in ("true", "false"):
    entry = done(question, answered(question, None, {"choice": choice}), "check", material)
    credits.append(entry.attempts[-1].credit)
here = turn(question, entry, material)
state(question, here, entry, material)
tally = tally_of(question, material)
for choice in ["true"] * 4 + ["false"]:
    tally.add(question.answer({"choice": choice}))
print(json.dumps({
    "credits": credits,
    "fields": [part["field"] for part in shape(question, material, "s")["parts"]],
    "still": "<dd>false</dd>" in static_html(question, entry, here.outcome, material),
    "class": [[row.reading, row.counts["now"]] for row in tally.rows()],
    "released": "It is reported" in release(sheet, "graded").decode(),
    "schema": "true or false" in sheet_schema(),
}))
"""
