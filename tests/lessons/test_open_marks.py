"""What an article leaves open is not closed where a sheet quotes it."""

from __future__ import annotations

import re

import pytest

from accordingto.content import content_root
from accordingto.exercises import Sheet
from accordingto.exercises.sheet import lesson_names


@pytest.mark.parametrize("name", lesson_names())
def test_a_quotation_that_the_article_leaves_open_is_left_open(name: str) -> None:
    text = (content_root() / "exercises" / f"{name}.yaml").read_text(encoding="utf-8")
    for material in Sheet.of(name).materials.values():
        for quotation in material.reading.quotations:
            if not quotation.closed:
                opening = " ".join(material.article[quotation.span].split()[:3])
                closed = rf"{re.escape(opening)}[^“”\n]*…”"
                assert re.findall(closed, text.replace("*", "")) == []
