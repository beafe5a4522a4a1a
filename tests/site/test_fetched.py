"""What the browser edition is made of: fetched once, checked, and asked for with one sentence."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from accordingto.cli import main
from accordingto.site import fetched as module
from accordingto.site.fetched import NotFetched, fetched


def kept(cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A cache with one wheel and Pyodide's four files, of the digests that are asked for."""
    wheel, tarball = b"a wheel", b"a tarball"
    (cache / "wheels").mkdir(parents=True)
    (cache / "pyodide").mkdir()
    (cache / "wheels" / "one-1-py3-none-any.whl").write_bytes(wheel)
    (cache / "pyodide" / "pyodide-314.0.6.tgz").write_bytes(tarball)
    for part in ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip"):
        (cache / "pyodide" / part).write_bytes(b"")
    pins = cache / "wheels.txt"
    pins.write_text(f"one==1 --hash=sha256:{hashlib.sha256(wheel).hexdigest()}\n")
    monkeypatch.setattr(module, "WHEELS", pins)
    monkeypatch.setattr(module, "_TARBALL_SHA256", hashlib.sha256(tarball).hexdigest())


@pytest.fixture
def without_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """No registry can be asked, and neither can npm."""
    monkeypatch.setenv("PATH", "")
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")


@pytest.mark.usefixtures("without_network")
def test_what_is_kept_is_asked_for_nowhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(tmp_path, monkeypatch)
    here = fetched(tmp_path)
    assert here.pyodide == tmp_path / "pyodide"
    assert [wheel.name for wheel in here.wheels] == ["one-1-py3-none-any.whl"]


@pytest.mark.usefixtures("without_network")
def test_a_wheel_of_another_digest_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(tmp_path, monkeypatch)
    (tmp_path / "wheels" / "one-1-py3-none-any.whl").write_bytes(b"another wheel")
    with pytest.raises(
        NotFetched, match=r"could not fetch wheels from PyPI, by pip \(ERROR: .*\);"
    ):
        fetched(tmp_path)


@pytest.mark.usefixtures("without_network")
def test_a_tarball_of_another_digest_is_not_taken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept(tmp_path, monkeypatch)
    (tmp_path / "pyodide" / "pyodide-314.0.6.tgz").write_bytes(b"another tarball")
    with pytest.raises(NotFetched, match=r"is not the file whose digest the kit knows: delete it$"):
        fetched(tmp_path)


@pytest.mark.usefixtures("without_network")
def test_without_npm_the_command_says_so_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["site", str(tmp_path / "site"), "--cache", str(tmp_path / "cache")]) == 2
    said = capsys.readouterr().err
    assert said == (
        "accordingto site: pyodide@314.0.6 is fetched by npm, which is not installed here\n"
    )


def test_a_folder_of_other_things_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "thesis.txt").write_text("all of it")
    assert main(["site", str(tmp_path)]) == 2
    assert "holds something else" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
