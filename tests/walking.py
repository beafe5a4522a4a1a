"""How a student answers each kind of exercise in a page: one mistake first, and then the key."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import msgspec
from playwright.sync_api import Locator, Page, expect

from accordingto.exercises import Material, Question, Sheet
from accordingto.exercises.kinds.order import Order
from accordingto.exercises.sequence import shuffled
from accordingto.widgets.static import score_text
from real_lab import select_words

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
    for row, cells in answer["rows"].items():
        for slot, value in cells.items():
            cell = here.locator(f'[data-cell="{row}/{slot}"]')
            if (menu := cell.locator("select")).count():
                menu.select_option(value)
            else:
                by_value(cell, value).check()


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


def rate_all(here: Locator, question: Any, before: Data, answer: Data) -> None:
    for number, one in enumerate(answer["rated"].values(), 1):
        slider = here.get_by_label(f"Your rating of sentence {number}", exact=True)
        for key in ("Home", *["ArrowRight"] * (one["rating"] - 1)):
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
            here.get_by_role("button", name="New statement").click()
        select_words(here, one["words"], one["nth"])
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
    "experiment": rate_all,
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


def with_words(data: Data, question: Any, material: Material) -> Data:
    """Marks with the words that they cover, by which a hand finds them on the page.

    Words that stand there more than once, as "says" does, have how often they stood before.
    """
    if "marks" not in data:
        return data
    article, found = material.article, []
    for one in data["marks"]:
        words = article.text[one["start"] : one["end"]]
        paragraphs = [article.paragraphs[number - 1] for number in question.paragraphs]
        before = [article.text[at.start : min(at.end, one["start"])] for at in paragraphs]
        found.append({**one, "words": words, "nth": sum(text.count(words) for text in before)})
    return {"marks": found}


def begun(question: Question[Any], here: Locator, answer: Data) -> Data:
    """Get past a prediction or a vote; what then stands in the controls."""
    name = "Lock my prediction" if question.reveal else "Cast my vote" if question.vote else None
    if name is None:
        return {}
    MOVES[question.kind](here, question, {}, answer)
    here.get_by_role("button", name=name).click()
    expect(here.locator(".at-reveal")).to_be_visible()
    return {} if question.reveal else answer


def exercise(page: Page, question: Question[Any]) -> Locator:
    """An exercise in the notebook in view, found as a reader finds it: by its heading."""
    title = f"{question.id} {question.title}"
    live = page.locator(".at-live").filter(visible=True)
    return live.filter(has=page.get_by_role("heading", name=title))


SAVED = re.compile(r"saved \d+:\d\d")


def expect_saved(here: Locator | Page, *, timeout: float | None = None) -> None:
    """An exercise says when it was saved; "Not saved yet" speaks of saving too."""
    expect(here.locator(".at-saved")).to_contain_text(SAVED, timeout=timeout)


def walk(page: Page, sheet: Sheet, question: Question[Any], *, knows: bool = False) -> None:
    """One exercise: wrong, then right, or right at once; the headline says so each time."""
    here = exercise(page, question)
    if question.kind == "code":  # its function is for the notebook, and gives back nothing yet
        expect(here).to_contain_text("not answered yet")
        return
    material = sheet.material(question)
    key = with_words(msgspec.to_builtins(question.key(material)), question, material)
    is_once = knows or question.is_final(
        question.key(material)
    )  # what is told would sway an answer
    first = key if is_once else mistaken(question, key)
    before = begun(question, here, first)
    for answer in (first,) if is_once else (first, key):
        MOVES[question.kind](here, question, before, answer)
        here.locator(".at-action").first.click()
        plain = {**answer}
        if "marks" in plain:
            plain["marks"] = [
                {name: one[name] for name in one if name not in ("words", "nth")}
                for one in plain["marks"]
            ]
        given = question.answer(plain)
        outcome = question.score(given, material)
        if question.kind == "free text":  # until it is long enough and quotes, it says so
            outcome = question.told(given, material, 1)
        kept_back = re.compile("^Kept. You will see the answer at the end of lesson")
        headline = kept_back if question.till else score_text(question, outcome)
        expect(here.locator(".at-headline")).to_have_text(headline)
        before = answer
    if question.kind not in ("rate", "experiment", "free text"):
        assert outcome.credit == 1
