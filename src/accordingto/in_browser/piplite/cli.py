"""What stands in a cell for `%pip`."""

from __future__ import annotations


async def get_transformed_code(arguments: list[str]) -> str:
    """The line of Python for `%pip` and these arguments."""
    return "import piplite; await piplite.install()"
