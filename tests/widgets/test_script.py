"""One script for the browser, of modules that keep their names and lines."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page

from accordingto.widgets import script as scripts
from blank_page import BlankPage, sent

FRONT_END = Path(scripts.__file__).parent


def opened(browser: Browser, javascript: str) -> Page:
    page = browser.new_page()
    page.route("http://kit.test/", lambda route: route.fulfill(body="<title>Script</title>"))
    page.route("http://kit.test/front.js", lambda route: sent(route, javascript))
    page.goto("http://kit.test/")
    return page


def test_the_script_asks_the_network_for_nothing(browser: Browser) -> None:
    page = opened(browser, scripts.script())
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    kind = page.evaluate("async () => typeof (await import('/front.js')).default.initialize")
    assert kind == "function"
    assert [url for url in asked if not url.startswith("blob:")] == ["http://kit.test/front.js"]


@pytest.mark.parametrize("name", ["dom.js", "marks.js", "exercise.js"])
def test_an_error_names_its_file_and_line(
    browser: Browser, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = scripts.source

    def broken(file: str) -> str:
        return written(file) + ("throw new Error('planted');\n" if file == name else "")

    monkeypatch.setattr(scripts, "source", broken)
    line = written(name).count("\n") + 1
    page = opened(browser, scripts.script())
    with pytest.raises(Error, match=rf"accordingto/widgets/{name}:{line}:7"):
        page.evaluate("() => import('/front.js')")


def test_a_front_end_that_comes_late_is_asked_again(browser: Browser) -> None:
    page = opened(browser, scripts.source("door.js"))
    said = page.evaluate("""async () => {
      const {default: door} = await import('/front.js');
      const exports = {draw: ({text}) => `drawn after ${asked} times${text}`};
      let asked = 0;
      const getWidget = async (name) => {
        asked += 1;
        if (asked < 3) throw new Error(`widget model not found: ${name}`);
        return {exports};
      };
      const known = {front_end: 'anywidget:1', text: '', shape: {parts: []}};
      const model = {get: (name) => known[name], set() {}, on() {}, off() {}};
      const host = {getWidget, getModel: async () => model};
      return door.render({model, host, signal: new AbortController().signal});
    }""")
    assert said == "drawn after 3 times"


def test_a_model_that_came_late_is_given_its_hearing_and_asks_for_what_it_has_missed(
    browser: Browser,
) -> None:
    """anywidget lets one that it gave up refuse every message; the class it stands on would not."""
    page = opened(browser, scripts.source("door.js"))
    heard = page.evaluate("""async () => {
      const {default: door} = await import('/front.js');
      const heard = [];
      class Model {
        _handle_comm_msg({content}) { heard.push(content.data); }
      }
      class Deaf extends Model {
        async _handle_comm_msg() { throw new Error('widget was not initialized'); }
      }
      const comm = {on_msg(listen) { this.listen = listen; }, send: (told) => heard.push(told)};
      const late = Object.assign(new Deaf(), {comm});
      const known = {shape: {parts: []}};
      const met = [];
      const face = {
        get: (name) => known[name],
        on: (_, listener) => met.push(listener),
        off() {},
        set: () => met.splice(0).forEach((listener) => listener(late)),
      };
      const host = {getWidget: async () => ({exports: {draw() {}}}), getModel: async () => face};
      await door.render({model: face, host, signal: new AbortController().signal});
      comm.listen({content: {data: 'news'}});
      return heard;
    }""")
    assert heard == [{"method": "request_state"}, {"method": "request_state"}, "news"]


def test_a_view_that_is_gone_asks_no_more(browser: Browser) -> None:
    page = opened(browser, scripts.source("door.js"))
    with pytest.raises(Error, match="widget model not found"):
        page.evaluate("""async () => {
          const {default: door} = await import('/front.js');
          const gone = new AbortController();
          const getWidget = async () => {
            gone.abort();
            throw new Error('widget model not found');
          };
          const model = {get: () => ''};
          return door.render({model, host: {getWidget}, signal: gone.signal});
        }""")


def test_an_error_while_one_works_names_its_file_and_line(blank: BlankPage) -> None:
    blank.show({"part": "note", "field": None, "html": "Read."})
    with blank.page.expect_event("pageerror") as met:
        blank.page.evaluate("() => setTimeout(() => model.set('answer', null))")
    place = re.search(r"accordingto/widgets/drawing\.js:(\d+):", met.value.stack or "")
    assert place
    line = scripts.source("drawing.js").splitlines()[int(place[1]) - 1]
    assert "shown[control.field]" in line


def test_every_file_of_the_front_end_is_sent() -> None:
    apart = {"door.js", "loader.js", "probe.js"}
    names = {path.name for path in FRONT_END.glob("*.js")} - apart
    bars = ("filebar.js", "joinbar.js", "movemarks.js", "textbar.js")
    script = "".join(map(scripts.script, ("exercise.js", *bars)))
    assert [name for name in names if f'["{name}", ' not in script] == []


def test_files_that_import_each_other_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    files = {
        "one.js": 'import { two } from "./two.js";\n',
        "two.js": 'import {\n  one,\n} from "./one.js";\n',
    }
    monkeypatch.setattr(scripts, "source", files.__getitem__)
    with pytest.raises(ImportError, match=r"one\.js → two\.js → one\.js"):
        scripts.script("one.js")
