"""A reading as UIMA CAS XMI, which INCEpTION imports, with the type system beside it.

The kit's own types: a Mark is one place and says of which layer, record and field; a Record
carries what a record says besides. In the file positions are UTF-16 code units; dkpro-cassis
converts them, and here they are code points.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import msgspec

from accordingto.formats.pieces import Flat, FormatError, Piece, flattened, gathered
from accordingto.readings import Reading
from accordingto.text import Article, Span

if TYPE_CHECKING:
    from cassis import Cas, TypeSystem

MARK, RECORD = "org.accordingto.Mark", "org.accordingto.Record"
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def type_system() -> TypeSystem:
    """Return the types; `type_system().to_xml()` is the file beside the XMI."""
    from cassis import TypeSystem

    types = TypeSystem()
    mark = types.create_type(MARK, "uima.tcas.Annotation", "One place of a record.")
    record = types.create_type(RECORD, "uima.cas.TOP", "What a record says besides its places.")
    for kind, features in ((mark, ("layer", "record", "field")), (record, ("layer", "note"))):
        for feature in features:
            types.create_feature(kind, feature, "uima.cas.String")
    return types


def to_xmi(article: Article, reading: Reading) -> str:
    """Return the XMI. Raises FormatError for a text with signs that XML cannot hold."""
    from cassis import Cas

    if found := _NOT_XML.search(article.text):
        raise FormatError(
            f"{article.id}: XML cannot hold the sign U+{ord(found[0]):04X} at {found.start()}"
        )
    flat, types = flattened(reading), type_system()
    cas = Cas(typesystem=types, sofa_string=article.text, sofa_mime="text/plain")
    mark, record = types.get_type(MARK), types.get_type(RECORD)
    head = {"article": reading.article, "reader": reading.reader}
    cas.add(record(layer="reading", note=_noted(head)))
    for (layer, _), rest in flat.rest.items():
        cas.add(record(layer=layer, note=_noted(rest)))
    for place in flat.pieces:
        said = {"layer": place.layer, "record": place.record, "field": place.field}
        cas.add(mark(begin=place.span.start, end=place.span.end, **said))
    return str(cas.to_xmi())


def from_xmi(data: bytes, article: Article) -> Reading:
    """Return the reading in an XMI file of the same text. Raises FormatError.

    Marks that a person made need `layer` and `field`; without a `record` they count by sentence.
    """
    cas = _loaded(data)
    if cas.sofa_string != article.text:
        raise FormatError(f"{article.id}: the file is about another text")
    head: dict[str, Any] = {}
    rest: dict[tuple[str, str], dict[str, Any]] = {}
    for record in sorted(cas.select(RECORD), key=lambda one: one.xmiID):
        note = _read(record.note)
        if record.layer == "reading":
            head = note
        else:
            rest[record.layer, note.get("id", "")] = note
    pieces = tuple(
        Piece(
            one.layer or "attributions", one.record or "", one.field or "", Span(one.begin, one.end)
        )
        for one in sorted(cas.select(MARK), key=lambda one: one.xmiID)
    )
    named = head.get("article", article.id), head.get("reader", "tool")
    return gathered(Flat(*named, pieces, rest), article)


def _loaded(data: bytes) -> Cas:
    from cassis import load_cas_from_xmi

    try:
        return load_cas_from_xmi(io.BytesIO(data), typesystem=type_system(), lenient=True)
    except Exception as error:  # of lxml and of cassis: many kinds, one meaning
        raise FormatError(f"not CAS XMI: {error}") from None


def _noted(data: dict[str, Any]) -> str:
    return msgspec.json.encode(data).decode()


def _read(note: str | None) -> dict[str, Any]:
    try:
        return msgspec.json.decode(note or "", type=dict[str, Any])
    except (msgspec.DecodeError, msgspec.ValidationError) as error:
        raise FormatError(f"a record's note cannot be read: {error}") from None
