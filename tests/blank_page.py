"""The front end in a blank page, with a model of its own in place of a kernel's."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jupyterlab
from playwright.sync_api import Browser, Locator, Page, ViewportSize

from accordingto.widgets.exercise import FrontEnd, script

THEMES = Path(jupyterlab.__file__).parent / "themes" / "@jupyterlab"
MODEL = """
class Model {
  constructor(traits) { Object.assign(this, {traits, listeners: {}, sent: [], alive: true}); }
  get(name) { return this.traits[name]; }
  set(name, value) {
    this.traits[name] = value;
    (this.listeners[`change:${name}`] ?? []).slice().forEach((listener) => listener());
  }
  on(event, listener) { (this.listeners[event] ??= []).push(listener); }
  off(event, listener) {
    this.listeners[event] = this.listeners[event].filter((one) => one !== listener);
  }
  save_changes() {
    if (this.alive) setTimeout(() => this.set('saved_rev', this.get('rev')), 0);
  }
  send(message) { this.sent.push(message); }
}
window.show = (shape, answer, state, views = 1) => {
  const traits = {shape, answer, state: {actions: [], parts: [], ...state}, rev: 0, saved_rev: 0};
  window.model = new Model(traits);
  document.querySelectorAll('.view').forEach((view) => view.remove());
  for (let i = 0; i < views; i += 1) {
    const el = document.createElement('div');
    el.className = 'view';
    document.querySelector('main').append(el);
    accordingTo.draw({model: window.model, el});
  }
};
window.pageKeys = [];
document.addEventListener('keydown', (event) => window.pageKeys.push(event.key));
"""


class BlankPage:
    """A page on which one exercise at a time is shown."""

    def __init__(
        self, browser: Browser, *, theme: str = "light", width: int = 900, touch: bool = False
    ) -> None:
        size: ViewportSize = {"width": width, "height": 900}
        self.page: Page = browser.new_page(viewport=size, has_touch=touch)
        variables = (THEMES / f"theme-{theme}-extension" / "index.css").read_text(encoding="utf-8")
        front = script().replace(
            "export default { initialize: () => ({ draw }) };", "window.accordingTo = { draw };"
        )
        self.page.route(
            "http://kit.test/",
            lambda route: route.fulfill(
                content_type="text/html; charset=utf-8",
                body=f"<!doctype html><html lang=en><title>Exercise</title><style>{variables}"
                "body{background:var(--jp-layout-color0);color:var(--jp-ui-font-color1)}"
                f"{FrontEnd._css}</style>"
                f"<body data-jp-theme-light={str(theme == 'light').lower()}>"
                "<main><h1>Exercise</h1><h2>One</h2></main>"
                f"<script type=module>{front}{MODEL}</script>",
            ),
        )
        self.page.goto("http://kit.test/")
        self.page.wait_for_function("typeof window.show === 'function'")

    def show(
        self,
        *parts: dict[str, Any],
        answer: dict[str, Any] | None = None,
        views: int = 1,
        **state: Any,
    ) -> Locator:
        """Show an exercise made of parts; its element, or that of its first view."""
        shape = {
            "id": "1.1",
            "title": "A title",
            "prompt": "<p>A prompt.</p>",
            "points": 2,
            "store": "lesson/1.1",
            "parts": list(parts),
        }
        arguments = [shape, answer or {}, state, views]
        self.page.evaluate("(all) => window.show(...all)", arguments)
        return self.page.locator(".at-live").first

    def answer(self) -> dict[str, Any]:
        """The answer as the model holds it."""
        held: dict[str, Any] = self.page.evaluate("window.model.get('answer')")
        return held

    def tell(self, **state: Any) -> None:
        """A new state, as from the kernel."""
        self.page.evaluate(
            "(state) => window.model.set('state', {...window.model.get('state'), ...state})", state
        )
