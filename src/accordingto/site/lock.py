"""Pyodide's list of packages, written for the wheels that lie beside it: no other is asked for."""

from __future__ import annotations

import hashlib
import json
import zipfile
from email.parser import HeaderParser
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

NAME = "pyodide-lock.json"
_INFO = {
    "abi_version": "2026_0",
    "arch": "wasm32",
    "platform": "emscripten_5_0_3",
    "python": "3.14.2",
}
_THERE = {
    "sys_platform": "emscripten",
    "platform_system": "Emscripten",
    "os_name": "posix",
    "python_version": "3.14",
    "python_full_version": "3.14.2",
    "implementation_name": "cpython",
    "platform_python_implementation": "CPython",
    "platform_machine": "wasm32",
    "extra": "",
}


def lock(folder: Path) -> dict[str, Any]:
    """Return the list of the wheels in a folder, each with its digest and what it needs of them."""
    found = {canonicalize_name(one["name"]): one for one in map(_package, folder.glob("*.whl"))}
    for package in found.values():
        package["depends"] = sorted(found.keys() & package["depends"])
    return {"info": _INFO, "packages": dict(sorted(found.items()))}


def write_lock(folder: Path) -> list[str]:
    """Write the list beside the wheels, and return the names of all packages in it."""
    written = lock(folder)
    (folder / NAME).write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    return list(written["packages"])


def _package(wheel: Path) -> dict[str, Any]:
    with zipfile.ZipFile(wheel) as opened:
        names = opened.namelist()
        about = next(name for name in names if name.endswith(".dist-info/METADATA"))
        told = HeaderParser().parsestr(opened.read(about).decode())
    return {
        "name": told["Name"],
        "version": told["Version"],
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": sorted({*map(_module, names)} - {""}),
        "depends": [*map(_needed, told.get_all("Requires-Dist", []))],
        "unvendored_tests": False,
    }


def _module(member: str) -> str:
    """The name by which a member of a wheel is imported, if it is the top of a module."""
    top, _, rest = member.partition("/")
    if rest == "__init__.py":
        return top
    return top.removesuffix(".py") if top.endswith(".py") and not rest else ""


def _needed(line: str) -> str:
    """The name of what a line of requirements asks for in a browser; "" where it asks nothing."""
    requirement = Requirement(line)
    if requirement.marker and not requirement.marker.evaluate(_THERE):
        return ""
    return canonicalize_name(requirement.name)
