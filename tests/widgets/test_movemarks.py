"""Two quotation marks that are moved over a sentence, by mouse, finger and keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, expect

from accordingto.widgets.movemarks import MovedMarks
from accordingto.widgets.script import source
from blank_page import BlankPage

WORDS = ["We", "will", "shut", "the", "bridge,", "if", "it", "must", "be."]
BEGIN = """(given) => {
  const model = Object.assign(new window.Model(given), {save_changes() {}});
  const el = document.createElement('div');
  document.querySelector('main').append(el);
  window.undraw = window.module.default.render({model, el});
  window.moved = model;
}"""


def begun(browser: Browser, *, width: int = 900, touch: bool = False) -> BlankPage:
    blank = BlankPage(browser, width=width, touch=touch)
    blank.page.add_style_tag(content=source("movemarks.css"))
    said = [["Share of voice", "Moor has 9 of 9."]]
    given = {"words": WORDS, "speaker": "Moor", "first": 0, "last": len(WORDS), "said": said}
    blank.offer("movemarks.js").evaluate(BEGIN, given)
    return blank


@pytest.fixture
def blank(browser: Browser) -> Iterator[BlankPage]:
    page = begun(browser)
    yield page
    page.page.close()


def mark(blank: BlankPage, name: str) -> Locator:
    return blank.page.get_by_role("slider", name=name)


def places(blank: BlankPage) -> list[int]:
    held: list[int] = blank.page.evaluate("['first', 'last'].map((end) => window.moved.get(end))")
    return held


def sentence(blank: BlankPage) -> str:
    return " ".join(blank.page.locator(".at-moving-sentence").inner_text().split())


def drag(blank: BlankPage, name: str, word: str) -> None:
    grip, goal = (
        where.bounding_box()
        for where in (mark(blank, name), blank.page.get_by_text(word, exact=True))
    )
    assert grip
    assert goal
    mouse = blank.page.mouse
    mouse.move(grip["x"] + grip["width"] / 2, grip["y"] + grip["height"] / 2)
    mouse.down()
    mouse.move(goal["x"] + 2, goal["y"] + goal["height"] / 2, steps=6)
    mouse.up()


def test_by_mouse_a_mark_goes_to_the_nearest_place_between_two_words(blank: BlankPage) -> None:
    drag(blank, "Opening mark", "if")
    drag(blank, "Closing mark", "be.")
    assert places(blank) == [5, 8]
    assert sentence(blank) == "Moor said: We will shut the bridge, “if it must” be."
    blank.page.mouse.move(5, 5)
    assert places(blank) == [5, 8]  # it was let go


def test_by_keys_a_mark_moves_a_word_at_a_time_and_keeps_the_focus(blank: BlankPage) -> None:
    opening, closing = mark(blank, "Opening mark"), mark(blank, "Closing mark")
    opening.focus()
    for _ in range(3):
        blank.page.keyboard.press("ArrowRight")
    expect(opening).to_be_focused()
    expect(opening).to_have_attribute("aria-valuetext", "before the")
    blank.page.keyboard.press("Tab")
    expect(closing).to_be_focused()
    expect(closing).to_have_attribute("aria-valuetext", "after be.")
    blank.page.keyboard.press("ArrowLeft")
    assert places(blank) == [3, 8]
    assert sentence(blank) == "Moor said: We will shut “the bridge, if it must” be."


def test_the_marks_never_pass_each_other_and_nothing_may_be_between_them(blank: BlankPage) -> None:
    mark(blank, "Opening mark").press("End")
    assert places(blank) == [9, 9]
    assert sentence(blank) == "Moor said: We will shut the bridge, if it must be. “”"
    mark(blank, "Closing mark").press("Home")
    assert places(blank) == [9, 9]
    mark(blank, "Opening mark").press("Home")
    mark(blank, "Closing mark").press("Home")
    assert places(blank) == [0, 0]
    assert sentence(blank) == "Moor said: “”We will shut the bridge, if it must be."


def test_a_host_that_floats_lists_leaves_its_labels_whole(blank: BlankPage) -> None:
    """JupyterLab gives the names of a list a fifth of their place, and floats them."""
    names, said = "{ float: left; width: 20%; }", "{ float: left; width: 80%; }"
    area = ".jp-OutputArea-output dl"
    blank.page.add_style_tag(content=f"{area} dt {names} {area} dd {said}")
    blank.page.locator("main").evaluate("(main) => main.classList.add('jp-OutputArea-output')")
    name = blank.page.get_by_text("Share of voice", exact=True)
    height, line = name.evaluate(
        "(el) => [el.offsetHeight, parseFloat(getComputedStyle(el).lineHeight)]"
    )
    assert height < 1.5 * line


def test_keys_stay_in_it_and_what_the_kernel_tells_is_shown(blank: BlankPage) -> None:
    mark(blank, "Opening mark").press("d")
    assert blank.page.evaluate("window.pageKeys") == []
    blank.page.evaluate("window.moved.receive({said: [['Headline', 'Moor <b>speaks</b>']]})")
    expect(blank.page.get_by_role("status")).to_have_text("HeadlineMoor <b>speaks</b>")
    blank.page.evaluate("window.undraw()")
    blank.page.evaluate("window.moved.receive({said: []})")
    expect(blank.page.get_by_role("status")).to_have_text("HeadlineMoor <b>speaks</b>")


def test_it_is_accessible_and_no_wider_than_a_phone(browser: Browser) -> None:
    blank = begun(browser, width=320, touch=True)
    found = Axe().run(blank.page)
    assert found.violations_count == 0, found.generate_report()
    assert blank.page.evaluate("document.documentElement.scrollWidth") <= 320
    blank.page.close()


def test_what_is_said_follows_the_marks_without_the_sentence_itself() -> None:
    moved = MovedMarks(
        ["One.", "Two."],
        "Moor",
        lambda first, last: {"The sentence": "…", "Between": f"{first} to {last}"},
    )
    assert moved.said == [["Between", "0 to 2"]]
    moved.first = 1
    assert moved.said == [["Between", "1 to 2"]]
    assert repr(moved) == "The sentence: …; Between: 1 to 2"
