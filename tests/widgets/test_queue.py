"""The queue of corrections, by keys alone and by mouse."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from accordingto.pages.correcting import corrected
from accordingto.pages.correcting.deeds import Join, Keep, Mark
from blank_page import BlankPage, Blanks
from queue_page import QueuePage

TEXT = (
    "Rosa Delgado, the mayor, said the ferry would stop 🚢 on Monday.\n"
    "“We lost the key,” Delgado told the council. She said it was late.\n"
    "Northern Line denied that, and a worker said “the key was sold to us.”\n"
)


@pytest.fixture
def queue(blank: BlankPage) -> QueuePage:
    shown = QueuePage(blank, TEXT)
    shown.view.locator(".at-queue-head h4").focus()
    return shown


def statuses(queue: QueuePage) -> list[str]:
    return [queue.work.status(one.id) for one in queue.work.outer]


def test_a_right_finding_costs_one_key_and_leads_to_the_next(queue: QueuePage) -> None:
    count = len(queue.work.outer)
    assert queue.title() == f"1 of {count} · said · Is this right?"
    queue.press("y")
    assert queue.title().startswith(f"2 of {count} · told")
    queue.press("n", *"y" * (count - 2))
    assert statuses(queue) == ["kept", "removed", *["kept"] * (count - 2)]
    assert queue.title() == "All were looked at"
    assert queue.view.locator("progress").evaluate("bar => bar.value / bar.max") == 1


def test_the_log_at_the_end_stays_within_the_card(blank: BlankPage) -> None:
    queue = QueuePage(blank, TEXT)
    expect(queue.view.get_by_text("nothing corrected yet")).to_be_visible()
    queue.view.locator(".at-queue-head h4").focus()
    queue.press(*"y" * len(queue.work.outer))
    tables = queue.view.locator(".at-queue-end table")
    expect(tables).to_have_count(2)
    edge = queue.view.evaluate("card => card.getBoundingClientRect().right")
    for table in tables.all():
        assert table.evaluate("table => table.getBoundingClientRect().right") < edge


def test_on_a_phone_the_name_of_a_table_of_the_log_stays_in_its_line(blanks: Blanks) -> None:
    queue = QueuePage(blanks(width=360), TEXT)
    queue.view.locator(".at-queue-head h4").focus()
    queue.press(*"y" * len(queue.work.outer))
    names = queue.view.locator(".at-queue-end caption")
    assert names.all_inner_texts() == ["By form", "By the rule that found it"]
    short, long = names.evaluate_all("(all) => all.map((one) => one.offsetHeight)")
    assert short == long


def test_undo_goes_back_to_the_statement_that_it_is_about(queue: QueuePage) -> None:
    queue.press("y", "y", "y", "Control+z", "Control+z")
    assert queue.title().startswith("2 of")
    assert statuses(queue)[:3] == ["kept", "open", "open"]
    queue.press("Control+y")
    assert statuses(queue)[:3] == ["kept", "kept", "open"]


def test_a_wrong_source_is_mended_in_six_actions_by_keys_alone(queue: QueuePage) -> None:
    """Edit, to the paragraph's start, the second word too, mark it, back: and it is right."""
    queue.press("e", "Home", "Shift+ArrowRight", "1", "Escape", "y")
    first = queue.work.outer[0]
    assert [queue.article[one] for one in first.source] == ["Rosa Delgado,"]
    assert queue.work.status(first.id) == "changed"
    assert queue.title().startswith("2 of")


def test_an_edge_is_moved_behind_a_sign_of_two_units(queue: QueuePage) -> None:
    queue.press("e", "d", "y")
    [content] = queue.work.outer[0].content
    assert queue.article[content] == "the ferry would stop 🚢 on"
    assert isinstance(queue.work.deeds[0], Mark)


def test_split_and_join_and_undo(queue: QueuePage) -> None:
    queue.press("e", "Home", *["ArrowRight"] * 7, "Escape", "s")
    count = len(queue.work.outer)
    pieces = [queue.article[piece] for one in queue.work.outer[:2] for piece in one.content]
    assert " ".join(pieces) == "the ferry would stop 🚢 on Monday"
    assert queue.title().startswith(f"1 of {count}")
    queue.press("j")
    assert len(queue.work.outer) == count - 1
    assert isinstance(queue.work.deeds[-1], Join)
    assert [queue.article[one] for one in queue.work.outer[0].content] == [
        "the ferry would stop 🚢 on Monday"
    ]
    queue.press("Control+z", "Control+z")
    assert queue.work.deeds == []


def added(queue: QueuePage) -> tuple[str, ...]:
    """Source, cue and content of the statement that was added last."""
    one = queue.work.statements[queue.work.made[-1]]
    parts = (one.source, one.cue, one.content)
    return tuple(" … ".join(queue.article[piece] for piece in part) for part in parts)


def test_a_statement_is_added_by_the_words_that_are_chosen(queue: QueuePage) -> None:
    queue.press("e", "ArrowDown", "Home", "Shift+ArrowRight", "Shift+ArrowRight", "Escape", "a")
    assert added(queue) == ("Delgado", "told", "“We lost")
    assert "You added it" in queue.title()
    queue.press("Control+z")
    assert queue.work.made == []


MISSED = (
    "Rosa Delgado said it was late.\n"
    "It rained all day. The judge, Beatrix Amadi, cautioned the crew not to sail.\n"
)


def test_a_sentence_in_which_nothing_was_found_is_two_keys_away(blank: BlankPage) -> None:
    queue = QueuePage(blank, MISSED)
    queue.view.locator(".at-queue-head h4").focus()
    queue.press("a")
    offers = queue.view.locator(".at-add li")
    expect(offers).to_have_text(
        [
            "It rained all day.paragraph 2",
            "The judge, Beatrix Amadi, cautioned the crew not to sail.paragraph 2",
            "Rosa Delgado said it was late.paragraph 1",
        ]
    )
    expect(offers.first).to_have_attribute("aria-selected", "true")
    queue.press("j", "u", "Enter")
    assert added(queue) == ("The judge, Beatrix Amadi,", "cautioned", "the crew not to sail")
    assert "You added it" in queue.title()
    expect(queue.view.get_by_role("status").first).to_have_text(queue.title())
    expect(queue.view.locator(".at-add")).to_be_hidden()
    expect(queue.view.locator(".at-queue-head h4")).to_be_focused()
    queue.press("a")
    expect(offers.first).to_have_text("It rained all day.paragraph 2")
    queue.press("Escape")
    expect(queue.view.locator(".at-add")).to_be_hidden()
    assert len(queue.work.made) == 1


def test_the_sentence_of_the_cursor_comes_first(blank: BlankPage) -> None:
    queue = QueuePage(blank, MISSED)
    queue.view.locator(".at-queue-head h4").focus()
    queue.press("e", "ArrowDown", "End", "Escape", "a", "Enter")
    assert added(queue) == ("The judge, Beatrix Amadi,", "cautioned", "the crew not to sail")


def test_a_sentence_is_added_with_the_mouse(blank: BlankPage) -> None:
    queue = QueuePage(blank, MISSED)
    queue.view.get_by_role("button", name="Add", exact=True).click()
    queue.view.locator(".at-add li", has_text="Beatrix").click()
    queue.press()
    assert added(queue)[0] == "The judge, Beatrix Amadi,"


def test_with_tab_one_goes_on_from_the_name_to_the_kind(queue: QueuePage) -> None:
    queue.press("y", "y", "y", "w", "r", "Tab", "p", "Enter", "y")
    denied = queue.work.outer[3]
    assert denied.origin
    assert (denied.origin.name, denied.origin.type) == ("Rosa Delgado", "party")
    assert queue.work.status(denied.id) == "changed"
    assert queue.title().startswith("5 of")


def test_a_hand_of_the_chain_is_changed_where_it_stands(queue: QueuePage) -> None:
    queue.press("y", "y", "y")
    chain = queue.view.locator(".at-hands")
    chain.get_by_role("button", name="Northern Line", exact=True).click()
    queue.view.locator(".at-offers li", has_text="Rosa Delgado").click()
    queue.press()
    expect(chain.get_by_role("button")).to_have_text(["Rosa Delgado"])


def test_whose_words_are_somebodys_of_the_page_by_a_letter(queue: QueuePage) -> None:
    queue.press("y", "y", "y", "w", "r", "Enter", "y")
    denied = queue.work.outer[3]
    assert denied.origin
    assert (denied.origin.name, denied.origin.type) == ("Rosa Delgado", "named official")
    assert queue.work.status(denied.id) == "changed"


def test_whose_words_by_which_hands_and_a_gap(queue: QueuePage) -> None:
    queue.press("w")
    queue.page.keyboard.type("Ann Berg")
    queue.press("Enter")
    queue.view.get_by_role("button", name="Add a gap").click()
    queue.press()
    first = queue.work.outer[0]
    assert first.origin
    assert (first.origin.name, [one.type for one in first.conduits]) == (
        "Ann Berg",
        ["undisclosed"],
    )
    expect(queue.view.locator(".at-hands li")).to_have_text(
        ["Ann Bergnamed official", "not disclosed", "this page"]
    )
    assert queue.view.locator(".at-hands .at-gap").count() == 1


def test_form_and_class_are_changed_where_they_stand(queue: QueuePage) -> None:
    queue.press("f")
    queue.page.keyboard.type("summ")
    queue.press("Escape", "c")
    queue.page.keyboard.type("fact")
    queue.press("Escape", "y")
    first = queue.work.outer[0]
    assert (first.form, first.verb_class) == ("summary", "factive")
    assert isinstance(queue.work.deeds[-1], Keep)


def test_a_reaction_is_on_the_card_of_its_statement_and_is_changed_there(
    blank: BlankPage,
) -> None:
    queue = QueuePage(blank, "Rosa Delgado criticised the council. The Courier said it was late.")
    queue.view.locator(".at-queue-head h4").focus()
    assert [(one.stance, one.target) for one in corrected(queue.work).reactions] == [
        ("criticise", "the council")
    ]
    queue.press("r", "a", "Escape")
    queue.view.get_by_role("combobox", name="Toward", exact=True).click()
    queue.press("c", "o", "u", "r", "Enter", "y")
    told = [(one.actor, one.stance, one.target) for one in corrected(queue.work).reactions]
    assert told == [("Rosa Delgado", "accuse", "The Courier")]
    assert queue.work.status(queue.work.outer[0].id) == "changed"
    queue.press("ArrowLeft", "r", "Home", "Escape")
    assert corrected(queue.work).reactions == ()
    expect(queue.view.get_by_role("combobox", name="Toward", exact=True)).to_have_count(0)


def test_could_be_read_otherwise_with_credit_and_reason(queue: QueuePage) -> None:
    queue.press("o")
    alert = queue.view.get_by_role("alert")
    expect(alert).to_have_count(0)
    queue.page.keyboard.type("a summary")
    noted = queue.view.get_by_role("button", name="Note it")
    noted.click()
    expect(alert).to_have_text("Say how it could be read, and why.")
    queue.view.get_by_label("Why it can be defended").fill("No words are given (1).")
    queue.view.get_by_label("How good that reading is").select_option("0.5")
    noted.click()
    expect(alert).to_have_count(0)
    queue.press()
    [case] = corrected(queue.work).cases
    assert [(one.answer, one.credit) for one in case.readings] == [("a summary", 0.5)]


def test_people_are_merged_and_parted(queue: QueuePage) -> None:
    queue.press("p")
    people = queue.view.locator(".at-people")
    people.get_by_role("button", name="Delgado is not Rosa Delgado").click()
    queue.press()
    assert corrected(queue.work).quotations[0].speaker == "Delgado"
    people.get_by_label("Delgado is the same as", exact=True).select_option("Rosa Delgado")
    queue.press()
    assert corrected(queue.work).quotations[0].speaker == "Rosa Delgado"


def test_letters_in_a_field_and_keys_in_the_page_are_not_the_queues(queue: QueuePage) -> None:
    queue.press("o")
    queue.page.keyboard.type("any yes or no")
    queue.press("Escape", "e", "n", "p")
    assert queue.work.deeds == []


def test_of_a_page_in_which_nothing_was_found_a_statement_can_be_added(blank: BlankPage) -> None:
    queue = QueuePage(blank, "It rained all day.\nThe key was lost.\n")
    buttons = queue.view.locator(".at-queue-buttons button:visible")
    expect(buttons).to_have_text(["AddA"])
    queue.view.locator(".at-text-area").focus()
    queue.press("Home", "Shift+End")
    buttons.click()
    queue.press()
    [added] = queue.work.outer
    assert [queue.article[one] for one in added.content] == ["It rained all day."]
    assert queue.title() == "1 of 1 · no cue · + You added it."


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_nothing(blanks: Blanks, theme: str) -> None:
    blank = blanks(theme, width=1280)
    queue = QueuePage(blank, TEXT)
    for name in ("Change the hands", "Could be read otherwise", "People of the page", "Keys of"):
        queue.view.locator("summary", has_text=name).first.click()
    queue.view.get_by_role("button", name="Add", exact=True).click()
    expect(queue.view.locator(".at-add [role=listbox]")).to_be_visible()
    found = Axe().run(blank.page)
    assert found.violations_count == 0, found.generate_report()
