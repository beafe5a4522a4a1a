"""A text to mark in a blank page, and the hands that mark it."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Locator, Page

from blank_page import BlankPage

TEXT = (
    "𝓑en told us 🦊 first: “We sail at noon,” he said.\n"
    "Cy said that “no boat” was safe. “Bea told me ‘the pier is old’,” Cy’s friend said."
)
BREAK = TEXT.index("\n")
LABELS = [
    {"value": "direct", "name": "Direct", "sign": "●"},
    {"value": "mixed", "name": "Mixed", "sign": "◆"},
    {"value": "nested", "name": "Nested", "sign": "▲"},
]
MARKS: dict[str, Any] = {
    "part": "marks",
    "field": "marks",
    "label": "Mark the quotations",
    "text": TEXT,
    "paragraphs": [[0, BREAK], [BREAK + 1, len(TEXT)]],
    "numbers": [4, 7],
    "labels": LABELS,
    "linked": False,
}


def mark(words: str, label: str = "direct") -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "label": label}


def shown(blank: BlankPage, part: dict[str, Any], **rest: Any) -> Page:
    blank.show(part, **rest)
    return blank.page


def area(page: Page, view: int = 0) -> Locator:
    return page.locator(".at-text-area").nth(view)


def press(control: Locator, keys: str) -> None:
    for key in keys.split():
        control.press(key)


def select_words(area: Locator, words: str) -> None:
    """Drag the mouse over words of a text, as a person does, from the first to the last."""
    box = area.evaluate(
        """(area, words) => {
          const at = area.textContent.indexOf(words);
          const range = document.createRange();
          const walker = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
          let seen = 0;
          let begun = false;
          while (walker.nextNode()) {
            const { length } = walker.currentNode;
            if (!begun && at < seen + length) {
              range.setStart(walker.currentNode, at - seen);
              begun = true;
            }
            if (begun && at + words.length <= seen + length) {
              range.setEnd(walker.currentNode, at + words.length - seen);
              break;
            }
            seen += length;
          }
          range.startContainer.parentElement.scrollIntoView({ block: "center" });
          const rects = [...range.getClientRects()].filter((rect) => rect.width);
          const [first, last] = [rects[0], rects.at(-1)];
          return [first.left, first.top + first.height / 2, last.right, last.top + last.height / 2];
        }""",
        words,
    )
    mouse = area.page.mouse
    mouse.move(box[0] + 1, box[1])
    mouse.down()
    mouse.move(box[2] - 1, box[3], steps=5)
    mouse.up()


def chosen(page: Page) -> str:
    words: str = page.evaluate("getSelection().toString()")
    return words
