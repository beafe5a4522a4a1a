"""A text inside Markdown is shown and never obeyed."""

from __future__ import annotations

from html import unescape

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from accordingto.exercises.literal import literal
from accordingto.widgets.markdown import inline

SIGNS = st.text("ab _*`<>[]()!&;#\\~'\"/:.-", max_size=30)


@given(SIGNS)
@example("![x](http://elsewhere.example/x.png)")
@example("[x](http://elsewhere.example) and <http://elsewhere.example>")
@example("[x][y] &amp; &#60;b&#62; `a` **b** __c__ \\<i\\>")
@example("<b onclick='f()'>")
def test_no_sign_makes_markup_and_each_is_shown(text: str) -> None:
    shown = inline(f"Expected 1, got {literal(text)}.")
    assert "<" not in shown
    assert unescape(str(shown)) == f"Expected 1, got {text}."


@pytest.mark.parametrize("text", ["[1, 'two', None]", "name 'find_quotations' is not defined"])
def test_what_says_nothing_in_markdown_stays_as_it_is(text: str) -> None:
    assert literal(text) == text
