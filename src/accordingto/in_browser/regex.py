r"""The part of `regex` that NLTK asks for, over Python's own `re`.

`regex` is compiled, and there is no wheel of it for a browser's Python; NLTK sends every pattern
through it. `accordingto site` puts this file into the place of the module. It knows the general
categories of Unicode, `\p{L}` and `\P{Nd}`, takes the arguments of `regex`, and refuses the syntax
that only `regex` has.

It differs in two things, which a test names. A `timeout` is taken and never runs out: nothing can
interrupt a search here but an interrupt of the kernel. And `\w`, `\b` and `\s` are those of `re`:
a fraction or a raised digit is a letter of a word, a combining accent is none, and the four
separators of information, U+001C to U+001F, are blanks.
"""

from __future__ import annotations

import re
import unicodedata
import warnings
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache, cached_property
from itertools import groupby
from typing import Any

A = ASCII = re.A
I = IGNORECASE = re.I  # noqa: E741
L = LOCALE = re.L
M = MULTILINE = re.M
S = DOTALL = re.S
U = UNICODE = re.U
X = VERBOSE = re.X
V0 = VERSION0 = re.NOFLAG
T = TEMPLATE = re.NOFLAG

error = re.error
escape = re.escape
Match = re.Match

_PLANES = (range(0x40000), range(0xE0000, 0xE1000), range(0xF0000, 0x110000))  # others are empty
_LAST = 0x10FFFF
_PROPERTY = re.compile(r"\\([pP])(?:\{(\^?)(\w+)\}|(\w))|\\.", re.S)
_CLASS = r"\[\^?\]?(?:\\.|[^\]\\])*\]"
_PARTS = re.compile(rf"(?P<class>{_CLASS})|\\(?:[pP](?:\{{\^?\w+\}}|\w)|.)", re.S)
_PARTS_AND_COMMENTS = re.compile(rf"#[^\n]*|{_PARTS.pattern}", re.S)
_RATHER_LONG = re.compile(r"\\[pP]")
_POSIX = re.compile(r"\[:\^?\w+:\]")


class Pattern:
    """A compiled pattern: that of `re`, with the arguments of `regex`.

    One with a property is compiled at its first use, for that takes a while, and NLTK has one that
    few ever use; what is wrong with it is said then.
    """

    def __init__(self, pattern: Any, flags: int) -> None:
        self.pattern = pattern
        self._asked = flags
        if not isinstance(pattern, str) or not _RATHER_LONG.search(pattern):
            _ = self._compiled  # so that a mistake is said at once

    @cached_property
    def _compiled(self) -> re.Pattern[Any]:
        is_text = isinstance(self.pattern, str)
        translated = _translated(self.pattern, self._asked) if is_text else self.pattern
        with warnings.catch_warnings():  # of what a later `re` may read as `regex` does not
            warnings.simplefilter("ignore", FutureWarning)
            return re.compile(translated, self._asked)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._compiled, name)

    def __repr__(self) -> str:
        return f"regex.Regex({self.pattern!r}, flags={self._compiled.flags!r})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Pattern) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __reduce__(self) -> tuple[Any, ...]:
        return compile, self._key()

    def search(self, string: Any, *place: int, timeout: float | None = None) -> Any:
        """The first match, wherever it begins; None without one."""
        return self._compiled.search(string, *place)

    def match(self, string: Any, *place: int, timeout: float | None = None) -> Any:
        """The match that begins where the text does; None without one."""
        return self._compiled.match(string, *place)

    def fullmatch(self, string: Any, *place: int, timeout: float | None = None) -> Any:
        """The match that is the whole text; None without one."""
        return self._compiled.fullmatch(string, *place)

    def findall(self, string: Any, *place: int, timeout: float | None = None) -> list[Any]:
        """All matches as text, or their groups."""
        return self._compiled.findall(string, *place)

    def finditer(self, string: Any, *place: int, timeout: float | None = None) -> Iterator[Any]:
        """All matches, one after the other."""
        return self._compiled.finditer(string, *place)

    def split(self, string: Any, maxsplit: int = 0, timeout: float | None = None) -> list[Any]:
        """What stands between the matches."""
        return self._compiled.split(string, maxsplit)

    def sub(self, repl: Any, string: Any, count: int = 0, timeout: float | None = None) -> Any:
        """The text with its matches replaced."""
        return self._compiled.sub(repl, string, count)

    def subn(self, repl: Any, string: Any, count: int = 0, timeout: float | None = None) -> Any:
        """The text with its matches replaced, and how many were."""
        return self._compiled.subn(repl, string, count)

    def _key(self) -> tuple[Any, int]:
        return self.pattern, self._compiled.flags


def compile(pattern: Any, flags: int = 0) -> Pattern:
    """A pattern to be used often. Raises `error` for one that cannot be read here."""
    if isinstance(pattern, Pattern | re.Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        pattern, flags = pattern.pattern, pattern.flags
    return _compiled(pattern, int(flags))


def _asked(name: str) -> Callable[..., Any]:
    """A function of the module that compiles what it is asked for."""

    def ask(pattern: Any, *given: Any, flags: int = 0, **named: Any) -> Any:
        return getattr(compile(pattern, flags), name)(*given, **named)

    ask.__name__ = ask.__qualname__ = name
    ask.__doc__ = getattr(Pattern, name).__doc__
    return ask


search, match, fullmatch = map(_asked, ("search", "match", "fullmatch"))
findall, finditer, split = map(_asked, ("findall", "finditer", "split"))
sub, subn = map(_asked, ("sub", "subn"))


@cache
def _compiled(pattern: Any, flags: int) -> Pattern:
    return Pattern(pattern, flags)


def _translated(pattern: str, flags: int) -> str:
    """The pattern with each property written as the ranges of its characters."""

    def part(found: re.Match[str]) -> str:
        if found["class"] and (posix := _POSIX.search(found[0])):
            raise error(f"a class such as {posix[0]} is known to regex alone", pattern)
        return _PROPERTY.sub(_in_class if found["class"] else _alone, found[0])

    return (_PARTS_AND_COMMENTS if flags & re.X else _PARTS).sub(part, pattern)


def _alone(found: re.Match[str]) -> str:
    return f"[{_in_class(found)}]" if found[1] else found[0]


def _in_class(found: re.Match[str]) -> str:
    """What stands in a class for a property; any other escape as it is."""
    sign, is_not, name, letter = found.groups()
    return _ranges(name or letter, (sign == "P") != bool(is_not)) if sign else found[0]


@cache
def _ranges(name: str, is_other: bool) -> str:
    """The characters of a general category or of a group of them, or all others, for a class."""
    found = [run for known, those in _runs().items() if known.startswith(name) for run in those]
    if not found:
        raise error(f"unknown property {name!r}: here it is a general category, such as L or Nd")
    runs: list[tuple[int, int]] = []
    for first, last in sorted(found):
        begin = runs.pop()[0] if runs and runs[-1][1] == first - 1 else first
        runs.append((begin, last))
    if is_other:
        edges = [-1, *(edge for run in runs for edge in run), _LAST + 1]
        runs = [
            (one + 1, two - 1)
            for one, two in zip(edges[::2], edges[1::2], strict=True)
            if two - one > 1
        ]
    return "".join(f"\\U{first:08x}-\\U{last:08x}" for first, last in runs)


@cache
def _runs() -> dict[str, list[tuple[int, int]]]:
    """The first and last code point of each run of characters of one general category."""
    runs: defaultdict[str, list[tuple[int, int]]] = defaultdict(list)
    for plane in _PLANES:
        first = plane.start
        for category, those in groupby(map(unicodedata.category, map(chr, plane))):
            after = first + sum(1 for _ in those)
            runs[category].append((first, after - 1))
            first = after
    return runs
