"""The pages to read: every lesson, guide and article and the glossary, as sources for Sphinx."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from markupsafe import Markup

from accordingto.content import Content
from accordingto.exercises import Question, Sheet
from accordingto.notebooks.cells import asked, is_code, is_way, opens, source_of
from accordingto.notebooks.pages import LessonPage, lesson_page, lesson_pages
from accordingto.pages.about import about_of
from accordingto.site.carried import seeds
from accordingto.templates import plain, rendered
from accordingto.text import Article
from accordingto.widgets.markdown import block
from accordingto.widgets.views import view_of

_FACE = "at-static"  # of an exercise as it was answered, which a reader meets unanswered


@dataclass(frozen=True)
class Seed:
    """An article as a page shows it."""

    name: str
    title: str
    rights: str
    invented: bool
    paragraphs: tuple[str, ...]
    is_left_out: bool = False


def sources(content: Content, without: Collection[str] = ()) -> Iterator[tuple[str, str]]:
    """Yield the name and the text of every page of the site, in MyST Markdown.

    Of an article in `without` a page says how its text is brought.
    """
    articles = list(_seeds(content, without))
    lessons = lesson_pages(content)
    beside = [lesson_page(path) for name in ("gallery",) if (path := content.page(name))]
    guides = sorted((content.glossary().parent / "guides").glob("*.md"))
    yield "index.md", plain("site/index.md", lessons=lessons, guides=guides, seeds=articles)
    for page in (*lessons, *beside):
        yield f"lessons/{page.name}.md", lesson_source(page, content, without)
    for guide in guides:
        yield f"guides/{guide.name}", guide.read_text(encoding="utf-8")
    for seed in articles:
        yield f"articles/{seed.name}.md", plain("site/article.md", seed=seed, html=_text_of(seed))
    yield "glossary.md", content.glossary().read_text(encoding="utf-8")


def lesson_source(page: LessonPage, content: Content, without: Collection[str] = ()) -> str:
    """A lesson as a page to read: its prose and code, what the code gives, and what is asked."""
    sheet = Sheet.of(page.name, content)
    notebook = content.notebook(page.name)
    solved = _outputs(notebook.parent / "solutions" / notebook.name)
    cells = json.loads(notebook.read_bytes())["cells"]
    pieces = [_piece(cell, sheet, solved) for cell in cells if not is_way(cell)]
    title, _, rest = pieces[0].partition("\n")
    is_left_out = sheet.article in without
    run = plain("site/run.md", page=page, article=sheet.article, is_left_out=is_left_out)
    return "\n\n".join((title, run, rest, *pieces[1:])) + "\n"


def _piece(cell: dict[str, Any], sheet: Sheet, solved: dict[str, list[dict[str, Any]]]) -> str:
    source = source_of(cell)
    if not is_code(cell):
        return _linked(source)
    if call := asked(cell):
        return _html(exercise_html(sheet[call.exercise], sheet))
    code = f"``````python\n{source}\n``````"
    given = [] if opens(source) else list(filter(None, map(_given, solved.get(cell["id"], ()))))
    return f"{code}\n\n{_html(rendered('site/output.html', given=given))}" if given else code


def exercise_html(question: Question[Any], sheet: Sheet) -> Markup:
    """An exercise as somebody meets it who has not answered yet, with nothing to press."""
    parts = view_of(question).parts(question, sheet.material(question))
    return rendered(
        "site/exercise.html",
        question=question,
        prompt=block(question.prompt),
        parts=[{"options": (), "rows": (), "cards": (), "slots": (), **part} for part in parts],
    )


def _outputs(solved: Path) -> dict[str, list[dict[str, Any]]]:
    """What each cell of a solved notebook gave; nothing where a lesson has none."""
    cells = json.loads(solved.read_bytes())["cells"] if solved.is_file() else []
    return {cell["id"]: cell.get("outputs", []) for cell in cells}


def _given(output: dict[str, Any]) -> Markup | None:
    """What a cell gave, as HTML; None for what only a live notebook shows."""
    data = output.get("data", {})
    if html := "".join(data.get("text/html", "")):
        return None if _FACE in html else Markup(html)  # out of the kit's own solved notebooks
    text = "".join(output.get("text", data.get("text/plain", "")))
    return rendered("site/text.html", text=text) if text.strip() and "text" in output else None


def _seeds(content: Content, without: Collection[str]) -> Iterator[Seed]:
    for name in seeds(content):
        folder, is_left_out = content.seed(name), name in without
        about = about_of(folder)
        paragraphs = () if is_left_out else _paragraphs(Article.from_file(folder / "article.txt"))
        yield Seed(name, about.title, about.rights, about.invented, paragraphs, is_left_out)


def _paragraphs(article: Article) -> tuple[str, ...]:
    return tuple(article[one] for one in article.paragraphs)


def _text_of(seed: Seed) -> str:
    return _html(rendered("site/article.html", paragraphs=seed.paragraphs))


def _html(markup: Markup) -> str:
    """HTML within Markdown. No line of it may end the fence around it."""
    return f"``````{{raw}} html\n{markup}\n``````"


def _linked(source: str) -> str:
    """A cell's text with its links to notebooks as links to pages."""
    return source.replace("](glossary.ipynb", "](../glossary.md").replace(".ipynb)", ".md)")
