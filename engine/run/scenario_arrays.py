"""Scenarios as arrays: every parameter on the scenario axis, of length one where all agree.

Axes after time and family: scenario, or scenario and draw where there is luck. What does
not differ between worlds keeps length one and is computed once.
"""

from __future__ import annotations

import dataclasses
import functools
import itertools
import operator
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from engine import allowed
from engine.model.arrays import HOST, Array, Wholes
from engine.model.contracts import Promised, promised
from engine.model.events import Effects, effects
from engine.run.backend import NUMPY, Backend
from engine.run.latest_cache import LatestCache
from engine.run.lazy_property import lazy_property
from engine.run.record import Record
from engine.tables.parameter import month_number
from engine.tables.scenario import Scenario
from engine.values import PerFamily

_zero, _one = functools.partial(np.zeros, ()), functools.partial(np.ones, ())


@dataclass(frozen=True)
class Luck:
    """What chance adds to the parameters; the neutral luck adds nothing.

    Host arrays with axes (scenario, draw), after time and family where named.
    """

    log_growth: Array = field(default_factory=_zero)
    log_efficiency: Array = field(default_factory=_zero)
    rebound: Array = field(default_factory=_zero)
    log_price: Array = field(default_factory=_zero)  # (family, scenario, draw)
    slip: Array = field(default_factory=_zero)  # (family, scenario, draw) months
    grid_delay: Array = field(default_factory=_zero)  # months, of the levers' schedule
    site_delay: Array = field(default_factory=_zero)  # (site, scenario, draw) months, of each
    site_built: Array | None = None  # (site, scenario, draw) 1 or 0; None where all are built
    supply_kept: Array = field(default_factory=_one)  # (time, family, scenario, draw) share
    base_kept: Array = field(default_factory=_one)  # (time, family, scenario, draw) share
    read: frozenset[str] = frozenset()  # the parameters that it was made from


NO_LUCK = Luck()
# Of the newest scenario that ran alone: each value, for which families, and its array.
_alone: dict[tuple[str, tuple[int, ...]], tuple[Any, tuple[str, ...], Array]] = {}
FEW = 4  # lists of rows: what they amount to is kept, as scenarios under a lever share them
_of_lists = LatestCache[tuple[tuple[Any, ...], Any]](16)


def _made_of(what: str, objects: tuple[Any, ...], make: Callable[[], Any]) -> Any:
    """What `make` gives, or gave the last time where it was made of the very same objects."""
    if len(objects) > FEW:
        return make()

    def holds(kept: tuple[tuple[Any, ...], Any]) -> bool:
        return all(map(operator.is_, kept[0], objects))

    return _of_lists.get((what, len(objects)), holds, lambda: (objects, make()))[1]


@dataclass(frozen=True)
class SiteArrays:
    """The sites of some scenarios, short lists padded with sites of no power.

    Host arrays with axes (site, scenario, ...).
    """

    gw: Array
    start: Array  # months since start
    ramp: Array  # months
    delay: Array  # months, beside that of the grid


class Inputs:
    """Parameters of some scenarios as arrays of the module `xp`, by key.

    All scenarios share horizon and catalogue (simulate groups them so). A `record`, where there
    is one, is told each key that is asked for: a step that is kept knows from it which
    parameters it rests on.
    """

    def __init__(
        self,
        scenarios: Sequence[Scenario],
        luck: Luck | None = None,
        backend: Backend = NUMPY,
        months: int | None = None,
        record: Record | None = None,
    ) -> None:
        """`months` is how many are computed, all of the horizon by default.

        Raises ValueError for no scenarios, for some that cannot be computed as one, and for
        months that there are not.
        """
        if not scenarios:
            raise ValueError("no scenarios: allowed are 1 or more")
        self.backend = backend
        self.xp = backend.xp
        self.fuse = backend.fuse
        self.record = record
        self._scenarios = scenarios
        self.worlds = len(scenarios)
        self._luck = luck or NO_LUCK
        horizon = scenarios[0].horizon_months
        self.months = horizon if months is None else allowed.whole("months", months, 1, horizon)
        self.families = scenarios[0].families
        self._tail = (1,) if luck else ()
        self._hosted: dict[str, Array] = {}
        self._cache: dict[str, Array] = {}
        if unlike := sorted(self.differing & {"horizon_months", "catalogue"}):
            raise ValueError(f"the scenarios differ in {unlike[0]}: allowed is one for all")

    def __getitem__(self, key: str) -> Array:
        """(scenario, ...) or (family, scenario, ...); no budget is infinite."""
        if self.xp is HOST:
            return self.host(key)
        self._is_read(key)
        found = self._cache.get(key)
        if found is None:
            found = self._cache[key] = self.xp.asarray(self.host(key))
        return found

    def host(self, key: str) -> Array:
        """The same as a NumPy array: for whole numbers that index, and for dates.

        Takes: `key` of a parameter.
        Gives: (scenario, ...) or (family, scenario, ...) [the parameter's unit].
        """
        if self.record is not None:
            self.record.read.add(key)
        found = self._hosted.get(key)
        if found is None:
            found = self._hosted[key] = self._alone(key) if self.worlds == 1 else self._many(key)
        return found

    def _many(self, key: str) -> Array:
        return self._stack(self.values(key))

    def _alone(self, key: str) -> Array:
        """That of a single scenario: it shares all but one value with the one before."""
        value, place = vars(self._scenarios[0])[key], (key, self._tail)
        kept = _alone.get(place)
        if kept is not None and kept[0] is value and kept[1] == self.families:
            return kept[2]
        found = self._stack([value])
        found.setflags(write=False)
        _alone[place] = value, self.families, found
        return found

    def _is_read(self, *keys: str) -> None:
        if self.record is not None:
            self.record.read.update(keys)

    def _stack(self, values: list[Any]) -> Array:
        if type(values[0]) is PerFamily:
            families, of = self.families, {}
            for value in values:  # most worlds share one
                if id(value) not in of:
                    of[id(value)] = [value[family] for family in families]
            rows = np.array([of[id(value)] for value in values], float).T
            if len(values) > 1:
                rows = np.ascontiguousarray(rows)
        else:
            rows = np.array([np.inf if v is None else v for v in values], float)
        return rows.reshape(rows.shape + self._tail) if self._tail else rows

    @lazy_property
    def _differing(self) -> dict[str, dict[int, Any]]:
        """By key the values that differ from the first scenario's, by the scenario's place.

        Scenarios made from each other share what was not changed, so few are compared.
        """
        first = vars(self._scenarios[0])
        keys, shared = tuple(first), tuple(first.values())  # every scenario's, in one order
        found: dict[str, dict[int, Any]] = {}
        for place, scenario in enumerate(self._scenarios[1:], 1):
            own = vars(scenario)
            for key in itertools.compress(keys, map(operator.is_not, own.values(), shared)):
                if own[key] != first[key]:
                    found.setdefault(key, {})[place] = own[key]
        return found

    def by_month(self, *factors: Array) -> Array:
        """The product of host factors; those that are one everywhere cost nothing.

        Takes: `factors`, each (time, family, ...) or a number alone [factor].
        Gives: (time, family, ...) [factor].
        """
        real = [factor[: self.months] for factor in factors if factor.size > 1 or factor != 1]
        if not real:
            return self.xp.ones((1, 1, 1, *self._tail))
        return self.xp.asarray(functools.reduce(operator.mul, real))

    @property
    def differing(self) -> frozenset[str]:
        """The keys in which the scenarios differ."""
        return frozenset(self._differing)

    def values(self, key: str) -> list[Any]:
        """The value of each scenario, or one where all have the same.

        Takes: `key` of a parameter.
        Gives: values.
        """
        self._is_read(key)
        first = vars(self._scenarios[0])[key]
        if key not in self._differing:
            return [first]
        values = [first] * len(self._scenarios)
        for place, value in self._differing[key].items():
            values[place] = value
        return values

    def whole(self, key: str) -> Wholes:
        """A whole-number parameter on the host, as integers.

        Takes: `key` of a parameter.
        Gives: (scenario, ...) or (family, scenario, ...) [the parameter's unit].
        """
        return self.host(key).astype(int)

    @lazy_property
    def month(self) -> Array:
        """(time, 1, ...) each month [months since start]."""
        return self.xp.arange(self.months, dtype=float).reshape((-1, 1, *self._tail))

    @property
    def luck(self) -> Luck:
        """What chance adds."""
        self._is_read(*self._luck.read)
        return self._luck

    @property
    def events(self) -> Effects:
        """What the scenarios' own events do, on the host, with the draw axis where needed."""
        self._is_read("events")
        found: Effects = self._effects
        return found

    @lazy_property
    def _effects(self) -> Effects:
        lists, families, months = self.values("events"), self.families, self.months
        found: Effects = _made_of(
            f"events of {families} {months}",
            tuple(lists),
            lambda: effects(HOST, lists, families, months),
        )
        with_tail = {
            name: array.reshape(array.shape + self._tail) for name, array in vars(found).items()
        }
        return dataclasses.replace(found, **with_tail)

    @property
    def contracts(self) -> Promised | None:
        """What the scenarios' contracts bring, on the host; None where there are none."""
        self._is_read("contracts")
        found: Promised | None = self._promised
        return found

    @lazy_property
    def _promised(self) -> Promised | None:
        lists, families, months = self.values("contracts"), self.families, self.months
        found: Promised | None = _made_of(
            f"contracts of {families} {months}",
            tuple(lists),
            lambda: promised(HOST, lists, families, months),
        )
        if found is None:
            return None
        return Promised(**{k: v.reshape(v.shape + self._tail) for k, v in vars(found).items()})

    @property
    def sites(self) -> SiteArrays | None:
        """The scenarios' sites, on the host; None where there are none."""
        self._is_read("sites")
        found: SiteArrays | None = self._site_arrays
        return found

    @lazy_property
    def _site_arrays(self) -> SiteArrays | None:
        lists = self.values("sites")
        most = max(len(sites) for sites in lists)
        if not most:
            return None
        rows = np.zeros((4, most, len(lists)))
        rows[2] = 1.0  # a ramp of no power has a length too
        for s, sites in enumerate(lists):
            for i, site in enumerate(sites):
                rows[:, i, s] = site.gw, site.start_month, site.ramp_months, site.delay_months
        gw, start, ramp, delay = rows.reshape(rows.shape + self._tail)
        return SiteArrays(gw, start, ramp, delay)

    @property
    def anchors(self) -> tuple[Array, Array]:
        """The known points of revenue, short lists padded with their last.

        (anchor, scenario, ...) months [months since start], and levels [ln of $bn per year].
        """
        self._is_read("revenue_anchors")
        return self._padded_anchors

    @lazy_property
    def _padded_anchors(self) -> tuple[Array, Array]:
        lists = self.values("revenue_anchors")
        most = max(len(entry) for entry in lists)
        padded = np.array([[*entry, *[entry[-1]] * (most - len(entry))] for entry in lists])
        shape = (most, len(lists), *self._tail)
        months = padded[:, :, 0].T.reshape(shape)
        levels = np.log(padded[:, :, 1]).T.reshape(shape)
        return self.xp.asarray(months), self.xp.asarray(levels)

    def known_generations(self, family: str) -> tuple[list[Array], list[Array]]:
        """The generations of a family that the catalogue knows, oldest first, on the host.

        Takes: `family`, a name.
        Gives: for each its month, (scenario, ...) [months since start], and its attributes,
            (4, 1, ...) [TFLOP/s, W IT, $, $ per hour].
        """
        starts = self.values("start")
        origin = np.array([month_number(start) for start in starts], float)
        origin = origin.reshape(origin.shape + self._tail)
        [catalogue] = self.values("catalogue")
        chips = catalogue.generations(family)
        months = [month_number(chip.available) - origin for chip in chips]
        shape = (-1, 1, *self._tail)
        attributes = [
            np.array([c.tops, c.it_watts, c.capex_usd, c.rent_usd_per_hour]).reshape(shape)
            for c in chips
        ]
        return months, attributes
