"""The page of a class in a browser: by keys alone, and followed while answers come in."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from accordingto.classroom.room.class_reading import ClassReading
from accordingto.classroom.room.following import FollowedPage, readings
from accordingto.classroom.room.page import ClassPage
from accordingto.classroom.room.respondents import Respondents
from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.exercises.disk import write_whole
from classroom.room.classes import Simulated

LESSON = "02-who-says-so"
SHEET = Sheet.of(LESSON)
CLASS = Simulated(SHEET)
VOTED = next(question.id for question in SHEET if question.vote)
SOON = 2.0  # seconds from an answer's being saved to its being projected
TABS = 200


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("class")
    whole = ClassReading(SHEET)
    whole.take(Respondents(CLASS.write(folder / "answers", 24), LESSON))
    path = folder / "class.html"
    write_whole(path, ClassPage.of(whole).html().encode())
    return path


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page(viewport={"width": 1280, "height": 720})
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    asked: list[str] = []
    opened.on("request", lambda request: asked.append(request.url))
    yield opened
    opened.close()
    assert faults == []
    assert [url for url in asked if not url.startswith("file:")] == []


def tab_to(page: Page, selector: str) -> None:
    """Go there by the Tab key alone."""
    for _ in range(TABS):
        if page.evaluate("(one) => document.activeElement.matches(one)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{selector} cannot be reached by Tab")


def test_by_keys_one_opens_a_sentence_shows_the_expert_filters_and_projects(
    page: Page, written: Path
) -> None:
    page.goto(written.as_uri())
    tab_to(page, "details.sentence > summary")
    page.keyboard.press("Enter")
    sentence = page.locator("details.sentence").first
    expect(sentence.locator(".opened").first).to_be_visible()
    expect(sentence.locator(".expert").first).to_be_hidden()
    tab_to(page, "details.sentence[open] .reveal > summary")
    page.keyboard.press("Space")
    expect(sentence.locator(".expert").first).to_be_visible()
    page.locator("#filter").focus()
    page.keyboard.type(VOTED)
    expect(page.locator(f"[id='x{VOTED}']")).to_be_visible()
    expect(page.locator("main > .stop:visible")).to_have_count(1)
    page.keyboard.press("Home")
    expect(page.locator("main > .stop:visible")).to_have_count(2 + len(SHEET.questions))
    page.evaluate("scrollTo(0, 0)")
    tab_to(page, "#project")
    page.keyboard.press("Enter")
    expect(page.locator("main > .stop:visible")).to_have_count(1)
    stops = []
    for _ in range(TABS):
        shown = page.locator("main > .stop:visible").get_attribute("id")
        if shown not in stops:
            stops.append(shown)
        if page.locator("#on").is_disabled():
            break
        page.keyboard.press("PageDown")
        page.wait_for_timeout(50)  # the browser scrolls by and by
    assert stops == page.evaluate("[...document.querySelectorAll('main > .stop')].map((s) => s.id)")
    page.keyboard.press("Escape")
    expect(page.locator("main > .stop:visible")).to_have_count(2 + len(SHEET.questions))


def test_a_link_to_where_the_class_parts_opens_it(page: Page, written: Path) -> None:
    page.goto(written.as_uri())
    link = page.locator("#where a").first
    goal = (link.get_attribute("href") or "").removeprefix("#")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator(f"[id='{goal}']")).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_opened_or_projected(
    browser: Browser, written: Path, scheme: str
) -> None:
    opened = browser.new_page(
        viewport={"width": 1280, "height": 720},
        color_scheme="dark" if scheme == "dark" else "light",
    )
    opened.context.set_default_timeout(60_000)
    opened.goto(written.as_uri())
    opened.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
    for projected in (False, True):
        if projected:
            opened.locator("#project").click()
        found = Axe().run(opened).response["violations"]
        assert [(one["id"], one["nodes"][0]["html"]) for one in found] == []
    opened.close()


def test_projected_letters_are_large_and_nothing_runs_out_at_the_side(
    page: Page, written: Path
) -> None:
    page.goto(written.as_uri())
    page.locator("#project").click()
    for _ in range(2 + len(SHEET.questions)):
        stop = page.locator("main > .stop:visible")
        small = stop.evaluate(
            """(stop) => [...stop.querySelectorAll('p, li, th, td, summary, h2, h3')]
              .filter((one) => one.offsetParent && one.textContent.trim())
              .map((one) => parseFloat(getComputedStyle(one).fontSize))
              .filter((size) => size < 20)"""
        )
        assert small == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        if page.locator("#on").is_enabled():
            page.locator("#on").click()


@pytest.fixture
def followed(tmp_path: Path) -> Iterator[Path]:
    """A folder that is followed, beside its page, until the test ends."""
    folder = CLASS.write(tmp_path / "answers", 6)
    out, ended = FollowedPage(tmp_path / "class.html"), threading.Event()

    def follow() -> None:
        for whole, faults in readings(folder, SHEET, Content.kit(), look=0.1):
            if ended.is_set():
                return
            assert faults == []
            out.write(ClassPage.of(whole), f"{whole.readers} readers")

    thread = threading.Thread(target=follow, daemon=True)
    thread.start()
    while not out.path.exists():
        time.sleep(0.05)
    yield folder
    ended.set()
    (folder / "one more.json").write_bytes(CLASS.file(999))
    thread.join(timeout=10)
    assert not thread.is_alive()


def test_an_answer_that_is_saved_is_projected_soon_and_what_is_open_stays_open(
    page: Page, followed: Path
) -> None:
    page.goto((followed.parent / "class.html").as_uri())
    expect(page.locator("#where .lead")).to_contain_text("6 readers.")
    sentence = page.locator("details.sentence").first
    sentence.locator("summary").first.focus()
    page.keyboard.press("Enter")
    page.mouse.wheel(0, 150)
    page.wait_for_timeout(200)
    before = page.evaluate("scrollY")
    took = []
    for number in range(6, 10):
        (followed / f"reader {number}.json").write_bytes(CLASS.file(number))
        saved = time.monotonic()
        expect(page.locator("#where .lead")).to_contain_text(f"{number + 1} readers.", timeout=9000)
        took.append(time.monotonic() - saved)
    assert sorted(took)[1] < SOON
    expect(sentence).to_have_attribute("open", "")
    assert page.evaluate("document.activeElement.localName") == "summary"
    assert page.evaluate("document.activeElement.parentElement.id") == sentence.get_attribute("id")
    assert page.evaluate("scrollY") == before
    expect(page.locator("#told")).to_have_text("10 readers")
    voted = page.locator(f"[id='x{VOTED}'] table")
    expect(voted.first).to_contain_text("first vote, of 10")
    expect(voted.first).to_contain_text("now, of 10")
