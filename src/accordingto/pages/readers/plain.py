"""Plain text: paragraphs by lines, or, where lines were broken by a mail or a PDF, joined ones."""

from __future__ import annotations

import re
from itertools import pairwise

from accordingto.pages.blocks import Block, Incoming, Origin
from accordingto.text import decoded
from accordingto.text.wording import counted
from accordingto.text.wrapped import SENTENCE_ENDS, is_wrapped, lines_of_groups

_FILLED = 0.85  # of the widest line: letters differ in width, and so do lines in signs
_BY_CHANCE = 0.25  # of the full lines: more that end a sentence end a paragraph too
_ANSWERED = re.compile(r"^(?:> ?)+", re.MULTILINE)  # how a mail marks the lines of another
_SIGNED = re.compile(r"^-- ?$", re.MULTILINE)  # what follows is the sender's signature (RFC 3676)


def blocks(data: bytes, name: str) -> Incoming:
    """Return the paragraphs of a text in UTF-8. Raises NotText."""
    return of_text(decoded(data, name))


def of_text(text: str) -> Incoming:
    """Return the paragraphs of a text; lines that only a narrow page broke are joined."""
    text, signed, done = _of_a_mail("\n".join(text.splitlines()))
    groups = lines_of_groups(text)
    if is_wrapped(groups):
        found = of_lines(groups)
    else:
        lines = [line for group in groups for line in group]
        found = Incoming(tuple(Block("paragraph", line) for line in lines))
    return Incoming((*found.blocks, *signed), found.origin, (*done, *found.done))


def of_lines(groups: list[list[str]]) -> Incoming:
    """Return the paragraphs of lines that a page broke; between two groups a paragraph ends."""
    lines = [line for group in groups for line in group]
    width = max(map(len, lines), default=0)
    ends = _is_told_by_ends(groups, width)
    joined = [one for group in groups if group for one in _joined(group, width, ends)]
    done = f"Joined {counted(len(lines), 'line')} to {counted(len(joined), 'paragraph')}."
    return Incoming(tuple(Block("paragraph", one) for one in joined), Origin(), (done,))


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


def _is_told_by_ends(groups: list[list[str]], width: int) -> bool:
    """Whether a sentence's end at the end of a full line ends the paragraph too.

    In running text a line's end falls on a sentence's end by chance, about once in twenty lines.
    Where many more do, they are the ends of paragraphs that fill their last line.
    """
    pairs = [pair for group in groups for pair in pairwise(group) if _is_full(*pair, width)]
    ending = [before for before, _ in pairs if SENTENCE_ENDS.search(before)]
    return len(ending) > _BY_CHANCE * len(pairs)


def _is_full(before: str, line: str, width: int) -> bool:
    """Whether the first word of the next line had not fitted into a line."""
    return len(before) + 1 + len(line.split()[0]) >= _FILLED * width


def _joined(group: list[str], width: int, ends: bool) -> list[str]:
    """Return the paragraphs of neighbouring lines, the widest of a page having `width` signs.

    Lines are filled as far as they go, so a line after which the next word had still fitted ends
    its paragraph, be it a sentence's end or a headline's; and where sentences' `ends` tell it, so
    does a full line.
    """
    paragraphs = [group[0]]
    for before, line in pairwise(group):
        first = line.split()[0]
        is_end = not _is_full(before, line, width) or (ends and SENTENCE_ENDS.search(before))
        if is_end and not first[0].islower():
            paragraphs.append(line)
        elif re.search(r"[a-z]-$", before) and first[0].islower():
            paragraphs[-1] = paragraphs[-1][:-1] + line  # a word that the line's end parted
        else:
            paragraphs[-1] += f" {line}"
    return paragraphs
