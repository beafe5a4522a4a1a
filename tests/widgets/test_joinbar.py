"""The bar by which one joins a room: by keys, with labels, and saying what leaves the computer."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from accordingto.widgets.joinbar import JoinBar
from accordingto.widgets.script import source
from blank_page import BlankPage

BEGIN = """(given) => {
  const model = new window.Model(given);
  model.sent = [];
  model.send = (told) => model.sent.push(told);
  const el = document.createElement('div');
  document.querySelector('main').append(el);
  window.module.default.render({model, el});
  window.bar = model;
}"""


class Recorded:
    """A door that notes what it was asked."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, ...]] = []

    def join(self, address: str, code: str, name: str) -> None:
        self.asked.append((address, code, name))

    def leave(self) -> None:
        self.asked.append(())


def begun(browser: Browser, theme: str = "light", **given: Any) -> BlankPage:
    blank = BlankPage(browser, theme=theme)
    blank.page.add_style_tag(content=source("joinbar.css"))
    traits = {"address": "", "code": "", "name": "", "is_in": False, "told": ""}
    what = JoinBar(Recorded()).what
    blank.offer("joinbar.js").evaluate(BEGIN, {**traits, "what": what, **given})
    return blank


def test_it_is_filled_in_and_sent_by_keys_and_left_by_keys(browser: Browser) -> None:
    blank = begun(browser)
    page = blank.page
    page.get_by_label("Address of the room").focus()
    for words in ("192.0.2.7:8787", "QUQ VRM"):
        page.keyboard.type(words)
        page.keyboard.press("Tab")
    page.keyboard.type("Ann dd")
    page.keyboard.press("Enter")
    sent = {"do": "join", "address": "192.0.2.7:8787", "code": "QUQ VRM", "name": "Ann dd"}
    assert page.evaluate("window.bar.sent") == [sent]
    page.evaluate("window.bar.receive({is_in: true, told: 'In the room: 0 answers sent.'})")
    expect(page.get_by_role("status")).to_have_text("In the room: 0 answers sent.")
    expect(page.get_by_role("button", name="Leave")).to_be_focused()
    expect(page.get_by_label("Code of the room")).to_be_disabled()
    page.keyboard.press("Enter")
    assert page.evaluate("window.bar.sent")[1:] == [{"do": "leave"}]
    page.evaluate("window.bar.receive({is_in: false, told: 'You have left the room.'})")
    expect(page.get_by_role("button", name="Join")).to_be_focused()
    assert not [key for key in page.evaluate("window.pageKeys") if key.startswith("d")]
    page.close()


def test_it_says_what_leaves_the_computer_and_markup_is_text(browser: Browser) -> None:
    blank = begun(browser, told="<b>no</b>", address="<i>x</i>")
    expect(blank.page.locator(".at-join-what")).to_contain_text(
        "Your answers stay on this computer until you press Join."
    )
    expect(blank.page.get_by_role("status")).to_have_text("<b>no</b>")
    expect(blank.page.get_by_label("Address of the room")).to_have_value("<i>x</i>")
    blank.page.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("is_in", [False, True])
def test_axe_finds_nothing(browser: Browser, theme: str, is_in: bool) -> None:
    blank = begun(browser, theme, is_in=is_in, told="In the room: 3 answers sent.")
    found = Axe().run(blank.page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    blank.page.close()


def test_only_a_press_is_heard() -> None:
    door = Recorded()
    bar = JoinBar(door)
    for content in ({}, {"do": "join"}, {"do": "join", "address": 1, "code": "", "name": ""}):
        bar._asked(bar, content, None)
    assert door.asked == []
    bar._asked(bar, {"do": "join", "address": "a", "code": "b", "name": ""}, None)
    bar._asked(bar, {"do": "leave"}, None)
    assert door.asked == [("a", "b", ""), ()]
    assert repr(bar) == "The room: not joined."
