"""The paths that a student's code may read: Python and its packages, and no key among them."""

from __future__ import annotations

import site
import sys
import sysconfig
from collections.abc import Sequence
from pathlib import Path

_SYSTEM = ("/usr/lib", "/lib", "/lib64", "/etc/ld.so.cache")


def readable(forbidden: Sequence[Path]) -> list[Path]:
    """The places, none within another, but for whatever holds something forbidden.

    A place that is reached by a link is there by both of its names.
    """
    places = {sys.prefix, sys.base_prefix, sysconfig.get_path("stdlib"), *site.getsitepackages()}
    places |= {path for path in sys.path if Path(path).is_dir()}
    named = {Path(path).absolute() for path in (*places, *_SYSTEM) if Path(path).exists()}
    named |= {path.resolve() for path in named}
    hidden = [path.resolve() for path in forbidden]
    parts = {part for path in named for part in _but(path, hidden)}
    return sorted(part for part in parts if parts.isdisjoint(part.parents))


def _but(place: Path, forbidden: Sequence[Path]) -> list[Path]:
    real = place.resolve()
    if any(real.is_relative_to(path) for path in forbidden):
        return []
    if any(path.is_relative_to(real) for path in forbidden):
        return [part for inner in place.iterdir() for part in _but(inner, forbidden)]
    return [place]
