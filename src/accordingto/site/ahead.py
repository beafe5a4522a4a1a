"""What every lesson imports and no reader waits for: run once, before Python's memory is kept.

Runs inside Pyodide. Nothing that is compiled can be kept so, nor what holds on to the browser: of
the kit and of the kernel there is only what they import of others.
"""

import gc
import sys
from importlib import import_module

FROM_PYTHON = ("difflib", "pprint", "statistics", "unittest.mock")
FROM_OTHERS = (
    *("IPython.core.application", "IPython.core.shellapp", "anywidget", "ipywidgets"),
    *("markdown_it", "packaging.requirements", "packaging.tags", "yaml"),
)

for name in FROM_PYTHON + FROM_OTHERS:
    import_module(name)
sys.path.remove("")  # Python puts it there whenever it begins
gc.collect()
