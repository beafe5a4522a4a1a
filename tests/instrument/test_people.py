"""Who a source is: its name and type, in sentences made for it and against the experts."""

from __future__ import annotations

import pytest

from accordingto import seed
from accordingto.instrument import read
from accordingto.readings import Attribution, Link, compare
from accordingto.text import Article


def origins(text: str) -> list[tuple[str, str]]:
    found = read(Article("invented", text)).attributions
    return [(one.origin.name, one.origin.type) for one in found if one.origin]


@pytest.mark.parametrize(
    ("source", "name", "kind"),
    [
        ("President Ann Lee", "Ann Lee", "named official"),
        ("The former president Ann Lee", "Ann Lee", "named official"),
        ("Prime Minister Ann Lee", "Ann Lee", "named official"),
        ("Secretary of State Ann Lee", "Ann Lee", "named official"),
        ("The mayor of Leeds, Ann Lee,", "Ann Lee", "named official"),
        ("The mayor", "The mayor", "named official"),
        ("Ann Lee, the spokeswoman for the mayor,", "Ann Lee", "named official"),
        ("Ann Lee, the spokeswoman for the Green Party,", "Ann Lee", "named politician"),
        ("Ann Lee of the Green Party", "Ann Lee", "named politician"),
        ("Sen. Ann Lee", "Ann Lee", "named politician"),
        ("Ann Lee (R-Ohio)", "Ann Lee", "named politician"),
        ("Ann Lee (D-Ohio)", "Ann Lee", "named politician"),
        ("The Ohio senator Ann Lee", "Ann Lee", "named politician"),
        ("Ann Lee and other lawmakers", "Ann Lee and other lawmakers", "named politician"),
        ("Ann Lee, a reporter for the Herald,", "Ann Lee", "named journalist"),
        ("The Guardian’s Ann Lee", "Ann Lee", "named journalist"),
        ("Ann Lee, a teacher from Leeds,", "Ann Lee", "named person"),
        ("Mr Lee", "Lee", "named person"),
        ("Jim Jordan", "Jim Jordan", "named person"),
        ("Senate Republicans", "Senate Republicans", "party"),
        ("Senate Democrats", "Senate Democrats", "party"),
        ("The White House", "The White House", "institution"),
        ("The University of Leeds", "The University of Leeds", "institution"),
        ("General Motors", "General Motors", "institution"),
        ("The police", "The police", "institution"),
        ("The United States", "The United States", "state"),
        ("South Korea", "South Korea", "state"),
        ("Tehran", "Tehran", "state"),
        ("Jerusalem", "Jerusalem", "state"),
        ("The letter", "The letter", "document"),
        ("The Wall Street Journal", "The Wall Street Journal", "outlet"),
        ("Radio Leeds", "Radio Leeds", "outlet"),
        ("A White House official", "A White House official", "unnamed person"),
        ("Somebody", "Somebody", "unnamed person"),
        ("Officials in Leeds", "Officials", "unnamed group"),
        ("A source close to Ann Lee", "A source", "unnamed person"),
        ("A senior official familiar with the talks", "A senior official", "unnamed person"),
        ("The ambassador to London", "The ambassador", "unnamed person"),
        ("A man who asked not to be named", "A man", "unnamed person"),
        ("Ann Lee and Bo Ash", "Ann Lee and Bo Ash", "named person"),
        ("He", "He", "unnamed person"),
        ("They", "They", "unnamed group"),
        ("King Bo Ash", "Bo Ash", "named official"),
        ("Critics", "Critics", "unnamed group"),
    ],
)
def test_the_name_and_type_of_a_source(source: str, name: str, kind: str) -> None:
    assert origins(f"{source} said that the boat was late.") == [(name, kind)]


def test_an_island_stands_for_those_who_run_it() -> None:
    text = "The pier of Ellerholm island is shut.\nEllerholm said that it would stay shut."
    assert origins(text) == [("Ellerholm", "institution")]


def test_what_one_paragraph_tells_holds_on_the_whole_page() -> None:
    text = (
        "Lee said that it was late.\nIt was dark.\nAnn Lee, the mayor of Leeds, said that it was."
    )
    assert origins(text) == [("Lee", "named official"), ("Ann Lee", "named official")]


def test_a_pronoun_stands_for_the_last_person_whom_it_fits() -> None:
    text = (
        "Bo Ash, the spokesman for the mayor, said that the boat was late.\n"
        "Ann Lee, the spokeswoman for the rival party, said that it was not.\n"
        "“It was late,” he said.\n“It was not,” she said."
    )
    assert [name for name, _ in origins(text)] == ["Bo Ash", "Ann Lee", "Bo Ash", "Ann Lee"]


def test_who_asks_is_not_the_one_who_goes_on() -> None:
    text = "Asked by CNN’s Kim Ash whether it was late, Lee declined to say.\n“Wait,” he said."
    assert origins(text)[-1] == ("Lee", "named person")


def test_a_king_goes_on_as_he() -> None:
    text = "King Bo Ash said that it was late. Queen Ann Lee said that it was not.\n“No,” he said."
    assert [name for name, _ in origins(text)] == ["Bo Ash", "Ann Lee", "Bo Ash"]


def test_a_pronoun_names_nobody_for_those_that_follow() -> None:
    text = "“It was late,” he said.\n“We know,” they said.\n“No,” she said."
    assert [name for name, _ in origins(text)] == ["he", "they", "she"]


def test_who_stands_for_the_noun_before_it() -> None:
    text = "Ann Lee said that it was late.\nA captain, who said that it was not, left."
    assert origins(text)[1] == ("A captain", "unnamed person")


def test_a_pronoun_with_nobody_before_it_is_left_as_it_stands() -> None:
    assert origins("“It was late,” he said.") == [("he", "unnamed person")]


def same_hand(one: Link | None, other: Link | None) -> bool:
    """Whether two links are of one type and one name, by its last word."""
    if one is None or other is None:
        return (one or other) is None or (one or other) == Link(name="not stated", type="none")
    return one.type == other.type and one.name.lower().split()[-1] == other.name.lower().split()[-1]


def same_chain(one: Attribution, other: Attribution) -> bool:
    return same_hand(one.origin, other.origin) and [
        (link.name, link.type) for link in one.conduits
    ] == [(link.name, link.type) for link in other.conduits]


@pytest.mark.parametrize(
    ("name", "matched", "sources", "chains"),
    [("white-house-israel-iran", 21, 21, 21), ("harbour-ferry", 28, 27, 27)],
)
def test_sources_and_chains_against_the_expert(
    name: str, matched: int, sources: int, chains: int
) -> None:
    article, expert = seed(name)
    machine = read(article)
    ours = {one.id: one for one in machine.attributions}
    theirs = {one.id: one for one in expert.attributions}
    pairs = [
        (ours[match.found.id], theirs[match.wanted.id])
        for match in compare(article, machine, expert, layer="attributions").matched
    ]

    def words(one: Attribution) -> list[int]:
        return [word for place in one.source for word in article.words_in(place)]

    assert len(pairs) == matched
    assert sum(words(one) == words(other) for one, other in pairs) == sources
    assert sum(same_chain(one, other) for one, other in pairs) == chains
    assert chains / matched >= 0.9


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Bo Roe said it sank.\nGary Lund was furious. “It hit him,” he said.",
            "Gary Lund",
        ),
        ("Bo Roe said it sank.\nAna Ruiz stood at the pier. “I saw it,” she said.", "Ana Ruiz"),
        ("Bo Roe said it sank.\nAna Ruiz, 44, wept. “I saw it,” she told the BBC.", "Ana Ruiz"),
        ("Bo Roe said it sank.\nThe ferry was full. “I saw it,” he said.", "Bo Roe"),
        ("Ana Lee left early, Bo Roe said. “I saw it,” he said.", "Bo Roe"),
        ("Bo Roe said it sank.\nRovers were late. “I saw it,” he said.", "Bo Roe"),
    ],
)
def test_he_is_whom_the_sentence_before_is_about(text: str, name: str) -> None:
    assert origins(text)[-1][0] == name


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("“It fell,” Dana Fox said.", "Dana Fox", "named person"),
        ("“It fell,” Ann Church, 51, said.", "Ann Church", "named person"),
        ("Jo School, 44, of Leeds, said it fell.", "Jo School", "named person"),
        ("Fox News said it fell.", "Fox News", "outlet"),
        ("Fox reported that it fell.", "Fox", "outlet"),
        ("The Leeds Church said it fell.", "The Leeds Church", "institution"),
        (
            "It fell, according to documents obtained by Reuters and two people.",
            "documents obtained by Reuters",
            "document",
        ),
        ("It fell, according to a report seen by the BBC.", "a report seen by the BBC", "document"),
        ("It fell, according to an audit by the state.", "an audit by the state", "document"),
        (
            "It fell, according to text messages reviewed by the BBC and a clerk.",
            "text messages reviewed by the BBC",
            "document",
        ),
    ],
)
def test_a_word_for_a_body_can_be_a_surname(text: str, name: str, kind: str) -> None:
    assert origins(text)[0] == (name, kind)
