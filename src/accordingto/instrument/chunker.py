"""The chunker: a source from left to right, as a pattern over the letters of its words.

A noun phrase with its title, then phrases with "of", "for" and the like, a second noun phrase
after "and", and what stands in apposition: an age, a place, an office.
"""

from __future__ import annotations

NOUN_PHRASE = (
    r"(?:[po](?![NxS])|r?[dDPy]*(?:[xejNSPyD]|N,N,)*?[NxSP](?![NxSPyD])(?:\([^)]{1,12}\))?)"
)
_PHRASE = rf"(?:{NOUN_PHRASE}(?:[OiBT]{NOUN_PHRASE})*)"
_APPOSED = r"(?:,[^,.:;QqvamwtpT-]{1,14}(?:,|(?=[.]|\Z)))"  # ", 44, of Leeds," ", the mayor,"
_WHO = r"(?:,?w[^,.:;Qq]{1,16},)"
SOURCE = rf"{_PHRASE}(?:&{_PHRASE})?(?:{_APPOSED}|{_WHO})?(?:(?<=,)[^,.:;QqvamwtpT-]{{1,14}},)?"
