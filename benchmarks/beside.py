"""Benchmarks of the browser, here and at an earlier commit, one after the other on one machine.

`python benchmarks/beside.py fca606c` prints the medians of both. The earlier commit is cloned into
a temporary folder, or into that of `--clone`, where a second run finds it with its environment.
Each is measured in turn, so that what else the machine does meets both, and in the same browser:
an earlier commit that looks for `chromium` finds the one that is taken here.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path
from statistics import median

REPO = Path(__file__).parents[1]
sys.path.insert(0, str(REPO / "tests"))
from conftest import chromium_path  # noqa: E402

MEASURED = [f"benchmarks/widgets/test_{what}.py" for what in ("saving", "redraw", "opening")]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("commit")
    parser.add_argument("--clone", type=Path, help="where the clone is, or shall be")
    parser.add_argument("--turns", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        before = cloned(asked.commit, asked.clone or Path(folder) / "before")
        found: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
        for turn in range(asked.turns):
            for name, place in ((asked.commit, before), ("here", REPO)):
                print(f"turn {turn + 1} of {asked.turns}: {name}", file=sys.stderr)
                for test, seconds in medians(place, Path(folder) / "told.json").items():
                    found[test][name].append(seconds)
    for test, by_place in found.items():
        told = ", ".join(
            f"{name} {1000 * median(times):.1f} ms" for name, times in by_place.items()
        )
        print(f"{test}: {told}")
    return 0


def cloned(commit: str, folder: Path) -> Path:
    """Return a clone at that commit, with its environment."""
    if not folder.exists():
        subprocess.run(["git", "clone", "--quiet", REPO, folder], check=True)
    subprocess.run(["git", "-C", folder, "checkout", "--quiet", commit], check=True)
    subprocess.run(["make", "--silent", "-C", folder, "env"], check=True, stdout=sys.stderr)
    return folder


def medians(place: Path, told: Path) -> dict[str, float]:
    """Return the median of each benchmark of a checkout, in seconds."""
    path = chromium_path()
    if path is None:
        raise SystemExit("no Chromium found: install it (apt-get install chromium)")
    link = told.with_name("chromium")
    link.unlink(missing_ok=True)
    link.symlink_to(path)
    python = place / ".venv" / "bin" / "python"
    options = ["-q", "--benchmark-only", f"--benchmark-json={told}"]
    subprocess.run(
        [python, "-m", "pytest", *MEASURED, *options],
        cwd=place,
        env={**os.environ, "PATH": f"{link.parent}{os.pathsep}{os.environ['PATH']}"},
        check=True,
        stdout=sys.stderr,
    )
    benchmarks = json.loads(told.read_bytes())["benchmarks"]
    return {one["name"]: one["stats"]["median"] for one in benchmarks}


if __name__ == "__main__":
    sys.exit(main())
