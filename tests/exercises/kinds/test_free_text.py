import msgspec
import pytest

from accordingto.content import Content
from accordingto.exercises import AnswerError, Material, Outcome, Part, Sheet
from accordingto.exercises.kinds.free_text import (
    Criterion,
    FreeText,
    FreeTextAnswer,
    Level,
    Step,
)
from accordingto.widgets.views.free_text import meter, parts
from accordingto.widgets.views.free_text import said as said_in_words

QUESTION = FreeText(
    id="1.1",
    kind="free text",
    title="t",
    objective="o",
    prompt="p",
    rubric=(
        Level(marks=0, text="None.", sample="No."),
        Level(marks=2, text="Both.", sample="Bea says, Cy denies."),
    ),
    self_check=("who", "how"),
)
RUBRIC = (
    Part(verdict="note", label="2 of 2", text="Both. For example: Bea says, Cy denies."),
    Part(verdict="note", label="0 of 2", text="None. For example: No."),
)


@pytest.mark.parametrize("text", [None, "", " \n\t"])
def test_nothing_written_is_said(material: Material, text: str | None) -> None:
    expected = Outcome(credit=None, headline="Nothing written yet")
    assert QUESTION.score(FreeTextAnswer(text=text), material) == expected


def test_what_is_written_gets_no_credit_but_open_points_and_the_rubric(material: Material) -> None:
    outcome = QUESTION.score(FreeTextAnswer(text="She says.", checked=("how",)), material)
    still = Part(verdict="note", label="Still to check", text="who")
    assert outcome == Outcome(
        credit=None, headline="Kept. A person marks this one", parts=(still, *RUBRIC)
    )


def test_the_key_is_the_best_sample_with_every_point_ticked(material: Material) -> None:
    key = QUESTION.key(material)
    assert key == FreeTextAnswer(text="Bea says, Cy denies.", checked=("who", "how"))
    assert QUESTION.score(key, material).parts == RUBRIC


ASKED = msgspec.structs.replace(QUESTION, least=5, quote="page")
STILL = ("who", "how")
SAMPLES = {"Both. For example: Bea says, Cy denies.", "None. For example: No."}


def told(material: Material, question: FreeText, text: str, step: int = 1) -> Outcome:
    return question.told(FreeTextAnswer(text=text, checked=STILL), material, step)


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        (
            "asdf qwer",
            [
                "5 words or more are asked for; 2 words stand here.",
                "No words of the page are quoted: put some between quotation marks.",
            ],
        ),
        ("“no boat” she", ["5 words or more are asked for; 3 words stand here."]),
        (
            "Cy says that “a zebra” was safe.",
            ["No words of the page are quoted: put some between quotation marks."],
        ),
    ],
)
def test_the_samples_wait_for_an_answer_of_the_asked_length_that_quotes_the_page(
    material: Material, text: str, lacking: list[str]
) -> None:
    outcome = told(material, ASKED, text)
    assert outcome.headline == "Kept, and not done yet"
    assert [part.text for part in outcome.parts] == lacking
    assert not ASKED.complete(FreeTextAnswer(text=text), material)


def test_the_samples_come_after_such_an_answer_or_on_request(material: Material) -> None:
    text = "Cy says that “no boat” was safe."
    assert ASKED.complete(FreeTextAnswer(text=text), material)
    for outcome in (told(material, ASKED, text), told(material, ASKED, "asdf", step=3)):
        assert {part.text for part in outcome.parts} == SAMPLES


def test_of_a_page_of_ones_own_any_words_in_marks_will_do(material: Material) -> None:
    own = msgspec.structs.replace(ASKED, quote="own")
    assert not own.complete(FreeTextAnswer(text="one two three four five"), material)
    assert own.complete(FreeTextAnswer(text="one two three “a zebra” five"), material)


def test_a_best_sample_that_is_not_what_is_asked_for_is_refused(material: Material) -> None:
    with pytest.raises(ValueError, match=r"^its own best sample is not what is asked for: 5 w"):
        msgspec.structs.replace(ASKED, points=2).check(material)
    with pytest.raises(ValueError, match=r"^expected `least` to be no more than `limit`$"):
        msgspec.structs.replace(QUESTION, points=2, least=200).check(material)


def test_every_text_of_the_lessons_asks_for_some_words_and_for_quoted_ones() -> None:
    sheets = [Sheet.of(lesson) for lesson in Content.kit().lessons()]
    asked = {one.id: one for sheet in sheets for one in sheet if isinstance(one, FreeText)}
    assert {name for name, one in asked.items() if one.quote != "page"} == {"8.3", "8.10"}
    assert all(one.least >= 20 for one in asked.values())
    assert (asked["8.10"].least, asked["8.10"].limit, asked["8.10"].quote) == (350, 500, "own")


def test_what_is_typed_is_held_against_the_page_at_once() -> None:
    sheet = Sheet.of("04-inside-the-quotation-marks")
    asked, at = sheet["4.9"], sheet.home
    assert isinstance(asked, FreeText)
    typed = FreeTextAnswer(text="Rubio says “peace activist zebra” and “so-called peace activists”")
    assert meter(asked, typed, at) == "<p>“peace activist zebra” is not on the page.</p>"
    assert meter(asked, FreeTextAnswer(text="“so-called peace activists”"), at) is None
    assert (
        meter(asked, FreeTextAnswer(text="“<b>”"), at) == "<p>“&lt;b&gt;” is not on the page.</p>"
    )


def test_only_points_of_the_self_check_can_be_ticked() -> None:
    with pytest.raises(AnswerError, match=r"there is no point 'why'$"):
        QUESTION.answer({"text": "x", "checked": ["who", "why"]})


CRITERIA = (
    Criterion(
        id="claims",
        text="Claims traced",
        levels=(Step(marks=1, text="all"), Step(marks=0, text="none")),
    ),
    Criterion(id="fair", text="Fair", levels=(Step(marks=1, text="yes"), Step(marks=0, text="no"))),
)
BY_CRITERIA = msgspec.structs.replace(QUESTION, points=2, criteria=CRITERIA)


def test_a_writers_own_marks_are_added_up_and_what_is_left_is_said(material: Material) -> None:
    one = FreeTextAnswer(text="Bea says.", own={"claims": {"mark": "1"}})
    both = FreeTextAnswer(text="Bea says.", own={"claims": {"mark": "1"}, "fair": {"mark": "0"}})
    said = [BY_CRITERIA.score(answer, material).parts for answer in (one, both)]
    own = [[part.text for part in parts if part.label == "Your own marks"] for parts in said]
    assert own == [["1 of 2. Not marked yet: Fair."], ["1 of 2."]]
    assert said_in_words(BY_CRITERIA, both, material) == [
        ("Text", "Bea says."),
        ("Your own marks", "Claims traced 1, Fair 0"),
    ]


@pytest.mark.parametrize(
    "own", [{"other": {"mark": "1"}}, {"fair": {"mark": "2"}}, {"fair": {"slot": "1"}}]
)
def test_own_marks_are_of_a_criterion_and_no_more_than_it_gives(
    own: dict[str, dict[str, str]],
) -> None:
    with pytest.raises(AnswerError, match="there is no"):
        BY_CRITERIA.answer({"text": "x", "own": own})


def test_criteria_add_up_to_the_points(material: Material) -> None:
    BY_CRITERIA.check(material)
    wrong = msgspec.structs.replace(BY_CRITERIA, criteria=CRITERIA[:1])
    with pytest.raises(ValueError, match="expected criteria that add up to 2, and not 1"):
        wrong.check(material)


def test_marks_alone_are_no_answer_and_criteria_are_handed_out(material: Material) -> None:
    assert BY_CRITERIA.untouched(FreeTextAnswer(own={"fair": {"mark": "1"}}))
    handed_out = BY_CRITERIA.without_key()
    assert handed_out.criteria == CRITERIA
    assert handed_out.rubric == ()


def test_a_long_text_has_a_tall_field_and_its_criteria_below(material: Material) -> None:
    memo = Sheet.of("08-source-audit")["8.10"]
    assert isinstance(memo, FreeText)
    text, _, table = parts(memo, material)
    assert text["rows"] == 24
    assert [row["id"] for row in table["rows"]] == ["claims", "chains", "fair", "method", "figure"]
    assert "<em>4</em>: every one points to a paragraph" in table["rows"][0]["label"]
    assert [one["value"] for one in table["slots"][0]["options"]] == ["4", "3", "2", "1", "0"]
    assert [part["part"] for part in parts(QUESTION, material)] == ["text", "checks"]
