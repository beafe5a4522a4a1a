"""The records of a reading: what a reader found in an article.

The expert's reading, the machine's and a student's are the same type. Fields follow the
attribution scheme of PARC 3.0 (Pareti 2016) and PolNeAR (Newell, Margolin and Ruths 2018):
source, cue and content.
"""

from __future__ import annotations

from typing import Annotated, Literal

import msgspec

from accordingto.text import Span

QuotationForm = Literal["direct", "mixed", "orphan", "nested", "title", "scare"]
AttributionForm = Literal["direct", "indirect", "mixed", "summary", "orphan", "refusal", "question"]
SourceType = Literal[
    "named official",
    "named politician",
    "named journalist",
    "named person",
    "party",
    "institution",
    "state",
    "document",
    "outlet",
    "unnamed person",
    "unnamed group",
    "undisclosed",
    "none",
]
VerbClass = Literal["neutral", "illocutionary", "factive", "negated"]
Stance = Literal[
    "support",
    "oppose",
    "praise",
    "criticise",
    "accuse",
    "condemn",
    "urge",
    "refuse",
    "warn",
    "withhold",
    "undetermined",
]
ClaimKind = Literal["event", "analysis", "contested", "assessment", "number"]
Certainty = Literal["certain", "likely", "ambiguous", "style"]
Credit = Annotated[float, msgspec.Meta(ge=0, le=1)]


class Record(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """Anything found: its id is unique in its reading, its note says why it was read so."""

    id: str
    note: str = ""


class Quotation(Record, frozen=True, kw_only=True):
    """Words between quotation marks, the marks included.

    `orphan`: the page names no speaker. `nested`: it stands inside the quotation `inside`.
    `continues` names the quotation that it carries on in a new paragraph.
    """

    span: Span
    form: QuotationForm = "direct"
    speaker: str | None = None
    attribution: str | None = None
    inside: str | None = None
    continues: str | None = None
    closed: bool = True


class Link(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """One hand in a chain: who, of what type, and where the page says so (nowhere: no spans)."""

    name: str
    type: SourceType
    spans: tuple[Span, ...] = ()


class Attribution(Record, frozen=True, kw_only=True):
    """Somebody is said to have said something: source, cue and content.

    `origin` is whose words they are, `conduits` who passed them on, nearest the origin first;
    a link that the page does not disclose has the type "undisclosed". `venue` is where the words
    were spoken (a programme is a venue, not a conduit). An attribution inside the content of
    another names it in `embedded_in`. `rule` is how the machine found it.
    """

    form: AttributionForm
    source: tuple[Span, ...] = ()
    cue: tuple[Span, ...] = ()
    content: tuple[Span, ...] = ()
    origin: Link | None = None
    conduits: tuple[Link, ...] = ()
    venue: tuple[Span, ...] = ()
    evidentials: tuple[Span, ...] = ()
    hedges: tuple[Span, ...] = ()
    boosters: tuple[Span, ...] = ()
    manner: tuple[Span, ...] = ()
    verb_class: VerbClass | None = None
    embedded_in: str | None = None
    answers: str | None = None
    rule: str | None = None


class Reaction(Record, frozen=True, kw_only=True):
    """An actor's stance toward a target, and the words that show it.

    `on_record` says whether a named person or a document stands for it on the page.
    """

    actor: str
    target: str
    stance: Stance
    also: tuple[Stance, ...] = ()
    evidence: tuple[Span, ...] = ()
    on_record: Literal["yes", "no", "unclear"] = "yes"


class Claim(Record, frozen=True, kw_only=True):
    """A statement with no source on the page. `wanted` is what a reader would want to know."""

    span: Span
    kind: ClaimKind
    wanted: str


class Fault(Record, frozen=True, kw_only=True):
    """A wording that looks wrong, and how certain that is."""

    span: Span
    wrong: str
    certainty: Certainty


class Defensible(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One reading of an ambiguous case that a careful person can defend; credit from 0 to 1."""

    answer: str
    credit: Credit
    reason: str


class Case(Record, frozen=True, kw_only=True):
    """A place where careful readers differ. `about` is the id of the record in question."""

    about: str
    question: str
    readings: tuple[Defensible, ...]


class Reading(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True
):
    """All that one reader found in one article."""

    article: str
    reader: str
    quotations: tuple[Quotation, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    reactions: tuple[Reaction, ...] = ()
    claims: tuple[Claim, ...] = ()
    faults: tuple[Fault, ...] = ()
    cases: tuple[Case, ...] = ()
