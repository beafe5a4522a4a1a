"""What the still face says of a score and of each part."""

from __future__ import annotations

from typing import Any

import pytest

from accordingto.content import Content
from accordingto.exercises import Outcome, Sheet
from accordingto.exercises.outcome import Part
from accordingto.widgets.script import source
from accordingto.widgets.state import feedback
from accordingto.widgets.static import AGAIN, outcome_html, outcome_text, score_text

FIRST = Sheet.of("00-start-here")


@pytest.mark.parametrize(
    ("exercise", "credit", "said"),
    [("0.1", 0.5, "H (0.5 of 1 points)"), ("0.4", 0.5, "H"), ("0.1", None, "H")],
)
def test_points_are_said_where_points_are_given(exercise: str, credit: Any, said: str) -> None:
    assert score_text(FIRST[exercise], Outcome(credit=credit, headline="H")) == said


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("noon", "noon:"),
        ("`if x:`", "if x:"),
        ("Who says so?", "Who says so?"),
        ("A mistake.", "A mistake."),
        ("No!", "No!"),
        ("“respond.” (13)", "“respond.” (13):"),
    ],
)
def test_a_label_that_ends_in_a_mark_takes_no_colon(label: str, shown: str) -> None:
    part = Part(verdict="right", label=label, text="So.")
    outcome = Outcome(credit=1.0, headline="H", parts=(part,))
    assert outcome_text(FIRST["0.4"], outcome).endswith(f"✓ right – {shown} So.")
    words = outcome_html(outcome).replace("<code>", "").replace("</code>", "")
    assert words == f'<p>H</p><ul class="at-said"><li>✓ right – {shown} So.</li></ul>'
    told = feedback(FIRST["0.4"], outcome)["parts"][0]["label"]
    assert told.replace("<code>", "").replace("</code>", "") == shown


def test_how_to_go_on_is_said_in_one_wording() -> None:
    first = (Content.kit().root / "lessons" / "00-start-here.md").read_text(encoding="utf-8")
    assert AGAIN in source("frame.js")
    assert first.replace("**Kernel → ", "Kernel, ").replace("Cells**", "Cells").count(AGAIN) == 2
