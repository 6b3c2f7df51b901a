"""Section 5, contracts: what suppliers have promised, and what of it must be taken."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.model.arrays import Array, ArrayModule
from engine.model.conventions import WATTS_PER_GW
from engine.values import Contracts


@dataclass(frozen=True)
class Promised:
    """What contracts bring in each month, before losses; axes time, family, scenario [W IT]."""

    watts: Array
    firm: Array  # of it, what must be taken
    priced: Array  # the watts times their price factors


def promised(
    xp: ArrayModule, lists: Sequence[Contracts], families: Sequence[str], months: int
) -> Promised | None:
    """What each scenario's contracts bring.

    Takes: `lists`, the contracts of each scenario; `families`, their names; `months`, the horizon.
    Gives: Promised, on the axes and in the units that are named there; None without contracts.
    Source: model, section 5, contracts.
    """
    if not any(lists):
        return None
    shape = (months, len(families), len(lists))
    watts, firm, priced = xp.zeros(shape), xp.zeros(shape), xp.zeros(shape)
    place = {family: f for f, family in enumerate(families)}
    for s, contracts in enumerate(lists):
        for contract in contracts:
            monthly = contract.it_gw * WATTS_PER_GW / contract.ramp_months
            end = max(contract.start_month + contract.ramp_months, 0)
            where = slice(max(contract.start_month, 0), end), place[contract.family], s
            watts[where] += monthly
            firm[where] += contract.firm * monthly
            priced[where] += contract.price_factor * monthly
    return Promised(watts, firm, priced)
