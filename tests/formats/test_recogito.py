"""Recogito, which counts as browsers do, draws a reading at the right words."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from accordingto.formats.web_annotation import annotation_page
from accordingto.instrument import read
from accordingto.readings import Reading
from accordingto.text import Article

PACKAGE = Path(__file__).parents[2] / "node_modules" / "@recogito" / "text-annotator" / "dist"
ARTICLE = Article(
    "page",
    "“We 🦊 lost it,” Ana Ruiz said on Monday.\n"
    "The mayor 👩‍👩‍👧 denied, Ana 𝓑erg said, that the key 🔑 was sold.\n"
    "Nobody asked, the worker told the Daily 🦊.\n",
)
DRAW = """async (items) => {
  const text = document.getElementById('text');
  const adapter = RecogitoJS.W3CTextFormat('page', text);
  const annotator = RecogitoJS.createTextAnnotator(text, {adapter, renderer: 'SPANS'});
  annotator.setAnnotations(items);
  await new Promise((end) => setTimeout(end, 300));
  const told = annotator.state.store.all().map(({id, target}) => ({
    id,
    words: target.selector.map(({range}) => range.toString()),
    lines: target.selector.flatMap(({range}) => [...range.getClientRects()].map((box) => box.left)),
  }));
  const drawn = [...document.querySelectorAll('.r6o-annotation')].map((span) => ({
    id: span.dataset.annotation,
    left: span.getBoundingClientRect().left,
    width: span.getBoundingClientRect().width,
  }));
  return {told, drawn};
}"""


@pytest.fixture
def viewer(browser: Browser) -> Page:
    script = PACKAGE / "text-annotator.umd.js"
    if not script.is_file():
        missing = pytest.fail if os.environ.get("CI") else pytest.skip
        missing("Recogito is not here: `npm install` brings it")
    page = browser.new_page()
    page.set_content(
        "<!doctype html><meta charset=utf-8><div id=text style='white-space:pre-wrap'></div>"
    )
    page.evaluate("(text) => { document.getElementById('text').textContent = text; }", ARTICLE.text)
    page.add_style_tag(path=PACKAGE / "text-annotator.css")
    page.evaluate("window.process = {env: {}}")  # its bundle asks for Node's
    page.add_script_tag(path=script)
    return page


def quoted(item: dict[str, Any]) -> list[str]:
    return [
        selector["exact"]
        for target in item["target"]
        for selector in target["selector"]
        if selector["type"] == "TextQuoteSelector"
    ]


def test_every_mark_is_drawn_at_its_words_emoji_included(viewer: Page) -> None:
    reading: Reading = read(ARTICLE)
    items = annotation_page(ARTICLE, reading, "utf16")["items"]
    shown = viewer.evaluate(DRAW, items)
    wanted = {item["id"]: sorted(quoted(item)) for item in items}
    assert {one["id"]: sorted(one["words"]) for one in shown["told"]} == wanted
    assert any("🔑" in words for found in wanted.values() for words in found)
    places = {one["id"]: one["lines"] for one in shown["told"]}
    assert {one["id"] for one in shown["drawn"]} == set(wanted)
    for one in shown["drawn"]:
        assert one["width"] > 0
        assert any(abs(one["left"] - left) < 4 for left in places[one["id"]])
    viewer.close()


def test_in_code_points_it_would_draw_beside_them(viewer: Page) -> None:
    """The reason for `--offsets utf16`: one sign too far left after each astral character."""
    items = annotation_page(ARTICLE, read(ARTICLE))["items"]
    shown = viewer.evaluate(DRAW, items)
    wanted = {item["id"]: sorted(quoted(item)) for item in items}
    assert {one["id"]: sorted(one["words"]) for one in shown["told"]} != wanted
    viewer.close()
