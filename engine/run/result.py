"""What a run gives: a frozen Result whose arrays can't be written to."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import Any

import numpy as np

from engine import allowed
from engine.model.arrays import Array
from engine.tables.parameter import month_number, month_text
from engine.tables.scenario import Scenario
from engine.tables.series import SERIES


@functools.lru_cache(maxsize=64)
def _months(start: str, count: int) -> tuple[str, ...]:
    first = month_number(start)
    return tuple(month_text(first + t) for t in range(count))


class Result(Mapping[str, Array]):
    """Monthly series by column (`it_power_gw`, `it_power_gw_tpu` ...), each of shape (time,).

    Undefined values are NaN. `binding` holds indices into its row's `codes`.
    """

    def __init__(self, scenario: Scenario, columns: Mapping[str, Any], place: int = 0) -> None:
        """`columns` (time, scenario), read-only, are a batch's; this is the `place`-th of it."""
        self._columns = columns
        self._place = place
        self._scenario = scenario

    @property
    def scenario(self) -> Scenario:
        """The scenario that was run."""
        return self._scenario

    def __getitem__(self, column: str) -> Array:
        array = self._columns[column]  # what all agree on has length one
        line = array[:, self._place if array.shape[1] > 1 else 0]
        months = self._scenario.horizon_months
        return line if len(line) == months else np.broadcast_to(line, (months,))

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)

    @property
    def months(self) -> tuple[str, ...]:
        """The calendar month of each value, `YYYY-MM`."""
        return _months(self.scenario.start, self.scenario.horizon_months)

    def by_family(self, key: str) -> Array:
        """A series that has a column for each family.

        Takes: `key` of the series.
        Gives: (family, time) [unit of the series].
        Raises: ValueError for one that has not.
        """
        allowed.word("series by family", key, (row.key for row in SERIES if row.by_family))
        return np.stack([self[f"{key}_{family}"] for family in self.scenario.families])
