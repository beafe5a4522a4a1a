"""Firefox, told what to do over WebDriver BiDi, by which Debian's own can be driven.

Playwright drives only a Firefox of its own making, and selenium asks for a driver that Debian does
not have. Firefox itself speaks the protocol on a socket, so a socket is all that is needed.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
import websocket  # of websocket-client, which JupyterLab's own server brings

PATIENCE_SECONDS = 240  # Python itself is fetched and started in the page
# What Firefox would ask for itself, of its makers and of others: news, updates, certificates.
SILENT = {
    "app.update.disabledForTesting": True,
    "browser.newtabpage.enabled": False,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.update.enabled": False,
    "media.gmp-manager.updateEnabled": False,
    "media.gmp-manager.url": "data:,",
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "services.settings.server": "data:,",
}
# Settings don't silence all of that. For https a proxy is told HOST:PORT, for http the address.
MAKERS = re.compile(r"(?:http://)?[\w.-]+\.(?:mozilla\.(?:com|net|org)|firefox\.com)[:/]")
ADDRESS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
ENTER = "\ue007"  # what the protocol calls the key
DOWNLOADED = "browsingContext.downloadEnd"
COMES_TRUE = """async () => {
  const until = performance.now() + %d;
  while (!(%s)) {
    if (performance.now() > until) throw new Error('did not come true');
    await new Promise((look) => setTimeout(look, 50));
  }
}"""

# It is put in the middle anew for as long as what is drawn above it pushes it away.
AT_REST = """async (selector) => {
  let [place, still] = [null, 0];
  while (still < 20) {
    const found = document.querySelector(selector);
    found.scrollIntoView({block: 'center'});
    await new Promise(requestAnimationFrame);
    const {top, left} = found.getBoundingClientRect();
    still = `${top} ${left}` === place ? still + 1 : 0;
    place = `${top} ${left}`;
  }
}"""


def require() -> str:
    """The path of Firefox. Where there is none the test is skipped, and in CI on Linux it fails."""
    found = shutil.which("firefox-esr") or shutil.which("firefox")
    if found:
        return found
    sentence = "no Firefox found: install it (apt-get install firefox-esr) to run this test"
    if os.environ.get("CI") and sys.platform == "linux":
        pytest.fail(sentence)
    pytest.skip(sentence)


@contextmanager
def refusing(asked: list[str]) -> Iterator[int]:
    """A proxy that refuses all, and writes down what it was asked for; gives its port."""

    class Refuses(BaseHTTPRequestHandler):
        def refuse(self) -> None:
            if not MAKERS.match(self.path):
                asked.append(self.path)
            self.send_error(403)

        do_GET = do_HEAD = do_POST = do_CONNECT = refuse

        def log_message(self, format: str, *args: Any) -> None:
            """Say nothing: `asked` has it."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Refuses) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield server.server_port
        finally:
            server.shutdown()


class Firefox:
    """One Firefox with one page. `outside` is what was asked of other hosts, all of it refused.

    What it asks of its own makers, for settings and news of itself, is refused too and not told.
    """

    def __init__(self, folder: Path) -> None:
        """Start it in a folder of its own."""
        self.outside, self._ended, self._told = list[str](), ExitStack(), 0
        self._downloaded = list[dict[str, Any]]()
        profile = folder / "profile"
        profile.mkdir(parents=True)
        try:
            port = self._ended.enter_context(refusing(self.outside))
            _write_settings(profile, port)
            self._talk(self._start(profile))
        except BaseException:
            self.close()
            raise

    def open(self, address: str) -> None:
        """Go to an address, and wait until the page has been read."""
        self._tell("browsingContext.navigate", context=self._page, url=address, wait="complete")

    def reload(self) -> None:
        """Load the page anew, as a person would."""
        self._tell("browsingContext.reload", context=self._page, wait="complete")

    def run(self, script: str, *arguments: Any) -> Any:
        """Call a function of JavaScript in the page, wait for its promise, and give its result."""
        call = f"async () => JSON.stringify((await ({script})(...{json.dumps(arguments)})) ?? null)"
        told = self._tell(
            "script.callFunction",
            functionDeclaration=call,
            target={"context": self._page},
            awaitPromise=True,
        )
        if told["type"] == "exception":
            raise AssertionError(told["exceptionDetails"]["text"])
        return json.loads(told["result"]["value"])

    def wait(self, condition: str) -> None:
        """Wait until an expression of JavaScript is true in the page."""
        try:
            self.run(COMES_TRUE % (PATIENCE_SECONDS * 1000, condition))
        except AssertionError as error:
            raise AssertionError(f"{condition}: {error}") from error

    def click(self, selector: str) -> None:
        """Click what a selector of CSS finds first, with the mouse and where it stands."""
        press = [
            {"type": "pointerMove", "x": 0, "y": 0, "origin": self._element(selector)},
            {"type": "pointerDown", "button": 0},
            {"type": "pointerUp", "button": 0},
        ]
        self._perform({"type": "pointer", "id": "mouse", "actions": press})

    def type(self, text: str) -> None:
        """Type on the keyboard, into what has the focus."""
        strokes = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self._perform({"type": "key", "id": "keys", "actions": strokes})

    def downloaded(self) -> Path:
        """Wait for the next file that is downloaded."""
        while not self._downloaded:
            self._hear()
        told = self._downloaded.pop(0)
        assert told["status"] == "complete", told
        return Path(told["filepath"])

    def close(self) -> None:
        """End it, and all that was started for it."""
        self._ended.close()

    def _start(self, profile: Path) -> str:
        """Start it; the address of its socket."""
        log = profile / "firefox.log"
        errors = self._ended.enter_context(log.open("wb"))
        options = ["--headless", "--no-remote", "--remote-debugging-port=0", "--profile"]
        started = subprocess.Popen([require(), *options, profile], stdout=errors, stderr=errors)
        self._ended.callback(_end, started)
        for _ in range(PATIENCE_SECONDS * 10):
            if found := ADDRESS.search(log.read_text(encoding="utf-8", errors="replace")):
                return found[1]
            with suppress(subprocess.TimeoutExpired):
                started.wait(timeout=0.1)
                break
        raise TimeoutError(f"Firefox did not start: {log.read_text(encoding='utf-8')[-500:]}")

    def _talk(self, address: str) -> None:
        """Open the socket, a session, and find the page."""
        self._socket = websocket.create_connection(
            f"{address}/session", timeout=PATIENCE_SECONDS + 30, suppress_origin=True
        )
        self._ended.callback(self._socket.close)
        self._tell("session.new", capabilities={})
        self._tell("session.subscribe", events=[DOWNLOADED])
        self._page = self._tell("browsingContext.getTree")["contexts"][0]["context"]
        size = {"width": 1280, "height": 1000}
        self._tell("browsingContext.setViewport", context=self._page, viewport=size)

    def _element(self, selector: str) -> dict[str, Any]:
        """Where the pointer goes: the middle of an element, once it is in view and at rest."""
        self.wait(f"document.querySelector({json.dumps(selector)})")
        self.run(AT_REST, selector)
        locator = {"type": "css", "value": selector}
        found = self._tell("browsingContext.locateNodes", context=self._page, locator=locator)
        return {"type": "element", "element": {"sharedId": found["nodes"][0]["sharedId"]}}

    def _perform(self, *inputs: dict[str, Any]) -> None:
        self._tell("input.performActions", context=self._page, actions=list(inputs))

    def _tell(self, method: str, **parameters: Any) -> Any:
        """Send one order, and wait for what comes back."""
        self._told += 1
        self._socket.send(json.dumps({"id": self._told, "method": method, "params": parameters}))
        while (answer := self._hear()).get("id") != self._told:
            pass
        if answer["type"] == "error":
            raise AssertionError(f"{method}: {answer['error']}, {answer['message']}")
        return answer["result"]

    def _hear(self) -> Any:
        """Wait for what it says next; of a download it is written down."""
        said = json.loads(self._socket.recv())
        if said.get("method") == DOWNLOADED:
            self._downloaded.append(said["params"])
        return said


def _write_settings(profile: Path, port: int) -> None:
    """What is not on this machine is asked of the proxy; files are saved without a question."""
    proxied: dict[str, Any] = {}
    for kind in ("network.proxy.http", "network.proxy.ssl"):
        proxied |= {kind: "127.0.0.1", f"{kind}_port": port}
    saved = {"browser.download.folderList": 2, "browser.download.dir": str(profile.parent)}
    settings = {**SILENT, **proxied, "network.proxy.type": 1, **saved}
    lines = [f"user_pref({json.dumps(key)}, {json.dumps(to)});" for key, to in settings.items()]
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=10)
    process.kill()
    process.wait()
