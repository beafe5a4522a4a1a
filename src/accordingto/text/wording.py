"""Lists and numbers in a sentence, as the kit writes them everywhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence


def listed(parts: Sequence[str]) -> str:
    """“a”, “a and b”, “a, b and c”."""
    return " and ".join([*([", ".join(parts[:-1])] if parts[1:] else []), *parts[-1:]])


def counted(number: int, one: str, many: str | None = None) -> str:
    """“1 word”, “2 words”; `many` for what takes more than an s."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def paragraphs(
    numbers: Sequence[int | str], joined: Callable[[Sequence[str]], str] = listed
) -> str:
    """“paragraph 4”, “paragraphs 4 and 7”."""
    return f"paragraph{'s' * (len(numbers) != 1)} {joined([str(one) for one in numbers])}"
