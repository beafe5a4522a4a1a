"""Every name and noun phrase of a page: whoever or whatever its words could be from."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from accordingto.instrument.chunker import NOUN_PHRASE
from accordingto.instrument.people import Cast
from accordingto.instrument.tagset import PRONOUN
from accordingto.instrument.tokens import lines
from accordingto.readings.records import Link
from accordingto.text import Article

_PHRASE = re.compile(NOUN_PHRASE)
# The letters of "anonymity" and "video link": nobody, where no list knows them.
_BARE = frozenset("xej")


def phrases(article: Article) -> Iterator[Link]:
    """Yield them in the order of the page, outside of quotations.

    A surname alone is whoever has it with a first name. Left out are pronouns, and words without
    an article that no list has for a source.
    """
    found = list(_found(article))
    full = {one.name: one for one in found if " " in one.name}
    for one in found:
        whole = next((full[name] for name in full if name.endswith(f" {one.name}")), one)
        yield msgspec.structs.replace(whole, spans=one.spans)


def _found(article: Article) -> Iterator[Link]:
    cast = Cast(article.text)
    for words in lines(article):
        for first, end in words.sentences:
            for found in _PHRASE.finditer(words.tags, first, end):
                if found[0][0] in PRONOUN:
                    continue
                link = cast.identified(words, found.span())
                if link.type != "unnamed person" or not _BARE.issuperset(found[0]):
                    yield link
