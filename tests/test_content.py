"""Where content is: the root's own lies over the kit's, and the entry point chooses the root."""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.content import MANIFEST, VARIABLE, Content

KIT = Content.kit()


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """A root with one lesson and one article of its own, and its own words for one of the kit's."""
    for name in (
        "exercises/00-start-here.yaml",
        "exercises/01-boats.yaml",
        "lessons/01-boats.md",
        "notebooks/01-boats.ipynb",
        "notebooks/00-start-here.ipynb",
        "seeds/ferry/article.txt",
        MANIFEST,
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("mine", encoding="utf-8")
    (tmp_path / "seeds" / "notes").mkdir()
    return tmp_path


def test_what_the_root_has_is_taken_and_the_rest_is_the_kits(own: Path) -> None:
    content = Content(own)
    assert content.sheet("01-boats") == own / "exercises" / "01-boats.yaml"
    assert content.sheet("00-start-here") == own / "exercises" / "00-start-here.yaml"
    assert content.sheet("gallery") == KIT.sheet("gallery")
    assert content.seed("ferry") == own / "seeds" / "ferry"
    assert content.seed("harbour-ferry") == KIT.root / "seeds" / "harbour-ferry"
    assert content.glossary() == KIT.root / "lessons" / "glossary.md"
    (own / "lessons" / "glossary.md").write_text("mine", encoding="utf-8")
    assert content.glossary() == own / "lessons" / "glossary.md"


def test_a_notebook_somebody_works_in_is_not_the_one_that_is_handed_out(own: Path) -> None:
    assert Content(own).notebook("01-boats") == own / "notebooks" / "01-boats.ipynb"
    handed_out = KIT.root / "notebooks" / "00-start-here.ipynb"
    assert Content(own).notebook("00-start-here") == handed_out


def test_lessons_of_both_stand_in_one_order_each_once(own: Path) -> None:
    assert Content(own).lessons() == sorted([*KIT.lessons(), "01-boats"])
    assert Content(own).lessons(before="01-what-is-this-text") == ["00-start-here", "01-boats"]
    assert KIT.lessons(before="00-start-here") == []
    assert len(KIT.lessons()) == 9


def test_what_is_nowhere_is_said_with_what_there_is(own: Path) -> None:
    lessons = ", ".join(sorted([*KIT.lessons(), "01-boats"]))
    with pytest.raises(LookupError) as caught:
        Content(own).sheet("99-none")
    assert str(caught.value) == f"there is no lesson '99-none'; there are {lessons}"
    kits = [path.parent.name for path in KIT.root.glob("seeds/*/article.txt")]
    articles = ", ".join(sorted([*kits, "ferry"]))
    with pytest.raises(LookupError) as caught:
        Content(own).seed("notes")
    assert str(caught.value) == f"there is no article 'notes' in seeds/; there are {articles}"
    (own / "notebooks" / "01-boats.ipynb").unlink()
    with pytest.raises(LookupError, match="lesson '01-boats' has no notebook yet"):
        Content(own).notebook("01-boats")


def test_work_in_a_copy_has_the_copys_content_and_elsewhere_the_kits(
    own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    deeper = own / "notebooks" / "solutions"
    deeper.mkdir()
    assert Content.around(deeper) == Content.around(own) == Content(own)
    assert Content.around(own.parent) == KIT
    monkeypatch.chdir(deeper)
    assert Content.around(Path()) == Content(own)
    monkeypatch.setenv(VARIABLE, "elsewhere")
    assert Content.around(deeper) == Content(Path("elsewhere"))
    monkeypatch.setenv(VARIABLE, "")
    assert Content.around(deeper) == Content(own)
