"""A student's words, in a line that a terminal prints and does not obey."""


def printable(text: str) -> str:
    """The text in one line; a sign that is none on paper, such as an escape, becomes `?`."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)
