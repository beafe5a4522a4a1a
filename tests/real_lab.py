"""A real JupyterLab on a working copy, driven through a real browser."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

import psutil
from playwright.sync_api import Browser, Locator, Page
from playwright.sync_api import TimeoutError as PlaywrightTimeout

KERNEL_IS_THERE = (
    "window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel"
    "?.connectionStatus === 'connected'"
)
KERNEL_IS_IDLE = (
    "window.jupyterapp?.shell.currentWidget?.sessionContext?.session?.kernel?.status === 'idle'"
)
TRIES = 3
ALL_CELLS_RAN = """() => {
  const cells = [...(window.jupyterapp?.shell.currentWidget?.content?.model?.cells ?? [])];
  const code = cells.filter((cell) => cell.type === 'code' && cell.sharedModel.getSource().trim());
  return code.length > 0 && code.every((cell) => cell.executionCount !== null);
}"""
# Asked for and not waited for: a kernel that dies, or a dialog, would keep the promise for ever.
DO = "(command) => { window.jupyterapp.commands.execute(command); }"
OPEN = "(path) => { jupyterapp.commands.execute('docmanager:open', {path}); }"
IS_SHOWN = "(path) => jupyterapp.shell.currentWidget?.context?.path === path"
DRAGS = 3
# Figures above that are still being drawn push the text down, so the place is that of 20 frames.
# Marks cut a line into pieces, so words are found in the text of the whole area.
ENDS_AT_REST = """async (area, {words, nth}) => {
  let start = -1;
  for (let seen = 0; seen <= nth; seen += 1) start = area.textContent.indexOf(words, start + 1);
  const nodes = document.createTreeWalker(area, NodeFilter.SHOW_TEXT);
  const pointAt = (at, isEnd) => {
    nodes.currentNode = area;
    let before = 0;
    while (nodes.nextNode()) {
      const {length} = nodes.currentNode;
      const isHere = isEnd ? at <= before + length : at < before + length;
      if (isHere) return [nodes.currentNode, at - before];
      before += length;
    }
  };
  let [box, still, range] = [null, 0, document.createRange()];
  while (still < 20) {
    range.setStart(...pointAt(start));
    range.setEnd(...pointAt(start + words.length, true));
    range.startContainer.parentElement.scrollIntoView({block: 'center'});
    await new Promise(requestAnimationFrame);
    const lines = [...range.getClientRects()].filter((line) => line.width);
    const [first, last] = [lines[0], lines.at(-1)];
    const middle = (line) => line.top + line.height / 2;
    const now = [first.left + 1, middle(first), last.right - 1, middle(last)];
    still = box && now.every((place, index) => place === box[index]) ? still + 1 : 0;
    box = now;
  }
  return box;
}"""
# Outputs are drawn after the cells that made them have run, and push down what stands below.
# It gives the seconds for which they have stood still.
NOTEBOOK_AT_REST = """async () => {
  const cells = document.querySelector('.jp-Notebook .jp-WindowedPanel-viewport');
  let [height, still, since] = [null, 0, 0];
  while (still < 20) {
    await new Promise(requestAnimationFrame);
    still = cells.scrollHeight === height ? still + 1 : 0;
    if (still === 0) since = performance.now();
    height = cells.scrollHeight;
  }
  return (performance.now() - since) / 1000;
}"""
IS_SAVED = "window.jupyterapp.shell.currentWidget.context.model.dirty === false"


class Lab:
    """JupyterLab on one folder, with settings of its own."""

    def __init__(
        self,
        kit: Path,
        home: Path,
        browser: Browser,
        *,
        python: str = sys.executable,
        options: dict[str, str] | None = None,
    ) -> None:
        """Start it. `python` is that of the environment which JupyterLab itself is in."""
        self.kit, self._home, self._browser = kit, home, browser
        self._python, self._options = python, options or {}
        self._port = _free_port()
        settings = home / "settings" / "@jupyterlab" / "apputils-extension"
        settings.mkdir(parents=True)
        quiet = json.dumps({"fetchNews": "false", "checkForUpdates": False})
        (settings / "notification.jupyterlab-settings").write_text(quiet, encoding="utf-8")
        self.start()

    def start(self) -> None:
        """Start the server, on the port that it had."""
        names = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR")
        own = {name: str(self._home / name.lower()) for name in names}
        with (self._home / "lab.log").open("ab") as log:
            self._server = subprocess.Popen(
                self._command(), env={**os.environ, **own}, cwd=self.kit, stdout=log, stderr=log
            )
        try:
            self._wait()
        except BaseException:
            self.close()
            raise

    def kill(self) -> None:
        """Kill the server and its kernels at once, as a machine does that loses its power."""
        server = psutil.Process(self._server.pid)
        for process in [server, *server.children(recursive=True)]:
            with suppress(psutil.NoSuchProcess):
                process.kill()
        self._server.wait(timeout=20)

    def open(self, notebook: str, *, theme: str = "JupyterLab Light", width: int = 1280) -> Page:
        """A page on a notebook, its kernel connected."""
        context = self._browser.new_context(viewport={"width": width, "height": 1000})
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.goto(f"http://127.0.0.1:{self._port}/doc/tree/notebooks/{notebook}?reset")
        page.wait_for_function(KERNEL_IS_THERE, timeout=60_000)
        if theme != "JupyterLab Light":
            self.change_theme(page, theme)
        return page

    def begun(self) -> Page:
        """A page of JupyterLab as a whole, with no notebook in it yet."""
        page = self.visit("lab?reset")
        page.wait_for_function("window.jupyterapp?.shell.currentWidget")
        return page

    def open_in(self, page: Page, notebook: str) -> None:
        """Open a notebook in a page that stands open, or show it again, its kernel connected."""
        path = f"notebooks/{notebook}"
        page.evaluate(OPEN, path)
        page.wait_for_function(IS_SHOWN, arg=path)
        page.wait_for_function(KERNEL_IS_THERE, timeout=60_000)

    def change_theme(self, page: Page, theme: str) -> None:
        """Choose a theme, as the settings do."""
        page.evaluate(
            "(theme) => { jupyterapp.commands.execute('apputils:change-theme', {theme}); }", theme
        )
        page.wait_for_function("(theme) => document.body.dataset.jpThemeName === theme", arg=theme)

    def visit(self, path: str) -> Page:
        """A page of the same server that is no notebook, such as nbgrader's formgrader."""
        page = self._browser.new_context(viewport={"width": 1280, "height": 1000}).new_page()
        page.set_default_timeout(30_000)
        page.goto(f"http://127.0.0.1:{self._port}/{path}")
        return page

    def restart_and_run_all(self, page: Page) -> None:
        """Choose Kernel, Restart Kernel and Run All Cells, by the menu, and confirm.

        Where there is no kernel any more, Lab starts one and asks nothing.
        """
        page.get_by_role("menuitem", name="Kernel", exact=True).click()
        page.get_by_role("menuitem", name="Restart Kernel and Run All Cells").click()
        with suppress(PlaywrightTimeout):
            page.get_by_role("dialog").locator(".jp-mod-accept").click(timeout=20_000)

    def open_in_notebook_7(self, notebook: str) -> Page:
        """A page of Notebook 7, which the same server serves, its kernel connected."""
        page = self._browser.new_context(viewport={"width": 1280, "height": 1000}).new_page()
        page.set_default_timeout(30_000)
        page.goto(f"http://127.0.0.1:{self._port}/notebooks/notebooks/{notebook}")
        page.wait_for_function(KERNEL_IS_THERE, timeout=60_000)
        return page

    def open_in_classic(self, notebook: str) -> Page:
        """A page of the classic notebook, which the same server serves, its kernel connected."""
        page = self.visit(f"nbclassic/notebooks/notebooks/{notebook}")
        page.wait_for_function("window.Jupyter?.notebook?.kernel?.is_connected()", timeout=60_000)
        return page

    def reload(self, page: Page) -> None:
        """Load the page anew, as a person would; what the browser keeps is kept."""
        page.reload()
        page.wait_for_function(KERNEL_IS_THERE, timeout=60_000)

    def ready(self, page: Page) -> None:
        """Wait until the kernel has nothing to do."""
        page.wait_for_function(KERNEL_IS_IDLE, timeout=60_000)

    def start_all(self, page: Page) -> None:
        """Ask for every cell to be run, and do not wait."""
        page.evaluate(DO, "notebook:run-all-cells")

    def run_all(self, page: Page) -> float:
        """Run every cell, and wait until each has run and all that they show is drawn.

        How many seconds ago that was is returned.

        A run that meets a kernel which is just starting can be dropped without a word, in whole
        or in part, so that one that did not come to its end is asked for again, on the page
        loaded anew.
        """
        for _ in range(TRIES):
            self.ready(page)
            page.evaluate(DO, "notebook:clear-all-cell-outputs")
            self.start_all(page)
            try:
                return self.ran_all(page)
            except PlaywrightTimeout:
                self.reload(page)
        raise TimeoutError(f"the notebook did not run to its end in {TRIES} tries")

    def ran_all(self, page: Page) -> float:
        """Wait until every cell has run, and all that they show is drawn; say how long ago."""
        page.wait_for_function(ALL_CELLS_RAN, timeout=30_000)
        still: float = page.evaluate(NOTEBOOK_AT_REST)
        return still

    def forget(self, lesson: str) -> None:
        """Begin a lesson anew: no kernel, and no answer kept."""
        self.kill_kernels()
        (self.kit / "notebooks" / "answers" / f"{lesson}.json").unlink(missing_ok=True)

    def kill_kernels(self) -> None:
        """Let every kernel die, as one does that runs out of memory; the server starts another."""
        for kernel in self.kernels():
            with suppress(psutil.NoSuchProcess):
                kernel.kill()

    def end_sessions(self, notebook: str = "") -> None:
        """End a notebook's kernel, or every one, as the menu does: none starts in its place."""
        sessions = f"http://127.0.0.1:{self._port}/api/sessions"
        with urllib.request.urlopen(sessions) as answer:
            for session in json.load(answer):
                if not session["path"].endswith(notebook):
                    continue
                one = f"{sessions}/{session['id']}"
                urllib.request.urlopen(urllib.request.Request(one, method="DELETE")).close()

    def save(self, page: Page) -> None:
        """Save the notebook, as the menu does."""
        page.evaluate(DO, "docmanager:save")
        page.wait_for_function(IS_SAVED)

    def kernels(self) -> list[psutil.Process]:
        """The processes of the running kernels."""
        children = psutil.Process(self._server.pid).children(recursive=True)
        return [child for child in children if _is_kernel(child)]

    def close(self) -> None:
        """Stop the server and whatever it started."""
        family = psutil.Process(self._server.pid).children(recursive=True)
        self._server.terminate()
        try:
            self._server.wait(timeout=20)
        except subprocess.TimeoutExpired:  # with jupyter-collaboration it may wait for its rooms
            self._server.kill()
            self._server.wait(timeout=20)
        for process in family:
            with suppress(psutil.NoSuchProcess):
                process.kill()

    def _command(self) -> list[str]:
        settings = {
            "ServerApp.ip": "127.0.0.1",
            "ServerApp.port": str(self._port),
            "ServerApp.port_retries": "0",
            "IdentityProvider.token": "",
            "ServerApp.password": "",
            "ServerApp.disable_check_xsrf": "True",
            "ServerApp.root_dir": str(self.kit),
            "LabApp.extension_manager": "readonly",
            "LabApp.expose_app_in_browser": "True",
            "JupyterNotebookApp.expose_app_in_browser": "True",
            "LabApp.user_settings_dir": str(self._home / "settings"),
            "LabApp.workspaces_dir": str(self._home / "workspaces"),
            **self._options,
        }
        words = [f"--{name}={value}" for name, value in settings.items()]
        return [self._python, "-m", "jupyterlab", "--no-browser", "--allow-root", *words]

    def _wait(self, seconds: float = 180) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self._port}/api", timeout=1).close()
                return
            except OSError:
                assert self._server.poll() is None, "JupyterLab stopped at once"
                time.sleep(0.2)
        raise TimeoutError("JupyterLab did not answer")


def select_words(marks: Locator, words: str, nth: int = 0) -> None:
    """Drag over words as a person does: once the page stands still, and again if it slipped.

    `nth` says how often the same words stand before them in the text.
    """
    mouse = marks.page.mouse
    place = {"words": words, "nth": nth}
    for _ in range(DRAGS):
        left, top, right, bottom = marks.locator(".at-text-area").evaluate(ENDS_AT_REST, place)
        mouse.move(left, top)
        mouse.down()
        mouse.move(right, bottom, steps=5)
        mouse.up()
        if marks.page.evaluate("getSelection().toString()") == words:
            return
    raise AssertionError(f"{words} could not be selected in {DRAGS} drags")


def _is_kernel(process: psutil.Process) -> bool:
    with suppress(psutil.NoSuchProcess):  # it can end while it is looked at
        return "ipykernel_launcher" in " ".join(process.cmdline())
    return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
