"""Section 5, steps 1 to 8: the one loop over time, in which the fleet is bought."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from engine.model import compiled, one_world, stocks
from engine.model.arrays import HOST, Array, ArrayModule, Fuse
from engine.model.conventions import VANISHING, over_families, plainly, product_over_families, ratio
from engine.model.fleet import SMALLEST_SLACK_WATTS, Plan, Purchases, Removed
from engine.model.repowering import Queue


def buy(xp: ArrayModule, plan: Plan, fuse: Fuse = plainly) -> Purchases:
    """Steps 1 to 8 for every month: retire, aim, make way, split, and meet the limits.

    Free power and the nominal peak of each family are kept as the rows of one array, for all are
    added and retired alike. `fuse` may turn a function of arrays into one kernel. Where the loop
    is compiled it goes the same steps, and so does a single world in plain numbers where it is
    not: to the last bit the same, in a fraction of the time.

    Takes: `plan`, on the axes and in the units that are named there.
    Gives: Purchases, likewise.
    Source: model, section 5, steps 1 to 8.
    """
    return _compiled(plan) if compiled.usable(xp) else _Loop(xp, plan, fuse).run()


def _compiled(plan: Plan) -> Purchases:
    """The same by the compiled loop."""
    worlds = _worlds(plan)
    months, families = len(plan.target), plan.mix.shape[1]
    line, by_family = (months, *worlds), (months, families, *worlds)
    alike = plan.budget is None and plan.firm is None
    within_budget, entered = HOST.empty(line), HOST.empty((months, 1 + families, *worlds))
    repowers = plan.repowering is not None
    found = Purchases(
        by_family=HOST.empty(by_family),
        peak_by_family=entered[:, 1:],
        taken_by_family=None if plan.firm is None else HOST.empty(by_family),
        wanted=HOST.empty(line),
        within_power=within_budget if alike else HOST.empty(line),
        within_budget=within_budget,
        delivered=entered[:, 0],
        repowered=HOST.empty(line) if repowers else None,
        removed=Removed.of(HOST, by_family) if repowers else None,
    )
    terms, removed = plan.repowering, found.removed
    asked = (
        *(plan.target, plan.use, plan.peak_per_watt, plan.mix, plan.it_limit, plan.budget),
        *(plan.supplied, plan.firm, plan.may_substitute, plan.substitution),
        *(plan.initial_watts, plan.initial_peak, plan.initial_alive, plan.life.astype(float)),
        *(() if terms is None else (terms.threshold, terms.most_per_month, terms.begins)),
    )
    filled = (
        *(found.by_family, entered, found.taken_by_family, found.wanted),
        *(found.within_power, within_budget, found.repowered),
    )
    compiled.buy(asked, filled, None if removed is None else tuple(vars(removed).values()))
    return found


def _worlds(plan: Plan) -> tuple[int, ...]:
    """The shape (scenario, ...) of the worlds in which the purchases differ."""
    rows = [plan.use, plan.peak_per_watt, plan.mix, plan.supplied, plan.firm, plan.may_substitute]
    shapes = [each.shape[2:] for each in rows if each is not None]
    lines = [plan.target, plan.it_limit, plan.budget, plan.initial_alive]
    lines += [plan.initial_watts, plan.initial_peak]
    shapes += [each.shape[1:] for each in lines if each is not None]
    shapes.append(plan.substitution.shape)
    if plan.repowering is not None:
        terms = plan.repowering
        own = (terms.threshold, terms.most_per_month, terms.begins)
        shapes += [each.shape for each in own]
    return stocks.common_shape(*shapes)


class _Loop:
    def __init__(self, xp: ArrayModule, plan: Plan, fuse: Fuse) -> None:
        self._xp, self._plan = xp, plan
        months, families = len(plan.target), plan.mix.shape[1]
        per_watt = product_over_families(plan.mix, plan.use, plan.peak_per_watt)
        self._per_watt = per_watt  # ebar
        watts_per_capacity = ratio(xp, 1.0, per_watt, 0.0)
        self._aim = plan.target * watts_per_capacity
        self._weight = plan.use * watts_per_capacity[:, None]
        may = plan.may_substitute
        self._lendable = plan.supplied if may is None else plan.supplied * may
        lendable_by_all = over_families(self._lendable)
        self._signed = None if plan.firm is None else over_families(plan.firm)
        shape = _worlds(plan)
        self.shape, self.months, self.families = shape, months, families
        self._wanted = xp.empty((months, *shape))
        self._within = xp.empty((months, 2, *shape))  # rows: w2; what all families may lend
        self._within[:, 1] = lendable_by_all
        alike = plan.budget is None and plan.firm is None
        self._within_power = self._within[:, 0] if alike else xp.empty((months, *shape))
        self._got = xp.empty((months, families, *shape))
        self._taken = None if plan.firm is None else xp.zeros(self._got.shape)
        self._nothing, self._least = xp.zeros(shape), xp.zeros((2, *shape))
        self._least[1] = SMALLEST_SLACK_WATTS
        self._lend, self._all_of_it = xp.empty(shape), xp.ones(shape)
        self._lend[:] = plan.substitution
        self._steps = _steps(xp, fuse)

    def run(self) -> Purchases:
        plan, xp, repowered = self._plan, self._xp, None
        ledger: _Ledger | Queue
        if plan.repowering is None:
            ledger, removed = _Ledger(xp, plan, self.shape), None
        else:
            ledger = Queue(xp, plan, self._per_watt, self._got.shape)
            repowered, removed = xp.zeros(self._wanted.shape), ledger.removed
        if xp is HOST and self._wanted[0].size == 1:
            self._run_one(ledger, repowered)
        elif isinstance(ledger, _Ledger):
            for t in range(self.months):
                ledger.begin(t)
                left = xp.subtract(ledger.spare[t], ledger.bought)
                wanted = self._want(t, left)
                ledger.enter(t, self._order(t, wanted, xp.maximum(left[0], self._nothing)))
        else:
            assert repowered is not None
            self._run_repowering(ledger, repowered)
        return Purchases(
            by_family=self._got,
            peak_by_family=ledger.entered[:, 1:],
            taken_by_family=self._taken,
            wanted=self._wanted,
            within_power=self._within_power,
            within_budget=self._within[:, 0],
            delivered=ledger.entered[:, 0],
            repowered=repowered,
            removed=removed,
        )

    def _run_one(self, ledger: _Ledger | Queue, repowered: Array | None) -> None:
        """The same with numbers in the place of arrays, where there is a single world."""
        plan, life = self._plan, int(self._plan.life.item())
        world = one_world.OneWorld(plan, self._aim, self._weight, self._lendable)
        chips: one_world.Chips
        if isinstance(ledger, Queue):
            chips = queues = one_world.Queues(
                plan, ledger.removed, ledger.peak_per_watt, ledger.good, life
            )
            world.go(queues)
            queues.write_down(ledger.removed)
        else:
            chips = one_world.Chips(ledger.spare, plan.peak_per_watt, life)
            world.go(chips)
        found = (
            (self._got, world.got),
            (self._taken, world.taken),
            (self._wanted, world.wanted),
            (self._within_power, world.within_power),
            (self._within[:, 0], world.within_budget),
            (repowered, world.repowered),
            (ledger.entered, chips.entered),
        )
        for array, rows in found:
            if array is not None:
                array[...] = HOST.asarray(rows).reshape(array.shape)

    def _run_repowering(self, queue: Queue, repowered: Array) -> None:
        xp = self._xp
        for t in range(self.months):
            queue.begin(t)
            left = queue.left(t)
            wanted, room = self._want(t, left), xp.maximum(left[0], self._nothing)
            most = queue.may_leave(t, wanted, room)
            if most is None:
                got = self._order(t, wanted, room)
            else:
                got = self._order(t, wanted, room + most)
                beyond = xp.maximum(xp.add.reduce(got, axis=0) - room, self._nothing)
                queue.make_way(t, xp.minimum(most, beyond, out=repowered[t]))
                self._want(t, queue.left(t))  # what is said of the month is after it
            queue.enter(t, got)

    def _want(self, t: int, left: Array) -> Array:
        """Steps 2 and 3: the watts that would bring mature capacity up to the target."""
        xp = self._xp
        short = xp.add.reduce(xp.multiply(self._weight[t], left[1:]), axis=0)
        return xp.maximum(short + self._aim[t], self._nothing, out=self._wanted[t])

    def _order(self, t: int, wanted: Array, room: Array) -> Array:
        """Steps 5 to 7: what is got of each family [W].

        What must be taken comes first, as far as power goes.
        """
        plan, xp = self._plan, self._xp
        left_over, orders, lent = self._steps
        if self._signed is None or self._taken is None or plan.firm is None:
            w2 = xp.minimum(wanted, room, out=self._within_power[t])
            if plan.budget is not None:
                w2 = xp.minimum(w2, plan.budget[t], out=self._within[t, 0])
            own = orders(plan.mix[t], w2, plan.supplied[t])
            lendable = self._lendable[t]
        else:
            signed = self._signed[t]
            powered = xp.minimum(room / xp.maximum(signed, VANISHING), self._all_of_it)
            taken = xp.multiply(plan.firm[t], powered, out=self._taken[t])
            firm = signed * powered
            w2 = xp.minimum(wanted, room)
            w2 = xp.maximum(w2, firm, out=self._within_power[t])
            if plan.budget is not None:
                w2 = xp.maximum(xp.minimum(w2, plan.budget[t]), firm)
            self._within[t, 0] = w2
            want = xp.multiply(plan.mix[t], w2)
            want = xp.maximum(xp.subtract(want, taken, out=want), self._nothing, out=want)
            asked = xp.maximum(xp.add.reduce(want, axis=0), VANISHING)
            scale = xp.minimum((w2 - firm) / asked, self._all_of_it)
            own = xp.add(taken, xp.multiply(want, scale, out=want), out=want)
            own = xp.minimum(own, plan.supplied[t], out=own)
            if plan.may_substitute is not None:  # outside the mix only what is firm was got
                lendable = xp.where(plan.may_substitute[t] > 0, self._lendable[t], own)
                self._within[t, 1] = xp.add.reduce(lendable, axis=0)
            else:
                lendable = self._lendable[t]
        unmet = left_over(self._within[t], xp.add.reduce(own, axis=0), self._least)
        others = lent(lendable, own, unmet[0], unmet[1], self._lend, self._all_of_it)
        return xp.add(own, others, out=self._got[t])


@functools.cache
def _steps(xp: ArrayModule, fuse: Fuse) -> tuple[Callable[..., Array], ...]:
    """The elementwise parts of the steps: what is left over, own orders, what others lend."""

    def left_over(limits: Array, taken: Array, least: Array) -> Array:
        return xp.maximum(limits - taken, least)

    def orders(mix: Array, watts: Array, supplied: Array) -> Array:
        return xp.minimum(mix * watts, supplied)

    def lent(
        lendable: Array, got: Array, unmet: Array, spare: Array, lend: Array, most: Array
    ) -> Array:
        # outside the mix nothing may be lent, and nothing was got
        return (lendable - got) * xp.minimum(lend * unmet / spare, most)

    return fuse(left_over), fuse(orders), fuse(lent)


class _Ledger:
    """What was bought and is alive, in rows: power, and the peak of each family.

    Lives may differ between worlds. As in `stocks`, time is cut into blocks of one life, so
    that what has left leaves no rounding behind: `bought` is that of the block under way, and
    what is alive of the one before is taken from `spare`, what limits leave to new chips.
    """

    def __init__(self, xp: ArrayModule, plan: Plan, shape: tuple[int, ...]) -> None:
        months, families = len(plan.target), plan.mix.shape[1]
        self._xp, self._peak_per_watt = xp, plan.peak_per_watt
        self.spare = xp.empty((months, 1 + families, *shape))  # free power; minus the peak alive
        initial = over_families(plan.initial_watts[None]) * plan.initial_alive
        xp.subtract(plan.it_limit, initial, out=self.spare[:, 0])
        xp.multiply(-plan.initial_peak, plan.initial_alive[:, None], out=self.spare[:, 1:])
        self.bought = xp.zeros(self.spare.shape[1:])
        self.entered = xp.empty(self.spare.shape)  # in each month
        self._retiring: dict[int, list[tuple[int, Any]]] = {}  # by month, where blocks begin
        for own, where in stocks.places_by_value(xp, plan.life).items():
            for t in range(own, months, own):
                self._retiring.setdefault(t, []).append((own, where))

    def begin(self, t: int) -> None:
        """Begin blocks: what was bought in those before leaves in them, month by month."""
        for life, places in self._retiring.get(t, ()):
            self.bought[places] = 0.0
            left = self.entered[t - life + 1 : t][places]
            if len(left):
                left = stocks.still_there(self._xp, left)
                spare = self.spare[t : t + len(left)]
                spare[places] -= left[: len(spare)]

    def enter(self, t: int, got: Array) -> None:
        """Add a month's deliveries [W by family]."""
        xp, entered = self._xp, self.entered[t]
        xp.add.reduce(got, axis=0, out=entered[0])
        xp.multiply(got, self._peak_per_watt[t], out=entered[1:])
        self.bought += entered
