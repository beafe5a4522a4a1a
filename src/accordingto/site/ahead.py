"""What every lesson imports and no reader waits for: run once, before Python's memory is kept.

Runs inside Pyodide. Nothing that is compiled can be kept so, nor what holds on to the browser: of
the kit and of the kernel there is only what they import of others.
"""

import gc
import sys
from importlib import import_module

FROM_PYTHON = (
    *("_strptime", "bdb", "calendar", "difflib", "encodings.unicode_escape", "encodings.utf_8_sig"),
    *("getpass", "pprint", "statistics", "sysconfig"),
)
FROM_OTHERS = (
    *("IPython.core.application", "IPython.core.completerlib", "IPython.core.logger"),
    *("IPython.core.magics", "IPython.core.shellapp", "IPython.extensions.storemagic"),
    *("anywidget", "ipywidgets", "jinja2", "markdown_it", "yaml"),
)

for name in FROM_PYTHON + FROM_OTHERS:
    import_module(name)
# What is asked for by such a name, and is not there, would be looked for among the notebooks.
sys.modules["storemagic"] = sys.modules["IPython.extensions.storemagic"]
sys.modules["argcomplete"] = None  # type: ignore[assignment]
sys.path.remove("")  # Python puts it there whenever it begins
gc.collect()
