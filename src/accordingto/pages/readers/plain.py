"""Plain text: paragraphs by lines, or, where lines were broken by a mail or a PDF, joined ones."""

from __future__ import annotations

import re
from itertools import pairwise

from accordingto.pages.blocks import Block, Incoming, Origin
from accordingto.text import decoded

_NARROW = 100  # signs: a mail breaks its lines before; a paragraph on one line is mostly longer
_FILLED = 0.85  # of the widest line: letters differ in width, and so do lines in signs
_ANSWERED = re.compile(r"^(?:> ?)+", re.MULTILINE)  # how a mail marks the lines of another
_SIGNED = re.compile(r"^-- ?$", re.MULTILINE)  # what follows is the sender's signature (RFC 3676)
_SENTENCE_ENDS = re.compile(r"[.?!:…][”’\"')\]]*$")


def blocks(data: bytes, name: str) -> Incoming:
    """Return the paragraphs of a text in UTF-8. Raises NotText."""
    return of_text(decoded(data, name))


def of_text(text: str, *, wrapped: bool | None = None) -> Incoming:
    """Return the paragraphs of a text; lines that only a narrow page broke are joined.

    Whether they were is seen by the text, unless `wrapped` says it.
    """
    text, signed, done = _of_a_mail("\n".join(text.splitlines()))
    found = _paragraphs(text, wrapped=wrapped)
    return Incoming((*found.blocks, *signed), found.origin, (*done, *found.done))


def _of_a_mail(text: str) -> tuple[str, tuple[Block, ...], tuple[str, ...]]:
    """Return a text without the signs of a mail, its signature, and in sentences what was done."""
    body, *signature = _SIGNED.split(text, maxsplit=1)
    signed = tuple(
        Block("mail signature", line) for line in "".join(signature).splitlines() if line.strip()
    )
    passed_on = sum(len(line) for line in body.splitlines() if line.startswith(">"))
    if 2 * passed_on <= len(body):
        return body, signed, ()
    return _ANSWERED.sub("", body), signed, ("Took the > from the lines that a mail passed on.",)


def _paragraphs(text: str, *, wrapped: bool | None) -> Incoming:
    groups = [group.split("\n") for group in re.split(r"\n\s*\n", text)]
    groups = [[line.strip() for line in group if line.strip()] for group in groups]
    lines = [line for group in groups for line in group]
    if not (_wrapped(groups) if wrapped is None else wrapped):
        return Incoming(tuple(Block("paragraph", line) for line in lines))
    width = max(map(len, lines))
    joined = [paragraph for group in groups if group for paragraph in _joined(group, width)]
    done = f"Joined {len(lines)} lines to {len(joined)} paragraphs."
    return Incoming(tuple(Block("paragraph", one) for one in joined), Origin(), (done,))


def _wrapped(groups: list[list[str]]) -> bool:
    """Whether most lines that another follows break off inside a sentence."""
    breaks = [line for group in groups for line, _ in pairwise(group)]
    if not breaks or max(len(line) for group in groups for line in group) > _NARROW:
        return False
    return sum(not _SENTENCE_ENDS.search(line) for line in breaks) > len(breaks) / 2


def _joined(group: list[str], width: int) -> list[str]:
    """Return the paragraphs of neighbouring lines, the widest of a page having `width` signs.

    Lines are filled as far as they go, so a line after which the next word had still fitted ends
    its paragraph, be it a sentence's end or a headline's.
    """
    paragraphs = [group[0]]
    for before, line in pairwise(group):
        first = line.split()[0]
        if len(before) + 1 + len(first) < _FILLED * width and not first[0].islower():
            paragraphs.append(line)
        elif re.search(r"[a-z]-$", before) and first[0].islower():
            paragraphs[-1] = paragraphs[-1][:-1] + line  # a word that the line's end parted
        else:
            paragraphs[-1] += f" {line}"
    return paragraphs
