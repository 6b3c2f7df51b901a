"""Places in the unit cube for a sample of levers: Latin hypercube, Sobol, and Saltelli's design."""

from __future__ import annotations

import numpy as np

from engine.model.arrays import Array
from engine.worlds import low_discrepancy
from engine.worlds.low_discrepancy import BITS, DIMENSIONS

MOST_POINTS = 2**20


def sobol(dimensions: int, points: int, seed: int) -> Array:
    """The first points of Sobol's sequence, all shifted alike by chance, which keeps them even.

    Takes: `dimensions`, 1 to `DIMENSIONS`; `points`, how many; `seed` of the shift.
    Gives: (dimension, point) [0 to 1, without the ends].
    Raises: ValueError for more dimensions than there are.
    Source: S. Joe and F. Y. Kuo, SIAM J. Sci. Comput. 30 (2008) 2635.
    """
    if not 1 <= dimensions <= DIMENSIONS:
        raise ValueError(f"dimensions {dimensions}: allowed are 1 to {DIMENSIONS}")
    random = np.random.Generator(np.random.Philox(key=seed))
    shift = random.integers(2**BITS, size=dimensions, dtype=np.uint64)
    return low_discrepancy.sobol(np.arange(dimensions), np.arange(points), shift)


def latin(dimensions: int, points: int, seed: int) -> Array:
    """A Latin hypercube: in each dimension a point in each of as many slices as there are points.

    Takes: `dimensions`; `points`, how many; `seed`.
    Gives: (dimension, point) [0 to 1].
    Source: M. D. McKay, R. J. Beckman and W. J. Conover, Technometrics 21 (1979) 239.
    """
    found = np.empty((dimensions, points))
    for dimension in range(dimensions):
        random = np.random.Generator(np.random.Philox(key=[seed, dimension]))
        found[dimension] = (random.permutation(points) + random.random(points)) / points
    return found


def saltelli(levers: list[int], points: int, seed: int) -> Array:
    """Two samples A and B, and for each lever A with the lever's coordinates from B.

    The points stand in the order A, B, A with the first lever from B, and so on: from them come
    total-order indices. A lever may have several coordinates, as shares of a sum of one do.

    Takes: `levers`, how many coordinates each has; `points` of A, and of each other sample; `seed`.
    Gives: (dimension, point) [0 to 1, without the ends], of levers + 2 samples.
    Raises: ValueError for more dimensions than half of Sobol's.
    Source: A. Saltelli and others, Computer Physics Communications 181 (2010) 259.
    """
    dimensions = sum(levers)
    both = sobol(2 * dimensions, points, seed)
    first, second = both[:dimensions], both[dimensions:]
    samples = [first, second]
    begin = 0
    for own in levers:
        mixed = first.copy()
        mixed[begin : begin + own] = second[begin : begin + own]
        samples.append(mixed)
        begin += own
    return np.concatenate(samples, axis=1)


def on_simplex(places: Array) -> Array:
    """Shares that sum to one, evenly spread over all there are.

    Takes: `places` (dimension, point) [0 to 1], one fewer than there are shares.
    Gives: (share, point) [share].
    Source: by breaking what is left of a stick; L. Devroye, "Non-uniform random variate
        generation", 1986, chapter V.
    """
    found, left = [], np.ones(places.shape[1])
    for done, line in enumerate(places):
        broken = left * (1 - (1 - line) ** (1 / (len(places) - done)))
        found.append(broken)
        left = left - broken
    return np.stack([*found, left])
