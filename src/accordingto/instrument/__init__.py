"""The machine reader: patterns and word lists, text in and a Reading out.

How a Reading compares with another is in `readings`, and many articles at once are in `corpora`.
"""

from accordingto.instrument.reader import named, read

__all__ = ["named", "read"]
