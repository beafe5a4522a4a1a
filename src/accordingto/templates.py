"""HTML by templates: what is put into one is text, and never obeyed, unless it is markup already.

Texts that are no HTML, such as a lesson in Markdown, are written by `plain`.

A template stands beside the code that fills it, and is named by its path in the package.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

if TYPE_CHECKING:
    from jinja2 import Environment


def rendered(template: str, **values: Any) -> Markup:
    """The template with the values in it, each as text unless it is markup.

    Raises jinja2's UndefinedError for a value that the template asks for and is not given.
    """
    return Markup(_templates(_as_markup).get_template(template).render(values))


def plain(template: str, **values: Any) -> str:
    """The template with the values in it as they are, for a text that is no HTML.

    Raises jinja2's UndefinedError for a value that the template asks for and is not given.
    """
    return _templates(None).get_template(template).render(values)


@cache
def _templates(finalize: Callable[[Any], Any] | None) -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # only pages need it

    return Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=finalize is not None,
        finalize=finalize,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=finalize is None,
    )


def _as_markup(value: Any) -> Any:
    """Text escaped as the standard library does it, for notebooks that are compared by bytes."""
    return value if hasattr(value, "__html__") else Markup(escape(str(value)))
