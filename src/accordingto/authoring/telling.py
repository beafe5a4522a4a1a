"""What was made of a page, in sentences: for the terminal and for a notebook."""

from __future__ import annotations

from collections.abc import Iterator

from accordingto.authoring.making import Made
from accordingto.text.wording import counted, listed

DRAFT = (
    "Nobody has corrected this page’s reading yet. It is the machine’s draft, and the keys are "
    "wrong where the machine was: correct it, then make the lesson anew."
)
UNSEEN = (
    "{statements} of its reading nobody has looked at yet: there the keys are the machine’s. Go on "
    "with the correcting, then make the lesson anew."
)


def told(made: Made) -> Iterator[str]:
    """Yield what stands where, what was left out and why, and what a teacher's changes kept."""
    if not made.is_written:
        yield (
            f"Left as you changed it: {listed(made.changed)}. Nothing was written. "
            "With --anew (in a notebook: anew=True) the lesson is made anew, and yours is put "
            "aside into a folder `earlier`."
        )
        return
    exercises = [one for part in made.plan.parts for one in part.exercises]
    kinds = {one["kind"] for one in exercises}
    yield (
        f"Lesson {made.name}: {counted(len(exercises), 'exercise')} of "
        f"{counted(len(kinds), 'kind')}, for about {made.plan.minutes} minutes. Its sources are "
        f"lessons/{made.name}.md, exercises/{made.name}.yaml and lessons/guides/{made.name}.md."
    )
    if made.set_aside:
        yield f"Yours from before are in {listed(made.set_aside)}."
    for name, why in made.plan.left_out.items():
        yield f"Left out, {name}: {why}."
    if made.is_draft:
        yield DRAFT
    elif made.unseen:
        yield UNSEEN.format(statements=counted(made.unseen, "statement"))
