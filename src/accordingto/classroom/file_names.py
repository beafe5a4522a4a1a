"""Names that no system refuses, on whichever one a course is opened.

The rules are Windows', the strictest: Microsoft, "Naming Files, Paths, and Namespaces" (2024).
"""

from __future__ import annotations

import re

_DEVICE = re.compile(r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[\d¹²³]) *(?:\..*)?", re.I)
_SIGN = re.compile(r'[<>:"/\\|?*\x00-\x1f]')


def refused(name: str) -> bool:
    """Return whether some system makes no file or folder of this name.

    Names of devices are refused whatever stands behind their first dot, and so is a dot or a
    blank at the end.
    """
    device = _DEVICE.fullmatch(name.split("/")[0])
    return bool(device or _SIGN.search(name)) or name != name.rstrip(". ")
