"""With whom a plan stands and falls, and which contracts can be walked away from, and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from engine import allowed
from engine.run.result import Result
from engine.tables.scenario import Scenario
from engine.values import Contract
from engine.worlds.risk import HHI_OF_MONOPOLY


@dataclass(frozen=True)
class Commitment:
    """A contract in a month: what it has brought, and what of it must be taken [GW IT].

    `ends` and `give_up_by` [months since start] follow from its term and its notice; None where
    the contract does not say. Who may give it up its columns do not say.
    """

    contract: Contract
    it_gw: float
    firm_gw: float
    ends: int | None
    give_up_by: int | None

    @property
    def free_gw(self) -> float:
        """What need not be taken [GW IT]."""
        return self.it_gw - self.firm_gw


def commitments(scenario: Scenario, month: int) -> tuple[Commitment, ...]:
    """Every contract as it stands in a month, the largest first.

    Takes: `scenario`; `month` [months since start].
    Gives: Commitments.
    Raises: ValueError for a month out of the horizon.
    Source: model, section 5.
    """
    month = allowed.whole("month", month, 0, scenario.horizon_months - 1)
    found = []
    for contract in scenario.contracts:
        there = _there(contract, month)
        term, notice = contract.term_months, contract.notice_months
        ends = None if term is None else contract.start_month + term
        last = None if ends is None or notice is None else ends - notice
        found.append(Commitment(contract, there, contract.firm * there, ends, last))
    return tuple(sorted(found, key=lambda one: (-one.it_gw, -one.contract.it_gw)))


def _there(contract: Contract, month: int) -> float:
    """What a contract has brought by a month, before losses [GW IT]."""
    share = (month - contract.start_month + 1) / contract.ramp_months
    return contract.it_gw * min(max(share, 0.0), 1.0)


def counterparties(result: Result, month: int) -> Mapping[str, float]:
    """The IT power of a month by who stands behind it, the largest first.

    Of each family what contracts have brought counts for their suppliers, never more than the
    family has; the rest is bought, and counts for the family.

    Takes: `result` of a run; `month` [months since start].
    Gives: by supplier, contract or family [GW IT].
    Raises: ValueError for a month out of the horizon.
    Source: model, sections 2 and 5.
    """
    scenario = result.scenario
    month = allowed.whole("month", month, 0, scenario.horizon_months - 1)
    power = result.by_family("it_power_gw")[:, month].tolist()
    found: dict[str, float] = {}
    for family, whole in zip(scenario.families, power, strict=True):
        own = [c for c in scenario.contracts if c.family == family]
        brought = sum(_there(contract, month) for contract in own)
        part = min(whole / brought, 1.0) if brought > 0 else 0.0
        for contract in own:
            name = contract.supplier or contract.name
            found[name] = found.get(name, 0.0) + part * _there(contract, month)
        found[family] = found.get(family, 0.0) + max(whole - brought, 0.0)
    there = {name: value for name, value in found.items() if value > 0}
    return dict(sorted(there.items(), key=lambda pair: -pair[1]))


def hhi_of(parts: Mapping[str, float]) -> float:
    """The Herfindahl-Hirschman index of some parts, 10,000 for a monopoly.

    Takes: `parts` by name [any unit].
    Gives: [points], NaN where there is nothing to share out.
    Source: model, section 8.
    """
    whole = sum(parts.values())
    if not whole > 0:
        return float("nan")
    return HHI_OF_MONOPOLY * sum((part / whole) ** 2 for part in parts.values())
