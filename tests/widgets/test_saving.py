"""Saving: what was not saved is offered back until the reader ends it, and what waits is right."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, expect

from accordingto.exercises.edits import offers
from blank_page import BlankPage
from stored_page import StoredPage

# Until the browser keeps not one sign more.
FILL = """() => {
  for (let [count, size] = [0, 2 ** 24]; size >= 1; count += 1) {
    try {
      localStorage.setItem(`${count}`, 'x'.repeat(size));
    } catch {
      size /= 2;
    }
  }
}"""


@pytest.fixture
def stored(stored_page: StoredPage, tmp_path: Path) -> Iterator[StoredPage]:
    """A notebook, run for the first time: window 1 on kernel 0."""
    stored_page.begin(tmp_path)
    stored_page.run()
    yield stored_page
    stored_page.end()


def shown(stored: StoredPage) -> Locator:
    """The exercise in the newest window."""
    return stored.view(max(stored.on))


def write(stored: StoredPage, words: str) -> None:
    shown(stored).get_by_label("Your text").fill(words)


def write_unsaved(stored: StoredPage, words: str) -> None:
    """Write while the kernel is gone, and run the notebook again."""
    stored.kernels[0].kill()
    write(stored, words)
    run_again(stored)


def run_again(stored: StoredPage) -> None:
    stored.restart(0)
    stored.settle()


def text(stored: StoredPage) -> str:
    """The text in the answer file."""
    stored.settle()
    entry = stored.kept()
    assert entry
    return entry.answer["text"] or ""


def press(stored: StoredPage, name: str) -> None:
    shown(stored).get_by_role("button", name=name).click()
    stored.settle()


def offer(stored: StoredPage) -> Locator:
    alerts = shown(stored).get_by_role("alert")
    return alerts.filter(has=stored.page.get_by_role("button"))


def did(stored: StoredPage) -> list[str]:
    entry = stored.kept()
    return [one.did for one in entry.attempts] if entry else []


def test_an_offer_outlives_an_edit_and_its_saving(stored: StoredPage) -> None:
    write_unsaved(stored, "long")
    shown(stored).get_by_label("the names").check()
    stored.settle()
    run_again(stored)
    press(stored, "Restore it")
    assert text(stored) == "long"


def test_an_offer_that_was_dropped_does_not_come_back(stored: StoredPage) -> None:
    write_unsaved(stored, "long")
    press(stored, "Drop it")
    run_again(stored)
    expect(offer(stored)).to_have_count(0)
    assert did(stored) == ["dropped"]


def test_restoring_over_what_was_on_the_disk_all_along_offers_nothing_more(
    stored: StoredPage,
) -> None:
    write(stored, "base")
    stored.settle()
    write_unsaved(stored, "base and more")
    assert stored.texts()[max(stored.on)] == "base"
    press(stored, "Restore it")
    expect(offer(stored)).to_have_count(0)
    assert text(stored) == "base and more"
    run_again(stored)
    expect(offer(stored)).to_have_count(0)


def test_restoring_over_newer_work_can_be_undone(stored: StoredPage) -> None:
    write_unsaved(stored, "long")
    write(stored, "newer")
    stored.settle()
    run_again(stored)
    press(stored, "Restore it")
    expect(offer(stored)).to_contain_text("The answer that stood here until ")
    run_again(stored)
    for words in ("newer", "long", "newer"):
        press(stored, "Restore it")
        assert text(stored) == words
    press(stored, "Drop it")
    expect(offer(stored)).to_have_count(0)


def test_what_stood_before_a_restore_is_offered_still_when_one_writes_on(
    stored: StoredPage,
) -> None:
    write_unsaved(stored, "long")
    write(stored, "newer")
    stored.settle()
    press(stored, "Restore it")
    write(stored, "long, and longer")
    assert text(stored) == "long, and longer"
    expect(offer(stored)).to_contain_text("The answer that stood here until ")
    press(stored, "Restore it")
    assert text(stored) == "newer"


@pytest.mark.parametrize("then", ["written", "begun"])
def test_what_could_not_be_kept_is_offered_once_something_else_could(
    stored: StoredPage, then: str
) -> None:
    first, second = 1, stored.open(0)
    stored.type(second, "shorter")
    stored.settle()
    stored.press(second, "Check")
    stored.settle()
    stored.kernels[0].let_write(0)
    stored.type(first, " and longer")
    stored.settle()
    expect(stored.view(first)).to_contain_text("Your answers cannot be kept")
    stored.kernels[0].let_write(None)
    if then == "begun":
        stored.press(first, "Start over")
    else:
        stored.type(second, " and other")
    stored.settle()
    entry = stored.kept()
    assert entry
    assert "shorter and longer" in [one.answer["text"] for one in offers(entry)]
    assert stored.copies() == []


def test_two_answers_that_were_not_saved_are_offered_in_turn(stored: StoredPage) -> None:
    write_unsaved(stored, "first")
    write_unsaved(stored, "second")
    press(stored, "Drop it")
    expect(offer(stored)).to_contain_text("An answer that was not saved")
    press(stored, "Restore it")
    assert text(stored) == "first"


def test_dropping_an_offer_keeps_what_is_not_saved_now(stored: StoredPage) -> None:
    write_unsaved(stored, "first")
    stored.kernels[0].kill()
    write(stored, "second")
    press(stored, "Drop it")
    expect(offer(stored)).to_have_count(0)
    run_again(stored)
    press(stored, "Restore it")
    assert text(stored) == "second"
    expect(offer(stored)).to_have_count(0)


def test_a_browser_that_cannot_keep_an_answer_does_not_promise_to(stored: StoredPage) -> None:
    stored.kernels[0].kill()
    stored.page.evaluate(FILL)
    write(stored, "long")
    expect(shown(stored).get_by_role("alert")).to_have_text(
        "Not saved: the kernel is not answering, and this browser cannot keep your answer. "
        "Copy it before you reload this page or run anything."
    )


def test_an_answer_that_waits_for_a_cell_is_told_from_a_silent_kernel(stored: StoredPage) -> None:
    stored.kernels[0].stop()
    stored.page.evaluate("front.set('running', true)")
    write(stored, "long")
    alert = shown(stored).get_by_role("alert")
    expect(alert).to_have_text(
        "Not saved yet: a cell is running, and your answer is saved when it has ended. "
        "Until then it is kept in this browser."
    )
    stored.page.evaluate("front.set('running', false)")
    expect(alert).to_contain_text("Not saved: the kernel is not answering.")
    stored.kernels[0].go_on()
    assert text(stored) == "long"
    expect(alert).to_have_count(0)
    expect(shown(stored).locator(".at-saved")).to_contain_text("saved ")


def test_a_button_pressed_often_while_the_kernel_is_silent_is_sent_once(
    stored: StoredPage,
) -> None:
    write(stored, "long")
    stored.settle()
    stored.kernels[0].stop()
    for _ in range(3):
        press(stored, "Check")
    stored.kernels[0].go_on()
    press(stored, "Check")
    assert did(stored) == ["check"]


def test_a_message_that_comes_twice_is_done_once(stored: StoredPage) -> None:
    stored.kernels[0].stop()
    write(stored, "long")
    expect(shown(stored).get_by_role("alert")).to_contain_text("Not saved")  # and sent again
    stored.kernels[0].go_on()
    stored.settle()
    write(stored, "longer")
    assert text(stored) == "longer"
    assert did(stored) == []


def test_what_waits_is_not_sent_with_a_later_edit(stored: StoredPage) -> None:
    write(stored, "zero")
    stored.settle()
    stored.kernels[0].stop()
    write(stored, "first")
    press(stored, "Check")
    write(stored, "other")
    stored.kernels[0].go_on()
    assert text(stored) == "other"
    assert did(stored) == []


@pytest.mark.parametrize("name", ["Restore it", "Drop it"])
def test_the_focus_goes_on_to_the_controls_when_the_last_offer_is_gone(
    stored: StoredPage, name: str
) -> None:
    write_unsaved(stored, "long")
    shown(stored).get_by_role("button", name=name).press("Enter")
    stored.settle()
    expect(shown(stored).get_by_label("Your text")).to_be_focused()


def test_the_focus_stays_while_another_answer_is_offered(stored: StoredPage) -> None:
    write_unsaved(stored, "first")
    write_unsaved(stored, "second")
    drop = shown(stored).get_by_role("button", name="Drop it")
    drop.press("Enter")
    stored.settle()
    expect(drop).to_be_focused()


def test_a_silent_kernel_is_said_and_the_answer_is_offered_back(stored: StoredPage) -> None:
    stored.kernels[0].kill()
    write(stored, "long")
    alert = shown(stored).get_by_role("alert").filter(has_text="Not saved")
    expect(alert).to_be_visible(timeout=5000)
    run_again(stored)
    expect(shown(stored).get_by_label("Your text")).to_have_value("")
    expect(offer(stored)).to_contain_text("An answer that was not saved is kept, from ")
    year = stored.page.evaluate("String(new Date().getFullYear())")
    expect(offer(stored)).to_contain_text(year)
    press(stored, "Restore it")
    expect(shown(stored).get_by_label("Your text")).to_have_value("long")
    run_again(stored)
    expect(shown(stored).get_by_role("button", name="Restore it")).to_be_hidden()


def test_what_an_earlier_kit_kept_in_the_browser_is_offered(stored: StoredPage) -> None:
    kept = """([store]) => {
      const copy = (text, at) => ({answer: {text}, at, over: {text: ''}});
      localStorage.setItem(`accordingto:/${store}`, JSON.stringify(copy('third', 3)));
      const offers = [copy('second', 2), copy('first', 1)];
      localStorage.setItem(`accordingto:/${store}:offer`, JSON.stringify(offers));
    }"""
    store = stored.page.evaluate("windows.get(1).model.get('shape').store")
    stored.page.evaluate(kept, [store])
    run_again(stored)
    for words in ("third", "second", "first"):
        press(stored, "Restore it")
        assert text(stored) == words
        press(stored, "Drop it") if words != "third" else None
    assert stored.copies() == []


def test_an_answer_of_another_notebook_is_shown_and_one_that_it_displaced_is_offered(
    stored: StoredPage,
) -> None:
    copy = stored.run()
    sixty = "What was written in the first of two notebooks, long enough."
    stored.type(1, sixty)
    stored.carry()
    stored.type(copy, "x")  # over the empty answer that it still shows
    stored.settle()
    assert stored.texts() == {1: "x", copy: "x"}
    for window in (1, copy):
        expect(stored.view(window).get_by_role("alert")).to_contain_text(
            "This exercise was answered in two windows or notebooks at once. "
            "The other answer is kept, from "
        )
    press(stored, "Restore it")
    assert stored.texts() == {1: sixty, copy: sixty}


def test_two_windows_on_one_kernel_show_the_same_and_lose_nothing(stored: StoredPage) -> None:
    other = stored.open(0)
    stored.type(1, "one")
    stored.type(other, "two")
    stored.settle()
    assert set(stored.texts().values()) == {text(stored)}
    entry = stored.kept()
    assert entry
    assert {entry.answer["text"], *(one.answer["text"] for one in entry.attempts)} == {"one", "two"}


def test_what_a_window_wrote_on_is_not_forgotten_with_its_older_copy(stored: StoredPage) -> None:
    """Another window offers the copy it found; the newer one stays until it is saved."""
    first = max(stored.on)
    stored.type(first, "a")
    stored.type(first, "b")
    stored.open(0)
    stored.type(first, "c")
    stored.carry()
    assert stored.copies() == ["abc"]
    stored.restart(0)
    stored.settle()
    entry = stored.kept()
    assert entry
    known = [entry.answer, *(one.answer for one in entry.attempts)]
    assert "abc" in [answer["text"] for answer in known]
    assert stored.copies() == []


def test_who_writes_on_meanwhile_keeps_what_he_writes_and_one_offer_of_the_other(
    stored: StoredPage,
) -> None:
    other = stored.open(0)
    for _ in range(10):
        stored.type(1, "a")
        stored.type(other, "b")
        stored.carry()
    stored.settle()
    entry = stored.kept()
    assert entry
    assert len(entry.answer["text"]) >= 10
    assert len(offers(entry)) == 1


def test_a_kernel_that_stands_still_for_a_second_keeps_what_came_meanwhile(
    stored: StoredPage,
) -> None:
    other = stored.open(0)
    copy = stored.run()
    stored.kernels[0].stop()
    stored.type(1, "one")
    stored.type(other, "two")
    stored.type(copy, "three")
    stored.carry()
    stored.page.wait_for_timeout(1000)
    stored.kernels[0].go_on()
    stored.settle()
    entry = stored.kept()
    assert entry
    texts = {entry.answer["text"], *(one.answer["text"] for one in entry.attempts)}
    assert texts == {"one", "two", "three"}
    assert set(stored.texts().values()) == {entry.answer["text"]}


@pytest.mark.parametrize(
    ("zone", "said"), [("Pacific/Auckland", "saved 04:04 PM"), ("America/Lima", "saved 10:04 PM")]
)
def test_a_time_is_that_of_the_readers_own_clock(browser: Browser, zone: str, said: str) -> None:
    blank = BlankPage(browser, zone=zone)
    exercise = blank.show(saved="2026-01-02T03:04:59+00:00")
    expect(exercise.locator(".at-saved")).to_have_text(said)
    blank.page.close()


def test_the_time_in_the_line_on_progress_is_the_readers_too(browser: Browser) -> None:
    blank = BlankPage(browser, zone="Pacific/Auckland")
    for minute in ("04", "09"):
        line = f'<p><time class="at-clock" datetime="2026-01-02T03:{minute}:05+00:00">03:04</time>'
        blank.page.evaluate("(html) => { document.querySelector('main').innerHTML = html; }", line)
        expect(blank.page.locator("time")).to_have_text(f"04:{minute} PM")
    blank.page.close()


def test_a_time_that_a_page_has_taken_the_date_from_stays_as_it_is(own_blank: BlankPage) -> None:
    """As JupyterLab does to what it does not trust, in another person's page."""
    page = own_blank.page
    for html in ('<time class="at-clock">03:04 UTC</time>', "<time>03:04 UTC</time>", "<b>x</b>"):
        page.evaluate("(html) => { document.querySelector('main').innerHTML = html; }", html)
        page.evaluate("new Promise(requestAnimationFrame)")
        assert "Invalid" not in page.inner_text("main")
