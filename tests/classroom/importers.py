"""What the platforms' importers make of a table, restated from their sources; nothing of ours.

Canvas: app/models/gradebook_importer.rb (00b222d, 2025) and process_gradebook_upload.js (0a4d8b8).
Moodle: mod/assign/feedback/offline (806e2d4 and 0bd8f1f, 2025) for the grading worksheet, and
grade/import/csv (ead32c1, 2025) for the import of grades. Blackboard: its help, "Download and
upload grades" (2025), for no source of it is public.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Mapping

Marks = dict[str, float | str | None]  # by what the platform knows a person by; None is no grade


class Refused(ValueError):
    """The whole file is thrown away."""


def canvas(data: bytes, title: str, standing: Mapping[str, float | str | None]) -> Marks:
    """What is posted for an existing assignment, by Canvas's own ID: changes alone."""
    text = data.decode("utf-8-sig")
    lines = text.splitlines()[:3]
    semicolons = {line.count(";") for line in lines}
    few = len(semicolons) == 1 and semicolons.pop() > max(line.count(",") for line in lines)
    head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter=";" if few else ",")
    if len(head) < 4 or "Student" not in head[0] or "ID" not in head[1]:
        raise Refused("not a gradebook")
    if "SIS User ID" in head and head[head.index("SIS User ID") + 1] != "SIS Login ID":
        raise Refused("SIS User ID without SIS Login ID")
    if "Section" not in head[:6]:
        raise Refused("no Section")
    column = head.index(title)
    posted: Marks = {}
    for row in rows:
        if "Points Possible" in row[0] or not row[1].strip():
            continue
        known = str(int(re.match(r"\d*", row[1].strip())[0] or 0))  # type: ignore[index]
        if known not in standing:
            continue
        comes = _of_canvas(row[column])
        if comes != standing[known]:
            posted[known] = comes
    return posted


def moodle_worksheet(data: bytes, standing: Mapping[str, float | None]) -> Marks:
    """What is imported, by the number of the participant; blanks, and zeros, are skipped."""
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    for name in ("Identifier", "Grade", "Last modified (grade)"):
        if name not in head:
            raise Refused(f"no {name}")
    identifier, grade = head.index("Identifier"), head.index("Grade")
    imported: Marks = {}
    for row in rows:
        if not (fit := re.fullmatch(r"Participant (\d+)", row[identifier])):
            continue
        if fit[1] not in standing:
            continue
        number = re.match(r"\s*-?\d*\.?\d*", row[grade])
        value = float(number[0]) if number and number[0].strip(" -.") else 0.0
        if row[grade] and value and value != standing[fit[1]]:
            imported[fit[1]] = value
    return imported


def moodle_grades(data: bytes, column: str, usernames: Collection[str]) -> Marks:
    """What is imported on an English site, by username; one wrong cell refuses all."""
    head, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""))
    at = head.index(column)
    imported: Marks = {}
    for row in rows:
        name = row[head.index("Username")]
        if name not in usernames:
            raise Refused(f"user {name} is unknown")
        cell = row[at].strip()
        if cell in ("", "-"):
            imported[name] = None
        elif re.fullmatch(r"\d+(\.\d+)?", cell):
            imported[name] = float(cell)
        else:
            raise Refused(f"grade {cell}")
    return imported


def blackboard(data: bytes, column: str, standing: Mapping[str, float | None]) -> Marks:
    """What is uploaded to an existing column, by username; a blank leaves what is there."""
    if not data.startswith(b"\xff\xfe"):
        raise Refused("not UTF-16")
    text = data.decode("utf-16")
    head, *rows = csv.reader(io.StringIO(text, newline=""), delimiter="\t")
    if not re.search(r"\|\d+$", column) or column not in head:
        raise Refused("a text column of 0 points would be made")
    uploaded: Marks = {}
    for row in rows:
        name, cell = row[head.index("Username")], row[head.index(column)]
        if name in standing and cell and _number(cell) not in (None, standing[name]):
            uploaded[name] = _number(cell)
    return uploaded


def _of_canvas(cell: str) -> float | str | None:
    if not cell.strip():
        return None
    return "EX" if cell.strip().upper() == "EX" else _number(cell.replace(",", "."))


def _number(cell: str) -> float | None:
    return float(cell) if re.fullmatch(r"-?\d+(\.\d+)?", cell.strip()) else None
