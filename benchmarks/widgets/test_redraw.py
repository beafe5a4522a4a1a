"""How long one mark takes to be seen in a long text. The aim: 33 ms, two frames, as the median."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser
from pytest_benchmark.fixture import BenchmarkFixture

from blank_page import BlankPage

WORDS, PARAGRAPHS, MARKS = 20_000, 400, 1_000
MARK_A_WORD = """() => {
  const area = document.querySelector('.at-text-area');
  area.dispatchEvent(new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}));
  area.dispatchEvent(new KeyboardEvent('keydown', {key: '1', bubbles: true}));
  return area.getBoundingClientRect().height;
}"""


def test_one_mark_among_a_thousand(browser: Browser, benchmark: BenchmarkFixture) -> None:
    """The keys, the model, the drawing and the layout; the page's answer included."""
    line = " ".join(["word"] * (WORDS // PARAGRAPHS))
    text = "\n".join([line] * PARAGRAPHS)
    starts = [at * (len(line) + 1) for at in range(PARAGRAPHS)]
    step = len(text) // MARKS
    marks = [{"start": at * step, "end": at * step + 4, "label": "q"} for at in range(MARKS)]
    part: dict[str, Any] = {
        "part": "marks",
        "field": "marks",
        "label": "Mark the text",
        "text": text,
        "paragraphs": [[start, start + len(line)] for start in starts],
        "labels": [{"value": "q", "name": "Quotation", "sign": "●"}],
    }
    blank = BlankPage(browser)
    blank.show(part, answer={"marks": marks}).locator(".at-text-area").focus()
    benchmark.pedantic(lambda: blank.page.evaluate(MARK_A_WORD), rounds=30, warmup_rounds=3)
    assert len(blank.answer()["marks"]) > MARKS
