from accordingto.exercises import Outcome, Part
from accordingto.exercises.steps import told_at


def missing(text: str, *look: int) -> Part:
    return Part(verdict="missing", label=text, text=f"why {text}", look=look, unfound=True)


RIGHT = Part(verdict="right", text="so it is")
NEAR = Part(verdict="near", text="an edge. both texts", early="an edge.")


def outcome(*parts: Part) -> Outcome:
    return Outcome(credit=0.5, headline="1 of 3 found", parts=(RIGHT, NEAR, *parts))


def last(step: int, *parts: Part) -> tuple[str, tuple[int, ...]]:
    *first, told = told_at(outcome(*parts), step).parts
    assert [part.text for part in first] == ["so it is", "an edge."]
    return told.text, told.look


def test_first_how_many_then_where_then_all() -> None:
    parts = missing("a", 4), missing("b", 2, 4)
    assert last(1, *parts) == ("2 are still to find.", ())
    assert last(2, *parts) == ("2 are still to find.", (2, 4))
    assert told_at(outcome(*parts), 3) == outcome(*parts)


def test_one_is_said_as_one() -> None:
    assert last(1, missing("a", 4)) == ("1 is still to find.", ())


def test_what_is_in_no_one_paragraph_is_said_to_be_so() -> None:
    assert last(2, missing("a"), missing("b", 3)) == (
        "2 are still to find. For 1 of them no one paragraph can be named.",
        (3,),
    )
    assert last(2, missing("a")) == (
        "1 is still to find. No one paragraph can be named: think of the page as a whole.",
        (),
    )


def test_where_nothing_is_missing_nothing_is_said_of_it() -> None:
    told = told_at(outcome(), 1)
    assert [part.text for part in told.parts] == ["so it is", "an edge."]
