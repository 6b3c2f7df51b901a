"""Section 4: the power that there is, month by month: the levers' schedule and the sites."""

from __future__ import annotations

import functools
import operator

import numpy as np

from engine.model import power
from engine.model.arrays import Array
from engine.run.graph.section import Section, quantity


class Power(Section):
    """Facility and IT limits, after delays and outages."""

    @quantity
    def _schedule_gw(self) -> Array:
        """(time, ...) facility power of the levers' schedule, after delays [GW]."""
        p, xp = self.inputs, self.xp
        delay = p.host("grid_delay_months") + p.events.grid_delay + p.luck.grid_delay
        return self.kernel(power.facility_limit)(
            self.month,
            p["as_of"],
            xp.asarray(delay),
            p["power_start_gw"],
            p["power_budget_gw"],
            p["power_ramp_start"],
            p["power_ready_month"],
            p["power_growth_gw_per_year"],
        )

    @quantity
    def _sites_gw(self) -> Array | None:
        """(time, ...) facility power of the sites, before outages [GW]; None without sites."""
        p, xp = self.inputs, self.xp
        sites = p.sites
        if sites is None:
            return None
        luck = p.luck
        planned = p.host("grid_delay_months") + p.events.grid_delay
        built = luck.site_built
        known = [True] * len(sites.gw)  # sites that no luck touches are one small computation
        if built is not None:
            delayed = (sites.start > p.host("as_of")) & (luck.site_delay != 0)
            touched = delayed | (built < 1)
            known = (~touched.reshape((len(known), -1)).any(axis=1)).tolist()
        parts = []
        some = [i for i, settled in enumerate(known) if settled]
        if some:
            share = power.site_share(
                xp,
                self.month[:, None],
                p["as_of"],
                xp.asarray(planned + sites.delay[some]),
                xp.asarray(sites.start[some]),
                xp.asarray(sites.ramp[some]),
            )
            parts.append(xp.sum(share * xp.asarray(sites.gw[some]), axis=1))
        total: Array | None = functools.reduce(operator.add, parts) if parts else None
        for i in (i for i, settled in enumerate(known) if not settled):
            assert built is not None
            delay = planned + sites.delay[i] + luck.site_delay[i]
            begins = sites.start[i] + np.where(sites.start[i] > p.host("as_of"), delay, 0.0)
            total = self._with_site(total, begins, sites.ramp[i], sites.gw[i] * built[i])
        return total

    def _with_site(self, total: Array | None, begins: Array, length: Array, gw: Array) -> Array:
        """`total` (time, ...) and a site that comes up otherwise from world to world."""
        xp, months = self.xp, len(self.month)
        shape = np.broadcast_shapes(begins.shape, length.shape, gw.shape)
        first = int(np.clip(np.floor(begins.min()), 0, months))
        last = int(np.clip(np.ceil((begins + length).max()), 0, months))
        if total is None or total.shape[1:] != shape:
            total = (0.0 if total is None else total) + xp.zeros((months, *shape))
        begins, length, gw = xp.asarray(begins), xp.asarray(length), xp.asarray(gw)
        power.add_site(xp, total[first:last], self.month[first:last], begins, length, gw)
        total[last:] += gw
        return total

    def _after_outages(self, gw: Array) -> Array:
        kept = self.inputs.events.power_kept
        found: Array = gw if kept.size == 1 and kept == 1 else self.xp.asarray(kept) * gw
        return found

    @quantity
    def site_power_gw(self) -> Array:
        """(time, ...) facility power of the sites, after delays and outages [GW]."""
        sites = self._sites_gw
        return self.xp.zeros_like(self.month) if sites is None else self._after_outages(sites)

    @quantity
    def power_limit_gw(self) -> Array:
        """(time, ...) facility power that there is, after delays and outages [GW]."""
        sites, schedule = self._sites_gw, self._schedule_gw
        return self._after_outages(schedule if sites is None else schedule + sites)

    @quantity
    def it_limit_gw(self) -> Array:
        """(time, ...) IT power that the facility limit can carry at its peak [GW IT]."""
        return self.power_limit_gw / self.inputs["peak_ratio"]
