"""Shares of a measure's variance that come from each lever, alone and with all others.

Only Saltelli's design has what they need: A, B, and for each lever A with the lever from B.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.model.arrays import Array, Truths

LEAST_POINTS = 16  # of each sample: with fewer, an index says next to nothing
RESAMPLED = 200  # times, for the standard error
SEED = 0  # of the resampling: the same folder gives the same report


@dataclass(frozen=True)
class Index:
    """One lever's share of the variance, alone (`first`) and with what it does with others.

    `first_error` and `total_error` are standard errors, from points drawn again (bootstrap).
    """

    lever: str
    first: float
    total: float
    first_error: float
    total_error: float


def variance_shares(values: Array) -> tuple[Array, Array]:
    """First-order and total-order indices of each lever.

    Takes: `values` (sample, point) of any unit, all defined; the samples are A, B, and for each
        lever A with the lever's coordinates from B.
    Gives: first and total, each (lever,) [share]; 0 where nothing varies.
    Raises: ValueError for fewer than three samples.
    Source: A. Saltelli and others, Computer Physics Communications 181 (2010) 259, table 2, (b)
        for the first and (f), of M. J. W. Jansen 1999, for the total.
    """
    if len(values) < 3:
        raise ValueError(f"{len(values)} samples: needed are A, B and one for each lever")
    # the estimator of the first order hangs on where zero is; the mean is where it errs least
    values = values - values[:2].mean()
    first, second, mixed = values[0], values[1], values[2:]
    variance = float(np.var(values[:2]))
    if not variance > 0:
        return np.zeros(len(mixed)), np.zeros(len(mixed))
    alone = np.mean(second * (mixed - first), axis=1) / variance
    whole = np.mean((first - mixed) ** 2, axis=1) / (2 * variance)
    return alone, whole


def indices(levers: list[str], values: Array) -> list[Index]:
    """The levers' indices with their standard errors, the largest total first.

    Takes: `levers`, names; `values` (sample, point) of any unit, NaN where one is not known: that
        point is then left out of all samples.
    Gives: indices, none where fewer than `LEAST_POINTS` points are known.
    """
    known: Truths = ~np.any(np.isnan(values), axis=0)
    values = values[:, known]
    count = values.shape[1]
    if count < LEAST_POINTS:
        return []
    random = np.random.Generator(np.random.Philox(key=SEED))
    again = [
        variance_shares(values[:, random.integers(count, size=count)]) for _ in range(RESAMPLED)
    ]
    errors = np.std(np.array(again), axis=0, ddof=1)
    firsts, totals = variance_shares(values)
    found = [
        Index(lever, float(first), float(total), float(of_first), float(of_total))
        for lever, first, total, of_first, of_total in zip(
            levers, firsts, totals, *errors, strict=True
        )
    ]
    return sorted(found, key=lambda index: -index.total)
