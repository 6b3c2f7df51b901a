"""Kills a saving program at random moments; the file is then the old or the new one, whole.

`python tests/engine/killing.py 100` kills a hundred times and says what it found.
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from engine.files.document import Document
from engine.files.scenario_files import backup_of, load, save, text_of
from engine.files.writing import PART
from engine.tables.scenario import Scenario

ROOT = Path(__file__).parents[2]
STATES = {Scenario(name="first"), Scenario(name="second").having(power_budget_gw=3.0)}
LONGEST_LIFE = 0.05  # seconds; a save takes a few milliseconds

SAVER = """
import sys
from engine.files.document import Document
from engine.files.scenario_files import save
from engine.tables.scenario import Scenario
states = [Scenario(name="first"), Scenario(name="second").having(power_budget_gw=3.0)]
print("ready", flush=True)
while True:
    for state in states:
        save(Document(state), sys.argv[1])
"""


def kill_once(path: Path, after: float) -> Scenario:
    """Let a program save to `path` again and again, kill it, and read what is there."""
    saver = subprocess.Popen(
        [sys.executable, "-c", SAVER, str(path)], cwd=ROOT, stdout=subprocess.PIPE
    )
    assert saver.stdout is not None
    assert saver.stdout.readline() == b"ready\n"
    time.sleep(after)
    saver.send_signal(signal.SIGKILL)
    saver.wait()
    saver.stdout.close()
    document = load(path)
    assert path.read_bytes() == text_of(document).encode()
    assert document.scenario in STATES
    if backup_of(path).exists():
        assert load(backup_of(path)).scenario in STATES
    return document.scenario


def kill_often(times: int, folder: Path, seed: int = 1) -> Counter[str]:
    """How often which state was found."""
    chance = random.Random(seed)
    path = folder / "plan.headroom"
    save(Document(Scenario(name="first")), path)
    found = Counter(kill_once(path, chance.uniform(0, LONGEST_LIFE)).name for _ in range(times))
    found["left half written beside"] = len(list(folder.glob(f"*{PART}")))
    return found


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
        print(f"{count} kills:", dict(kill_often(count, Path(place))))
