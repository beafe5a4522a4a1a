"""Every kind of exercise in a real JupyterLab: wrong first, then right, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from accordingto.exercises import Sheet
from hands import BEGIN_AT, Hand, Keys, Mouse
from real_lab import Lab

SHEET = Sheet.of("gallery")


def exercise(page: Page, number: str) -> Locator:
    title = f"{number} {SHEET[number].title}"
    return page.locator(".at-live").filter(has=page.get_by_role("heading", name=title))


def check(hand: Hand, here: Locator, headline: str, button: str = "Check") -> None:
    hand.press(here.get_by_role("button", name=button, exact=True))
    expect(here.locator(".at-headline")).to_contain_text(headline)


def choose_one(hand: Hand, here: Locator) -> None:
    hand.press(here.get_by_label("Joe Biden"))
    hand.slide(here.get_by_label("How sure are you?"), 16)
    check(hand, here, "Not this one (0 of 1 points)")
    expect(here.locator(".at-feedback")).to_contain_text("80 of 100. You were, and it is not so")
    hand.press(here.get_by_label("Axios"))
    check(hand, here, "Right (1 of 1 points)")


def select_all(hand: Hand, here: Locator) -> None:
    hand.press(here.get_by_label("The date"))
    check(hand, here, "0 of 2 found, and 1 that does not fit (0 of 2 points)")
    for label in ("The date", "On which day", "The name of an outlet"):
        hand.press(here.get_by_label(label))
    check(hand, here, "2 of 2 found (2 of 2 points)")


def option(here: Locator, cell: str, value: str) -> Locator:
    return here.get_by_role("radiogroup", name=cell).locator(f'input[value="{value}"]')


def matrix(hand: Hand, here: Locator) -> None:
    rows = [
        ("Kirby on", "nobody"),
        ("Biden on a victory", "nobody"),
        ("Biden on the win", "outlet"),
    ]
    for row, conduit in rows:
        hand.press(option(here, f"Whose words: {row}", "named"))
        hand.press(option(here, f"Passed on by: {row}", conduit))
    check(hand, here, "5 of 6 choices right (1.67 of 2 points)")
    hand.press(option(here, "Passed on by: Biden on a victory", "undisclosed"))
    check(hand, here, "6 of 6 choices right (2 of 2 points)")


def mark_spans(hand: Hand, here: Locator) -> None:
    hand.mark(here, "a mistake", "Quotation")
    check(hand, here, "You found 1 of 2 (0.67 of 1 points)")
    hand.mark(here, "diplomatic response to Iran’s brazen attack", "Quotation")
    check(hand, here, "You found 2 of 2 (1 of 1 points)")


def link_attribution(hand: Hand, here: Locator) -> None:
    hand.mark(here, "You got a win. Take the win", "Content")
    hand.mark(here, "Biden reportedly", "Source")
    hand.mark(here, "told", "Cue")
    check(hand, here, "You found 0 of 2, 1 in part (1.11 of 2 points)")
    kirby = "John Kirby, the spokesman for Joe Biden’s National Security Council"
    hand.mark(here, kirby, "Source")
    hand.mark(here, "said", "Cue")
    rest = "the United States would continue to defend Israel but did not want to escalate conflict"
    hand.mark(here, rest, "Content")
    check(hand, here, "You found 1 of 2, 1 in part (1.83 of 2 points)")


def chain(hand: Hand, here: Locator) -> None:
    for card in ("Axios", "Joe Biden"):
        hand.put_in(here, card)
    check(hand, here, "2 of 3 hands found (0.67 of 2 points)")
    hand.up(here, "Joe Biden", 1)
    hand.put_in(here, "This article")
    check(hand, here, "The whole chain (2 of 2 points)")


def order(hand: Hand, here: Locator) -> None:
    hand.up(here, "US officials", 1)
    check(hand, here, "7 of 9 pairs stand in the right order (0.56 of 1 points)")
    hand.up(here, "sources", 2)
    check(hand, here, "9 of 9 pairs stand in the right order (1 of 1 points)")


def sort_cards(hand: Hand, here: Locator) -> None:
    does = "Says what was done by speaking"
    hand.sort(here, "said (3)", does)
    check(hand, here, "0 of 4 choices right (0 of 2 points)")
    hand.sort(here, "said (3)", "Neutral")
    hand.sort(here, "has warned (11)", does)
    hand.sort(here, "accused (12)", does)
    hand.sort(here, "declined to say (14)", "Says that nothing was said")
    check(hand, here, "4 of 4 choices right (2 of 2 points)")


def number(hand: Hand, here: Locator) -> None:
    hand.write(here.get_by_label("Your number"), "11")
    hand.press(here.get_by_role("button", name="Lock my prediction"))
    expect(here.locator(".at-reveal")).to_contain_text("You predicted: 11 paragraphs.")
    hand.write(here.get_by_label("Your number"), "15")
    check(hand, here, "Not this number (0 of 1 points)")
    hand.write(here.get_by_label("Your number"), "8")
    check(hand, here, "Right (1 of 1 points)")


def vote(hand: Hand, here: Locator) -> None:
    hand.press(here.get_by_label("Three"))
    hand.press(here.get_by_role("button", name="Cast my vote"))
    expect(here.locator(".at-reveal")).to_contain_text("You voted: Three.")
    expect(here.locator(".at-reveal")).to_contain_text("All three may have spoken with one person")
    expect(here).not_to_contain_text("simulated")
    hand.press(here.get_by_label("It cannot be told from the page"))
    check(hand, here, "Right (1 of 1 points)")


def rate(hand: Hand, here: Locator) -> None:
    expect(here.locator(".at-wording")).to_contain_text("it will respond with an even stronger")
    hand.slide(here.get_by_label("Your rating"), 5)
    check(hand, here, "Kept: 6 of 7. There is no right answer", "Keep my rating")
    hand.slide(here.get_by_label("Your rating"), 0)
    check(hand, here, "Kept: 1 of 7", "Keep my rating")


def experiment(hand: Hand, here: Locator) -> None:
    hand.slide(here.get_by_label("Your rating of sentence 1"), 1)
    hand.slide(here.get_by_label("Your rating of sentence 2"), 4)
    check(hand, here, "Kept: all 2 ratings. There is no right answer", "Keep my ratings")
    expect(here.get_by_label("Your rating of sentence 1")).to_be_disabled()


def tuner(hand: Hand, here: Locator) -> None:
    expect(here.locator(".at-meter")).to_contain_text("9 of the 28 cues found")
    hand.press(here.get_by_label("the", exact=True))
    expect(here.locator(".at-meter")).to_contain_text("F 0.2")
    check(hand, here, "full marks from 0.75 (0 of 2 points)")
    for word in ("the", "told", "reported", "warned", "accused", "declined", "describing"):
        hand.press(here.get_by_label(word, exact=True))
    hand.write(here.get_by_label("Another word"), "calling")
    hand.press(here.get_by_role("button", name="Add"))
    check(hand, here, "F 0.79; full marks from 0.75 (2 of 2 points)")


def parsons(hand: Hand, here: Locator) -> None:
    lines = [
        ("def opening_marks(text):", 0),
        ("count = 0", 1),
        ("for character in text:", 1),
        ('if character == "“":', 2),
        ("count += 1", 3),
    ]
    for line, indent in lines:
        hand.put_in(here, line, indent)
    check(hand, here, "5 of 6 lines in place (1.63 of 2 points)")
    hand.put_in(here, "return count", 1)
    check(hand, here, "6 of 6 lines in place (2 of 2 points)")


def code(hand: Hand, here: Locator) -> None:
    expect(here).to_contain_text("not answered yet")  # its function is written in the notebook


def free_text(hand: Hand, here: Locator) -> None:
    hand.write(here.get_by_label("Your text"), "asdf “brazen zebra”")
    expect(here.get_by_role("group", name="Quoted words")).to_have_text(
        "“brazen zebra” is not on the page."
    )
    hand.press(here.get_by_label("I quote at least one word exactly."))
    check(hand, here, "Kept, and not done yet")
    expect(here).not_to_contain_text("For example:")
    expect(here.get_by_role("button", name="Show me a sample")).to_be_visible()
    asks = "Who said “brazen”, and where? I want to know who judges."
    hand.write(here.get_by_label("Your text"), asks)
    check(hand, here, "Kept. A person marks this one")
    expect(here.locator(".at-feedback")).to_contain_text("For example: Who said “diplomatic")


ANSWERED: dict[str, Callable[[Hand, Locator], None]] = {
    "g.1": choose_one,
    "g.2": select_all,
    "g.3": matrix,
    "g.4": mark_spans,
    "g.5": link_attribution,
    "g.6": chain,
    "g.7": order,
    "g.8": sort_cards,
    "g.9": number,
    "g.10": vote,
    "g.11": rate,
    "g.16": experiment,
    "g.12": tuner,
    "g.13": parsons,
    "g.14": code,
    "g.15": free_text,
}


def test_every_exercise_of_the_gallery_is_answered_here() -> None:
    assert list(ANSWERED) == list(SHEET.questions)


@pytest.mark.slow
@pytest.mark.parametrize("theme", ["JupyterLab Light", "JupyterLab Dark"])
@pytest.mark.parametrize("way", [Mouse, Keys])
def test_every_kind_is_answered_wrong_and_then_right(lab: Lab, way: type[Hand], theme: str) -> None:
    lab.forget("gallery")
    page = lab.open("gallery.ipynb", theme=theme)
    lab.run_all(page)
    expect(page.locator(".at-live")).to_have_count(len(SHEET.questions))
    assert axe(page) == []
    cells = page.evaluate(COUNT_CELLS)
    for exercise_id, answered in ANSWERED.items():
        here = exercise(page, exercise_id)
        here.locator("h3").scroll_into_view_if_needed()
        here.locator("h3").evaluate(BEGIN_AT)
        answered(way(page), here)
    assert page.evaluate(COUNT_CELLS) == cells
    assert axe(page) == []
    page.context.close()


COUNT_CELLS = "() => window.jupyterapp.shell.currentWidget.content.model.cells.length"


def axe(page: Page) -> list[str]:
    found = Axe().run(page, context=".at-live")
    return [violation["id"] for violation in found.response["violations"]]
