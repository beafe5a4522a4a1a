"""nbgrader, loaded without what of it takes longest and is asked for nothing here.

It loads jsonschema, which, to tell whether a text is an internationalised address, loads
rfc3987-syntax if that is there; and that builds 38 parsers of its grammar before it has read a
single text, which is more than all else that nbgrader loads. No notebook's schema asks for it.
"""

from __future__ import annotations

import sys
from importlib import import_module

_SLOW = "rfc3987_syntax"


def load() -> None:
    """Load it, once. Raises ModuleNotFoundError where nbgrader is not installed."""
    if "nbgrader.api" in sys.modules:
        return
    hidden = _SLOW not in sys.modules
    if hidden:
        sys.modules[_SLOW] = None  # type: ignore[assignment]  # to import it is an ImportError now
    try:
        import_module("nbgrader.api")
    finally:
        if hidden:
            del sys.modules[_SLOW]
