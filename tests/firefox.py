"""Debian's own Firefox, driven by Playwright over WebDriver BiDi; every other host is refused.

Playwright's usual way drives only a Firefox of its own making. By the name of a channel of Firefox
it takes the standard one, and then any that it is given; `firefox_relay` stands in between.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Playwright

RELAY = Path(__file__).with_name("firefox_relay.py")
START = '#!/bin/sh\nexec {} {} {} "$@"\n'
CHANNEL = "moz-firefox"
# What Firefox asks of its own makers, for settings and news of itself, is refused and not told.
# For https a proxy is told HOST:PORT, for http the address.
MAKERS = re.compile(r"(?:http://)?[\w.-]+\.(?:mozilla\.(?:com|net|org)|firefox\.com)[:/]")


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


@contextmanager
def firefox(playwright: Playwright, folder: Path, outside: list[str]) -> Iterator[Browser]:
    """Firefox; `outside` is what it asks of other hosts, all of it refused."""
    started = folder / "firefox"
    started.write_text(START.format(*map(shlex.quote, (sys.executable, str(RELAY), require()))))
    started.chmod(0o700)
    with refusing(outside) as port:
        proxied: dict[str, str | float | bool] = {"network.proxy.type": 1}
        for kind in ("network.proxy.http", "network.proxy.ssl"):
            proxied |= {kind: "127.0.0.1", f"{kind}_port": port}
        opened = playwright.firefox.launch(
            channel=CHANNEL, executable_path=started, firefox_user_prefs=proxied
        )
        try:
            yield opened
        finally:
            opened.close()
