"""What is put into a template is text, unless it is markup already."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError
from markupsafe import Markup

from accordingto.templates import rendered


@given(st.text())
def test_text_is_shown_and_not_obeyed(text: str) -> None:
    shown = rendered("widgets/answer.html", lines=[(text, text)])
    inside = shown.removeprefix("<dl><dt>").removesuffix("</dd></dl>").split("</dt><dd>")
    assert len(inside) == 2
    for half in inside:
        assert "<" not in half
        assert Markup(half).unescape() == text


def test_markup_is_put_in_as_it_is() -> None:
    values = {
        "title": "A",
        "note": "So.",
        "answer": Markup("<p>B</p>"),
        "feedback": "<p>C</p>",
        "help": "",
    }
    shown = rendered("widgets/face.html", **values)
    assert "<p>B</p>&lt;p&gt;C&lt;/p&gt;</section>" in shown


def test_a_value_that_is_not_given_is_named() -> None:
    with pytest.raises(UndefinedError, match="'headline' is undefined"):
        rendered("widgets/outcome.html", parts=[])
