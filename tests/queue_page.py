"""The queue of corrections on the blank page, with the kernel's part of it done beside."""

from __future__ import annotations

from typing import Any

import msgspec
from playwright.sync_api import Locator

from accordingto.exercises.material import Material
from accordingto.instrument import read
from accordingto.pages.correcting import Corrected, correcting
from accordingto.text import Article
from accordingto.widgets.views import correcting as view
from blank_page import BlankPage

KERNEL = """() => {
window.pending = 0;
window.Model.prototype.send = async function ({id, window: from, number, answer}) {
  window.pending += 1;
  const queue = await window.kernel(JSON.stringify(answer));
  const state = {...this.traits.state, queue};
  this.receive({answer, version: id, taken: {[from]: number}, state});
  window.pending -= 1;
};
}"""


class QueuePage:
    """A draft on the screen; `work` is what the kernel makes of what was done there."""

    def __init__(self, blank: BlankPage, text: str) -> None:
        self.blank, self.page = blank, blank.page
        self.article = Article("page", text)
        self.question = correcting(self.article, read(self.article))
        self.material = Material(self.article, self.question.draft)
        self.page.expose_function("kernel", self._told)
        self.page.evaluate(KERNEL)
        self._said = ""
        self.view = self._show()

    @property
    def work(self) -> Corrected:
        """The draft as it stands by the answer that the page holds."""
        return self.question.done(self.question.answer(self.blank.answer()))

    def press(self, *keys: str) -> None:
        """Press keys where the focus is, and wait until the kernel has answered to all so far."""
        for key in keys:
            self.page.keyboard.press(key)
            self.page.wait_for_function("window.pending === 0")

    def title(self) -> str:
        """The question that is asked now."""
        return self.view.locator(".at-queue-head h4").inner_text()

    def _show(self) -> Locator:
        empty = msgspec.to_builtins(self.question.begin())
        parts = [
            {**part, "text": self.article.text} for part in view.parts(self.question, self.material)
        ]
        return self.blank.show(
            *parts,
            answer=empty,
            page=self.article.text,
            title=self.question.title,
            queue=view.queue(self.question, self.question.begin(), self.material),
        )

    def _told(self, answer: str) -> dict[str, Any]:
        given = self.question.answer(msgspec.json.decode(answer))
        told: dict[str, Any] = msgspec.to_builtins(view.queue(self.question, given, self.material))
        return told
