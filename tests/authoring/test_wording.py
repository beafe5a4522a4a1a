"""Names and nouns of pages inside the kit's sentences."""

from __future__ import annotations

import re

import pytest

from accordingto.authoring.said import all_said
from accordingto.authoring.wording import capital, excerpt, is_pronoun, unmarked, within
from accordingto.instrument.descriptions import without_title
from made_lessons import INVENTED, SEEDS, assembled, exercises, invented, of_the_kit

# As a page has it, inside a sentence, and at the head of a line.
NAMES = [
    ("Rosa Delgado", "Rosa Delgado", "Rosa Delgado"),
    ("Ms Amankwah", "Ms Amankwah", "Ms Amankwah"),
    ("Dr Ifeoma Lindqvist", "Dr Ifeoma Lindqvist", "Dr Ifeoma Lindqvist"),
    ("Prime Minister Ana de Souza", "Prime Minister Ana de Souza", "Prime Minister Ana de Souza"),
    ("Sinéad O’Connor-Wright", "Sinéad O’Connor-Wright", "Sinéad O’Connor-Wright"),
    ("James", "James", "James"),
    ("the United States", "the United States", "The United States"),
    ("The United States", "the United States", "The United States"),
    ("Israel", "Israel", "Israel"),
    ("The company", "the company", "The company"),
    ("Two employees", "two employees", "Two employees"),
    ("Critics", "critics", "Critics"),
    ("Officials", "officials", "Officials"),
    ("US officials", "US officials", "US officials"),
    ("A spokesman", "a spokesman", "A spokesman"),
    ("An internal email", "an internal email", "An internal email"),
    (
        "a letter from Castellan Works",
        "a letter from Castellan Works",
        "A letter from Castellan Works",
    ),
    ("One of the two people", "one of the two people", "One of the two people"),
    ("Her barrister", "her barrister", "Her barrister"),
    ("Reuters", "Reuters", "Reuters"),
    ("The Times", "the Times", "The Times"),
    ("Radio Wrenmouth", "Radio Wrenmouth", "Radio Wrenmouth"),
    ("Republicans", "Republicans", "Republicans"),
    ("University of Sandmere", "University of Sandmere", "University of Sandmere"),
    ("eBay", "eBay", "eBay"),
    ("the NHS", "the NHS", "The NHS"),
    ("Officials in London", "officials in London", "Officials in London"),
    ("critics of the plan", "critics of the plan", "Critics of the plan"),
    ("Researchers", "researchers", "Researchers"),
    ("a table in the appendix", "a table in the appendix", "A table in the appendix"),
    ("the authors’ union", "the authors’ union", "The authors’ union"),
    ("Congress", "Congress", "Congress"),
    ("NATO", "NATO", "NATO"),
    ("UN officials", "UN officials", "UN officials"),
    ("Hamas", "Hamas", "Hamas"),
    ("the Kremlin", "the Kremlin", "The Kremlin"),
    ("Police", "police", "Police"),
    ("Police officers", "police officers", "Police officers"),
    ("Police Scotland", "Police Scotland", "Police Scotland"),
    ("Council of Europe", "Council of Europe", "Council of Europe"),
    ("Ministers", "ministers", "Ministers"),
    ("Studies", "studies", "Studies"),
    ("Union leaders", "union leaders", "Union leaders"),
    ("Senior officials", "senior officials", "Senior officials"),
    ("Local residents", "local residents", "Local residents"),
    ("Local Heroes", "Local Heroes", "Local Heroes"),
    ("Former minister Ana Lee", "former minister Ana Lee", "Former minister Ana Lee"),
    ("Israeli officials", "Israeli officials", "Israeli officials"),
    ("Western diplomats", "Western diplomats", "Western diplomats"),
    ("More than 40 residents", "more than 40 residents", "More than 40 residents"),
    ("Dozens of residents", "dozens of residents", "Dozens of residents"),
    ("67 people", "67 people", "67 people"),
    ("At least two people", "at least two people", "At least two people"),
    ("All three", "all three", "All three"),
    ("No one", "no one", "No one"),
    ("Nobody", "nobody", "Nobody"),
    ("The staff", "the staff", "The staff"),
    ("Staff members", "staff members", "Staff members"),
    ("The Bridge Users’ Alliance", "the Bridge Users’ Alliance", "The Bridge Users’ Alliance"),
    ("Bridge Users’ Alliance", "Bridge Users’ Alliance", "Bridge Users’ Alliance"),
    ("Médecins Sans Frontières", "Médecins Sans Frontières", "Médecins Sans Frontières"),
    ("Doctors Without Borders", "Doctors Without Borders", "Doctors Without Borders"),
    ("Families of the victims", "families of the victims", "Families of the victims"),
    ("Lawyers for Ms Okafor", "lawyers for Ms Okafor", "Lawyers for Ms Okafor"),
    ("van der Meer", "van der Meer", "Van der Meer"),
    ("Ines van der Meer", "Ines van der Meer", "Ines van der Meer"),
    ("J. P. O’Connell", "J. P. O’Connell", "J. P. O’Connell"),
    ("A. J. Reyes", "A. J. Reyes", "A. J. Reyes"),
    ("Łukasz Żak", "Łukasz Żak", "Łukasz Żak"),
    ("Иван Петров", "Иван Петров", "Иван Петров"),
    ("李明", "李明", "李明"),
    ("Østergaard", "Østergaard", "Østergaard"),
    ("Chris Jones", "Chris Jones", "Chris Jones"),
    ("Banks", "Banks", "Banks"),
    ("The Joneses", "the Joneses", "The Joneses"),
    ("Mr Justice Hale", "Mr Justice Hale", "Mr Justice Hale"),
    ("Mayor Łukasz Żak", "Mayor Łukasz Żak", "Mayor Łukasz Żak"),
    ("Pope Leo", "Pope Leo", "Pope Leo"),
    ("Google and Apple", "Google and Apple", "Google and Apple"),
    ("Police and prosecutors", "police and prosecutors", "Police and prosecutors"),
    ("al-Shabaab", "al-Shabaab", "al-Shabaab"),
    ("A US official", "a US official", "A US official"),
    ("MPs", "MPs", "MPs"),
    (
        "whoever speaks in paragraph 7",
        "whoever speaks in paragraph 7",
        "Whoever speaks in paragraph 7",
    ),
]
ENDINGS = re.compile(r"\{(?:who|name|source|content|cue)\}(?:’s|'s|s\b|’)")
SUBJECT = re.compile(
    r"\{who\} (?:is|are|was|were|has|have|says|speaks|does|do|had|said|wants|want)\b"
)
ODD = re.compile(
    r"\b(?:a [aeio]\w|an [bcdfgjkpqrstvwxyz]\w|the the|a a|of of|is are|1 (?:words|paragraphs))\b"
    r"|\s[,.;:?!]|“”|\(\)|\{\w+\}|\b0 words"
)


@pytest.mark.parametrize(("name", "inside", "first"), NAMES, ids=[name for name, _, _ in NAMES])
def test_a_name_fits_inside_a_sentence_and_at_its_head(name: str, inside: str, first: str) -> None:
    assert within(name) == inside
    assert capital(name) == first


@pytest.mark.parametrize(("name", "inside"), [(name, inside) for name, inside, _ in NAMES])
def test_every_sentence_with_a_name_is_said_with_it_unchanged(name: str, inside: str) -> None:
    """A name takes no ending and governs no verb, so what is pinned for one holds for all."""
    say = all_said()["whose"]
    assert say["is_gap"].format(who=inside, cue="tells") == (
        f"They are words of {inside}, by the cue “tells”. "
        "By whom they came, the page does not show."
    )
    assert say["who_wrong"].format(who=inside, words="It is so", number=4) == (
        f"Words of {inside}: “It is so” (4). Here they are another’s."
    )
    assert all_said()["ways"]["prompt"].format(who=inside) == (
        f"**Which of these stand between quotation marks, as words of {inside}?** "
        "The others are told by the reporter."
    )


def test_no_template_puts_an_ending_on_a_name_or_makes_it_govern_a_verb() -> None:
    texts = [text for said in all_said().values() for text in map(str, said.say.values())]
    assert [text for text in texts if ENDINGS.search(text) or SUBJECT.search(text)] == []


def test_nothing_that_is_said_of_any_page_is_odd() -> None:
    pages = [*map(of_the_kit, SEEDS), *map(invented, INVENTED), *map(assembled, range(20))]
    for basis in pages:
        for one in exercises(basis):
            for text in _texts(one):
                own = re.sub("“[^”]*”", "“…”", text)  # the page's own words may be as they like
                assert not ODD.search(own), text


def _texts(data: object) -> list[str]:
    if isinstance(data, dict):
        return [
            text
            for name, value in data.items()
            if name not in ("id", "value", "key", "kind", "objective", "layer", "unit")
            for text in _texts(value)
        ]
    if isinstance(data, list):
        return [text for value in data for text in _texts(value)]
    return [data] if isinstance(data, str) else []


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("“We sail at noon,”", "We sail at noon"),
        ('"canteen gossip".', "canteen gossip"),
        ("the app “clinically proven”", "the app ‘clinically proven’"),
        ('to "redo the labels on bay six"', "to ‘redo the labels on bay six’"),
        ("“One,” he said, “and two.”", "‘One,’ he said, ‘and two.’"),
        ("“appease these so-called", "appease these so-called"),
        ("‘nested’", "nested"),
        ("one two three four five six seven eight nine ten eleven twelve thirteen",
         "one two three four five six seven … ten eleven twelve thirteen"),
        ("a *star* and `code`", r"a \*star\* and \`code\`"),
        ("– and on,", "and on"),
    ],
)  # fmt: skip
def test_words_of_a_page_between_marks(text: str, shown: str) -> None:
    assert excerpt(text) == shown


def test_words_without_any_mark() -> None:
    assert unmarked("“We didn’t,” he said, ‘not’ the ‘60s’") == "We didn’t, he said, not the 60s"


def test_titles_and_pronouns() -> None:
    assert without_title("Ms Amankwah") == "Amankwah"
    assert without_title("Dr Ifeoma Lindqvist") == "Ifeoma Lindqvist"
    assert without_title("Dr") == "Dr"
    assert is_pronoun("He")
    assert is_pronoun("who")
    assert not is_pronoun("Heather")
