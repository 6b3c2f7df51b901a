"""The JavaScript program, in a process of its own where there is node."""

from __future__ import annotations

import json
import math
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from engine import Scenario
from engine.values import EVENT_KINDS
from engine.worlds.ensemble import BAND_COLUMNS
from tests.bench.programs.packing import columns, luck_of, packed, places

PROGRAM = Path(__file__).with_name("model.js")
NAMES = ("node", "nodejs")


def node() -> str | None:
    """What runs JavaScript on this machine; None where nothing does."""
    return next((found for name in NAMES if (found := shutil.which(name))), None)


class InJavaScript:
    """A scenario, or its worlds, that a process of node has read and runs when told to."""

    def __init__(
        self, scenario: Scenario, draws: int | None = None, wanted: Sequence[str] | None = None
    ) -> None:
        """`wanted` are columns, all by default. Close it, or use it in a `with`."""
        program = node()
        if program is None:
            raise RuntimeError("there is no node")
        self._draws = draws
        self._months, self._worlds = scenario.horizon_months, draws or 1
        known = columns(scenario.families)
        self._names = [name for name in known if wanted is None or name in wanted]
        self._folder = tempfile.TemporaryDirectory(prefix="headroom-node-")
        folder = Path(self._folder.name)
        lucks = {  # world by world, as they are run
            name: np.ascontiguousarray(np.moveaxis(values, -1, 0))
            for name, values in luck_of(scenario, draws).items()
        }
        content: dict[str, Any] = {
            "families": len(scenario.families),
            "months": self._months,
            "worlds": self._worlds,
            "kinds": {kind: number for number, kind in enumerate(EVENT_KINDS)},
            "at": places(len(scenario.families)),
            "wanted": [name in self._names for name in known],
            "luck": [(name, values[0].size) for name, values in lucks.items()],
            "scenario": {
                key: None if value == math.inf else value for key, value in packed(scenario).items()
            },
        }
        (folder / "input.json").write_text(json.dumps(content), "utf-8")
        with (folder / "luck.f64").open("wb") as file:
            for values in lucks.values():
                file.write(values.tobytes())
        self._process = subprocess.Popen(
            [program, str(PROGRAM), str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> InJavaScript:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait()
        self._folder.cleanup()

    def _ask(self, line: str) -> str:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(line + "\n")
        self._process.stdin.flush()
        if not (said := self._process.stdout.readline().strip()):
            raise RuntimeError("the program in JavaScript has ended")
        return said

    def milliseconds(self, times: int = 1) -> float:
        """The CPU time of a run of all worlds, the mean of some."""
        return float(self._ask(f"run {times}"))

    def milliseconds_with_bands(self, times: int = 1) -> float:
        """The same, how it spreads over the worlds included."""
        return float(self._ask(f"bands {times}"))

    def shown(self) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray], np.ndarray]:
        """By column each value (time, world), by column its bands (time, quantile), the chance."""
        self._ask("show")
        numbers = np.fromfile(Path(self._folder.name) / "found.f64")
        months, bands = self._months, len(BAND_COLUMNS)
        ends = np.cumsum(
            [months * self._worlds] * len(self._names)
            + [months * bands] * len(self._names)
            + [months]
        )
        *parts, _ = np.split(numbers, ends)
        count = len(self._names)
        found = {
            name: values.reshape(self._worlds, months).T
            for name, values in zip(self._names, parts[:count], strict=True)
        }
        spread = {
            name: values.reshape(months, bands)
            for name, values in zip(self._names, parts[count:-1], strict=True)
        }
        return found, spread, parts[-1]
