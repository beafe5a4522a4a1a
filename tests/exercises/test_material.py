from pathlib import Path

import pytest

from accordingto.content import Content
from accordingto.exercises import Material
from accordingto.exercises.material import Materials
from accordingto.text import Span
from accordingto.yamlfile import ContentError


@pytest.mark.parametrize(
    ("pointer", "value"),
    [
        ("Q1.form", "direct"),
        ("A1.origin.name", "Bea"),
        ("A1.conduits.0.type", "outlet"),
        ("R1.stance", "oppose"),
    ],
)
def test_a_pointer_gives_the_word_that_stands_there(
    material: Material, pointer: str, value: str
) -> None:
    assert material.value(pointer) == value


@pytest.mark.parametrize(
    ("pointer", "problem"),
    [
        ("Q9.form", "the reading of ferry has no record 'Q9'"),
        ("", "the reading of ferry has no record ''"),
        ("Q1", "Q1: expected a word there, got Quotation"),
        ("Q1.speaker", "Q1.speaker: expected a word there, got None"),
        ("Q1.fom", "Q1.fom: there is no 'fom'; did you mean 'form'?"),
        ("Q1.speaker.name", "Q1.speaker.name: there is no 'name'"),
        ("Q1.closed", "Q1.closed: expected a word there, got True"),
        ("A1.conduits.1.type", "A1.conduits.1.type: there is no '1'"),
        ("A1.origin.0", "A1.origin.0: there is no '0'"),
        ("Q1.form.0", "Q1.form.0: there is no '0'"),
        ("A1.conduits.²", "A1.conduits.²: there is no '²'"),
    ],
)
def test_a_pointer_to_no_word_is_refused(material: Material, pointer: str, problem: str) -> None:
    with pytest.raises(LookupError) as caught:
        material.value(pointer)
    assert str(caught.value.args[0]).startswith(problem)


def test_records_of_every_layer_are_found_by_id(material: Material) -> None:
    assert list(material.records) == ["Q1", "Q2", "Q3", "Q4", "A1", "A2", "R1"]
    assert material.records["R1"].actor == "Cy"


def test_paragraphs_of_spans_are_each_named_once_in_order(material: Material) -> None:
    second = material.article.paragraphs[1].start
    spans = (Span(second + 3, second + 4), Span(0, 2), Span(second, second + 1))
    assert material.paragraphs_of(spans) == (1, 2)
    assert material.paragraphs_of(()) == ()


def test_an_unknown_article_is_refused_with_those_there_are() -> None:
    with pytest.raises(LookupError, match=r"there is no article 'fery' in seeds/; there are "):
        Material.of("fery")


def test_of_many_articles_each_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    for name, reading in (("pier", "article: pier\nreader: expert\n"), ("torn", "article: [")):
        (tmp_path / "seeds" / name).mkdir(parents=True)
        (tmp_path / "seeds" / name / "article.txt").write_text(f"The {name}.\n", encoding="utf-8")
        (tmp_path / "seeds" / name / "reading.yaml").write_text(reading, encoding="utf-8")
    materials = Materials(["pier", "torn"], Content(tmp_path))
    assert list(materials) == ["pier", "torn"]
    assert len(materials) == 2
    assert materials["pier"].article.text == "The pier.\n"
    assert materials["pier"] is materials["pier"]
    with pytest.raises(ContentError, match=r"torn.reading\.yaml, line 1: not YAML"):
        materials["torn"]
    with pytest.raises(KeyError):
        materials["white-house-israel-iran"]
