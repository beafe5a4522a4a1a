"""Whether Python itself runs in the page, and what stands there for modules that it lacks.

How the page is made is not here, nor what a notebook says where something is lacking.
"""

from __future__ import annotations

import sys


def is_here() -> bool:
    """Whether this Python runs in a browser."""
    return sys.platform == "emscripten"
