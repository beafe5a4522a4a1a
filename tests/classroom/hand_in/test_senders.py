"""Names as each platform's own source, or its help, says that they are written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from accordingto.classroom.hand_in.senders import Sender, own_patterns, ranked, sender
from accordingto.yamlfile import ContentError

LESSON = "04-inside-the-quotation-marks"
TIME = "2026-05-05-13-30-59"


def canvas(name: str, person: str = "37", *, late: bool = False) -> Sender:
    return Sender(name, person=person, number=person, platform="Canvas", late=late)


def moodle(name: str, number: str = "812") -> Sender:
    return Sender(name, number=number, platform="Moodle")


def anonymous(number: str, *, late: bool = False) -> Sender:
    return Sender("anon", number=number, platform="Canvas, anonymous", late=late)


def blackboard(number: str) -> Sender:
    name = number.rsplit("_", 1)[1]
    return Sender(name, number=number, at=TIME, platform="Blackboard")


CANVAS = {  # lib/content_zipper.rb at 05e9653, read on 28 November 2026
    "lundann_37_7786_hw.zip": (canvas("lundann"), "hw.zip"),
    "lundann_LATE_37_7786_hw.zip": (canvas("lundann", late=True), "hw.zip"),
    "jane_doe_1001_2_hw.zip": (canvas("jane_doe", "1001"), "hw.zip"),
    "_37_7786_hw.zip": (canvas(""), "hw.zip"),
    "ångströmzoë_37_7786_hw.zip": (canvas("ångströmzoë"), "hw.zip"),
    "李雷_37_7786_hw.zip": (canvas("李雷"), "hw.zip"),
    "lundann_37_7786_hw-1.zip": (canvas("lundann"), "hw-1.zip"),
    "lundann_37_7786_ben_38_7787_hw.zip": (canvas("lundann"), "ben_38_7787_hw.zip"),
    "lundann_37_text.html": (canvas("lundann"), "text.html"),
    "lundann_LATE_37_link.html": (canvas("lundann", late=True), "link.html"),
    "lundann_37_7786_text.html": (canvas("lundann"), "text.html"),
    f"lundann_37_7786_Week 4_s002_attempt_{TIME}_hw.zip": (
        canvas("lundann"),
        f"Week 4_s002_attempt_{TIME}_hw.zip",
    ),
    "lundann_37_7786_Ben Ek_812_assignsubmission_file_hw.zip": (
        canvas("lundann"),
        "Ben Ek_812_assignsubmission_file_hw.zip",
    ),
    f"lundann_37_7786_ben_{LESSON}.zip": (canvas("lundann"), f"ben_{LESSON}.zip"),
}
ANONYMOUS = {  # the same source
    "anon_aB3xK_2_hw.zip": (anonymous("aB3xK"), "hw.zip"),
    "LATE_anon_aB3xZ_7785_hw.zip": (anonymous("aB3xZ", late=True), "hw.zip"),
    "anon_12345_7785_hw.zip": (anonymous("12345"), "hw.zip"),
    "anon_aB3xZ_text.html": (anonymous("aB3xZ"), "text.html"),
    "anon_aB3xZ_7785_37_2_hw.zip": (anonymous("aB3xZ"), "37_2_hw.zip"),
}
MOODLE = {  # public/mod/assign/classes/downloader.php at b1b5f26, read on 28 November 2026
    "Ann Lund_812_assignsubmission_file_essay.ipynb": (moodle("Ann Lund"), "essay.ipynb"),
    "Ann Lund_812_assignsubmission_file/essay.ipynb": (moodle("Ann Lund"), "essay.ipynb"),
    "Ann Lund_812_assignsubmission_file_/essay.ipynb": (moodle("Ann Lund"), "essay.ipynb"),
    "Ann Lund_812_assignsubmission_file/a/b_1.zip": (moodle("Ann Lund"), "a/b_1.zip"),
    "Zoë O Hara_812_assignsubmission_file/hw.zip": (moodle("Zoë O Hara"), "hw.zip"),
    "Zoe\u0308 Ek_812_assignsubmission_file/hw.zip": (moodle("Zoë Ek"), "hw.zip"),
    "Participant_812_assignsubmission_file/hw.zip": (moodle("Participant"), "hw.zip"),
    "Team A_7_assignsubmission_file/hw.zip": (moodle("Team A", "7"), "hw.zip"),
    "Default group_assignsubmission_file/hw.zip": (moodle("Default group", ""), "hw.zip"),
    "Default group_assignsubmission_file_hw.zip": (moodle("Default group", ""), "hw.zip"),
    "Ann Lund_812_assignsubmission_onlinetext/onlinetext.html": (
        moodle("Ann Lund"),
        "onlinetext.html",
    ),
    "all/Ann Lund_812_assignsubmission_file_/w.zip": (moodle("Ann Lund"), "w.zip"),
    "Ann Lund_812_assignsubmission_file/Ben Ek_813_assignsubmission_file/w.zip": (
        moodle("Ann Lund"),
        "Ben Ek_813_assignsubmission_file/w.zip",
    ),
    "Default group_assignsubmission_file/Ben Ek_813_assignsubmission_file/w.zip": (
        moodle("Default group", ""),
        "Ben Ek_813_assignsubmission_file/w.zip",
    ),
    f"Ann Lund_812_assignsubmission_file/ben_{LESSON}.zip": (
        moodle("Ann Lund"),
        f"ben_{LESSON}.zip",
    ),
    "Ann Lund_812_assignsubmission_file/ben_37_7786_hw.zip": (
        moodle("Ann Lund"),
        "ben_37_7786_hw.zip",
    ),
    "Ann Lund_812_assignsubmission_file/solutions/hw.zip": (moodle("Ann Lund"), "solutions/hw.zip"),
}
BLACKBOARD = {  # its help, "Download assignments", as it stood in 2025
    f"Week 4_s001_attempt_{TIME}_hw.zip": (blackboard("Week 4_s001"), "hw.zip"),
    f"Week_4_s001_attempt_{TIME}.txt": (blackboard("Week_4_s001"), ""),
    f"Week 4_jane_doe_attempt_{TIME}_hw.zip": (blackboard("Week 4_jane_doe"), "hw.zip"),
    f"Week 4_s001_attempt_{TIME}_Week 4_s002_attempt_{TIME}_hw.zip": (
        blackboard("Week 4_s001"),
        f"Week 4_s002_attempt_{TIME}_hw.zip",
    ),
    f"Week 4_s001_attempt_{TIME}_ben_37_7786_hw.zip": (
        blackboard("Week 4_s001"),
        "ben_37_7786_hw.zip",
    ),
}
BY_HAND = {
    f"j_doe_{LESSON}.zip": (Sender("j_doe"), f"j_doe_{LESSON}.zip"),
    f"jdoe_{LESSON} (2).zip": (Sender("jdoe"), f"jdoe_{LESSON} (2).zip"),
    f"class/jdoe_{LESSON}-1.zip": (Sender("jdoe"), f"jdoe_{LESSON}-1.zip"),
}


@pytest.mark.parametrize(
    "download",
    [CANVAS, ANONYMOUS, MOODLE, BLACKBOARD, BY_HAND],
    ids=["Canvas", "Canvas, anonymous", "Moodle", "Blackboard", "by hand"],
)
def test_a_download_of_one_platform_is_read_by_that_platform_s_names(
    download: dict[str, tuple[Sender, str]],
) -> None:
    patterns = ranked(list(download))
    assert {name: sender(name, LESSON, patterns) for name in download} == download


@pytest.mark.parametrize("name", [*CANVAS, *ANONYMOUS, *MOODLE, *BLACKBOARD])
def test_a_file_alone_is_read_as_it_is_among_others(name: str) -> None:
    every = CANVAS | ANONYMOUS | MOODLE | BLACKBOARD
    assert sender(name, LESSON, ranked([name])) == every[name]


def test_one_student_s_files_alone_make_no_other_platform_s_download() -> None:
    names = [f"eve_66_{n}_Week 4_s002_attempt_{TIME}_{n}.zip" for n in (1, 2)]
    read = [sender(name, LESSON, ranked(names)) for name in names]
    assert {found and found[0] for found in read} == {canvas("eve", "66")}


def test_an_assignment_with_numbers_in_its_name_is_blackboard_s() -> None:
    names = [f"Lab_1_2_{user}_attempt_{TIME}_hw.zip" for user in ("ann", "ben")]
    read = [sender(name, LESSON, ranked(names)) for name in names]
    assert [found and found[0].name for found in read] == ["ann", "ben"]


@pytest.mark.parametrize(
    "name",
    [
        f"{LESSON}.ipynb",
        f"answers/{LESSON}.json",
        "submissions.zip",
        f"__MACOSX/._ben_{LESSON}.zip",
        "__MACOSX/Ann Lund_812_assignsubmission_file/._w.zip",
        "Bob/hw.zip",
    ],
)
def test_other_names_say_nothing(name: str) -> None:
    assert sender(name, LESSON) is None


def test_a_course_s_own_pattern_comes_first(tmp_path: Path) -> None:
    (tmp_path / "senders.yaml").write_text(
        "patterns:\n"
        "  - platform: our page\n"
        "    pattern: '(?P<name>[^/]+)--(?P<number>\\d+)--(?P<file>.+)'\n",
        encoding="utf-8",
    )
    patterns = ranked(["Ann--7--hw.zip", "lundann_37_1_hw.zip"], own_patterns(tmp_path))
    assert sender("Ann--7--hw.zip", LESSON, patterns) == (
        Sender("Ann", number="7", platform="our page"),
        "hw.zip",
    )
    assert sender("lundann_37_1_hw.zip", LESSON, patterns) == (canvas("lundann"), "hw.zip")


@pytest.mark.parametrize(
    ("pattern", "wrong"),
    [
        ("(?P<name>.+", "this is no regular expression: missing )"),
        ("(?P<who>.+)_(?P<file>.+)", "expected groups among name, person"),
        ("(?P<name>.+)", "expected a group `file`, and a `name`, `person` or `number`"),
        ("(?P<file>.+)", "expected a group `file`, and a `name`, `person` or `number`"),
    ],
)
def test_a_pattern_that_says_too_little_is_named_with_its_line(
    tmp_path: Path, pattern: str, wrong: str
) -> None:
    path = tmp_path / "senders.yaml"
    path.write_text(f"patterns:\n  - platform: ours\n    pattern: '{pattern}'\n", encoding="utf-8")
    with pytest.raises(ContentError, match=re.escape(f"{path}, line 3: {wrong}")):
        own_patterns(tmp_path)
