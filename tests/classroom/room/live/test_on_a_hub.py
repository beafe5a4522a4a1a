"""The room of a real JupyterHub: two of its users join by the hub's word, and see nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from accordingto.cli import main
from classroom.hub import Hub, free_ports, why_not
from classroom.room.live.open_rooms import LESSON, SHEET, soon

pytestmark = pytest.mark.slow  # an environment of its own, with a hub, a proxy and two users

NUMBER = next(question.id for question in SHEET if question.kind == "number")
JOIN = f"""
import json, sys, time
from accordingto import lesson
ask = lesson({LESSON!r})
ask.answer({NUMBER!r}, {{"value": int(sys.argv[1])}})
ask.join()
bar = ask._bar
bar.join(bar.widget.address, "", "another name")
until = time.monotonic() + 20
while "1 answer sent" not in bar.widget.told and time.monotonic() < until:
    time.sleep(0.1)
print(json.dumps([bar.widget.is_in, bar.widget.told]))
"""
KERNEL_ENVIRONMENT = "JUPYTERHUB_API_TOKEN JUPYTERHUB_API_URL JUPYTERHUB_USER ACCORDINGTO_ROOM"


def configured(hub: Hub) -> str:
    """What `accordingto hub` writes for this hub's users."""
    folder = hub.folder / "class"
    students = hub.folder / "students.txt"
    students.write_text(hub.student, encoding="utf-8")
    words = ["hub", str(folder), LESSON, "--teacher", hub.teacher, "--students", str(students)]
    [port] = free_ports(1)
    more = ["--address", hub.url, "--room", f"http://127.0.0.1:{port}"]
    assert main([*words, *more]) == 0
    return (folder / "jupyterhub_config.py").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def hub() -> Iterator[Hub]:
    if why := why_not():
        pytest.skip(why)
    running = Hub(configured)
    yield running
    running.close()
    assert running.left() == []


def joined(hub: Hub, user: str, value: int) -> list[object]:
    """Join from a process with what a kernel of the user's server has in its environment."""
    found = hub.server_of(user).environ()
    given = {name: found[name] for name in KERNEL_ENVIRONMENT.split()}
    done = hub.run(user, "python", "-c", JOIN, str(value), more=given)
    assert done.returncode == 0, done.stderr
    said: list[object] = json.loads(done.stdout.splitlines()[-1])
    return said


def test_two_users_join_and_the_teacher_alone_sees_the_class(hub: Hub, browser: Browser) -> None:
    for number, user in enumerate((hub.student, hub.teacher)):
        hub.start_server(user)
        assert joined(hub, user, number + 3) == [True, "In the room: 1 answer sent."]
    assert joined(hub, hub.student, 9)[0]  # once more: the same reader
    [folder] = hub.home(hub.teacher).glob("room-*")
    files = sorted(folder.glob(f"reader-*/{LESSON}.json"))
    kept = [json.loads(one.read_bytes())["exercises"][NUMBER]["answer"]["value"] for one in files]
    assert kept == [9, 4]
    members = json.loads((folder / ".room.json").read_bytes())["members"]
    assert [one["name"] for one in members] == [hub.student, hub.teacher]
    assert not hub.may_read(hub.student, folder / ".room.json")

    page = browser.new_context().new_page()
    page.set_default_timeout(60_000)
    page.goto(f"{hub.url}/services/room/")
    expect(page.locator("main")).to_contain_text("there is no code to write")
    for user, title in ((hub.student, "This page is the teacher’s."), (hub.teacher, "2. Who says")):
        page.context.clear_cookies()
        page.goto(f"{hub.url}/services/room/teacher")
        page.get_by_label("Username").fill(user)
        page.get_by_label("Password").fill("any")
        page.get_by_label("Password").press("Enter")
        expect(page.locator("body")).to_contain_text(title)
    page.locator(".room > summary").click()
    page.locator("#who > summary").click()
    expect(page.locator("#names li")).to_have_text([hub.student, hub.teacher])
    page.locator("#held").uncheck()
    expect(page.locator("#told")).to_have_text("Done.")
    assert page.evaluate("fetch('teacher/now.js').then((answer) => answer.status)") == 200
    page.context.close()


def test_without_the_hubs_word_nobody_joins(hub: Hub) -> None:
    for token in ("", "made-up"):
        asked = hub.run(
            hub.student,
            "python",
            "-c",
            "import sys; from accordingto.notebooks.room.asking import asked; "
            "asked(sys.argv[1], {'code': ''}, sys.argv[2])",
            f"{hub.url}/services/room/join",
            f"token {token}",
        )
        assert "The hub does not know you" in asked.stderr


def test_the_culler_runs_and_the_exchange_is_the_classs(hub: Hub) -> None:
    assert soon(lambda: "idle-culler" in hub.ask("/hub/api/services"))
    exchange = hub.folder / "class" / "exchange"
    assert exchange.stat().st_mode & 0o777 == 0o777


def test_a_configuration_is_never_overwritten(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "students.txt").write_text("ann\nbob\n", encoding="utf-8")
    students = str(tmp_path / "students.txt")
    words = ["hub", str(tmp_path / "hub"), LESSON, "--teacher", "t", "--students", students]
    assert main(words) == 0
    assert "Written for 2 students" in capsys.readouterr().out
    compile((tmp_path / "hub" / "jupyterhub_config.py").read_text("utf-8"), "config", "exec")
    assert main(words) == 2
    assert "is there already" in capsys.readouterr().err
