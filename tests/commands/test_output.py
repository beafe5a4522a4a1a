"""What a command prints arrives where it was sent, also where somebody watches at a terminal."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from accordingto.cli import COMMANDS
from accordingto.content import Content
from accordingto.exercises import AnswerStore, Sheet
from accordingto.exercises.flow import answered
from accordingto.notebooks.copy import start
from kept import instead

ANSWERED = "00-start-here"
LESSON = "04-inside-the-quotation-marks"
ENTERS = "\n" * 9  # to whatever is asked
REPO = Path(__file__).parents[2]
SEED = Content.kit().root / "seeds" / "white-house-israel-iran"


def at_a_terminal(words: Sequence[str], folder: Path, typed: str = "") -> tuple[str, str]:
    """Standard output, which goes to a file, and all that is on the screen meanwhile."""
    screen, terminal = pty.openpty()
    os.write(screen, typed.encode())
    seen = []

    def look() -> None:
        try:
            while piece := os.read(screen, 1 << 16):
                seen.append(piece)
        except OSError:  # Linux's way of saying that the terminal is closed
            pass

    watcher = threading.Thread(target=look)
    watcher.start()
    file = folder / "output"
    with file.open("wb") as output:
        subprocess.run(
            [sys.executable, *words],
            cwd=folder,
            env={**os.environ, "TERM": "xterm", "COLUMNS": "200"},
            stdin=terminal,
            stdout=output,
            stderr=terminal,
            check=False,
        )
    os.close(terminal)
    watcher.join()
    os.close(screen)
    return file.read_text(encoding="utf-8"), b"".join(seen).decode("utf-8")


ARTICLES = [
    ("start kit", "Ready: open"),
    ("progress --from kit", "Go on with 0.1"),
    (f"my-work {ANSWERED} --from kit", "Written: "),
    (f"start-over {ANSWERED} 0.2 --from kit", "Begun anew: exercise 0.2"),
    ("read corpus.jsonl --format jsonl", '{"id":"one"'),
    ("read corpus.jsonl --format jsonld", '"AnnotationPage"'),
    ("read corpus.jsonl", "“No,”"),
    ("evaluate corpus.jsonl corpus.jsonl", "attributions, whole"),
    ("evaluate machine corpus.jsonl", "attributions, whole"),
    ("build --check --root kit", "Run `accordingto build`"),
    ("article page.txt --kit kit --name page", "1 statement"),
    ("lesson page --kit kit", "Lesson 09-page: 2 exercises"),
    ("convert harbour-ferry --to csv --out tables", "harbour-ferry.csv"),
    ("report harbour-ferry --out report.html", "open it in a browser"),
    (f"class kit/notebooks/answers {ANSWERED} --out class.html", "class.html: 1 reader"),
    (f"items kit/notebooks/answers {ANSWERED}", "0 of 1 students answered something."),
    ("learning kit/notebooks/answers", "Nobody has answered"),
    (f"hub for-class {LESSON} --teacher ann --students class.txt", "Written for 2 students"),
    (f"research kit/notebooks/answers {ANSWERED} --to data", "Written: "),
]
COURSE = [  # in this order: each finds what the ones before it have made
    (f"course class {LESSON}", "The course is in"),
    (f"hand-in {LESSON} --name ann --from class/release/{LESSON}", "Not ready yet"),
    (f"collect class {LESSON} ann_{LESSON}.zip", "ann"),
    (f"otherwise class {LESSON}", "0 noted"),
    (f"grade class {LESSON}", "1 partly"),
    (f"regrade class {LESSON} --preview", "Nobody's marks change."),
    (f"double-mark class {LESSON} --write sheet.csv", "No text of"),
    (f"feedback class {LESSON}", "1 written"),
    ("export class --for canvas", "canvas.csv"),
    ("roster class people.csv --yes", "1 new"),
    (f"late class {LESSON} --due 2026-05-04 --yes", "late"),
]
SITE = [(f"site site --cache {REPO / 'build' / 'fetched'}", "The site is in")]


def test_every_command_is_tried_at_a_terminal() -> None:
    served = {"room"}  # until somebody closes it: see the tests of rooms
    assert {words.split()[0] for words, _ in ARTICLES + COURSE + SITE} | served == set(COMMANDS)


@pytest.mark.parametrize(
    "runs",
    [
        pytest.param(ARTICLES, id="articles"),
        pytest.param(COURSE, id="course", marks=pytest.mark.slow),
        pytest.param(SITE, id="site", marks=pytest.mark.slow),
    ],
)
def test_what_a_command_prints_is_in_the_file_it_was_sent_to(
    tmp_path: Path, runs: list[tuple[str, str]]
) -> None:
    line = {"id": "one", "text": "“No,” she said.", "attributions": []}
    (tmp_path / "corpus.jsonl").write_text(f"{json.dumps(line)}\n", encoding="utf-8")
    (tmp_path / "page.txt").write_text("The ferry is late, the mayor said.\n", encoding="utf-8")
    (tmp_path / "class.txt").write_text("bo\ncy\n", encoding="utf-8")
    (tmp_path / "people.csv").write_text("username,email\nbo,bo@example.org\n", encoding="utf-8")
    answers = AnswerStore(tmp_path / "kit" / "notebooks" / "answers" / f"{ANSWERED}.json")
    answers.change("0.2", instead(answered(Sheet.of(ANSWERED)["0.2"], None, {"value": 3})))
    for words, told in runs:
        output, screen = at_a_terminal(["-m", "accordingto", *words.split()], tmp_path, ENTERS)
        assert told in output, words
        assert "\x1b" not in output, words
        assert "0:00:0" not in output, words  # no clock of a progress bar
        assert told not in screen, words


def test_as_a_module_the_command_line_is_the_same() -> None:
    for module in ("accordingto", "accordingto.cli"):
        run = subprocess.run(
            [sys.executable, "-m", module, "read", str(SEED / "article.txt")],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        assert "Kirby" in run.stdout


ASKS = "from accordingto.commands.asking import agreed; print(agreed('Write it?', 'Say --yes.'))"


@pytest.mark.parametrize(
    ("typed", "agreed"), [("y\n", "True"), (" YES\n", "True"), ("\n", "False"), ("\x04", "False")]
)
def test_what_is_asked_is_on_the_screen_and_not_in_the_file(
    tmp_path: Path, typed: str, agreed: str
) -> None:
    output, screen = at_a_terminal(["-c", ASKS], tmp_path, typed)
    assert "Write it? [y/N]" in screen
    assert output.strip() == agreed


def test_what_a_page_does_not_say_is_asked_on_the_screen(tmp_path: Path) -> None:
    start(tmp_path / "kit")
    (tmp_path / "page.txt").write_text("The ferry is late, the mayor said.\n", encoding="utf-8")
    words = "-m accordingto article page.txt --kit kit --name ferry --link https://a.example"
    output, screen = at_a_terminal(words.split(), tmp_path, "The ferry\n\nA. Reporter\n\n")
    assert re.findall(r"(\w[\w ]+) \(Enter if the page does not say\): ", screen) == [
        "Its headline",
        "The outlet that published it",
        "Who wrote it",
        "When it was published",
    ]
    assert "does not say" not in output
    about = (tmp_path / "kit" / "seeds" / "ferry" / "about.yaml").read_text(encoding="utf-8")
    assert "headline: The ferry" in about
    assert "byline: A. Reporter" in about


def test_where_nobody_sits_it_is_said_what_to_say_instead() -> None:
    run = subprocess.run(
        [sys.executable, "-c", ASKS],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=True,
    )
    assert (run.stdout, run.stderr) == ("False\n", "Say --yes.\n")
