"""Each lesson walked in a real JupyterLab, as a student who makes one mistake in each exercise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from playwright.sync_api import Locator, Page, expect

from accordingto.exercises import Material, Question, Sheet
from accordingto.exercises.kinds.order import Order
from accordingto.exercises.sequence import shuffled
from accordingto.exercises.sheet import lesson_names
from accordingto.widgets.static import score_text
from real_lab import Lab, select_words

Data = dict[str, Any]
Move = Callable[[Locator, Any, Data, Data], None]


def by_value(here: Locator, value: str) -> Locator:
    return here.locator(f'input[value="{value}"]')


def choose(here: Locator, question: Any, before: Data, answer: Data) -> None:
    by_value(here, answer["choice"]).check()


def tick(here: Locator, question: Any, before: Data, answer: Data) -> None:
    for option in question.options:
        by_value(here, option.value).set_checked(option.value in answer["choices"])


def fill_table(here: Locator, question: Any, before: Data, answer: Data) -> None:
    menus = here.locator(".at-matrix select")
    cells = [(row.id, slot.id) for row in question.rows for slot in question.slots]
    for index, (row, slot) in enumerate(cells):
        menus.nth(index).select_option(answer["rows"][row][slot])


def sort(here: Locator, question: Any, before: Data, answer: Data) -> None:
    for card, place in answer["classes"].items():
        here.locator(f'li[data-id="{card}"] select').select_option(place)


def write_number(here: Locator, question: Any, before: Data, answer: Data) -> None:
    here.get_by_label("Your number").fill(f"{answer['value']:g}")


def put_in(here: Locator, field: str, before: Data, answer: Data) -> None:
    for _ in before.get(field) or ():
        here.get_by_role("button", name="Take out").first.click()
    for item in answer[field]:
        card = here.locator(f'li[data-id="{item["id"] if isinstance(item, dict) else item}"]')
        card.get_by_role("button", name="Put in").click()
        for _ in range(item["indent"] if isinstance(item, dict) else 0):
            card.get_by_role("button", name="Indent more").click()


def build_chain(here: Locator, question: Any, before: Data, answer: Data) -> None:
    put_in(here, "chain", before, answer)


def put_lines(here: Locator, question: Any, before: Data, answer: Data) -> None:
    put_in(here, "lines", before, answer)


def order(here: Locator, question: Order, before: Data, answer: Data) -> None:
    stands = list(before.get("order") or shuffled([c.id for c in question.cards], question.id))
    for place, card in enumerate(answer["order"]):
        for _ in range(stands.index(card) - place):
            here.locator(f'li[data-id="{card}"]').get_by_role("button", name="Move up").click()
        stands.remove(card)
        stands.insert(place, card)


def rate(here: Locator, question: Any, before: Data, answer: Data) -> None:
    slider = here.get_by_label("Your rating")
    for key in ("Home", *["ArrowRight"] * (answer["rating"] - 1)):
        slider.press(key)


def tune(here: Locator, question: Any, before: Data, answer: Data) -> None:
    for word in question.words:
        by_value(here.locator(".at-words"), word).set_checked(word in answer["words"])
    for word in answer["words"]:
        if word not in question.words:
            here.get_by_label("Another word").fill(word)
            here.get_by_role("button", name="Add", exact=True).click()


def mark(here: Locator, question: Any, before: Data, answer: Data) -> None:
    for _ in before.get("marks") or ():
        here.locator(".at-mark-list").get_by_role("button", name="Remove").first.click()
    for index, one in enumerate(answer["marks"]):
        if one.get("record", 1) > 1 and one["record"] != answer["marks"][index - 1]["record"]:
            here.get_by_role("button", name="New record").click()
        select_words(here, one["words"])
        names = {label.value: label.name for label in getattr(question, "labels", ())}
        name = names.get(one["label"]) or one["label"].title() or question.labels[0].name
        here.locator(".at-marker").filter(has_text=name).click()


def write(here: Locator, question: Any, before: Data, answer: Data) -> None:
    here.get_by_label("Your text").fill(answer["text"])


MOVES: dict[str, Move] = {
    "choose one": choose,
    "select all": tick,
    "matrix": fill_table,
    "sort cards": sort,
    "number": write_number,
    "chain": build_chain,
    "parsons": put_lines,
    "order": order,
    "rate": rate,
    "tuner": tune,
    "mark spans": mark,
    "link attribution": mark,
    "free text": write,
}


def mistaken(question: Any, key: Data) -> Data:
    """An answer with one mistake in it; where nothing is scored, another answer."""
    kind = question.kind
    if kind == "choose one":
        return {"choice": next(one.value for one in question.options if one.credit < 1)}
    if kind == "select all":
        return {"choices": [next(o.value for o in question.options if o.right is False)]}
    if kind in ("matrix", "sort cards"):
        field = "rows" if kind == "matrix" else "classes"
        data = msgspec.json.decode(msgspec.json.encode(key[field]))
        first = next(iter(data))
        if kind == "sort cards":
            data[first] = next(c.value for c in question.classes if c.value != data[first])
        else:
            slot = question.slots[0]
            right = data[first][slot.id]
            data[first][slot.id] = next(o.value for o in slot.options if o.value != right)
        return {field: data}
    if kind == "number":
        return {"value": question.wrong[0].value}
    if kind == "tuner":
        return {"words": [question.words[-1]]}
    if kind == "rate":
        return {"rating": 1}
    if kind == "free text":
        return {"text": "A first try."}
    if kind == "order":
        return {"order": key["order"][1:] + key["order"][:1]}
    field = {"chain": "chain", "parsons": "lines"}.get(kind, "marks")
    return {field: key[field][:1]}


def with_words(data: Data, material: Material) -> Data:
    """Marks with the words that they cover, by which a hand finds them on the page."""
    if "marks" not in data:
        return data
    text = material.article.text
    return {"marks": [{**one, "words": text[one["start"] : one["end"]]} for one in data["marks"]]}


def begun(question: Question[Any], here: Locator, answer: Data) -> Data:
    """Get past a prediction or a vote; what then stands in the controls."""
    name = "Lock my prediction" if question.reveal else "Cast my vote" if question.vote else None
    if name is None:
        return {}
    MOVES[question.kind](here, question, {}, answer)
    here.get_by_role("button", name=name).click()
    expect(here.locator(".at-reveal")).to_be_visible()
    return {} if question.reveal else answer


def walk(page: Page, sheet: Sheet, question: Question[Any]) -> None:
    """One exercise: wrong, then right; the headline says both."""
    title = f"{question.id} {question.title}"
    here = page.locator(".at-live").filter(has=page.get_by_role("heading", name=title))
    if question.kind == "code":  # its function is for the notebook, and gives back nothing yet
        expect(here).to_contain_text("not answered yet")
        return
    material = sheet.material(question)
    key = with_words(msgspec.to_builtins(question.key(material)), material)
    first = mistaken(question, key)
    before = begun(question, here, first)
    for answer in (first, key):
        MOVES[question.kind](here, question, before, answer)
        here.locator(".at-action").first.click()
        plain = {**answer}
        if "marks" in plain:
            plain["marks"] = [
                {name: one[name] for name in one if name != "words"} for one in plain["marks"]
            ]
        outcome = question.score(question.answer(plain), material)
        expect(here.locator(".at-headline")).to_have_text(score_text(question, outcome))
        before = answer
    if question.kind not in ("rate", "free text"):
        assert outcome.credit == 1


@pytest.mark.parametrize("name", lesson_names())
def test_a_lesson_is_walked_with_one_mistake_in_each_exercise(lab: Lab, name: str) -> None:
    sheet = Sheet.of(name)
    lab.forget(name)
    page = lab.open(f"{name}.ipynb")
    lab.run_all(page)
    expect(page.locator(".at-live").first).to_be_visible()
    for question in sheet:
        walk(page, sheet, question)
    stubs = sum(question.kind == "code" for question in sheet)
    done = f"Done: {len(sheet.questions) - stubs} of {len(sheet.questions)}."
    expect(page.locator(".at-progress")).to_contain_text(done)
    page.context.close()
