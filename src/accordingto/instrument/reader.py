"""The machine reader: an article in, a Reading out. No model, no download, nothing random."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from msgspec.structs import replace

from accordingto.instrument.chains import CONDUITS, UNDISCLOSED, chained, relayed
from accordingto.instrument.framing import form_of, framing, verb_class
from accordingto.instrument.layers import Layered, layered
from accordingto.instrument.paragraphs import attributions
from accordingto.instrument.people import Cast
from accordingto.instrument.quotation_records import quotation_records
from accordingto.instrument.quotations import led_in, quotations
from accordingto.instrument.reactions import reaction
from accordingto.instrument.rules import RULES
from accordingto.instrument.running import RULE as RUNNING
from accordingto.instrument.running import Told, running
from accordingto.instrument.sentences import sentence_at
from accordingto.instrument.tokens import Line, line, line_around
from accordingto.instrument.withheld import may_withhold, sign
from accordingto.readings.records import Attribution, Link, Reaction, Reading
from accordingto.text import Article, Span

READER = "machine"
WITHHELD = "The name is withheld: “{}”."


def read(article: Article, *, without: frozenset[str] = frozenset()) -> Reading:
    """All that the rules find in an article. `without` names rules to leave out.

    Raises ValueError for a name that no rule has.
    """
    if unknown := without - set(RULES):
        raise ValueError(f"without: no rule is called {sorted(unknown)}; there are {list(RULES)}")
    cast = Cast(article.text)
    found: list[Attribution] = []
    told: list[Told] = []
    reactions: list[Reaction] = []
    quoted = quotations(article)
    for paragraph, here in led_in(article, quoted):
        words = line(article.text, paragraph, here)
        known: dict[int, Attribution] = {}
        withholds = may_withhold(article[paragraph])
        told.append(Told(words, here))
        for number, one in enumerate(layered(words, attributions(words, without))):
            record = _record(words, one, cast, f"A{len(found) + 1:02}", known)
            if withholds and (kept := sign(article.text, record, _sentence_end(words, one))):
                record = replace(record, note=WITHHELD.format(article[kept]))
            known[number] = record
            found.append(record)
            told[-1].found.append(record)
            reacted = reaction(words, one.found, record)
            if reacted and not (reactions and _same(reactions[-1], reacted)):
                reactions.append(reacted)
    if RUNNING not in without:
        found += running(told, len(found))
    records, orphans = quotation_records(article, quoted, found)
    return Reading(
        article=article.id,
        reader=READER,
        quotations=records,
        attributions=(*found, *orphans),
        reactions=tuple(reactions),
    )


def named(article: Article, source: Span) -> Link:
    """Who the words of a source name, as far as the page tells of them; a pronoun stays one."""
    words = line_around(article, source)
    first = bisect_right(words.ends, source.start)
    last = bisect_left(words.starts, source.end)
    if first >= last:
        return Link(name=article[source], type="unnamed person", spans=(source,))
    return Cast(article.text).identified(words, (first, last))


def _sentence_end(words: Line, one: Layered) -> int:
    sentence, first = sentence_at(words, one.found.at)
    return words.ends[first + sentence.end - 1]


def _same(one: Reaction, other: Reaction) -> bool:
    """Whether two come from one cue, which reports in two parts."""
    return one.evidence[:1] == other.evidence[:1]


def _record(
    words: Line, one: Layered, cast: Cast, id: str, known: dict[int, Attribution]
) -> Attribution:
    found = one.found
    source = (words.span(*found.source),) if found.source else ()
    origin, *beside = cast.links(words, found.source) if found.source else (UNDISCLOSED,)
    frame = framing(words, found)
    outer = known.get(one.inside) if one.inside is not None else None
    passed_on: tuple[Link, ...] = tuple(beside)
    evidentials = frame.evidentials
    if one.told_by and one.told_by.source:
        passed_on = cast.links(words, one.told_by.source)
        evidentials = (*evidentials, words.span(*one.told_by.cue))
    elif one.carries is not None and origin and origin.type in CONDUITS:
        inner = one.carries.source
        if inner:
            passed_on, origin = (origin, *beside), cast.link(words, inner)
    elif origin and (told := relayed(words, found.content)):
        passed_on, origin = (origin,), cast.identified(*told)
    return Attribution(
        id=id,
        form=form_of(words, found),
        source=source,
        cue=(words.span(*found.cue),),
        content=tuple(words.span(*piece) for piece in found.content),
        origin=origin,
        conduits=chained(origin, passed_on, bool(frame.evidentials)),
        venue=(words.span(*one.venue),) if one.venue else (),
        evidentials=evidentials,
        hedges=frame.hedges,
        boosters=frame.boosters,
        manner=frame.manner,
        verb_class=verb_class(found),
        embedded_in=outer.id if outer else None,
        rule=found.rule,
    )
