"""A person who corrects a page in JupyterLab, by keys alone or with the mouse; each act is counted.

A key is one act, so is each letter of a name, a click, and a drag over words. To choose in a menu
with the mouse takes two.
"""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect


class Person:
    """What both do alike; `acts` is how many there were."""

    def __init__(self, page: Page) -> None:
        self.page, self.acts = page, 0
        self.view = page.locator(".at-queue")
        self.title = page.locator(".at-queue-head h4")

    def begin(self) -> None:
        """Go to the first question."""
        raise NotImplementedError

    def yes(self) -> None:
        """Say that it is right, and go to the next."""
        raise NotImplementedError

    def words_of(self, name: str, letters: str) -> None:
        """Give the words to somebody of the page, by first letters after which they stand first."""
        raise NotImplementedError

    def form(self, letter: str) -> None:
        """Choose another form, by its first letter."""
        raise NotImplementedError

    def add(self, sentence: str, letters: str) -> None:
        """Add what a sentence says, by first letters after which it stands first."""
        raise NotImplementedError

    def _shows_another(self, before: str) -> None:
        expect(self.title).not_to_have_text(before)


class Keys(Person):
    """By keys alone."""

    def begin(self) -> None:
        self.title.focus()
        self.acts += 1

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.acts += 1

    def yes(self) -> None:
        before = self.title.inner_text()
        self.press("y")
        self._shows_another(before)

    def words_of(self, name: str, letters: str) -> None:
        self.press("w", *letters, "Enter")
        expect(self.view.locator(".at-hands li").first).to_contain_text(name)

    def form(self, letter: str) -> None:
        self.press("f", letter, "Escape")

    def add(self, sentence: str, letters: str) -> None:
        self.press("a", *letters)
        expect(self.view.locator(".at-add li").first).to_contain_text(sentence)
        self.press("Enter")
        expect(self.title).to_contain_text("You added it")


class Mouse(Person):
    """With the mouse, and the keyboard only for the letters that bring a name into view."""

    def begin(self) -> None:
        pass

    def click(self, target: Locator) -> None:
        target.click()
        self.acts += 1

    def yes(self) -> None:
        before = self.title.inner_text()
        self.click(self.view.get_by_role("button", name="Yes", exact=True))
        self._shows_another(before)

    def words_of(self, name: str, letters: str) -> None:
        self.click(self.view.locator(".at-hands button").first)
        option = self.view.locator(".at-offers li", has_text=name).first
        for letter in letters:
            if option.is_visible():
                break
            self.page.keyboard.press(letter)
            self.acts += 1
        self.click(option)
        expect(self.view.locator(".at-hands li").first).to_contain_text(name)

    def form(self, letter: str) -> None:
        self.view.get_by_label("Form", exact=True).select_option({"s": "summary"}[letter])
        self.acts += 2

    def add(self, sentence: str, letters: str) -> None:
        self.click(self.view.get_by_role("button", name="Add", exact=True))
        self.click(self.view.locator(".at-add li", has_text=sentence))
        expect(self.title).to_contain_text("You added it")
