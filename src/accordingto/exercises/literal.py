"""Text printed by a student's program, quoted literally inside a Markdown sentence."""

from __future__ import annotations

import re

# Emphasis, code, HTML and addresses in angle brackets, entities, links and images, and a stroke
# that would take the sign after it. An underscore inside a word and a list's bracket say nothing.
_OBEYED = re.compile(r"[`*&]|<(?=[^\s<>]*[:@])|(?<![^\W_])_|_(?![^\W_])|\](?=\()|\\(?![^\W_]|\s)")


def literal(text: str) -> str:
    """The text as Markdown that shows it and obeys nothing in it.

    What CommonMark escapes by a stroke (§2.4); a text without such signs stays as it is.
    """
    return _OBEYED.sub(r"\\\g<0>", text)
