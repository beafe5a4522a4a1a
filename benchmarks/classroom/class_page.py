"""`accordingto class`: how long a page takes, and how much memory, by the number of answer files.

    python benchmarks/classroom/class_page.py --readers 1000 5000 20000

The readers are the kit's simulated ones, with answers to all exercises of a lesson. The command
runs on one core, in a process of its own; it prints a table in Markdown, and ends with exit code 1
where 1,000 files take more than 5 seconds of that core, or where memory grows with the class.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "tests"))
from accordingto.exercises import Sheet
from classroom.room.classes import Simulated

LESSON = "02-who-says-so"
MOST_SECONDS, MOST_GROWTH = 5.0, 40  # for 1,000 files, and megabytes from the least to the most
PROGRAM = """
import os, resource, sys
if hasattr(os, "sched_setaffinity"):
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
from accordingto.cli import main
code = main(sys.argv[1:])
used = resource.getrusage(resource.RUSAGE_SELF)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
sys.exit(code)
"""


@dataclass(frozen=True)
class Took:
    """Seconds on the wall and of the processor, and the most megabytes held at once."""

    readers: int
    wall: float
    processor: float
    memory: float


def main() -> int:
    """Write a class of each size, draw its page, and print a row."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--readers", type=int, nargs="+", default=[1000, 5000, 20_000])
    print("| files | seconds | of the processor | ms a file | MB |")
    print("|---|---|---|---|---|")
    rows = [drawn(readers) for readers in parser.parse_args().readers]
    slow = [one for one in rows if one.readers <= 1000 and one.processor > MOST_SECONDS]
    grown = max(one.memory for one in rows) - min(one.memory for one in rows)
    return 1 if slow or grown > MOST_GROWTH else 0


def drawn(readers: int) -> Took:
    """Draw the page of a class of that size."""
    with tempfile.TemporaryDirectory() as place:
        folder = Simulated(Sheet.of(LESSON)).write(Path(place) / "class", readers)
        begun = time.perf_counter()
        words = ["class", str(folder), LESSON, "--out", str(Path(place) / "page.html")]
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, *words], capture_output=True, text=True, check=True
        )
        wall = time.perf_counter() - begun
    processor, memory = map(float, done.stdout.split()[-2:])
    each = 1000 * processor / readers
    print(f"| {readers:,} | {wall:.1f} | {processor:.1f} | {each:.2f} | {memory:.0f} |", flush=True)
    return Took(readers, wall, processor, memory)


if __name__ == "__main__":
    sys.exit(main())
