from accordingto.exercises import Attempt, Entry, Sheet
from accordingto.exercises.progress import Progress, is_done, last_check

SHEET = Sheet.of("04-inside-the-quotation-marks")


def entry(*attempts: tuple[str, float | None], at: str = "2026-01-02T03:04:05+00:00") -> Entry:
    kept = tuple(Attempt(did=did, answer={}, at=at, credit=credit) for did, credit in attempts)
    return Entry(digest="d", answer={}, at=at, attempts=kept)


def written(text: str, *did: str) -> Entry:
    attempts = [Attempt(did=one, answer={"text": text}, at="") for one in ("check", *did)]
    return Entry(digest="d", answer={"text": text}, at="", attempts=tuple(attempts))


def test_a_text_that_is_not_what_was_asked_for_is_not_done() -> None:
    for text in ("asdf qwer", " ".join(["word"] * 50), "“ironclad”"):
        progress = Progress.of(SHEET, {"4.9": written(text)})
        assert progress.done == ()
        assert "4.9" in [one.id for one in progress.to_do]


def test_what_was_shown_is_neither_done_nor_still_to_do() -> None:
    entries = {
        "4.1": entry(("check", 0.0), ("check", 0.0), ("show", None), ("check", 1.0)),
        "4.4": entry(("check", 0.0), ("check", 1.0), ("show", None)),
        "4.9": written("asdf qwer", "show"),
    }
    progress = Progress.of(SHEET, entries)
    assert [one.id for one in progress.shown] == ["4.1", "4.9"]
    assert [one.id for one in progress.done] == ["4.4"]
    assert not {"4.1", "4.4", "4.9"} & {one.id for one in progress.to_do}


def test_nothing_kept_is_nothing_done() -> None:
    progress = Progress.of(SHEET, {})
    assert (progress.done, progress.again, progress.at) == ((), (), None)
    assert [one.id for one in progress.to_do] == list(SHEET.questions)


def test_what_was_checked_is_done_and_its_last_credit_counts() -> None:
    entries = {
        "4.1": entry(("predict", None)),
        "4.2": entry(("check", 1.0), ("check", 0.5), at="2026-01-02T04:00:00+00:00"),
        "4.4": entry(("check", 0.5), ("check", 1.0)),
        "4.9": written(" ".join(["“ironclad”", *["word"] * 40])),
        "9.9": entry(("check", 0.0), at="2027-01-01T00:00:00+00:00"),
    }
    progress = Progress.of(SHEET, entries)
    assert [one.id for one in progress.done] == ["4.2", "4.4", "4.9"]
    assert [(one.id, credit) for one, credit in progress.again] == [("4.2", 0.5)]
    assert "4.1" in [one.id for one in progress.to_do]
    assert progress.at == "2026-01-02T04:00:00+00:00"


def test_a_prediction_or_a_vote_is_no_check() -> None:
    begun = entry(("predict", None), ("vote", None), ("show", None))
    assert not is_done(SHEET["4.4"], None, SHEET)
    assert not is_done(SHEET["4.4"], begun, SHEET)
    assert last_check(entry(("vote", None), ("show", None))) is None


def test_what_gives_no_points_is_done_and_never_worth_another_look() -> None:
    first = Sheet.of("00-start-here")
    progress = Progress.of(first, {"0.1": entry(("check", 0.0)), "0.4": entry(("check", 0.0))})
    assert [one.id for one in progress.done] == ["0.1", "0.4"]
    assert [one.id for one, _ in progress.again] == ["0.1"]
