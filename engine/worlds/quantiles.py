"""Quantiles of many worlds: exact while the worlds fit, from a bounded sketch beyond.

Our own, for those of NumPy look for each share anew: by measurement 1,024 draws with their
bands take 1.3 times as long with them.

Arrays of whichever module; rows first (a month of a column each), draws last.
"""

from __future__ import annotations

from dataclasses import dataclass

from engine import allowed
from engine.model.arrays import DRAW, HOST, Array, ArrayModule, Truths

SHARES = (0.05, 0.25, 0.5, 0.75, 0.95)
BUFFER = 1024  # draws that a level of the sketch holds


@dataclass(frozen=True)
class Sample:
    """Sorted values (row, n), undefined ones (NaN) last, each counting `weight` (n,) draws.

    No weights are one draw each; with weights, `weight` is (row, n) in the values' order.
    `complete` where it is known that nothing is undefined; `defined` (row,) how many draws
    are, where that is known better than from the weights.
    """

    values: Array
    weight: Array | None = None
    complete: bool = False
    defined: Array | None = None


def sample(xp: ArrayModule, values: Array) -> Sample:
    """The sample of all worlds.

    Takes: `values` (row, draw) [any unit].
    Gives: Sample.
    Raises: ValueError for no draws.
    """
    allowed.whole("count of draws", values.shape[DRAW], 1)
    ordered = xp.sort(values, axis=DRAW)
    return Sample(ordered, complete=_all(xp, ~xp.isnan(ordered[:, -1])))


def quantiles(xp: ArrayModule, drawn: Sample, shares: tuple[float, ...] = SHARES) -> Array:
    """Quantiles of each row, linear between order statistics.

    A value of weight w counts as w equal draws.

    Takes: `drawn`, a sample; `shares` [0 to 1].
    Gives: (share, row) [unit of the values], NaN where nothing is defined.
    Raises: ValueError for a share that is not from 0 to 1.
    Source: type 7 of R. J. Hyndman and Y. Fan, "Sample quantiles in statistical packages", American
        Statistician 50 (1996) 361.
    """
    for share in shares:
        allowed.share("share", share)
    if drawn.complete and drawn.weight is None:
        return _of_complete(xp, drawn.values, shares)
    found = []
    defined = _defined(xp, drawn)
    for share in shares:
        place = xp.maximum(defined - 1, 0.0) * share
        below = xp.floor(place)
        low = _at(xp, drawn, below)
        high = _at(xp, drawn, xp.minimum(below + 1, xp.maximum(defined - 1, 0.0)))
        found.append(low + (high - low) * (place - below))
    return xp.stack(found)


def _of_complete(xp: ArrayModule, values: Array, shares: tuple[float, ...]) -> Array:
    """The same where nothing is undefined."""
    last = values.shape[1] - 1
    found = []
    for share in shares:
        below = int(last * share)
        low, high = values[:, below], values[:, min(below + 1, last)]
        found.append(low + (high - low) * (last * share - below))
    return xp.stack(found)


def mean(xp: ArrayModule, values: Array) -> Array:
    """Mean of the defined values, in any order.

    Taken from the lowest value up, so that the mean of equal values is that value.

    Takes: `values` (row, draw) [any unit].
    Gives: (row,) [unit of the values], NaN where nothing is defined.
    """
    known = ~xp.isnan(values)
    if _all(xp, known):
        lowest = xp.min(values, axis=DRAW)
        draws: int = values.shape[DRAW]
        return lowest + xp.sum(values - lowest[:, None], axis=DRAW) / draws
    lowest = xp.min(xp.where(known, values, xp.inf), axis=DRAW)
    above = xp.where(known, values - lowest[:, None], 0.0)
    defined = xp.sum(known, axis=DRAW)
    found = lowest + xp.sum(above, axis=DRAW) / xp.maximum(defined, 1)
    return xp.where(defined > 0, found, xp.nan)


def tail_means(xp: ArrayModule, drawn: Sample, confidence: float) -> Array:
    """Expected value in the worst (highest) worlds: CVaR.

    The worst share in full, and the world on its edge by the fraction that is left.

    Takes: `drawn`, a sample; `confidence` [share], of the worlds that do not count.
    Gives: (row,) [unit of the values].
    Raises: ValueError for a confidence that is not from 0 to less than 1.
    Source: model, section 8; R. T. Rockafellar and S. Uryasev, "Optimization of conditional
        value-at-risk", J. Risk 2 (2000) 21, whose minimum this is for a sample.
    """
    if allowed.share("confidence", confidence) == 1:
        raise ValueError("confidence 1: allowed are numbers from 0 to less than 1")
    known = xp.where(xp.isnan(drawn.values), 0.0, 1.0)
    beyond = xp.cumsum(known, axis=DRAW) - confidence * xp.sum(known, axis=DRAW)[:, None]
    in_tail = xp.minimum(known, xp.maximum(beyond, 0.0))
    total = xp.sum(xp.where(in_tail > 0, drawn.values * in_tail, 0.0), axis=DRAW)
    return total / xp.sum(in_tail, axis=DRAW)


def _all(xp: ArrayModule, known: Truths) -> bool:
    """Whether all are known, which saves work; a GPU is not asked, for it would be waited for."""
    return xp is HOST and bool(known.all())


def _defined(xp: ArrayModule, drawn: Sample) -> Array:
    """(row,) how many draws are defined."""
    if drawn.defined is not None:
        return drawn.defined
    known = ~xp.isnan(drawn.values)
    counted = known if drawn.weight is None else xp.where(known, drawn.weight, 0.0)
    return xp.sum(counted, axis=DRAW).astype(float)


def _at(xp: ArrayModule, drawn: Sample, place: Array) -> Array:
    """(row,) the value of the draw that stands at `place` in order."""
    if drawn.weight is None:
        index = place.astype(int)[:, None]
    else:
        up_to = xp.cumsum(drawn.weight, axis=DRAW)
        index = xp.sum(up_to <= place[:, None], axis=DRAW, keepdims=True)
        index = xp.minimum(index, drawn.values.shape[1] - 1)
    return xp.take_along_axis(drawn.values, index, axis=DRAW)[:, 0]


class Sketch:
    """Quantiles of a stream in bounded memory, the same every time.

    Full buffers of one level are merged, sorted, and every other value is kept with twice the
    weight: G. S. Manku, S. Rajagopalan and B. G. Lindsay, "Approximate medians and other
    quantiles in one pass and with limited memory", SIGMOD 1998. Which half is kept takes
    turns. What it holds does not depend on how the stream was cut into blocks.
    """

    def __init__(self, xp: ArrayModule, rows: int) -> None:
        self._xp = xp
        self._levels: list[Array | None] = []
        self._merges: list[int] = []  # of each level, so far
        self._pending = xp.empty((rows, BUFFER))
        self._waiting = 0
        self._draws = 0
        self._defined = xp.zeros(rows)

    @property
    def rank_error(self) -> float:
        """How far a quantile may be from its place in the order of all draws [share of them].

        A bound, not an estimate. A merge of values that count w draws each puts a rank off by w at
        most, up if it keeps the first of two and down if the second; as they take turns, only half
        of a level's merges can add up. One draw more for what is read between two. With 100,000
        draws it is 0.16%; what is seen in practice is a tenth of that.
        """
        off = sum(2**level * ((merges + 1) // 2) for level, merges in enumerate(self._merges))
        return (off + 1) / self._draws if off else 0.0

    def add(self, values: Array) -> None:
        """More draws.

        Takes: `values` (row, n) [any unit].
        """
        self._draws += values.shape[1]
        self._defined = self._defined + self._xp.sum(~self._xp.isnan(values), axis=DRAW)
        taken = 0
        while taken < values.shape[1]:
            count = min(BUFFER - self._waiting, values.shape[1] - taken)
            end = self._waiting + count
            self._pending[:, self._waiting : end] = values[:, taken : taken + count]
            self._waiting, taken = end, taken + count
            if self._waiting == BUFFER:
                self._push(0, self._xp.sort(self._pending, axis=DRAW))
                self._waiting = 0

    def _push(self, level: int, buffer: Array) -> None:
        if level == len(self._levels):
            self._levels.append(None)
            self._merges.append(0)
        there = self._levels[level]
        if there is None:
            self._levels[level] = buffer
            return
        self._levels[level] = None
        merged = self._xp.sort(self._xp.concatenate([there, buffer], axis=DRAW), axis=DRAW)
        self._merges[level] += 1
        kept = merged[:, self._merges[level] % 2 :: 2]
        self._push(level + 1, self._xp.ascontiguousarray(kept))

    def sample(self) -> Sample:
        """What is known so far."""
        xp = self._xp
        parts = [(self._pending[:, : self._waiting], 1.0)]
        parts += [
            (buffer, 2.0**level) for level, buffer in enumerate(self._levels) if buffer is not None
        ]
        values = xp.concatenate([values for values, _ in parts], axis=DRAW)
        weight = xp.concatenate([xp.full(v.shape, each) for v, each in parts], axis=DRAW)
        order = xp.argsort(values, axis=DRAW)
        sorted_values = xp.take_along_axis(values, order, axis=DRAW)
        weight = xp.take_along_axis(weight, order, axis=DRAW)
        return Sample(sorted_values, weight, defined=self._defined)
