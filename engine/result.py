"""What a run gives: a frozen Result whose arrays can't be written to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

import numpy as np
import numpy.typing as npt

from engine.parameter import month_number, month_text
from engine.scenario import Scenario

Line = npt.NDArray[np.float64]


class Result(Mapping[str, Line]):
    """Monthly series by column (`it_power_gw`, `it_power_gw_tpu` ...), each of shape (time,).

    Undefined values are NaN. `binding` holds indices into its row's `codes`.
    """

    __slots__ = ("_columns", "scenario")

    scenario: Scenario

    def __init__(self, scenario: Scenario, columns: Mapping[str, Any]) -> None:
        fixed = {}
        for key, array in columns.items():
            # a series that no parameter of the month touches has one value for all months
            line = np.ascontiguousarray(np.broadcast_to(array, (scenario.horizon_months,)))
            if line.base is not None or line is array:
                line = line.copy()
            line.setflags(write=False)
            fixed[key] = line
        object.__setattr__(self, "_columns", MappingProxyType(fixed))
        object.__setattr__(self, "scenario", scenario)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a Result can't be changed ({name})")

    def __getitem__(self, column: str) -> Line:
        columns: Mapping[str, Line] = self._columns  # type: ignore[attr-defined]
        return columns[column]

    def __iter__(self) -> Iterator[str]:
        return iter(self._columns)  # type: ignore[attr-defined]

    def __len__(self) -> int:
        return len(self._columns)  # type: ignore[attr-defined]

    @property
    def months(self) -> tuple[str, ...]:
        """The calendar month of each value, `YYYY-MM`."""
        first = month_number(self.scenario.start)
        return tuple(month_text(first + t) for t in range(self.scenario.horizon_months))

    def by_family(self, key: str) -> Line:
        """(family, time) of a series that has a column for each family."""
        return np.stack([self[f"{key}_{family}"] for family in self.scenario.families])
