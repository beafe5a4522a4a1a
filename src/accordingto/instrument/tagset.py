"""The tagset: one letter for a word, and names for the sets of letters that rules ask for.

A paragraph becomes a string of letters, and a rule asks `tags[at] in NOUN`, or runs a pattern over
them as a chunk grammar of NLTK's RegexpParser does over tags.

Closed classes, from lists/words.txt:
    d determiner, numeral    p subject pronoun    o object pronoun    w who, which
    W whether, how, what     t that               & and, or           b but
    i preposition            O of                 B by                T to
    a be, have, do           m modal              f other finite verb k according
    r adverb                 s because, while     Y day, month
Verbs of lists/verbs.txt:
    z says    v said    g saying    u say    and e known, as others in -ed
Others, by their shape:
    N capitalised    P its genitive    y other genitive    D digits
    e in -ed         j in -ing         S in -s             x any other word
A quotation: Q a sentence of its own, q part of the sentence around it. A mark stands for itself,
but - is any dash, . an ellipsis too, ( and ) any bracket, and * a mark of no other use.
"""

from __future__ import annotations

from functools import lru_cache

from accordingto.instrument.lexicon import ALSO_NOUN, Form, classed, verb_forms

QUOTED = "Qq"
JOINING = "&b"
PRONOUN = "po"
NOUN = "NSx"  # the head of a noun phrase
NOMINAL = "NSxPydDej"  # its other words too
DETERMINING = "dPy"  # before a noun
PREPOSITION = "iOBT"
HELPING = "am"  # before a verb, or one itself
FINITE = "amfv"  # a verb and no noun
NOUN_OR_VERB = "zu"  # report, call, comment
VERBAL = "amfvzue"  # what may be a verb
CLAUSE_OPENER = "tQqWp"  # what begins content, and nothing else


@lru_cache(maxsize=1 << 16)
def tag_of(word: str) -> str:
    """The letter of a word: that of the lists, else that of its shape."""
    if not word[0].isalnum():
        return _MARKS.get(word, word[0] if len(word) == 1 and word.isascii() else "*")
    lower = word.lower()
    capital = word[0].isupper()
    known = classed("words.txt").get(lower)
    if known:
        return "N" if capital and (known == "f" or lower in ("may", "will")) else known
    forms = verb_forms().get(lower)
    if forms and not (capital and _is_name(forms[-1])):
        return forms[-1].tag
    if word[0].isdigit():
        return "D"
    if lower.endswith(("’s", "'s", "s’", "s'")):
        if lower[:-2] in _SHORTENED:
            return "p"
        return "P" if capital else "y"
    if lower.endswith(_SHORT_VERBS) and lower.rstrip("remvld").rstrip("’'") in _SUBJECTS:
        return "p"
    if capital:
        return "N"
    if lower.endswith(_SHORT_VERBS):
        return "p"
    if lower.endswith("ly"):
        return "r"
    if lower.endswith(("ed", "ing")):
        return "e" if lower.endswith("ed") else "j"
    return "S" if lower.endswith("s") and not lower.endswith(("ss", "us", "is")) else "x"


def _is_name(form: Form) -> bool:
    """Whether a capital makes a noun of a verb's form: "Reports", but not "Says" of a headline."""
    return form.tag == "u" or (form.tag == "z" and form.verb.takes(ALSO_NOUN))


_SUBJECTS = frozenset({"i", "you", "he", "she", "it", "we", "they"})
_SHORTENED = frozenset({"he", "she", "it", "that", "there", "who", "what", "here"})
_SHORT_VERBS = tuple(mark + end for mark in "’'" for end in ("re", "ve", "ll", "d", "m"))
_MARKS = dict.fromkeys(("—", "―", "–", "--", "---"), "-") | dict.fromkeys(("…", "..."), ".")
_MARKS |= {"[": "(", "]": ")"} | dict.fromkeys("‘’'", "*")
