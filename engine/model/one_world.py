"""Section 5, steps 1 to 8, of a single world in plain numbers.

An array of one number costs as much to add as one of a hundred, and the loop over the months is
made of little else: in plain numbers it takes a third of the time. Every step is the one of
`buying` and `repowering`, in their order, so that both give the same bits.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from typing import Any

from engine.model.arrays import HOST, Array
from engine.model.conventions import VANISHING, add_exactly
from engine.model.fleet import REPOWERING_TOLERANCE, SMALLEST_SLACK_WATTS, Plan, Removed

Row = list[float]  # of one month, a number for each family


class OneWorld:
    """The plan of a single world as numbers, and the months gone through with them."""

    def __init__(self, plan: Plan, aim: Array, weight: Array, lendable: Array) -> None:
        months = len(plan.target)
        shape = (months, plan.mix.shape[1])

        def rows(array: Array) -> list[Row]:
            return _rows(array, shape)

        def numbers(array: Array) -> Row:
            found: Row = HOST.broadcast_to(array.reshape(len(array)), (months,)).tolist()
            return found

        self.months, self.families = months, range(shape[1])
        self._aim, self._weight = numbers(aim), rows(weight)
        self.mix, self.supplied = rows(plan.mix), rows(plan.supplied)
        self._lendable = rows(lendable)
        self.budget = None if plan.budget is None else numbers(plan.budget)
        self._firm = None if plan.firm is None else rows(plan.firm)
        may = plan.may_substitute
        self._may = None if may is None else rows(may)
        self._lend = float(plan.substitution.item())
        self.got: list[Row] = []
        self.taken: list[Row] = []
        self.wanted: Row = []
        self.within_power: Row = []
        self.within_budget: Row = []
        self.repowered: Row = []

    def go(self, stock: Chips) -> None:
        """Every month in turn.

        Takes: `stock`, in which is put what is bought.
        Source: model, section 5, steps 1 to 8.
        """
        for t in range(self.months):
            free, peaks = stock.begin(t)
            wanted = self._want(t, peaks)
            room, leaving = max(free, 0.0), 0.0
            most = stock.may_leave(t, wanted, room, self)
            got = self._order(t, wanted, room + most)
            if most:
                leaving = min(most, max(_sum(got) - room, 0.0))
                wanted = self._want(t, stock.make_way(t, leaving))
            self.repowered.append(leaving)
            self.wanted.append(wanted)
            self.got.append(got)
            stock.enter(t, got)

    def _want(self, t: int, peaks: Row) -> float:
        weight = self._weight[t]
        short = weight[0] * peaks[0]
        for f in self.families[1:]:
            short += weight[f] * peaks[f]
        return max(short + self._aim[t], 0.0)

    def _order(self, t: int, wanted: float, room: float) -> Row:
        mix, supplied, families = self.mix[t], self.supplied[t], self.families
        lendable = self._lendable[t]
        if self._firm is None:
            within = w2 = min(wanted, room)
            if self.budget is not None:
                w2 = min(w2, self.budget[t])
            own = [min(mix[f] * w2, supplied[f]) for f in families]
        else:
            must = self._firm[t]
            signed = _sum(must)
            powered = min(room / max(signed, VANISHING), 1.0)
            taken = [each * powered for each in must]
            firm = signed * powered
            within = w2 = max(min(wanted, room), firm)
            if self.budget is not None:
                w2 = max(min(w2, self.budget[t]), firm)
            want = [max(mix[f] * w2 - taken[f], 0.0) for f in families]
            scale = min((w2 - firm) / max(_sum(want), VANISHING), 1.0)
            own = [min(taken[f] + want[f] * scale, supplied[f]) for f in families]
            self.taken.append(taken)
            if self._may is not None:
                may = self._may[t]
                lendable = [lendable[f] if may[f] > 0 else own[f] for f in families]
        self.within_power.append(within)
        self.within_budget.append(w2)
        all_own = _sum(own)
        spare = max(_sum(lendable) - all_own, SMALLEST_SLACK_WATTS)
        part = min(self._lend * max(w2 - all_own, 0.0) / spare, 1.0)
        return [own[f] + (lendable[f] - own[f]) * part for f in families]


class Chips:
    """What is bought and alive where nothing leaves but by age; rows: power, each one's peak."""

    def __init__(self, spare: Array, peak_per_watt: Array, life: int) -> None:
        months, rows = spare.shape[:2]
        self._spare = _rows(spare, (months, rows))
        self._peak_per_watt = _rows(peak_per_watt, (months, rows - 1))
        self._life = life
        self._bought = [0.0] * rows
        self.entered: list[Row] = []

    def begin(self, t: int) -> tuple[float, Row]:
        """What leaves by age at the start of a month, and what is left.

        Takes: `t`, the month [months since start].
        Gives: the power that is free [W IT], and minus the peak of each family alive [TFLOP/s].
        Source: model, section 5, steps 1 and 3.
        """
        if t and t % self._life == 0:
            self._begin_block(t)
        left = [spare - own for spare, own in zip(self._spare[t], self._bought, strict=True)]
        return left[0], left[1:]

    def _begin_block(self, t: int) -> None:
        life = self._life
        self._bought = still = [0.0] * len(self._bought)
        for i in range(life - 2, -1, -1):
            came = self.entered[t - life + 1 + i]
            still = [own + before for own, before in zip(still, came, strict=True)]
            if t + i < len(self._spare):
                row = self._spare[t + i]
                self._spare[t + i] = [a - b for a, b in zip(row, still, strict=True)]

    def may_leave(self, t: int, wanted: float, room: float, world: OneWorld) -> float:
        """What may make way: nothing.

        Takes: `t`, the month [months since start]; `wanted` and `room` [W IT], what the plan asks
            for and what there is power for; `world`, whose plan it is.
        Gives: 0 [W IT].
        Source: model, section 5, step 4.
        """
        del t, wanted, room, world
        return 0.0

    def make_way(self, t: int, watts: float) -> Row:
        """Take old chips out: there are none.

        Takes: `t`, the month [months since start]; `watts` [W IT].
        Gives: of each family minus the peak alive [TFLOP/s].
        Source: model, section 5, step 4.
        """
        del watts
        return self.begin(t)[1]

    def enter(self, t: int, got: Row) -> None:
        """Add a month's deliveries.

        Takes: `t`, the month [months since start]; `got` by family [W IT].
        Source: model, section 5, step 7.
        """
        each = self._peak_per_watt[t]
        entered = [_sum(got), *(watts * peak for watts, peak in zip(got, each, strict=True))]
        self.entered.append(entered)
        self._bought = [own + more for own, more in zip(self._bought, entered, strict=True)]


class _Sum:
    """Sums so far of what comes, each beside what rounding has left of it."""

    def __init__(self, first: float) -> None:
        self.so_far, self.rest = [first], [0.0]

    def add(self, more: float) -> None:
        total, lost = add_exactly(self.so_far[-1], more)
        self.so_far.append(total)
        self.rest.append(self.rest[-1] + lost)

    def before(self, lot: int) -> tuple[float, float]:
        return (self.so_far[lot - 1], self.rest[lot - 1]) if lot else (0.0, 0.0)


class _Lots:
    """The lots of one family, as a queue."""

    def __init__(self, watts: float, peak: float, peak_per_watt: Row, life: float) -> None:
        self.lots = [watts]
        self.watts, self.peak = _Sum(watts), _Sum(peak)
        self._peak_per_watt = peak_per_watt
        self._leaving_in_a_month = watts / life
        self.within = 0.0
        self.head = self._stop = 0
        self._improves = all(a <= b for a, b in itertools.pairwise(peak_per_watt))

    def leave_by_age(self, t: int, life: int) -> None:
        if t and self.head == 0:
            self.within = min(self.within + self._leaving_in_a_month, self.lots[0])
        youngest = max(t - life + 2, 0) if t >= life else 0
        if self.head < youngest:
            self.head, self.within = youngest, 0.0
        self.advance(t)

    def advance(self, t: int) -> None:
        while self.head <= t and self.within >= self.lots[self.head]:
            self.within -= self.lots[self.head]
            self.head += 1
        self.gone, self._gone_rest = self.watts.before(self.head)
        self.peak_gone, rest = self.peak.before(self.head)
        self.peak_rest = rest + self.within * self._peak_per_watt[self.head]

    def alive(self, lot: int) -> float:
        """Power of the lots up to one, less what has left."""
        watts = self.watts
        rest = watts.rest[lot] - self._gone_rest
        return (watts.so_far[lot] - self.gone) + rest - self.within

    def peak_alive(self, lot: int) -> float:
        return (self.peak.so_far[lot] - self.peak_gone) + (self.peak.rest[lot] - self.peak_rest)

    def old(self, t: int, use: float, good: float) -> float:
        """Power of the lots before the first that is good enough to stay."""
        worth = self._peak_per_watt
        if self._improves:
            stop = self._stop
            while stop <= t and worth[stop] * use < good:
                stop += 1
            while stop and worth[stop - 1] * use >= good:
                stop -= 1
            self._stop = stop
        else:
            stop, before = self.head, 0.0
            while stop <= t:
                power = max(self.alive(stop), 0.0)
                if power > before and worth[stop] * use >= good:
                    break
                before = power
                stop += 1
        return max(self.alive(stop - 1), 0.0) if stop else 0.0

    def enter(self, t: int, watts: float) -> float:
        """The peak of a delivery, which is the last lot from now on."""
        peak = watts * self._peak_per_watt[t + 1]
        self.lots.append(watts)
        self.watts.add(watts)
        self.peak.add(peak)
        return peak

    def said(self, t: int) -> tuple[float, ...]:
        """What `Removed` says of a month, in its order."""
        part = min(self.within / max(self.lots[self.head], VANISHING), 1.0)
        alive = max(self.alive(t + 1), 0.0), max(self.peak_alive(t + 1), 0.0)
        return self.head, part, *alive, self.peak_rest, self.peak_gone


class Queues(Chips):
    """What is bought and alive where old chips may make way: a queue of lots a family."""

    def __init__(
        self, plan: Plan, removed: Removed, peak_per_watt: Array, good: Array, life: int
    ) -> None:
        assert plan.repowering is not None
        months, families = removed.head.shape[:2]
        worth = [
            list(each) for each in zip(*_rows(peak_per_watt, (months + 1, families)), strict=True)
        ]
        watts = removed.watts_through[0].ravel().tolist()
        peak = removed.peak_through[0].ravel().tolist()
        self._lots = [_Lots(watts[f], peak[f], worth[f], float(life)) for f in range(families)]
        self._use = _rows(plan.use, (months, families))
        self._good: Row = HOST.broadcast_to(good.reshape(len(good)), (months,)).tolist()
        limit = plan.it_limit.reshape(len(plan.it_limit))
        self._limit: Row = HOST.broadcast_to(limit, (months,)).tolist()
        self._begins = float(plan.repowering.begins.item())
        self._most_per_month = float(plan.repowering.most_per_month.item())
        self._life = life
        self.entered = []
        self._said: list[list[tuple[float, ...]]] = []

    def begin(self, t: int) -> tuple[float, Row]:
        """What leaves by age at the start of a month, and what is left.

        Takes: `t`, the month [months since start].
        Gives: the power that is free [W IT], and minus the peak of each family alive [TFLOP/s].
        Source: model, section 5, steps 1 and 3.
        """
        for lots in self._lots:
            lots.leave_by_age(t, self._life)
        self._power = _sum(lots.alive(t) for lots in self._lots)
        return self._limit[t] - self._power, self._peaks(t)

    def _peaks(self, t: int) -> Row:
        return [-lots.peak_alive(t) for lots in self._lots]

    def may_leave(self, t: int, wanted: float, room: float, world: OneWorld) -> float:
        """x: the power of old chips that may make way.

        Takes: `t`, the month [months since start]; `wanted` and `room` [W IT], what the plan asks
            for and what there is power for; `world`, whose plan it is.
        Gives: watts [W IT].
        Source: model, section 5, step 4.
        """
        if t < self._begins or self._power > self._limit[t] * (1 + REPOWERING_TOLERANCE):
            return 0.0
        mix, supplied = world.mix[t], world.supplied[t]
        asked = _sum(min(mix[f] * wanted, supplied[f]) for f in world.families)
        asked = min(asked, wanted)
        if world.budget is not None:
            asked = min(asked, world.budget[t])
        asked = min(asked - room, self._most_per_month * self._power)
        if asked <= 0:
            return 0.0
        use, good = self._use[t], self._good[t]
        self._old = [lots.old(t, use[f], good) for f, lots in enumerate(self._lots)]
        self._all_old = _sum(self._old)
        return max(min(asked, self._all_old), 0.0)

    def make_way(self, t: int, watts: float) -> Row:
        """Take old chips out, oldest first.

        Takes: `t`, the month [months since start]; `watts`, y [W IT].
        Gives: of each family minus the peak alive [TFLOP/s].
        Source: model, section 5, step 4.
        """
        share = watts / max(self._all_old, VANISHING)
        for lots, old in zip(self._lots, self._old, strict=True):
            lots.within += old * share
            lots.advance(t)
        return self._peaks(t)

    def enter(self, t: int, got: Row) -> None:
        """Add a month's deliveries, and note what has left by now.

        Takes: `t`, the month [months since start]; `got` by family [W IT].
        Source: model, section 5, step 7.
        """
        peaks = [lots.enter(t, watts) for lots, watts in zip(self._lots, got, strict=True)]
        self.entered.append([_sum(got), *peaks])
        self._said.append([lots.said(t) for lots in self._lots])

    def write_down(self, removed: Removed) -> None:
        """How far the queues have come, in arrays.

        Takes: `removed`, Removed, which is filled.
        Source: model, section 5, step 4.
        """
        said = HOST.asarray(self._said)
        removed.head[...] = said[:, :, 0].reshape(removed.head.shape)
        of_months = [removed.part, removed.watts_alive, removed.peak_alive]
        of_months += [removed.peak_rest, removed.peak_of_lots]
        for i, array in enumerate(of_months, 1):
            array[...] = said[:, :, i].reshape(array.shape)
        for f, lots in enumerate(self._lots):
            for array, sums in (
                (removed.watts_through, lots.watts.so_far),
                (removed.peak_through, lots.peak.so_far),
                (removed.peak_through_rest, lots.peak.rest),
            ):
                array[:, f] = HOST.asarray(sums).reshape(array[:, f].shape)


def _rows(array: Array, shape: tuple[int, int]) -> list[Row]:
    """(time, family, ...) of a single world as a list of months."""
    found: Any = HOST.broadcast_to(array.reshape(array.shape[:2]), shape).tolist()
    rows: list[Row] = found
    return rows


def _sum(numbers: Iterable[float]) -> float:
    """One after the other as NumPy adds; `sum` of later Pythons rounds otherwise."""
    total: Any = None
    for number in numbers:
        total = number if total is None else total + number
    return float(total)
