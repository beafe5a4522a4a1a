"""The stand-in for `regex`, held against the real one on all that NLTK and the lessons ask."""

from __future__ import annotations

import json
import pickle
import re
import subprocess
import sys
import unicodedata
from functools import cache
from typing import Any

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from accordingto.content import Content
from accordingto.in_browser import regex as ours

# Every pattern that the parts of NLTK which the lessons use compile when they are imported.
ASKED = """
import json, regex
asked = set()
compiled = regex.compile
def compile(pattern, flags=0, **more):
    if isinstance(source := getattr(pattern, "pattern", pattern), str):
        asked.add((source, int(flags)))
    return compiled(pattern, flags, **more)
regex.compile = compile
import nltk, nltk.chat, nltk.chunk, nltk.classify.textcat, nltk.metrics, nltk.sentiment, nltk.tgrep
print(json.dumps(sorted(asked)))
"""
# Letters, marks and blanks in which the two have reason to part, or to agree.
SIGNS = "aZé\u00dfİσς“”’…—-_.,!? \n\t19٣Ⅷ你ꙮ€+😀()[]#"
TEXTS = st.text(st.sampled_from(SIGNS), max_size=30)
IN_A_CLASS = (
    "a",
    "a-z",
    r"\w",
    r"\d",
    r"\s",
    r"\p{L}",
    r"\P{N}",
    r"\p{^Lu}",
    r"\pP",
    "“",
    r"\]",
    "[",
)
ALONE = (".", "a", "[^“]", r"\b", r"\w", r"\S", r"\p{Lu}", r"\P{L}", r"\pN", "(?:ab|a)", r"\.", "^")
CLASSES = st.builds(
    "[{}{}]".format,
    st.sampled_from(["", "^"]),
    st.lists(st.sampled_from(IN_A_CLASS), min_size=1).map("".join),
)
REPEATS = st.sampled_from(["", "", "*", "+", "?", "{1,2}", "*?"])
PIECES = st.builds("(?:{}){}".format, st.sampled_from(ALONE) | CLASSES, REPEATS)
PATTERNS = st.lists(PIECES, min_size=1, max_size=4).map("".join) | st.builds(
    "({})\\1".format, PIECES
)
FLAGS = st.sampled_from([0, re.I, re.M, re.S, re.X, re.I | re.S])


@cache
def asked() -> list[tuple[str, int]]:
    done = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)
    return [
        (pattern, flags)
        for pattern, flags in json.loads(done.stdout)
        if "Default_Ignorable_Code_Point" not in pattern  # of a name in XML, which no lesson reads
    ]


@cache
def pages() -> tuple[str, ...]:
    seeds = sorted(path.parent for path in (Content.kit().root / "seeds").glob("*/article.txt"))
    return tuple((seed / "article.txt").read_text(encoding="utf-8")[:2500] for seed in seeds)


def found(engine: Any, pattern: str, flags: int, text: str) -> Any:
    compiled = engine.compile(pattern, flags)
    return (
        [(one.span(), one.groups()) for one in compiled.finditer(text, timeout=5.0)],
        compiled.findall(text, timeout=5.0),
        compiled.split(text, timeout=5.0),
        compiled.subn("<>", text, timeout=5.0),
        bool(compiled.fullmatch(text, timeout=5.0)),
    )


def test_every_pattern_of_nltk_finds_the_same_on_every_page() -> None:
    assert len(asked()) > 300
    assert any(r"\p{L}" in pattern for pattern, _ in asked())
    for pattern, flags in asked():
        for page in pages():
            assert found(ours, pattern, flags, page) == found(regex, pattern, flags, page), pattern


@given(st.integers(0), TEXTS)
def test_every_pattern_of_nltk_finds_the_same_in_any_text(number: int, text: str) -> None:
    pattern, flags = asked()[number % len(asked())]
    assert found(ours, pattern, flags, text) == found(regex, pattern, flags, text)


@given(PATTERNS, FLAGS, TEXTS)
def test_any_pattern_that_a_reader_may_write_finds_the_same(
    pattern: str, flags: int, text: str
) -> None:
    assert found(ours, pattern, flags, text) == found(regex, pattern, flags, text)


@cache
def assigned() -> str:
    """Every character that this Python knows."""
    codes = (code for code in range(0x110000) if not 0xD800 <= code < 0xE000)
    return "".join(one for one in map(chr, codes) if unicodedata.category(one) != "Cn")


@pytest.mark.parametrize("name", ["L", "N", "P", "S", "Z", "M", "Lu", "Nd", "Ps", "Sc", "Co"])
def test_a_property_has_the_characters_that_it_has_in_regex(name: str) -> None:
    for pattern in (rf"\p{{{name}}}", rf"\P{{{name}}}", rf"[\P{{{name}}}_]"):
        theirs = set(regex.findall(pattern, assigned()))
        changed = theirs ^ set(ours.findall(pattern, assigned()))
        assert len(changed) <= 1, pattern  # a letter of which Unicode has changed its mind since


def test_what_differs_is_what_the_module_says() -> None:
    def kinds(pattern: str) -> tuple[set[str], set[str]]:
        mine, theirs = (
            set(ours.findall(pattern, assigned())),
            set(regex.findall(pattern, assigned())),
        )
        return (
            {unicodedata.category(one) for one in mine - theirs},
            {unicodedata.category(one) for one in theirs - mine},
        )

    assert kinds(r"\d") == (set(), set())
    assert kinds(r"\w")[0] == {"No"}  # a raised digit, a fraction
    assert kinds(r"\w")[1] >= {"Mn", "Mc", "Me"}  # combining accents
    assert kinds(r"\s") == ({"Cc"}, set())
    assert ours.findall(r"\s", "\x1c\x1d\x1e\x1f") == ["\x1c", "\x1d", "\x1e", "\x1f"]


@pytest.mark.parametrize(
    "pattern", [r"\p{Han}", r"\p{Greek}", "[[:alpha:]]", r"\X", r"\R", r"\m\w", "(?|a|b)", "(a"]
)
def test_what_regex_alone_can_read_is_refused(pattern: str) -> None:
    with pytest.raises(ours.error):
        ours.search(pattern, "a")


@pytest.mark.parametrize(
    "pattern",
    [r"\\p{L}", r"[[]\p{Lu}[]]", r"[]\p{L}]+", r"#\p{L}", r"[#]\p{L}", r"\#\p{N}|[^\p{L}]"],
)
@pytest.mark.parametrize("flags", [0, re.X])
def test_a_property_is_known_by_where_it_stands(pattern: str, flags: int) -> None:
    for text in ("[A]", "]a#", r"\p{L}", "#é[#é]", "#1"):
        assert found(ours, pattern, flags, text) == found(regex, pattern, flags, text)


def test_the_module_is_asked_as_regex_is() -> None:
    for engine in (ours, regex):
        assert engine.sub(r"(\p{L})\1", r"\1", "aabbc") == "abc"
        assert engine.sub("a", lambda found: found[0].upper(), "abab", 1) == "Abab"
        assert engine.subn("a", "", "aba", count=1) == ("ba", 1)
        assert engine.split(",", "a,b,c", maxsplit=1) == ["a", "b,c"]
        assert engine.match("B", "abc", flags=engine.I) is None
        assert engine.fullmatch("ABC", "abc", flags=engine.IGNORECASE | engine.UNICODE)
        assert engine.search(b"b", b"abc").span() == (1, 2)
        assert [one[0] for one in engine.finditer(r"\d", "a1b2")] == ["1", "2"]
        assert engine.compile("b").search("abcb", 2).span() == (3, 4)
        one = engine.compile(r"\p{L}+", engine.X)
        assert (one.pattern, one.groups, one) == (r"\p{L}+", 0, engine.compile(r"\p{L}+", engine.X))
        assert pickle.loads(pickle.dumps(one)).findall("a1é") == ["a", "é"]
        assert engine.compile(one).pattern == one.pattern
        assert issubclass(engine.error, Exception)


def test_it_needs_nothing_but_python_itself() -> None:
    """It is put into the place of a module of its own, where the kit may not be loaded yet."""
    done = subprocess.run(
        [sys.executable, "-I", "-S", ours.__file__], capture_output=True, text=True
    )
    assert (done.returncode, done.stderr) == (0, "")
