"""Compile the archives that lie in `/folder`, by the Python that will run them.

Runs inside Pyodide. The kit keeps its sources, for tracebacks and readers; others do not.
"""

import importlib.util
import marshal
import zipfile
from pathlib import Path

FOLDER = Path("/folder")
LONG_AGO = (1980, 1, 1, 0, 0, 0)
LEFT_OUT = (  # no kernel reads them, and there is neither a terminal nor a window of one's own
    *("/test/", "/tests/", ".data/data/", "/labextension/", "/table_grapheme_overrides/_known"),
    *("nltk/app/", "nltk/draw/", "nltk/twitter/"),
)
SELDOM = (
    *("encodings/", "IPython/sphinxext/", "nltk/corpus/reader/"),
    *("pygments/lexers/", "pygments/styles/"),
)
UNCHECKED = (0b01).to_bytes(4, "little")  # never held against its source, which lies beside it


def bytecode(source: bytes, name: str) -> bytes:
    """The file that an import of this source would write, if it could."""
    code = compile(source, name, "exec", dont_inherit=True, optimize=0)
    digest = importlib.util.source_hash(source)
    return importlib.util.MAGIC_NUMBER + UNCHECKED + digest + marshal.dumps(code)


def compiled(path: Path, *, with_sources: bool) -> None:
    """Write an archive anew, with bytecode for each module in it, beside its source or for it."""
    place = "__pycache__/{}.cpython-314.pyc" if with_sources else "{}.pyc"
    with zipfile.ZipFile(path) as archive:
        kept = [one for one in archive.namelist() if not any(part in one for part in LEFT_OUT)]
        members = {one: archive.read(one) for one in kept if not one.endswith("/")}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            is_module = name.endswith(".py") and not any(one in name for one in SELDOM)
            if with_sources or not is_module:
                archive.writestr(zipfile.ZipInfo(name, LONG_AGO), data, zipfile.ZIP_DEFLATED)
            if is_module:
                folder, _, file = name.rpartition("/")
                stem = file.removesuffix(".py")
                there = f"{folder}/".lstrip("/") + place.format(stem)
                entry = zipfile.ZipInfo(there, LONG_AGO)
                archive.writestr(entry, bytecode(data, name), zipfile.ZIP_DEFLATED)


for path in (*FOLDER.glob("*.whl"), *FOLDER.glob("*.zip")):
    compiled(path, with_sources=path.name.startswith("according_to-"))
