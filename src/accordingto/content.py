"""Where the kit's content is: beside the code in a clone, inside the package when installed."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def content_root() -> Path:
    """The folder that holds `seeds`, `lessons`, `exercises` and `notebooks`."""
    carried = _PACKAGE / "content"
    return carried if carried.is_dir() else _PACKAGE.parents[1]
