"""The log of corrections, from a draft and what a person made of it."""

from __future__ import annotations

import msgspec

from accordingto.instrument import read
from accordingto.pages.corrections import (
    Correction,
    by_form,
    by_rule,
    corrections,
    guessed,
    sentence,
)
from accordingto.readings import Attribution, Link, Reading, seed
from accordingto.text import Article

PAGE = Article(
    "page",
    "The ferry will stop, the mayor said.\n"
    "“We lost the key,” Rosa Delgado told the council.\n"
    "The company denied that.\n",
)
DRAFT = read(PAGE)
FIRST, SECOND, THIRD = DRAFT.attributions


def mine(*attributions: Attribution) -> Reading:
    return Reading(article="page", reader="you", attributions=attributions)


def test_what_is_left_as_it_was_is_kept() -> None:
    log = corrections(PAGE, DRAFT, DRAFT)
    assert [(one.what, one.paragraph, one.fields) for one in log] == [
        ("kept", 1, ()),
        ("kept", 2, ()),
        ("kept", 3, ()),
    ]
    assert log[1].words == "“We lost the key,” Rosa Delgado told"
    assert sentence(log) == (
        "The machine was right about 3 of 3 statements; none changed, none removed and none added."
    )


def test_each_kind_of_correction_in_the_order_of_the_page() -> None:
    renamed = msgspec.structs.replace(FIRST, id="M1", origin=Link(name="Hall", type="named person"))
    new = Attribution(id="M9", form="summary", cue=(PAGE.find("council", 2),))
    log = corrections(PAGE, DRAFT, mine(new, renamed, msgspec.structs.replace(THIRD, id="M3")))
    assert [(one.what, one.paragraph, one.fields) for one in log] == [
        ("changed", 1, ("speaker",)),
        ("removed", 2, ()),
        ("added", 2, ()),
        ("kept", 3, ()),
    ]
    assert sentence(log) == (
        "The machine was right about 1 of 3 statements; 1 changed, 1 removed and 1 added."
    )
    assert by_rule(log) == [
        (rule, {what: int(what == had) for what in ("kept", "changed", "removed", "added")})
        for rule, had in (
            (FIRST.rule, "changed"),
            (SECOND.rule, "removed"),
            ("nothing: added by hand", "added"),
            (THIRD.rule, "kept"),
        )
    ]


def test_a_draft_of_nothing_is_said_so() -> None:
    empty = mine()
    assert sentence(corrections(PAGE, empty, empty)) == (
        "The machine found no statement, and 0 were added by hand."
    )
    one = corrections(PAGE, empty, mine(FIRST))
    assert [entry.what for entry in one] == ["added"]
    assert sentence(one) == "The machine found no statement, and 1 was added by hand."


def test_every_statement_of_both_is_counted_once() -> None:
    article, expert = seed("nap-app-trial")
    draft = read(article)
    log = [one for one in corrections(article, draft, expert) if one.form != "reaction"]
    times = {what: sum(one.what == what for one in log) for what in ("removed", "added")}
    outer = [
        sum(not one.embedded_in for one in reading.attributions) for reading in (draft, expert)
    ]
    assert len(log) - times["added"] == outer[0]
    assert len(log) - times["removed"] == outer[1]
    assert all(isinstance(one, Correction) and one.words for one in log)


def entries(**times: int) -> list[Correction]:
    """A log with so many corrections of each kind of error; `kept` are right."""
    return [
        Correction(
            "kept" if error == "kept" else "changed" if error in ("source", "form") else error,  # type: ignore[arg-type]
            1,
            "words",
            "direct",
            "verb before",
            (error,) if error in ("source", "form") else (),
        )
        for error, number in times.items()
        for _ in range(number)
    ]


def test_the_sentence_says_what_most_errors_were() -> None:
    assert sentence(entries(kept=19, source=5, removed=2, added=1)) == (
        "The machine was right about 19 of 26 statements; 5 changed, "
        "2 removed and 1 added. Most of its errors, 5 of 8, were wrong sources."
    )
    assert sentence(entries(kept=1, source=2, removed=1, form=1)).endswith(
        "The commonest of its errors, 2 of 4, were wrong sources."
    )
    assert sentence(entries(kept=1, added=1)).endswith(
        "Its one error was of this kind: statements that it missed."
    )
    assert sentence(entries(kept=1, form=2)).endswith("All 2 of its errors were wrong forms.")
    assert sentence(entries(kept=1, source=1, removed=1)).endswith("none added.")


def test_a_guess_is_held_against_the_log() -> None:
    log = entries(kept=19, source=5, removed=2, added=1)
    assert guessed(log, 8, "source") == (
        "Before you began you guessed that 8 would be wrong, missed ones among them: as many as "
        "there were. Most of them, you thought, would be wrong sources. That was the commonest "
        "kind: 5 were of that kind."
    )
    assert ": 3 too few. " in guessed(log, 5, "form")
    assert guessed(log, 9, "added").endswith("That was not the commonest: 1 was of that kind.")
    assert ": 1 too many. " in guessed(log, 9, "added")


REACTING = Article(
    "page",
    "Rosa Delgado accused the company of delay.\n"
    "The company criticised Delgado. The union praised the crew.\n",
)
REACTED = read(REACTING)


def reacting(**changed: dict[str, str] | None) -> Reading:
    """The draft with other reactions: by their number, what is changed of one, or that none is."""
    left = [
        msgspec.structs.replace(one, **(changed.get(f"R{number}") or {}))
        for number, one in enumerate(REACTED.reactions)
        if f"R{number}" not in changed or changed[f"R{number}"] is not None
    ]
    return msgspec.structs.replace(REACTED, reader="you", reactions=tuple(left))


def of_reactions(log: tuple[Correction, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(one.what, one.fields) for one in log if one.form == "reaction"]


def test_reactions_are_in_the_log_as_statements_are() -> None:
    assert len(REACTED.reactions) == 3
    log = corrections(REACTING, REACTED, reacting(R0={"stance": "urge"}, R2=None))
    assert of_reactions(log) == [("changed", ("stance",)), ("kept", ()), ("removed", ())]
    assert sentence(log) == (
        "The machine was right about 3 of 3 statements and 1 of 3 reactions; 1 changed, "
        "1 removed and none added. All 2 of its errors were wrong or missed reactions."
    )
    back = corrections(REACTING, reacting(R2=None), REACTED)
    assert of_reactions(back) == [("kept", ()), ("kept", ()), ("added", ())]
    row = {"kept": 2, "changed": 0, "removed": 0, "added": 1}
    assert ("reaction", row) in by_form(back)
    assert by_rule(back)[-1][0] == "nothing: added by hand"


def test_of_a_reaction_stance_target_and_actor_are_told_apart() -> None:
    for field, other in (("stance", "urge"), ("target", "the crew"), ("actor", "The crew")):
        log = corrections(REACTING, REACTED, reacting(R1={field: other}))
        assert of_reactions(log)[1] == ("changed", (field,))
        assert {one.error for one in log} == {"", "reaction"}


def test_a_reaction_goes_with_its_statement_and_with_its_speaker() -> None:
    """One error is counted once: that of the statement."""
    gone = msgspec.structs.replace(reacting(R0=None), attributions=REACTED.attributions[1:])
    log = corrections(REACTING, REACTED, gone)
    assert [one.form for one in log if one.what == "removed"] == [REACTED.attributions[0].form]
    told = msgspec.structs.replace(
        REACTED.attributions[1], origin=Link(name="Ann Berg", type="named person")
    )
    other = msgspec.structs.replace(
        reacting(R1={"actor": "Ann Berg"}),
        attributions=(REACTED.attributions[0], told, REACTED.attributions[2]),
    )
    log = corrections(REACTING, REACTED, other)
    assert of_reactions(log) == [("kept", ())] * 3
    assert [one.fields for one in log if one.what == "changed"] == [("speaker",)]


def test_by_form_counts_the_forms_that_the_machine_gave() -> None:
    assert by_form(entries(kept=2, source=1)) == [
        ("direct", {"kept": 2, "changed": 1, "removed": 0, "added": 0})
    ]


def test_a_removed_statement_takes_no_others_place() -> None:
    """Two statements that share words: the one that is left is the one that shares most."""
    wide = Attribution(id="A1", form="indirect", cue=FIRST.cue, content=(PAGE.paragraphs[0],))
    draft = Reading(article="page", reader="machine", attributions=(wide, FIRST))
    log = corrections(PAGE, draft, mine(FIRST))
    assert sorted(one.what for one in log) == ["kept", "removed"]
