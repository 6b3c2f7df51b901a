"""Places in the unit cube for a sample of levers: Latin hypercube, Sobol, and Saltelli's design.

More dimensions of Sobol's sequence than the luck of a scenario has, which is in `engine.worlds`.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from engine.model.arrays import Array

BITS = 32
MOST_POINTS = 2**20

# Primitive polynomials (as binary numbers) and initial direction numbers: S. Joe and F. Y. Kuo,
# "Constructing Sobol sequences with better two-dimensional projections", SIAM J. Sci. Comput. 30
# (2008) 2635; file new-joe-kuo-6.21201.
# fmt: off
_POLYNOMIALS: tuple[tuple[int, tuple[int, ...]], ...] = (
    (1, (1,)),
    (3, (1,)),
    (7, (1, 3)),
    (11, (1, 3, 1)),
    (13, (1, 1, 1)),
    (19, (1, 1, 3, 3)),
    (25, (1, 3, 5, 13)),
    (37, (1, 1, 5, 5, 17)),
    (41, (1, 1, 5, 5, 5)),
    (47, (1, 1, 7, 11, 19)),
    (55, (1, 1, 5, 1, 1)),
    (59, (1, 1, 1, 3, 11)),
    (61, (1, 3, 5, 5, 31)),
    (67, (1, 3, 3, 9, 7, 49)),
    (91, (1, 1, 1, 15, 21, 21)),
    (97, (1, 3, 1, 13, 27, 49)),
    (103, (1, 1, 1, 15, 7, 5)),
    (109, (1, 3, 1, 15, 13, 25)),
    (115, (1, 1, 5, 5, 19, 61)),
    (131, (1, 3, 7, 11, 23, 15, 103)),
    (137, (1, 3, 7, 13, 13, 15, 69)),
    (143, (1, 1, 3, 13, 7, 35, 63)),
    (145, (1, 3, 5, 9, 1, 25, 53)),
    (157, (1, 3, 1, 13, 9, 35, 107)),
    (167, (1, 3, 1, 5, 27, 61, 31)),
    (171, (1, 1, 5, 11, 19, 41, 61)),
    (185, (1, 3, 5, 3, 3, 13, 69)),
    (191, (1, 1, 7, 13, 1, 19, 1)),
    (193, (1, 3, 7, 5, 13, 19, 59)),
    (203, (1, 1, 3, 9, 25, 29, 41)),
    (211, (1, 3, 5, 13, 23, 1, 55)),
    (213, (1, 3, 7, 3, 13, 59, 17)),
)
# fmt: on
DIMENSIONS = len(_POLYNOMIALS)


def _directions(dimensions: int) -> npt.NDArray[np.uint64]:
    """(dimension, bit) what each bit of a point's number adds to its coordinates."""
    found = np.zeros((dimensions, BITS), np.uint64)
    for dimension, (polynomial, initial) in enumerate(_POLYNOMIALS[:dimensions]):
        degree = polynomial.bit_length() - 1
        odd = list(initial) if degree else [1] * BITS
        while len(odd) < BITS:  # Bratley and Fox 1988, equation 2
            new = odd[-degree] ^ (odd[-degree] << degree)
            for i in range(1, degree):
                if polynomial >> (degree - i) & 1:
                    new ^= odd[-i] << i
            odd.append(new)
        found[dimension] = [m << (BITS - 1 - bit) for bit, m in enumerate(odd)]
    return found


def sobol(dimensions: int, points: int, seed: int) -> Array:
    """The first points of Sobol's sequence, all shifted alike by chance, which keeps them even.

    Takes: `dimensions`, 1 to `DIMENSIONS`; `points`, how many; `seed` of the shift.
    Gives: (dimension, point) [0 to 1, without the ends].
    Raises: ValueError for more dimensions than there are.
    Source: S. Joe and F. Y. Kuo, SIAM J. Sci. Comput. 30 (2008) 2635.
    """
    if not 1 <= dimensions <= DIMENSIONS:
        raise ValueError(f"dimensions {dimensions}: allowed are 1 to {DIMENSIONS}")
    number = np.arange(points, dtype=np.uint64)
    gray = number ^ (number >> np.uint64(1))
    random = np.random.Generator(np.random.Philox(key=seed))
    found = np.repeat(random.integers(2**BITS, size=(dimensions, 1), dtype=np.uint64), points, 1)
    directions = _directions(dimensions)
    for bit in range(int(gray.max(initial=0)).bit_length()):
        chosen = gray >> np.uint64(bit) & np.uint64(1)
        found ^= chosen * directions[:, bit : bit + 1]
    return np.asarray((found + 0.5) / 2.0**BITS)


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
