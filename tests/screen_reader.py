"""A real screen reader: Orca beside Chromium, on a screen of its own, and what it says."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import IO

import pytest

NEEDED = {
    "Xvfb": "xvfb",
    "dbus-daemon": "dbus",
    "openbox": "openbox",
    "orca": "orca",
    "xdotool": "xdotool",
}
BUS = "/usr/libexec/at-spi-bus-launcher"  # of at-spi2-core, by which programs tell what they show
# Orca runs the first file as it starts, and speaks through the second: what it says is written.
CUSTOM = """
from orca import settings
settings.speechServerFactory = "heard"
settings.speechFactoryModules = ["heard"]
settings.enableBraille = settings.enableKeyEcho = False
"""
HEARD = """
from pathlib import Path
from orca import speechserver

class SpeechServer(speechserver.SpeechServer):
    @staticmethod
    def getSpeechServer(info=None):
        return SpeechServer()

    def getInfo(self):
        return ["heard", "heard"]

    def speak(self, text=None, acss=None, interrupt=True):
        with (Path(__file__).parent / "heard.txt").open("a", encoding="utf-8") as said:
            said.write(" ".join(text.split()) + "\\n")

    def speakCharacter(self, character, acss=None):
        self.speak(character)
"""
NO_ORCA = "Orca did not start; of each user of a machine only one can run"
QUIET_SECONDS = 0.6  # without a word: it has said what it had to say
PATIENCE_SECONDS = 60.0  # a kernel on a busy machine may answer late
MOST_KEYS = 30  # on the way to a control


def missing() -> str:
    """What of it is not installed, in a sentence, or ""."""
    lacking = [package for program, package in NEEDED.items() if not shutil.which(program)]
    if not Path(BUS).exists():
        lacking.append("at-spi2-core")
    return f"no screen reader: apt-get install {' '.join(lacking)}" if lacking else ""


def require() -> None:
    """Skip the test where there is no screen reader; in CI on Linux, fail."""
    if sentence := missing():
        if os.environ.get("CI") and sys.platform == "linux":
            pytest.fail(sentence)
        pytest.skip(sentence)


class ScreenReader:
    """Orca on a screen of its own. A browser that is started with `env` is what it reads."""

    def __init__(self, home: Path) -> None:
        """Start screen, bus, window manager and Orca."""
        self._home, self._ended = home, ExitStack()
        own = home / "orca"
        own.mkdir()
        (own / "orca-customizations.py").write_text(CUSTOM, encoding="utf-8")
        (own / "heard.py").write_text(HEARD, encoding="utf-8")
        self._heard = own / "heard.txt"
        try:
            self.env = self._environment()
            self._start("openbox")
            self._start("orca", "--user-prefs", str(own))
            self._wait(lambda: "Screen reader on." in self.said(), NO_ORCA)
        except BaseException:
            self.close()
            raise

    def said(self) -> list[str]:
        """All that it has said, piece by piece."""
        return self._heard.read_text(encoding="utf-8").splitlines() if self._heard.exists() else []

    def press(self, keys: str, *words: str) -> list[str]:
        """Press keys one after another; what it says to the last, which `words` must be part of."""
        *before, last = keys.split()
        for key in before:
            self._key(key)
            self._hush()
        return self.hear(lambda: self._key(last), *words)

    def hear(self, deed: Callable[[], None], *words: str) -> list[str]:
        """What it says to a deed, once it is quiet again.

        Raises AssertionError if `words` were not heard, in their order, or if an alert without
        words is read.
        """
        before = len(self.said())
        deed()
        with suppress(TimeoutError):
            self._wait(lambda: self._heard_in_order(words, before), "")
        self._hush()
        said = self.said()[before:]
        assert self._heard_in_order(words, before), f"{words} wanted, {said} heard"
        assert not {"notification.", "alert."} & set(said), f"an empty alert: {said}"
        return said

    def go(self, key: str, words: str) -> None:
        """Press one key until a control with these words is reached."""
        for _ in range(MOST_KEYS):
            if any(words in one for one in self.press(key, "")):
                return
        raise AssertionError(f"{words} was not reached by {key}: {self.said()[-MOST_KEYS:]}")

    def close(self) -> None:
        """End all that was started, the last first."""
        self._ended.close()

    def _environment(self) -> dict[str, str]:
        """Where programs find the screen and the bus."""
        env = {**os.environ, "HOME": str(self._home), "XDG_RUNTIME_DIR": str(self._home)}
        env |= {"DISPLAY": f":{self._screen()}", "LC_ALL": "C.UTF-8", "NO_AT_BRIDGE": "0"}
        bus = self._start("dbus-daemon", "--session", "--nofork", "--print-address", env=env)
        env["DBUS_SESSION_BUS_ADDRESS"] = _first_line(bus)
        return env

    def _screen(self) -> str:
        xvfb = self._start(
            "Xvfb",
            *("-displayfd", "1", "-screen", "0", "1280x1000x24", "-nolisten", "tcp"),
            env=dict(os.environ),
        )
        return _first_line(xvfb)

    def _start(self, *command: str, env: dict[str, str] | None = None) -> subprocess.Popen[bytes]:
        errors: IO[bytes] = self._ended.enter_context((self._home / "errors.log").open("ab"))
        started = subprocess.Popen(
            command, env=env or self.env, stdout=subprocess.PIPE, stderr=errors
        )
        self._ended.callback(_end, started)
        return started

    def _heard_in_order(self, words: tuple[str, ...], since: int) -> bool:
        said, at = "; ".join(self.said()[since:]), 0
        if words and not said:
            return False
        for one in words:
            at = said.find(one, at)
            if at < 0:
                return False
            at += len(one)
        return True

    def _key(self, key: str) -> None:
        subprocess.run(["xdotool", "key", key], env=self.env, check=True)

    def _hush(self) -> None:
        """Wait until it has said nothing new for a while."""
        seen, since = -1, time.monotonic()
        while time.monotonic() - since < QUIET_SECONDS:
            if (now := len(self.said())) != seen:
                seen, since = now, time.monotonic()
            time.sleep(0.05)

    def _wait(self, until: Callable[[], bool], sentence: str) -> None:
        end = time.monotonic() + PATIENCE_SECONDS
        while not until():
            if time.monotonic() > end:
                raise TimeoutError(sentence)
            time.sleep(0.05)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    with suppress(subprocess.TimeoutExpired):
        process.wait(timeout=5)
    process.kill()
    process.wait()
    if process.stdout:
        process.stdout.close()


def _first_line(process: subprocess.Popen[bytes]) -> str:
    """What it says as it starts: where it can be reached."""
    assert process.stdout
    return process.stdout.readline().decode().strip()
