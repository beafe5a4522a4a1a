"""The bar by which one hands in, keeps and brings: by keys, with labels, and with real files."""

from __future__ import annotations

import base64
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from accordingto.widgets.filebar import IN_A_BROWSER, WHAT, FileBar
from accordingto.widgets.markdown import inline
from accordingto.widgets.script import source
from blank_page import BlankPage

BEGIN = """({given, free}) => {
  const model = new window.Model(given);
  model.sent = [];
  model.send = (told) => model.sent.push(told);
  const estimate = async () => ({quota: 1e9, usage: 1e9 - free});
  Object.defineProperty(navigator, 'storage', {value: {estimate}});
  const el = document.createElement('div');
  document.querySelector('main').append(el);
  window.gone = window.module.default.render({model, el});
  window.bar = model;
}"""
SENT = "window.bar.sent"


def begun(browser: Browser, theme: str = "light", free: int = 10**8, **given: Any) -> BlankPage:
    blank = BlankPage(browser, theme=theme)
    blank.page.add_style_tag(content=source("filebar.css"))
    traits = {"what": str(inline(WHAT + IN_A_BROWSER)), "is_browsers": True, "told": []}
    blank.offer("filebar.js").evaluate(BEGIN, {"given": {**traits, **given}, "free": free})
    return blank


def test_it_is_worked_by_keys_and_says_what_came_of_it(browser: Browser) -> None:
    blank = begun(browser)
    page = blank.page
    page.get_by_label("Your name in the course, if you were told one").focus()
    page.keyboard.type("ann dd")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Hand in")).to_be_focused()
    page.keyboard.press("Enter")
    page.wait_for_function(f"{SENT}.length === 1")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    page.wait_for_function(f"{SENT}.length === 2")
    sent = [{"do": "hand in", "given": "ann dd"}, {"do": "keep", "given": ""}]
    assert page.evaluate(SENT) == sent
    page.keyboard.press("Tab")
    expect(page.get_by_label("Bring my work")).to_be_focused()
    page.evaluate("window.bar.receive({told: ['Ready to hand in: <b>x</b>.', 'In it: y.']})")
    expect(page.get_by_role("status").locator("p")).to_have_text(
        ["Ready to hand in: <b>x</b>.", "In it: y."]
    )
    assert not [key for key in page.evaluate("window.pageKeys") if key.startswith("d")]
    page.close()


def test_what_is_packed_arrives_as_a_file(browser: Browser) -> None:
    blank = begun(browser)
    data = bytes(range(256)) * 5
    told = {"name": "ann_04.zip", "data": base64.b64encode(data).decode()}
    with blank.page.expect_download() as download:
        blank.page.evaluate(
            "(told) => window.bar.listeners['msg:custom'].forEach((hear) => hear(told))", told
        )
    assert download.value.suggested_filename == "ann_04.zip"
    assert Path(download.value.path()).read_bytes() == data
    blank.page.close()


def test_the_notebook_is_saved_before_it_is_packed(browser: Browser) -> None:
    page = begun(browser).page
    page.evaluate("""() => { window.jupyterapp = {commands: {execute: async (name) => {
        window.bar.sent.push(name);
    }}}; }""")
    page.get_by_role("button", name="Keep my work").click()
    page.wait_for_function(f"{SENT}.length === 2")
    assert page.evaluate(SENT) == ["docmanager:save", {"do": "keep", "given": ""}]
    page.close()


def test_where_no_command_is_offered_its_key_is_pressed(browser: Browser) -> None:
    page = begun(browser).page
    page.evaluate("""() => document.addEventListener('keydown', (event) => {
        if (event.key === 's' && event.ctrlKey) { event.preventDefault(); window.saves = true; }
    })""")
    page.get_by_role("button", name="Hand in").click()
    page.wait_for_function(f"{SENT}.length === 1")
    assert page.evaluate("window.saves") is True
    page.close()


def test_a_chosen_file_is_read_and_one_that_is_too_large_is_said(browser: Browser) -> None:
    page = begun(browser).page
    field = page.get_by_label("Bring my work")
    field.set_input_files({"name": "my-work.zip", "mimeType": "", "buffer": b"PK\x00\xff"})
    page.wait_for_function(f"{SENT}.length === 1")
    assert page.evaluate(SENT) == [{"do": "bring", "given": "UEsA/w=="}]
    field.set_input_files({"name": "film.zip", "mimeType": "", "buffer": b"x" * 7_000_001})
    expect(page.get_by_role("status")).to_contain_text("larger than 7 MB")
    assert len(page.evaluate(SENT)) == 1
    page.close()


@pytest.mark.parametrize(("free", "is_browsers"), [(10**7, True), (10**8, True), (10**7, False)])
def test_before_room_is_short_it_is_said(browser: Browser, free: int, is_browsers: bool) -> None:
    page = begun(browser, free=free, is_browsers=is_browsers).page
    warned = page.get_by_role("alert").filter(has_text="This browser has little room left")
    expect(warned).to_have_count(int(free == 10**7 and is_browsers))
    page.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, theme: str) -> None:
    page = begun(browser, theme, free=10**7, told=["Ready to hand in: x.", "In it: y."]).page
    expect(page.get_by_role("alert")).to_be_visible()
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    page.close()


def test_where_the_kernel_is_elsewhere_nothing_is_said_of_a_browsers_data() -> None:
    class Nobody:
        """Never pressed."""

    bar = FileBar(Nobody())  # type: ignore[arg-type]
    assert bar.is_browsers is False
    assert "cleared" not in bar.what
