from typing import Any

import pytest

from accordingto.exercises import Material
from asked import question

ASKED = question("link attribution")


def record(material: Material, number: int, **roles: str) -> list[dict[str, Any]]:
    text = material.article.text
    return [
        {"start": text.index(words), "end": text.index(words) + len(words), "label": role}
        | {"record": number}
        for role, words in roles.items()
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
