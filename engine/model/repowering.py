"""Section 5, step 4: where power is short, old chips make way for new ones.

Chips leave oldest first, by age as for new ones, the initial fleet before all. So what has left
of a family is the beginning of one queue of lots, and how far it has come says all: which lots
are gone, and what part of the next one.
"""

from __future__ import annotations

from engine.model.arrays import Array, ArrayModule
from engine.model.conventions import VANISHING
from engine.model.fleet import REPOWERING_TOLERANCE, Plan, Removed
from engine.model.stocks import places_by_value, places_in


class Queue:
    """The lots of each family in the order in which they leave: power and peak of what is alive.

    Arrays of lots have one more entry than months along their first axis: lot 0 is the initial
    fleet, lot v + 1 the delivery of month v. Places in them are kept flat, as numbers that `take`
    understands: the next lot of a family is `stride` further.
    """

    def __init__(
        self, xp: ArrayModule, plan: Plan, per_watt: Array, shape: tuple[int, ...]
    ) -> None:
        """`per_watt` (time, ...) is that of a new chip of the mix; `shape` (time, family, ...)."""
        assert plan.repowering is not None
        self._xp, self._plan, self._terms = xp, plan, plan.repowering
        self.good = plan.repowering.threshold * per_watt * (1 - REPOWERING_TOLERANCE)
        months, families, *worlds = shape
        row = (families, *worlds)
        lots = (months + 1, *row)
        watts, peak = xp.zeros(lots), xp.zeros(lots)
        watts[0], peak[0] = plan.initial_watts, plan.initial_peak
        self.peak_per_watt = xp.empty(lots)
        self.peak_per_watt[0], self.peak_per_watt[1:] = plan.peak_per_watt[0], plan.peak_per_watt
        self.removed = Removed(
            head=xp.zeros(shape).astype(int),
            part=xp.zeros(shape),
            watts=xp.zeros(shape),
            peak=xp.zeros(shape),
            watts_through=watts,
            peak_through=peak,
        )
        self.entered = xp.zeros((months, 1 + families, *worlds))
        self.leaving_in_a_month = watts[0] / xp.asarray(plan.life.astype(float))
        self._lives = places_by_value(xp, plan.life)
        self._stride = watts[0].size
        start = places_in(xp, row)
        self._initial_left = True
        self._level = xp.zeros(row)  # power that has left [W]
        self._head = start  # of each family the first lot that is not gone
        self._end = watts[0].copy()  # power of the lots up to that one [W]
        self._before, self._peak_before = xp.zeros(row), xp.zeros(row)
        self._peak_gone = self._peak_before
        self._stop = start  # of each family the first lot that is good enough to stay
        self._improves = bool((self.peak_per_watt[1:] >= self.peak_per_watt[:-1]).all())

    def begin(self, t: int) -> None:
        """What leaves by age at the start of a month.

        Takes: `t`, the month [months since start].
        Source: model, section 5, step 1.
        """
        xp, through = self._xp, self.removed.watts_through
        if t and self._initial_left:
            initial, level = through[0], self._level
            leaving = xp.minimum(level + self.leaving_in_a_month, initial)
            self._level = xp.where(level < initial, leaving, level)
            self._initial_left = bool((self._level < initial).any())
        for life, places in self._lives.items():
            if t >= life:
                old = through[t - life + 1][places]
                self._level[places] = xp.maximum(self._level[places], old)
        self._advance(t)

    def left(self, t: int) -> Array:
        """The power that is free, and minus the peak alive.

        Takes: `t`, the month [months since start].
        Gives: (row, ...) [W IT], and then a row for each family [TFLOP/s].
        Source: model, section 5, step 3.
        """
        xp = self._xp
        rows = xp.empty(self.entered.shape[1:])
        self._power = xp.add.reduce(self.removed.watts_through[t] - self._level, axis=0)
        xp.subtract(self._plan.it_limit[t], self._power, out=rows[0])
        xp.subtract(self._peak_gone, self.removed.peak_through[t], out=rows[1:])
        return rows

    def may_leave(self, t: int, wanted: Array, room: Array) -> Array | None:
        """x: the power of old chips that may make way; None where none may.

        Takes: `t`, the month [months since start]; `wanted` and `room` (...) [W IT], what the plan
            asks for and what there is power for.
        Gives: (...) [W IT].
        Source: model, section 5, step 4.
        """
        xp, plan, terms = self._xp, self._plan, self._terms
        if t < terms.first_month:
            return None
        asked = xp.add.reduce(xp.minimum(plan.mix[t] * wanted, plan.supplied[t]), axis=0)
        asked = xp.minimum(asked, wanted)
        if plan.budget is not None:
            asked = xp.minimum(asked, plan.budget[t])
        fits = self._power <= plan.it_limit[t] * (1 + REPOWERING_TOLERANCE)
        asked = xp.where(fits & (terms.threshold > 0) & (terms.begins <= t), asked - room, 0.0)
        asked = xp.minimum(asked, terms.most_per_month * self._power)
        if not (asked > 0).any():
            return None
        self._old = self._old_power(t)
        self._all_old = xp.add.reduce(self._old, axis=0)
        return xp.maximum(xp.minimum(asked, self._all_old), 0.0)

    def _old_power(self, t: int) -> Array:
        """(family, ...) power of the lots before the first that is good enough to stay [W]."""
        if self._improves:
            return self._old_where_lots_improve(t)
        xp, first = self._xp, int(self._head.min()) // self._stride
        power = xp.maximum(self.removed.watts_through[first : t + 1] - self._level, 0.0)
        before = xp.concatenate([xp.zeros(power[:1].shape), power[:-1]], axis=0)
        worth = self.peak_per_watt[first : t + 1] * self._plan.use[t]
        stays = (power > before) & (worth >= self.good[t])  # what is gone has no power of its own
        at = xp.argmax(stays, axis=0)[None]
        old = xp.take_along_axis(before, at, axis=0)[0]
        return xp.where(stays.any(axis=0), old, power[-1])

    def _old_where_lots_improve(self, t: int) -> Array:
        """The same where no lot is worse than the one before: the place moves a lot or two."""
        xp, through, worth = self._xp, self.removed.watts_through, self.peak_per_watt
        use, good, beyond = self._plan.use[t], self.good[t], (t + 1) * self._stride
        stop = self._stop
        while True:  # on, over what is not good enough, up to the lot that is not there yet
            further = (xp.take(worth, stop) * use < good) & (stop < beyond)
            if not further.any():
                break
            stop = stop + further * self._stride
        while True:  # back, over what is
            later = stop >= self._stride  # than the first lot
            back = later & (xp.take(worth, stop - self._stride * later) * use >= good)
            if not back.any():
                break
            stop = stop - back * self._stride
        self._stop = stop
        first = stop < self._stride
        reached = xp.where(first, 0.0, xp.take(through, stop - self._stride * ~first))
        return xp.maximum(reached - self._level, 0.0)

    def make_way(self, t: int, watts: Array) -> None:
        """Take old chips out, oldest first.

        Takes: `t`, the month [months since start]; `watts` (...) [W IT], y.
        Source: model, section 5, step 4.
        """
        share = watts / self._xp.maximum(self._all_old, VANISHING)
        self._level = self._level + self._old * share
        self._advance(t)

    def enter(self, t: int, got: Array) -> None:
        """Add a month's deliveries, and write down what has left by now.

        Takes: `t`, the month [months since start]; `got` (family, ...) [W IT].
        Source: model, section 5, step 7.
        """
        xp, entered, removed = self._xp, self.entered[t], self.removed
        xp.add.reduce(got, axis=0, out=entered[0])
        xp.multiply(got, self._plan.peak_per_watt[t], out=entered[1:])
        through = removed.watts_through[t + 1]
        xp.add(removed.watts_through[t], got, out=through)
        xp.add(removed.peak_through[t], entered[1:], out=removed.peak_through[t + 1])
        self._end = xp.where(self._head >= (t + 1) * self._stride, through, self._end)
        removed.head[t] = self._head // self._stride
        removed.watts[t], removed.peak[t] = self._level, self._peak_gone
        lot = xp.maximum(self._end - self._before, VANISHING)
        xp.minimum((self._level - self._before) / lot, 1.0, out=removed.part[t])

    def _advance(self, t: int) -> None:
        """Move the heads over the lots that are gone, and count the peak that went."""
        xp, removed = self._xp, self.removed
        while True:
            over = (self._end <= self._level) & (self._head <= t * self._stride + self._stride - 1)
            if not over.any():
                break
            self._before = xp.where(over, self._end, self._before)
            gone = xp.take(removed.peak_through, self._head)
            self._peak_before = xp.where(over, gone, self._peak_before)
            self._head = self._head + over * self._stride
            self._end = xp.take(removed.watts_through, self._head)
        per_watt = xp.take(self.peak_per_watt, self._head)
        self._peak_gone = self._peak_before + (self._level - self._before) * per_watt
