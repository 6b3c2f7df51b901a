"""Section 5, what can be had: the mix, ordinary supply and contracts."""

from __future__ import annotations

import numpy as np

from engine.model import fleet
from engine.model.arrays import Array
from engine.run.graph.roadmap import Roadmap
from engine.run.graph.section import Section, quantity
from engine.run.scenario_arrays import Inputs


class Supply(Section):
    """What each family can deliver in a month, and what of it must be taken."""

    def __init__(self, inputs: Inputs, roadmap: Roadmap) -> None:
        super().__init__(inputs)
        self.roadmap = roadmap

    @quantity
    def mix(self) -> Array:
        """(time, family, ...) share of each family in new IT power, summing to 1 [share]."""
        keys = ("mix_start", "mix", "mix_from_month", "mix_month")
        values = (self.inputs[key] for key in keys)
        return self.kernel(fleet.mix_of_new_power)(self.month_by_family, *values)

    @quantity
    def _kept(self) -> Array:
        """(time, family, ...) share of supply that events and outages leave [share]."""
        p = self.inputs
        return self.xp.asarray(p.events.supply_kept) * p.by_month(p.luck.supply_kept)

    @quantity
    def ordinary_watts(self) -> Array:
        """(time, family, ...) what can be had beside contracts, before losses [W IT]."""
        p, xp = self.inputs, self.xp
        chips: Array = self.kernel(fleet.supply)(
            self.month_by_family,
            p["supply_chips_per_year"],
            xp.log(p["supply_growth"]),
            xp.log(p["supply_growth_longrun"]),
            p["supply_half_life_years"],
        )
        return chips * self.roadmap.it_watts

    @quantity
    def supplied_watts(self) -> Array:
        """(time, family, ...) what can be had of each family in the month [W IT]."""
        contracts, watts = self.inputs.contracts, self.ordinary_watts
        if contracts is not None:
            watts = watts + self.xp.asarray(contracts.watts)
        return watts * self._kept

    @quantity
    def firm_watts(self) -> Array | None:
        """(time, family, ...) what of it must be taken [W IT]; None where nothing must."""
        contracts = self.inputs.contracts
        if contracts is None or not contracts.firm.any():
            return None
        return self.xp.asarray(contracts.firm) * self._kept

    def with_premium(self, level: Array) -> Array:
        """`level`, and on it what contracts cost beside what all pay.

        Takes: `level` (time, family, ...) [factor].
        Gives: (time, family, ...) [factor].
        Source: model, section 6, price of a family's deliveries.
        """
        contracts, xp = self.inputs.contracts, self.xp
        if contracts is None:
            return level
        other = contracts.priced != contracts.watts
        if not other.any():
            return level
        ordinary = self.ordinary_watts
        shape = np.broadcast_shapes(level.shape, ordinary.shape, other.shape)
        level = xp.broadcast_to(level, shape).copy()
        for f in range(shape[1]):  # few families have such contracts, and not for all time
            months = np.flatnonzero(other[:, f].reshape((len(other), -1)).any(axis=1))
            if len(months):
                where = slice(months[0], months[-1] + 1), f
                promised = xp.asarray(contracts.watts[where]), xp.asarray(contracts.priced[where])
                level[where] *= fleet.premium(xp, ordinary[where], *promised)
        return level
