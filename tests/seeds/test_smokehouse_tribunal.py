"""The page on a hearing: it is no twin, has straight marks, and asks both parties the same."""

from __future__ import annotations

from collections import Counter

import pytest
import yaml

from accordingto.content import Content
from accordingto.readings import seed
from accordingto.text import Article

FOLDER = Content.kit().seed("smokehouse-tribunal")
ARTICLE, READING = seed(FOLDER.name)
ATTRIBUTIONS = {attribution.id: attribution for attribution in READING.attributions}
NEW = [FOLDER.name, "nap-app-trial"]


def test_it_says_that_it_is_invented_and_written_unseen() -> None:
    assert ARTICLE.text.startswith("Made up for lessons: no such place")
    about = yaml.safe_load((FOLDER / "about.yaml").read_text("utf-8"))
    assert about["invented"] is True
    assert any("before its writer had seen" in line for line in about["origin"]["known"])


def test_how_much_there_is() -> None:
    assert len(ARTICLE.paragraphs) == 12
    assert len(READING.quotations) == 14
    assert Counter(name[0] for name in ATTRIBUTIONS) == {"A": 31, "N": 9}
    assert len(READING.reactions) == 16
    assert len(READING.claims) == 9
    assert [case.id for case in READING.cases] == [f"C{n:02}" for n in range(1, 43)]


def test_its_marks_are_straight_and_one_pair_is_nested() -> None:
    assert not set("“”‘") & set(ARTICLE.text)
    assert ARTICLE.text.count('"') == 26
    nested = [quotation for quotation in READING.quotations if quotation.inside]
    assert [ARTICLE[one.span] for one in nested] == ["'Who changed these?'"]
    others = [ARTICLE[one.span] for one in READING.quotations if not one.inside]
    assert len(others) == 13
    assert all(words[0] == words[-1] == '"' for words in others)


def test_an_apostrophe_is_no_mark() -> None:
    assert ARTICLE.text.count("'") > 2 * len([q for q in READING.quotations if q.inside])
    assert "product's life" in ARTICLE.text


@pytest.mark.parametrize(
    ("claimant", "company", "form"),
    [("A24", "A25", "indirect"), ("A28", "A29", "mixed"), ("A27", "A30", "refusal")],
)
def test_what_is_asked_of_one_party_can_be_asked_of_the_other(
    claimant: str, company: str, form: str
) -> None:
    one, other = ATTRIBUTIONS[claimant], ATTRIBUTIONS[company]
    assert one.form == other.form == form
    assert one.verb_class == other.verb_class


@pytest.mark.parametrize("name", ["A15", "A19"])
def test_insiders_without_a_name_and_the_reason_for_it(name: str) -> None:
    origin = ATTRIBUTIONS[name].origin
    assert origin is not None
    assert "anonymous" in origin.name
    assert "because they fear for their jobs" in ARTICLE[ARTICLE.paragraphs[6]]


def test_it_ends_with_a_correction_of_what_it_said_before() -> None:
    correction = ARTICLE[ARTICLE.paragraphs[11]]
    assert correction.startswith("Correction: an earlier version of this article said")
    assert "Nine days later she was suspended." in ARTICLE[ARTICLE.paragraphs[3]]


@pytest.mark.parametrize("name", NEW)
@pytest.mark.parametrize("other", ["harbour-ferry", "white-house-israel-iran"])
def test_a_new_page_shares_no_five_words_in_a_row_with_an_older_one(name: str, other: str) -> None:
    def fives(article: Article) -> set[tuple[str, ...]]:
        begins = article.paragraphs[1].start  # the first line, that it is invented, may be alike
        words = [article[word].lower() for word in article.words if word.start >= begins]
        return {tuple(words[at : at + 5]) for at in range(len(words) - 4)}

    stock = {("who", "asked", "not", "to", "be"), ("asked", "not", "to", "be", "named")}
    assert not fives(seed(name)[0]) & fives(seed(other)[0]) - stock
