"""What twenty exercises cost to open, now and on an earlier commit, in turns on this machine.

    .venv/bin/python benchmarks/widgets/beside.py fca606c

The earlier commit is cloned, with an environment of its own, into a folder that can be kept for
the next time (`--folder`). Either is measured by its own `test_opening.py`.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median

ROOT = Path(__file__).parents[2]
BUTTONS, EXERCISES = "twenty buttons", "twenty exercises"
NAMES = {
    "test_twenty_are_drawn[buttons-.widget-button]": BUTTONS,
    "test_twenty_are_drawn[exercises-.at-live]": EXERCISES,
}
Seconds = dict[str, list[float]]


def main() -> None:
    """Measure in turns, and print a table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("commit")
    parser.add_argument("--turns", type=int, default=3, help="how often each is measured (3)")
    parser.add_argument("--folder", type=Path, help="where the earlier commit is kept")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        earlier = cloned(arguments.commit, arguments.folder or Path(scratch) / "earlier")
        sides = {arguments.commit: earlier, "now": ROOT}
        took: dict[str, Seconds] = {side: {name: [] for name in NAMES.values()} for side in sides}
        for turn in range(arguments.turns):
            for side, folder in sides.items():
                print(f"turn {turn + 1} of {arguments.turns}: {side}", file=sys.stderr)
                for name, seconds in measured(folder, Path(scratch) / "took.json").items():
                    took[side][name] += seconds
    print("\n".join(table(took)))


def cloned(commit: str, folder: Path) -> Path:
    """A clone of this repository at a commit, with what its tests need."""
    if not folder.exists():
        subprocess.run(["git", "clone", "--quiet", ROOT, folder], check=True)
        subprocess.run(["git", "checkout", "--quiet", commit], cwd=folder, check=True)
    subprocess.run(["make", "--silent", "env"], cwd=folder, check=True, stdout=sys.stderr)
    return folder


def measured(folder: Path, file: Path) -> Seconds:
    """The seconds of each round of the benchmark in a folder."""
    run = [".venv/bin/python", "-m", "pytest", "-q", "benchmarks/widgets/test_opening.py"]
    options = ["--benchmark-only", f"--benchmark-json={file}"]
    subprocess.run([*run, *options], cwd=folder, check=True, stdout=subprocess.DEVNULL)
    found = json.loads(file.read_bytes())["benchmarks"]
    return {NAMES[one["name"]]: one["stats"]["data"] for one in found}


def table(took: dict[str, Seconds]) -> list[str]:
    """One row for each of what was opened, and one for what exercises cost more."""
    rows = [["seconds, median (fastest)", *took], ["---"] * (len(took) + 1)]
    for name in NAMES.values():
        cells = [f"{median(side[name]):.2f} ({min(side[name]):.2f})" for side in took.values()]
        rows.append([name, *cells])
    more = [median(side[EXERCISES]) - median(side[BUTTONS]) for side in took.values()]
    rows.append(["more than buttons", *(f"{one:.2f}" for one in more)])
    return [f"| {' | '.join(row)} |" for row in rows]


if __name__ == "__main__":
    main()
