from datetime import datetime

from accordingto.exercises import Attempt, Entry, Sheet
from accordingto.exercises.progress import Progress
from accordingto.widgets.progress import Summary, line, line_html

SHEET = Sheet.of("00-start-here")
AT = "2026-01-02T03:04:05+00:00"


def standing(**credits: float | None) -> Progress:
    return Progress.of(
        SHEET,
        {
            name.replace("_", "."): Entry(
                digest="d",
                answer={},
                at=AT,
                attempts=(Attempt(did="check", answer={}, at=AT, credit=credit),),
            )
            for name, credit in credits.items()
        },
    )


def test_the_line_says_what_is_done_what_is_not_and_when_it_was_saved() -> None:
    count = len(SHEET.questions)
    assert line(Progress.of(SHEET, {})) == f"Done: 0 of {count}."
    ids = [one for one in SHEET.questions if one != "0.1"]
    said = line(standing(**{"0_1": 1.0}))
    assert said.startswith(f"Done: 1 of {count}. To do: {', '.join(ids)}. Last saved at ")


def test_the_line_says_where_its_clock_is_and_gives_the_time_for_the_readers_own() -> None:
    html = line_html(standing(**{"0_1": 1.0}))
    zone = datetime.fromisoformat(AT).astimezone().strftime("%H:%M %Z")
    assert html.endswith(f'Last saved at <time class="at-clock" datetime="{AT}">{zone}</time>.</p>')
    assert "<time" not in line_html(Progress.of(SHEET, {}))


def test_the_summary_names_what_to_look_at_again() -> None:
    summary = Summary(standing(**{"0_1": 0.25}), link="#{}".format)
    title = SHEET["0.1"].title
    assert f"0.1 {title}: 0.25 of 1 points" in repr(summary)
    line = f'<li><a href="#0.1">0.1 {title}: 0.25 of 1 points</a></li>'
    assert line in summary._repr_html_()
    assert "Not done yet" in repr(summary)


def test_what_was_shown_is_told_apart_from_what_is_done() -> None:
    did = [Attempt(did=one, answer={}, at=AT, credit=0.0) for one in ("check", "check", "show")]
    entry = Entry(digest="d", answer={}, at=AT, attempts=tuple(did))
    count = len(SHEET.questions)
    progress = Progress.of(SHEET, {"0.2": entry})
    assert line(progress).startswith(f"Done: 0 of {count}. Shown to you: 1. To do: 0.1, ")
    told = repr(Summary(progress, link="#{}".format))
    assert told.startswith(f"You have done 0 of {count} exercises, and 1 more was shown to you.")
    assert f"Shown to you before you had found it:\n  0.2 {SHEET['0.2'].title}" in told


def test_a_lesson_that_is_done_says_so_and_no_more() -> None:
    everything = {name.replace(".", "_"): 1.0 for name in SHEET.questions}
    summary = Summary(standing(**everything), link="#{}".format)
    assert (
        repr(summary) == f"All {len(SHEET.questions)} exercises are done, and nothing is left open."
    )
