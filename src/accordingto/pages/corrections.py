"""The log of corrections: what a person kept, changed, removed and added, computed from both."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from accordingto.readings import Attribution, Link, Reading
from accordingto.text import Article, Span
from accordingto.text.wording import counted, listed

What = Literal["kept", "changed", "removed", "added"]
KINDS: tuple[What, ...] = ("kept", "changed", "removed", "added")
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
}


class Correction(NamedTuple):
    """One statement in the log; `rule` found it, and `fields` are what was changed of it.

    `form` is the machine's, or that of a statement that it missed. `ids` are those of the statement
    in the draft and in the corrected reading; "" where it is in one alone.
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
        return "" if self.what == "kept" else next(iter(self.fields), self.what)


def corrections(
    article: Article,
    draft: Reading,
    corrected: Reading,
    unseen: Collection[str] = frozenset(),
) -> tuple[Correction, ...]:
    """Return the log, in the order of the page. Statements are matched by the words they share.

    `unseen` are the ids of corrected statements that nobody has looked at: they are no part of it.
    """
    before, after = _statements(draft), _statements(corrected)
    same = _pairs(before, after)
    found = [
        _entry(article, "removed", one, None) for at, one in enumerate(before) if at not in same
    ]
    for at, other in same.items():
        one, now = before[at], after[other]
        fields = tuple(_changed(one, now))
        if now.id not in unseen:
            found.append(_entry(article, "changed" if fields else "kept", one, now, fields))
    found += (
        _entry(article, "added", None, one)
        for at, one in enumerate(after)
        if at not in same.values() and one.id not in unseen
    )
    return tuple(correction for _, correction in sorted(found, key=lambda pair: pair[0]))


def sentence(log: Iterable[Correction]) -> str:
    """Return the log in a sentence or two."""
    log = tuple(log)
    counts = Counter(one.what for one in log)
    drafted = len(log) - counts["added"]
    if not drafted:
        by_hand = counted(counts["added"], "was", "were")
        return f"The machine found no statement, and {by_hand} added by hand."
    became = listed([f"{counts[what] or 'none'} {what}" for what in KINDS if what != "kept"])
    of_all = f"{counts['kept']} of {counted(drafted, 'statement')}"
    words = f"The machine was right about {of_all}; {became}."
    return " ".join((words, *_commonest(log)))


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


def _entry(
    article: Article,
    what: What,
    drafted: Attribution | None,
    now: Attribution | None,
    fields: tuple[str, ...] = (),
) -> tuple[Span, Correction]:
    versions = [one for one in (drafted, now) if one]
    one = versions[-1]
    places = sorted((*one.source, *one.cue, *one.content)) or [Span(0, 0)]
    words = article[Span(places[0].start, max(place.end for place in places))]
    form, rule = versions[0].form, drafted.rule if drafted else None
    ids = drafted.id if drafted else "", now.id if now else ""
    paragraph = article.paragraph_of(places[0])
    return places[0], Correction(what, paragraph, words, form, rule or "", fields, ids)


def _pairs(before: Sequence[Attribution], after: Sequence[Attribution]) -> dict[int, int]:
    """Return which statement is which, by their places: those that share most come first."""
    alike = sorted(
        (-shared, at, other)
        for at, one in enumerate(before)
        for other, now in enumerate(after)
        if (shared := _shared(one, now))
    )
    found: dict[int, int] = {}
    for _, at, other in alike:
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


def _shared(one: Attribution, other: Attribution) -> float:
    """Return the share of two statements' signs, in content and in cue, that is in both."""
    pairs = (
        (a, b)
        for places, others in ((one.content, other.content), (one.cue, other.cue))
        for a in places
        for b in others
    )
    both = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a, b in pairs)
    size = sum(len(place) for it in (one, other) for place in (*it.content, *it.cue))
    return 2 * both / size if size else 0
