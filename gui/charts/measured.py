"""Which numbers of a run a picture shows, for whoever asks what they rest on. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine import Scenario
from engine.analysis.kpi import Kpi, at, total
from engine.worlds.ensemble import quantities
from engine.worlds.standing import TO_DATE
from gui.charts.specs import ChartRow


@dataclass(frozen=True)
class Pictured:
    """What a picture is of: its title, the plan, and the numbers of it that are drawn.

    `plan` is the plan's name where a page shows several.
    """

    title: str
    scenario: Scenario
    kpis: Sequence[Kpi]
    plan: str = ""


def measured(row: ChartRow, choice: str, scenario: Scenario, month: int) -> tuple[Kpi, ...]:
    """The chart's lines, or each family's where they have no sum; of sums those up to the month."""
    shown = [beside.series for beside in row.series.get(choice, ())]
    kpis = []
    for series in shown or [row.outputs[0]]:
        column, to_date = series.removesuffix(TO_DATE), series.endswith(TO_DATE)
        for name in _columns(column, scenario.families):
            kpis.append(total(name, 0, month) if to_date else at(name, month))
    return tuple(kpis)


def _columns(column: str, families: tuple[str, ...]) -> list[str]:
    known = quantities(families)
    if column in known:
        return [column]
    return [name for family in families if (name := f"{column}_{family}") in known]
