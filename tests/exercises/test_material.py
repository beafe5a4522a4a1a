import pytest

from accordingto.exercises import Material
from accordingto.text import Span


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
