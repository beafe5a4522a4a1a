"""A page that a lesson can stand on: clean paragraphs, and beside them what was kept apart."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from accordingto.pages.blocks import Block, Incoming, NotAPage, Origin
from accordingto.pages.parts import named

LONGEST = 20_000  # code points: what one person can read closely, and a widget hold
_NOT_ENGLISH = "{}: this does not look like English prose, which the kit reads"
_INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_SMALL = (  # the commonest words of English; German and French share few of them
    "the of and to a that for is was on said with as by at it he from but his her she they not be "
    "are have this which had has who were would their its been or about after"
)
# The least share of small words; in English prose it is .25 to .45, and less steady in a few lines.
_SHARE, _SHARE_OF_FEW = 0.15, 0.1
_FEW, _FEWEST = 40, 8  # words


@dataclass(frozen=True)
class Page:
    """A page as it is kept: its paragraphs, the blocks kept apart, and what was done to it."""

    paragraphs: tuple[str, ...]
    apart: tuple[Block, ...]
    origin: Origin
    done: tuple[str, ...]

    @property
    def text(self) -> str:
        """The article: a paragraph a line."""
        return "".join(f"{paragraph}\n" for paragraph in self.paragraphs)


def cleaned(incoming: Incoming, name: str) -> Page:
    """Return the page that came in, cleaned. Raises NotAPage for what no lesson can stand on.

    Nothing is dropped but signs that nobody sees: what is no paragraph is kept apart, by kind.
    """
    done = list(incoming.done)
    visible, removed = _visible(incoming.blocks)
    if removed:
        done.append(f"Removed {removed} invisible sign{'s' * (removed > 1)}.")
    blocks = list(named(visible))
    paragraphs = tuple(block.text for block in blocks if block.kind == "paragraph")
    apart = tuple(block for block in blocks if block.kind != "paragraph")
    if apart:
        done.append(f"Kept apart: {_counted(apart)}.")
    _check(paragraphs, apart, name)
    return Page(paragraphs, apart, _told(incoming.origin, apart), tuple(done))


def _visible(blocks: tuple[Block, ...]) -> tuple[list[Block], int]:
    """Return the blocks in composed letters and single blanks, and how many signs that removed."""
    removed, found = 0, []
    for block in blocks:
        bare, signs = _INVISIBLE.subn("", block.text)
        bare, controls = _CONTROL.subn(" ", bare)
        removed += signs + controls
        if words := " ".join(unicodedata.normalize("NFC", bare).split()):
            found.append(Block(block.kind, words))
    return found, removed


def _counted(apart: tuple[Block, ...]) -> str:
    kinds = Counter(block.kind for block in apart)
    return ", ".join(f"{kind} {times}" if times > 1 else kind for kind, times in kinds.items())


def _told(origin: Origin, apart: tuple[Block, ...]) -> Origin:
    """Return what is known of the page, from its head or else from what it says of itself."""

    def first(kind: str) -> str:
        return next((block.text for block in apart if block.kind == kind), "")

    return origin._replace(
        title=origin.title or first("headline"),
        author=origin.author or re.sub(r"^by ", "", first("byline"), flags=re.IGNORECASE),
        published=origin.published or first("date"),
    )


def _check(paragraphs: tuple[str, ...], apart: tuple[Block, ...], name: str) -> None:
    text = "\n".join(paragraphs)
    words = [word.lower() for word in _WORD.findall(text)]
    if not words:
        _check_apart(apart, name)
        raise NotAPage(f"{name}: the page is empty, there is no paragraph in it")
    if len(text) > LONGEST:
        raise NotAPage(
            f"{name}: the article has {len(text):,} characters, and at most {LONGEST:,} can be "
            "read closely: take a part of it"
        )
    small = frozenset(_SMALL.split())
    share = sum(word in small for word in words) / len(words)
    if len(words) >= _FEWEST and share < (_SHARE if len(words) >= _FEW else _SHARE_OF_FEW):
        raise NotAPage(_NOT_ENGLISH.format(name))
    if not any(re.search(r"\w[.?!…][”’\"')]*(?:\s|$)", one) for one in paragraphs):
        raise NotAPage(f"{name}: there is no sentence in it; an article in prose is needed")


def _check_apart(apart: tuple[Block, ...], name: str) -> None:
    """Raise NotAPage for a page of which no line is a paragraph, and say what its lines are."""
    letters = [sign for block in apart for sign in block.text if sign.isalpha()]
    if sum(sign > "\u024f" for sign in letters) * 2 > len(letters) > 0:  # beyond Latin letters
        raise NotAPage(_NOT_ENGLISH.format(name))
    if letters:
        raise NotAPage(f"{name}: there is no paragraph in it, only {_counted(apart)}")
