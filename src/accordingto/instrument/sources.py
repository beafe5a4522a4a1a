"""Sources: the noun phrase beside a cue, as printed."""

from __future__ import annotations

import re

from accordingto.instrument.adjuncts import is_time
from accordingto.instrument.finding import Range
from accordingto.instrument.lexicon import classed, group, word_list
from accordingto.instrument.sentences import Sentence
from accordingto.instrument.tagset import (
    FINITE,
    HELPING,
    JOINING,
    NOMINAL,
    NOUN,
    NOUN_OR_VERB,
    PREPOSITION,
    PRONOUN,
    VERBAL,
)

_HEADS = frozenset(NOMINAL + PRONOUN)
_FINITE = frozenset(FINITE)
_SYMBOLS = "()*/%$#"
_INSIDE = NOMINAL + PRONOUN + PREPOSITION + NOUN_OR_VERB + "&rY" + _SYMBOLS
# "In a statement | Rubio said", "On the breakfast programmes | Tom Abiola said".
NAMED_LAST = re.compile(r"(?<=[xS])N+\Z")
# "Ann Lee, | the head of the board said", whose second comma is missing.
_NAMED_BEFORE = re.compile(r"(?:\A|(?<=[Qq]))NN+,\Z")
_LISTED = re.compile(r"(?:\A|,)N+,\Z")
_AGED = re.compile(r"(?:[xS]|(?<!N)N)*N+,D,[Oi]N+\Z")
_LONGEST_RELATIVE = 12  # words of "the aide who wrote the letter" that are looked back at
# The last of two noun phrases that only stand side by side: "a claim | the company called false".
_NEAREST = re.compile(r"(?<=[xSe])d(?=[xejNPyD]*[NxS]\Z)")
_PLURAL = re.compile("d[xejN]*x[xS]")  # "a move | supporters say": no article stands before these
# What no preposition but "of" divides: "with | the mayor of the island".
_LAST_PHRASE = re.compile(r"(?:[^iOYBT]+O)*[^iOYBT]+\Z")


def source_before(sentence: Sentence, verb: int) -> Range | None:
    """The subject that ends before the word `verb`, appositives included."""
    tags = sentence.tags
    end = verb
    while end > 0 and tags[end - 1] in "rY":
        end -= 1
        if sentence.tag(end) == "Y" and sentence.tag(end - 1) == "i":
            end -= 1
    if end > 2 and is_time(sentence, end - 2):  # "the mayor last week | said"
        end -= 2
    if end <= 0 or tags[end - 1] in JOINING:
        return None
    if tags[end - 1] == "w":
        return end - 1, end
    aged = _AGED.search(tags, 0, end) if ",D," in tags else None
    if aged:  # "Bo Roe, 31, of Leeds | pleaded guilty"
        return aged.start(), end
    if tags[end - 1] == "q" and sentence.comma_before(end):  # Ash, who calls it “late,” said
        return _with_appositive(sentence, end)
    if tags[end - 1] == ",":
        whole = _whole(sentence, end)
        if whole and sentence.quoted(whole[0] - 1):
            return whole
        found = _with_appositive(sentence, end) or whole
        tells = found and _HEADLINE.search(tags, *found)  # "China questions rivals, | accuses them"
        return None if tells else found
    if tags[end - 1] in "-)":
        opened = tags.rfind("-" if tags[end - 1] == "-" else "(", 0, end - 1)
        found = _phrase(sentence, opened)
        return (found[0], end if tags[end - 1] == ")" else opened) if found else None
    found = _phrase(sentence, end)
    if not found or sentence.tag(verb + 1) == "," or not sentence.among(found[0], "dw"):
        return found
    named = _NAMED_BEFORE.search(tags, 0, found[0])
    return (named.start(), end) if named else found


def _phrase(sentence: Sentence, end: int) -> Range | None:
    """The noun phrase that ends at `end`, walked back from its last word."""
    start = end
    while start > 0 and (before := _one_back(sentence.tags, start, end)) < start:
        start = before
    return _trimmed(sentence, start, end)


def _one_back(tags: str, start: int, end: int) -> int:
    """Where a phrase begins when it takes in what stands before it; `start` when nothing fits."""
    tag = tags[start - 1]
    after = tags[start] if start < end else "^"
    if after == "p":  # two scientists who know of | it
        return _relative(tags, start) if tag in VERBAL + "iO" else start
    if tag == ",":
        listed = ("&" in tags[start:end] or after == "D") and _LISTED.search(tags, 0, start)
        return start - bool(listed)
    if tag in _INSIDE + "w" or _is_reduced(tags, start - 1):
        return start - 1
    return _relative(tags, start) if tag in VERBAL else start


_HEADLINE = re.compile("(?<=[NxS])z(?=[Ndop])")
_REDUCED = re.compile("g[iT]|v[iO]")


def _is_reduced(tags: str, verb: int) -> bool:
    """Whether a verb tells of the noun before it: "people | briefed on it", "one | speaking to us".

    A name is subject of its verb, unless it is but a capital that opens the sentence: "People".
    """
    noun = tags[verb - 1 : verb]
    told_of = noun in ("x", "S") or (verb == 1 and noun == "N")
    return told_of and _REDUCED.match(tags, verb) is not None


def _relative(tags: str, start: int) -> int:
    """Where the relative clause around `start` begins; `start` itself where there is none."""
    relative = tags.rfind("w", max(0, start - _LONGEST_RELATIVE), start)
    return relative if relative > 0 else start


def _trimmed(sentence: Sentence, start: int, end: int) -> Range | None:
    """The phrase without what leads up to it: "In a statement | Rubio", "of the party | she"."""
    tags = sentence.tags
    opened = tags.rfind("(", start, end)
    if opened > tags.rfind(")", start, end):  # "She left (her crew | later said so)"
        start = opened + 1
    start = end - len(tags[start:end].lstrip("&r)B*YO"))
    if tags[start:end][:1] == "e" and tags[:start].rstrip("r")[-1:] in tuple(HELPING):
        start += 1  # "has not provided | details"
    if tags[start:end][:1] == "(" and (caption := _CAPTION.match(tags, start, end)):
        start = caption.end()
    if tags[start:end][:1] in tuple("iTB") and not _is_counted(sentence, start):
        last = _LAST_PHRASE.search(tags, start, end)
        head = last.start() if last else end
        if head == start + 1:
            named = NAMED_LAST.search(tags, head, end)
            head = named.start() if named else tags.rfind("d", start + 2, end)
        start = head
    nearest = _NEAREST.search(tags, start, end)
    if nearest and "w" not in tags[start : nearest.start()]:
        start = nearest.start()
    elif _PLURAL.fullmatch(tags, start, end) and sentence.word(start) in ("a", "an"):
        many = tags[end - 1] == "S" or sentence.word(end - 1) in word_list("plurals.txt")
        start = end - 1 if many else start
    elif "&" in tags[start:end] and sentence.among(start - 1, FINITE + "T"):
        start = tags.rindex("&", start, end) + 1  # "will save money and | critics call it late"
    if "w" in tags[start:end] and (told_of := _TOLD_OF.search(tags, start, end)):
        of_it = sentence.word(told_of.end() - 1) == "whose"
        start = start if of_it else told_of.end()  # "a tape which | officials said"
    if sentence.word(start) == "there":  # "there were calls to wait": nobody
        return None
    if sentence.among(start, "pej") and (tells := _TELLS.match(tags, start, end)):
        return _told_by(sentence, start, tells.end(), end)
    return (start, end) if _has_head(tags[start:end]) else None


def _told_by(sentence: Sentence, start: int, after: int, end: int) -> Range | None:
    """The source at the end of words that tell something themselves, or of a relative clause.

    "It is a plan | Vasko said would fail", "people | I interviewed said".
    """
    if sentence.word(start + 1) in _WITH_PRONOUN:
        return start, end
    asked = _phrase(sentence, start) if sentence.among(start - 1, "xSN") else None
    if asked:
        return asked[0], end
    own = _OWN.search(sentence.tags, after, end)
    return own.span() if own else None


_TOLD_OF = re.compile(r"w(?:[^&]*[vfz][^&]*&)?(?=(?:[dPyD][xejNPyD]*|N*|[xj]*)[NxS]\Z)")
_CAPTION = re.compile(r"\([^()]*\)")  # "(Ann Lee / Herald) | The mayor said"
_TELLS = re.compile(r"p[^&OiwT,(]|[ej](?=[idpoOTB])")  # "he later walked | back his words"
_OWN = re.compile(r"(?:d?N+|d[xejN]*[xS]|S)\Z")
_WITH_PRONOUN = group("with_pronoun")


# Prepositions that are none before these: "About nine percent | said", "Outside experts | said".
_OF_A_NUMBER = group("before_number")
_OF_A_NOUN = group("before_noun")


def _is_counted(sentence: Sentence, at: int) -> bool:
    """Whether what looks like a preposition belongs to the noun phrase after it."""
    word, after = sentence.word(at), sentence.word(at + 1)
    number = sentence.among(at + 1, "Dd") and classed("helpers.txt").get(after) != "determiner"
    counts = (word in _OF_A_NUMBER and number) or (word == "at" and after in ("least", "most"))
    return counts or (word in _OF_A_NOUN and sentence.among(at + 1, "xS"))


def _with_appositive(sentence: Sentence, end: int) -> Range | None:
    """The noun phrase that the commas before a verb belong to: "Kirby, the spokesman, said"."""
    comma = sentence.tags.rfind(",", 0, end - 1)
    if comma <= 0 or _verbal(sentence.tags[comma + 1 : end - 1].partition("w")[0]):
        return None
    found = _phrase(sentence, comma)
    if found and sentence.tags[slice(*found)] == "D" and sentence.tag(found[0] - 1) == ",":
        found = _phrase(sentence, found[0] - 1)  # "Ann Lee, 44, who left, said"
    return (found[0], end) if found else None


def _whole(sentence: Sentence, end: int) -> Range | None:
    """All between the last quotation, or the start, and the verb, when nothing there is a verb."""
    tags = sentence.tags
    start = tags.rfind("Q", 0, end) + 1
    if tags[start : start + 1] not in NOMINAL or _verbal(tags[start:end].partition("w")[0]):
        return None
    return start, end - 1


def _has_head(segment: str) -> bool:
    """Whether somebody or something is named in it."""
    return not _HEADS.isdisjoint(segment)


def _verbal(segment: str) -> bool:
    return not _FINITE.isdisjoint(segment)


# The words of a noun phrase after its verb: "Tom Abiola, who speaks for the party of the mayor".
_FOLLOWING = re.compile(
    "(?![w,])(?:"
    rf"(?<![{NOUN}])r"  # an adverb, but not the one after the noun
    rf"|(?!i?Y|&[{FINITE}zp]|[rpT])[{_INSIDE}]"  # no day, and no second verb
    rf"|(?<=[{_INSIDE}]),(?=[{NOMINAL}O])(?![{_INSIDE}]*+[{FINITE}Qq])"  # an apposition, no clause
    "|(?<!,)w[^,.QqT;-]*"  # "the aide who was there"
    "|(?<=[xS])v(?=[iO])"  # "two people briefed on the matter"
    f"|T(?=[{NOMINAL}])"  # "the adviser to the mayor"
    ")+"
)


def source_after(sentence: Sentence, start: int) -> Range | None:
    """The noun phrase that follows an inverted cue or "according to"."""
    if sentence.among(start, PRONOUN):
        return start, start + 1
    match = _FOLLOWING.match(sentence.tags, start)
    phrase = match[0].rstrip(",i&(r") if match else ""
    if phrase.count(")") > phrase.count("("):  # "(according to the coastguard)"
        phrase = phrase[: phrase.index(")")]
    if phrase.count("(") > phrase.count(")"):  # "the polls (a margin, but a small one)"
        phrase = phrase[: phrase.index("(")]
    named = _has_head(phrase) or phrase[-1:] in tuple(NOUN_OR_VERB)  # "press reports"
    return (start, start + len(phrase)) if named else None


def clause_subject(sentence: Sentence, verb: int) -> Range | None:
    """The subject of a verb's own clause: "the crew left when | Vasko | came to tell them"."""
    tags = sentence.tags
    for at in range(verb - 1, tags.rfind(",", 0, verb), -1):
        if tags[at] in "sw" and sentence.has_verb(at, verb):
            said = next(one for one in range(at, verb) if tags[one] in VERBAL)
            relative = tags[at] == "w" and tags[at + 1 : said] in ("", "r")
            return (at, at + 1) if relative else source_before(sentence, said)
    return None


def subject_of(sentence: Sentence, verb: int) -> Range | None:
    """The subject of the sentence, for a verb that shares it: "Biden sighed and said"."""
    tags = sentence.tags
    start = 0
    while (tags[start] in "iejgsvT" or is_time(sentence, start)) and "," in tags[start:verb]:
        start = tags.index(",", start) + 1
    said = next((at for at in range(start, verb) if tags[at] in VERBAL), verb)
    return source_before(sentence, said) if said < verb else None
