"""An invented article with its reading, and a question of each kind about it."""

import pytest

from accordingto.exercises import Material
from accordingto.readings import Attribution, Link, Quotation, Reaction, Reading
from accordingto.text import Article, Span

TEXT = """\
“We sail at noon,” said Bea 🦊.
Cy said that “no boat” was safe, and that “the pier is old.”

Nobody else would speak."""


@pytest.fixture(scope="session")
def material() -> Material:
    article = Article("ferry", TEXT)

    def place(words: str, paragraph: int) -> Span:
        return article.find(words, paragraph)

    reading = Reading(
        article="ferry",
        reader="expert",
        quotations=(
            Quotation(id="Q1", span=place("“We sail at noon,”", 1), form="direct"),
            Quotation(id="Q2", span=place("“no boat”", 2), form="scare"),
            Quotation(id="Q3", span=place("“the pier is old.”", 2), form="direct"),
            Quotation(id="Q4", span=place("pier", 2), form="nested", inside="Q3"),
        ),
        attributions=(
            Attribution(
                id="A1",
                form="direct",
                source=(place("Bea", 1),),
                cue=(place("said", 1),),
                content=(place("“We sail at noon,”", 1),),
                origin=Link(name="Bea", type="named person"),
                conduits=(Link(name="the page", type="outlet"),),
            ),
            Attribution(
                id="A2",
                form="mixed",
                source=(place("Cy", 2),),
                cue=(place("said", 2),),
                content=(place("that “no boat” was safe", 2), place("that “the pier is old.”", 2)),
            ),
        ),
        reactions=(
            Reaction(
                id="R1",
                actor="Cy",
                target="Bea",
                stance="oppose",
                evidence=(place("no boat", 2), place("the pier is old", 2)),
            ),
        ),
    )
    return Material(article, reading)
