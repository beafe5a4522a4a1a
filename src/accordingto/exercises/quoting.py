"""Words in quotation marks in a student's text, held against the page."""

from __future__ import annotations

import re

from accordingto.text import Article

_QUOTED = re.compile(r"“([^“”]*)”|\"([^\"]*)\"")
_CUT = re.compile(r"\[?(?:…|\.\.\.)\]?")  # what stands for words that were left out
_MARKS = re.compile("[“”\"‘’'´`*]")  # a quotation inside a quotation changes its marks
_DASHES = re.compile("[–—−]")


def quotations(text: str) -> list[str]:
    """What stands between double quotation marks, in order; a mark still open is none yet."""
    found = (curly or straight for curly, straight in _QUOTED.findall(text))
    return [words.strip() for words in found if re.search(r"\w", words)]


def is_on(page: Article, quotation: str) -> bool:
    """Whether every piece of a quotation stands on the page, as whole words.

    Upper case and lower case, kinds of marks and of dashes, and a comma at an end do not matter.
    """
    text = _plain(page.text)
    pieces = [piece.strip(" ,.;:!?-") for piece in _CUT.split(_plain(quotation))]
    return all(
        re.search(rf"(?<!\w){re.escape(piece)}(?!\w)", text) is not None
        for piece in pieces
        if piece
    )


def off_the_page(text: str, page: Article) -> list[str]:
    """The quotations in a text that are not on the page, each once."""
    return list(dict.fromkeys(one for one in quotations(text) if not is_on(page, one)))


def _plain(text: str) -> str:
    return " ".join(_DASHES.sub("-", _MARKS.sub("", text)).casefold().split())
