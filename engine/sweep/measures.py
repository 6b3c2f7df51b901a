"""What is kept of a scenario: measures, one number a world, and series, a band a month."""

from __future__ import annotations

from dataclasses import dataclass

from engine.analysis.kpi import Kpi
from engine.analysis.outcomes import FLOWS, MEASURES, RUNNING, SHORTFALL, over_window
from engine.model.arrays import Array
from engine.run.simulation import Simulation
from engine.tables.scenario import Scenario
from engine.tables.series import SERIES
from engine.worlds.risk import default_window

DEFAULT = ("economic_cost", "unserved_revenue", SHORTFALL)
COSTS = ("economic_cost", "npv_economic_cost", "cash_cost", "npv_cash_cost")
UNSERVED = "unserved_revenue"


@dataclass(frozen=True)
class Measure:
    """One number of each world: one of `MEASURES` over the window, or a `kpi` of a column."""

    name: str
    kpi: Kpi | None = None
    low_is_better: bool = True

    def of(self, simulation: Simulation, window: tuple[int, int], tolerance: float) -> Array:
        """The number in each world.

        Takes: `simulation`, of one scenario; `window`, first and last month; `tolerance` [share].
        Gives: (scenario, ...) [its unit].
        """
        if self.kpi is not None:
            return self.kpi.of(simulation)
        return over_window(simulation, self.name, window, tolerance)

    @property
    def unit(self) -> str:
        """The unit, as the tables write it."""
        if self.kpi is None:
            return "share" if self.name == SHORTFALL else "$bn"
        unit = unit_of(self.kpi.column)
        return f"{unit} x months" if self.kpi.how == "total" else unit


def unit_of(column: str) -> str:
    """The unit of a `column` of a series, as the tables write it."""
    rows = [row for row in SERIES if column == row.key or column.startswith(f"{row.key}_")]
    return max(rows, key=lambda row: len(row.key)).unit


def window_of(scenario: Scenario, asked: tuple[int, int] | None) -> tuple[int, int]:
    """The months that the measures are over.

    Takes: `scenario`; `asked`, first and last month, or None for all that chance can touch.
    Gives: first and last month [months since start].
    """
    return default_window(scenario) if asked is None else asked


__all__ = ["COSTS", "DEFAULT", "FLOWS", "MEASURES", "RUNNING", "UNSERVED", "Measure", "window_of"]
