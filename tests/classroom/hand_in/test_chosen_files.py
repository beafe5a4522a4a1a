"""Laws of what is taken from a zip, whatever it holds and however it is named."""

from __future__ import annotations

import io
import warnings
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from accordingto.classroom.hand_in.archives import inside
from accordingto.classroom.hand_in.chosen_files import MOST, handed

LESSON = "04-inside"
ENDS = st.sampled_from([".ipynb", ".json", ".IPYNB", ".zip", ".txt", ""])
NAMES = st.one_of(
    st.builds(str.__add__, st.text(max_size=12), ENDS),
    st.builds(
        lambda lead, end: f"{lead}{LESSON}{end}", st.sampled_from(["", "../", "/", "a\\"]), ENDS
    ),
)


def zipped(files: list[tuple[str, bytes]]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")  # two files of one name: hostile zips have them
        for name, data in files:
            archive.writestr(name.partition("\0")[0] or "nameless", data)
    return whole.getvalue()


@given(st.lists(st.tuples(NAMES, st.binary(max_size=9)), max_size=20))
def test_no_name_leads_anywhere_and_no_two_meet(files: list[tuple[str, bytes]]) -> None:
    found = handed(inside(zipped(files), "work.zip"), LESSON)
    for name in (*found.files, *found.came):
        *folders, own = name.split("/")
        assert folders in ([], ["answers"])
        assert own not in ("", ".", "..")
        assert not set(own) & set('\\:*?"<>|\0')
        assert len(own.encode()) < 255
    small = [name.casefold() for name in (*found.files, *found.came)]
    assert len(set(small)) == len(small) <= 2 * MOST


def test_a_long_name_is_cut_so_that_it_can_be_written() -> None:
    long = "\U0001d400" * 80  # a letter of four bytes
    for end, kind in ((".ipynb", "files"), (".rar", "came")):
        found = handed(inside(zipped([(long + end, b"{}")]), "work.zip"), LESSON)
        assert list(getattr(found, kind)) == [long[: (200 - len(end)) // 4] + end]


@given(st.lists(st.tuples(NAMES, st.binary(max_size=9)), max_size=20))
def test_every_byte_that_is_taken_was_handed_in(files: list[tuple[str, bytes]]) -> None:
    found = handed(inside(zipped(files), "work.zip"), LESSON)
    assert set(found.files.values()) <= {data for _, data in files}


@given(st.binary(max_size=200))
def test_whatever_bytes_are_called_a_zip_a_sentence_comes_back(data: bytes) -> None:
    from accordingto.classroom.hand_in.archives import Member

    found = handed([Member("work.zip", lambda limit: data)], LESSON)
    assert found.files == {}
    assert found.came == {"work.zip": data}
    assert found.sentences == ["Left out: work.zip is cut off or no zip."] or data[:4] in (
        b"PK\x05\x06",
        b"PK\x03\x04",
    )
