"""What contracts have promised by each month, of chips that are not past their life."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from engine.model.arrays import Array
from engine.model.contracts import promised
from engine.model.conventions import WATTS_PER_GW
from engine.run.backend import NUMPY
from engine.tables.scenario import Scenario


@dataclass(frozen=True)
class Contracted:
    """IT power of contracts, delivered by the end of each month, each (time, family) [GW IT]."""

    it_gw: Array
    firm: Array  # of it, what must be taken


def contracted(scenario: Scenario) -> Contracted:
    """What the contracts of a plan bring, before losses, as a stock: chips leave after their life.

    Takes: `scenario`.
    Gives: Contracted, (time, family) [GW IT].
    Source: model, sections 2 and 5.
    """
    months, families = scenario.horizon_months, scenario.families
    found = promised(NUMPY.xp, [scenario.contracts], families, months)
    if found is None:
        nothing = np.zeros((months, len(families)))
        return Contracted(nothing, nothing)
    watts, firm = (
        _alive(flow[:, :, 0], scenario.life_months) for flow in (found.watts, found.firm)
    )
    return Contracted(watts / WATTS_PER_GW, firm / WATTS_PER_GW)


def _alive(flow: Array, life: int) -> Array:
    """(time, family) the sum of a flow over the last `life` months."""
    total = np.asarray(flow).cumsum(axis=0)
    gone = np.zeros_like(total)
    gone[life:] = total[:-life]
    alive: Array = total - gone
    return alive
