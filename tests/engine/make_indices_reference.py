"""What SALib makes of Saltelli's design, for the indices of a sweep to be held against.

    pip install --target FOLDER SALib
    PYTHONPATH=FOLDER:. python tests/engine/make_indices_reference.py

writes `indices_reference.json` anew, which the tests read: SALib is no dependency of theirs. It is
given the same runs of Ishigami's function as the tests make, in the order that it wants them.
"""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np

from engine.model.arrays import Array
from engine.sweep import points

REFERENCE = Path(__file__).parent / "indices_reference.json"
A, B = 7.0, 0.1  # of Ishigami's function, as the literature has them
POINTS, SEED = 1024, 3


def ishigami(places: Array) -> Array:
    """Ishigami's function. Takes: `places` (3, point) [0 to 1]. Gives: (point,)."""
    x, y, z = np.pi * (2 * places - 1)
    found: Array = np.sin(x) + A * np.sin(y) ** 2 + B * z**4 * np.sin(x)
    return found


def exact() -> tuple[list[float], list[float]]:
    """First and total shares of its variance, worked out by hand (Ishigami and Homma 1990)."""
    own = [(1 + B * np.pi**4 / 5) ** 2 / 2, A**2 / 8, 0.0]
    both = B**2 * np.pi**8 * (1 / 18 - 1 / 50)  # of the first and the third together
    variance = sum(own) + both
    total = [own[0] + both, own[1], both]
    return [part / variance for part in own], [part / variance for part in total]


def runs() -> Array:
    """(sample, point) of the function over the design."""
    return ishigami(points.saltelli([1, 1, 1], POINTS, SEED)).reshape(5, POINTS)


if __name__ == "__main__":
    from SALib.analyze import sobol

    first, second, *mixed = runs()
    problem = {"num_vars": 3, "names": ["x", "y", "z"], "bounds": [[0, 1]] * 3}
    # SALib has each point's runs side by side: A, then A with each from B, then B
    wanted = np.stack([first, *mixed, second], axis=1).ravel()
    found = sobol.analyze(problem, wanted, calc_second_order=False, seed=1)
    said = {"first": found["S1"].tolist(), "total": found["ST"].tolist()}
    REFERENCE.write_text(json.dumps(said, indent=1) + "\n", "utf-8")
