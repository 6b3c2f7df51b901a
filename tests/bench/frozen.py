"""The bench of the frozen app: start to first chart beside a start from source, and its size."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from time import monotonic

from timing import Row

ROOT = Path(__file__).resolve().parents[2]
TARGET_MS = 1000.0
MOST_MEGABYTES = 150
STARTS = 7
LIMIT_SECONDS = 60.0
NAME = "Start to first chart, frozen"


def rows() -> list[Row]:
    """One row, none where `make app` has not been run."""
    folder = ROOT / "dist" / "headroom"
    program = folder / ("headroom.exe" if sys.platform == "win32" else "headroom")
    if not program.exists():
        print("no frozen app in dist/: 'make app' builds it", file=sys.stderr)
        return []
    own: list[float] = []
    peer: list[float] = []
    for _ in range(STARTS + 1):
        own.append(_start([str(program)]))
        peer.append(_start([sys.executable, "-m", "gui"]))
    del own[0], peer[0]  # a cold disk's
    return [
        Row(
            NAME,
            statistics.median(own),
            TARGET_MS,
            "from source",
            statistics.median(peer),
            f"{STARTS} processes, files warm; worst {max(own):.0f}; the folder has "
            f"{megabytes(folder):.0f} MB, of at most {MOST_MEGABYTES}",
        )
    ]


def _start(command: Sequence[str]) -> float:
    """From before the process is made until every chart was painted [ms], on one clock."""
    begin = monotonic()
    child = subprocess.run(
        [*command, "self-test", "--first-chart"],
        env={"LANG": "C.UTF-8", **os.environ},
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,  # what Qt says where no window manager is
        text=True,
        check=True,
        timeout=LIMIT_SECONDS,
    )
    return (float(child.stdout.split()[-1]) - begin) * 1e3


def megabytes(folder: Path) -> float:
    """What the files of a folder hold, links not followed [MB]."""
    paths = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sum(path.stat().st_size for path in paths) / 1e6
