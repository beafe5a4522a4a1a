"""The draft of a page, to be corrected one finding after the other."""

from __future__ import annotations

from typing import Any

from accordingto.exercises.kinds.mark_spans import Label
from accordingto.exercises.material import Material
from accordingto.instrument.phrases import phrases
from accordingto.instrument.proposals import proposals
from accordingto.pages.correcting import Corrected, Correcting, Done
from accordingto.pages.correcting.cards import CLASSES, FORMS, STANCES, TYPES, cards
from accordingto.pages.correcting.log import log
from accordingto.pages.corrections import ERRORS, KINDS, by_form, by_rule, guessed, sentence
from accordingto.templates import rendered
from accordingto.text import Article, Span
from accordingto.widgets.views import Control, Said
from accordingto.widgets.views.mark_spans import in_context, text_to_mark

_LABELS = (
    Label(value="source", name="Source"),
    Label(value="cue", name="Cue"),
    Label(value="content", name="Content"),
    Label(value="venue", name="Venue"),
    Label(value="evidentials", name="How it is known"),
)
_ONCE = ("source", "cue", "venue")


def parts(question: Correcting, material: Material) -> list[Control]:
    """The page with what can be marked in it, and what each field of a card can be."""
    every = range(1, len(material.article.paragraphs) + 1)
    text = text_to_mark(material, every, _LABELS, linked=False, once=_ONCE)
    return [
        text
        | {
            "part": "queue",
            "field": "deeds",
            "label": "The page, with the statement in hand",
            "forms": FORMS,
            "classes": CLASSES,
            "types": TYPES,
            "stances": STANCES,
            "errors": list(ERRORS.items()),
            "phrases": offered(material.article),
            "sentences": to_add(material.article),
        }
    ]


def offered(article: Article) -> list[dict[str, Any]]:
    """Whom the words could be given to, each where the page names them."""
    return [
        {
            "name": one.name,
            "type": one.type,
            "start": place.start,
            "end": place.end,
            "paragraph": article.paragraph_of(place),
        }
        for one in phrases(article)
        for place in one.spans
    ]


def to_add(article: Article) -> list[dict[str, Any]]:
    """What each sentence would be as a statement; its words the page has already."""

    def placed(*spans: Span | None) -> list[list[int]]:
        return [[one.start, one.end] for one in spans if one]

    return [
        {
            "start": one.sentence.start,
            "end": one.sentence.end,
            "paragraph": article.paragraph_of(one.sentence),
            "content": placed(one.content)[0],
            "source": placed(one.source),
            "cue": placed(one.cue),
        }
        for one in proposals(article)
    ]


def queue(question: Correcting, answer: Done, material: Material) -> dict[str, Any]:
    """Every statement as it stands now, and the people of the page."""
    work = question.done(answer)
    return cards(work, len(answer.deeds or ())) | {"log": "" if work.unseen else _log(work)}


def _log(work: Corrected) -> str:
    """What was corrected, once all was looked at: in a sentence, by form and by rule."""
    found = log(work)
    guess = work.predicted
    html = rendered(
        "widgets/log.html",
        sentence=sentence(found),
        guessed=guessed(found, guess.wrong, guess.most) if guess else "",
        tables=(("By form", by_form(found)), ("By the rule that found it", by_rule(found))),
        kinds=KINDS,
    )
    return str(html)


def said(question: Correcting, answer: Done, material: Material) -> Said:
    """What has become of each statement that was looked at, with a little of its words."""
    work = question.done(answer)
    return [
        (
            f"{work.status(one.id)}, paragraph {material.article.paragraph_of(place)}",
            in_context(Span(place.start, place.end), material),
        )
        for one in work.outer
        if work.status(one.id) != "open"
        for place in (one.content or one.cue)[:1]
    ]
