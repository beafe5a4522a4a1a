"""What a notebook asks a room, and what it is told."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http.client import HTTPException
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

import msgspec

TIMEOUT = 10.0  # seconds that one sending may take


class CannotJoin(ValueError):
    """The room did not let one in; the sentence says why."""


def asked(address: str, body: Mapping[str, Any], authorization: str = "") -> dict[str, Any]:
    """What the room answers. Raises CannotJoin where it refuses, OSError where nothing answers."""
    headers = {"Content-Type": "application/json", "Authorization": authorization}
    request = Request(address, msgspec.json.encode(body), headers)
    try:
        with urlopen(request, timeout=TIMEOUT) as answer:
            return _read(answer.read())
    except HTTPError as refused:
        raise CannotJoin(str(_read(refused.read()).get("refused", refused))) from None
    except (URLError, HTTPException) as error:
        raise OSError(str(error)) from None


def _read(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except ValueError:
        found = None
    return found if isinstance(found, dict) else {}
