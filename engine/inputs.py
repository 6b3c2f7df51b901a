"""Scenarios as arrays: every parameter on the scenario axis, of length one where all agree.

Axes after time and family: scenario, or scenario and draw where there is luck. What does
not differ between worlds keeps length one and is computed once.
"""

from __future__ import annotations

import dataclasses
import functools
from collections.abc import Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np

from engine.model import events
from engine.model.conventions import Array
from engine.parameter import month_number
from engine.scenario import Scenario
from engine.values import PerFamily


@dataclass(frozen=True)
class Luck:
    """What chance adds to the parameters; the neutral luck adds nothing.

    Host arrays with axes (scenario, draw), after time and family where named.
    """

    log_growth: Any = 0.0
    log_efficiency: Any = 0.0
    log_price: Any = 0.0  # (family, scenario, draw)
    slip: Any = 0.0  # (family, scenario, draw) months
    grid_delay: Any = 0.0  # months
    supply_kept: Any = 1.0  # (time, family, scenario, draw) share
    base_kept: Any = 1.0  # (time, family, scenario, draw) share


NO_LUCK = Luck()


class Inputs:
    """Parameters of some scenarios as arrays of the module `xp`, by key.

    All scenarios share horizon and catalogue (simulate groups them so).
    """

    def __init__(
        self, scenarios: Sequence[Scenario], xp: ModuleType = np, luck: Luck | None = None
    ) -> None:
        self.xp = xp
        self.scenarios = scenarios
        self.luck = luck or NO_LUCK
        self.months = scenarios[0].horizon_months
        self.families = scenarios[0].families
        self._tail = (1,) if luck else ()
        self._cache: dict[str, Array] = {}

    def __getitem__(self, key: str) -> Array:
        """(scenario, ...) or (family, scenario, ...); no budget is infinite."""
        if key not in self._cache:
            self._cache[key] = self.xp.asarray(self.host(key))
        return self._cache[key]

    def host(self, key: str) -> Any:
        """The same as a NumPy array: for whole numbers that index, and for dates."""
        values = [getattr(scenario, key) for scenario in self.scenarios]
        if all(value == values[0] for value in values[1:]):
            values = values[:1]
        if isinstance(values[0], PerFamily):
            rows = np.array([[v[family] for v in values] for family in self.families])
        else:
            rows = np.array([np.inf if v is None else v for v in values])
        if not isinstance(values[0], int):
            rows = rows.astype(float)
        return rows.reshape(rows.shape + self._tail)

    def whole(self, key: str) -> Any:
        """A whole-number parameter on the host, as integers."""
        return self.host(key).astype(int)

    @functools.cached_property
    def month(self) -> Array:
        """(time, 1, ...)"""
        return self.xp.arange(self.months, dtype=float).reshape((-1, 1, *self._tail))

    @functools.cached_property
    def events(self) -> events.Effects:
        """What the scenarios' own events do, on the host, with the draw axis where needed."""
        lists = [scenario.events for scenario in self.scenarios]
        if all(entry == lists[0] for entry in lists[1:]):
            lists = lists[:1]
        found = events.effects(np, lists, self.families, self.months)
        with_tail = {
            name: array.reshape(array.shape + self._tail) for name, array in vars(found).items()
        }
        return dataclasses.replace(found, **with_tail)

    @functools.cached_property
    def anchors(self) -> tuple[Array, Array]:
        """Months and log levels (anchor, scenario, ...), short lists padded with their last."""
        lists = [scenario.revenue_anchors for scenario in self.scenarios]
        if all(entry == lists[0] for entry in lists[1:]):
            lists = lists[:1]
        most = max(len(entry) for entry in lists)
        padded = np.array([[*entry, *[entry[-1]] * (most - len(entry))] for entry in lists])
        shape = (most, len(lists), *self._tail)
        months = padded[:, :, 0].T.reshape(shape)
        levels = np.log(padded[:, :, 1]).T.reshape(shape)
        return self.xp.asarray(months), self.xp.asarray(levels)

    def known_generations(self, family: str) -> tuple[list[Any], list[Any]]:
        """Months since start, and (tops, watts, capex, rent), of each; host arrays."""
        starts = [month_number(scenario.start) for scenario in self.scenarios]
        origin = np.array(starts[:1] if len(set(starts)) == 1 else starts, dtype=float)
        origin = origin.reshape(origin.shape + self._tail)
        chips = self.scenarios[0].catalogue.generations(family)
        months = [month_number(chip.available) - origin for chip in chips]
        shape = (-1, 1, *self._tail)
        attributes = [
            np.array([c.tops, c.it_watts, c.capex_usd, c.rent_usd_per_hour]).reshape(shape)
            for c in chips
        ]
        return months, attributes
