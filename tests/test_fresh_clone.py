"""What somebody gets who clones the repository and types `make test`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
HOOK = "__editable__.headroom-0.1.0.finder.__path_hook__"


def test_no_source_file_is_ignored_by_git() -> None:
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout")
    sources = [
        str(path.relative_to(ROOT))
        for folder in ("engine", "gui", "resources", "tests", "packaging")
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and path.parent.name != "__pycache__"
    ]
    found = subprocess.run(
        ["git", "check-ignore", "--no-index", "--stdin"],
        input="\n".join(sources),
        capture_output=True,
        text=True,
        cwd=ROOT,
    )
    ignored = [
        line
        for line in found.stdout.splitlines()
        if not line.endswith((".qm", ".pyc", ".so", ".pyd"))
    ]
    assert ignored == []


def test_resources_are_found_where_the_installer_adds_a_folder_that_is_none() -> None:
    """An editable install puts such an entry on the path of `resources`."""
    code = (
        f"import resources; resources.__path__.append({HOOK!r})\n"
        "from engine.resource import resource\n"
        "print(sorted(entry.name for entry in resource('scenarios').iterdir())[0])\n"
    )
    found = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=ROOT, check=False
    )
    assert (found.returncode, found.stderr) == (0, "")
    assert found.stdout.strip().endswith(".headroom")
