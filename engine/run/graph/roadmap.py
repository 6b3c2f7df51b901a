"""Section 1: what a delivery of each family consists of, and what a chip of it costs."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from engine.model import compiled, roadmap
from engine.model.arrays import HOST, Array
from engine.run.graph.section import Section, quantity
from engine.run.latest_cache import LatestCache
from engine.run.record import Record
from engine.run.scenario_arrays import NO_LUCK, Inputs


class _Blend:
    """A blend, and all that it was made of: under most levers chips stay what they are."""

    def __init__(self, inputs: Inputs, make: Callable[[], Array]) -> None:
        record = inputs.record = Record()
        try:
            self.blend = make()
        finally:
            inputs.record = None
        self.blend.setflags(write=False)
        self._luck, self._months = inputs.luck, inputs.months
        self._values = {key: inputs.values(key) for key in record.read}

    def holds(self, inputs: Inputs) -> bool:
        return (
            self._luck is inputs.luck
            and self._months == inputs.months
            and all(inputs.values(key) == was for key, was in self._values.items())
        )


_blends = LatestCache[_Blend](2)  # of plain runs, and of draws


class Roadmap(Section):
    """The blend of generations, month by month."""

    @quantity
    def blend(self) -> Array:
        """(4, time, family, ...) TOPS, IT_WATTS, CAPEX and RENT of a chip delivered, before the
        price level [TFLOP/s, W IT, $, $ per hour].
        """
        p = self.inputs
        if p.record is not None or self.xp is not HOST or p.worlds > 1:
            return self._blended()

        def holds(kept: _Blend) -> bool:
            return kept.holds(p)

        drawn = p.luck is not NO_LUCK
        return _blends.get(drawn, holds, lambda: _Blend(p, self._blended)).blend

    def _blended(self) -> Array:
        p = self.inputs
        slip = p.host("generation_slip_months") + p.events.slip + p.luck.slip
        generations = [
            self._generations(family, slip[min(f, len(slip) - 1)])
            for f, family in enumerate(p.families)
        ]
        shapes = [np.broadcast_shapes(m.shape[1:], a[-1].shape[1:]) for m, a in generations]
        tail = np.broadcast_shapes(*shapes, p.host("generation_ramp_months").shape)
        blend = self.xp.empty((roadmap.ATTRIBUTES, p.months, len(p.families), *tail))
        for f, (months, attributes) in enumerate(generations):
            self._take_over(blend[:, :, f], months, attributes)
        return blend

    def _generations(self, family: str, slip: Array) -> tuple[Array, list[Array]]:
        """Months since start at which the family's generations come, and their attributes."""
        p = self.inputs
        known_months, known = p.known_generations(family)
        cadence = p.host("cadence_months")
        unslipped = roadmap.available_months(HOST, known_months, cadence, p.months)
        growth = ("perf_per_watt_growth", "watts_per_chip_growth", "price_performance_growth")
        attributes = roadmap.generation_attributes(
            HOST, known, len(unslipped), cadence, *(p.host(key) for key in growth)
        )
        return roadmap.slipped(HOST, unslipped, slip, p.host("as_of")), attributes

    def _take_over(self, blend: Array, months: Array, attributes: list[Array]) -> None:
        """Fill `blend` (attribute, time, ...): generations taking over, oldest first."""
        p, xp = self.inputs, self.xp
        ramp_months = p.host("generation_ramp_months")
        first, done = roadmap.ramp_windows(HOST, months, ramp_months, p.months)
        steps = bool((ramp_months == 0).any())
        oldest = max(k for k in range(len(months)) if k == 0 or done[k] == 0)
        older, settled = xp.asarray(attributes[oldest])[:, None], 0
        for k in range(oldest + 1, len(months)):
            newer = xp.asarray(attributes[k])[:, None]
            blend[:, settled : max(first[k], settled)] = older
            if first[k] < settled:  # two takeovers at once
                blend[:, settled : done[k]] = older
            if first[k] < done[k]:
                month, available = self.month[first[k] : done[k]], xp.asarray(months[k])
                window = blend[:, first[k] : done[k]]
                before = window if first[k] < settled else older
                ramp = p["generation_ramp_months"]
                if compiled.usable(xp) and not steps:
                    compiled.take_over(window, before, newer, month, available, ramp)
                else:
                    share = roadmap.share_taken_over(xp, month, available, ramp, steps=steps)
                    roadmap.take_over(xp, window, before, newer, share)
            older, settled = newer, done[k]
        blend[:, settled:] = older

    @quantity
    def tops(self) -> Array:
        """(time, family, ...) dense 8-bit peak of a chip delivered [TFLOP/s]."""
        found: Array = self.blend[roadmap.TOPS]
        return found

    @quantity
    def it_watts(self) -> Array:
        """(time, family, ...) IT power of a chip delivered [W IT]."""
        found: Array = self.blend[roadmap.IT_WATTS]
        return found

    @quantity
    def peak_per_watt(self) -> Array:
        """(time, family, ...) nominal peak of a watt delivered [TFLOP/s per W IT]."""
        return self.tops / self.it_watts
