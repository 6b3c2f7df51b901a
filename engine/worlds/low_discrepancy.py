"""Evenly spread points in the unit cube, and their normal deviates; NumPy alone."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

from engine.model.arrays import Array, Places, Wholes, Words

BITS = 32  # of a coordinate: 2^32 points before the sequence repeats

# Primitive polynomials (as binary numbers) and initial direction numbers of the first
# dimensions: S. Joe and F. Y. Kuo, "Constructing Sobol sequences with better
# two-dimensional projections", SIAM J. Sci. Comput. 30 (2008) 2635; file
# new-joe-kuo-6.21201.
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


def _direction_numbers() -> npt.NDArray[np.uint32]:
    """(dimension, bit) what each bit of a point's number adds to its coordinates."""
    numbers = np.zeros((DIMENSIONS, BITS), np.uint32)
    for dimension, (polynomial, initial) in enumerate(_POLYNOMIALS):
        degree = polynomial.bit_length() - 1
        odd = list(initial) if degree else [1] * BITS
        while len(odd) < BITS:  # Bratley and Fox 1988, equation 2
            new = odd[-degree] ^ (odd[-degree] << degree)
            for i in range(1, degree):
                if polynomial >> (degree - i) & 1:
                    new ^= odd[-i] << i
            odd.append(new)
        numbers[dimension] = [m << (BITS - 1 - bit) for bit, m in enumerate(odd)]
    return numbers


_DIRECTIONS = _direction_numbers()


def sobol(dimensions: Places, number: Wholes | Words, shift: Words) -> Array:
    """Points of the Sobol sequence.

    A point depends on its number alone, so the first points of a longer stretch are the shorter
    one. The shift keeps the evenness and makes the points random.

    Takes: `dimensions` (dimension,), places in the table; `number` (..., n) of each point; `shift`
        (dimension, ...), 32-bit numbers that are exclusive-or'ed in.
    Gives: (dimension, ..., n) [0 to 1, without the ends].
    Raises: ValueError for dimensions and numbers that there are not.
    Source: S. Joe and F. Y. Kuo, SIAM J. Sci. Comput. 30 (2008) 2635.
    """
    _check("dimension", np.asarray(dimensions), DIMENSIONS)
    _check("number", number, 2**BITS)
    given = number.astype(np.uint64)
    gray = given ^ (given >> np.uint64(1))
    points = np.empty((len(dimensions), *number.shape), np.uint32)
    points[...] = shift.astype(np.uint32)[..., None]
    directions = _DIRECTIONS[dimensions].reshape(len(dimensions), BITS, *([1] * number.ndim))
    for bit in range(int(gray.max(initial=0)).bit_length()):
        chosen = (gray >> np.uint64(bit) & np.uint64(1)).astype(np.uint32)
        points ^= chosen * directions[:, bit]
    return (points + 0.5) / 2.0**BITS


def shuffled(number: Wholes, key: Words) -> Words:
    """Whole numbers in an order of their own for each key.

    Every block of 2^k numbers from a multiple of 2^k on is shuffled in itself and moved as a whole,
    so that what is even about a block of points stays. Each bit is turned by chance, which hangs on
    the bits above it. Points of two keys are then even each, and independent of each other.

    Takes: `number` (n,), whole, below 2^32; `key` (key,), 64-bit numbers.
    Gives: (key, n) whole numbers below 2^32.
    Raises: ValueError for other numbers.
    Source: A. B. Owen, "Randomly permuted (t,m,s)-nets", 1995; for numbers of points: B. Burley,
        "Practical hash-based Owen scrambling", J. Computer Graphics Techniques 9 (2020) 1.
    """
    _check("number", number, 2**BITS)
    given = number.astype(np.uint64)
    found = np.broadcast_to(given, (len(key), len(number))).copy()
    if not len(number):
        return found
    keys, first, last = key.astype(np.uint64)[:, None], given.min(), given.max()
    differing = int(first ^ last).bit_length()  # of the bits from there on all are alike
    for bit in map(np.uint64, range(differing)):
        low = int(first >> bit >> np.uint64(1))
        above = given >> bit >> np.uint64(1)
        count = int(last >> bit >> np.uint64(1)) - low + 1
        if count < len(number):  # in a row they have few different ones: each is turned once
            turned = _turned(keys, np.arange(low, low + count, dtype=np.uint64), bit)
            turned = np.take(turned, (above - np.uint64(low)).astype(np.intp), axis=1)
        else:
            turned = _turned(keys, above, bit)
        found ^= turned
    high = np.arange(differing, BITS, dtype=np.uint64)
    alike = _turned(keys, first >> high >> np.uint64(1), high)
    return np.asarray(found ^ np.bitwise_xor.reduce(alike, axis=1, keepdims=True))


def _turned(keys: Words, above: Words, bit: Any) -> Words:
    """(key, n) the bit to turn, or none, by the bits above it."""
    chance = _mixed(keys + _mixed(above << np.uint64(6) | bit))
    return np.asarray((chance & np.uint64(1)) << bit)


def _check(what: str, given: Places | Wholes | Words, count: int) -> None:
    whole = given.dtype.kind in "iu"
    if not whole or (given.size and not 0 <= int(given.min()) <= int(given.max()) < count):
        raise ValueError(f"{what} {given}: allowed are whole numbers from 0 to {count - 1}")


def _mixed(number: Words) -> Words:
    """64 bits that look like chance: G. L. Steele and others, "Fast splittable pseudorandom
    number generators", OOPSLA 2014, its finishing step."""
    number = (number ^ (number >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    number = (number ^ (number >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return np.asarray(number ^ (number >> np.uint64(31)))


# Rational approximations of the inverse normal distribution, highest power first: M. J.
# Wichura, "Algorithm AS 241: The percentage points of the normal distribution", Applied
# Statistics 37 (1988) 477, routine PPND16; relative error about 1e-16.
# fmt: off
_CENTRE = (
    (2.5090809287301226727e3, 3.3430575583588128105e4, 6.7265770927008700853e4,
     4.5921953931549871457e4, 1.3731693765509461125e4, 1.9715909503065514427e3,
     1.3314166789178437745e2, 3.3871328727963666080e0),
    (5.2264952788528545610e3, 2.8729085735721942674e4, 3.9307895800092710610e4,
     2.1213794301586595867e4, 5.3941960214247511077e3, 6.8718700749205790830e2,
     4.2313330701600911252e1, 1.0),
)
_SHOULDER = (
    (7.74545014278341407640e-4, 2.27238449892691845833e-2, 2.41780725177450611770e-1,
     1.27045825245236838258e0, 3.64784832476320460504e0, 5.76949722146069140550e0,
     4.63033784615654529590e0, 1.42343711074968357734e0),
    (1.05075007164441684324e-9, 5.47593808499534494600e-4, 1.51986665636164571966e-2,
     1.48103976427480074590e-1, 6.89767334985100004550e-1, 1.67638483018380384940e0,
     2.05319162663775882187e0, 1.0),
)
_TAIL = (
    (2.01033439929228813265e-7, 2.71155556874348757815e-5, 1.24266094738807843860e-3,
     2.65321895265761230930e-2, 2.96560571828504891230e-1, 1.78482653991729133580e0,
     5.46378491116411436990e0, 6.65790464350110377720e0),
    (2.04426310338993978564e-15, 1.42151175831644588870e-7, 1.84631831751005468180e-5,
     7.86869131145613259100e-4, 1.48753612908506148525e-2, 1.36929880922735805310e-1,
     5.99832206555887937690e-1, 1.0),
)
# fmt: on
_CENTRE_HALF_WIDTH, _CENTRE_OFFSET = 0.425, 0.180625
_SHOULDER_END, _SHOULDER_OFFSET = 5.0, 1.6


def inverse_normal(probability: Array) -> Array:
    """The standard normal deviate below which a probability lies.

    Takes: `probability` (...) [0 to 1, without the ends].
    Gives: (...) [standard deviations].
    Raises: ValueError outside (0, 1).
    Source: M. J. Wichura, "Algorithm AS 241", Applied Statistics 37 (1988) 477, routine PPND16.
    """
    if not ((probability > 0) & (probability < 1)).all():
        raise ValueError(f"probability {probability}: allowed are numbers between 0 and 1")
    q = probability - 0.5
    nearest_end = np.minimum(probability, 1 - probability)
    r = np.sqrt(-np.log(nearest_end))
    central = q * _rational(_CENTRE, _CENTRE_OFFSET - q * q)
    shoulder = _rational(_SHOULDER, r - _SHOULDER_OFFSET)
    outer = np.where(r <= _SHOULDER_END, shoulder, _rational(_TAIL, r - _SHOULDER_END))
    return np.where(np.abs(q) <= _CENTRE_HALF_WIDTH, central, np.copysign(outer, q))


def _rational(pair: tuple[tuple[float, ...], tuple[float, ...]], x: Array) -> Array:
    top, bottom = (np.polyval(coefficients, x) for coefficients in pair)
    return np.asarray(top / bottom)
