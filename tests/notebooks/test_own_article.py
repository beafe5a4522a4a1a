"""A reader's own article: pasted, or out of a file, and refused in one sentence."""

from pathlib import Path

import pytest
from IPython.core.interactiveshell import InteractiveShell

from accordingto import own_article
from accordingto.notebooks.own_article import ArticleError
from accordingto.pages.page import LONGEST

TEXT = "The pier is old, Bea Moor said on Monday.\n“We sail at noon,” Cy Vale told reporters.\n"


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
