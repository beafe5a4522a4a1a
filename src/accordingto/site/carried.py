"""What of the content goes into the browser, with or without the texts of others."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from accordingto.content import Content
from accordingto.exercises import Sheet
from accordingto.pages.about import about_of
from accordingto.readings.left_out import NAME, left_out
from accordingto.yamlfile import YamlFile

# What a lesson reads as it runs, and notebooks as they were, to tell what was written in them.
_CONTENT = (
    *("seeds/*/*.txt", "seeds/*/*.yaml", "lessons/*.md", "lessons/*.yaml", "exercises/*.yaml"),
    "notebooks/*.ipynb",
)


def texts_of_others(content: Content) -> frozenset[str]:
    """The names of all articles that were not written for the kit: their publishers own them."""
    return frozenset(name for name in seeds(content) if not about_of(content.seed(name)).invented)


def seeds(content: Content) -> list[str]:
    """The names of all articles, of the kit and of a root of one's own."""
    roots = {Content.kit().root, content.root}
    return sorted({path.parent.name for root in roots for path in root.glob("seeds/*/article.txt")})


def carried(content: Content, without: Collection[str] = ()) -> dict[str, bytes]:
    """The files of the kit, and over them those of a root of one's own, by their names.

    Of an article in `without` there is what is known of it, and what stands for the rest.
    """
    found = {
        path.relative_to(root).as_posix(): path
        for root in (Content.kit().root, content.root)
        for pattern in _CONTENT
        for path in sorted(root.glob(pattern))
        if not any(part.startswith(".") for part in path.relative_to(root).parts)
    }
    kept = {name: _quick(path) for name, path in found.items() if not _is_of(path, without)}
    return kept | {f"seeds/{name}/{NAME}": left_out(content.seed(name)) for name in without}


def carried_graded(sheet: Sheet, without: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """What stands for the articles of graded work that are in `without`: no reading of them."""
    for name in sheet.materials.keys() & without:
        yield f"seeds/{name}/{NAME}", left_out(sheet.content.seed(name), readings=False)


def _quick(path: Path) -> bytes:
    """What a file holds; YAML as a line of JSON, which is YAML too, if that says the same.

    Python without libyaml reads it a hundred times as fast.
    """
    if path.suffix == ".yaml":
        data = YamlFile.read(path).data
        with suppress(TypeError):  # a date has no form of its own in JSON
            line = json.dumps(data, ensure_ascii=False)
            if json.loads(line) == data:
                return line.encode()
    return path.read_bytes()


def _is_of(path: Path, articles: Collection[str]) -> bool:
    """Whether a file holds an article of these, or a reading of one."""
    return (
        path.parent.parent.name == "seeds"
        and path.parent.name in articles
        and path.name != "about.yaml"
    )
