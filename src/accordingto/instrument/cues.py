"""Cues: where a verb of the list is used as a verb, and how."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from accordingto.instrument.lexicon import (
    ADDRESSEE,
    ALSO_NOUN,
    CLAUSE,
    NAMING,
    PUT,
    QUESTION,
    Form,
    Verb,
    classed,
    group,
    verb_forms,
    word_list,
)
from accordingto.instrument.sentences import Sentence
from accordingto.instrument.tagset import (
    CLAUSE_OPENER,
    DETERMINING,
    FINITE,
    HELPING,
    NOUN_OR_VERB,
    PREPOSITION,
    QUOTED,
    VERBAL,
)

Use = Literal["finite", "participle", "infinitive", "passive"]

_CANDIDATE = re.compile("[zvgue]")


@dataclass(frozen=True)
class Cue:
    """A verb that reports: its group from `first` up to `end`, exclusive; `at` the verb itself."""

    verb: Verb
    use: Use
    first: int
    at: int
    end: int
    negated: bool = False


def cues(sentence: Sentence) -> list[Cue]:
    """Returns the cues of one sentence, in order."""
    found = []
    for match in _CANDIDATE.finditer(sentence.tags):
        at = match.start()
        listed = sentence.tags[at] != "e" or sentence.words[at].lower() in verb_forms()
        if listed and (cue := _cue(sentence, at)):
            found.append(cue)
    return found


def _cue(sentence: Sentence, at: int) -> Cue | None:
    form = _form(sentence, at)
    if form is None:
        return None
    end = _particle(sentence, at, form) + len(form.particle)
    start = _group_start(sentence, form, at)
    helping = _helping(sentence, start, at)
    passive = "be" in helping
    helped = passive or not _HELPERS.isdisjoint(sentence.tags[start:at])
    if _is_no_verb(sentence, form, start, end) if not helped else _is_adjective(form, passive):
        return None
    before = sentence.tag(start - 1) or "^"
    if before == "d" and sentence.word(start - 1) not in classed("helpers.txt"):
        before = "S"  # "many say", not "the say"
    after = sentence.tag(end) or "."
    use = _use(form, helped or (form.tag == "g" and before == "p"), passive, before, after)
    if use is None:
        return None
    return Cue(form.verb, use, start - (use == "infinitive"), at, end, "not" in helping)


def _group_start(sentence: Sentence, form: Form, at: int) -> int:
    """Where the group of a verb begins, with what helps it: "has not | said"."""
    tags, words = sentence.tags, sentence.words
    start = at
    while start > 0 and (tags[start - 1] in HELPING + "r" or words[start - 1] == "being"):
        start -= 1
    if form.tag == "v" and start == at:
        split = _SPLIT.search(tags, max(0, at - _SPLIT_BY), at)
        start = split.start() if split and sentence.word(split.start()) in _HAVE else at
    seeming = sentence.tag(start - 1) == "T" and sentence.word(start - 2) in _SEEMING
    return start - 2 * (seeming and form.tag == "u")


def _helping(sentence: Sentence, start: int, at: int) -> set[str | None]:
    """What helps a verb: a form of "be", a negation; "we’re told" and "it’s believed" have one."""
    helpers = classed("helpers.txt")
    helping = {helpers.get(word.lower()) for word in sentence.words[start:at]}
    return helping | {"be"} if sentence.word(start - 1).endswith(_BE) else helping


def _is_adjective(form: Form, passive: bool) -> bool:
    """Whether "have" does not help it: "have worrying news"."""
    return form.tag == "g" and not passive


_COMPOUND = re.compile("N|[dDy]*[xejS]*x")  # "two trade | shows were shut"
_GOING_ON = re.compile(r"ar*[jg]\Z")
_HELPERS = frozenset(HELPING + "T")
_HERE = ("here’s", "here's")  # "Here’s hoping it floats."
_HAVE = group("having")
_SPLIT_BY = 6  # words: the helping verb and what parts it from its own
_SPLIT = re.compile(r"ai[deixSNY]{1,4}\Z")  # "have in the past | said"
_SEEMING = group("seeming")
_NAMED = re.compile(r"(?<![Wwt])d[xejNPyD]*[xN],?\Z")


def _is_no_verb(sentence: Sentence, form: Form, start: int, end: int) -> bool:
    """Whether a form without a helping verb only looks like one that somebody is subject of."""
    if sentence.word(start - 1) in _HERE:
        return True
    if form.tag == "g":  # "quoted Hall as saying “…”", but "Hall is quoted as | saying"
        quoted = sentence.word(start - 1) == "as" and sentence.among(end, QUOTED + ",")
        return quoted and not sentence.among(start - 2, "ve")
    noun = form.verb.takes(ALSO_NOUN)
    if form.tag == "z":  # "Early reports spoke of it", "a third of its claims", "it holds talks"
        compound = _COMPOUND.fullmatch(sentence.tags, 0, start) and (noun or start > 1)
        opens = compound and sentence.among(end, FINITE)
        of_it = noun and sentence.tag(start - 2) == "O"
        return bool(opens) or of_it or _GOING_ON.search(sentence.tags, 0, start) is not None
    if form.tag == "u":
        clause = sentence.among(end, "pt") and form.verb.takes(CLAUSE) and not noun
        if clause and _HELPS.isdisjoint(map(sentence.word, range(start))):
            return False
        return not _agrees(sentence, start)
    return form.tag == "v" and form.verb.takes(NAMING) and _names(sentence, start, end)


def _names(sentence: Sentence, start: int, end: int) -> bool:
    """Whether a thing is introduced by its name: "a series called “The Ferry”"."""
    named = _NAMED.search(sentence.tags, 0, start)
    if sentence.word(start - 1) == "something":
        return True
    if sentence.word(start - 1) in word_list("plurals.txt"):  # "a theory | police called “late”"
        return False
    quoted = sentence.quoted(end) or sentence.tags[end + 1 : end + 2] in tuple(VERBAL)
    return quoted and named is not None and sentence.word(named.start()) in ("a", "an", "another")


# "Did | Hall say it was late?", "they let | Hall say it was late": a base form with one subject.
_HELPS = group("helping")
_SUBJECT_ENDS = ",;:.QqamfvT-"


def _agrees(sentence: Sentence, start: int) -> bool:
    """Whether the noun before a base form can be its plural subject: not "the reality show"."""
    if start == 0 or sentence.tags[start - 1] not in "xN":
        return True
    many, at = word_list("plurals.txt"), start - 1
    while at >= 0 and (sentence.tags[at] not in _SUBJECT_ENDS or sentence.among(at + 1, "NPd")):
        if sentence.words[at].endswith(("s", "men")) or sentence.word(at) in many:
            return True
        at -= 1
    return False


_BE = ("’re", "'re", "it’s", "it's", "i’m", "i'm")


def _form(sentence: Sentence, at: int) -> Form | None:
    """The verb form that begins at a word, the longest first: "pointed out", then "pointed"."""
    for form in verb_forms()[sentence.word(at)]:
        start = _particle(sentence, at, form)
        if all(sentence.word(start + n) == word for n, word in enumerate(form.particle)):
            return form
    return None


# "talked | to voters about", "spoke | at length about"; not "spoke for about an hour"
_FAR = 9  # words
_TO_WHOM = re.compile("[Ti][^amfvzugtwWQqp:,.;-]*[^amfvzugtwWQqp:,.;TiO-]")


def _particle(sentence: Sentence, at: int, form: Form) -> int:
    """Where the particle of a verb stands: at once, or past adverbs, or past whom one talks to."""
    start = at + 1
    if not form.particle:
        return start
    while sentence.among(start, "rY") and sentence.word(start) != form.particle[0]:
        start += 1
    if form.particle != ("about",):
        return start
    about = next((n for n in range(start, start + _FAR) if sentence.word(n) == "about"), start)
    return about if _TO_WHOM.fullmatch(sentence.tags, start, about) else start


def _use(form: Form, helped: bool, passive: bool, before: str, after: str) -> Use | None:
    """How a verb form is used, by its helping verbs and the letters before and after its group."""
    if passive and form.tag in "ve":
        return "passive"
    if passive and form.tag == "u":
        return None  # "will be back"
    if helped:
        return "finite"
    if form.tag == "e":
        return None
    if form.tag == "v":
        return _use_of_past(form.verb, before, after)
    if before == "T":
        return "infinitive" if form.tag == "u" else None
    if before in DETERMINING or (after == "O" and form.tag in NOUN_OR_VERB):
        return None
    if form.tag == "g":
        return "participle"
    may = _says(before, after) if form.tag == "z" else _say(before, after)
    return "finite" if may or not form.verb.takes(ALSO_NOUN) else None


def _use_of_past(verb: Verb, before: str, after: str) -> Use | None:
    """Of "asked": a passive where nobody stands before it, "Asked whether …, Vasko smiled"."""
    topic = after in PREPOSITION + "Wwr" or " about" in verb.lemma
    if before in "^,s" and topic and verb.takes(ADDRESSEE + QUESTION + PUT):
        return "passive"
    return None if before in DETERMINING + PREPOSITION else "finite"


def _say(before: str, after: str) -> bool:
    """Whether "report" is a verb, and not a noun: "report that …", "…, the authors report."."""
    return after in CLAUSE_OPENER + "d" or (before in "pS" and after == ".")


def _says(before: str, after: str) -> bool:
    """Whether "reports" is a verb, and not the plural of a noun."""
    clause = after in CLAUSE_OPENER + "dDrN" and before in "Nx&"
    return before in "pw)-N," or after == "T" or clause
