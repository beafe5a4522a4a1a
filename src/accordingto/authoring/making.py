"""A lesson out of a page: its sources, written into the working copy beside a teacher's changes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from accordingto.authoring.basis import Basis
from accordingto.authoring.page import guide, page
from accordingto.authoring.plan import Plan, planned
from accordingto.authoring.sheet import sheet
from accordingto.content import MANIFEST, Content
from accordingto.exercises import schema
from accordingto.exercises.disk import write_whole
from accordingto.notebooks.handed_out import digest, handed_out, keep_handed_out
from accordingto.pages.about import about_of
from accordingto.pages.correcting.kept import draft_of, log_of, work_of
from accordingto.readings import seed

_OWN, _MOST = 9, 99  # numbers of lessons: the kit's own are below
_LONGEST = 60  # signs of a lesson's name


class NoRoomForLesson(ValueError):
    """A lesson cannot be written in a place."""


@dataclass(frozen=True)
class Made:
    """A lesson as it was written. `changed` are files that a teacher changed since.

    Where one of the three is changed, none is written, for they belong together.
    """

    name: str
    page: Path
    plan: Plan
    is_draft: bool
    unseen: int = 0
    changed: tuple[str, ...] = ()
    set_aside: tuple[str, ...] = ()

    @property
    def is_written(self) -> bool:
        """Whether the files are those of this plan."""
        return not self.changed


def basis_of(article: str, content: Content) -> Basis:
    """What a lesson on an article of `seeds/` is made of. Raises NoArticle for an unknown one."""
    text, reading = seed(article, content)
    folder = content.seed(article)
    work = work_of(folder)
    return Basis(
        text,
        reading,
        about_of(folder),
        log_of(folder),
        draft_of(folder),
        len(work.unseen) if work else 0,
    )


def made(
    article: str,
    content: Content,
    *,
    minutes: int = 50,
    only: Collection[str] = (),
    anew: bool = False,
) -> Made:
    """Write the sheet, the page and the guide of a lesson on an article into the working copy.

    What a teacher changed is left alone and named, or with `anew` put aside into `earlier/`.
    Raises NoRoomForLesson where this is no working copy, and NoLessonInIt where the page bears
    nothing.
    """
    root = content.root
    if not (root / MANIFEST).is_file():
        raise NoRoomForLesson(
            f"{root} is no working copy: make one with `accordingto start my-kit`, and make the "
            "lesson in there"
        )
    basis = basis_of(article, content)
    plan = planned(basis, minutes=minutes, only=only)
    name = _name(article, content)
    files = {
        f"exercises/{name}.yaml": sheet(name, article, plan),
        f"lessons/{name}.md": page(name, basis, plan),
        f"lessons/guides/{name}.md": guide(name, basis, plan),
    }
    lesson = root / "lessons" / f"{name}.md"
    changed = _changed(root, files)
    if changed and not anew:
        return Made(name, lesson, plan, basis.is_draft, basis.unseen, changed=changed)
    aside = tuple(_put_aside(root, file) for file in changed)
    _write(root, files)
    return Made(name, lesson, plan, basis.is_draft, basis.unseen, set_aside=aside)


def _name(article: str, content: Content) -> str:
    """The name of the lesson on an article: the one it has, or one with the next free number."""
    short = article[:_LONGEST]
    for path in sorted(content.root.glob("exercises/[0-9][0-9]-*.yaml")):
        if path.stem[3:] == short:
            return path.stem
    taken = {int(name[:2]) for name in content.lessons()}
    number = next((one for one in range(_OWN, _MOST + 1) if one not in taken), None)
    if number is None:
        raise NoRoomForLesson(f"{content.root} has {_MOST} lessons: no number is free for another")
    return f"{number:02}-{short}"


def _changed(root: Path, files: Collection[str]) -> tuple[str, ...]:
    """The files that are there and are not as they were given."""
    given = handed_out(root)
    return tuple(
        file
        for file in files
        if (path := root / file).is_file() and digest(path.read_bytes()) != given.get(file)
    )


def _put_aside(root: Path, file: str) -> str:
    path = root / file
    data = path.read_bytes()
    aside = path.parent / "earlier" / f"{path.stem}.{digest(data)[:8]}{path.suffix}"
    write_whole(aside, data)
    return aside.relative_to(root).as_posix()


def _write(root: Path, files: dict[str, str]) -> None:
    write_whole(root / "exercises" / schema.NAME, schema.sheet_schema().encode("utf-8"))
    given = handed_out(root)
    for file, text in files.items():
        data = text.encode("utf-8")
        write_whole(root / file, data)
        given[file] = digest(data)
    keep_handed_out(root, given)
