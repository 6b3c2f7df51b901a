"""Section 8, the chance side: luck drawn once for a seed, and what a scenario makes of it.

Draw i sees the same luck in every scenario with the same seed, however many draws there are
and wherever the sliders stand: scalars come from low-discrepancy sequences whose point i
depends on i alone, monthly chances from counters keyed by what they are for and the month.
A family's luck hangs on its name and on nothing else: neither the order of families nor which
others there are makes a difference.
"""

from __future__ import annotations

import dataclasses
import functools
import zlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from engine import allowed
from engine.model.arrays import Array, Truths, Words
from engine.model.conventions import MONTHS_PER_YEAR
from engine.run.latest_cache import LatestCache
from engine.run.record import Record
from engine.run.scenario_arrays import Inputs, Luck
from engine.tables.scenario import Scenario
from engine.worlds.low_discrepancy import inverse_normal, shuffled, sobol

# Dimensions of the sequence that all share, and of the one that each family has for itself.
GROWTH, EFFICIENCY, PRICE, GRID_CHANCE, GRID_SIZE, REBOUND = range(6)
SHARED = 6
FAMILY_PRICE, SLIP_CHANCE, SLIP_SIZE = range(3)
OF_FAMILY = 3
BUILT, COMMON_GRID, SITE_CHANCE, SITE_SIZE = range(4)
OF_SITE = 4

COMMON = "supply"  # what streams are named after; a family's end in its name
OWN = "supply of "
RECALL = "recall of "
SEQUENCE = "sequence of "
SITE = "site "
FLOATS_PER_COUNTER = 8  # of 32 bits, from one step of Philox 4x64

# Stretches of draws: of base luck about 4 MB each, of what is made of it about 7 MB. By
# measurement 1,024 draws take 1.45 times as long where neither is kept.
CACHED = 12
SITES_CACHED = 128  # stretches of a site's luck, 32 kB each at 1,024 draws
MOST_SEED = 2**64 - 1


@dataclass(frozen=True)
class Chance:
    """Luck before any slider has touched it, for draws `first` to `first + count`.

    `normal` standard deviates by dimension and `uniform` in (0, 1), each (draw,);
    `common` (time, 1, 1, draw), `own` and `recall` (time, family, 1, draw) in [0, 1).
    """

    asked: tuple[int, tuple[str, ...], int, int, int]  # what `chance` was asked for
    growth: Array
    efficiency: Array
    price: Array
    grid_chance: Array
    grid_size: Array
    rebound: Array
    family_price: Array  # (family, 1, draw), as the two below
    slip_chance: Array
    slip_size: Array
    common: Array
    own: Array
    recall: Array


@dataclass(frozen=True)
class _Made:
    """Luck, the draws it was made of, and all that was read of the scenarios meanwhile."""

    luck: Luck
    asked: tuple[Any, ...]
    values: Mapping[str, list[Any]]


_chances = LatestCache[Chance](CACHED)
_lucks = LatestCache[_Made](CACHED)


def chance(seed: int, families: tuple[str, ...], months: int, first: int, count: int) -> Chance:
    """The luck of a stretch of draws; the same arrays again until others of it are asked for.

    Takes: `seed`; `families`, names; `months` of the horizon; `first` draw; `count` of draws.
    Gives: Chance, on the axes that are named there.
    Raises: ValueError for families that are no list of different names, and for numbers that are
        not whole or too low.
    Source: model, section 8.
    """
    if isinstance(families, str) or not 0 < len(set(families)) == len(families):
        raise ValueError(f"families {families!r}: allowed are one or more names, each once")
    allowed.whole("seed", seed, 0, MOST_SEED)
    allowed.whole("months", months, 1)
    allowed.whole("first draw", first, 0, allowed.MOST_DRAWS - 1)
    allowed.whole("count of draws", count, 1, allowed.MOST_DRAWS - first)
    asked = seed, families, months, first, count
    return _chances.get((first, count), lambda kept: kept.asked == asked, lambda: _draw(*asked))


def _draw(seed: int, families: tuple[str, ...], months: int, first: int, count: int) -> Chance:
    number = np.arange(first, first + count)
    [shifts] = _words(seed, [f"shared {i}" for i in range(SHARED)], 1)
    shared = sobol(np.arange(SHARED), number, shifts)
    order, *shifts = _words(seed, [SEQUENCE + family for family in families], 1 + OF_FAMILY)
    by_family = sobol(np.arange(OF_FAMILY), shuffled(number, order), np.array(shifts))[:, :, None]

    def monthly(name: str) -> Array:
        return _monthly(seed, name, months, first, count)

    drawn = Chance(
        (seed, families, months, first, count),
        growth=inverse_normal(shared[GROWTH]),
        efficiency=inverse_normal(shared[EFFICIENCY]),
        price=inverse_normal(shared[PRICE]),
        grid_chance=shared[GRID_CHANCE],
        grid_size=shared[GRID_SIZE],
        rebound=inverse_normal(shared[REBOUND]),
        family_price=inverse_normal(by_family[FAMILY_PRICE]),
        slip_chance=by_family[SLIP_CHANCE],
        slip_size=by_family[SLIP_SIZE],
        common=monthly(COMMON)[:, None, None],
        own=np.stack([monthly(OWN + family) for family in families], axis=1)[:, :, None],
        recall=np.stack([monthly(RECALL + family) for family in families], axis=1)[:, :, None],
    )
    for array in vars(drawn).values():
        if isinstance(array, np.ndarray):
            array.setflags(write=False)
    return drawn


def _number(name: str) -> int:
    """A number that stands for a name, the same on every machine."""
    return zlib.crc32(name.encode())


def _words(seed: int, names: Sequence[str], count: int) -> Words:
    """(count, name) 64 random bits each, `count` for each name."""
    found = np.empty((count, len(names)), np.uint64)
    for i, name in enumerate(names):
        key = np.array([seed, _number(name)], np.uint64)
        found[:, i] = np.random.Philox(key=key).random_raw(count)
    return found


def _monthly(seed: int, name: str, months: int, first: int, count: int) -> Array:
    """(time, draw) in [0, 1): month in the counter's high word, draw in its low word.

    Counter-based, so that any stretch of draws can be had without those before it: J. K.
    Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC'11. Thirty-two bits a
    number: chances are told apart to 6e-8.
    """
    key = np.array([seed, _number(name)], np.uint64)
    skipped = first % FLOATS_PER_COUNTER
    numbers = np.empty((months, skipped + count), np.float32)
    philox = np.random.Philox(key=key)
    stream, begun = np.random.Generator(philox), philox.state
    for month in range(months):
        # a new one for each month would ask the system for a seed first, and not use it
        begun["state"]["counter"][:2] = first // FLOATS_PER_COUNTER, month
        philox.state = begun
        stream.random(dtype=np.float32, out=numbers[month])
    return np.ascontiguousarray(numbers[:, skipped:])


def luck(scenarios: Sequence[Scenario], drawn: Chance) -> Luck:
    """What the luck does to each scenario. They share horizon and catalogue.

    The same Luck again until another one of so many scenarios and these draws is asked for.

    Takes: `scenarios`; `drawn`, the luck.
    Gives: Luck, on the axes and in the units that are named there.
    Raises: ValueError where it was drawn for other families, or for too few months.
    Source: model, section 8.
    """
    record = Record()
    inputs = Inputs(scenarios, luck=Luck(), record=record)
    _, families, months, first, count = drawn.asked
    if families != inputs.families:
        raise ValueError(f"luck of {', '.join(families)}: allowed is {', '.join(inputs.families)}")
    allowed.whole("months of luck", months, inputs.months)

    def holds(kept: _Made) -> bool:
        return kept.asked == drawn.asked and all(
            inputs.values(key) == was for key, was in kept.values.items()
        )

    def make() -> _Made:
        record.read.clear()
        made = _transform(inputs, drawn)
        values = {key: inputs.values(key) for key in sorted(record.read)}
        return _Made(dataclasses.replace(made, read=frozenset(values)), drawn.asked, values)

    return _lucks.get((first, count, len(scenarios)), holds, make).luck


def _transform(inputs: Inputs, drawn: Chance) -> Luck:
    p = inputs.host
    rho = p("rho")
    price = np.sqrt(rho) * drawn.price + np.sqrt(1 - rho) * drawn.family_price
    slip = p("slip_min") + (p("slip_max") - p("slip_min")) * drawn.slip_size
    delay = p("grid_min") + (p("grid_max") - p("grid_min")) * drawn.grid_size
    late = np.where(drawn.grid_chance < p("p_grid"), delay, 0.0)
    site_delay, site_built = _of_sites(inputs, drawn, late)
    return Luck(
        log_growth=p("sigma_growth") * drawn.growth,
        log_efficiency=p("sigma_algorithmic") * drawn.efficiency,
        rebound=p("sigma_rebound") * drawn.rebound,
        log_price=p("sigma_price") * price,
        slip=np.where(drawn.slip_chance < p("p_slip"), slip, 0.0),
        grid_delay=late,
        site_delay=site_delay,
        site_built=site_built,
        supply_kept=_supply_kept(inputs, drawn),
        base_kept=_base_kept(inputs, drawn),
    )


def _of_sites(inputs: Inputs, drawn: Chance, late: Array) -> tuple[Array, Array | None]:
    """(site, scenario, draw) months that grid luck adds to each site, and whether it is built.

    A site shares the luck of the levers' schedule, `late` (scenario, draw), or has its own. What
    has begun by the as-of month is history, which luck leaves alone: it is there.
    """
    lists = inputs.values("sites")
    most = max(len(sites) for sites in lists)
    if not most:
        return np.zeros(()), None
    p = inputs.host
    seed, _, _, first, count = drawn.asked
    others = (p("grid_common").shape, p("as_of").shape)
    worlds = np.broadcast_shapes(late.shape, (len(lists), 1), *others)
    uniform = np.zeros((OF_SITE, most, len(lists), count))  # what is padded is built, and nothing
    probability = np.ones((most, len(lists), 1))
    start = np.full((most, len(lists), 1), -np.inf)
    for s, sites in enumerate(lists):
        for i, site in enumerate(sites):
            uniform[:, i, s] = _site_chance(seed, site.name, first, count)
            probability[i, s], start[i, s] = site.probability, site.start_month
    size = p("grid_min") + (p("grid_max") - p("grid_min")) * uniform[SITE_SIZE]
    own = np.where(uniform[SITE_CHANCE] < p("p_grid"), size, 0.0)
    delay = np.where(uniform[COMMON_GRID] < p("grid_common"), late, own)
    built = np.where(start <= p("as_of"), 1.0, uniform[BUILT] < probability)
    return np.broadcast_to(delay, (most, *worlds)), np.broadcast_to(built, (most, *worlds))


@functools.lru_cache(maxsize=SITES_CACHED)
def _site_chance(seed: int, name: str, first: int, count: int) -> Array:
    """(4, draw) in (0, 1): the luck of a site, by its name."""
    order, *shifts = _words(seed, [SITE + name], 1 + OF_SITE)
    number = np.arange(first, first + count)
    found = sobol(np.arange(OF_SITE), shuffled(number, order), np.array(shifts))
    return np.asarray(found).reshape((OF_SITE, count))


def _supply_kept(inputs: Inputs, drawn: Chance) -> Array:
    """(time, family, scenario, draw) share of supply that outages leave."""
    p = inputs.host
    rate, beta = p("outage_rate_per_year"), p("beta")
    mean_rate = np.mean(rate, axis=0, keepdims=True)
    mends = 1 / p("outage_mean_duration_months")
    history = p("as_of")
    alone = outages(drawn.own, monthly_chance(rate * (1 - beta)), mends, history)
    together = outages(drawn.common, monthly_chance(beta * mean_rate), mends, history)
    own_kept = 1 - p("outage_severity") * alone
    return np.asarray(own_kept * (1 - p("common_severity") * together))


def _base_kept(inputs: Inputs, drawn: Chance) -> Array:
    """(time, family, scenario, draw) share of the fleet that recalls leave in reach."""
    p = inputs.host
    begins = monthly_chance(p("recall_rate_per_year"))
    active = recalls(drawn.recall, begins, p("recall_duration_months"), p("as_of"))
    return np.asarray(1 - p("recall_severity") * active)


def monthly_chance(rate_per_year: Array) -> Array:
    """Chance that something of this yearly rate happens in a month.

    Takes: `rate_per_year` (...) [times per year].
    Gives: (...) [chance in a month].
    Source: model, section 8, supply outages.
    """
    return np.asarray(-np.expm1(-rate_per_year / MONTHS_PER_YEAR))


def outages(uniform: Array, fails: Array, mends: Array, history: Array) -> Truths:
    """Where a two-state supplier is down.

    One number decides either way: the lower ones mean down, so that a higher chance of failing
    never spares anybody.

    Takes: `uniform` (time, family, 1, draw) [0 to 1], each month's luck; `fails` and `mends`
        (family, scenario, 1) or shorter [chance in a month], of going down and of coming up;
        `history` (scenario, 1) [months since start], up to which all are up.
    Gives: (time, family, scenario, draw) booleans.
    Source: model, section 8, supply outages.
    """
    months = len(uniform)
    down = np.zeros(_shape(uniform, fails, mends, history), bool)
    same_history = bool((history == history.min()).all())
    stays = 1 - mends
    if not fails.any():
        return down
    for t in range(int(history.min()) + 1, months):
        np.less(uniform[t], np.where(down[t - 1], stays, fails), out=down[t])
        if not same_history:
            down[t] &= t > history
    return down


def recalls(uniform: Array, begins: Array, duration: Array, history: Array) -> Truths:
    """Where a recall is under way.

    One that begins while another lasts prolongs it: there is one counterparty to lose.

    Takes: `uniform` (time, family, 1, draw) [0 to 1]; `begins` (family, scenario, 1)
        [chance in a month]; `duration` (scenario, 1) [months]; `history` (scenario, 1)
        [months since start].
    Gives: (time, family, scenario, draw) booleans.
    Source: model, section 8, contract recall.
    """
    months = len(uniform)
    active = np.zeros(_shape(uniform, begins, duration, history), bool)
    if not begins.any():
        return active
    latest = np.full(active.shape[1:], -np.inf)
    for t in range(int(history.min()) + 1, months):
        starts = (uniform[t] < begins) & (t > history)
        latest = np.where(starts, float(t), latest)
        np.less(t - latest, duration, out=active[t])
    return active


def _shape(uniform: Array, *chances: Array) -> tuple[int, ...]:
    return (len(uniform), *np.broadcast_shapes(uniform.shape[1:], *(c.shape for c in chances)))
