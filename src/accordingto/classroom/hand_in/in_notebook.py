"""Handing in from a notebook, and one's work in a file: `my_files("04-…")`."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from accordingto.classroom.hand_in.pack import hand_in
from accordingto.notebooks.keeping import NAME, Brought, NotMyWork, bring, kept
from accordingto.notebooks.place import place_of
from accordingto.text.wording import counted, listed
from accordingto.widgets.filebar import FileBar, Told


@dataclass(frozen=True)
class MyFiles:
    """The files beside the notebook of a lesson."""

    folder: Path
    lesson: str

    def hand_in(self, student: str) -> tuple[str, bytes, list[str]]:
        """The zip of `accordingto hand-in`, looked through in the same way."""
        with tempfile.TemporaryDirectory(prefix="accordingto-") as scratch:
            try:
                done = hand_in(self.folder, self.lesson, student=student, into=Path(scratch))
            except (LookupError, ValueError) as problem:
                raise Told(f"Not handed in: {problem}.") from None
            except OSError as problem:
                raise Told(f"Not handed in: {problem.strerror or problem}.") from None
            data = done.path.read_bytes()
        ready = "Not ready yet" if done.sentences else "Ready to hand in"
        lines = [f"{ready}: {done.path.name} is among your downloads."]
        lines += done.sentences
        lines += [f"In it: {taken}." for taken in done.taken]
        if done.empty:
            left = listed([f"{one.id} “{one.title}”" for one in done.empty])
            lines.append(f"Still empty: {left}.")
        return done.path.name, data, lines

    def keep(self) -> tuple[str, bytes, list[str]]:
        """All that is one's own here."""
        try:
            data = kept(self.folder)
        except OSError as problem:
            raise Told(f"Not kept: {problem.strerror or problem}.") from None
        return NAME, data, [f"All your work is in {NAME}, among your downloads."]

    def bring(self, data: bytes) -> list[str]:
        """Put it here, and lose nothing that is here."""
        try:
            return _said(bring(self.folder, data))
        except NotMyWork as problem:
            raise Told(f"Nothing was brought in: {problem}.") from None
        except OSError as problem:
            raise Told(f"Not all was brought in: {problem.strerror or problem}.") from None


def my_files(lesson: str) -> None:
    """Show the bar by which one hands a lesson in, keeps all one's work in a file, or brings it."""
    FileBar(MyFiles(place_of(lesson).folder, lesson)).show()


def _said(brought: Brought) -> list[str]:
    lines = ["Your work is here."]
    if brought.joined:
        lines.append(
            f"Answers of {counted(len(brought.joined), 'notebook')}: where both had one, the later "
            "counts, and the other is among your tries."
        )
    if changed := [*brought.new, *brought.replaced]:
        lines.append(f"Now as you kept them: {listed(changed)}. Close and open what is open.")
    if brought.beside:
        lines.append(f"Put beside what you have here, which is another: {listed(brought.beside)}.")
    return lines
