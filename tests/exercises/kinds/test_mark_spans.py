import msgspec
import pytest

from accordingto.exercises import AnswerError, Material
from accordingto.exercises.kinds.mark_spans import (
    Label,
    MarkedSpan,
    MarkSpans,
    MarkSpansAnswer,
    Reason,
    excerpt,
)
from accordingto.readings import Mark
from accordingto.text import Span

FORMS = tuple(Label(value=value, name=value.title()) for value in ("direct", "scare", "nested"))
QUESTION = MarkSpans(
    id="1.1",
    kind="mark spans",
    title="t",
    objective="o",
    prompt="p",
    layer="quotations",
    paragraphs=(1, 2),
    labels=FORMS,
    reasons={
        "Q1": Reason(why="one"),
        "Q2": Reason(why="two"),
        "Q3": Reason(why="three"),
        "Q4": Reason(why="four", optional=True),
    },
    extra="no quotation marks",
)
PLAIN = msgspec.structs.replace(QUESTION, labels=FORMS[:1])


def marked(material: Material, *marks: tuple[str, int, str]) -> MarkSpansAnswer:
    spans = [(material.article.find(words, number), label) for words, number, label in marks]
    return MarkSpansAnswer(marks=tuple(MarkedSpan(s.start, s.end, label) for s, label in spans))


Q1, Q2 = ("“We sail at noon,”", 1, "direct"), ("“no boat”", 2, "scare")
Q3, Q4 = ("“the pier is old.”", 2, "direct"), ("pier", 2, "nested")


@pytest.mark.parametrize(
    ("marks", "credit", "verdicts", "headline"),
    [
        ((Q1, Q2, Q3), 1.0, "right right right", "You found 3 of 3"),
        ((Q1, Q2, Q3, Q4), 1.0, "right right right right", "You found 3 of 3"),
        ((Q1,), 2 / 4, "right missing missing", "You found 1 of 3"),
        ((Q4,), 0.0, "right missing missing missing", "You found 0 of 3"),
        # three of four words, F .86: counts fully
        ((("We sail at", 1, "direct"),), 2 / 4, "right missing missing", "You found 1 of 3"),
        # two of four, F .67: counts half; one of four, F .4: near, and no more
        (
            (("sail at", 1, "direct"),),
            1 / 4,
            "partly missing missing",
            "You found 0 of 3, 1 in part",
        ),
        (
            (("sail", 1, "direct"),),
            0.0,
            "near missing missing",
            "You found 0 of 3, 1 nearly",
        ),
        # two of its three words of four, F .57, and half of each, F .5: count half
        (
            (("at noon,” said", 1, "direct"),),
            1 / 4,
            "partly missing missing",
            "You found 0 of 3, 1 in part",
        ),
        (
            (("at noon,” said Bea", 1, "direct"),),
            1 / 4,
            "partly missing missing",
            "You found 0 of 3, 1 in part",
        ),
        # four of the six that either has, F .8: counts fully
        (
            (("We sail at noon,” said Bea", 1, "direct"),),
            2 / 4,
            "right missing missing",
            "You found 1 of 3",
        ),
        # the right place under another name, or under none, earns half
        (
            (("“no boat”", 2, "direct"),),
            1 / 4,
            "partly missing missing",
            "You found 0 of 3, 1 in part",
        ),
        ((("“no boat”", 2, ""),), 1 / 4, "partly missing missing", "You found 0 of 3, 1 in part"),
        # half for the edges, and of that half for the name
        (
            (("sail at", 1, "scare"),),
            1 / 8,
            "partly missing missing",
            "You found 0 of 3, 1 in part",
        ),
        # the same mark twice
        (
            (Q1, Q1, Q2, Q3),
            6 / 7,
            "right right right extra",
            "You found 3 of 3, and marked 1 too many",
        ),
        (
            (("Nobody", 3, "direct"), Q1, Q2, Q3),
            6 / 7,
            "right right right extra",
            "You found 3 of 3, and marked 1 too many",
        ),
    ],
)
def test_marks_earn_twice_their_credit_over_all_marks(
    material: Material,
    marks: tuple[tuple[str, int, str], ...],
    credit: float,
    verdicts: str,
    headline: str,
) -> None:
    outcome = QUESTION.score(marked(material, *marks), material)
    assert outcome.credit == pytest.approx(credit)
    assert sorted(part.verdict for part in outcome.parts) == sorted(verdicts.split())
    assert outcome.headline == headline


def test_each_mark_is_told_why_and_where(material: Material) -> None:
    answer = marked(material, ("sail at", 1, "direct"), ("“no boat”", 2, "direct"), ("safe", 2, ""))
    parts = QUESTION.score(answer, material).parts
    assert [(p.verdict, p.ref, p.label, p.text, p.look) for p in parts] == [
        (
            "partly",
            "0",
            "sail at",
            "It begins 1 word too late, and ends 1 word too early. "
            "Yours: *sail at*. The expert’s: *“We sail at noon,”*. one",
            (1,),
        ),
        (
            "partly",
            "1",
            "“no boat”",
            "The place is right. The expert calls it “Scare”. two",
            (2,),
        ),
        ("missing", None, "“the pier is old.”", "three", (2,)),
        ("extra", "2", "safe", "no quotation marks", (2,)),
    ]


def test_with_one_label_names_do_not_matter(material: Material) -> None:
    for label in ("", "direct"):
        answer = marked(material, *[(words, number, label) for words, number, _ in (Q1, Q2, Q3)])
        assert PLAIN.score(answer, material).credit == 1.0
    assert {mark.label for mark in PLAIN.key(material).marks or ()} == {""}


@pytest.mark.parametrize("marks", [None, ()])
def test_no_mark_earns_nothing(material: Material, marks: tuple[()] | None) -> None:
    outcome = QUESTION.score(MarkSpansAnswer(marks=marks), material)
    assert (outcome.credit, outcome.headline) == (0.0, "Nothing marked yet")


def test_the_key_leaves_out_what_is_optional(material: Material) -> None:
    assert QUESTION.key(material) == marked(material, Q1, Q2, Q3)


def test_marks_outside_the_paragraphs_asked_about_are_not_wanted(material: Material) -> None:
    first = msgspec.structs.replace(PLAIN, paragraphs=(1,), reasons={"Q1": Reason(why="one")})
    first.check(material)
    assert first.score(marked(material, Q1), material).credit == 1.0
    assert first.score(marked(material, Q1, Q2), material).credit == pytest.approx(2 / 3)


def test_a_record_of_several_pieces_is_marked_piece_by_piece(material: Material) -> None:
    question = msgspec.structs.replace(
        PLAIN, layer="reactions", reasons={"R1": Reason(why="he denies")}
    )
    question.check(material)
    key = marked(material, ("no boat", 2, ""), ("the pier is old", 2, ""))
    assert question.key(material) == key
    assert question.score(key, material).credit == 1.0
    half = question.score(marked(material, ("no boat", 2, "")), material)
    assert half.credit == pytest.approx(2 / 3)
    assert half.headline == "You found 1 of 2"
    assert [part.label for part in half.parts] == ["no boat", "the pier is old"]


@pytest.mark.parametrize(
    ("mark", "problem"),
    [
        ({"start": 4, "end": 2}, "expected 0 <= start <= end, got 4..2"),
        ({"start": -1, "end": 2}, "expected 0 <= start <= end, got -1..2"),
        ({"start": 1, "end": 2, "label": "irony"}, "there is no label 'irony'"),
        ({"start": 1.5, "end": 2}, "Expected `int`, got `float` - at `$.marks[0].start`"),
        ({"start": 1}, "Object missing required field `end` - at `$.marks[0]`"),
        ({"start": 1, "end": 2, "id": 1}, "Object contains unknown field `id` - at `$.marks[0]`"),
    ],
)
def test_what_is_no_mark_is_refused(mark: dict[str, object], problem: str) -> None:
    with pytest.raises(AnswerError) as caught:
        QUESTION.answer({"marks": [mark]})
    assert str(caught.value).endswith(problem)


def test_a_mark_beyond_the_text_is_one_too_many_and_nothing_worse(material: Material) -> None:
    answer = QUESTION.answer({"marks": [{"start": 10**6, "end": 10**6 + 5}]})
    assert QUESTION.score(answer, material).credit == 0.0


@pytest.mark.parametrize(
    ("changes", "problem"),
    [
        ({"reasons": {"Q1": Reason(why="x")}}, "there is no reason for the record 'Q2'"),
        (
            {"reasons": {**QUESTION.reasons, "Q9": Reason(why="x")}},
            "there is no record of the layer quotations in these paragraphs 'Q9'",
        ),
        ({"labels": FORMS[:2]}, "there is no label 'nested'"),
    ],
)
def test_reasons_and_labels_fit_the_reading(
    material: Material, changes: dict[str, object], problem: str
) -> None:
    with pytest.raises(ValueError, match=f"^{problem}$"):
        msgspec.structs.replace(QUESTION, **changes).check(material)


def test_an_excerpt_is_eight_words_long_at_most(material: Material) -> None:
    paragraph = material.article.paragraphs[1]
    long = Mark("m", (paragraph,))
    assert excerpt(material, long) == "Cy said that “no boat” was safe, and …"
    assert excerpt(material, Mark("m", (Span(0, 3), Span(4, 8)))) == "“We … sail"
