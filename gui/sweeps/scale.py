"""Where values stand along an axis, from 0 to 1, and which of them are written beside it. No Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from engine import Array
from gui.sweeps.quantities import SweptQuantity

LOG_FROM = 4.0  # times the least value: nearer together a linear axis says the same
STEPS = (1.0, 2.0, 5.0)
MOST_OWN = 7  # values of a grid that are each written
MIDDLE = 0.5
DUST = 1e-9  # of a step, by which the last tick may miss the end


@dataclass(frozen=True)
class SweptScale:
    """From `low` at 0 to `high` at 1, evenly or by factors; all in the middle where they meet."""

    low: float
    high: float
    log: bool = False

    @staticmethod
    def of(quantity: SweptQuantity) -> SweptScale:
        """What all its values fit in."""
        low, high = quantity.span
        return SweptScale(low, high, quantity.log and high >= low * LOG_FROM)

    def places(self, values: Array) -> Array:
        """Where values stand [0 to 1], NaN where not defined."""
        if not self.low < self.high:
            return np.where(np.isnan(values), np.nan, MIDDLE)
        if self.log:
            return np.asarray(np.log(values / self.low) / math.log(self.high / self.low))
        return np.asarray((values - self.low) / (self.high - self.low))

    def value(self, place: float) -> float:
        """What stands at a place."""
        if self.log:
            return self.low * float((self.high / self.low) ** place)
        return self.low + (self.high - self.low) * place

    def ticks(self, most: int, own: Array | None = None) -> list[tuple[float, float]]:
        """Places and values to write: of a grid of few values its `own`, else round ones."""
        if own is not None:
            known = np.unique(own[~np.isnan(own)])
            if len(known) <= min(MOST_OWN, most):
                return list(zip(self.places(known).tolist(), known.tolist(), strict=True))
        if not self.low < self.high:
            return [(MIDDLE, self.low)]
        values = self._factors(most) if self.log else self._even(most)
        found = self.places(np.array(values))
        return list(zip(found.tolist(), values, strict=True))

    def _even(self, most: int) -> list[float]:
        rough = (self.high - self.low) / max(most - 1, 1)
        power = 10.0 ** math.floor(math.log10(rough))
        step = next((m * power for m in STEPS if m * power >= rough), 10.0 * power)
        first = math.ceil(self.low / step - DUST)
        last = math.floor(self.high / step + DUST)
        return [number * step for number in range(first, last + 1)]

    def _factors(self, most: int) -> list[float]:
        first, last = math.floor(math.log10(self.low)), math.ceil(math.log10(self.high))
        for steps in (STEPS, STEPS[:1]):
            found = [
                step * 10.0**power
                for power in range(first, last + 1)
                for step in steps
                if self.low <= step * 10.0**power <= self.high
            ]
            if len(found) <= most:
                return found
        return found[:: math.ceil(len(found) / most)]
