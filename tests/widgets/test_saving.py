"""Saving: what was not saved is offered back until the reader ends it, and what waits is right."""

from __future__ import annotations

from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from blank_page import BlankPage

TEXT = {"part": "text", "field": "text", "label": "Your text"}
TICKS = {
    "part": "checks",
    "field": "checked",
    "label": "I have checked",
    "options": [{"value": "names", "label": "the names"}],
}
CHECK = [{"do": "check", "label": "Check"}]


def show(blank: BlankPage, answer: dict[str, Any] | None = None) -> Locator:
    return blank.show(TEXT, TICKS, answer=answer, actions=CHECK)


def write(shown: Locator, words: str) -> None:
    shown.get_by_label("Your text").fill(words)


def write_unsaved(blank: BlankPage, words: str, *, over: dict[str, Any] | None = None) -> None:
    """Write while the kernel is gone."""
    shown = show(blank, over)
    blank.page.evaluate("model.alive = false")
    write(shown, words)


def saved(blank: BlankPage) -> dict[str, Any]:
    """The answer, once the kernel has it."""
    blank.page.wait_for_function("model.get('saved_rev') === model.get('rev')")
    return blank.answer()


def press(shown: Locator, name: str) -> None:
    shown.get_by_role("button", name=name).click()


def offer(shown: Locator) -> Locator:
    return shown.get_by_role("alert").filter(has=shown.page.get_by_role("button"))


def test_an_offer_outlives_an_edit_and_its_saving(blank: BlankPage) -> None:
    write_unsaved(blank, "long")
    show(blank).get_by_label("the names").check()
    again = show(blank, saved(blank))
    press(again, "Restore it")
    assert blank.answer() == {"text": "long"}


def test_an_offer_that_was_dropped_does_not_come_back(blank: BlankPage) -> None:
    write_unsaved(blank, "long")
    press(show(blank), "Drop it")
    expect(offer(show(blank))).to_have_count(0)


def test_restoring_over_what_was_on_the_disk_all_along_offers_nothing_more(
    blank: BlankPage,
) -> None:
    base = {"text": "base"}
    write_unsaved(blank, "base and more", over=base)
    shown = show(blank, base)
    press(shown, "Restore it")
    expect(offer(shown)).to_have_count(0)
    assert saved(blank) == {"text": "base and more"}
    expect(offer(show(blank, blank.answer()))).to_have_count(0)


def test_restoring_over_newer_work_can_be_undone(blank: BlankPage) -> None:
    write_unsaved(blank, "long")
    write(show(blank), "newer")
    again = show(blank, saved(blank))
    press(again, "Restore it")
    expect(offer(again)).to_contain_text("The answer that stood here until ")
    third = show(blank, saved(blank))
    for words in ("newer", "long", "newer"):
        press(third, "Restore it")
        assert blank.answer() == {"text": words}
    press(third, "Drop it")
    expect(offer(third)).to_have_count(0)


def test_two_answers_that_were_not_saved_are_offered_in_turn(blank: BlankPage) -> None:
    write_unsaved(blank, "first")
    write_unsaved(blank, "second")
    shown = show(blank)
    press(shown, "Drop it")
    expect(offer(shown)).to_contain_text("An answer that was not saved")
    press(shown, "Restore it")
    assert blank.answer() == {"text": "first"}


def test_dropping_an_offer_keeps_what_is_not_saved_now(blank: BlankPage) -> None:
    write_unsaved(blank, "first")
    shown = show(blank)
    blank.page.evaluate("model.alive = false")
    write(shown, "second")
    press(shown, "Drop it")
    again = show(blank)
    press(again, "Restore it")
    assert blank.answer() == {"text": "second"}
    expect(offer(again)).to_have_count(0)


def test_a_browser_that_cannot_keep_an_answer_does_not_promise_to(blank: BlankPage) -> None:
    shown = show(blank)
    blank.page.evaluate("model.alive = false")
    blank.page.evaluate("() => { Storage.prototype.setItem = () => { throw new Error(); }; }")
    write(shown, "long")
    expect(shown.get_by_role("alert")).to_have_text(
        "Not saved: the kernel is not answering, and this browser cannot keep your answer. "
        "Copy it before you run anything."
    )


def test_a_button_pressed_often_while_the_kernel_is_silent_is_sent_once(blank: BlankPage) -> None:
    shown = show(blank)
    blank.page.evaluate("model.alive = false")
    for _ in range(3):
        press(shown, "Check")
    blank.page.evaluate("model.alive = true")
    press(shown, "Check")
    saved(blank)
    assert blank.page.evaluate("model.sent") == [{"do": "check"}]


def test_what_waits_is_not_sent_with_a_later_edit(blank: BlankPage) -> None:
    shown = show(blank)
    blank.page.evaluate("model.alive = false")
    press(shown, "Check")
    blank.page.evaluate("model.alive = true")
    write(shown, "other")
    assert saved(blank) == {"text": "other"}
    assert blank.page.evaluate("model.sent") == []


@pytest.mark.parametrize("name", ["Restore it", "Drop it"])
def test_the_focus_goes_on_to_the_controls_when_the_last_offer_is_gone(
    blank: BlankPage, name: str
) -> None:
    write_unsaved(blank, "long")
    shown = show(blank)
    shown.get_by_role("button", name=name).press("Enter")
    expect(shown.get_by_label("Your text")).to_be_focused()


def test_the_focus_stays_while_another_answer_is_offered(blank: BlankPage) -> None:
    write_unsaved(blank, "first")
    write_unsaved(blank, "second")
    drop = show(blank).get_by_role("button", name="Drop it")
    drop.press("Enter")
    expect(drop).to_be_focused()
