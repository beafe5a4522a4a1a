"""The page of a made lesson and its guide, as Markdown in the form of the kit's own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import Any

from accordingto.authoring.basis import Basis
from accordingto.authoring.plan import Part, Plan
from accordingto.authoring.said import aims
from accordingto.authoring.sheet import numbered
from accordingto.exercises.literal import literal
from accordingto.templates import plain
from accordingto.text.wording import counted

_SUMMARY = 2  # minutes at the end
_SIDES = 2


def page(name: str, basis: Basis, plan: Plan) -> str:
    """Return the text of `lessons/NAME.md`."""
    return plain("authoring/lesson.md", **_facts(name, basis, plan), sections=_sections(name, plan))


def guide(name: str, basis: Basis, plan: Plan) -> str:
    """Return the text of `lessons/guides/NAME.md`."""
    facts = _facts(name, basis, plan)
    here = numbered(name, plan)
    return plain(
        "authoring/guide.md",
        **facts,
        aim_rows=[(aim, ", ".join(ids)) for aim, ids in _aims(plan, here).items()],
        objectives=", ".join(dict.fromkeys(part.maker.said.objective for part in plan.parts)),
        schedule=list(_schedule(plan, here)),
        left_out=list(plan.left_out.items()),
        cases=len(basis.reading.cases),
        is_draft=basis.is_draft,
        unseen=counted(basis.unseen, "statement") if basis.unseen else "",
        one_side=len(here.get("ways", [])) == 1,
        both_sides=len(here.get("ways", [])) == _SIDES,
        size=_size(basis),
        rubrics=[one for theirs in here.values() for one in theirs if "rubric" in one],
    )


def _facts(name: str, basis: Basis, plan: Plan) -> dict[str, Any]:
    return {
        "name": name,
        "number": int(name[:2]),
        "article": basis.article.id,
        "title": literal(basis.about.title),
        "title_in_head": json.dumps(basis.about.title, ensure_ascii=False),
        "note": basis.about.content_note,
        "is_invented": basis.about.invented,
        "minutes": plan.minutes,
        "paragraphs": counted(len(basis.article.paragraphs), "paragraph"),
        "aims": list(_aims(plan, numbered(name, plan))),
    }


def _sections(name: str, plan: Plan) -> Iterator[dict[str, Any]]:
    """What stands above and below the exercises of each maker."""
    here = numbered(name, plan)
    for part in plan.parts:
        said, exercises = part.maker.said, here[part.maker.name]
        is_one_of_two = bool(said.alone) and len(exercises) == 1
        yield {
            "heading": said.heading,
            "before": said.alone if is_one_of_two else said.before,
            "ids": [one["id"] for one in exercises],
            "code": said.code.strip(),
        }


def _aims(plan: Plan, here: dict[str, list[dict[str, Any]]]) -> dict[str, list[str]]:
    """Each aim of the lesson, and the exercises that serve it."""
    by_objective: dict[str, list[str]] = {}
    for part in plan.parts:
        ids = [one["id"] for one in here[part.maker.name]]
        by_objective.setdefault(part.maker.said.objective, []).extend(ids)
    return {aim: by_objective[name] for name, aim in aims().items() if name in by_objective}


def _schedule(
    plan: Plan, here: dict[str, list[dict[str, Any]]]
) -> Iterator[tuple[int, int, str, str]]:
    """The minutes from the first to the last, without a gap; what is left over is for talk."""
    opening = plan.reading - _SUMMARY
    ends = list(accumulate([opening, *(part.minutes for part in plan.parts)]))
    yield 0, opening, "open the lesson, and read the page", "alone"
    for (start, end), part in zip(pairwise(ends), plan.parts, strict=True):
        yield start, end, _with_ids(part, here), part.maker.said.how
    yield ends[-1], plan.minutes, "what the page cannot tell; the summary", "round the class"


def _with_ids(part: Part, here: dict[str, list[dict[str, Any]]]) -> str:
    ids = ", ".join(one["id"] for one in here[part.maker.name])
    titles = dict.fromkeys(one["title"] for one in part.exercises)
    return f"{ids}: {'; '.join(titles)}"


def _size(basis: Basis) -> str:
    statements = counted(len(basis.statements), "statement")
    return f"{statements} and {counted(len(basis.reading.quotations), 'quotation')}"
