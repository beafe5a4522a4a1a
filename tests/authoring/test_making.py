"""A lesson written into a working copy, and written again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from accordingto.authoring.making import NoRoomForLesson, made
from accordingto.authoring.plan import NoLessonInIt
from accordingto.authoring.telling import told
from accordingto.cli import main
from accordingto.content import MANIFEST, Content, NoArticle
from accordingto.exercises import Sheet
from accordingto.notebooks.build import student_page
from accordingto.pages.blocks import Origin
from accordingto.pages.folder import keep
from accordingto.pages.page import Page
from accordingto.readings import read_written
from made_lessons import INVENTED, PAGES

NAME = "09-dam-at-orrin"


@pytest.fixture
def kit(tmp_path: Path) -> Content:
    """A working copy, with the three pages in it as `accordingto article --reading` keeps them."""
    (tmp_path / MANIFEST).write_text("{}", encoding="utf-8")
    for name in INVENTED:
        article, reading = read_written(PAGES / name)
        page = Page(tuple(article.text.strip().splitlines()), (), Origin(), ())
        origin = Origin(title=name.replace("-", " ").capitalize(), outlet="The Test")
        keep(page, tmp_path / "seeds", origin=origin, name=name, reading=reading)
    return Content(tmp_path)


def changed(content: Content, file: str) -> str:
    path = content.root / file
    path.write_text(path.read_text("utf-8") + "# mine\n", encoding="utf-8")
    return path.read_text("utf-8")


@pytest.mark.parametrize("name", INVENTED)
@pytest.mark.parametrize("minutes", [25, 50])
def test_the_sources_are_a_lesson_like_any_other(name: str, minutes: int, kit: Content) -> None:
    lesson = made(name, kit, minutes=minutes)
    sheet = Sheet.of(lesson.name, kit)
    page = json.loads(student_page(lesson.page, kit))
    asked = [cell["source"] for cell in page["cells"] if cell["source"].startswith('ask("')]
    assert asked == [f'ask("{one}")' for one in sheet.questions]
    assert set(sheet.objectives) == {one.objective for one in sheet}
    assert len(list(sheet)) >= (10 if minutes == 50 else 4)
    assert len({one.kind for one in sheet}) >= (6 if minutes == 50 else 4)
    assert sum(part.minutes for part in lesson.plan.parts) + lesson.plan.reading <= minutes
    guide = (kit.root / "lessons" / "guides" / f"{lesson.name}.md").read_text("utf-8")
    for left in lesson.plan.left_out.items():
        assert f"| {left[0]} | {left[1]} |" in guide
    assert f"## Rubric for {list(sheet.questions)[-1]}" in guide


def test_each_side_is_asked_the_same_question(kit: Content) -> None:
    sheet = Sheet.of(made("dam-at-orrin", kit, only=["ways"]).name, kit)
    first, second = (one.prompt for one in sheet)
    assert first.replace("Lucia Ferrante", "Paul Adeyemi") == second


def test_a_second_run_writes_the_same_and_says_so(kit: Content) -> None:
    first = made("dam-at-orrin", kit)
    before = {path: path.read_bytes() for path in kit.root.rglob("*") if path.is_file()}
    again = made("dam-at-orrin", kit)
    assert again.name == first.name == NAME
    assert before == {path: path.read_bytes() for path in kit.root.rglob("*") if path.is_file()}
    assert made("pharmacist-on-trial", kit).name == "10-pharmacist-on-trial"


@pytest.mark.parametrize(
    "file", [f"exercises/{NAME}.yaml", f"lessons/{NAME}.md", f"lessons/guides/{NAME}.md"]
)
def test_what_a_teacher_changed_is_left_alone_and_put_aside_only_when_asked(
    file: str, kit: Content
) -> None:
    made("dam-at-orrin", kit)
    mine = changed(kit, file)
    again = made("dam-at-orrin", kit, minutes=25)
    assert again.changed == (file,)
    assert (kit.root / file).read_text("utf-8") == mine
    assert "minutes: 50" in (kit.root / "lessons" / f"{NAME}.md").read_text("utf-8")
    assert next(told(again)).startswith(f"Left as you changed it: {file}. Nothing was written.")
    anew = made("dam-at-orrin", kit, minutes=25, anew=True)
    assert [(kit.root / one).read_text("utf-8") for one in anew.set_aside] == [mine]
    assert "minutes: 25" in (kit.root / "lessons" / f"{NAME}.md").read_text("utf-8")
    assert Sheet.of(NAME, kit)


def test_only_takes_makers_and_kinds_and_says_a_likely_name(kit: Content) -> None:
    lesson = made("dam-at-orrin", kit, only=["chain", "select all"])
    assert {part.maker.name for part in lesson.plan.parts} >= {"chain", "told", "ways"}
    assert {part.maker.kind for part in lesson.plan.parts} == {"chain", "select all"}
    with pytest.raises(NoLessonInIt, match="nothing is called 'chian'; did you mean 'chain'"):
        made("dam-at-orrin", kit, only=["chian"])


def test_a_page_that_bears_nothing_is_one_sentence(kit: Content) -> None:
    page = Page(("Rain fell on the hills all day.",), (), Origin(), ())
    keep(page, kit.root / "seeds", origin=Origin(title="Rain"), name="rain")
    with pytest.raises(NoLessonInIt, match="the page rain has no statement: nobody is said"):
        made("rain", kit)
    with pytest.raises(NoLessonInIt, match="cannot bear a lesson: silent: nobody is named"):
        made("dam-at-orrin", kit, only=["silent"])
    assert not list(kit.root.glob("exercises/*rain*"))


def test_it_is_said_where_there_is_no_copy_and_no_page(kit: Content, tmp_path: Path) -> None:
    with pytest.raises(NoArticle, match="there is no article 'none'"):
        made("none", kit)
    with pytest.raises(NoRoomForLesson, match="is no working copy: make one with"):
        made("dam-at-orrin", Content(tmp_path / "elsewhere"))


def test_of_an_uncorrected_draft_it_is_said_and_its_keys_are_called_wrong_where_it_was(
    kit: Content,
) -> None:
    article, _ = read_written(PAGES / "bees-and-the-lamp")
    lines = tuple(article.text.splitlines()[:0:-1])  # another page, for its order is another
    keep(Page(lines, (), Origin(), ()), kit.root / "seeds", origin=Origin(), name="bees-again")
    lesson = made("bees-again", kit)
    assert lesson.is_draft
    assert list(told(lesson))[-1].startswith("Nobody has corrected this page’s reading yet.")
    guide = (kit.root / "lessons" / "guides" / f"{lesson.name}.md").read_text("utf-8")
    assert "**Nobody has corrected this reading yet.**" in guide
    assert not made("bees-and-the-lamp", kit).is_draft


def test_the_command_says_what_was_left_out_and_refuses_in_one_sentence(
    kit: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["lesson", "nothing", "--kit", str(kit.root)]) == 2
    assert capsys.readouterr().err.startswith("accordingto lesson: there is no article 'nothing'")
    made("dam-at-orrin", kit)
    changed(kit, f"lessons/{NAME}.md")
    assert main(["lesson", "dam-at-orrin", "--kit", str(kit.root)]) == 1
    assert capsys.readouterr().out.startswith(f"Left as you changed it: lessons/{NAME}.md.")
