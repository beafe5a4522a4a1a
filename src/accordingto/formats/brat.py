"""A reading as brat standoff: `NAME.txt` beside `NAME.ann`, with the types in `annotation.conf`.

The format is that of brat's documentation, and of its reader at commit 44ecd82: offsets are code
points, the pieces of one annotation are joined by one blank, and none runs over the end of a
line. Each place is a text-bound annotation; relations hold a record's places together, and a
note on the first of them carries what the record says besides.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from accordingto.formats.pieces import Flat, FormatError, Piece, flattened, gathered
from accordingto.readings import Reading
from accordingto.text import Article, Span

_TYPES = {  # of a text-bound annotation, by layer and first step of the field
    ("quotations", "span"): "Quotation",
    ("attributions", "content"): "Content",
    ("attributions", "cue"): "Cue",
    ("attributions", "source"): "Source",
    ("attributions", "origin"): "Origin",
    ("attributions", "conduits"): "Conduit",
    ("attributions", "venue"): "Venue",
    ("attributions", "evidentials"): "Evidential",
    ("attributions", "hedges"): "Hedge",
    ("attributions", "boosters"): "Booster",
    ("attributions", "manner"): "Manner",
    ("reactions", "evidence"): "Evidence",
    ("claims", "span"): "Claim",
    ("faults", "span"): "Fault",
}
_PLACES = {name: place for place, name in _TYPES.items()}
_MARK = re.compile(r"(T\d+)\t(\S+) (\d+ \d+(?:;\d+ \d+)*)\t.*")
_RELATION = re.compile(r"R\d+\t\S+ \w+:(T\d+) \w+:(T\d+)\s*")
_NOTE = re.compile(r"#\d+\t\S+ (T\d+)\t(.*)")
_BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"  # where brat's reader ends a line
_PART = re.compile(f"[^{_BREAKS}]+")


def configuration() -> str:
    """Return the `annotation.conf` that names the types, for brat's own screen."""
    names = list(_PLACES)
    relations = [f"{name}\tArg1:<ENTITY>, Arg2:<ENTITY>" for name in names]
    return "\n".join(
        ["[entities]", *names, "[relations]", *relations, "[events]", "[attributes]", ""]
    )


def standoff(article: Article, reading: Reading) -> str:
    """Return the text of the `.ann` file; that of the `.txt` file is the article's own.

    A reading without any place has nothing to stand on, and gives an empty file.
    """
    flat = flattened(reading)
    by_field = flat.by_field()
    written = _Written(article)
    for (layer, record), rest in flat.rest.items():
        written.add(layer, record, rest, by_field[layer, record])
    return written.text(reading)


def from_standoff(lines: str, article: Article) -> Reading:
    """Return the reading in the text of an `.ann` file, or what a person marked with its types.

    Places that relations join are one record; others count by their sentence. Raises FormatError.
    """
    marks: dict[str, tuple[str, list[Span]]] = {}
    links: list[tuple[str, str]] = []
    notes: list[dict[str, Any]] = []
    for number, line in enumerate(lines.split("\n"), 1):
        if found := _MARK.fullmatch(line):
            marks[found[1]] = (found[2], _whole(found[3], article, number))
        elif found := _RELATION.fullmatch(line):
            links.append((found[1], found[2]))
        elif (found := _NOTE.fullmatch(line)) and (note := _ours(found[2])):
            notes.append(note)
        elif line.startswith("T"):
            raise FormatError(f"line {number}: expected `T1, tab, Type 0 7, tab, words`: {line!r}")
    return gathered(_flat(article, marks, links, notes), article)


class _Written:
    """The lines of an `.ann` file while it grows."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._lines: list[str] = []
        self._marks = self._relations = self._notes = 0
        self._order: list[tuple[str, str]] = []
        self._elsewhere: list[dict[str, Any]] = []

    def add(
        self, layer: str, record: str, rest: dict[str, Any], places: dict[str, list[Span]]
    ) -> None:
        """Add a record: its places, the relations between them, and a note with the rest."""
        self._order.append((layer, record))
        about: dict[str, Any] = {"layer": layer, "record": record, "rest": rest}
        fields: dict[str, str] = {}
        unmarked: list[tuple[str, int, int]] = []
        for field, spans in places.items():
            if all(_fits(self._article[span]) for span in spans):
                fields |= {self._mark(layer, field, run): field for run in self._runs(spans)}
            else:  # an empty place, or one that begins with the end of a line
                unmarked += [(field, span.start, span.end) for span in spans]
        about |= {"marks": fields, "unmarked": unmarked}
        if not fields:
            self._elsewhere.append(about)
            return
        first, *others = fields
        for mark in others:
            self._relations += 1
            kind = _TYPES[layer, fields[mark].partition(".")[0]]
            self._lines.append(f"R{self._relations}\t{kind} Arg1:{first} Arg2:{mark}")
        self._note(first, about)

    def text(self, reading: Reading) -> str:
        """Return the lines, with what is about no place on the first mark."""
        if self._marks:
            head = {"article": reading.article, "reader": reading.reader}
            self._note("T1", {**head, "order": self._order, "elsewhere": self._elsewhere})
        return "".join(f"{line}\n" for line in self._lines)

    def _mark(self, layer: str, field: str, run: list[Span]) -> str:
        self._marks += 1
        parts = [part for span in run for part in _parts(self._article, span)]
        places = ";".join(f"{part.start} {part.end}" for part in parts)
        words = " ".join(self._article[part] for part in parts)
        kind = _TYPES[layer, field.partition(".")[0]]
        self._lines.append(f"T{self._marks}\t{kind} {places}\t{words}")
        return f"T{self._marks}"

    def _note(self, mark: str, note: dict[str, Any]) -> None:
        self._notes += 1
        written = json.dumps(note, ensure_ascii=True)  # no line ends inside
        self._lines.append(f"#{self._notes}\tAnnotatorNotes {mark}\t{written}")

    def _runs(self, spans: list[Span]) -> Iterator[list[Span]]:
        """Part places where one mark would not show them: out of order, or met at a line's end."""
        run: list[Span] = []
        for span in spans:
            if run and (
                span.start < run[-1].end
                or not self._article.text[run[-1].end : span.start].strip(_BREAKS)
            ):
                yield run
                run = []
            run.append(span)
        yield run


def _fits(words: str) -> bool:
    return bool(words) and words[0] not in _BREAKS and words[-1] not in _BREAKS


def _parts(article: Article, span: Span) -> Iterator[Span]:
    """The pieces of a place that stand on one line each."""
    for part in _PART.finditer(article.text, span.start, span.end):
        yield Span(*part.span())


def _whole(places: str, article: Article, number: int) -> list[Span]:
    """Return the places of a mark, those joined again that only the end of a line parts."""
    whole: list[Span] = []
    for place in places.split(";"):
        start, end = map(int, place.split())
        if not start < end <= len(article.text):
            raise FormatError(
                f"line {number}: the mark {start} {end} is not in the text, "
                f"which has {len(article.text)} characters"
            )
        if whole and start > whole[-1].end:
            between = article.text[whole[-1].end : start]
            if not between.strip(_BREAKS):
                start = whole.pop().start
        whole.append(Span(start, end))
    return whole


def _ours(written: str) -> dict[str, Any] | None:
    """Return a note that this module wrote; None for a person's."""
    try:
        note = json.loads(written)
    except ValueError:
        return None
    return note if isinstance(note, dict) and ("layer" in note or "reader" in note) else None


def _flat(
    article: Article,
    marks: dict[str, tuple[str, list[Span]]],
    links: list[tuple[str, str]],
    notes: list[dict[str, Any]],
) -> Flat:
    head = next((note for note in notes if "reader" in note), {})
    records = [note for note in notes if "layer" in note]
    records += head.get("elsewhere", [])
    order = {tuple(key): at for at, key in enumerate(head.get("order", []))}
    records.sort(key=lambda note: order.get((note["layer"], note["record"]), len(order)))
    rest = {(note["layer"], note["record"]): note["rest"] for note in records}
    owners = {mark: note["record"] for note in records for mark in note["marks"]}
    fields = {mark: field for note in records for mark, field in note["marks"].items()}
    _spread(owners, links)
    pieces = [
        Piece(note["layer"], note["record"], field, Span(start, end))
        for note in records
        for field, start, end in note["unmarked"]
    ]
    for mark, (kind, spans) in marks.items():
        if kind not in _PLACES:
            raise FormatError(f"{mark}: no type is called {kind!r}; there are {', '.join(_PLACES)}")
        layer, field = _PLACES[kind]
        field = fields.get(mark, field)
        pieces += [Piece(layer, owners.get(mark, ""), field, span) for span in spans]
    return Flat(head.get("article", article.id), head.get("reader", "tool"), tuple(pieces), rest)


def _spread(owners: dict[str, str], links: list[tuple[str, str]]) -> None:
    """Give linked marks one record: that of the one which has one, else a new one."""
    for one, other in links * 2:  # a chain of relations may come in any order
        name = owners.get(one) or owners.get(other) or f"L{one[1:]}"
        owners[one] = owners.setdefault(other, name)
