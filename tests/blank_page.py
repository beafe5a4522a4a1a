"""The front end in a blank page, with a model of its own in place of a kernel's."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Protocol

import jupyterlab
from playwright.sync_api import Browser, Locator, Page, Route, ViewportSize

from accordingto.widgets.exercise import FrontEnd
from accordingto.widgets.script import script, source
from accordingto.widgets.state import READ

THEMES = Path(jupyterlab.__file__).parent / "themes" / "@jupyterlab"
MODEL = """
import kit from "/front.js";
class Model {
  constructor(traits) { Object.assign(this, {traits, listeners: {}, sent: [], alive: true}); }
  get(name) { return this.traits[name]; }
  set(name, value) { this.receive({[name]: value}); }
  receive(traits) {
    Object.assign(this.traits, traits);
    for (const name of Object.keys(traits)) {
      (this.listeners[`change:${name}`] ?? []).slice().forEach((listener) => listener());
    }
  }
  on(event, listener) { (this.listeners[event] ??= []).push(listener); }
  off(event, listener) {
    this.listeners[event] = this.listeners[event].filter((one) => one !== listener);
  }
  send({id, window, number, answer, do: deed}) {
    if (!this.alive) return;
    if (deed !== 'edit') this.sent.push({do: deed});
    const told = {answer, version: id, taken: {[window]: number}};
    queueMicrotask(() => this.receive(told));
  }
}
const undraw = [];
window.show = (shape, answer, state, views = 1) => {
  const model = {shape, answer, text: 'page', state: {actions: [], parts: [], ...state}};
  window.model = new Model({...model, version: '', taken: {}, refused: ''});
  takeAway();
  for (let i = 0; i < views; i += 1) {
    const el = document.createElement('div');
    el.className = 'view';
    document.querySelector('main').append(el);
    undraw.push(accordingTo.draw({model: window.model, el}), () => el.remove());
  }
};
const takeAway = () => undraw.splice(0).forEach((stop) => stop());
window.Model = Model;
class Front extends Model {
  send({text}) {
    const told = {name: text, text: window.texts[text]};
    if (told.text) queueMicrotask(() => this.listeners['msg:custom'].forEach((tell) => tell(told)));
  }
}
let kernel = new AbortController();
window.clear = () => {
  takeAway();
  kernel.abort();
  kernel = new AbortController();
  localStorage.clear();
  document.activeElement.blur();
  getSelection().removeAllRanges();
  scrollTo(0, 0);
  window.texts = {};
  window.front = new Front({running: false});
  window.accordingTo = kit.initialize({model: window.front, signal: kernel.signal});
  window.pageKeys = [];
};
window.clear();
document.addEventListener('keydown', (event) => {
  window.pageKeys.push(event.target.closest('.at-live') ? `inside ${event.key}` : event.key);
});
"""


class BlankPage:
    """A page on which one exercise at a time is shown."""

    def __init__(
        self,
        browser: Browser,
        *,
        theme: str = "light",
        width: int = 900,
        touch: bool = False,
        zone: str | None = None,
    ) -> None:
        size: ViewportSize = {"width": width, "height": 900}
        self.page: Page = browser.new_page(viewport=size, has_touch=touch, timezone_id=zone)
        variables = (THEMES / f"theme-{theme}-extension" / "index.css").read_text(encoding="utf-8")
        self.page.route("http://kit.test/front.js", lambda route: sent(route, script()))
        self.page.route(
            "http://kit.test/widgets/*.js",
            lambda route: sent(route, source(route.request.url.rpartition("/")[2])),
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
                f"<script type=module>{MODEL}</script>",
            ),
        )
        self.page.goto("http://kit.test/")
        self.page.wait_for_function("typeof window.show === 'function'")

    def clear(self) -> None:
        """The page as it was at first; nothing that was shown is drawn or heard any more."""
        self.page.mouse.move(0, 0)
        self.page.evaluate("clear()")

    def offer(self, module: str) -> Page:
        """The page, on which what one file of the front end exports is `module`."""
        self.page.evaluate(
            "async (name) => { window.module = await import(`/widgets/${name}`); }", module
        )
        return self.page

    def show(
        self,
        *parts: dict[str, Any],
        answer: dict[str, Any] | None = None,
        views: int = 1,
        page: str = "",
        title: str = "A title",
        prompt: str = "<p>A prompt.</p>",
        is_another: bool = False,
        address: str = "",
        **state: Any,
    ) -> Locator:
        """Show an exercise made of parts; the element of its first view.

        `page` is the text it is about, `is_another` whether the rest of the lesson is not;
        `address` is where links to it lead.
        """
        shape = {
            "id": "1.1",
            "title": title,
            "prompt": prompt,
            "paragraphs": len(page.split("\n")) if page else 0,
            "isAnother": is_another,
            "points": 2,
            "address": address,
            "store": "lesson/1.1",
            "empty": {one["field"]: None for one in parts if one["part"] not in READ},
            "parts": list(parts),
        }
        self.page.evaluate("(page) => { window.texts = {page}; }", page)
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


class Blanks(Protocol):
    """Gives a blank page of a theme and a width, on which nothing is shown."""

    def __call__(self, theme: str = "light", width: int = 900) -> BlankPage: ...


def sent(route: Route, javascript: str) -> None:
    """Answer a request for a script."""
    route.fulfill(content_type="text/javascript; charset=utf-8", body=javascript)
