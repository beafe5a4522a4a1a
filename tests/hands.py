"""Two ways of working at an exercise on a page: by mouse, and by the keyboard alone."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod

from playwright.sync_api import Locator, Page, expect

from real_lab import select_words

TABS = 60
GROUP = "xpath=ancestor::*[self::fieldset or @role='radiogroup'][1]"
# Both give a line and two offsets into it.
WHERE_WORDS_ARE = """(area, words) => {
  const lines = [...area.querySelectorAll('.at-line')].map((line) => line.textContent);
  const line = lines.findIndex((text) => text.includes(words));
  return [line, lines[line].indexOf(words), lines[line].indexOf(words) + words.length];
}"""
WHAT_IS_CHOSEN = """(area) => {
  const chosen = getSelection().getRangeAt(0);
  const lines = [...area.querySelectorAll('.at-line')];
  const line = lines.findIndex((one) => one.contains(chosen.startContainer));
  const before = document.createRange();
  before.setStart(lines[line], 0);
  before.setEnd(chosen.startContainer, chosen.startOffset);
  const start = before.toString().length;
  return [line, start, start + chosen.toString().length];
}"""
LIES_IN_A_ROW = """(card) => {
  const chain = card.closest('.at-chain ol');
  return Boolean(chain) && getComputedStyle(chain).flexDirection === 'row';
}"""
BEGIN_AT = "(title) => { title.tabIndex = -1; title.focus(); }"
WAY = """(control) => {
  const here = document.activeElement;
  const isBehind = here.compareDocumentPosition(control) & Node.DOCUMENT_POSITION_PRECEDING;
  return here === control ? null : isBehind ? 'Shift+Tab' : 'Tab';
}"""


class Hand(ABC):
    """One way of working at an exercise."""

    def __init__(self, page: Page) -> None:
        self.page = page

    @abstractmethod
    def press(self, control: Locator) -> None:
        """Press a button, choose a radio button, tick a box."""

    @abstractmethod
    def follow(self, link: Locator) -> None:
        """Go where a link leads."""

    @abstractmethod
    def write(self, field: Locator, text: str) -> None:
        """Write into a field, over what stands there."""

    @abstractmethod
    def slide(self, slider: Locator, steps: int) -> None:
        """Set a slider some steps above its lowest place."""

    @abstractmethod
    def put_in(self, board: Locator, card: str, indent: int = 0) -> None:
        """Put a card at the end of the list."""

    @abstractmethod
    def up(self, board: Locator, card: str, places: int) -> None:
        """Move a card up."""

    @abstractmethod
    def sort(self, board: Locator, card: str, place: str) -> None:
        """Put a card into a class."""

    @abstractmethod
    def mark(self, text: Locator, words: str, label: str) -> None:
        """Mark words of the text."""


def grip(board: Locator, card: str) -> Locator:
    return board.get_by_role("button", name=card, exact=True)


class Mouse(Hand):
    """A mouse, and typing only where there is something to write."""

    def press(self, control: Locator) -> None:
        control.click()

    def follow(self, link: Locator) -> None:
        link.click()

    def write(self, field: Locator, text: str) -> None:
        field.fill(text)

    def slide(self, slider: Locator, steps: int) -> None:
        slider.scroll_into_view_if_needed()
        low, high = (int(slider.get_attribute(name) or 0) for name in ("min", "max"))
        step = int(slider.get_attribute("step") or 1)
        box = slider.bounding_box()
        assert box
        share = steps * step / (high - low)
        knob = 16
        x = box["x"] + knob / 2 + share * (box["width"] - knob)
        self.page.mouse.click(x, box["y"] + box["height"] / 2)

    def put_in(self, board: Locator, card: str, indent: int = 0) -> None:
        board.get_by_role("button", name=f"Put in: {card}", exact=True).click()
        for _ in range(indent):
            board.get_by_role("button", name=f"Indent more: {card}", exact=True).click()

    def up(self, board: Locator, card: str, places: int) -> None:
        for _ in range(places):
            named = re.compile(rf"Move (?:up|earlier): {re.escape(card)}$")  # in a chain, earlier
            board.get_by_role("button", name=named).click()

    def sort(self, board: Locator, card: str, place: str) -> None:
        board.get_by_label(f"Class of {card}", exact=True).select_option(label=place)

    def mark(self, text: Locator, words: str, label: str) -> None:
        select_words(text, words)
        text.locator(".at-marker").filter(has_text=label).click()


class Keys(Hand):
    """The keyboard alone: Tab to a control, then the keys that the page names."""

    def press(self, control: Locator) -> None:
        expect(control).to_be_enabled()
        if control.get_attribute("type") == "radio":
            self._choose(control)
        else:
            self._go_to(control)
            self.page.keyboard.press("Space")

    def follow(self, link: Locator) -> None:
        link.focus()  # from the cell before, by Tab
        self.page.keyboard.press("Enter")

    def write(self, field: Locator, text: str) -> None:
        self._go_to(field)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(text)

    def slide(self, slider: Locator, steps: int) -> None:
        self._go_to(slider)
        self.page.keyboard.press("Home")
        for _ in range(steps):
            self.page.keyboard.press("ArrowRight")

    def put_in(self, board: Locator, card: str, indent: int = 0) -> None:
        self._carry(grip(board, card), "ArrowUp", *["ArrowRight"] * indent)

    def up(self, board: Locator, card: str, places: int) -> None:
        earlier = "ArrowLeft" if grip(board, card).evaluate(LIES_IN_A_ROW) else "ArrowUp"
        self._carry(grip(board, card), *[earlier] * places)

    def sort(self, board: Locator, card: str, place: str) -> None:
        menu = board.get_by_label(f"Class of {card}", exact=True)
        names = menu.evaluate("(menu) => [...menu.options].map((option) => option.text)")
        standing = menu.evaluate("(menu) => menu.selectedIndex")
        by = names.index(place) - standing
        self._carry(grip(board, card), *["ArrowRight" if by > 0 else "ArrowLeft"] * abs(by))

    def mark(self, text: Locator, words: str, label: str) -> None:
        area = text.locator(".at-text-area")
        self._go_to(area)
        self.page.keyboard.press("ArrowRight")
        line, start, end = area.evaluate(WHERE_WORDS_ARE, words)
        while (here := self._chosen(area))[0] != line:
            self.page.keyboard.press("ArrowDown" if here[0] < line else "ArrowUp")
        self.page.keyboard.press("Home")
        while self._chosen(area)[1] < start:
            self.page.keyboard.press("ArrowRight")
        while self._chosen(area)[2] < end:
            self.page.keyboard.press("Shift+ArrowRight")
        names = text.locator(".at-marker").evaluate_all(
            "(all) => all.map((one) => one.textContent)"
        )
        number = next(index for index, name in enumerate(names, 1) if label in name)
        self.page.keyboard.press(str(number))

    def _chosen(self, area: Locator) -> tuple[int, int, int]:
        line, start, end = area.evaluate(WHAT_IS_CHOSEN)
        return line, start, end

    def _carry(self, card: Locator, *keys: str) -> None:
        self._go_to(card)
        for key in ("Space", *keys, "Space"):
            self.page.keyboard.press(key)

    def _choose(self, radio: Locator) -> None:
        group = radio.locator(GROUP).get_by_role("radio")
        values = group.evaluate_all("(all) => all.map((one) => one.value)")
        chosen = group.evaluate_all("(all) => all.findIndex((one) => one.checked)")
        wanted = values.index(radio.get_attribute("value"))
        self._go_to(group.nth(max(0, chosen)))
        if chosen < 0:
            self.page.keyboard.press("Space")
        for _ in range(abs(wanted - max(0, chosen))):
            self.page.keyboard.press("ArrowDown" if wanted > chosen else "ArrowUp")
        expect(radio).to_be_checked()

    def _go_to(self, control: Locator) -> None:
        """By Tab, or by Shift and Tab where the control stands before."""
        for _ in range(TABS):
            way = control.evaluate(WAY)
            if not way:
                return
            self.page.keyboard.press(way)
        raise AssertionError(f"{control} cannot be reached by Tab")
