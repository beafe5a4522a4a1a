"""According To: read the news as evidence. Who says so, how do they know, in whose words?

A notebook needs `lesson`, `home` and `check`; whoever reads articles, `seed`, `printed`,
`second_reading`, `own_article` and `audited`; whoever corrects a draft, `correct`;
whoever makes a lesson of one, `make_lesson`; whoever tries a list or a classifier, `word_list`,
`pattern_list` and `labelled_sides`; whoever drags marks or pools ratings, `move_marks` and
`pooled`; whoever hands in or moves to another computer, `my_files`; whoever has a class,
`class_view` and `class_folder`.
What they use is imported when they are called, so that `import accordingto` costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from accordingto.authoring.in_notebook import make_lesson
    from accordingto.classroom.hand_in.in_notebook import my_files
    from accordingto.classroom.room.in_notebook import class_folder, class_view
    from accordingto.exercises.labelled import labelled_sides
    from accordingto.notebooks.audited import audited
    from accordingto.notebooks.correct import correct
    from accordingto.notebooks.environment import check
    from accordingto.notebooks.home import home
    from accordingto.notebooks.move_marks import move_marks
    from accordingto.notebooks.opening import lesson
    from accordingto.notebooks.own_article import own_article
    from accordingto.notebooks.pattern_list import pattern_list
    from accordingto.notebooks.pooled import pooled
    from accordingto.notebooks.printed import printed
    from accordingto.notebooks.seeds import second_reading, seed
    from accordingto.notebooks.word_list import word_list

__all__ = [
    "audited",
    "check",
    "class_folder",
    "class_view",
    "correct",
    "home",
    "labelled_sides",
    "lesson",
    "make_lesson",
    "move_marks",
    "my_files",
    "own_article",
    "pattern_list",
    "pooled",
    "printed",
    "second_reading",
    "seed",
    "word_list",
]

_HOMES = {
    "audited": "accordingto.notebooks.audited",
    "check": "accordingto.notebooks.environment",
    "class_folder": "accordingto.classroom.room.in_notebook",
    "class_view": "accordingto.classroom.room.in_notebook",
    "correct": "accordingto.notebooks.correct",
    "home": "accordingto.notebooks.home",
    "labelled_sides": "accordingto.exercises.labelled",
    "lesson": "accordingto.notebooks.opening",
    "make_lesson": "accordingto.authoring.in_notebook",
    "move_marks": "accordingto.notebooks.move_marks",
    "my_files": "accordingto.classroom.hand_in.in_notebook",
    "own_article": "accordingto.notebooks.own_article",
    "pattern_list": "accordingto.notebooks.pattern_list",
    "pooled": "accordingto.notebooks.pooled",
    "printed": "accordingto.notebooks.printed",
    "second_reading": "accordingto.notebooks.seeds",
    "seed": "accordingto.notebooks.seeds",
    "word_list": "accordingto.notebooks.word_list",
}


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
