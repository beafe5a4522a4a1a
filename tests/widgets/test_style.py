"""The JavaScript is held to its style and its types by the tools of the trade."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from blank_page import BlankPage
from marking import MARKS

REPO = Path(__file__).parents[2]
BIN = REPO / "node_modules" / ".bin"
SOURCES = "src/accordingto/widgets"


def run(tool: str, *arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """What a tool says. Where it is not installed the test is skipped, and in CI it fails."""
    if not (BIN / tool).exists():
        sentence = f"no {tool} found: `npm install` here brings it"
        if os.environ.get("CI"):
            pytest.fail(sentence)
        pytest.skip(sentence)
    return subprocess.run(
        [BIN / tool, *arguments],
        cwd=REPO,
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )


def test_eslint_finds_nothing() -> None:
    done = run("eslint", "--max-warnings", "0", "src/accordingto")
    assert (done.stdout, done.returncode) == ("", 0)


@pytest.mark.parametrize(
    ("rule", "planted"),
    [
        ("no-undef", "export const name = nobody();\n"),
        ("no-shadow", "const one = 1;\nexport const other = (one) => one;\nother(one);\n"),
        ("no-unused-vars", 'import { h } from "./dom.js";\n'),
    ],
)
def test_eslint_finds_what_is_planted(rule: str, planted: str) -> None:
    place = ["--stdin", "--stdin-filename", f"{SOURCES}/planted.js"]
    done = run("eslint", "--format", "json", *place, given=planted)
    [file] = json.loads(done.stdout)
    assert [found["ruleId"] for found in file["messages"]] == [rule]


def test_node_reads_the_scripts_of_a_jupyterlab_in_this_folder_as_they_are_meant() -> None:
    """Those in `.venv-lab` belong to no package of their own, and so would follow ours."""
    assert "type" not in json.loads((REPO / "package.json").read_bytes())


def test_tsc_finds_nothing() -> None:
    done = run("tsc", "--project", ".")
    assert (done.stdout, done.returncode) == ("", 0)


def test_tsc_finds_what_is_planted(tmp_path: Path) -> None:
    dom = (REPO / SOURCES / "dom.js").as_posix()
    planted = tmp_path / "planted.js"
    planted.write_text(f'import {{ h }} from "{dom}";\nh("input").valeu = "";\n', encoding="utf-8")
    settings = {"extends": (REPO / "tsconfig.json").as_posix(), "include": [planted.as_posix()]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    done = run("tsc", "--project", str(tmp_path))
    assert "planted.js(2,12): error TS2551: Property 'valeu' does not exist" in done.stdout


def test_a_term_of_a_list_has_the_width_that_its_words_need(own_blank: BlankPage) -> None:
    """JupyterLab gives one a fifth of it."""
    own_blank.page.evaluate(
        "document.head.insertAdjacentHTML('afterbegin', '<style>main dt { width: 20% }</style>')"
    )
    keys = own_blank.show(MARKS).locator(".at-keys")
    keys.locator("summary").click()
    assert keys.locator("dt").first.evaluate("(one) => one.clientHeight < 30")
