"""What an ensemble keeps of its worlds: every value while they fit, a sketch of them beyond.

Arrays are (row, draw), a row for each month of a column.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Protocol

from engine.model.arrays import DRAW, Array
from engine.run.backend import Backend
from engine.worlds import quantiles


class SampleStore(Protocol):
    """Values of some columns over the worlds, by the column's name."""

    @property
    def rank_error(self) -> float:
        """How far from its place in the order of all draws a quantile may be [share of them]."""

    def add(self, first: int, name: str, values: Array) -> None:
        """More values of a column.

        Takes: `first`, the draw that they begin with; `name` of the column; `values` (row, draw)
            [its unit].
        """

    def sample(self, name: str) -> quantiles.Sample:
        """All its values in order.

        Takes: `name` of a column.
        Gives: Sample.
        """

    def spread(self, name: str) -> Array:
        """Quantiles of a column that has a band.

        Takes: `name` of the column.
        Gives: (share, row) [its unit].
        """

    def mean(self, name: str) -> Array:
        """Mean of the defined values.

        Takes: `name` of a column.
        Gives: (row,) [its unit].
        """


class Everything:
    """Every world's value of some columns, in one array each."""

    rank_error = 0.0

    def __init__(self, backend: Backend, draws: int) -> None:
        self._xp = backend.xp
        self._draws = draws
        self._values: dict[str, Array] = {}

    def add(self, first: int, name: str, values: Array) -> None:
        count = values.shape[1]
        if count == self._draws:  # one block: nothing to put together
            self._values[name] = values
            return
        if name not in self._values:
            self._values[name] = self._xp.empty((len(values), self._draws))
        self._values[name][:, first : first + count] = values

    def values(self, name: str) -> Array:
        """Every value, in the order of the draws.

        Takes: `name` of a column.
        Gives: (row, draw) [its unit].
        """
        return self._values[name]

    def sample(self, name: str) -> quantiles.Sample:
        return quantiles.sample(self._xp, self._values[name])

    def spread(self, name: str) -> Array:
        return quantiles.quantiles(self._xp, self.sample(name))

    def mean(self, name: str) -> Array:
        return quantiles.mean(self._xp, self._values[name])


class Sketches:
    """The same in memory that does not grow with the draws, but for what is kept `whole`.

    Means are still exact, and so is all that is asked of what is whole.
    """

    def __init__(
        self,
        backend: Backend,
        draws: int,
        heights: Mapping[str, int],
        *,
        unsorted: Sequence[str],
        whole: Sequence[str],
    ) -> None:
        """`unsorted` are those of which only the mean is wanted."""
        self._xp = xp = backend.xp
        self._everything = Everything(backend, draws)
        self._whole = frozenset(whole)
        heights = {name: rows for name, rows in heights.items() if name not in self._whole}
        self._sketches = {
            name: quantiles.Sketch(xp, rows)
            for name, rows in heights.items()
            if name not in unsorted
        }
        self._totals = {name: xp.zeros(rows) for name, rows in heights.items()}
        self._defined = {name: xp.zeros(rows) for name, rows in heights.items()}

    @property
    def kept(self) -> Everything:
        """The store of what is kept whole."""
        return self._everything

    @property
    def rank_error(self) -> float:
        return max((sketch.rank_error for sketch in self._sketches.values()), default=0.0)

    def add(self, first: int, name: str, values: Array) -> None:
        xp = self._xp
        if name in self._whole:
            self._everything.add(first, name, values)
            return
        if name in self._sketches:
            self._sketches[name].add(values)
        known = ~xp.isnan(values)
        self._totals[name] += xp.sum(xp.where(known, values, 0.0), axis=DRAW)
        self._defined[name] += xp.sum(known, axis=DRAW)

    def sample(self, name: str) -> quantiles.Sample:
        if name in self._whole:
            return self._everything.sample(name)
        return self._sketches[name].sample()

    def spread(self, name: str) -> Array:
        return quantiles.quantiles(self._xp, self.sample(name))

    def mean(self, name: str) -> Array:
        if name in self._whole:
            return self._everything.mean(name)
        xp, defined = self._xp, self._defined[name]
        total = self._totals[name] / xp.maximum(defined, 1.0)
        return xp.where(defined > 0, total, xp.nan)
