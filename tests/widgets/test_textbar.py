"""The bar by which a left-out text is brought: with a label, a real file, and an answer."""

from __future__ import annotations

import base64
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from accordingto.notebooks.bringing import WHAT
from accordingto.widgets.filebar import Told
from accordingto.widgets.markdown import inline
from accordingto.widgets.script import source
from accordingto.widgets.textbar import TextBar
from blank_page import BlankPage

BEGIN = """(what) => {
  const model = new window.Model({what, told: []});
  model.send = (told) => { model.sent.push(told); };
  const el = document.createElement('div');
  document.querySelector('main').append(el);
  window.module.default.render({model, el});
  window.bar = model;
}"""
SAID = str(inline(WHAT.format(titles="“A page”", files="`seeds/a-page/article.txt`")))


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_file_is_chosen_and_what_came_of_it_is_said(
    browser: Browser, tmp_path: Path, theme: str
) -> None:
    file = tmp_path / "article.txt"
    file.write_bytes("“Words”\r\n".encode())
    blank = BlankPage(browser, theme=theme, width=360)
    page = blank.page
    page.add_style_tag(content=source("filebar.css"))
    blank.offer("textbar.js").evaluate(BEGIN, SAID)
    field = page.get_by_label("Choose the file of the text")
    field.set_input_files(file)
    page.wait_for_function("window.bar.sent.length === 1")
    assert base64.b64decode(page.evaluate("window.bar.sent[0].given")) == file.read_bytes()
    page.evaluate("window.bar.receive({told: ['This is <b>another</b> file.']})")
    expect(page.get_by_role("status")).to_have_text("This is <b>another</b> file.")
    expect(field).to_have_value("")
    assert Axe().run(page).response["violations"] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_a_page_sends_is_a_whole_file_or_is_refused() -> None:
    def bring(data: bytes) -> str:
        if data == b"no":
            raise Told("Not this one.")
        return f"{len(data)} bytes"

    bar = TextBar("Bring **it**.", bring)
    assert bar.what == "Bring <strong>it</strong>."
    for given, told in (
        ({"given": base64.b64encode(b"text").decode()}, "4 bytes"),
        ({"given": "not base64!"}, "The file did not come whole. Choose it again."),
        ({"given": base64.b64encode(b"no").decode()}, "Not this one."),
        ({"given": 7}, "Not this one."),
        ({}, "Not this one."),
    ):
        bar._given(bar, given, [])
        assert bar.told == [told]
