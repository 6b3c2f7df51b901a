"""Parity and timing of CuPy against NumPy on a CUDA machine: `python tests/gpu/check.py`.

It needs a CUDA device and `pip install -e '.[gpu]'`, nothing else. Prints the largest
difference of every column's bands, of the risk measures and of a mix map, then the time of
ensembles of growing size on both (synchronised: an ensemble ends by fetching its bands). Exit
0 where all agree to 1e-9, 1 where they do not, 2 where there is no usable GPU.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from engine import Scenario
from engine.analysis.kpi import at
from engine.analysis.mix_map import mix_map
from engine.run.backend import NUMPY, Backend, probe_cupy
from engine.worlds.ensemble import all_columns, ensemble

TOLERANCE = 1e-9  # relative to the column's largest value; model section 9
NO_GPU = 2
MAP_STEPS = 6


def parity(gpu: Backend, draws: int) -> float:
    """The largest difference of anything, relative to the largest value of its kind."""
    scenario = Scenario()
    columns = all_columns(scenario.families)
    here, there = (
        ensemble(scenario, draws, columns, concentration=True, backend=b) for b in (NUMPY, gpu)
    )
    assert here.risk is not None
    assert there.risk is not None
    pairs: dict[str, list[tuple[Any, Any]]] = {}
    for column, band in here.bands.items():
        other = there.bands[column]
        pairs[column] = [(line, getattr(other, share)) for share, line in vars(band).items()]
    for measure in ("short", "ever_short", "unserved_eflops", "unserved_revenue_bn"):
        pairs[f"risk: {measure}"] = [(getattr(here.risk, measure), getattr(there.risk, measure))]
    for measure in ("unserved_compute", "unserved_revenue", "cost"):
        spreads = (vars(getattr(found.risk, measure)).values() for found in (here, there))
        pairs[f"risk: {measure}"] = list(zip(*map(list, spreads), strict=True))
    for layer, line in here.risk.concentration.items():
        pairs[f"concentration: {layer}"] = [(line, there.risk.concentration[layer])]
    kpi = at("usd_per_pflop_hour", scenario.horizon_months - 1)
    maps = (mix_map(scenario, kpi, steps=MAP_STEPS, backend=b).values for b in (NUMPY, gpu))
    pairs["mix map"] = [(next(maps), next(maps))]
    worst = 0.0
    for name, both in pairs.items():
        largest = max(difference(ours, theirs) for ours, theirs in both)
        print(f"  {name:32} {largest:.1e}")
        worst = max(worst, largest)
    return worst


def difference(ours: Any, theirs: Any) -> float:
    """Relative to the largest value; infinite where only one is undefined."""
    line, other = np.atleast_1d(ours), np.atleast_1d(theirs)
    if (np.isnan(line) != np.isnan(other)).any():
        return float("inf")
    size = max(float(np.nanmax(np.abs(line), initial=0.0)), float(np.finfo(float).tiny))
    return float(np.nanmax(np.abs(line - other), initial=0.0)) / size


def seconds(work: Callable[[], object], turns: int = 5) -> float:
    """The shortest of some runs, after one that compiles and warms up."""
    work()
    times = []
    for _ in range(turns):
        begin = time.perf_counter()
        work()
        times.append(time.perf_counter() - begin)
    return min(times)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--draws", type=int, default=4096, help="for the comparison")
    options = parser.parse_args()
    probe = probe_cupy()
    print(probe.reason)
    if probe.backend is None:
        return NO_GPU
    print(f"largest relative difference over {options.draws} draws:")
    worst = parity(probe.backend, options.draws)
    print(f"{'draws':>9} {'NumPy ms':>10} {'CuPy ms':>10}")
    for draws in (1024, 10_000, 100_000, 1_000_000):
        turns = 5 if draws <= 10_000 else 1
        numpy_time = seconds(lambda n=draws: ensemble(Scenario(), n), turns)
        cupy_time = seconds(lambda n=draws: ensemble(Scenario(), n, backend=probe.backend), turns)
        print(f"{draws:>9,} {numpy_time * 1e3:>10.1f} {cupy_time * 1e3:>10.1f}")
    agreed = worst <= TOLERANCE
    print("parity: " + ("agreed" if agreed else f"DIFFERS by {worst:.1e}"))
    return 0 if agreed else 1


if __name__ == "__main__":
    sys.exit(main())
