"""What mending a wrong finding costs: each key and each click is counted, on three pages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accordingto.readings import Attribution, read_written
from accordingto.text import Article
from accordingto.widgets.views.correcting import offered
from blank_page import BlankPage, Blanks
from made_lessons import PAGES, SEEDS, of_the_kit
from queue_page import QueuePage

MOST = 6
NEEDED = """({phrases, people, places}) => places.map((place) => {
  const {nearestFirst, matching} = window.module;
  const offers = nearestFirst(phrases, people, place);
  const needed = Object.fromEntries(offers.map(({name}, index) => [name, index + 1]));
  const words = offers.flatMap(({name}) => name.toLowerCase().split(' '));
  const typed = words.flatMap((word) => [1, 2, 3].map((many) => word.slice(0, many)));
  for (const one of typed) {
    matching(offers, one).forEach(({name}, index) => {
      needed[name] = Math.min(needed[name], one.length + index);
    });
  }
  return Object.values(needed);
})"""
Told = Callable[[Article, Attribution], object]


def name(article: Article, one: Attribution) -> object:
    return one.origin and one.origin.name


def kind(article: Article, one: Attribution) -> object:
    return one.origin and one.origin.type


def form(article: Article, one: Attribution) -> object:
    return one.form


def source(article: Article, one: Attribution) -> object:
    return " … ".join(article[piece] for piece in one.source)


def content(article: Article, one: Attribution) -> object:
    return " … ".join(article[piece] for piece in one.content)


# By the statement's id: the keys, the letters that the mouse needs, and what is right then.
WHO: dict[str, dict[str, tuple[str, str, str]]] = {
    "dam-at-orrin": {
        "A10": ("w i d Enter y", "id", "Idris Boateng"),
        "A19": ("w c a ArrowDown Enter y", "c", "Castellan Works"),
        "A20": ("w c a ArrowDown Enter y", "c", "Castellan Works"),
    },
    "pharmacist-on-trial": {
        "A13": ("w n Enter y", "n", "a notebook"),
        "A14": ("w d Enter y", "d", "Detective Sergeant Colm Vane"),
        "A25": ("w c Enter y", "c", "the Calderholt Lantern"),
    },
    "bees-and-the-lamp": {
        "A06": ("w p r i Enter y", "", "Priya Holm"),
        "A14": ("w l Enter y", "", "Lumenar"),
        "A25": ("w p Enter y", "p", "Priya Holm"),
    },
}
REST: dict[str, dict[str, tuple[str, Told, str]]] = {
    "dam-at-orrin": {
        "A18": (
            "e p p z y",
            source,
            "A letter from the builders, Castellan Works, dated 3 May and seen by the news "
            "agency Norlink,",
        ),
    },
    "pharmacist-on-trial": {
        "A12": ("k ArrowUp ArrowUp ArrowUp Escape y", kind, "named official"),
        "A28": ("k i Escape y", kind, "institution"),
    },
    "bees-and-the-lamp": {
        "A01": (
            "e n n v y",
            source,
            "a study published on Thursday in the journal Field Notes in Ecology",
        ),
        "A10": ("f s Escape y", form, "summary"),
        "A13": ("k i Escape y", kind, "institution"),
        "A21": ("e c c c y", content, "to switch off every second lamp in May"),
    },
}


# A wrong name of a wrong kind: the statement in hand, the keys, and what is right then.
BOTH = {
    "dam-at-orrin": ("A09", "w o Tab d Enter y", ("the Orrin Valley Post", "document")),
    "pharmacist-on-trial": (
        "A25",
        "w c Tab i Enter y",
        ("the Calderholt Lantern", "institution"),
    ),
    "bees-and-the-lamp": ("A14", "w l Tab i Enter y", ("Lumenar", "institution")),
}
MISSED = ("Holm", "distanced", "herself from those words")


@pytest.fixture
def shown(blanks: Blanks, page: str) -> QueuePage:
    """The draft of a page, its first statement in hand."""
    queue = QueuePage(blanks(width=1280), read_written(PAGES / page)[0].text)
    queue.view.locator(".at-queue-head h4").focus()
    return queue


@pytest.mark.parametrize("page", list(WHO))
def test_by_keys_alone(shown: QueuePage, page: str) -> None:
    mends: dict[str, tuple[str, Told, str]] = {
        id: (keys, name, right) for id, (keys, _, right) in WHO[page].items()
    }
    mends |= REST[page]
    for id in [one.id for one in shown.work.outer]:
        keys, told, right = mends.get(id, ("y", form, ""))
        assert len(keys.split()) <= MOST
        shown.press(*keys.split())
        if right:
            assert (id, told(shown.article, shown.work.statements[id])) == (id, right)
    assert {one.id for one in shown.work.outer if shown.work.status(one.id) == "changed"} == {
        *mends
    }


@pytest.mark.parametrize("page", list(WHO))
def test_with_the_mouse(shown: QueuePage, page: str) -> None:
    view = shown.view
    yes = view.get_by_role("button", name="Yes", exact=True)
    for id in [one.id for one in shown.work.outer]:
        acts = 0
        if id in WHO[page]:
            _, letters, right = WHO[page][id]
            if not view.locator(".at-hand-details").evaluate("it => it.open"):
                view.locator(".at-hand-details summary").click()
                acts += 1
            view.get_by_role("combobox", name="Whose words", exact=True).click()
            shown.press(*letters)
            view.locator(".at-offers li", has_text=right).click()
            shown.press()
            acts += 2 + len(letters)
            assert name(shown.article, shown.work.statements[id]) == right
        yes.click()
        shown.press()
        assert acts + 1 <= MOST
    assert shown.title() == "All were looked at"


def go_to(shown: QueuePage, id: str) -> None:
    for one in shown.work.outer:
        if one.id == id:
            return
        shown.press("y")


@pytest.mark.parametrize("page", list(BOTH))
def test_a_wrong_name_of_a_wrong_kind_by_keys_alone(shown: QueuePage, page: str) -> None:
    id, keys, right = BOTH[page]
    go_to(shown, id)
    shown.press(*keys.split())
    origin = shown.work.statements[id].origin
    assert origin
    assert (origin.name, origin.type, shown.work.status(id)) == (*right, "changed")
    assert len(keys.split()) <= MOST


@pytest.mark.parametrize("page", list(BOTH))
def test_a_wrong_name_of_a_wrong_kind_with_the_mouse(shown: QueuePage, page: str) -> None:
    id, keys, (called, kind) = BOTH[page]
    go_to(shown, id)
    shown.view.locator(".at-hands button").first.click()
    letters = keys.split()[1:2]
    shown.press(*letters)
    shown.view.locator(".at-offers li", has_text=called).first.click()
    shown.press()
    shown.view.get_by_label("Kind of whose words").select_option(kind)
    shown.press()
    origin = shown.work.statements[id].origin
    assert origin
    assert (origin.name, origin.type) == (called, kind)
    assert len(["the hand", *letters, "the name", "the menu", "the kind", "yes"]) <= MOST


@pytest.mark.parametrize("page", ["bees-and-the-lamp"])
def test_a_statement_that_no_rule_found_is_three_keys(shown: QueuePage) -> None:
    go_to(shown, "A05")
    shown.press("a", "Enter", "y")
    made = shown.work.statements[shown.work.made[-1]]
    parts = (made.source, made.cue, made.content)
    assert tuple(" … ".join(shown.article[one] for one in part) for part in parts) == MISSED


@pytest.mark.parametrize("page", SEEDS)
def test_of_all_that_a_page_names_almost_all_is_three_keys_away_at_every_statement(
    blank: BlankPage, page: str
) -> None:
    """With W before them, and Enter and Y after them, these are six."""
    basis = of_the_kit(page)
    assert basis.draft
    places = [min(one.content + one.cue).start for one in basis.draft.attributions]
    needed = blank.offer("queueoffers.js").evaluate(
        NEEDED, {"phrases": offered(basis.article), "people": [], "places": places}
    )
    far = [most for one in needed for most in one if most > 3]
    assert len(far) < 0.05 * sum(map(len, needed))
    assert max(far) <= 5
