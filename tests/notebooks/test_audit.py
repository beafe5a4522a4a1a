from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell

from accordingto import own_article
from accordingto.exercises import AnswerStore
from accordingto.notebooks.audit import LONGEST, ArticleError, Audit
from accordingto.readings import Link, Reading
from accordingto.text import Span

TEXT = "The pier is old, Bea Moor said on Monday.\n“We sail at noon,” Cy Vale told reporters.\n"


@pytest.fixture(autouse=True)
def unseen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("accordingto.notebooks.live.LiveExercise.show", lambda self: None)


def sources(reading: Reading) -> list[str]:
    return [TEXT[piece.start : piece.end] for one in reading.attributions for piece in one.source]


def test_a_pasted_text_and_a_file_are_the_same_article(tmp_path: Path) -> None:
    path = tmp_path / "mine.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert own_article(text=TEXT) == own_article(file=path) == own_article(file=str(path))
    assert own_article(text=TEXT).id != own_article(text=TEXT + "!").id


def test_what_is_no_article_is_refused_in_one_sentence(tmp_path: Path) -> None:
    binary = tmp_path / "picture.txt"
    binary.write_bytes(b"\x89PNG\xff\x00")
    with pytest.raises(ArticleError, match="takes a text or a file"):
        own_article()
    with pytest.raises(ArticleError, match="takes a text or a file"):
        own_article(text="a", file="b")
    with pytest.raises(ArticleError, match="the article is empty"):
        own_article(text=" \n ")
    with pytest.raises(ArticleError, match=r"has 20,001 characters, and at most 20,000"):
        own_article(text="a" * (LONGEST + 1))
    with pytest.raises(ArticleError, match=r"picture\.txt"):
        own_article(file=binary)
    for path in (tmp_path / "none.txt", tmp_path):
        with pytest.raises(ArticleError, match="put it beside the notebook, or paste"):
            own_article(file=path)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", r"page\.txt: empty, there is nothing to read"),
        ("Bea said: caf\xe9.".encode("latin-1"), r"page\.txt: not UTF-8 text, byte 13 cannot"),
        ("Bea said no.".encode("utf-16"), r"page\.txt: UTF-16 text, save it as UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_says_so(tmp_path: Path, data: bytes, sentence: str) -> None:
    (tmp_path / "page.txt").write_bytes(data)
    with pytest.raises(ArticleError, match=sentence):
        own_article(file=tmp_path / "page.txt")


def test_a_notebook_shows_the_sentence_and_no_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    shell = InteractiveShell()
    done = shell.run_cell("from accordingto import own_article\nown_article(text=' ')")
    assert isinstance(done.error_in_exec, ArticleError)
    told = capsys.readouterr()
    assert told.out + told.err == "the article is empty: paste its text, one paragraph a line\n"


@pytest.mark.parametrize("text", ["Bea said \ud83e.", "Bea\0said."])
def test_a_pasted_text_that_could_not_be_kept_is_refused(text: str) -> None:
    with pytest.raises(ArticleError, match=r"^the pasted text: not "):
        own_article(text=text)


def test_the_machine_drafts_and_the_draft_is_kept(tmp_path: Path) -> None:
    audit = Audit(own_article(text=TEXT), tmp_path)
    assert sources(audit.reading) == ["Bea Moor", "Cy Vale"]
    kept = AnswerStore(tmp_path / f"audit-{audit.article.id}.json").entry("Draft")
    assert kept is not None
    assert {mark["record"] for mark in kept.answer["marks"]} == {1, 2}


def test_a_correction_counts_and_is_found_again(tmp_path: Path) -> None:
    article = own_article(text=TEXT)
    audit = Audit(article, tmp_path)
    start = TEXT.index("reporters")
    marks = [
        {"start": start, "end": start + 9, "label": "source", "record": 3},
        {"start": 0, "end": 15, "label": "content", "record": 1},
    ]
    audit._lesson.answer("Draft", {"marks": marks})
    again = Audit(article, tmp_path).reading
    assert sources(again) == ["reporters"]
    assert [one.id for one in again.attributions] == ["M01", "M03"]
    assert again.attributions[0].content[0].end == 15


def test_whose_words_they_are_follows_the_corrected_source(tmp_path: Path) -> None:
    text = "Ann Berg, the mayor, said it was late.\nCarl Dorn, a teacher, heard it.\nIt rained.\n"
    audit = Audit(own_article(text=text), tmp_path)
    [drafted] = audit.reading.attributions
    assert drafted.origin
    assert drafted.origin.name == "Ann Berg"
    start, content = text.index("Carl Dorn"), text.index("it was late")
    marks = [
        {"start": start, "end": start + 9, "label": "source", "record": 1},
        {"start": content, "end": content + 11, "label": "content", "record": 1},
    ]
    audit._lesson.answer("Draft", {"marks": marks})
    [corrected] = audit.reading.attributions
    assert corrected.origin == Link(
        name="Carl Dorn", type="named person", spans=(Span(start, start + 9),)
    )
    audit._lesson.answer("Draft", {"marks": marks[1:]})
    [nobodys] = audit.reading.attributions
    assert nobodys.origin is None


def test_an_article_that_is_all_talk_is_refused_in_one_sentence(tmp_path: Path) -> None:
    text = "\n".join(f"“Yes,” said Ann {number}." for number in range(600))
    with pytest.raises(ArticleError, match=r"^the machine marks 1,800 places .* at most 1,500 can"):
        Audit(own_article(text=text), tmp_path)


def test_an_article_in_which_nothing_is_found_gives_an_empty_draft(tmp_path: Path) -> None:
    assert (
        Audit(own_article(text="It rained.\nIt rained again."), tmp_path).reading.attributions == ()
    )
