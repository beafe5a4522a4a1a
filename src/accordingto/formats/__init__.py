"""Readings in the formats of annotation tools, written and read back without loss.

Each format is one module: W3C Web Annotation, brat standoff, UIMA CAS XMI (INCEpTION) and a tidy
table. Corpora of many articles are in `corpora`; pages of a reader's own are in `pages`.
"""

from accordingto.formats.pieces import FormatError

__all__ = ["FormatError"]
