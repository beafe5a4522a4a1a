"""Each rule on a sentence of its own: source, cue and content as printed, and the rule's name."""

from __future__ import annotations

import pytest

from accordingto.instrument import read
from accordingto.instrument.lexicon import verb_forms
from accordingto.instrument.rules import RULES
from accordingto.instrument.tagset import tag_of
from accordingto.text import Article

CASES = [
    (
        "“We will wait,” said the harbour master.",
        "inverted",
        "the harbour master",
        "said",
        "“We will wait,”",
    ),
    (
        "“We will wait,” he said.",
        "quotation before",
        "he",
        "said",
        "“We will wait,”",
    ),
    (
        "The ferry would wait, he said.",
        "clause before",
        "he",
        "said",
        "The ferry would wait",
    ),
    (
        "He said that the ferry would wait.",
        "that clause",
        "He",
        "said",
        "that the ferry would wait",
    ),
    (
        "He said the ferry would wait.",
        "bare clause",
        "He",
        "said",
        "the ferry would wait",
    ),
    (
        "He said: “We will wait.”",
        "quotation after",
        "He",
        "said",
        "“We will wait.”",
    ),
    (
        "He asked whether the ferry would wait.",
        "question clause",
        "He",
        "asked",
        "whether the ferry would wait",
    ),
    (
        "The ferry sank, according to the coastguard.",
        "according to",
        "the coastguard",
        "according to",
        "The ferry sank",
    ),
    (
        "The letter holds the harbour master’s claim that the ferry would wait.",
        "noun clause",
        "the harbour master’s",
        "claim",
        "that the ferry would wait",
    ),
    (
        "The harbour master declined to say whether the ferry would wait.",
        "refusal",
        "The harbour master",
        "declined to say",
        "whether the ferry would wait",
    ),
    (
        "“Will you wait?” Vasko asked.",
        "question before",
        "Vasko",
        "asked",
        "“Will you wait?”",
    ),
    (
        "“We will wait,” Vasko said. “There is time.”",
        "carried quotation",
        "Vasko",
        "said",
        "“There is time.”",
    ),
    (
        "It was a plan that Vasko said would fail.",
        "gap clause",
        "Vasko",
        "said",
        "would fail",
    ),
    (
        "Vasko promised to wait.",
        "infinitive",
        "Vasko",
        "promised",
        "to wait",
    ),
    (
        "Vasko criticised the new timetable, a plan of last year, when she landed.",
        "object",
        "Vasko",
        "criticised",
        "the new timetable",
    ),
    (
        "Vasko complained about the delay.",
        "object",
        "Vasko",
        "complained about",
        "the delay",
    ),
    (
        "Asked by a reporter whether the ferry would wait, Vasko smiled.",
        "passive",
        "a reporter",
        "Asked",
        "whether the ferry would wait",
    ),
    (
        "Vasko said: the ferry would wait.",
        "colon",
        "Vasko",
        "said",
        "the ferry would wait",
    ),
    (
        "Vasko: We will wait.",
        "speaker and colon",
        "Vasko",
        ":",
        "We will wait.",
    ),
    (
        "“We will wait,” Vasko said.\n“There is time.”",
        "running quotation",
        "Vasko",
        "said",
        "“There is time.”",
    ),
    (
        "“We will wait.” – Ingrid Vasko, harbour master",
        "speaker and dash",
        "Ingrid Vasko, harbour master",
        "–",
        "“We will wait.”",
    ),
    (
        "The harbour master is reportedly waiting.",
        "undisclosed",
        "",
        "reportedly",
        "The harbour master is … waiting",
    ),
]

# Where a rule must not stop, begin or look in the wrong place.
ENDS = [
    (
        "Later in the letter, Vasko wrote, “We must wait.”",
        "quotation after",
        "Vasko",
        "wrote",
        "“We must wait.”",
    ),
    (
        "“We waited,” Vasko said, referring to the ferry.",
        "quotation before",
        "Vasko",
        "said",
        "“We waited,”",
    ),
    (
        "Vasko called the plan “late,” adding that the crew would leave.",
        "that clause",
        "Vasko",
        "adding",
        "that the crew would leave",
    ),
    (
        "According to the Harbour Post, the ferry sank.",
        "according to",
        "the Harbour Post",
        "According to",
        "the ferry sank",
    ),
    (
        "Vasko replied, however, “We will wait.”",
        "quotation after",
        "Vasko",
        "replied",
        "“We will wait.”",
    ),
    (
        "The ferry would wait, the Harbour Herald reports.",
        "clause before",
        "the Harbour Herald",
        "reports",
        "The ferry would wait",
    ),
    (
        "Lund, a captain who had served for years, said that the ferry would wait.",
        "that clause",
        "Lund, a captain who had served for years,",
        "said",
        "that the ferry would wait",
    ),
    (
        "Polls in the town show the plan is popular.",
        "bare clause",
        "Polls in the town",
        "show",
        "the plan is popular",
    ),
    (
        "Vasko said the ferry, which carries lorries, would wait.",
        "bare clause",
        "Vasko",
        "said",
        "the ferry, which carries lorries, would wait",
    ),
    (
        "Vasko asked if the ferry would wait.",
        "question clause",
        "Vasko",
        "asked",
        "if the ferry would wait",
    ),
    (
        "Lund was asked, “Will you wait?”",
        "passive",
        "",
        "was asked",
        "“Will you wait?”",
    ),
    (
        "In June Vasko called that report a lie.",
        "object",
        "Vasko",
        "called",
        "that report a lie",
    ),
    (
        "Lund, struck by the storm, said the ferry would wait.",
        "bare clause",
        "Lund",
        "said",
        "the ferry would wait",
    ),
    (
        "Vasko wrote for the Harbour News that the ferry would wait.",
        "that clause",
        "Vasko",
        "wrote",
        "that the ferry would wait",
    ),
    (
        "Vasko said of the storm: “We will wait.”",
        "quotation after",
        "Vasko",
        "said",
        "“We will wait.”",
    ),
    (
        "Vasko said the ferry would wait — the first delay of the year.",
        "bare clause",
        "Vasko",
        "said",
        "the ferry would wait",
    ),
    (
        "It was a delay that Vasko said angered the crew.",
        "gap clause",
        "Vasko",
        "said",
        "angered the crew",
    ),
    (
        "Mayor Ann Lund (D-Ill.) said the ferry would wait.",
        "bare clause",
        "Mayor Ann Lund (D-Ill.)",
        "said",
        "the ferry would wait",
    ),
    (
        "About the storm, 47% say the ferry should wait.",
        "bare clause",
        "47%",
        "say",
        "the ferry should wait",
    ),
    (
        "“Will you wait?” Vasko asked the captain.",
        "question before",
        "Vasko",
        "asked",
        "“Will you wait?”",
    ),
    (
        "“When the storm came, we waited,” he said.",
        "quotation before",
        "he",
        "said",
        "“When the storm came, we waited,”",
    ),
    (
        "“We will wait,” said Ann Lund, Vasko’s deputy.",
        "inverted",
        "Ann Lund, Vasko’s deputy",
        "said",
        "“We will wait,”",
    ),
    (
        "As Vasko said, the ferry would wait.",
        "bare clause",
        "Vasko",
        "said",
        "the ferry would wait",
    ),
    (
        "But, Vasko said, the ferry would wait.",
        "bare clause",
        "Vasko",
        "said",
        "the ferry would wait",
    ),
    (
        "Vasko announced last week that the ferry would wait.",
        "that clause",
        "Vasko",
        "announced",
        "that the ferry would wait",
    ),
    (
        "Noting that the ferry was late, Vasko left.",
        "that clause",
        "Vasko",
        "Noting",
        "that the ferry was late",
    ),
    (
        "The company announced 6,000 new seats.",
        "object",
        "The company",
        "announced",
        "6,000 new seats",
    ),
    (
        "Vasko denied the story and left the room.",
        "object",
        "Vasko",
        "denied",
        "the story",
    ),
    (
        "Lund asked the crew to release copies of the letters.",
        "infinitive",
        "Lund",
        "asked",
        "to release copies of the letters",
    ),
    (
        "Vasko questioned the idea that the ferry would wait.",
        "object",
        "Vasko",
        "questioned",
        "the idea that the ferry would wait",
    ),
    (
        "It was reported that the ferry would wait.",
        "passive",
        "",
        "was reported",
        "that the ferry would wait",
    ),
    (
        "Vasko seemed to blame the storm.",
        "object",
        "Vasko",
        "seemed to blame",
        "the storm",
    ),
    (
        "Late again - Vasko and Lund: “We will wait.” Read more here.",
        "speaker and colon",
        "Vasko and Lund",
        ":",
        "“We will wait.”",
    ),
    (
        "The owners, led by Vasko, told the crew that the ferry was late.",
        "that clause",
        "The owners",
        "told",
        "that the ferry was late",
    ),
    (
        "“We will wait,” said Lund, the captain of a ferry called Swan, which was late.",
        "inverted",
        "Lund",
        "said",
        "“We will wait,”",
    ),
    (
        "Vasko promised not to wait.",
        "infinitive",
        "Vasko",
        "promised",
        "not to wait",
    ),
    (
        "Vasko said only residents may park.",
        "bare clause",
        "Vasko",
        "said",
        "only residents may park",
    ),
    (
        "Lund said in a statement the ferry would wait.",
        "bare clause",
        "Lund",
        "said",
        "the ferry would wait",
    ),
    (
        "The ferry sank at noon (according to the coastguard) and was raised later.",
        "according to",
        "the coastguard",
        "according to",
        "The ferry sank at noon",
    ),
    (
        "“We will wait”, she added, “until noon”.",
        "quotation before",
        "she",
        "added",
        "“We will wait” … “until noon”",
    ),
    (
        "“No,” Lund snapped.",
        "quotation before",
        "Lund",
        "snapped",
        "“No,”",
    ),
    (
        "Lund declined to say on Monday whether it would wait.",
        "refusal",
        "Lund",
        "declined to say",
        "whether it would wait",
    ),
    (
        "The minister refused to comment on the report.",
        "refusal",
        "The minister",
        "refused to comment",
        "the report",
    ),
    (
        "‘He told me “go home” and I did,’ said Lund.",
        "inverted",
        "Lund",
        "said",
        "‘He told me “go home” and I did,’",
    ),
    (
        "Lund said the ferry was late again, but called it a success.",
        "bare clause",
        "Lund",
        "said",
        "the ferry was late again",
    ),
    (
        "Mr. Hurt said the ferry would wait.",
        "bare clause",
        "Mr. Hurt",
        "said",
        "the ferry would wait",
    ),
]


@pytest.mark.parametrize(
    ("text", "rule", "source", "cue", "content"), [*CASES, *ENDS], ids=lambda v: v[:20]
)
def test_a_rule_finds_its_sentence(
    text: str, rule: str, source: str, cue: str, content: str
) -> None:
    article = Article("one", text)
    found = next(one for one in read(article).attributions if one.rule == rule)
    parts = (found.source, found.cue, found.content)
    said = [" … ".join(article[piece] for piece in part) for part in parts]
    assert said == [source, cue, content]


def test_every_rule_has_a_case() -> None:
    assert {rule for _, rule, *_ in CASES} == set(RULES)


def test_a_verb_that_shares_its_subject_over_an_adjunct() -> None:
    article = Article("one", "Vasko said the ferry was late, but in a later letter said it sank.")
    found = read(article).attributions
    assert [article[one.source[0]] for one in found] == ["Vasko", "Vasko"]
    assert [article[one.content[0]] for one in found] == ["the ferry was late", "it sank"]


def test_a_second_statement_with_its_own_subject_ends_the_first() -> None:
    article = Article("one", "Vasko said the ferry was late and Lund said it sank.")
    found = read(article).attributions
    assert [article[one.content[0]] for one in found] == ["the ferry was late", "it sank"]


def test_nobody_goes_on_with_a_refusal() -> None:
    found = read(
        Article("one", "Vasko declined to comment. “Nobody has decided anything yet.”")
    ).attributions
    assert [(one.rule, one.origin.name) for one in found if one.origin] == [
        ("refusal", "Vasko"),
        ("orphan", "not stated"),
    ]


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("The aide who wrote the letter said it was late.", ["it was late"]),
        ("A man who claimed it sank told Lund that she lied.", ["it sank", "that she lied"]),
        ("Lund praised the man who said it sank.", ["the man who said it sank"]),
    ],
)
def test_the_clause_of_a_subject_ends_at_the_verb_of_the_sentence(
    text: str, contents: list[str]
) -> None:
    article = Article("one", text)
    assert [article[one.content[0]] for one in read(article).attributions] == contents


@pytest.mark.parametrize(
    "text",
    [
        "The minister refused to comment on the report.",
        "Lund declined to say on Monday whether it would wait.",
        "A man who asked not to be named said it was late.",
    ],
)
def test_what_reports_one_thing_is_one_record(text: str) -> None:
    assert len(read(Article("one", text)).attributions) == 1


def test_a_question_is_of_the_one_who_asks_it() -> None:
    article = Article("one", "“We will wait,” Lund said. “Until when?” Ash asked.")
    found = [(one.rule, article[one.content[0]]) for one in read(article).attributions]
    assert found == [("quotation before", "“We will wait,”"), ("question before", "“Until when?”")]


def test_every_form_of_a_verb_of_the_list_can_be_a_cue() -> None:
    assert {word for word in verb_forms() if tag_of(word) not in "zvgue"} == set()


STRONG = [
    ("Vasko has written that it was late.", "has written"),
    ("It has been shown that it was late.", "has been shown"),
    ("Vasko had spoken about the delay.", "had spoken about"),
    ("Vasko has sworn that it was late.", "has sworn"),
    ("Vasko had known that it was late.", "had known"),
    ("Vasko had begun, “It was late.”", "had begun"),
]


@pytest.mark.parametrize(("text", "cue"), STRONG)
def test_a_past_participle_that_is_no_past_form_is_a_cue_with_a_helping_verb(
    text: str, cue: str
) -> None:
    article = Article("one", text)
    assert [article[one.cue[0]] for one in read(article).attributions] == [cue]


@pytest.mark.parametrize(
    "text", ["A letter written to the crew.", "The songs sung there.", "The head, known as Ash."]
)
def test_it_is_none_without_one(text: str) -> None:
    assert read(Article("one", text)).attributions == ()


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ("“Wait,” Lund said on the harbour radio on Monday.", "the harbour radio on Monday"),
        ("Lund said in a letter that it was late.", "a letter"),
        ("Lund said on Monday that it was late.", ""),
        ("Lund declined to comment on the report.", ""),
    ],
)
def test_a_venue_is_a_place_and_no_day(text: str, venue: str) -> None:
    article = Article("one", text)
    [found] = read(article).attributions
    assert " ".join(article[span] for span in found.venue) == venue


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Vasko said the morning boat would leave.", "the morning boat would leave"),
        ("Vasko said last week the boat would leave.", "the boat would leave"),
        ("Vasko said Monday night the boat would leave.", "the boat would leave"),
    ],
)
def test_a_time_after_the_cue_is_no_content_but_a_boat_of_the_morning_is(
    text: str, content: str
) -> None:
    article = Article("one", text)
    [found] = read(article).attributions
    assert [article[piece] for piece in found.content] == [content]


def test_a_statement_that_speaks_of_another_is_held_by_who_made_it() -> None:
    article = Article("one", "Lund warned of the “storm,” the harbour radio reported.")
    outer = read(article).attributions[0]
    assert (article[outer.source[0]], article[outer.cue[0]]) == ("the harbour radio", "reported")
    article = Article("one", "Crews were warned of the storm, said the harbour radio.")
    outer = read(article).attributions[0]
    assert (article[outer.source[0]], article[outer.cue[0]]) == ("the harbour radio", "said")


def test_typewriter_marks_that_close_two_quotations_at_once() -> None:
    article = Article("one", "''He told me, 'We will wait,''' Vasko said.")
    (found,) = read(article).attributions
    assert article[found.source[0]] == "Vasko"
