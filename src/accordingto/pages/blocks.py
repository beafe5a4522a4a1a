"""The blocks of a page as it came: its paragraphs, and what belongs to no paragraph."""

from __future__ import annotations

from typing import Literal, NamedTuple

Kind = Literal[
    "paragraph",
    "headline",
    "subheading",
    "byline",
    "dateline",
    "date",
    "credit",
    "caption",
    "link to more",
    "post",
    "table",
    "mail header",
    "mail signature",
    "notice",
    "page header",
    "around the article",
]


class Block(NamedTuple):
    """A piece of a page: its kind and its text, without a line end inside."""

    kind: Kind
    text: str


class NotAPage(ValueError):
    """What was given is no page of English prose that a lesson can be made of."""


class Origin(NamedTuple):
    """What a page tells of itself; empty where it does not."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    published: str = ""
    link: str = ""


class Incoming(NamedTuple):
    """A page as a reader of one format gives it; `done` says in sentences what was done."""

    blocks: tuple[Block, ...]
    origin: Origin = Origin()
    done: tuple[str, ...] = ()
