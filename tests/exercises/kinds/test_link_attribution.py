from typing import Any

import pytest

from accordingto.exercises import Material, Sheet
from asked import question

ASKED = question("link attribution")


def record(
    material: Material, number: int, begin: int = 0, /, **roles: str
) -> list[dict[str, Any]]:
    """The first place of each role's words from `begin` on."""
    places = {role: material.article.text.index(words, begin) for role, words in roles.items()}
    return [
        {"start": start, "end": start + len(roles[role]), "label": role, "record": number}
        for role, start in places.items()
    ]


def test_three_roles_count_a_third_each_and_what_is_missed_counts_too(material: Material) -> None:
    marks = record(material, 7, source="Bea", cue="said", content="sail at")
    outcome = ASKED.score(ASKED.answer({"marks": marks}), material)
    assert outcome.headline == "You found 0 of 2, 1 in part"
    # content: 2 of its 4 words, F .67, so half; the other attribution is missed
    assert outcome.credit == pytest.approx(2 * ((1 + 1 + 0.5) / 3) / 3)
    assert [(part.verdict, part.label, part.text) for part in outcome.parts] == [
        (
            "partly",
            "Statement 7",
            "The content begins 1 word too late, and ends 1 word too early. "
            "Yours: *sail at*. The expert’s: *“We sail at noon,”*. w",
        ),
        ("missing", "said", "w"),
    ]


def test_a_source_of_one_attribution_with_the_cue_of_another_is_not_whole(
    material: Material,
) -> None:
    mixed = record(material, 1, source="Cy", cue="said", content="“We sail at noon,”")
    outcome = ASKED.score(ASKED.answer({"marks": mixed}), material)
    assert outcome.parts[0].text == "The source is another one. The source is *Bea*. w"
    assert outcome.parts[0].early == "The source is another one."
    assert outcome.credit == pytest.approx(2 * (2 / 3) / 3)


def test_a_record_of_nothing_is_one_too_many(material: Material) -> None:
    marks = [*record(material, 1, source="Bea", cue="said", content="“We sail at noon,”")]
    marks += record(material, 2, cue="Nobody")
    outcome = ASKED.score(ASKED.answer({"marks": marks}), material)
    assert outcome.headline == "You found 1 of 2, and marked 1 too many"
    assert outcome.credit == pytest.approx(2 * 1 / (2 + 1 + 1))
    assert (outcome.parts[-1].verdict, outcome.parts[-1].ref) == ("extra", "3")


def test_content_in_two_pieces_is_two_marks_of_one_record(material: Material) -> None:
    key = ASKED.key(material)
    second = [mark for mark in key.marks if mark.record == 2]
    assert [mark.label for mark in second] == ["source", "cue", "content", "content"]


SHEET = Sheet.of("02-who-says-so")
LESSON: Any = SHEET["2.2"]
HOME = SHEET.material(LESSON)
KIRBY = {
    "cue": "said",
    "content": "the United States would continue to defend Israel "
    "but did not want to escalate conflict in the region",
}
IRAN = {
    "source": "Iran",
    "content": "it will respond with an even stronger attack "
    "if Israel or the United States retaliates",
}
SHOWN = "*John Kirby, the spokesman for … Biden’s National Security Council,*."
HEAD = f"You have the head of the source; the expert marks the whole phrase, {SHOWN} "


def told(paragraph: int, **roles: str) -> tuple[str, str]:
    """The verdict on one record of 2.2, and what is said of it before the reason."""
    begin = HOME.article.paragraphs[paragraph - 1].start
    marks = record(HOME, 1, begin, **roles)
    part = LESSON.score(LESSON.answer({"marks": marks}), HOME).parts[0]
    reason = LESSON.reasons[{3: "A03", 11: "A16"}[paragraph]]
    return part.verdict, part.text.removesuffix(reason.why)


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("John Kirby, the spokesman for Joe Biden’s National Security Council", ("right", "")),
        ("John Kirby", ("right", HEAD)),
        ("John Kirby, the spokesman", ("right", HEAD)),
        # no name, half of a name, and the name with words that are not the source's
        (
            "Joe Biden’s National Security Council",
            (
                "partly",
                "The source begins 5 words too late, and ends too early: it leaves out “,”. "
                f"Yours: *Joe Biden’s National Security Council*. The expert’s: {SHOWN} ",
            ),
        ),
        (
            "Kirby, the spokesman",
            (
                "partly",
                "The source begins 1 word too late, and ends 6 words too early. "
                f"Yours: *Kirby, the spokesman*. The expert’s: {SHOWN} ",
            ),
        ),
        (
            "talkshows, John Kirby",
            (
                "partly",
                "The source begins 1 word too early, and ends 8 words too early. "
                f"Yours: *talkshows, John Kirby*. The expert’s: {SHOWN} ",
            ),
        ),
    ],
)
def test_the_name_is_enough_of_a_source_and_other_words_are_not(
    source: str, said: tuple[str, str]
) -> None:
    assert told(3, source=source, **KIRBY) == said


def test_the_verb_is_enough_of_a_cue_and_a_helping_verb_is_not() -> None:
    head = "You have the head of the cue; the expert marks the whole phrase, *has warned*. "
    assert told(11, cue="warned", **IRAN) == ("right", head)
    assert told(11, cue="has warned", **IRAN) == ("right", "")
    texts = "Yours: *{}*. The expert’s: *has warned*. "
    assert told(11, cue="has", **IRAN) == (
        "partly",
        "The cue begins where the expert’s does, and ends 1 word too early. " + texts.format("has"),
    )
    assert told(11, cue="warned it", **IRAN) == (
        "partly",
        "The cue begins 1 word too late, and ends 1 word too late. " + texts.format("warned it"),
    )


def test_of_content_no_part_is_enough() -> None:
    verdict, said = told(11, source="Iran", cue="has warned", content="it will respond")
    assert verdict == "partly"
    assert said == (
        "The content begins where the expert’s does, and ends 12 words too early. "
        "Yours: *it will respond*. "
        "The expert’s: *it will respond with an … the United States retaliates*. "
    )


def parts(*marks: tuple[int, int, dict[str, str]]) -> list[tuple[str, str, str | None, str]]:
    """What is said of statements in 2.2: their number, their paragraph and their roles."""
    given = [
        mark
        for number, paragraph, roles in marks
        for mark in record(HOME, number, HOME.article.paragraphs[paragraph - 1].start, **roles)
    ]
    outcome = LESSON.score(LESSON.answer({"marks": given}), HOME)
    return [(part.verdict, part.label, part.early, part.text) for part in outcome.parts]


def test_marks_of_a_second_statement_in_the_first_are_not_called_missing() -> None:
    second = {"source": "Iran", "cue": "has warned"}
    kirby, iran = parts((1, 3, {"source": "John Kirby", **KIRBY}), (1, 11, second))
    assert kirby[:2] == ("partly", "Statement 1")
    assert iran[:3] == (
        "near",
        "Statement 1",
        "You have *has warned* as the cue of statement 1. "
        "Another statement begins here: give it a number of its own.",
    )
    assert iran[3].endswith("“Has warned” is the cue.")


def test_what_is_marked_as_something_else_is_not_called_missing() -> None:
    [iran] = [one for one in parts((1, 11, {"source": "has warned"})) if one[0] != "missing"]
    assert iran[:3] == (
        "near",
        "Statement 1",
        "The expert marks a statement here in another way.",
    )
    assert "Cue: *has warned*." in iran[3]


def test_a_part_that_stands_in_another_role_is_said_where_it_stands() -> None:
    [iran] = [
        one
        for one in parts((4, 11, {"source": "Iran", "content": "has warned"}))
        if one[0] != "missing"
    ]
    assert iran[2] == (
        "No cue is marked in it. You have *has warned* as the content of statement 4. "
        "The content is another one."
    )


def test_the_words_of_one_statement_in_two_are_said_to_belong_together() -> None:
    whole = {"source": "Iran", "cue": "has warned", "content": IRAN["content"]}
    told = parts((1, 11, whole), (2, 11, {"source": "Iran"}))
    assert ("extra", "Statement 2") in [one[:2] for one in told]
    [extra] = [one for one in told if one[0] == "extra"]
    assert extra[3] == "These words belong to the statement that you have as number 1."
