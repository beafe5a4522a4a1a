"""What an article leaves open is not closed where a sheet quotes it."""

from __future__ import annotations

import re

import pytest

from accordingto.content import Content
from accordingto.exercises import Sheet


@pytest.mark.parametrize("name", Content.kit().lessons())
def test_a_quotation_that_the_article_leaves_open_is_left_open(name: str) -> None:
    text = (Content.kit().root / "exercises" / f"{name}.yaml").read_text(encoding="utf-8")
    for material in Sheet.of(name).materials.values():
        for quotation in material.reading.quotations:
            if not quotation.closed:
                opening = " ".join(material.article[quotation.span].split()[:3])
                closed = rf"{re.escape(opening)}[^“”\n]*…”"
                assert re.findall(closed, text.replace("*", "")) == []
