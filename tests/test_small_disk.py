"""The small disk of the tests leaves nothing behind, and takes away what a killed run left."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests import conftest

# `tests` is no package: conftest is loaded as a plain module of that name
FAILING = """
def test_that_leaves_a_file_of_it_open(small_disk):
    global held
    held = (small_disk / "a").open("w")
    held.write("x")
    held.flush()
    assert False, "the test itself fails"
"""


def test_that_a_disk_with_an_open_file_is_gone_after_a_test_that_fails(
    small_disk: Path, tmp_path: Path
) -> None:
    """`small_disk` is here for its skip where nothing may be mounted."""
    test = tmp_path / "test_disk.py"
    test.write_text(FAILING)
    base = tmp_path / "base"
    here = Path(__file__).parent
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            str(test),
            "-p",
            "tests.conftest",
            "--basetemp",
            str(base),
            "-p",
            "no:cacheprovider",
            "--rootdir",
            str(tmp_path),
        ],
        cwd=here.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "the test itself fails" in done.stdout, done.stdout
    assert "1 failed" in done.stdout
    assert "error" not in done.stdout.splitlines()[-1]
    assert not [at for at in conftest.disks().values() if at.startswith(str(base))]


def test_that_the_disk_of_a_run_that_was_killed_is_taken_away_and_that_of_another_stays(
    small_disk: Path, tmp_path: Path
) -> None:
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left = tmp_path / "left by a killed run"
    left.mkdir()
    name = f"{conftest.DISK}{ended.pid}"
    subprocess.run(["mount", "-t", "tmpfs", name, str(left)], check=True)
    assert conftest.disks()[name] == str(left)
    (left / "a").write_text("x")
    conftest.clear_disks()
    assert name not in conftest.disks()
    assert list(left.iterdir()) == []
    assert str(small_disk) in conftest.disks().values()
    left.rmdir()
