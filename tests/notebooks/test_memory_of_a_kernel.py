"""What a student's kernel costs until a figure is drawn, beside one that imports the libraries."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from jupyter_client.manager import start_new_kernel

from accordingto.exercises import Sheet
from classroom.room.classes import Simulated

LESSON = "02-who-says-so"
LIBRARIES = "import nltk, ipywidgets\n"
AT_WORK = f"""
from accordingto import class_folder, class_view, lesson
ask = lesson({LESSON!r})
class_folder({{folder!r}})
ask("2.2")
ask("2.7")
view = class_view("2.7", {{folder!r}})
view.table
"""
MEASURE = """
import gc, re, sys
gc.collect()
assert "matplotlib.pyplot" not in sys.modules
print("PSS", re.search(r"Pss:\\s+(\\d+)", open("/proc/self/smaps_rollup").read())[1])
"""
MOST = 25.0  # megabytes


@pytest.mark.slow
@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux says what is shared")
def test_a_lesson_with_a_class_costs_little_more_than_its_libraries(tmp_path: Path) -> None:
    folder = str(Simulated(Sheet.of(LESSON)).write(tmp_path / "class", 30))
    cost = [megabytes(LIBRARIES + more, tmp_path) for more in ("", AT_WORK.format(folder=folder))]
    assert cost[0] > 40
    assert cost[1] - cost[0] <= MOST


def megabytes(code: str, folder: Path) -> float:
    """The proportional set size of a kernel that has run some code."""
    manager, client = start_new_kernel(cwd=str(folder))
    printed: list[str] = []
    try:
        reply = client.execute_interactive(
            code + MEASURE,
            output_hook=lambda message: printed.append(message["content"].get("text", "")),
            timeout=200,
        )
        assert reply["content"]["status"] == "ok", reply["content"]
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
    return int("".join(printed).rpartition("PSS")[2]) / 1024
