"""What a lever would do, before it is touched: a KPI along each slider."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from engine import allowed
from engine.analysis import asked
from engine.analysis.kpi import Kpi, values
from engine.analysis.variants import Lever, levers
from engine.model.arrays import Array
from engine.run.backend import NUMPY, Backend
from engine.run.scenario_arrays import Inputs
from engine.run.simulation import Simulation
from engine.tables.scenario import Scenario
from engine.worlds.ensemble import each_block

POINTS = 17
POINTS_OF_CHANCE = 9  # each is a hundred worlds and more
DRAWS = 128


@dataclass(frozen=True)
class LeverCurve:
    """The KPI along a lever: `at` (point,) in the lever's unit, `kpi` (point,) in its own.

    `binds` (point,) is what binds in the KPI's last month, an index into BINDING; it is empty
    where it was not asked for.
    """

    lever: Lever
    at: Array
    kpi: Array
    binds: npt.NDArray[np.int_] = field(default_factory=lambda: np.empty(0, int))

    @property
    def lowest(self) -> float:
        """Where along the lever the KPI is lowest; NaN where it is never defined. In the unit of
        the lever.
        """
        return self._where(np.nanargmin)

    @property
    def highest(self) -> float:
        """Where along the lever the KPI is highest; NaN where it is never defined. In the unit of
        the lever.
        """
        return self._where(np.nanargmax)

    def _where(self, find: object) -> float:
        if np.isnan(self.kpi).all():
            return float("nan")
        return float(self.at[find(self.kpi)])  # type: ignore[operator]


def foresight(
    scenario: Scenario,
    kpi: Kpi,
    of: Sequence[Lever] | None = None,
    points: int = POINTS,
    *,
    binding: bool = False,
    spans: Mapping[Lever, tuple[float, float]] | None = None,
) -> tuple[LeverCurve, ...]:
    """A curve for each lever, evenly spaced along its slider (on a log slider: in ratios).

    Whole-number levers have fewer points where their range is short. With `binding` the levers must
    leave the horizon alone.

    Takes: `scenario`; `kpi`; `of`, levers, by default all that a plain run feels; `points` along
        each, 2 or more; `binding`, whether to say what binds as well; `spans`, the first and the
        last value of some levers [the lever's unit], within its bounds; of others the whole range.
    Gives: a LeverCurve for each lever.
    Raises: ValueError for a lever or KPI that the scenario does not have, and for fewer points.
    """
    chosen = levers(scenario) if of is None else asked.levers(of, scenario)
    allowed.whole("points", points, 2)
    places = [_places(lever, points, (spans or {}).get(lever, lever.bounds)) for lever in chosen]
    runs = [
        lever.moved(scenario, value)
        for lever, at in zip(chosen, places, strict=True)
        for value in at
    ]
    binds = np.empty(0, int)
    if binding and runs:
        asked.same_horizon(runs)
        kpi.check(scenario)
        simulation = Simulation(Inputs(runs))
        found = np.asarray(kpi.of(simulation), float)
        binds = np.asarray(simulation["binding"][kpi.month], int)
    else:
        found = values(runs, kpi)
    curves, begin = [], 0
    for lever, at in zip(chosen, places, strict=True):
        here = slice(begin, begin + len(at))
        curves.append(LeverCurve(lever, np.array(at, float), found[here], binds[here]))
        begin += len(at)
    return tuple(curves)


def foresight_of_shortfall(
    scenario: Scenario,
    month: int,
    of: Sequence[Lever],
    points: int = POINTS_OF_CHANCE,
    *,
    draws: int = DRAWS,
    spans: Mapping[Lever, tuple[float, float]] | None = None,
    backend: Backend = NUMPY,
) -> tuple[LeverCurve, ...]:
    """The chance that a month is short, along each lever: also along those of luck alone.

    All points have the same luck, so what differs is the lever's doing.

    Takes: `scenario`; `month` [months since start]; `of`, levers that leave the horizon alone;
        `points` along each, 2 or more; `draws`, how many worlds; `spans`, the first and the last
        value of some levers [the lever's unit], of others the whole range.
    Gives: a LeverCurve for each lever; its `kpi` is a share of the worlds.
    Raises: ValueError for a lever or month that the scenario does not have, for fewer points, and
        for no draws.
    Source: model, section 8.
    """
    chosen = asked.levers(of, scenario)
    allowed.whole("points", points, 2)
    allowed.whole("month", month, 0, scenario.horizon_months - 1)

    def share_short(simulation: Simulation, count: int) -> Array:
        unserved, demand = simulation["shortfall_eflops"], simulation["demand_eflops"]
        short = unserved[month] > simulation.inputs["shortfall_tolerance"] * demand[month]
        shares: Array = np.broadcast_to(backend.to_numpy(short), (worlds, count)).mean(axis=1)
        return shares * count

    curves = []
    for lever in chosen:
        at = _places(lever, points, (spans or {}).get(lever, lever.bounds))
        runs = [lever.moved(scenario, value) for value in at]
        worlds = len(runs)
        asked.same_horizon(runs)
        blocks = [n for _, n in each_block(runs, draws, share_short, backend, None, month + 1)]
        chances = np.sum(blocks, axis=0) / draws
        curves.append(LeverCurve(lever, np.array(at, float), chances))
    return tuple(curves)


def _places(lever: Lever, points: int, span: tuple[float, float]) -> list[float]:
    positions = np.linspace(lever.position(span[0]), lever.position(span[1]), points)
    places = [lever.at(float(position)) for position in positions]
    return sorted({float(round(p)) for p in places}) if lever.row.whole else places
