"""Section 5, step 4: where power is short, old chips make way for new ones.

Chips leave oldest first, by age as for new ones, the initial fleet before all. So what has left
of a family is the beginning of one queue of lots, and how far it has come says all: which lots
are gone, and how much of the next one.

What is there is what came less what has left: two sums that may be far larger than it once a
fleet has shrunk. So each sum has beside it what rounding has left of it.
"""

from __future__ import annotations

from engine.model.arrays import Array, ArrayModule
from engine.model.conventions import VANISHING, add_exactly
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
        self._lots = xp.zeros(lots)  # power of each [W]
        self._lots[0] = plan.initial_watts
        self._through_rest = xp.zeros(lots)
        self.peak_per_watt = xp.empty(lots)
        self.peak_per_watt[0], self.peak_per_watt[1:] = plan.peak_per_watt[0], plan.peak_per_watt
        self.removed = Removed.of(xp, shape)
        self.removed.watts_through[0] = self._lots[0]
        self.removed.peak_through[0] = plan.initial_peak
        self.removed.peak_through_rest[0] = 0.0
        self.entered = xp.zeros((months, 1 + families, *worlds))
        self._leaving_in_a_month = self._lots[0] / xp.asarray(plan.life.astype(float))
        self._lives = places_by_value(xp, plan.life)
        self._stride = self._lots[0].size
        self._start = places_in(xp, row)
        self._initial_left = True
        self._head = self._start  # of each family the first lot that is not gone
        self._within = xp.zeros(row)  # power of that lot that has left [W]
        self._stop = self._start  # of each family the first lot that is good enough to stay
        self._improves = bool((self.peak_per_watt[1:] >= self.peak_per_watt[:-1]).all())
        self._look()

    def begin(self, t: int) -> None:
        """What leaves by age at the start of a month.

        Takes: `t`, the month [months since start].
        Source: model, section 5, step 1.
        """
        xp = self._xp
        if t and self._initial_left:
            first = self._head < self._stride
            leaving = xp.minimum(self._within + self._leaving_in_a_month, self._lots[0])
            self._within = xp.where(first, leaving, self._within)
            self._initial_left = bool(first.any())
        youngest = self._start * 0
        for life, places in self._lives.items():
            youngest[places] = max(t - life + 2, 0) * self._stride if t >= life else 0
        gone = self._head < youngest
        if gone.any():
            self._within = xp.where(gone, 0.0, self._within)
            self._head = self._head + (youngest + self._start - self._head) * gone
            self._lot = xp.take(self._lots, self._head)
        self._advance(t)

    def left(self, t: int) -> Array:
        """The power that is free, and minus the peak alive.

        Takes: `t`, the month [months since start].
        Gives: (row, ...) [W IT], and then a row for each family [TFLOP/s].
        Source: model, section 5, step 3.
        """
        xp, removed = self._xp, self.removed
        rows = xp.empty(self.entered.shape[1:])
        alive = self._alive(removed.watts_through[t], self._through_rest[t])
        self._power = xp.add.reduce(alive, axis=0)
        xp.subtract(self._plan.it_limit[t], self._power, out=rows[0])
        xp.multiply(
            self._peak_alive(removed.peak_through[t], removed.peak_through_rest[t]),
            -1.0,
            out=rows[1:],
        )
        return rows

    def _alive(self, through: Array, rest: Array) -> Array:
        """Power of the lots `through` some of them, less what has left [W]."""
        return (through - self._before) + (rest - self._before_rest) - self._within

    def _peak_alive(self, through: Array, rest: Array) -> Array:
        """The same of their peak [TFLOP/s]."""
        return (through - self._peak_before) + (rest - self._peak_rest)

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
        lots = slice(first, t + 1)
        power = self._alive(self.removed.watts_through[lots], self._through_rest[lots])
        power = xp.maximum(power, 0.0)
        before = xp.concatenate([xp.zeros(power[:1].shape), power[:-1]], axis=0)
        worth = self.peak_per_watt[lots] * self._plan.use[t]
        stays = (power > before) & (worth >= self.good[t])  # what is gone has no power of its own
        at = xp.argmax(stays, axis=0)[None]
        old = xp.take_along_axis(before, at, axis=0)[0]
        return xp.where(stays.any(axis=0), old, power[-1])

    def _old_where_lots_improve(self, t: int) -> Array:
        """The same where no lot is worse than the one before: the place moves a lot or two."""
        xp, worth = self._xp, self.peak_per_watt
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
        lot = stop - self._stride * ~first
        reached = xp.take(self.removed.watts_through, lot), xp.take(self._through_rest, lot)
        return xp.where(first, 0.0, xp.maximum(self._alive(*reached), 0.0))

    def make_way(self, t: int, watts: Array) -> None:
        """Take old chips out, oldest first.

        Takes: `t`, the month [months since start]; `watts` (...) [W IT], y.
        Source: model, section 5, step 4.
        """
        share = watts / self._xp.maximum(self._all_old, VANISHING)
        self._within = self._within + self._old * share
        self._advance(t)

    def enter(self, t: int, got: Array) -> None:
        """Add a month's deliveries, and write down what has left by now.

        Takes: `t`, the month [months since start]; `got` (family, ...) [W IT].
        Source: model, section 5, step 7.
        """
        xp, entered, removed = self._xp, self.entered[t], self.removed
        xp.add.reduce(got, axis=0, out=entered[0])
        xp.multiply(got, self._plan.peak_per_watt[t], out=entered[1:])
        self._lots[t + 1] = got
        for through, rest, more in (
            (removed.watts_through, self._through_rest, got),
            (removed.peak_through, removed.peak_through_rest, entered[1:]),
        ):
            through[t + 1], lost = add_exactly(through[t], more)
            xp.add(rest[t], lost, out=rest[t + 1])
        self._lot = xp.where(self._head >= (t + 1) * self._stride, got, self._lot)
        removed.head[t] = self._head // self._stride
        lot = xp.maximum(self._lot, VANISHING)
        xp.minimum(self._within / lot, 1.0, out=removed.part[t])
        removed.peak_of_lots[t], removed.peak_rest[t] = self._peak_before, self._peak_rest
        alive = self._alive(removed.watts_through[t + 1], self._through_rest[t + 1])
        xp.maximum(alive, 0.0, out=removed.watts_alive[t])
        peak = self._peak_alive(removed.peak_through[t + 1], removed.peak_through_rest[t + 1])
        xp.maximum(peak, 0.0, out=removed.peak_alive[t])

    def _advance(self, t: int) -> None:
        """Move the heads over the lots that are gone."""
        xp = self._xp
        while True:
            over = (self._within >= self._lot) & (self._head < (t + 1) * self._stride)
            if not over.any():
                break
            self._within = xp.where(over, self._within - self._lot, self._within)
            self._head = self._head + over * self._stride
            self._lot = xp.take(self._lots, self._head)
        self._look()

    def _look(self) -> None:
        """See what stands at the heads, and what has left before them."""
        xp, removed = self._xp, self.removed
        first = self._head < self._stride
        last_gone = self._head - self._stride * ~first
        self._lot = xp.take(self._lots, self._head)
        self._before = xp.where(first, 0.0, xp.take(removed.watts_through, last_gone))
        self._before_rest = xp.where(first, 0.0, xp.take(self._through_rest, last_gone))
        self._peak_before = xp.where(first, 0.0, xp.take(removed.peak_through, last_gone))
        rest = xp.where(first, 0.0, xp.take(removed.peak_through_rest, last_gone))
        self._peak_rest = rest + self._within * xp.take(self.peak_per_watt, self._head)
