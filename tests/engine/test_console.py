"""What is printed where the code page is another, the pipe is closed, or the disk is full."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine import console
from engine.files.document import Document
from engine.files.scenario_files import save
from engine.problems import ScenarioError
from engine.tables.scenario import Scenario

ROOT = Path(__file__).parents[2]


def run(*words: object, encoding: str = "cp1252", **more: object) -> subprocess.CompletedProcess:
    environment = os.environ | {"PYTHONIOENCODING": encoding}
    command = [sys.executable, "-m", *map(str, words)]
    return subprocess.run(
        command, cwd=ROOT, env=environment, check=False, **{"capture_output": True, **more}
    )


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "計画.headroom"
    save(Document(Scenario()), path)
    return path


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437", "cp932", "utf-16"])
def test_that_a_stream_takes_every_letter(monkeypatch: pytest.MonkeyPatch, encoding: str) -> None:
    for name in ("stdout", "stderr"):
        stream = io.TextIOWrapper(io.BytesIO(), encoding=encoding, errors="strict")
        monkeypatch.setattr(sys, name, stream)
    console.prepare()
    for say in (console.tell, console.complain):
        say("計画 é 🚀 \udc80")
    for stream in (sys.stdout, sys.stderr):
        assert isinstance(stream, io.TextIOWrapper)
        said = stream.buffer.getvalue().decode(encoding)  # type: ignore[attr-defined]
        assert said.endswith("\\udc80" + os.linesep)
        assert ("計" in said) == (encoding in ("cp932", "utf-16"))
        assert ("\\u8a08" in said) != ("計" in said)


def test_that_no_stream_at_all_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    console.prepare()
    console.tell("x")
    console.complain("x")
    console.write_data("x")


def test_that_a_refusal_is_one_line_in_another_code_page(plan: Path) -> None:
    done = run("engine", "run", plan, "--csv", "-", "--set", "wacc=計画")
    assert done.returncode == 2
    assert done.stderr.decode("cp1252").count("\n") == 1
    assert b"\\u8a08\\u753b" in done.stderr
    missing = plan.with_name("無.headroom")
    done = run("engine", "run", missing, "--csv", "-")
    assert (done.returncode, done.stderr.count(b"\n")) == (2, 1)
    with pytest.raises(FileNotFoundError) as refused:
        missing.stat()
    assert str(refused.value.strerror).encode("cp1252") in done.stderr  # the system's own words


@pytest.mark.parametrize("draws", [(), ("--draws", "8")])
@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_that_the_terminal_is_sent_the_bytes_of_the_file(
    plan: Path, tmp_path: Path, draws: tuple[str, ...], encoding: str
) -> None:
    out = tmp_path / "out.csv"
    settings = ("--set", "horizon_months=12", *draws)
    assert run("engine", "run", plan, "--csv", out, *settings).returncode == 0
    printed = run("engine", "run", plan, "--csv", "-", *settings, encoding=encoding).stdout
    tables = [out.read_bytes()]
    if draws:
        tables.append((tmp_path / "out-risk.csv").read_bytes())
    assert printed == b"\n".join(tables)
    assert b"\r" not in printed


def test_that_line_ends_stay_where_a_stream_would_change_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stream = io.TextIOWrapper(io.BytesIO(), encoding="cp1252", newline="\r\n")  # as on Windows
    monkeypatch.setattr(sys, "stdout", stream)
    console.write_data("a,b\n1,é\n")
    assert stream.buffer.getvalue() == "a,b\n1,é\n".encode()  # type: ignore[attr-defined]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no leave to fill a disk here")
@pytest.mark.parametrize("words", [("run", "{plan}", "--csv", "-"), ("describe", "schema")])
def test_that_a_full_disk_behind_the_output_is_one_line(plan: Path, words: tuple[str]) -> None:
    given = [word.format(plan=plan) for word in words]
    with Path("/dev/full").open("wb") as full:
        done = run("engine", *given, stdout=full, stderr=subprocess.PIPE, capture_output=False)
    assert done.returncode == 2
    assert done.stderr.decode().splitlines() == ["-: cannot be written: No space left on device"]


def test_that_lines_for_a_full_disk_are_refused_and_complaints_are_not(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Full(io.StringIO):
        def flush(self) -> None:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr(sys, "stdout", Full())
    monkeypatch.setattr(sys, "stderr", Full())
    with pytest.raises(ScenarioError, match="No space left"):
        console.tell("x")
    console.complain("x")
