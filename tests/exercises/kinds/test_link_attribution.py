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
    assert outcome.headline == "You found 1 of 2"
    # content: 2 of its 4 words, F .67, so half; the other attribution is missed
    assert outcome.credit == pytest.approx(2 * ((1 + 1 + 0.5) / 3) / 3)
    assert [(part.verdict, part.label, part.text) for part in outcome.parts] == [
        ("partly", "Record 7", "The content is *“We sail at noon,”*. w"),
        ("missing", "said", "w"),
    ]


def test_a_source_of_one_attribution_with_the_cue_of_another_is_not_whole(
    material: Material,
) -> None:
    mixed = record(material, 1, source="Cy", cue="said", content="“We sail at noon,”")
    outcome = ASKED.score(ASKED.answer({"marks": mixed}), material)
    assert outcome.parts[0].text == "The source is *Bea*. w"
    assert outcome.credit == pytest.approx(2 * (2 / 3) / 3)


def test_a_record_of_nothing_is_one_too_many(material: Material) -> None:
    marks = [*record(material, 1, source="Bea", cue="said", content="“We sail at noon,”")]
    marks += record(material, 2, cue="Nobody")
    outcome = ASKED.score(ASKED.answer({"marks": marks}), material)
    assert outcome.headline == "You found 1 of 2, and marked 1 more"
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
SHOWN = "*John Kirby, the spokesman for Joe Biden’s National …*."
HEAD = f"You have the head of the source; the expert marks the whole phrase, {SHOWN} "
WHOLE = f"The source is {SHOWN} "


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
        ("Joe Biden’s National Security Council", ("partly", WHOLE)),
        ("Kirby, the spokesman", ("partly", WHOLE)),
        ("talkshows, John Kirby", ("partly", WHOLE)),
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
    assert told(11, cue="has", **IRAN) == ("partly", "The cue is *has warned*. ")
    assert told(11, cue="warned it", **IRAN) == ("partly", "The cue is *has warned*. ")


def test_of_content_no_part_is_enough() -> None:
    verdict, said = told(11, source="Iran", cue="has warned", content="it will respond")
    assert verdict == "partly"
    assert said == "The content is *it will respond with an even stronger attack …*. "
