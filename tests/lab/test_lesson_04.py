"""Lesson 4 in a real JupyterLab: by mouse, by keyboard, over a dead kernel, and opened again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page, expect

from accordingto.exercises import Sheet
from real_lab import Lab, select_words

pytestmark = pytest.mark.slow  # a JupyterLab of its own

NOTEBOOK = "04-inside-the-quotation-marks.ipynb"
SHEET = Sheet.of("04-inside-the-quotation-marks")
MOMENT_MS, TRIES = 100, 200
COUNT_CELLS = "() => window.jupyterapp.shell.currentWidget.content.model.cells.length"


def exercise(page: Page, number: str) -> Locator:
    """One exercise, found as a reader finds it: by its heading."""
    title = f"{number} {SHEET[number].title}"
    return page.locator(".at-live").filter(has=page.get_by_role("heading", name=title))


def saved(lab: Lab, number: str) -> dict[str, Any]:
    """One exercise as it stands on the disk."""
    path = lab.kit / "notebooks" / "answers" / "04-inside-the-quotation-marks.json"
    exercises = json.loads(path.read_text(encoding="utf-8"))["exercises"] if path.exists() else {}
    kept: dict[str, Any] = exercises.get(number, {})
    return kept


def expect_answer(lab: Lab, page: Page, number: str, **fields: Any) -> None:
    """Wait until an answer is on the disk: it is saved a moment after the hand that gave it."""
    for _ in range(TRIES):
        kept = saved(lab, number).get("answer", {})
        if {name: kept.get(name) for name in fields} == fields:
            return
        page.wait_for_timeout(MOMENT_MS)
    raise AssertionError(f"{number}: {fields} was not saved, {kept} was")


def press(control: Locator, *keys: str) -> None:
    for key in keys:
        control.press(key)


@pytest.fixture(scope="module")
def page(lab: Lab) -> Iterator[Page]:
    """The lesson, all its cells run; each test answers exercises that no other does."""
    opened = lab.open(NOTEBOOK)
    lab.run_all(opened)
    exercises = opened.locator(".at-live:not(.at-moving)")
    expect(exercises).to_have_count(len(SHEET.questions) + len(SHEET.before))
    yield opened
    opened.context.close()


def test_by_mouse_wrong_first_and_then_right(lab: Lab, page: Page) -> None:
    share = exercise(page, "4.1")
    share.get_by_label("Your number").fill("40")
    share.get_by_role("button", name="Lock my prediction").click()
    expect(share).to_contain_text("You predicted: 40 of 100")
    expect(share).to_contain_text("Kirby 93")
    share.get_by_label("Your number").fill("93")
    share.get_by_role("button", name="Check").click()
    expect(share.locator(".at-feedback")).to_contain_text("93 is how many words he speaks")
    share.get_by_label("Your number").fill("51")
    share.get_by_role("button", name="Check").click()
    expect(share.locator(".at-feedback")).to_contain_text("Right (1 of 1 points)")
    attempts = saved(lab, "4.1")["attempts"]
    assert [(one["did"], one["answer"]["value"]) for one in attempts] == [
        ("predict", 40),
        ("check", 93),
        ("check", 51),
    ]

    orphan = exercise(page, "4.4")
    orphan.get_by_label("Joe Biden’s").check()
    orphan.get_by_role("button", name="Check").click()
    expect(orphan.locator(".at-feedback")).to_contain_text("Partly right (0.5 of 1 points)")
    expect(orphan.locator(".at-option").nth(0)).to_contain_text("partly right")
    orphan.get_by_label("The page does not say").check()
    expect(orphan.locator(".at-feedback")).to_be_empty()
    orphan.get_by_role("button", name="Check").click()
    expect(orphan.locator(".at-feedback")).to_contain_text("Right (1 of 1 points)")
    expect_axe_finds_nothing(page)


def test_a_quotation_marked_with_the_mouse(lab: Lab, page: Page) -> None:
    marks = exercise(page, "4.2")
    select_words(marks, "“a mistake”")
    marks.get_by_role("button", name="Quotation").click()
    expect(marks.get_by_role("list", name="Your marks")).to_contain_text("“a mistake”")
    start = SHEET.home.article.text.index("“a mistake”")
    mark = {"start": start, "end": start + 11, "label": "quotation"}
    expect_answer(lab, page, "4.2", marks=[mark])
    marks.get_by_role("button", name="Check").click()
    expect(marks.locator(".at-feedback")).to_contain_text("You found 1 of 7")
    marks.get_by_role("button", name="Undo").click()
    expect(marks.get_by_role("list", name="Your marks")).to_contain_text("No marks yet")


def test_by_keyboard_alone_and_no_key_reaches_the_notebook(lab: Lab, page: Page) -> None:
    cells = page.evaluate(COUNT_CELLS)
    text = exercise(page, "4.2").locator(".at-text-area")
    text.focus()
    press(text, *["ArrowUp"] * 20)  # from wherever the cursor stands
    press(text, "ArrowDown", "ArrowDown", "End", "ArrowLeft", "ArrowLeft")
    press(text, *["Shift+ArrowLeft"] * 6, "1")
    expect(exercise(page, "4.2").get_by_role("list", name="Your marks")).to_contain_text("brazen")
    press(text, "d", "d", "m", "a", "b", "Enter", "Delete", "Control+z")

    chosen = exercise(page, "4.10").get_by_role("radio").first
    chosen.focus()
    press(chosen, "Space", "ArrowDown", "d", "d", "a", "m")
    check = exercise(page, "4.10").get_by_role("button", name="Check")
    expect(check).to_be_enabled()  # once the kernel has the answer
    check.focus()
    press(check, "d", "d", "Enter")
    expect(exercise(page, "4.10").locator(".at-feedback")).not_to_be_empty()

    form = exercise(page, "4.3").get_by_role("radiogroup").first.get_by_role("radio").first
    form.focus()
    press(form, "Space", "d", "d")
    assert page.evaluate(COUNT_CELLS) == cells
    expect_answer(lab, page, "4.3", rows={"Q01": {"form": "direct"}})


def test_a_function_of_ones_own_is_checked_once_it_is_written(lab: Lab, page: Page) -> None:
    mend = exercise(page, "4.8")
    expect(mend).to_contain_text("not answered yet")
    editor = page.locator(".jp-CodeCell", has_text="def find_quotations").get_by_role("textbox")
    editor.click()
    editor.press("Control+a")
    page.keyboard.insert_text('def find_quotations(text):\n    return re.findall("“[^”]*”", text)')
    press(editor, "Shift+Enter")
    press(page.locator(".jp-Notebook"), "Shift+Enter")
    expect(mend).to_contain_text("3 of 6 checks right, 1 in part (1.75 of 3 points)")


def test_a_function_that_does_not_end_is_stopped_and_a_slip_leaves_the_result_marked_as_old(
    lab: Lab, page: Page
) -> None:
    mend = exercise(page, "4.8")
    editor = page.locator(".jp-CodeCell", has_text="def find_quotations").get_by_role("textbox")
    for body, said in [
        ("    while True: pass", "It had not ended after 5 seconds and was stopped, at line 2"),
        ("    return (text", "stopped (SyntaxError in line 2), so"),
    ]:
        editor.click()
        editor.press("Control+a")
        page.keyboard.insert_text(f"def find_quotations(text):\n{body}")
        press(editor, "Shift+Enter")
        press(page.locator(".jp-Notebook"), "Shift+Enter")
        expect(mend).to_contain_text(said)


def test_axe_finds_nothing_in_any_exercise_in_the_dark_theme(lab: Lab, page: Page) -> None:
    lab.change_theme(page, "JupyterLab Dark")
    exercise(page, "4.4").get_by_label("Joe Biden’s").check()
    exercise(page, "4.4").get_by_role("button", name="Check").click()
    expect(exercise(page, "4.4").locator(".at-feedback")).not_to_be_empty()
    expect_axe_finds_nothing(page)


def test_a_dead_kernel_loses_nothing(lab: Lab, page: Page) -> None:
    words = exercise(page, "4.9").get_by_label("Your text")
    words.fill("Before the kernel died.")
    expect_answer(lab, page, "4.9", text="Before the kernel died.")
    lab.kill_kernels()
    words.fill("After the kernel died.")
    expect(exercise(page, "4.9")).to_contain_text("Not saved", timeout=10_000)
    expect_answer(lab, page, "4.9", text="Before the kernel died.")

    lab.reload(page)  # the server has started another kernel by itself
    lab.run_all(page)
    again = exercise(page, "4.9")
    expect(again.get_by_label("Your text")).to_have_value("Before the kernel died.")
    again.get_by_role("button", name="Restore it").click()
    expect(again.get_by_label("Your text")).to_have_value("After the kernel died.")
    expect_answer(lab, page, "4.9", text="After the kernel died.")


def test_a_notebook_opened_again_shows_its_answers_even_before_it_runs(
    lab: Lab, page: Page
) -> None:
    orphan = exercise(page, "4.4")
    orphan.get_by_label("The G7 leaders’").check()
    expect_answer(lab, page, "4.4", choice="g7")
    behind = page.locator('.at-static[aria-label="Exercise 4.4: Paragraph 7"]')
    expect(behind).to_contain_text("The G7 leaders’")  # it follows the answer, and is what is saved
    lab.save(page)
    lab.kill_kernels()
    page.close()
    again = lab.open(NOTEBOOK)
    still = again.get_by_role("region", name="Exercise 4.4: Paragraph 7")
    still.scroll_into_view_if_needed()
    expect(still).to_contain_text("The G7 leaders’")
    lab.run_all(again)
    expect(exercise(again, "4.4").get_by_label("The G7 leaders’")).to_be_checked()
    expect(still).to_be_hidden()


def expect_axe_finds_nothing(page: Page) -> None:
    found = Axe().run(page, context=".at-live")
    assert found.violations_count == 0, found.generate_report()
