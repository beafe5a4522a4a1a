"""The machine reader: patterns and word lists, text in and a Reading out."""

from accordingto.instrument.reader import named, read

__all__ = ["named", "read"]
