"""A person who corrects a page in JupyterLab, by keys alone or with the mouse; each act is counted.

A key is one act, so is each letter of a name, a click, and a drag over words. To choose in a menu
with the mouse takes two.
"""

from __future__ import annotations

from playwright.sync_api import Locator, Page

HEARS_ACTS = """() => {
  const heard = (event) => { window.actedAt = event.timeStamp; };
  for (const kind of ["keydown", "mousedown", "change"]) addEventListener(kind, heard, true);
}"""
# Frame after frame is looked at, until one shows what follows from the act.
SECONDS_UNTIL_SHOWN = """async ([selector, words, isThere]) => {
  const isShown = () => {
    const shown = document.querySelector(selector)?.innerText ?? "";
    return isThere ? shown.includes(words) : shown !== words;
  };
  const since = window.actedAt;
  do {
    await new Promise(requestAnimationFrame);
    if (performance.now() - since > 20000) throw new Error(`never shown: ${words}`);
  } while (!isShown());
  return (performance.now() - since) / 1000;
}"""
VIEW = ".at-queue"
TITLE = ".at-queue-head h4"


class Person:
    """What both do alike; `acts` is how many there were.

    `waited` are the seconds from each act, as the browser hears it, to the frame that shows what
    follows. What a test takes to find a button, and to come to it, is none of them.
    """

    def __init__(self, page: Page) -> None:
        self.page, self.acts, self.waited = page, 0, 0.0
        self.view = page.locator(VIEW)
        self.title = page.locator(TITLE)
        page.evaluate(HEARS_ACTS)

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

    def did(self, selector: str = VIEW, words: str = "", *, shows: bool = True) -> None:
        """Count an act, and wait until these words are there, or others than they."""
        self.acts += 1
        self.waited += self.page.evaluate(SECONDS_UNTIL_SHOWN, [selector, words, shows])


class Keys(Person):
    """By keys alone."""

    def begin(self) -> None:
        self.title.focus()
        self.acts += 1

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)
            self.did()

    def yes(self) -> None:
        before = self.title.inner_text()
        self.page.keyboard.press("y")
        self.did(TITLE, before, shows=False)

    def words_of(self, name: str, letters: str) -> None:
        self.press("w", *letters)
        self.page.keyboard.press("Enter")
        self.did(f"{VIEW} .at-hands li", name)

    def form(self, letter: str) -> None:
        self.press("f", letter, "Escape")

    def add(self, sentence: str, letters: str) -> None:
        self.press("a", *letters)
        assert sentence in self.view.locator(".at-add li").first.inner_text()
        self.page.keyboard.press("Enter")
        self.did(TITLE, "You added it")


class Mouse(Person):
    """With the mouse, and the keyboard only for the letters that bring a name into view."""

    def begin(self) -> None:
        pass

    def click(self, target: Locator, selector: str = VIEW, words: str = "") -> None:
        target.click()
        self.did(selector, words)

    def yes(self) -> None:
        before = self.title.inner_text()
        self.view.get_by_role("button", name="Yes", exact=True).click()
        self.did(TITLE, before, shows=False)

    def words_of(self, name: str, letters: str) -> None:
        self.click(self.view.locator(".at-hands button").first)
        option = self.view.locator(".at-offers li", has_text=name).first
        for letter in letters:
            if option.is_visible():
                break
            self.page.keyboard.press(letter)
            self.did()
        self.click(option, f"{VIEW} .at-hands li", name)

    def form(self, letter: str) -> None:
        self.view.get_by_label("Form", exact=True).select_option({"s": "summary"}[letter])
        self.acts += 1
        self.did()

    def add(self, sentence: str, letters: str) -> None:
        self.click(self.view.get_by_role("button", name="Add", exact=True))
        self.click(self.view.locator(".at-add li", has_text=sentence), TITLE, "You added it")
