"""What threads need before they begin."""

from __future__ import annotations

import subprocess
import sys

import pytest

# Types that are named in words are looked up when msgspec looks at a class, and then never again.
SCRIPT = """
import sys
import msgspec
from msgspec import _utils
from accordingto.classroom.results import Marks
from accordingto.exercises.answers import AnswerFile
from accordingto.workers import learn_types
if sys.argv[1] == "learnt":
    learn_types()
looked_up, look_up = [], _utils._forward_ref
_utils._forward_ref = lambda words: looked_up.append(words) or look_up(words)
for kind in (Marks, AnswerFile):
    msgspec.json.Decoder(kind)
print(bool(looked_up))
"""


@pytest.mark.parametrize(("before", "looks"), [("learnt", "False"), ("", "True")])
def test_once_types_are_learnt_no_thread_looks_at_them(before: str, looks: str) -> None:
    command = [sys.executable, "-c", SCRIPT, before]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == looks
