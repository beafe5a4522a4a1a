"""The queue of corrections on the blank page, with the kernel's part of it done beside."""

from __future__ import annotations

import msgspec
from playwright.sync_api import Locator

from accordingto.exercises.material import Material
from accordingto.instrument import read
from accordingto.pages.correcting import Corrected, correcting
from accordingto.text import Article
from accordingto.widgets.views import correcting as view
from blank_page import BlankPage

KEEP_WHAT_IS_SENT = """() => {
  window.outbox = [];
  window.model.send = (message) => outbox.push(structuredClone(message));
}"""
TELL = "({queue, ...told}) => model.receive({...told, state: {...model.get('state'), queue}})"


class QueuePage:
    """A draft on the screen; `work` is what the kernel makes of what was done there."""

    def __init__(self, blank: BlankPage, text: str) -> None:
        self.blank, self.page = blank, blank.page
        self.article = Article("page", text)
        self.question = correcting(self.article, read(self.article))
        self.material = Material(self.article, self.question.draft)
        self.view = self._show()
        self.page.evaluate(KEEP_WHAT_IS_SENT)

    @property
    def work(self) -> Corrected:
        """The draft as it stands by the answer that the page holds."""
        return self.question.done(self.question.answer(self.blank.answer()))

    def press(self, *keys: str) -> None:
        """Press keys where the focus is; the kernel answers to all so far, and after each."""
        self._answer()
        for key in keys:
            self.page.keyboard.press(key)
            self._answer()

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

    def _answer(self) -> None:
        """Do what a kernel does: take what was sent, and say what the queue is now."""
        for sent in self.page.evaluate("outbox.splice(0)"):
            given = self.question.answer(sent["answer"])
            queue = msgspec.to_builtins(view.queue(self.question, given, self.material))
            taken = {sent["window"]: sent["number"]}
            told = {"answer": sent["answer"], "version": sent["id"], "taken": taken}
            self.page.evaluate(TELL, {**told, "queue": queue})
