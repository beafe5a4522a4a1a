"""`accordingto grade` against `nbgrader autograde`: the same class, the same scores, how long.

    python benchmarks/classroom/grading.py --students 12 100 --more 1000

A class is generated from a fixed seed: right, half right and missing answers, texts, and code
that is right, naive, untouched or broken. All of it is honest. It prints a table in Markdown, and
ends with exit code 1 where the two give anybody different scores.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import msgspec
import psutil
from nbgrader.api import Gradebook

from accordingto.classroom.course import Course
from accordingto.classroom.hand_out.making import make
from accordingto.exercises import AnswerError, AnswerStore, Question, Sheet
from accordingto.exercises.flow import answered

LOOK = 0.2  # seconds from one look at the processes to the next
LESSON = "04-inside-the-quotation-marks"
CODE = (
    'return [q for line in text.splitlines() for q in re.findall("“[^”]*(?:”|$)", line)]',
    'return re.findall("“[^”]*”", text)',
    "return []",
    "return text.undefined",
)
TEXTS = ("Both men judge.", "The word carries the judgment.\nI keep it in marks.", "")


def main() -> int:
    """Grade each class in both ways, then a larger one in ours."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--students", type=int, nargs="+", default=[12, 100])
    parser.add_argument("--more", type=int, default=0, help="a larger class, graded by ours only")
    arguments = parser.parse_args()
    different = sum(both(students) for students in arguments.students)
    if arguments.more:
        with tempfile.TemporaryDirectory() as place:
            larger = make(Path(place) / "larger", [LESSON])
            fill(larger, arguments.more)
            show(arguments.more, "accordingto grade", ours(larger), None)
    print(f"\nScores that differ: {different} of {sum(arguments.students)} students.")
    return 1 if different else 0


def both(students: int) -> int:
    """Grade one class by each, one after the other. Returns how many students' scores differ."""
    with tempfile.TemporaryDirectory() as place:
        course = make(Path(place) / "course", [LESSON])
        fill(course, students)
        took = ours(course)
        mine = scores(course)
        theirs = timed("nbgrader", "autograde", LESSON, "--force", course=course)
        show(students, "nbgrader autograde", theirs, theirs)
        show(students, "accordingto grade", took, theirs)
        return sum(mine[one] != given for one, given in scores(course).items())


def ours(course: Course) -> Took:
    """How long `accordingto grade` takes with what it takes by default."""
    return timed("accordingto.cli", "grade", str(course.root), LESSON, course=course)


@dataclass(frozen=True)
class Took:
    """Seconds on the wall, and megabytes of all processes together.

    `load` is how many processes wanted a processor on average meanwhile, these among them.
    """

    seconds: float
    memory: float
    load: float


def fill(course: Course, students: int) -> None:
    """Hand in for everybody; the same seed gives the same class."""
    draw, sheet = random.Random(4), Sheet.of(LESSON)
    page = json.loads(course.released(LESSON).read_bytes())
    cell = next(one for one in page["cells"] if "def find_quotations" in "".join(one["source"]))
    for number in range(students):
        folder = course.root / "submitted" / f"s{number:04}" / LESSON
        folder.mkdir(parents=True)
        cell["source"] = f"import re\n\ndef find_quotations(text):\n    {draw.choice(CODE)}\n"
        (folder / f"{LESSON}.ipynb").write_text(json.dumps(page), encoding="utf-8")
        store = AnswerStore(folder / "answers" / f"{LESSON}.json")
        for question in sheet:
            if question.kind != "code" and (draw.random() < 0.9 or question.id == "4.1"):
                entry = answered(question, None, given(question, sheet, draw))
                store.change(question.id, lambda _, entry=entry: entry)


def given(question: Question[Any], sheet: Sheet, draw: random.Random) -> dict[str, Any]:
    """The key, or something like it that is worth less."""
    key: dict[str, Any] = msgspec.to_builtins(question.key(sheet.material(question)))
    if "text" in key:
        return {"text": draw.choice(TEXTS)}
    if draw.random() < 0.5:
        return key
    other = {name: less(value, question, draw) for name, value in key.items()}
    try:
        question.answer(other)
    except AnswerError:
        return key
    return other


def less(value: Any, question: Question[Any], draw: random.Random) -> Any:
    """A part of a list or of a table, another option, another number."""
    if isinstance(value, list):
        return [one for one in value if draw.random() < 0.7]
    if isinstance(value, dict):
        return {name: inner for name, inner in value.items() if draw.random() < 0.7}
    if isinstance(value, str) and (options := getattr(question, "options", ())):
        return draw.choice(options).value
    return value + draw.choice((-15, 1, 40)) if isinstance(value, int | float) else value


def timed(module: str, *words: str, course: Course) -> Took:
    """Run a command in the folder of the course and wait for it.

    What it is made of is compiled, as an ordinary installation has it.
    """
    scripts = Path(sys.executable).parent
    program = f"import sys; from {module} import main; sys.exit(main(sys.argv[1:]))"
    command = ["-c", program] if module == "accordingto.cli" else ["-m", module]
    environment = {**os.environ, "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    begun = time.perf_counter()
    running = psutil.Popen(
        [sys.executable, *command, *words],
        cwd=course.root,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    most, loads = 0.0, []
    while running.poll() is None:
        most = max(most, held(running))
        loads.append(os.getloadavg()[0])
        time.sleep(LOOK)
    seconds = time.perf_counter() - begun
    return Took(seconds, most, sum(loads) / len(loads))


def held(running: psutil.Process) -> float:
    """Megabytes that a process and all that it started hold; what they share counts once."""
    total = 0.0
    for one in [running, *running.children(recursive=True)]:
        try:
            total += one.memory_full_info().pss / 1024**2
        except psutil.Error:  # it ended just now
            continue
    return total


def scores(course: Course) -> dict[str, dict[str, tuple[float | None, bool]]]:
    """Every cell's score, and whether it waits for a person, by student; then a clean table."""
    found = {}
    with Gradebook(course.database) as book:
        for student in [one.id for one in book.students]:
            notebook = book.find_submission_notebook(LESSON, LESSON, student)
            found[student] = {
                grade.name: (
                    None if grade.auto_score is None else round(grade.auto_score, 4),
                    grade.needs_manual_grade,
                )
                for grade in notebook.grades
            }
    shutil.rmtree(course.root / "autograded")
    return found


def show(students: int, name: str, took: Took, against: Took | None) -> None:
    """A row of the table."""
    cells = [
        str(students),
        name,
        f"{took.seconds:.1f}",
        f"{1000 * took.seconds / students:.0f}",
        f"{against.seconds / took.seconds:.1f} ×" if against else "",
        f"{took.memory:.0f}",
        f"{took.load:.1f}",
    ]
    print("| " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    sys.exit(main())
