"""Parity and timing of CuPy against NumPy on a CUDA machine: `python tests/gpu/check.py`.

Prints the largest difference of every column's bands, then the time of ensembles of growing
size on both (synchronised: an ensemble ends by fetching its bands). Exit 0 where all agree to
1e-9, 1 where they do not, 2 where there is no usable GPU.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from engine import Scenario
from engine.backend import NUMPY, Backend, probe_cupy
from engine.ensemble import all_columns, ensemble

TOLERANCE = 1e-9  # relative to the column's largest value; model section 9
NO_GPU = 2


def parity(gpu: Backend, draws: int) -> float:
    """The largest difference of any band, relative to its column's largest value."""
    scenario = Scenario()
    columns = all_columns(scenario.families)
    here, there = (ensemble(scenario, draws, columns, backend=b) for b in (NUMPY, gpu))
    worst = 0.0
    for column, band in here.bands.items():
        differences = [0.0]
        for share, line in vars(band).items():
            other = getattr(there.bands[column], share)
            if (np.isnan(line) != np.isnan(other)).any():
                differences.append(np.inf)
            size = max(float(np.nanmax(np.abs(line), initial=0.0)), np.finfo(float).tiny)
            differences.append(float(np.nanmax(np.abs(line - other), initial=0.0)) / size)
        print(f"  {column:32} {max(differences):.1e}")
        worst = max(worst, *differences)
    return worst


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
