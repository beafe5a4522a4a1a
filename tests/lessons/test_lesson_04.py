"""Lesson 4: every figure its pages state is counted here; its keys are fair."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

import pytest
from nltk.metrics import edit_distance, precision, recall
from nltk.tokenize import NLTKWordTokenizer

from accordingto.content import Content
from accordingto.exercises import Material, Sheet
from accordingto.exercises.kinds.choose_one import ChooseOne
from accordingto.exercises.kinds.code import Code
from accordingto.exercises.kinds.free_text import FreeText
from accordingto.exercises.kinds.matrix import Matrix
from accordingto.exercises.kinds.number import Number, NumberAnswer
from accordingto.text import Span

NAME = "04-inside-the-quotation-marks"
SHEET = Sheet.of(NAME)
ARTICLE, EXPERT = SHEET.home.article, SHEET.home.reading
LESSON = (Content.kit().root / "lessons" / f"{NAME}.md").read_text(encoding="utf-8")
GUIDE = (Content.kit().root / "lessons" / "guides" / f"{NAME}.md").read_text(encoding="utf-8")

KEPT_WHOLE, LETTERS, BLANKS = r"\w+(?:[-’]\w+)*", r"\w+", r"\S+"
OUTER = [quotation for quotation in EXPERT.quotations if quotation.inside is None]
FUSED = re.findall("“[^”]*”", ARTICLE.text)


def voice(rule: str, material: Material = SHEET.home) -> Counter[str]:
    """The words between double marks that each speaker utters, counted by a rule."""
    words: Counter[str] = Counter()
    for quotation in material.reading.quotations:
        if quotation.inside is None:
            found = re.findall(rule, material.article[quotation.span])
            words[quotation.speaker or "nobody"] += len(found)
    return words


def percent(part: int, whole: int) -> int:
    return round(100 * part / whole)


@pytest.mark.parametrize(
    ("rule", "kirby", "rubio", "biden", "nobody"),
    [(KEPT_WHOLE, 93, 66, 19, 6), (BLANKS, 95, 66, 19, 6), (LETTERS, 97, 68, 20, 7)],
    ids=["kept whole", "split on blanks", "letters and digits"],
)
def test_the_share_of_voice_by_each_rule(
    rule: str, kirby: int, rubio: int, biden: int, nobody: int
) -> None:
    assert voice(rule) == {"Kirby": kirby, "Rubio": rubio, "Biden": biden, "nobody": nobody}


def test_the_rule_of_the_lesson_is_the_one_in_which_readings_are_compared() -> None:
    by_article = [len(ARTICLE.words_in(quotation.span)) for quotation in OUTER]
    assert by_article == [len(re.findall(KEPT_WHOLE, ARTICLE[q.span])) for q in OUTER]


def test_the_reveal_and_the_diagnoses_of_4_1() -> None:
    words, share = voice(KEPT_WHOLE), SHEET["4.1"]
    assert isinstance(share, Number)
    assert share.value == percent(words["Kirby"], words.total())
    for stated in ("Kirby 93", "Marco Rubio 66", "Joe Biden 19", "**6** words", "184"):
        assert stated in (share.reveal or "")
    assert f"{words['Kirby']} of {words.total()} is 50.5" in share.why
    assert [wrong.value for wrong in share.wrong] == [
        words["Kirby"],
        percent(words["Rubio"], words.total()),
        percent(words["Biden"], words.total()),
        percent(words["Kirby"], len(ARTICLE.words)),
        percent(words.total(), len(ARTICLE.words)),
    ]


def test_by_origin_seven_words_are_the_presidents() -> None:
    carried = next(one for one in EXPERT.attributions if one.id == "N1").content
    words, moved = voice(KEPT_WHOLE), sum(len(ARTICLE.words_in(span)) for span in carried)
    assert moved == 7
    assert f"Kirby {words['Kirby'] - moved}, Biden {words['Biden'] + moved}" in GUIDE


def test_how_long_the_longest_quotation_is_by_each_rule() -> None:
    longest = max((ARTICLE[quotation.span] for quotation in OUTER), key=len)
    assert ARTICLE[ARTICLE.paragraphs[14]].startswith(longest)
    lengths = [len(re.findall(rule, longest)) for rule in (BLANKS, LETTERS, KEPT_WHOLE)]
    lengths.append(len(NLTKWordTokenizer().tokenize(longest)))
    assert lengths == [56, 57, 54, 68]
    assert "({}, {}, {}, {})".format(*lengths) in GUIDE


def test_the_same_rule_on_the_other_article() -> None:
    asked = SHEET["4.5"]
    assert isinstance(asked, Number)
    there = SHEET.material(asked)
    words = voice(KEPT_WHOLE, there)
    open_water, harbour_list = (
        sum(words[speaker] for speaker in words if speaker.split()[-1] in party)
        for party in ({"Harrow", "Okoro"}, {"Vasko", "Abiola", "Brandt"})
    )
    assert (open_water, harbour_list, words["nobody"], words.total()) == (80, 107, 6, 193)
    assert asked.value == percent(open_water, words.total())
    assert [wrong.value for wrong in asked.wrong] == [
        open_water,
        percent(54, words.total()),
        percent(26, words.total()),
        percent(open_water, words.total() - words["nobody"]),
        percent(harbour_list, words.total()),
    ]
    credits = [asked.score(NumberAnswer(value=w.value), there).credit for w in asked.wrong]
    assert credits == [wrong.credit for wrong in asked.wrong]


def test_what_the_pages_say_of_the_article() -> None:
    assert len(ARTICLE.paragraphs) == 15
    assert "the article has 15" in LESSON
    assert ARTICLE.text.count("Netanyahu") == 7
    assert "Netanyahu is named seven times" in LESSON
    assert "Netanyahu" not in voice(KEPT_WHOLE)
    from_iran = [a for a in EXPERT.attributions if a.origin and a.origin.name == "Iran"]
    assert [one.form for one in from_iran] == ["indirect"]


def test_the_simple_pattern_fuses_paragraphs_12_and_13() -> None:
    assert (len(OUTER), len(EXPERT.quotations), len(FUSED)) == (11, 12, 10)
    eighth = FUSED[7]
    assert len(eighth) == 231
    assert eighth == ARTICLE[Span(OUTER[7].span.start, OUTER[8].span.end)]
    assert [ARTICLE.paragraph_of(quotation.span) for quotation in OUTER[7:9]] == [12, 13]
    assert "There are eleven, and it found ten." in LESSON
    expert = {ARTICLE[quotation.span] for quotation in OUTER}
    assert len(expert & set(FUSED)) == 9
    assert (precision(expert, set(FUSED)), recall(expert, set(FUSED))) == (9 / 10, 9 / 11)


def test_the_embedded_statements_have_the_ids_that_the_lesson_prints() -> None:
    inside = [one.id for one in EXPERT.attributions if one.id.startswith("N")]
    assert inside == ["N1", "N2", "N3", "N4", "N5", "N6"]
    assert all(one.embedded_in for one in EXPERT.attributions if one.id in inside)


def test_the_steps_from_paraphrase_to_quotation() -> None:
    paraphrase, quotation = (
        re.search(rf'^{name} = "(.+)"\.split\(\)$', LESSON, re.M)
        for name in ("paraphrase", "quotation")
    )
    assert paraphrase
    assert quotation
    assert paraphrase[1] in ARTICLE[ARTICLE.paragraphs[2]]
    assert quotation[1] in ARTICLE[ARTICLE.paragraphs[14]]
    assert edit_distance(paraphrase[1].split(), quotation[1].split()) == 4


def line_by_line(text: str, pattern: str) -> list[str]:
    return [found for line in text.splitlines() for found in re.findall(pattern, line)]


@pytest.mark.parametrize(
    ("function", "right"),
    [
        (lambda text: line_by_line(text, "“[^”]*(?:”|$)"), True),
        (lambda text: re.findall("“[^”]*”", text), False),
        (lambda text: line_by_line(text, "“[^”]*”"), False),
        (lambda text: line_by_line(text, "“.*(?:”|$)"), False),
        (lambda text: line_by_line(text, "[“‘’][^”’]*(?:[”’]|$)"), False),
        (lambda text: [ARTICLE[quotation.span] for quotation in OUTER], False),
    ],
    ids=["mended", "fuses", "drops the open one", "greedy", "apostrophes too", "learnt by heart"],
)
def test_only_a_mended_extractor_earns_full_marks(
    function: Callable[[str], list[str]], right: bool
) -> None:
    mend = SHEET["4.8"]
    assert isinstance(mend, Code)
    assert (mend.score(mend.run(function, SHEET.home), SHEET.home).credit == 1) is right


def test_defensible_answers_earn_what_the_expert_reading_grants() -> None:
    granted = {case.id: {r.answer: r.credit for r in case.readings} for case in EXPERT.cases}
    kinds, orphan = SHEET["4.3"], SHEET["4.4"]
    assert isinstance(kinds, Matrix)
    assert isinstance(orphan, ChooseOne)
    rows = {row.id: row.accept.get("form", {}) for row in kinds.rows}
    assert rows["Q05"]["scare"].credit == granted["C04"]["scare quotes"]
    assert "scare" not in rows["Q03"]
    assert granted["C05"]["scare quotes"] == 0
    credits = {option.value: option.credit for option in orphan.options}
    assert credits["unstated"] == granted["C06"]["not stated on the page"]
    assert credits["biden"] == granted["C06"]["Biden"]
    assert credits["g7"] == granted["C06"]["leaders of the G7 countries"]


def test_the_same_is_asked_of_both_parties() -> None:
    """Of Biden's paragraph and of Rubio's: one word inside the marks and one outside."""
    whose = SHEET["4.7"]
    assert isinstance(whose, Matrix)
    asked = {
        number: sorted(row.key["whose"] for row in whose.rows if row.look == (number,))
        for number in (6, 12)
    }
    assert asked[6] == asked[12] == ["reporter", "speaker"]
    headlines = SHEET["4.9"]
    assert isinstance(headlines, FreeText)
    for sample in (level.sample for level in headlines.rubric if level.marks >= 2):
        assert "so-called" in sample
        assert "ironclad" in sample
    assert [level.marks for level in headlines.rubric] == [0, 1, 2, 3]
