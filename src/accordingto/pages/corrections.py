"""The log of corrections: what a person kept, changed, removed and added, computed from both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple, TypeVar

from accordingto.pages.reported import reporting
from accordingto.readings import Attribution, Link, Reaction, Reading
from accordingto.text import Article, Span
from accordingto.text.wording import counted, listed

What = Literal["kept", "changed", "removed", "added"]
Found = TypeVar("Found", Attribution, Reaction)
KINDS: tuple[What, ...] = ("kept", "changed", "removed", "added")
REACTION = "reaction"
_FIELDS = {  # of a statement, as the log calls them
    "source": "source",
    "cue": "cue",
    "content": "content",
    "form": "form",
    "origin": "speaker",
    "conduits": "chain of hands",
    "verb_class": "class of the cue",
    "venue": "venue",
    "evidentials": "way of knowing",
}
ERRORS = {  # what a correction says that the machine did wrong: by the first of its fields, or else
    "source": "wrong sources",
    "cue": "wrong cues",
    "content": "wrong first or last words of what was said",
    "form": "wrong forms",
    "speaker": "words given to the wrong person",
    "kind of source": "wrong kinds of source",
    "chain of hands": "wrong chains of hands",
    "class of the cue": "wrong classes of the cue",
    "venue": "wrong venues",
    "way of knowing": "wrong ways of knowing",
    "removed": "findings that are no statement",
    "added": "statements that it missed",
    REACTION: "wrong or missed reactions",
}


class Correction(NamedTuple):
    """One statement or reaction in the log; `rule` found it, `fields` are what was changed of it.

    `form` is the machine's, or that of a statement that it missed, or "reaction". `ids` are those
    of the record in the draft and in the corrected reading; "" where it is in one alone.
    """

    what: What
    paragraph: int
    words: str
    form: str = ""
    rule: str = ""
    fields: tuple[str, ...] = ()
    ids: tuple[str, str] = ("", "")

    @property
    def error(self) -> str:
        """What the machine did wrong, as a key of `ERRORS`; "" for what was kept."""
        if self.what == "kept":
            return ""
        return REACTION if self.form == REACTION else next(iter(self.fields), self.what)


def corrections(
    article: Article,
    draft: Reading,
    corrected: Reading,
    unseen: Collection[str] = frozenset(),
) -> tuple[Correction, ...]:
    """Return the log, in the order of the page. What is which is known by the words they share.

    A reaction goes with the statement that reports it: where that was removed, or has another
    speaker now, the statement alone counts. `unseen` are the ids of what in the corrected reading
    nobody has looked at: it is no part of the log.
    """
    before, after = _statements(draft), _statements(corrected)
    same = _pairs(before, after, _of_statement, _changed)
    left = {before[at].id: after[other] for at, other in same.items()}
    log = list(_entries(article, before, after, same, _changed, unseen))
    log += _of_reactions(article, draft, corrected, left, unseen)
    return tuple(correction for _, correction in sorted(log, key=lambda pair: pair[0]))


def _entries(
    article: Article,
    before: Sequence[Found],
    after: Sequence[Found],
    same: dict[int, int],
    changed: Callable[[Found, Found], Iterator[str]],
    unseen: Collection[str],
) -> Iterator[tuple[Span, Correction]]:
    """Yield what became of records, of which those at the places of `same` are the same ones."""
    for at, one in enumerate(before):
        if at not in same:
            yield _entry(article, "removed", one, None)
        elif (now := after[same[at]]).id not in unseen:
            fields = tuple(changed(one, now))
            yield _entry(article, "changed" if fields else "kept", one, now, fields)
    for at, now in enumerate(after):
        if at not in same.values() and now.id not in unseen:
            yield _entry(article, "added", None, now)


def _of_reactions(
    article: Article,
    draft: Reading,
    corrected: Reading,
    left: dict[str, Attribution],
    unseen: Collection[str],
) -> Iterator[tuple[Span, Correction]]:
    """Yield what became of reactions; `left` are the statements of the draft that still stand."""

    drafted = {one.id: one for one in draft.attributions}

    def stands(one: Reaction) -> bool:
        told = reporting(one, draft.attributions)
        while told and told.embedded_in:
            told = drafted.get(told.embedded_in)
        return told is None or (told.id in left and left[told.id].id not in unseen)

    def changed(one: Reaction, now: Reaction) -> Iterator[str]:
        speakers = [_speaker(one, draft), _speaker(now, corrected)]
        if one.actor != now.actor and [one.actor, now.actor] != speakers:
            yield "actor"
        yield from (it for it in ("stance", "target") if getattr(one, it) != getattr(now, it))

    before = [one for one in draft.reactions if stands(one)]
    same = _pairs(before, corrected.reactions, _of_reaction, changed)
    yield from _entries(article, before, corrected.reactions, same, changed, unseen)


def _speaker(one: Reaction, reading: Reading) -> str:
    """Return whose words the statement is that reports a reaction."""
    told = reporting(one, reading.attributions)
    return told.origin.name if told and told.origin else ""


def sentence(log: Iterable[Correction]) -> str:
    """Return the log in a sentence or two."""
    log = tuple(log)
    counts = Counter(one.what for one in log)
    if counts["added"] == len(log):
        by_hand = counted(counts["added"], "was", "were")
        return f"The machine found no statement, and {by_hand} added by hand."
    became = listed([f"{counts[what] or 'none'} {what}" for what in KINDS if what != "kept"])
    words = f"The machine was right about {listed(list(_right(log)))}; {became}."
    return " ".join((words, *_commonest(log)))


def _right(log: Sequence[Correction]) -> Iterator[str]:
    """Yield how many of the machine's statements were right, and of its reactions."""
    for noun in ("statement", REACTION):
        found = [one for one in log if (one.form == REACTION) == (noun == REACTION)]
        drafted = [one.what for one in found if one.what != "added"]
        if drafted:
            yield f"{drafted.count('kept')} of {counted(len(drafted), noun)}"


def _commonest(log: Iterable[Correction]) -> Iterator[str]:
    """Yield a sentence on the commonest error, where one kind is commoner than all others."""
    errors = Counter(one.error for one in log if one.error)
    total = errors.total()
    first, second = [*errors.most_common(2), ("", 0), ("", 0)][:2]
    if first[1] > second[1]:
        error, times = first
        if total == 1:
            yield f"Its one error was of this kind: {ERRORS[error]}."
        elif times == total:
            yield f"All {total} of its errors were {ERRORS[error]}."
        elif 2 * times > total:
            yield f"Most of its errors, {times} of {total}, were {ERRORS[error]}."
        else:
            yield f"The commonest of its errors, {times} of {total}, were {ERRORS[error]}."


def guessed(log: Iterable[Correction], wrong: int, most: str) -> str:
    """Return a guess made before correcting, held against the log. `most` is a key of `ERRORS`."""
    errors = Counter(one.error for one in log if one.error)
    off = wrong - errors.total()
    how = "as many as there were" if not off else f"{abs(off)} too {'many' if off > 0 else 'few'}"
    named = ERRORS.get(most, most)
    found = errors.get(most, 0)
    top = max(errors.values(), default=0)
    hit = "That was the commonest kind" if found and found == top else "That was not the commonest"
    return (
        f"Before you began you guessed that {wrong} would be wrong, missed ones among them: {how}. "
        f"Most of them, you thought, would be {named}. {hit}: "
        f"{counted(found, 'was', 'were')} of that kind."
    )


def by_form(log: Iterable[Correction]) -> list[tuple[str, dict[What, int]]]:
    """Return how often each form was right, changed or wrong; the commonest form comes first."""
    return _table((one.form, one.what) for one in log)


def by_rule(log: Iterable[Correction]) -> list[tuple[str, dict[What, int]]]:
    """Return how often each rule was right, changed or wrong; the commonest rule comes first."""
    return _table((one.rule or "nothing: added by hand", one.what) for one in log)


def _table(found: Iterable[tuple[str, What]]) -> list[tuple[str, dict[What, int]]]:
    counts: dict[str, Counter[What]] = {}
    for name, what in found:
        counts.setdefault(name, Counter())[what] += 1
    ordered = sorted(counts.items(), key=lambda pair: -pair[1].total())
    return [(name, {what: times[what] for what in KINDS}) for name, times in ordered]


def _statements(reading: Reading) -> list[Attribution]:
    return [one for one in reading.attributions if not one.embedded_in]


def _of_statement(one: Attribution) -> tuple[Sequence[Span], ...]:
    return one.content, one.cue


def _of_reaction(one: Reaction) -> tuple[Sequence[Span], ...]:
    return (one.evidence,)


def _entry(
    article: Article,
    what: What,
    drafted: Found | None,
    now: Found | None,
    fields: tuple[str, ...] = (),
) -> tuple[Span, Correction]:
    versions = [one for one in (drafted, now) if one]
    places, _, _ = _known(versions[-1])
    _, form, rule = _known(versions[0])
    words = article[Span(places[0].start, max(place.end for place in places))]
    ids = drafted.id if drafted else "", now.id if now else ""
    paragraph = article.paragraph_of(places[0])
    found_by = rule if drafted else ""
    return places[0], Correction(what, paragraph, words, form, found_by, fields, ids)


def _known(one: Attribution | Reaction) -> tuple[list[Span], str, str]:
    """Return the places of a record, its form, and the rule that found it."""
    if isinstance(one, Reaction):
        return sorted(one.evidence) or [Span(0, 0)], REACTION, REACTION
    places = sorted((*one.source, *one.cue, *one.content)) or [Span(0, 0)]
    return places, one.form, one.rule or ""


def _pairs(
    before: Sequence[Found],
    after: Sequence[Found],
    places: Callable[[Found], tuple[Sequence[Span], ...]],
    changed: Callable[[Found, Found], Iterator[str]],
) -> dict[int, int]:
    """Return which record is which, by their places: those that share most come first.

    Of those that share as much, it is the one that differs least.
    """
    alike = sorted(
        (-shared, sum(1 for _ in changed(before[at], after[other])), at, other)
        for at, here in enumerate(map(places, before))
        for other, there in enumerate(map(places, after))
        if (shared := _shared(here, there))
    )
    found: dict[int, int] = {}
    for _, _, at, other in alike:
        if at not in found and other not in found.values():
            found[at] = other
    return found


def _changed(one: Attribution, now: Attribution) -> Iterator[str]:
    """Yield what differs, as the log calls it. Of the speaker the name counts, or else the kind."""
    for field, called in _FIELDS.items():
        if field == "origin":
            yield from _other_speaker(one.origin, now.origin)
        elif getattr(one, field) != getattr(now, field):
            yield called


def _other_speaker(one: Link | None, now: Link | None) -> Iterator[str]:
    named = [(link.name, link.type) if link else ("", "") for link in (one, now)]
    if named[0][0] != named[1][0]:
        yield _FIELDS["origin"]
    elif named[0] != named[1]:
        yield "kind of source"


def _shared(one: Sequence[Sequence[Span]], other: Sequence[Sequence[Span]]) -> float:
    """Return the share of signs that is in both, part by part, as in content and in cue."""
    pairs = ((a, b) for here, there in zip(one, other, strict=True) for a in here for b in there)
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a, b in pairs)
    size = sum(len(place) for parts in (one, other) for part in parts for place in part)
    return 2 * both / size if size else 0
