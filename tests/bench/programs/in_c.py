"""The C program: built where there is a compiler, and called in this process."""

from __future__ import annotations

import ctypes
import functools
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from engine import Scenario
from engine.worlds.ensemble import BAND_COLUMNS
from tests.bench.programs.packing import LUCK, columns, header, luck_of, struct

HERE = Path(__file__).parent
SOURCES = ("model.c", "shared.c", "bands.c")
COMPILERS = ("cc", "gcc", "clang")
FLAGS = (
    *("-std=gnu11", "-O3", "-fopenmp-simd", "-fno-math-errno", "-fno-trapping-math"),
    *("-march=native", "-mprefer-vector-width=512"),
)
LIBRARIES = ("-lm",)
LANES = 8
Pointer = ctypes.POINTER(ctypes.c_double)


def compiler() -> str | None:
    """The C compiler of this machine; None where there is none."""
    return next((found for name in COMPILERS if (found := shutil.which(name))), None)


@functools.cache
def _library(worlds: int, tables: str) -> ctypes.CDLL:
    """The program for so many worlds side by side."""
    cc = compiler()
    if cc is None:
        raise RuntimeError("there is no C compiler")
    with tempfile.TemporaryDirectory(prefix="headroom-c-") as folder:
        (Path(folder) / "tables.h").write_text(tables, "utf-8")
        out = Path(folder) / f"model{worlds}.so"
        sources = [str(HERE / name) for name in SOURCES]
        build = [cc, *FLAGS, f"-DWORLDS={worlds}", f"-I{folder}", f"-I{HERE}", "-shared", "-fPIC"]
        subprocess.run([*build, *sources, "-o", str(out), *LIBRARIES], check=True)
        return ctypes.CDLL(str(out))


class InC:
    """A scenario, or its worlds, ready for the program to run: nothing is left to be read."""

    def __init__(
        self, scenario: Scenario, draws: int | None = None, wanted: Sequence[str] | None = None
    ) -> None:
        """`wanted` are columns, all by default; draws are a whole number of lanes."""
        lanes = 1 if draws is None else LANES
        if draws is not None and draws % LANES:
            raise ValueError(f"draws {draws}: allowed are whole {LANES}s")
        self._library = _library(lanes, header(scenario))
        self._worlds = draws or 1
        self._scenario = struct(scenario)
        self._tolerance = ctypes.c_double(scenario.shortfall_tolerance)
        self._luck = [_by_group(values, lanes) for values in luck_of(scenario, draws).values()]
        self._luck_pointers = (Pointer * len(LUCK))(*map(_pointer, self._luck))
        known = columns(scenario.families)
        self._months = scenario.horizon_months
        names = known if wanted is None else wanted
        groups = self._worlds // lanes
        self._found = {name: np.zeros((groups, self._months, lanes)) for name in names}
        out = [_pointer(self._found[name]) if name in self._found else Pointer() for name in known]
        self._run = functools.partial(
            self._library.run,
            _pointer(self._scenario),
            self._luck_pointers,
            self._worlds,
            (Pointer * len(known))(*out),
        )
        rows = {name: np.zeros((self._months, len(BAND_COLUMNS))) for name in names}
        self.bands = {} if draws is None else rows
        self.chance = np.zeros(self._months)

    @property
    def found(self) -> dict[str, np.ndarray]:
        """By column what the last run gave, (time, world)."""
        return {
            name: values.transpose(1, 0, 2).reshape(self._months, -1)
            for name, values in self._found.items()
        }

    def run(self) -> None:
        """All months of all worlds."""
        self._run()

    def run_with_bands(self) -> None:
        """The same, and into `bands` and `chance` how it spreads over the worlds."""
        self.run()
        size = (self._months, self._worlds)
        for name, values in self._found.items():
            self._library.bands(_pointer(values), *size, _pointer(self.bands[name]))
        lacking, asked = self._found["shortfall_eflops"], self._found["demand_eflops"]
        self._library.chance(
            _pointer(lacking), _pointer(asked), self._tolerance, *size, _pointer(self.chance)
        )


def _by_group(values: np.ndarray, lanes: int) -> np.ndarray:
    """(..., world) as (group of worlds, ..., world), as the program reads it."""
    groups = values.reshape((*values.shape[:-1], values.shape[-1] // lanes, lanes))
    return np.ascontiguousarray(np.moveaxis(groups, -2, 0))


def _pointer(values: np.ndarray) -> object:
    return values.ctypes.data_as(Pointer)
