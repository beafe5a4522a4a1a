"""How a widget that is no exercise is shown: itself, and what stands where it cannot be drawn."""

from __future__ import annotations

import anywidget
import traitlets
from IPython.display import display

from accordingto.templates import rendered
from accordingto.widgets.markdown import inline
from accordingto.widgets.script import source


def show(widget: anywidget.AnyWidget, template: str, **said: object) -> None:
    """Display a widget; its plain text and HTML by a template are what a saved notebook has."""
    display(widget)
    html = str(rendered(template, **said))
    display({"text/html": html, "text/plain": repr(widget)}, raw=True)


class Bar(anywidget.AnyWidget):
    """A bar with some fields, what it is for, and lines that say what came of it."""

    _css = source("exercise.css") + source("filebar.css")

    what = traitlets.Unicode().tag(sync=True)
    told = traitlets.List(traitlets.Unicode()).tag(sync=True)

    def __init__(self, what: str, **traits: object) -> None:
        super().__init__(what=str(inline(what)), **traits)

    def show(self) -> None:
        """Display it, and a line for where it cannot be drawn."""
        show(self, "widgets/filebar.html", said=repr(self))
