"""What a package says of itself: version, date."""

from __future__ import annotations

import os
import runpy
import subprocess
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def version() -> str:
    """As the program says it; read by a Python that need not have what the engine imports."""
    return str(runpy.run_path(str(ROOT / "engine" / "version.py"))["PROGRAM_VERSION"])


def moment() -> int:
    """When the source was last changed [s since 1970], so that the same source packs the same.

    SOURCE_DATE_EPOCH says it; else the last commit; else now.
    """
    told = os.environ.get("SOURCE_DATE_EPOCH")
    if told:
        return int(told)
    done = subprocess.run(
        ["git", "log", "-1", "--format=%ct"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    return int(done.stdout) if done.returncode == 0 and done.stdout.strip() else int(time.time())


def date() -> str:
    """The day of `moment`, as AppStream writes it."""
    return time.strftime("%Y-%m-%d", time.gmtime(moment()))
