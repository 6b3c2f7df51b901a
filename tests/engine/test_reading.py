"""Files are read only where they are plain and of bounded size; nothing waits for a pipe."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine import ScenarioError
from engine.files import scenario_files
from engine.files.reading import is_plain, nothing_there, open_plain, read_plain, read_text

pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")


def test_that_a_plain_file_is_read_whole_up_to_its_bound(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"x" * 3_000_000)
    assert read_plain(path, 3_000_000) == b"x" * 3_000_000
    with pytest.raises(ScenarioError, match=r"^is too large \(3 MB\)$"):
        read_plain(path, 2_999_999)
    path.write_bytes(b"")
    assert read_plain(path, 0) == b""


@pipes
def test_that_a_pipe_a_device_and_a_folder_are_refused_and_nothing_waits(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.headroom"
    os.mkfifo(pipe)
    link = tmp_path / "link.headroom"
    link.symlink_to(pipe)
    for path, says in (
        (pipe, "is not a plain file"),
        (link, "is not a plain file"),
        (Path("/dev/zero"), "is not a plain file"),
        (tmp_path, "is a folder, not a scenario file"),
    ):
        with pytest.raises(ScenarioError) as refused:
            open_plain(path)
        assert str(refused.value) == says
        assert not is_plain(path)
        with pytest.raises(ScenarioError) as refused:
            scenario_files.load(path)
        assert str(refused.value) == f"{path}: {says}"


@pipes
def test_that_a_file_replaced_by_a_pipe_between_two_looks_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, pipe = tmp_path / "a.headroom", tmp_path / "pipe"
    plain.write_text("{}")
    os.mkfifo(pipe)
    before = os.stat(plain)
    monkeypatch.setattr(os, "stat", lambda path, **_: before)  # it was a plain file a moment ago
    with pytest.raises(ScenarioError, match="is not a plain file"):
        open_plain(pipe)


@pipes
def test_that_what_is_no_plain_file_is_not_even_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """To open a device may do something: rewind a tape, ring a bell."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    opened: list[object] = []
    monkeypatch.setattr(os, "open", lambda path, *_: opened.append(path))
    for path in (pipe, tmp_path):
        with pytest.raises(ScenarioError):
            open_plain(path)
    assert opened == []


@pipes
def test_that_what_is_refused_or_read_is_let_go_of(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain, pipe = tmp_path / "a.headroom", tmp_path / "pipe"
    plain.write_text("{}")
    os.mkfifo(pipe)
    before, handles = os.stat(plain), []
    real = os.open
    monkeypatch.setattr(os, "stat", lambda path, **_: before)
    monkeypatch.setattr(os, "open", lambda *given: handles.append(real(*given)) or handles[-1])
    with pytest.raises(ScenarioError, match="is not a plain file"):
        open_plain(pipe)
    assert read_plain(plain, 10) == b"{}"
    assert len(handles) == 2
    for handle in handles:
        with pytest.raises(OSError, match="Bad file descriptor"):
            os.fstat(handle)


@pytest.mark.skipif(sys.platform != "linux", reason="no pipes here")
def test_that_a_file_that_says_it_is_empty_and_is_not_is_bounded_too() -> None:
    """As the system's own files do."""
    kernel = Path("/proc/self/mountinfo")
    assert kernel.stat().st_size == 0
    assert read_plain(kernel, 10_000_000).startswith(kernel.read_bytes()[:20])
    with pytest.raises(ScenarioError, match="is too large"):
        read_plain(kernel, 10)


def test_that_names_no_file_can_have_are_only_not_there(tmp_path: Path) -> None:
    for name in ("a\0b", "x" * 300, "\udcff\ud800x", "no such folder/a"):
        path = tmp_path / name
        assert not is_plain(path)
        assert read_text(path, 100) == ""
        with pytest.raises(ScenarioError) as refused:
            scenario_files.load(path)
        assert "\n" not in str(refused.value)
    assert nothing_there(tmp_path / "a")
    assert not nothing_there(tmp_path / ("x" * 300))
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    assert not nothing_there(tmp_path / "broken")


@pipes
def test_that_the_command_line_refuses_a_pipe_in_one_line(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    root = Path(__file__).parents[2]
    for arguments in (
        ["engine", "run", str(pipe), "--csv", "-"],
        ["gui", "verify", str(pipe)],
        ["gui", "report", str(pipe), "--out", str(tmp_path / "out")],
    ):
        done = subprocess.run(
            [sys.executable, "-m", *arguments],
            cwd=root,
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 2
        assert done.stderr == f"{pipe}: is not a plain file\n"


def test_that_the_topmost_folder_is_refused_in_one_line_as_any_other() -> None:
    for command in ("verify", "report"):
        done = subprocess.run(
            [sys.executable, "-m", "gui", command, "/", *["--out", "out"] * (command == "report")],
            cwd=Path(__file__).parents[2],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
        assert done.returncode == 2
        assert done.stderr == f"{Path('/')}: is a folder, not a scenario file\n"
