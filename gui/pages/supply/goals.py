"""What a plan may have to reach however late something comes: goals to choose from. No Qt."""

from __future__ import annotations

import math
from dataclasses import dataclass

from engine import Result, Scenario, series
from engine.analysis.kpi import Kpi, at, total
from engine.analysis.waiting import Side, Target
from engine.tables.catalogue import family_label
from engine.text import translate
from engine.worlds.risk import default_window

USUAL_SHARE = 0.9  # of the plan's own value
DIGITS = 2
LEAST_LOSS = 1.0  # $bn


@dataclass(frozen=True)
class Goal:
    """A column to hold at a value, in a month or over the window; `unit` is the engine's."""

    key: str
    label: str
    column: str
    side: Side
    unit: str
    summed: bool = False

    def kpi(self, scenario: Scenario, month: int) -> Kpi:
        last = scenario.horizon_months - 1
        if self.summed:
            return total(self.column, default_window(scenario)[0], last)
        return at(self.column, min(max(month, 0), last))

    def target(self, scenario: Scenario, month: int, value: float) -> Target:
        return Target(self.kpi(scenario, month), self.side, value)

    def usual(self, result: Result, month: int) -> float:
        """A value to begin with, from the plan's own."""
        line = result[self.column]
        if self.summed:
            loss = float(line[default_window(result.scenario)[0] :].sum())
            return max(_rounded(loss / USUAL_SHARE), LEAST_LOSS)
        return _rounded(float(line[min(max(month, 0), len(line) - 1)]) * USUAL_SHARE)


def _rounded(value: float) -> float:
    return float(f"{value:.{DIGITS}g}") if math.isfinite(value) else 0.0


def goals(scenario: Scenario) -> tuple[Goal, ...]:
    """Those that a scenario can have."""
    installed = translate("Supply", "{family} installed")
    return (
        Goal(
            "capacity",
            translate("Supply", "Capacity"),
            "capacity_eflops",
            "at least",
            series("capacity_eflops").unit,
        ),
        Goal(
            "power",
            translate("Supply", "Facility power in use"),
            "facility_power_gw",
            "at least",
            series("facility_power_gw").unit,
        ),
        Goal(
            "unserved",
            translate("Supply", "Unserved revenue in all"),
            "unserved_revenue_bn",
            "at most",
            "$bn",
            summed=True,
        ),
        *(
            Goal(
                f"chips_{family}",
                installed.format(family=family_label(family)),
                f"chips_alive_{family}",
                "at least",
                "chips",
            )
            for family in scenario.families
        ),
    )
