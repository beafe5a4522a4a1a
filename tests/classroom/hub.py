"""A real JupyterHub on loopback, whose users are real users of this machine."""

from __future__ import annotations

import json
import os
import pwd
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from pathlib import Path
from tempfile import mkdtemp
from typing import Any
from uuid import uuid4

import psutil

REPO = Path(__file__).parents[2]
PROXY = REPO / "node_modules" / ".bin" / "configurable-http-proxy"
BARE = """\
c = get_config()
c.JupyterHub.services, c.JupyterHub.load_roles = [], []
c.Spawner.args, c.Spawner.environment = [], {}
"""
CONFIG = """\
c.JupyterHub.bind_url = "http://127.0.0.1:{port}"
c.JupyterHub.hub_port = {hub_port}
c.ConfigurableHTTPProxy.command = [{proxy!r}]
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{proxy_port}"
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "jupyterhub.spawner.LocalProcessSpawner"
c.Spawner.cmd = [{python!r}, "-m", "jupyterhub.singleuser"]
c.Spawner.args += ["--LabApp.expose_app_in_browser=True"]
c.Spawner.http_timeout = c.Spawner.start_timeout = 120
c.Spawner.environment.update({environment!r})
c.JupyterHub.services += [dict(name="test", api_token={token!r})]
c.JupyterHub.load_roles += [dict(
    name="test",
    services=["test"],
    scopes=["admin:users", "admin:servers", "access:servers", "list:services"],
)]
"""
SETTINGS = """\
c = get_config()
c.Exchange.root = {exchange!r}
c.CourseDirectory.course_id = {course!r}
c.CourseDirectory.root = {root!r}
"""


def why_not() -> str:
    """Why no hub can be run here; empty where it can."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "a hub with users of its own needs Linux and root"
    if shutil.which("useradd") is None:
        return "a hub with users of its own needs useradd"
    if not PROXY.exists():
        return "a hub needs its proxy: see `.ci/run` for the command that installs it"
    return ""


class Hub:
    """The kit installed for everybody, a proxy, a hub, and two users; `close` leaves nothing."""

    def __init__(self, configured: Callable[[Hub], str] | None = None) -> None:
        """`configured` writes a configuration to which that of the tests is added."""
        self.folder = Path(mkdtemp(prefix="hub-"))
        self.folder.chmod(0o755)
        self.exchange = self.folder / "exchange"
        self.exchange.mkdir()
        self.exchange.chmod(0o777)
        ending = uuid4().hex[:6]
        self.teacher, self.student = f"teacher-{ending}", f"student-{ending}"
        self._hub: subprocess.Popen[bytes] | None = None
        self._users: list[str] = []
        self._token = uuid4().hex
        self._port, hub_port, proxy_port = free_ports(3)
        try:
            self._install()
            for name in (self.teacher, self.student):
                self._add_user(name)
            config = CONFIG.format(
                port=self._port,
                hub_port=hub_port,
                proxy_port=proxy_port,
                proxy=str(PROXY),
                python=str(self._bin / "python"),
                environment=self._environment,
                token=self._token,
            )
            self._start((configured(self) if configured else BARE) + config)
        except BaseException:
            self.close()
            raise

    @property
    def url(self) -> str:
        """Where the hub answers."""
        return f"http://127.0.0.1:{self._port}"

    def home(self, user: str) -> Path:
        """A user's home."""
        return self.folder / "home" / user

    def run(
        self, user: str, *words: str, more: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """A command of the kit's environment, run by a user at home."""
        return subprocess.run(
            [str(self._bin / words[0]), *words[1:]],
            user=user,
            group=user,
            extra_groups=[],
            cwd=self.home(user),
            env={**self._environment, "HOME": str(self.home(user)), "USER": user, **(more or {})},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )

    def may_read(self, user: str, path: Path) -> bool:
        """Whether a user can open a file, or list a folder."""
        words = ["ls", str(path)] if path.is_dir() else ["cat", str(path)]
        done = subprocess.run(
            words, user=user, group=user, extra_groups=[], capture_output=True, check=False
        )
        return done.returncode == 0

    def start_server(self, user: str) -> None:
        """Start a user's own server, and wait until it answers."""
        self.ask(f"/hub/api/users/{user}", "POST", fine=(201, 409))
        self.ask(f"/hub/api/users/{user}/server", "POST", fine=(201, 202))
        self._until(lambda: self.ask(f"/user/{user}/api", fine=(200,)))

    def server_of(self, user: str) -> psutil.Process:
        """The process of a user's server."""
        return next(
            process
            for process in psutil.process_iter(["username", "cmdline"])
            if process.info["username"] == user
            and "jupyterhub.singleuser" in " ".join(process.info["cmdline"])
        )

    def ask(
        self,
        path: str,
        method: str = "GET",
        data: Any = None,
        *,
        form: str | None = None,
        fine: tuple[int, ...] = (200, 201),
    ) -> Any:
        """A request with the service's token; the JSON that came. Any other status is an error."""
        body = form.encode() if form is not None else json.dumps(data).encode() if data else None
        kind = "application/x-www-form-urlencoded" if form is not None else "application/json"
        headers = {"Authorization": f"token {self._token}", "Content-Type": kind}
        request = urllib.request.Request(
            self.url + path, body if body or method == "GET" else b"", headers, method=method
        )
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                status, said = answer.status, answer.read()
        except urllib.error.HTTPError as error:
            status, said = error.code, error.read()
        assert status in fine, f"{method} {path}: {status} {said[:500]!r}"
        return json.loads(said) if said[:1] in (b"{", b"[") else None

    def left(self) -> list[psutil.Process]:
        """What a hub that fell leaves behind: its proxy, and the servers of its users."""
        return [
            process
            for process in psutil.process_iter(["username", "cmdline"])
            if process.info["username"] in self._users
            or str(self.folder) in " ".join(process.info["cmdline"] or ())
        ]

    def close(self) -> None:
        """End every process, remove the users, and delete the folder."""
        if self._hub and self._hub.poll() is None:
            self._hub.terminate()
            self._hub.wait(timeout=60)
        for process in self.left():
            process.kill()
        for user in self._users:
            subprocess.run(["userdel", user], check=False, capture_output=True)
        shutil.rmtree(self.folder, ignore_errors=True)

    def _install(self) -> None:
        """The kit with its extra `hub`, by a Python that other users may run."""
        python = self._python()
        uv = str(REPO / ".uv" / "bin" / "uv")  # as `make env` has set it up
        self._bin = self.folder / "venv" / "bin"
        _do(uv, "venv", "--quiet", "--python", str(python), str(self.folder / "venv"))
        pins = str(REPO / "constraints.txt")
        into = ("--python", str(self._bin / "python"), "--constraint", pins)
        _do(uv, "pip", "install", "--quiet", *into, f"{REPO}[hub]")
        node = str(Path(shutil.which("node") or "node").parent)
        self._environment = {
            "PATH": os.pathsep.join((str(self._bin), node, os.defpath)),
            "LD_LIBRARY_PATH": str(python.parents[1] / "lib"),
            "LANG": "C.UTF-8",
        }

    def _python(self) -> Path:
        """This Python, or where others cannot reach it, a copy of it that they can."""
        python = Path(sys.executable).resolve()
        if all(folder.stat().st_mode & 0o001 for folder in python.parents):
            return python
        copy = self.folder / "python"
        shutil.copytree(sys.base_prefix, copy, symlinks=True, copy_function=_link)
        return copy / "bin" / python.name

    def _add_user(self, name: str) -> None:
        home = self.home(name)
        home.parent.mkdir(exist_ok=True)
        _do("useradd", "--create-home", "--home-dir", str(home), "--shell", "/bin/sh", name)
        self._users.append(name)
        home.chmod(0o700)
        root = home / "my-course" if name == self.teacher else home
        settings = home / ".jupyter" / "nbgrader_config.py"
        settings.parent.mkdir()
        settings.write_text(
            SETTINGS.format(exchange=str(self.exchange), course="my-course", root=str(root)),
            encoding="utf-8",
        )
        user = pwd.getpwnam(name)
        for path in (settings.parent, settings):
            os.chown(path, user.pw_uid, user.pw_gid)

    def _start(self, config: str) -> None:
        private = self.folder / "hub"
        private.mkdir(mode=0o700)
        (private / "jupyterhub_config.py").write_text(config, encoding="utf-8")
        with (private / "hub.log").open("wb") as log:
            self._hub = subprocess.Popen(
                [str(self._bin / "python"), "-m", "jupyterhub"],
                cwd=private,
                env={**os.environ, **self._environment},
                stdout=log,
                stderr=log,
            )
        self._until(lambda: self.ask("/hub/api/"))

    def _until(self, done: Any, seconds: float = 120) -> None:
        """Ask until there is an answer; the log says why there was none."""
        until = time.monotonic() + seconds
        while True:
            try:
                done()
                return
            except (OSError, AssertionError) as error:
                ended = self._hub is None or self._hub.poll() is not None
                if ended or time.monotonic() > until:
                    log = (self.folder / "hub" / "hub.log").read_text(errors="replace")
                    raise TimeoutError(f"{error}\n{log[:6000]}") from error
                time.sleep(0.5)


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target)
    except OSError:  # another file system
        shutil.copy2(source, target)


def _do(*words: str) -> None:
    done = subprocess.run(words, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, (
        f"{words[0]} {words[1]}: {done.stdout[-1000:]}{done.stderr[-2000:]}"
    )


def free_ports(number: int) -> list[int]:
    """Ports that nobody uses."""
    probes = [socket.socket() for _ in range(number)]
    for probe in probes:
        probe.bind(("127.0.0.1", 0))
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports
