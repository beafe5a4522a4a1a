"""Stands between Playwright and Firefox, and says for Firefox what that does not know yet.

    python firefox_relay.py FIREFOX OPTION…

Playwright tells every page which colours are wanted, by an order of WebDriver BiDi that Firefox ESR
lacks, and opens no page where that is called an error. And it knows a download by a name, which
Firefox ESR gives to none that a script begins. Everything else passes as it is.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
from asyncio.subprocess import PIPE

from tornado.httpserver import HTTPServer
from tornado.testing import bind_unused_port
from tornado.web import Application
from tornado.websocket import WebSocketClientConnection, WebSocketHandler, websocket_connect

ADDRESS = re.compile(r"WebDriver BiDi listening on (ws://\S+)")
SAID = "WebDriver BiDi listening on ws://127.0.0.1:{}"  # which Playwright waits for
DOWNLOAD = "browsingContext.download"  # what events of downloads begin with
NOT_KNOWN = "emulation.setMediaFeaturesOverride"
MOST_BYTES = 2**28  # of one message: a page's files come in one


class Relay(WebSocketHandler):
    """One talk of Playwright with Firefox."""

    def initialize(self, address: str) -> None:
        """Say where Firefox listens."""
        self._address = address

    async def open(self) -> None:
        """Begin, and pass on whatever Firefox says."""
        self._firefox = await websocket_connect(self._address, max_message_size=MOST_BYTES)
        self._hears = asyncio.create_task(self._hear(self._firefox))

    async def on_message(self, message: str | bytes) -> None:
        """Pass an order on, but for one."""
        order = json.loads(message)
        if order["method"] == NOT_KNOWN:
            done = {"type": "success", "id": order["id"], "result": {}}
            await self.write_message(json.dumps(done))
        else:
            await self._firefox.write_message(message)

    async def _hear(self, firefox: WebSocketClientConnection) -> None:
        while (said := await firefox.read_message()) is not None:
            await self.write_message(_named(said))
        self.close()


def _named(said: str | bytes) -> str | bytes:
    """What Firefox says; of a download with the address, of which each has its own, as its name."""
    heard = json.loads(said)
    if not heard.get("method", "").startswith(DOWNLOAD):
        return said
    told = heard["params"]
    return json.dumps({**heard, "params": {**told, "download": told["url"]}})


async def main(*command: str) -> None:
    """Start Firefox and stand beside it until it ends."""
    firefox = await asyncio.create_subprocess_exec(*command, stderr=PIPE)
    assert firefox.stderr
    while line := await firefox.stderr.readline():
        if found := ADDRESS.search(line.decode(errors="replace")):
            socket, port = bind_unused_port()
            known = {"address": f"{found[1]}/session"}
            served = Application(
                [("/session", Relay, known)], websocket_max_message_size=MOST_BYTES
            )
            HTTPServer(served).add_socket(socket)
            print(SAID.format(port), file=sys.stderr, flush=True)
    await firefox.wait()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
