"""The lessons at work in a browser: JupyterLite, reduced to one notebook at a time."""

from __future__ import annotations

import json
import shutil
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from accordingto.exercises.disk import write_whole
from accordingto.site.beside import add_beside
from accordingto.site.fetched import Fetched
from accordingto.site.offline import keep_offline
from accordingto.site.ready import kit_ready, others_ready
from accordingto.site.starting import START, add_start
from accordingto.site.tools import run_tool
from accordingto.site.wheels import fitted, kit_wheel, packed

_HERE = Path(__file__).parent
_FRONT_ENDS = ("anywidget", "jupyterlab_widgets", "jupyterlite_pyodide_kernel")
_KERNEL = "@jupyterlite/pyodide-kernel-extension"
_PLACE = "python"  # of Pyodide and all wheels, in the folder of JupyterLite
# There is one notebook, and no list of files to go back to; a reader makes none, chooses no other
# kernel, and clears no answers by mistake. Menus that go with these are left out by overrides.json.
_NOT_OFFERED = [
    "@jupyter-notebook/application-extension:logo",
    "@jupyter-notebook/console-extension",
    "@jupyter-notebook/notebook-extension:edit-notebook-metadata",
    "@jupyter-notebook/notebook-extension:kernel-logo",
    "@jupyter-notebook/notebook-extension:open-tree-tab",
    "@jupyter-notebook/notebook-extension:trusted",
    "@jupyter-notebook/tree-extension",
    "@jupyterlab/celltags-extension",
    "@jupyterlab/console-extension",
    "@jupyterlab/fileeditor-extension",
    "@jupyterlab/launcher-extension",
    "@jupyterlab/notebook-extension:export",
    "@jupyterlite/application-extension:clear-browser-data",
    "@jupyterlite/application-extension:logo",
    "@jupyterlite/application-extension:share-file",
    "@jupyterlite/notebook-application-extension:logo",
]
# Pyodide's list of packages that it may fetch: none.
_LOCK = _HERE / "pyodide-lock.json"
_KERNELS = ("ipykernel-", "pyodide_kernel-", "widgetsnbextension-4")
# What the kernel would fetch, were it not told that Python has it. Without jedi IPython completes
# names too, and begins in half the time.
_THERE = ["comm", "ipykernel", "ipython", "jedi", "micropip", "piplite", "pyodide-kernel"]
_OLD_FONTS = ("fa-*.svg", "*.eot", "fa-*.ttf", "fa-*.woff")
_STAND_INS = _HERE.parent / "in_browser"


@dataclass(frozen=True)
class Edition:
    """What a browser edition holds: the files that a reader meets, and the kit's content."""

    files: dict[str, bytes]
    content: dict[str, bytes]
    graded: bool = False


def browser_edition(folder: Path, scratch: Path, made_of: Fetched, edition: Edition) -> None:
    """Lay out JupyterLite in a folder; `scratch` is thrown away.

    Raises NotBuilt where one of the tools says that it cannot be done.
    """
    python, wheels = scratch / _PLACE, scratch / "wheels"
    wheels.mkdir(parents=True)
    put_pyodide(python, made_of)
    put_wheels(wheels, made_of)
    others_ready(python, wheels, made_of.ready)
    kit_ready(python, kit_wheel(scratch, edition.content, graded=edition.graded))
    add_start(python)
    for name, data in edition.files.items():
        write_whole(scratch / "files" / name, data)
    _write(scratch / "jupyter-lite.json", _settings())
    _write(scratch / "jupyter_lite_config.json", {"LiteBuildConfig": _how(made_of, folder)})
    overrides = (_HERE / "overrides.json").read_bytes()
    write_whole(scratch / "overrides.json", overrides)
    _build(scratch)
    shutil.copytree(python, folder / _PLACE)
    for kind in _OLD_FONTS:  # each stands beside one that every browser of today takes
        for font in (folder / "build").glob(kind):
            font.unlink()
    add_beside(folder, ("shortage.js",) if edition.graded else ("reading.js", "shortage.js"))
    keep_offline(folder)


def put_pyodide(python: Path, made_of: Fetched) -> None:
    """Put Pyodide's own files into a folder, with a list of packages that asks for none."""
    for part in (*made_of.pyodide.iterdir(), _LOCK):
        if part.suffix != ".tgz":
            write_whole(python / part.name, part.read_bytes())


def put_wheels(wheels: Path, made_of: Fetched) -> None:
    """Put into a folder the wheels of others, made to fit the browser."""
    for wheel in made_of.wheels:
        if not wheel.name.startswith(_FRONT_ENDS[1:]):
            fitted(wheel, wheels)
        if wheel.name.startswith(_FRONT_ENDS[2]):
            _unpack_kernel(wheel, wheels)
    packed(wheels, "stand_ins", "0.0", dict(_stand_ins()))


def _stand_ins() -> Iterator[tuple[str, bytes]]:
    """What the kit has in place of modules that are compiled, or that nobody needs here."""
    for path in sorted(_STAND_INS.rglob("*.py")):
        if path.parent != _STAND_INS or path.stem != "__init__":
            yield path.relative_to(_STAND_INS).as_posix(), path.read_bytes()


def _unpack_kernel(front_end: Path, folder: Path) -> None:
    """The kernel's own small wheels are carried inside that of its front end."""
    with zipfile.ZipFile(front_end) as opened:
        for name in opened.namelist():
            if (wheel := Path(name)).name.startswith(_KERNELS):
                write_whole(folder / wheel.name, opened.read(name))


def _settings() -> dict[str, Any]:
    """What JupyterLite reads first."""
    kernel = {
        "pyodideUrl": f"./{_PLACE}/{START}",
        "disablePyPIFallback": True,
        "loadPyodideOptions": {"packages": _THERE},
    }
    return {
        "jupyter-lite-schema-version": 0,
        "jupyter-config-data": {
            "appName": "According To",
            "disabledExtensions": _NOT_OFFERED,
            "exposeAppInBrowser": "true",  # my_files saves the notebook before it packs it
            "litePluginSettings": {f"{_KERNEL}:kernel": kernel},
        },
    }


def _how(made_of: Fetched, folder: Path) -> dict[str, Any]:
    fronts = [str(one.absolute()) for one in made_of.wheels if one.name.startswith(_FRONT_ENDS)]
    return {
        "apps": ["notebooks"],
        "contents": ["files"],
        "federated_extensions": fronts,
        "ignore_sys_prefix": ["federated_extensions"],
        "no_sourcemaps": True,
        "no_unused_shared_packages": True,
        "output_dir": str(folder.absolute()),
    }


def _build(scratch: Path) -> None:
    command = [sys.executable, "-m", "jupyterlite_core", "build", "--lite-dir", str(scratch)]
    run_tool(command, scratch, "JupyterLite")


def _write(path: Path, data: dict[str, Any]) -> None:
    write_whole(path, json.dumps(data, indent=1).encode())
