"""Wheels for the browser: the kit's own, packed from where it stands, and others made to fit."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator, Mapping
from importlib import metadata
from pathlib import Path

import accordingto

NAME = "according-to"
_PACKAGE = Path(accordingto.__file__).parent
_NOT_THERE = {"content", "site", "commands", "__pycache__"}  # what no kernel in a browser calls
_OF_TEACHERS = {"authoring"}  # whose words for answers are those of some keys
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # so that the same files give the same bytes
_COMPILED = (".so", ".pyd", ".dylib")
_PURE = (
    "Wheel-Version: 1.0\nGenerator: accordingto site\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
)


def kit_wheel(folder: Path, content: Mapping[str, bytes], *, graded: bool = False) -> Path:
    """Pack the kit as it is installed here, with these files of content, and return the wheel.

    For `graded` work it is without what only a teacher calls.
    """
    version = metadata.version(NAME)
    members = dict(_modules(_NOT_THERE | _OF_TEACHERS if graded else _NOT_THERE))
    members |= {f"accordingto/content/{name}": data for name, data in content.items()}
    about = metadata.distribution(NAME).read_text("METADATA") or ""
    return packed(folder, "according_to", version, members, about)


def packed(
    folder: Path, name: str, version: str, members: dict[str, bytes], about: str = ""
) -> Path:
    """Write a wheel of these members, and return it. The same members give the same bytes."""
    info = f"{name}-{version}.dist-info"
    about = about or f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
    files = {**members, f"{info}/METADATA": about.encode(), f"{info}/WHEEL": _PURE.encode()}
    record = "".join(f"{path},,\n" for path in [*sorted(files), f"{info}/RECORD"])
    path = folder / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as wheel:
        for member, data in [*sorted(files.items()), (f"{info}/RECORD", record.encode())]:
            entry = zipfile.ZipInfo(member, _LONG_AGO)
            wheel.writestr(entry, data, zipfile.ZIP_DEFLATED)
    return path


def fitted(wheel: Path, folder: Path) -> Path:
    """Put a wheel into a folder, without compiled parts of another system, and return it there."""
    if "emscripten" in wheel.name or wheel.name.endswith("none-any.whl"):
        copy = folder / wheel.name
        copy.write_bytes(wheel.read_bytes())
        return copy
    name, version = wheel.name.split("-")[:2]
    with zipfile.ZipFile(wheel) as opened:
        kept = {one: opened.read(one) for one in opened.namelist() if not one.endswith(_COMPILED)}
    info = f"{name}-{version}.dist-info"
    about = kept.pop(f"{info}/METADATA").decode()
    members = {path: data for path, data in kept.items() if not path.startswith(info)}
    return packed(folder, name, version, members, about)


def _modules(without: set[str]) -> Iterator[tuple[str, bytes]]:
    """Every file of the package that a kernel may read."""
    for path in sorted(_PACKAGE.rglob("*")):
        inside = path.relative_to(_PACKAGE)
        if path.is_file() and not without & set(inside.parts):
            yield f"accordingto/{inside.as_posix()}", path.read_bytes()
