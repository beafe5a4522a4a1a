"""A room of forty: how long an answer takes from being saved to being on the teacher's page.

    python benchmarks/classroom/room.py --readers 40 --every 2 --seconds 180

Each reader has a store of their own and a seat, and saves another answer every so many seconds;
one looks at the page as an open one does. It prints a table in Markdown, and ends with exit code 1
where an answer is lost or stands under another's name.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.request import urlopen

import psutil

from accordingto.classroom.room.respondents import Respondent, Respondents
from accordingto.exercises import AnswerStore, Sheet
from accordingto.exercises.flow import answered
from accordingto.notebooks.room.asking import CannotJoin
from accordingto.notebooks.room.seat import Seat, join

LESSON, NUMBER = "02-who-says-so", "2.1"
LOOK = 0.7  # seconds, as often as the open page asks
PORT = 8799


class Reader:
    """One who answers; `saved` are the times at which each value was saved."""

    def __init__(self, folder: Path, address: str, code: str) -> None:
        self.store = AnswerStore(folder / f"{LESSON}.json")
        self.seat: Seat = join(self.store, address, code, folder.name, lambda _: None)
        self.saved: list[float] = []

    def answer(self, sheet: Sheet) -> None:
        """Save the next number."""
        value = len(self.saved) + 1
        self.saved.append(time.monotonic())
        question = sheet[NUMBER]
        self.store.change(NUMBER, lambda entry: answered(question, entry, {"value": value}))


def main() -> int:
    """Open a room, fill it, and say how late it was."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--readers", type=int, default=40)
    parser.add_argument("--every", type=float, default=2.0, help="seconds from answer to answer")
    parser.add_argument("--seconds", type=float, default=180.0)
    asked = parser.parse_args()
    sheet = Sheet.of(LESSON)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "room"
        words = ["room", LESSON, "--folder", str(folder), "--host", "127.0.0.1"]
        server = subprocess.Popen(
            [sys.executable, "-m", "accordingto", *words, "--port", str(PORT)],
            stdout=subprocess.PIPE,
            text=True,
        )
        assert server.stdout
        told = [server.stdout.readline() for _ in range(3)]
        address, code = told[0].split('"')[1], told[0].split('"')[3]
        page = told[1].split()[-1].replace("/teacher?", "/teacher/now.js?")
        wait_for(page)
        readers = [
            Reader(Path(place) / f"reader {number}", address, code)
            for number in range(asked.readers)
        ]
        memory = [psutil.Process(server.pid).memory_info().rss / 1e6]
        stop = threading.Event()
        busy = [
            threading.Thread(target=work, args=(one, sheet, asked.every, stop)) for one in readers
        ]
        for thread in busy:
            thread.start()
        looks = watch(page, asked.seconds)
        stop.set()
        for thread in busy:
            thread.join()
        time.sleep(3)
        memory.append(psutil.Process(server.pid).memory_info().rss / 1e6)
        server.terminate()
        server.wait()
        lost = sum(_last(folder, number) != len(one.saved) for number, one in enumerate(readers, 1))
    show(asked, readers, looks, memory, lost)
    return 1 if lost else 0


def work(reader: Reader, sheet: Sheet, every: float, stop: threading.Event) -> None:
    """Answer again and again, not all at the same moment."""
    stop.wait(random.random() * every)
    while not stop.is_set():
        reader.answer(sheet)
        stop.wait(every)
    time.sleep(2)
    reader.seat.leave()


def watch(page: str, seconds: float) -> list[tuple[float, str]]:
    """Look as an open page does: when an answer was there, and the version that it showed."""
    looks, until = [], time.monotonic() + seconds
    while time.monotonic() < until:
        with urlopen(page) as answer:
            said = json.loads(answer.read().decode().strip()[len("classUpdate(...") : -2])
        looks.append((time.monotonic(), said[0]))
        time.sleep(LOOK)
    return looks


def wait_for(page: str) -> None:
    """Wait until the room answers."""
    for _ in range(300):
        try:
            urlopen(page).close()
        except OSError:
            time.sleep(0.1)
        else:
            return
    raise CannotJoin("the room did not open")


def show(
    asked: argparse.Namespace,
    readers: list[Reader],
    looks: list[tuple[float, str]],
    memory: list[float],
    lost: int,
) -> None:
    """The table. An answer counts as seen with the second new version after it was saved.

    The first may have been drawn before it came; so the figures are rather too high than too low.
    """
    changed = [at for n, (at, version) in enumerate(looks) if n and version != looks[n - 1][1]]
    late = sorted(
        [at - saved for at in changed if at > saved][1]
        for one in readers
        for saved in one.saved
        if len(changed) > 1 and saved < changed[-2]
    )
    print("| readers | answers | 95 % seen within, s | all within, s | lost | memory, MB |")
    print("|---:|---:|---:|---:|---:|---|")
    print(
        f"| {asked.readers} | {sum(len(one.saved) for one in readers)} "
        f"| {late[int(0.95 * len(late))]:.1f} | {late[-1]:.1f} | {lost} "
        f"| {memory[0]:.0f}, then {memory[-1]:.0f} |"
    )


def _last(folder: Path, number: int) -> float:
    """The number that the room has last of a reader, under their own name."""
    for one in Respondents(folder, LESSON):
        if isinstance(one, Respondent) and one.name == f"reader-{number:03}":
            return float(one.entries[NUMBER].answer["value"])
    return -1.0


if __name__ == "__main__":
    sys.exit(main())
