from typing import Any

import msgspec
import pytest

from accordingto.exercises import Entry, Material
from accordingto.exercises.edits import Edit, kept_after, offers
from accordingto.exercises.kinds.number import Number

PLAIN = Number(
    id="1.1",
    kind="number",
    title="t",
    objective="o",
    prompt="p",
    value=12,
    unit="words",
    why="w",
    otherwise="o",
)
GUESSED = msgspec.structs.replace(PLAIN, reveal="The text.")


def edit(name: str, value: float | None, *over: str, **more: Any) -> Edit:
    return Edit(id=name, answer={"value": value}, over=over, **more)


def after(material: Material, *edits: Edit, question: Number = PLAIN) -> Entry:
    """What is kept after edits."""
    entry = None
    for one in edits:
        entry = kept_after(question, entry, one, material)
    assert entry
    return entry


def kept(entry: Entry) -> list[tuple[str, Any]]:
    """What happened to which answer."""
    return [(one.did, one.answer["value"]) for one in entry.attempts]


def test_what_was_shown_is_replaced_and_no_copy_is_made(material: Material) -> None:
    entry = after(material, edit("a.1", 1, ""), edit("a.2", 2, "a.1"))
    assert (entry.answer, entry.version, kept(entry)) == ({"value": 2}, "a.2", [])


def test_what_was_not_shown_is_displaced_and_offered(material: Material) -> None:
    entry = after(material, edit("a.1", 1, ""), edit("b.1", 2, ""))
    assert (entry.answer, kept(entry)) == ({"value": 2}, [("displaced", 1)])
    assert [one.edit for one in offers(entry)] == ["a.1"]


def test_an_empty_answer_and_the_same_answer_displace_nothing(material: Material) -> None:
    assert kept(after(material, edit("a.1", None, ""), edit("b.1", 2, ""))) == []
    same = after(material, edit("a.1", 2, ""), edit("b.1", 2, ""))
    assert (same.version, kept(same)) == ("a.1", [])


def test_who_goes_on_from_a_displaced_answer_takes_its_offer_along(material: Material) -> None:
    entry = after(
        material,
        edit("a.1", 1, ""),
        edit("b.1", 2, ""),
        edit("a.2", 13, "a.1"),
        edit("b.2", 25, "b.1"),
    )
    assert (entry.answer["value"], kept(entry)) == (25, [("displaced", 13)])


def test_of_each_window_only_the_newest_is_offered_and_all_are_kept(material: Material) -> None:
    entry = after(
        material,
        edit("a.1", 1, ""),
        edit("b.1", 2, ""),
        edit("a.2", 3, "b.1"),
        edit("b.2", 4, "b.1"),
    )
    assert kept(entry) == [("superseded", 1), ("displaced", 3)]


def test_an_answer_from_before_edits_had_names_is_known_by_its_time(material: Material) -> None:
    old = Entry(digest="d", answer={"value": 1}, at="2026-01-02T03:04:05+00:00")
    shown = kept_after(PLAIN, old, edit("a.1", 2, old.version), material)
    unseen = kept_after(PLAIN, old, edit("a.1", 2, ""), material)
    assert shown
    assert unseen
    assert (kept(shown), kept(unseen)) == ([], [("displaced", 1)])


def test_a_button_is_for_the_answer_that_was_shown_beside_it(material: Material) -> None:
    entry = after(material, edit("a.1", 12, ""), edit("b.1", 3, "", do="check"))
    assert kept(entry) == [("displaced", 12), ("check", 3)]


def test_a_button_of_an_earlier_turn_does_nothing_and_loses_nothing(material: Material) -> None:
    guessed = [edit("a.1", 7, ""), edit("a.2", 7, "a.1", do="predict"), edit("a.3", 12, "a.2")]
    late = after(material, *guessed, edit("b.1", 7, "a.1", do="predict"), question=GUESSED)
    assert (late.answer["value"], kept(late)) == (12, [("predict", 7)])
    other = after(material, *guessed, edit("b.1", 8, "a.1", do="predict"), question=GUESSED)
    assert kept(other) == [("predict", 7), ("displaced", 8)]


def test_a_prediction_is_an_edit_for_it_empties_the_answer(material: Material) -> None:
    entry = after(material, edit("a.1", 7, "", do="predict"), question=GUESSED)
    assert (entry.answer["value"], entry.version) == (None, "a.1")


def test_a_button_with_nothing_to_press_it_for_begins_no_entry(material: Material) -> None:
    assert kept_after(PLAIN, None, edit("a.1", None, "", do="check"), material) is None
    for do in ("restore", "drop"):
        assert kept_after(PLAIN, None, edit("a.1", None, "", do=do), material) is None


def test_what_is_restored_can_be_undone_and_what_is_dropped_stays_an_attempt(
    material: Material,
) -> None:
    begun = [edit("a.1", 1, ""), edit("b.1", 2, "")]
    restored = after(material, *begun, edit("b.2", 2, "b.1", do="restore", which="a.1"))
    assert restored.answer["value"] == 1
    assert kept(restored) == [("restored", 1), ("replaced", 2)]
    again = kept_after(PLAIN, restored, edit("b.3", 1, "b.2", do="restore", which="b.1"), material)
    assert again
    assert again.answer["value"] == 2
    dropped = after(material, *begun, edit("b.2", 2, "b.1", do="drop", which="a.1"))
    assert (kept(dropped), offers(dropped)) == ([("dropped", 1)], [])


def test_restoring_what_another_window_has_ended_changes_nothing(material: Material) -> None:
    begun = [edit("a.1", 1, ""), edit("b.1", 2, ""), edit("b.2", 2, "b.1", do="drop", which="a.1")]
    entry = after(material, *begun)
    assert after(material, *begun, edit("a.2", 2, "b.1", do="restore", which="a.1")) == entry


def test_restoring_over_what_was_not_shown_displaces_it(material: Material) -> None:
    begun = [edit("a.1", 1, ""), edit("b.1", 2, ""), edit("c.1", 3, "b.1")]
    entry = after(material, *begun, edit("b.2", 2, "b.1", do="restore", which="a.1"))
    assert kept(entry) == [("restored", 1), ("displaced", 3)]


@pytest.mark.parametrize("which", ["a.1", "a.2"])
def test_what_a_browser_kept_and_the_disk_has_is_not_offered(
    material: Material, which: str
) -> None:
    begun = [edit("a.1", 1, ""), edit("b.1", 2, "")]
    if which == "a.2":
        begun.append(edit("a.2", 5, "b.1"))
    entry = after(material, *begun)
    assert after(material, *begun, edit("c.1", 1, do="offer", which=which)) == entry


def test_what_a_browser_kept_is_offered_even_before_the_first_answer(material: Material) -> None:
    brought = edit("c.1", 5, "", do="offer", which="a.1", at="2026-01-02T03:04:05Z")
    entry = after(material, brought)
    assert (entry.answer["value"], entry.at, kept(entry)) == (None, "", [("unsaved", 5)])
    assert kept_after(PLAIN, None, edit("c.1", None, do="offer", which="a.1"), material) is None


def test_what_stood_there_when_it_was_written_is_not_offered_after_a_restore(
    material: Material,
) -> None:
    begun = [edit("a.1", 1, ""), edit("c.1", 13, "a.1", do="offer", which="a.2")]
    entry = after(material, *begun, edit("c.2", 1, "a.1", do="restore", which="a.2"))
    assert (entry.answer["value"], kept(entry)) == (13, [("restored", 13)])


def test_graded_work_is_kept_and_not_checked(material: Material) -> None:
    entry = kept_after(PLAIN, None, edit("a.1", 3, "", do="check"), material, is_graded=True)
    assert entry
    assert (entry.answer, entry.attempts) == ({"value": 3}, ())
